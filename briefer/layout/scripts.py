"""What a text's characters tell: its language where a script gives it away, and its direction.

In: words. Out: language tags, and whether a paragraph reads from the right (UAX 9, rules P2 and
P3). Must not know: runs' looks, boxes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0590, 0x05FF, "he-IL"),
    (0x0600, 0x06FF, "ar-SA"),
    (0x0750, 0x077F, "ar-SA"),
    (0x08A0, 0x08FF, "ar-SA"),
    (0x1100, 0x11FF, "ko-KR"),
    (0x3040, 0x30FF, "ja-JP"),
    (0x3400, 0x9FFF, "zh-CN"),
    (0xAC00, 0xD7AF, "ko-KR"),
    (0xF900, 0xFAFF, "zh-CN"),
    (0xFB1D, 0xFB4F, "he-IL"),
    (0xFB50, 0xFDFF, "ar-SA"),
    (0xFE70, 0xFEFC, "ar-SA"),
    (0x20000, 0x3FFFF, "zh-CN"),
)
_TELLING = re.compile("[" + "".join(f"{chr(a)}-{chr(z)}" for a, z, _ in _SCRIPTS) + "]")
"""A character of a script that tells a language."""
_WRITERS = {
    "he-IL": ("he", "yi"),
    "ar-SA": ("ar", "fa", "ur", "ps", "ug", "sd", "ckb", "ku", "prs"),
    "ko-KR": ("ko",),
    "ja-JP": ("ja",),
    "zh-CN": ("zh", "ja", "ko"),
}
"""The languages written in the script that a tag stands for."""
_WRITTEN_APART = frozenset(own for owners in _WRITERS.values() for own in owners)
"""The languages that are not written in Latin letters."""
_Item = TypeVar("_Item")


@lru_cache(maxsize=4096)
def language_of(text: str) -> str:
    """Return the language that most letters of a text are written in, "" for Latin and unknown.

    A script is no language; the tag is what spelling checks and fonts need to be right at all.
    """
    if text.isascii():
        return ""
    counts = Counter(_language(char) for char in text if char.isalpha())
    if "ja-JP" in counts:
        counts["ja-JP"] += counts.pop("zh-CN", 0)
    return max(counts, key=lambda tag: (counts[tag], tag)) if counts else ""


def _language(char: str) -> str:
    code = ord(char)
    return next((tag for first, last, tag in _SCRIPTS if first <= code <= last), "")


def by_script(text: str, language: str, *, plain: str = "en-US") -> list[tuple[str, str]]:
    """Return a text in parts of one script, each with its language; in order, nothing left out.

    `language` is the text's own and stays with the parts whose script it is written in; letters of
    other scripts get the language that these tell, Latin ones `plain`. What is no letter goes with
    what is before it.
    """
    if language.split("-")[0].lower() not in _WRITTEN_APART and not _TELLING.search(text):
        return [(text, language)]
    said = language_of(text)
    parts: list[tuple[str, str]] = []
    for char in text:
        tag = _tag(char, language, said=said, plain=plain) if char.isalpha() else ""
        if parts and (not tag or tag == parts[-1][1] or not parts[-1][1]):
            parts[-1] = (parts[-1][0] + char, tag or parts[-1][1])
        else:
            parts.append((char, tag))
    return [(part, tag or language) for part, tag in parts]


def _tag(char: str, language: str, *, said: str, plain: str) -> str:
    """Return the language of a letter in a text of a language whose script mostly is `said`'s."""
    found = _language(char)
    own = language.split("-")[0].lower()
    if not found:
        return plain if own in _WRITTEN_APART else language
    if own in _WRITERS[found]:
        return language
    return said if said == "ja-JP" and found == "zh-CN" else found


def reads_from_right(text: str) -> bool:
    """Return whether the first letter with a direction is one of a script read from the right."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def seen_from_left(items: Sequence[tuple[_Item, str]]) -> list[_Item]:
    """Return the parts of a line that reads from the right as they stand from left to right.

    Neighbours that read from the left keep their order among themselves (UAX 9, rule L2).
    """
    runs: list[list[_Item]] = []
    after_left = False
    for item, text in items:
        left = not any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
        if left and after_left:
            runs[-1].append(item)
        else:
            runs.append([item])
        after_left = left
    return [item for run in reversed(runs) for item in run]
