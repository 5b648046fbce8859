"""Citations: one number for each (source, locator) of a deck, and the words they stand for."""

from __future__ import annotations

from briefer.citations.choosing import chosen_style, remarks
from briefer.citations.numbers import Numbered, number_citations
from briefer.citations.styles import STYLES
from briefer.citations.styles.base import Style

__all__ = ["STYLES", "Numbered", "Style", "chosen_style", "number_citations", "remarks"]
