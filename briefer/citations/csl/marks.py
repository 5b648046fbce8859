"""Marked text: what the processor gives back, with the face of words in private characters.

In: strings of the processor. Out: runs. The processor has formatters of its own for HTML and plain
text; the one's entities go wrong under its text cases, the other loses the face.
"""

from __future__ import annotations

import re
from types import SimpleNamespace

from citeproc.string import String

from briefer.citations.styles.runs import Runs, merged
from briefer.content import Text

ITALIC = ("\ue000", "\ue001")
BOLD = ("\ue002", "\ue003")
MARKS = "".join((*ITALIC, *BOLD))
_PIECES = re.compile(f"([{MARKS}])")

_FIRST_KEPT = 0xE010
_KEPT = "0123456789-,&/"
"""Characters that the processor reads a range or a list in; inside a number they are its own."""
_KEEP = str.maketrans({char: chr(_FIRST_KEPT + place) for place, char in enumerate(_KEPT)})
_GIVE_BACK = str.maketrans({chr(_FIRST_KEPT + place): char for place, char in enumerate(_KEPT)})
_PRIVATE = dict.fromkeys(range(0xE000, 0xF900))


def bare(text: str) -> str:
    """Return text without private characters, which would be taken for marks."""
    return text.translate(_PRIVATE)


def kept(number: str) -> str:
    """Return a number that the processor will print as it stands."""
    return number.translate(_KEEP)


def given_back(text: str) -> str:
    """Return marked text with the numbers that were kept as they are read."""
    return text.translate(_GIVE_BACK)


class Marked(String):
    """Text with a face, which takes a capital behind its mark."""

    def capitalize_first(self) -> Marked:
        """Return it with its first letter as a capital."""
        for place, char in enumerate(self):
            if char not in MARKS:
                return Marked(self[:place] + char.upper() + self[place + 1 :])
        return self


def _italic(text: object) -> Marked:
    return Marked(f"{ITALIC[0]}{text}{ITALIC[1]}")


def _bold(text: object) -> Marked:
    return Marked(f"{BOLD[0]}{text}{BOLD[1]}")


FACE = SimpleNamespace(
    preformat=bare,
    Italic=_italic,
    Oblique=_italic,
    Bold=_bold,
    Light=String,
    Underline=String,
    Superscript=String,
    Subscript=String,
    SmallCaps=String,
)
"""The formatter that is handed to the processor, which calls it by these names."""


def runs_of(marked: str) -> Runs:
    """Return marked text as runs; marks may stand in each other, and all are closed at the end."""
    italic = bold = 0
    runs: Runs = []
    for piece in _PIECES.split(marked):
        italic += (piece == ITALIC[0]) - (piece == ITALIC[1])
        bold += (piece == BOLD[0]) - (piece == BOLD[1])
        if piece and piece not in MARKS:
            runs.append(Text(piece, bold=bold > 0, italic=italic > 0))
    return merged(runs)
