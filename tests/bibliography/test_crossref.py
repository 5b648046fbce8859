"""Entries of BibTeX that are parts of another one, as biblatex and Better BibTeX write them."""

from __future__ import annotations

import dataclasses
import time

import pytest

from briefer.bibliography.writing import WRITERS
from tests.bibliography.files import only, read_text, source_of

PART = "@inproceedings{part, title={A Part}, author={Doe, Jane}, crossref={Whole}, %s}\n"
WHOLE = """@proceedings{whole, title={Proceedings of a Forum}, editor={Roe, Richard},
 date={2022-03-15}, publisher={Example Press}, doi={10.1000/whole}, keywords={forum}}
"""


def test_a_part_takes_over_what_it_lacks() -> None:
    """Title of the whole, date, publisher, editor; never its DOI, which would be another work."""
    part, whole = (source_of(item) for item in read_text(PART % "" + WHOLE).items)
    assert part.title == "A Part"
    assert part.container_title == "Proceedings of a Forum"
    assert part.publisher == "Example Press"
    assert part.issued
    assert part.issued.edtf == "2022-03-15"
    assert part.note
    assert "Roe" in part.note
    assert "forum" not in part.note
    assert (part.doi, whole.doi) == (None, "10.1000/whole")


def test_what_a_part_says_itself_stands() -> None:
    """A year of its own keeps the month of the whole out."""
    part, _ = read_text(PART % "year=2023, booktitle={Papers}" + WHOLE).items
    assert source_of(part).container_title == "Papers"
    issued = source_of(part).issued
    assert issued
    assert issued.edtf == "2023"
    assert not part.findings


def test_a_whole_that_is_not_in_the_file_is_told() -> None:
    """With the name of the field and of the entry."""
    (finding,) = only(PART % "year=2023").findings
    assert finding.field == "crossref"
    assert "'Whole'" in finding.message


@pytest.mark.parametrize("to", sorted(WRITERS))
def test_parts_come_back_as_they_are(to: str) -> None:
    """Also where a field that was taken over has been emptied since, or the whole is left out."""
    sources = [source_of(item) for item in read_text(PART % "" + WHOLE).items]
    emptied = dataclasses.replace(sources[0], publisher=None)
    for kept in (sources, sources[:1], [emptied, sources[1]]):
        back = read_text(WRITERS[to](kept, notes=True))
        assert [item.source for item in back.items] == kept
        assert not [finding for item in back.items for finding in item.findings]


def test_many_parts_of_a_huge_whole_are_read_soon() -> None:
    """A value as long as a book is not taken over by thousands."""
    parts = "".join(
        f"@incollection{{k{n}, title={{A {n}}}, year=2020, crossref={{w}}}}\n" for n in range(3000)
    )
    whole = "@collection{w, title={T}, publisher={%s}}" % ("x" * 150_000)
    started = time.monotonic()
    items = read_text(parts + whole).items
    assert time.monotonic() - started < 20
    assert source_of(items[0]).publisher is None
    assert source_of(items[0]).container_title == "T"


@pytest.mark.parametrize(
    ("date", "edtf"),
    [("1890~", "1890~"), ("2023-05~", "2023-05~"), ("2020?", "2020?"), ("{1890~}", "1890~")],
)
def test_a_date_is_never_finer_than_biblatex_says(date: str, edtf: str) -> None:
    """Its `~` is no blank in a date."""
    issued = source_of(only(f"@misc{{a, title={{A}}, date={{{date}}}}}")).issued
    assert issued
    assert issued.edtf == edtf
