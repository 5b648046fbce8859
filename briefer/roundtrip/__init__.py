"""Decks read back: what a .pptx says of its origin, and what was changed in it since.

In: a path. Out: frozen values, or a `DeckError`. Nothing is written and nothing is fetched. Must
not know: the store, how decks are made.
"""

from __future__ import annotations

from briefer.roundtrip.comparing import Compared, Copied, compare, copied
from briefer.roundtrip.reader import FoundDeck, read_deck

__all__ = ["Compared", "Copied", "FoundDeck", "compare", "copied", "read_deck"]
