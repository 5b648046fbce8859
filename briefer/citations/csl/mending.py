"""What is put right in a citation after the processor: small mends of marks and blanks.

In: marked text (`marks`). Out: the same, mended. Each function mends one known fault; the faults
are listed on the design page "domain", section 5.2. Must not know: sources, styles.
"""

from __future__ import annotations

import re

_M = "[\ue000-\ue003]*"
"""Marks of a face, which may stand between any two characters."""
_CLOSING = "\N{RIGHT DOUBLE QUOTATION MARK}"
_SINGLE = "\N{RIGHT SINGLE QUOTATION MARK}"

_STRAIGHT = re.compile(rf"(?<=\w)({_M})'({_M})(?=\w)")
_DOUBLED = re.compile(rf"([,;:])({_M})\1+")
_TWO_STOPS = re.compile(rf"(?<!\.)\.({_M})\.(?!\.)")
_ENDED = re.compile(rf"([!?]|(?<!\.)\.)({_M}[{_CLOSING}{_SINGLE}]{_M}|{_M})\.(?!\.)")
_ENDED_COMMA = re.compile(rf"([!?])({_M}{_CLOSING}{_M}),")
_OUTSIDE = re.compile(rf"({_M})({_SINGLE}?{_M}{_CLOSING}{_M})([.,])(?!\d)")
_EMPTY = re.compile(rf"\s*[(\[]({_M})[\s,;:.]*({_M})[)\]]")
_HANGING = re.compile(rf"([(\[\N{{LEFT DOUBLE QUOTATION MARK}}]{_M})[\s,;:]+")
_BEFORE_MARK = re.compile(rf"(?<![.\s])\s+({_M})(?=[,;:)\]]|\.(?!\s?\.))")
_COMMAS = re.compile(rf",({_M})\s*([,.;])")
_BLANKS = re.compile(r"[ \t\r\n]+")


def mended(text: str, *, inside_quotes: bool) -> str:
    """Return a citation with all mends; `inside_quotes` is the locale's wish for marks there."""
    text = without_empty_brackets(with_typographic_apostrophes(text))
    text = without_doubled_marks(_BLANKS.sub(" ", text))
    return with_marks_inside(text).strip() if inside_quotes else text.strip()


def with_typographic_apostrophes(text: str) -> str:
    """Return text with an apostrophe where one stands straight inside a word.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: straight quotation marks of the data
    are printed as they are, other processors make them typographic.
    """
    return _STRAIGHT.sub(rf"\1{_SINGLE}\2", text)


def without_doubled_marks(text: str) -> str:
    """Return text without a mark behind its like, a full stop behind a question mark, ", ,".

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: `normalize_seam` looks at characters
    next to each other only, not through a change of face or a quotation mark.
    """
    text = _TWO_STOPS.sub(r".\1", _DOUBLED.sub(r"\1\2", text))
    text = _ENDED.sub(r"\1\2", text)
    text = _ENDED_COMMA.sub(r"\1\2", text)
    return _COMMAS.sub(r"\1\2", _BEFORE_MARK.sub(r"\1", text))


def with_marks_inside(text: str) -> str:
    """Return text with commas and full stops inside closing quotation marks (American usage).

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: `Quoted.quote` reads the locale's
    `punctuation-in-quote` and does not use it.
    """
    return _OUTSIDE.sub(r"\1\3\2", text)


def without_empty_brackets(text: str) -> str:
    """Return text without brackets that have nothing in them, or begin with a mark.

    WORKAROUND for https://github.com/citeproc-py/citeproc-py: a group's affixes are printed where
    only marks are left in it, such as "(, 2023)".
    """
    return _HANGING.sub(r"\1", _EMPTY.sub(r"\1\2", text))
