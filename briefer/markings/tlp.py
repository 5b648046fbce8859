"""Reading TLP 2.0 labels, and their colours.

The five labels are exact: no blanks, never translated. Rules: design page "domain", section 4.3
(FIRST, Traffic Light Protocol 2.0).
"""

from __future__ import annotations

import re

from briefer.errors import did_you_mean
from briefer.markings.base import TLP_LABELS, Marking, Problem, Reading
from briefer.markings.forbidden import refused

GROUND = "000000"
"""The colour that labels stand on: on white only RED reaches even the contrast of large text."""

COLOURS = {
    "TLP:RED": "FF2B2B",
    "TLP:AMBER+STRICT": "FFC000",
    "TLP:AMBER": "FFC000",
    "TLP:GREEN": "33FF00",
    "TLP:CLEAR": "FFFFFF",
}
_OLD = {"TLP:WHITE": "TLP:CLEAR", "TLP:YELLOW": "TLP:AMBER"}


def looks_like_tlp(text: str) -> bool:
    """Return whether a text begins as a TLP label does."""
    return re.match(r"\(?\s*TLP\b", text.strip(), re.IGNORECASE) is not None


def read_tlp(text: str) -> Reading:
    """Return what a text says as a TLP label; a label in parentheses is the form of a portion."""
    if problem := refused(text):
        return Reading(text, None, (problem,))
    bare = text.strip()
    bare = bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare
    if bare in TLP_LABELS:
        return Reading(text, Marking(tlp=bare))
    plain = _plain(bare)
    meant = _OLD.get(plain, plain)
    if meant in TLP_LABELS:
        told = f"TLP 2.0 writes {meant}, in capitals and without blanks, not {bare!r}."
        return Reading(text, None, (Problem("label", told),), meant)
    hint = did_you_mean(plain, TLP_LABELS)
    return Reading(text, None, (Problem("label", f"{bare!r} is no label of TLP 2.0. {hint}"),))


def _plain(bare: str) -> str:
    words = re.sub(r"\s*([:+-])\s*", r"\1", bare.upper())
    words = re.sub(r"^TLP[:\s-]*", "TLP:", words)
    return re.sub(r"AMBER[+\s-]*STRICT", "AMBER+STRICT", words)
