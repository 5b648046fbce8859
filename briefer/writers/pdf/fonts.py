"""The embedded fonts of a PDF that Qt painted, mended.

In: pages. Out: the same pages, their fonts named the same way every time and their blanks readable
as blanks. Must not know: what the pages show.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

_TAB, _BLANK = b"<0009>", b"<0020>"
_TAG_LETTERS = 6


def mend_fonts(pages: Iterable[PageObject]) -> None:
    """Name font subsets in order of use, and have the glyph of blanks read as a blank.

    WORKAROUND for
    https://code.qt.io/cgit/qt/qtbase.git/tree/src/gui/text/qfontsubset.cpp: Qt takes the names of
    subsets from a hash table whose order is random, names the font itself without one, and reads
    a glyph as the lowest character that has it, which for blanks is the tab.
    """
    for number, font in enumerate(_fonts(pages)):
        name = NameObject(f"/{_tag(number)}+{str(font['/BaseFont']).removeprefix('/')}")
        descendants = font["/DescendantFonts"].get_object()
        assert isinstance(descendants, ArrayObject)
        descendant = _dictionary(descendants[0])
        font[NameObject("/BaseFont")] = name
        descendant[NameObject("/BaseFont")] = name
        _dictionary(descendant["/FontDescriptor"])[NameObject("/FontName")] = name
        characters = font["/ToUnicode"].get_object()
        if isinstance(characters, StreamObject):
            characters.set_data(characters.get_data().replace(_TAB, _BLANK))


def _fonts(pages: Iterable[PageObject]) -> Iterator[DictionaryObject]:
    """Yield each composite font of the pages once, in order of use."""
    seen: set[int] = set()
    for page in pages:
        resources = _dictionary(page["/Resources"])
        if "/Font" not in resources:
            continue
        for value in _dictionary(resources["/Font"]).values():
            if isinstance(value, IndirectObject) and value.idnum not in seen:
                seen.add(value.idnum)
                font = _dictionary(value)
                if "/DescendantFonts" in font:
                    yield font


def _dictionary(value: PdfObject) -> DictionaryObject:
    """Return a value of a document that is a dictionary, wherever it stands."""
    found = value.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _tag(number: int) -> str:
    """Return the six capitals that tell a subset from others of its font (PDF 32000, 9.6.4)."""
    letters = []
    for _ in range(_TAG_LETTERS):
        number, letter = divmod(number, 26)
        letters.append(string.ascii_uppercase[letter])
    return "".join(reversed(letters))
