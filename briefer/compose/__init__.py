"""Compose: cards and records in, slides out."""

from __future__ import annotations

from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.kinds.sources import sources_slide
from briefer.compose.propose import propose_card
from briefer.compose.slides import slides_of

__all__ = ["SLIDE_KINDS", "propose_card", "slides_of", "sources_slide"]
