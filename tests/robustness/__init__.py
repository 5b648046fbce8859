"""Random briefings, and the rules that every deck made from them keeps."""
