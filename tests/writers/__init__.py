"""Tests of the files that decks become."""
