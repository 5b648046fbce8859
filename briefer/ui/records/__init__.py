"""Records in the window: the editor, the list of sources, the bin, and their commands."""
