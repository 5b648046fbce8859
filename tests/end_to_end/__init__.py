"""Tests of the whole chain on odd briefings: from records and cards to a deck on disk."""
