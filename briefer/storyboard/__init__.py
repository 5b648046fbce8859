"""The document being edited: briefing and cards, edits, history, files."""
