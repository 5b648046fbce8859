"""Sources to a file of one of the formats.

In: sources and the name of a format. Out: text, to be written in UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from briefer.bibliography.bibtex_writing import write_bibtex
from briefer.bibliography.csl_json import write_csl_json
from briefer.bibliography.ris_writing import write_ris
from briefer.records import Source


class Writer(Protocol):
    """Writes sources in one format."""

    def __call__(self, sources: Iterable[Source], *, notes: bool = False) -> str:
        """Return sources as text; with `notes`, the whole of their notes."""
        ...


WRITERS: Mapping[str, Writer] = {
    "csl-json": write_csl_json,
    "bibtex": write_bibtex,
    "ris": write_ris,
}
"""The writers by the name of their format (`reading.FORMATS`)."""

SUFFIXES: Mapping[str, str] = {"csl-json": ".json", "bibtex": ".bib", "ris": ".ris"}
"""How the name of a file of each format ends."""
