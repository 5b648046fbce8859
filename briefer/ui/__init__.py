"""The window: Qt widgets over the session. All the other packages meet here; none imports it."""
