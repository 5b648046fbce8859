"""The dialogs: export, details, shortcuts, about, and what went wrong."""
