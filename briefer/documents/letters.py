"""Letters as a reader sees them: ligatures in their letters, without marks that only printers need.

In: text of a document. Out: text in which words can be found. Must not know: forms of documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Latin ligatures, such as "ﬃ", in their letters."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen, and what has no width, but not the joiners that some scripts are written with."""
_BROKEN = re.compile(r"(?<!\w)(\w++)(?:-[ \t]*+|\u00ad[ \t]*+)\n[ \t]*+(\w++)")
"""A word is tried from its first letter only, and taken whole: a long one costs no more than short
ones."""
_WORD = re.compile(r"\w+(?:-\w+)*")


def printed(text: str) -> str:
    """Return a text with ligatures as letters and without signs that nobody sees."""
    return text.translate(LIGATURES).translate(_UNSEEN)


def rejoined(text: str, *, sure: bool = False) -> str:
    """Return a text in which words that a line end broke are whole.

    A hyphen at a line's end is kept where the document writes the word with one elsewhere, and
    dropped where the rest goes on in small letters; a name or number keeps it. With `sure` a word
    is made whole only where the document has it whole elsewhere, or the hyphen is a soft one.
    """
    words = Counter(word.lower() for word in _WORD.findall(text))

    def whole(match: re.Match[str]) -> str:
        first, rest = match.groups()
        if "\u00ad" in match[0]:
            return f"{first}{rest}\n"
        hyphened, joined = (words[f"{first}{sign}{rest}".lower()] for sign in ("-", ""))
        if sure and joined <= hyphened:
            return match[0]
        kept = hyphened > joined or not rest[0].islower() or first[-1].isdigit()
        return f"{first}{'-' if kept else ''}{rest}\n"

    return _BROKEN.sub(whole, text).replace("\u00ad", "")
