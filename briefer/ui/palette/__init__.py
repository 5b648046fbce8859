"""The command palette: every command, slide and record behind one field."""
