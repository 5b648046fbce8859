"""What is written is read back: any source by each format, and any file by the library."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.bibliography.notes import joined_note, split_note
from briefer.bibliography.reading import read_bibliography
from briefer.bibliography.writing import WRITERS
from briefer.records import Source
from tests.records.strategies import SLUGS, TEXTS, parts

KEYS = st.sampled_from(
    (
        "abstract",
        "citation-key",
        "editor",
        "event-title",
        "id",
        "issued",
        "ISBN",
        "keyword",
        "note",
        "title",
        "author",
        "custom",
        "type",
        "an odd: key",
        "bibtex:file",
        "bibtex:year",
        "bibtex:entrytype",
        "ris:C1",
        "ris:UR",
        "ris:TY",
    )
)
VALUES = st.one_of(
    TEXTS,
    st.sampled_from(
        (
            '[{"family":"Doe","given":"Jane","suffix":"Jr."}]',
            '{"literal": "n.d."}',
            '["one", "two"]',
            "thesis",
            "https://example.org/",
            "10",
            "a {brace",
            "A\nTY  - JOUR",
            "A\n @book(b, title={B}",
            "-- ``a'' ~ $x$ {\\'e}",
        )
    ),
)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Return any source, with what a file brought in its note or without."""
    drawn = draw(parts(Source))
    assert isinstance(drawn, Source)
    carried = draw(st.dictionaries(KEYS, VALUES, max_size=4))
    words = draw(st.sampled_from(("", "Seen in print.", "Two\nlines")))
    return dataclasses.replace(
        drawn, id=f"source/{draw(SLUGS)}", note=joined_note(words, carried), origin="user"
    )


def read_back(text: str) -> list[Source]:
    """Return the sources of a file that we wrote ourselves, none of them faulty."""
    found = read_bibliography(text.encode(), "ours")
    assert not [item.problem for item in found.items if item.source is None]
    return [item.source for item in found.items if item.source]


@pytest.mark.parametrize("name", sorted(WRITERS))
@settings(max_examples=200)
@given(source=sources())
def test_a_source_comes_back_as_it_is(name: str, source: Source) -> None:
    """Every field of a source comes back from every format, and so does its note."""
    assert read_back(WRITERS[name]([source], notes=True)) == [source]


@pytest.mark.parametrize("name", sorted(WRITERS))
@settings(max_examples=50)
@given(source=sources())
def test_the_words_of_a_note_stay(name: str, source: Source) -> None:
    """Without being asked for, a note's own words go into no file; what a file brought does.

    Where a file of the user lies stays too.
    """
    words, carried = split_note(source.note)
    carried.pop("bibtex:file", None)
    expected = dataclasses.replace(source, note=joined_note("", carried))
    text = WRITERS[name]([source])
    assert read_back(text) == [expected]
    if words and words not in (source.title, source.short):
        assert words.split("\n")[0] not in text


ANYTHING = st.one_of(TEXTS, st.integers(), st.lists(st.booleans(), min_size=1), st.just({"a": [1]}))


@settings(max_examples=100)
@given(
    item=st.fixed_dictionaries(
        {},
        optional={
            "abstract": ANYTHING,
            "note": ANYTHING,
            "ISBN": ANYTHING,
            "odd key": ANYTHING,
            "type": TEXTS,
            "DOI": TEXTS,
            "custom": st.just({"a": [1]}),
            "author": st.just([{"family": "Berg", "non-dropping-particle": "van der"}]),
            "issued": st.just({"literal": "forthcoming"}),
        },
    )
)
def test_a_file_comes_back_through_the_library(item: dict[str, object]) -> None:
    """What a CSL-JSON file says of an item stands in the file written from the library."""
    whole = {"id": "doe", "title": "On Drugs", **item}
    (source,) = read_back(json.dumps([whole]))
    (written,) = json.loads(WRITERS["csl-json"]([source]))
    written["custom"] = {"a": written.get("custom", {}).get("a")}
    for key, value in whole.items():
        assert written[key] == (value.strip() if isinstance(value, str) and key == "DOI" else value)


@given(
    words=st.sampled_from(("", "Own words.", "Own\n\nwords")), carried=st.dictionaries(KEYS, VALUES)
)
def test_a_note_tells_its_words_from_what_is_carried(words: str, carried: dict[str, str]) -> None:
    """Words and carried fields of a note are told apart again, whatever is in them."""
    assert split_note(joined_note(words, carried)) == (words, carried)
