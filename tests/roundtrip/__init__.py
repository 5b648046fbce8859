"""Tests of decks read back."""
