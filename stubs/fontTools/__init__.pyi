"""What the scripts and tests use of fontTools, whose package says nothing of its types."""
