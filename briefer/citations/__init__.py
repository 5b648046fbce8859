"""Citations: one number for each (source, locator) of a deck, and the words they stand for."""

from __future__ import annotations

from briefer.citations.numbers import Numbered, number_citations
from briefer.citations.styles import STYLES

__all__ = ["STYLES", "Numbered", "number_citations"]
