"""PowerPoint decks: boxes become placeholders, native tables, shapes, connectors and pictures."""

from __future__ import annotations

from briefer.writers.pptx.deck import write_deck

__all__ = ["write_deck"]
