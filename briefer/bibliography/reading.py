"""A file of sources, whatever its format and encoding, to its items.

In: the bytes of a file and its name for messages. Out: a `Bibliography`. The format is told by what
the file holds, not by its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefer.bibliography.bibtex import read_bibtex
from briefer.bibliography.csl_json import read_csl_json
from briefer.bibliography.encoding import decoded
from briefer.bibliography.items import Bibliography, RawItem, nobody, wrong
from briefer.bibliography.making import item_of
from briefer.bibliography.ris import read_ris
from briefer.errors import BibliographyError

FORMATS: Mapping[str, str] = {"csl-json": "CSL-JSON", "bibtex": "BibTeX", "ris": "RIS"}
"""The formats by name, with their names for people."""

_READERS: Mapping[str, Callable[[str, str, Callable[[], None]], tuple[RawItem, ...]]] = {
    "csl-json": read_csl_json,
    "bibtex": read_bibtex,
    "ris": read_ris,
}
_RIS = re.compile(r"^\s?TY {1,3}-", re.MULTILINE)
_BIBTEX = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_NEXT = "Export it from Zotero, EndNote or Mendeley as CSL-JSON, BibTeX or RIS."


def _no_step(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def read_bibliography(
    data: bytes,
    name: str,
    *,
    step: Callable[[int, int], None] = _no_step,
    hear: Callable[[], None] = nobody,
) -> Bibliography:
    """Return the sources of a file.

    `step` is told before each item how many are done of how many; before it is known how many there
    are, `hear` is called again and again. What either raises ends the reading.
    Raise BibliographyError naming the file and the line or item where it is broken, too large or of
    no format that is read. An item that cannot be a source is no error: it says so itself.
    """
    text = decoded(data, name)
    format_ = _format(text.text, name)
    items = _READERS[format_](text.text, name, hear)
    if not items:
        raise wrong(name, f"it is {FORMATS[format_]} and holds no source.", hint=_NEXT)
    notes = (
        (f"It does not say its encoding; it was read as {text.encoding}. Look at the accents.",)
        if text.guessed
        else ()
    )
    made = []
    for done, item in enumerate(items):
        step(done, len(items))
        made.append(item_of(item))
    return Bibliography(name, format_, text.encoding, tuple(made), notes)


def _format(text: str, name: str) -> str:
    begun = text.lstrip("\ufeff \t\r\n")
    if begun.startswith(("[", "{")):
        return "csl-json"
    found = [
        (match.start(), format_)
        for format_, pattern in (("ris", _RIS), ("bibtex", _BIBTEX))
        if (match := pattern.search(text))
    ]
    if found:
        return min(found)[1]
    raise _unknown(begun, name)


def _unknown(begun: str, name: str) -> BibliographyError:
    if not begun:
        return wrong(name, "it is empty.", hint=_NEXT)
    if begun.startswith("<"):
        return wrong(name, "it is XML or HTML, which is not read.", line=1, hint=_NEXT)
    return wrong(name, "it is neither CSL-JSON nor BibTeX nor RIS.", line=1, hint=_NEXT)
