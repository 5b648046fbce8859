"""Administrative legends: `Draft`, `Pre-decisional`, `Deliberative`.

They stand on a line of their own, never in the banner, and may not pretend to be controls. Rule:
design page "domain", section 4.1, (l)(4).
"""

from __future__ import annotations

import re

from briefer.markings.base import Problem
from briefer.markings.cui import looks_like_cui
from briefer.markings.forbidden import refused
from briefer.markings.tlp import looks_like_tlp

LEGENDS = ("Draft", "Pre-decisional", "Deliberative")

_IN_BANNER = re.compile(r"\b(draft|pre-?\s?decisional|deliberative|embargoed)\b", re.IGNORECASE)


def legend_in(banner: str) -> str:
    """Return the legend that a marking's text holds, where it must not stand, or ""."""
    found = _IN_BANNER.search(banner)
    return found.group() if found else ""


def without_legend(banner: str) -> str:
    """Return a marking's text without the legends in it and the strokes that parted them."""
    bare = _IN_BANNER.sub("", banner)
    bare = re.sub(r"\s*[;,/|-]+\s*(?=$)|^\s*[;,/|-]+\s*", "", bare.strip())
    return " ".join(bare.split())


def wrong_legend(text: str) -> Problem | None:
    """Return why a text cannot be a legend, or None."""
    if not text.strip():
        return None
    if looks_like_cui(text) or looks_like_tlp(text):
        told = f"{text.strip()!r} is a marking: it belongs in the banner, not beside it."
        return Problem("legend", told)
    return refused(text)
