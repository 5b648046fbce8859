"""The library: search, type chips, and the cards to pick from."""
