"""Every style words every kind of source as its manual does: the golden tables."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefer.citations import STYLES
from briefer.citations.styles.kinds import KINDS, Kind
from briefer.content import Text
from tests.citations.styles import (
    golden_ajil,
    golden_apa,
    golden_bluebook,
    golden_chicago,
    golden_house,
)
from tests.citations.styles.samples import SAMPLES

TABLES: Mapping[str, Mapping[Kind, str]] = {
    "house": golden_house.GOLDEN,
    "bluebook": golden_bluebook.GOLDEN,
    "ajil": golden_ajil.GOLDEN,
    "chicago": golden_chicago.GOLDEN,
    "apa": golden_apa.GOLDEN,
}
_ROWS = [(style, kind) for style, table in TABLES.items() for kind in table]


def test_every_style_has_a_table_of_every_kind() -> None:
    """No style and no kind of source is without an example."""
    assert list(TABLES) == list(STYLES)
    for table in TABLES.values():
        assert set(table) == set(KINDS)


@pytest.mark.parametrize(("style", "kind"), _ROWS)
def test_entry_is_worded_as_in_the_table(style: str, kind: Kind) -> None:
    """The entry of the sources slide, with its italics, is the golden one."""
    runs = [run for run in STYLES[style].work(SAMPLES[kind], ()) if isinstance(run, Text)]
    words = "".join(f"_{run.text}_" if run.italic else run.text for run in runs)
    assert words == TABLES[style][kind]


@pytest.mark.parametrize(("style", "kind"), _ROWS)
def test_whole_citation_is_the_entry_with_place_and_address(style: str, kind: Kind) -> None:
    """What the notes and the reader's tips say is the entry, its pinpoint and its address."""
    source = SAMPLES[kind]
    entry = TABLES[style][kind].replace("_", "").rstrip(".")
    full = STYLES[style].full(source, None)
    assert full.startswith(entry)
    rest = full.removeprefix(entry).strip(",. ").removeprefix("at ")
    assert rest in {source.url or "", f"https://doi.org/{source.doi}"}
