"""Tests of numbering: by first appearance, one number a place, no number without a place."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.citations import STYLES, Numbered, number_citations
from briefer.content import (
    Cite,
    CiteMark,
    Column,
    Figure,
    Figures,
    Moment,
    Panel,
    Para,
    Row,
    Slide,
    Table,
    Text,
    Timeline,
)
from briefer.errors import UnknownNameError
from briefer.records import Locator, PartialDate
from tests.builders import SOURCE, gathered, make_source

_OTHER = "source/other"


def _cite(note: int, source: str = SOURCE) -> Cite:
    return Cite(source, Locator("note", str(note)), "event/x")


def _mark(*notes: int, source: str = SOURCE) -> CiteMark:
    return CiteMark(tuple(_cite(note, source) for note in notes))


def _slide(key: str, *marks: CiteMark) -> Slide:
    paras = tuple(Para((Text("Claim."), mark), "point") for mark in marks)
    return Slide(key, "bluf", "bluf", key, "", (Panel("points", paras),))


def _marks(numbered: Numbered) -> list[tuple[int, ...]]:
    return [
        inline.numbers
        for slide in numbered.slides
        for block in slide.blocks
        if isinstance(block, Panel)
        for para in block.paras
        for inline in para.inlines
        if isinstance(inline, CiteMark)
    ]


def _number(slides: Iterable[Slide]) -> Numbered:
    return number_citations(tuple(slides), gathered(make_source(_OTHER, short="Other")))


def test_numbers_follow_the_first_appearance() -> None:
    """The first place cited is 1, and a place cited again keeps its number."""
    numbered = _number([_slide("a", _mark(30), _mark(12)), _slide("b", _mark(12, 7))])
    assert _marks(numbered) == [(1,), (2,), (2, 3)]
    assert [item.pinpoint for item in numbered.references] == ["n. 30", "n. 12", "n. 7"]


def test_reordered_slides_are_numbered_anew() -> None:
    """Moving a slide to the front makes its place the first."""
    first, second = _slide("a", _mark(30)), _slide("b", _mark(12))
    assert [item.pinpoint for item in _number([first, second]).references] == ["n. 30", "n. 12"]
    assert [item.pinpoint for item in _number([second, first]).references] == ["n. 12", "n. 30"]


def test_the_same_place_in_two_works_has_two_numbers_and_letters() -> None:
    """A number is for a work and a place; works are lettered as they appear."""
    numbered = _number([_slide("a", _mark(1, source=_OTHER), _mark(1))])
    assert [(item.number, item.letter, item.short) for item in numbered.references] == [
        (1, "A", "Other"),
        (2, "B", "Note"),
    ]
    assert [letter for letter, _ in numbered.works] == ["A", "B"]


def test_a_mark_without_cites_has_no_number() -> None:
    """An uncited claim stays visibly without a number."""
    assert _marks(_number([_slide("a", CiteMark(()), _mark(3))])) == [(), (1,)]


def test_every_kind_of_block_is_reached() -> None:
    """Moments, rows, figures and points are numbered alike."""
    date = PartialDate.parse("2023")
    blocks = (
        Timeline((Moment(date, "bilateral", (Text("x"), _mark(1)), "event/x"),)),
        Table((Column("Source", 1.0),), (Row(((_mark(2),),)),)),
        Figures((Figure((Text("3"),), (Text("x"), _mark(3)), "", "statistic/x"),), (_mark(4),)),
    )
    slide = Slide("a", "bluf", "bluf", "a", "", blocks)
    numbered = _number([slide])
    timeline, table, figures = numbered.slides[0].blocks
    assert isinstance(timeline, Timeline)
    assert isinstance(table, Table)
    assert isinstance(figures, Figures)
    assert timeline.moments[0].text[-1] == CiteMark((_cite(1),), (1,))
    assert table.rows[0].cells[0][0] == CiteMark((_cite(2),), (2,))
    assert figures.figures[0].meaning[-1] == CiteMark((_cite(3),), (3,))
    assert figures.so_what[-1] == CiteMark((_cite(4),), (4,))
    assert timeline.moments[0].date is date


def test_a_source_that_is_not_there_is_named_by_its_id() -> None:
    """A lost source does not stop the deck and cannot pass for a known one."""
    numbered = _number([_slide("a", _mark(1, source="source/lost"))])
    assert numbered.references[0].short == "[unknown source source/lost]"
    assert numbered.works[0][1] == (Text("[unknown source source/lost]"),)


def test_an_unknown_style_is_named() -> None:
    """A style that nobody registered is an error that names it."""
    with pytest.raises(UnknownNameError, match="'horse'.*'house'"):
        number_citations((), gathered(), style="horse")


def test_more_than_26_works_go_on_with_two_letters() -> None:
    """The twenty-seventh work is AA."""
    marks = [_mark(1, source=f"source/{index}") for index in range(28)]
    numbered = _number([_slide("a", *marks)])
    assert [letter for letter, _ in numbered.works][24:] == ["Y", "Z", "AA", "AB"]


@given(st.lists(st.lists(st.lists(st.integers(1, 9), max_size=3), max_size=4), max_size=5))
def test_numbers_are_dense_and_resolve(deck: list[list[list[int]]]) -> None:
    """Numbers run 1 to n without a gap, in order of first use, and each has one reference."""
    slides = [
        _slide(str(index), *(_mark(*notes) for notes in slide)) for index, slide in enumerate(deck)
    ]
    numbered = _number(slides)
    used = [number for numbers in _marks(numbered) for number in numbers]
    assert sorted(set(used)) == list(range(1, len(numbered.references) + 1))
    assert [item.number for item in numbered.references] == sorted(set(used))
    places = [note for slide in deck for notes in slide for note in notes]
    expected = [f"n. {note}" for note in dict.fromkeys(places)]
    assert [item.pinpoint for item in numbered.references] == expected


def test_every_style_has_a_label_and_words_a_source() -> None:
    """Each registered style can be shown in a menu and used."""
    for style in STYLES.values():
        assert style.label
        assert "A Note on Drugs" in style.full(make_source(), Locator("note", "4"))
