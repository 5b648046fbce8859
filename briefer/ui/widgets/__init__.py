"""Small painted widgets that the panels are built from."""
