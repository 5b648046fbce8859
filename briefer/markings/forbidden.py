"""Words that no marking of Briefer may hold: classification is out of its scope.

Rule: design page "domain", section 4.4. Must not know: profiles.
"""

from __future__ import annotations

import re
import unicodedata

from briefer.markings.base import Problem

MOST = 300
"""Characters that a marking may have: far more than any band has room for."""

_PORTION = re.compile(r"\(\s*(?:TS|S)\s*(?://[^()]*)?\)")
_WHOLE = re.compile(r"(?:TOP\s+SECRET|TS|S|CONFIDENTIAL(?=\s*//)|TS//.*|S//.*)")
_WORD = re.compile(r"(?<!TRADE\s)\b(?:TOP\s+)?SECRET\b(?!\s+SERVICE)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def classified(text: str) -> str:
    """Return the classification that a marking's text claims ("SECRET", "(TS)"), or ""."""
    upper = " ".join(_visible(text).upper().split())
    found = _WHOLE.match(upper) if _is_whole(upper) else None
    found = found or _PORTION.search(upper) or _WORD.search(upper)
    return found.group() if found else ""


def _visible(text: str) -> str:
    """Return a text as it is seen: wide letters as plain ones, without what has no width."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    """Return whether a character is not seen itself, or turns how others are seen."""
    return unicodedata.category(char) == "Cf"


def refused(text: str) -> Problem | None:
    """Return why no profile takes a text as a marking, or None."""
    if len(text) > MOST:
        return Problem("length", f"A marking has at most {MOST} characters, this one {len(text)}.")
    if _CONTROL.search(text.strip()):
        return Problem("text", "A marking is one line of text, without control characters.")
    if word := classified(text):
        return Problem(
            "classification",
            f"{word} is a classification. Briefer is for unclassified information only: "
            "classified material belongs on a system approved for it.",
        )
    if unseen := next(filter(_is_unseen, text), ""):
        told = f"The marking holds a character that nobody sees, U+{ord(unseen):04X}: type it anew."
        return Problem("text", told)
    return None


def _is_whole(text: str) -> bool:
    return text.split("//")[0].strip() in ("TS", "S", "TOP SECRET", "CONFIDENTIAL")
