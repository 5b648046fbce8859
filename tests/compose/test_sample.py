"""Tests of the bundled sample: every kind, every claim numbered, every record in the library."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from briefer.citations import Numbered, number_citations
from briefer.compose import SLIDE_KINDS, slides_of, sources_slide
from briefer.content import (
    CiteMark,
    Figures,
    Inline,
    Panel,
    Slide,
    SourceList,
    Table,
    Text,
    Timeline,
)
from briefer.packs import read_pack
from briefer.records import Statement
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.files import load_briefing

_DATA = resources.files("briefer") / "data"
_QUOTED = re.compile("“([^”]+)”")


@cache
def _library() -> Gathered:
    with resources.as_file(_DATA / "library") as folder:
        return Gathered(read_pack(Path(folder)))


@cache
def _sample() -> Briefing:
    with resources.as_file(_DATA / "sample.briefing") as path:
        return load_briefing(Path(path), kinds=tuple(SLIDE_KINDS)).briefing


@cache
def _numbered() -> Numbered:
    return number_citations(slides_of(_sample(), _library()), _library(), style=_sample().style)


def _claims(slide: Slide) -> list[tuple[Inline, ...]]:
    """Return the inlines of every claim of a slide: what must end in a mark."""
    claims: list[tuple[Inline, ...]] = []
    for block in slide.blocks:
        if isinstance(block, Panel):
            claims += [para.inlines for para in block.paras if para.role in ("point", "quote")]
        elif isinstance(block, Timeline):
            claims += [moment.text for moment in block.moments]
        elif isinstance(block, Table) and block.columns[-1].heading == "Source":
            claims += [row.cells[-1] for row in block.rows]
        elif isinstance(block, Figures):
            claims += [figure.meaning for figure in block.figures]
            claims += [para.inlines for para in block.context if para.role == "point"]
            claims += [block.so_what] if block.so_what else []
    return claims


def _texts(slide: Slide) -> str:
    words = [item.text for claim in _claims(slide) for item in claim if isinstance(item, Text)]
    for block in slide.blocks:
        words += [figure.scope for figure in block.figures] if isinstance(block, Figures) else []
    return " ".join(words)


def test_every_kind_is_used() -> None:
    """The sample shows all that a person can pick; sources come by themselves."""
    used = {slide.kind for slide in _numbered().slides}
    sources = sources_slide(_numbered().works, _numbered().references)
    assert sources is not None
    assert used | {sources.kind} == set(SLIDE_KINDS)


def test_every_card_is_shown_as_its_kind() -> None:
    """No card of the sample falls back on text, and none has a hole."""
    for slide in _numbered().slides:
        assert slide.pattern != "text", slide.title
        assert slide.missing == (), slide.title


def test_every_record_and_wording_key_is_known() -> None:
    """Cards name records of the library and fields of their kind only."""
    for card in _sample().cards:
        fields = {field.name for field in SLIDE_KINDS[card.kind].fields}
        assert set(card.records) <= set(_library())
        for key, _ in card.text:
            assert key in fields or key in card.records, key


@pytest.mark.parametrize("index", range(len(_sample().cards)))
def test_every_claim_ends_in_its_number(index: int) -> None:
    """No claim of the sample is uncited, and none has a mark without a number."""
    slide = _numbered().slides[index]
    known = {reference.number for reference in _numbered().references}
    for claim in _claims(slide):
        mark = claim[-1]
        assert isinstance(mark, CiteMark), claim
        assert mark.numbers, claim
        assert set(mark.numbers) <= known


def _marks(value: object) -> Iterator[CiteMark]:
    """Yield every mark inside a slide."""
    if isinstance(value, CiteMark):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _marks(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _marks(getattr(value, field.name))


def test_no_mark_is_empty() -> None:
    """Nothing in the sample is shown as uncited, in whatever block it stands."""
    for slide in _numbered().slides:
        assert all(mark.numbers for mark in _marks(slide.blocks)), slide.title


def test_every_answer_is_sourced() -> None:
    """Each answer to an anticipated question carries at least one mark."""
    (slide,) = (slide for slide in _numbered().slides if slide.kind == "questions")
    (table,) = (block for block in slide.blocks if isinstance(block, Table))
    assert all(list(_marks(row.cells[-1])) for row in table.rows)


def test_every_number_is_in_the_sources() -> None:
    """The sources slide lists 1 to n under works that it names."""
    slide = sources_slide(_numbered().works, _numbered().references)
    assert slide is not None
    (block,) = slide.blocks
    assert isinstance(block, SourceList)
    assert [entry.number for entry in block.entries] == list(range(1, len(block.entries) + 1))
    assert {entry.letter for entry in block.entries} == {letter for letter, _ in block.works}
    assert all(entry.pinpoint for entry in block.entries)


def test_quotations_are_the_records_own_words() -> None:
    """Every quotation in the notes, and every quoted phrase on a slide, stands in a record."""
    verbatim = [item.text for item in _library().values() if isinstance(item, Statement)]
    hedges = [getattr(item, "wording", None) or "" for item in _library().values()]
    for slide in _numbered().slides:
        for quotation in slide.quotations:
            assert quotation.text in verbatim
        for phrase in _QUOTED.findall(_texts(slide)):
            assert any(phrase in text for text in (*verbatim, *hedges)), phrase


def test_titles_are_short_sentences_of_their_own() -> None:
    """Each slide has a title within its length that no other slide has, and no full stop."""
    titles = [slide.title for slide in _numbered().slides]
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 110 and not title.endswith(".") for title in titles)


def test_sections_name_the_parts_of_the_briefing() -> None:
    """Six sections, each with cards."""
    sections = _sample().sections
    assert len(sections) == 6
    assert all(section.title and section.cards for section in sections)
    assert _sample().marking == ""


def test_a_deck_in_another_order_is_numbered_anew() -> None:
    """Reversing the slides reverses who is first, and keeps every place."""
    turned = number_citations(_numbered().slides[::-1], _library())
    places = {(item.source, item.pinpoint) for item in _numbered().references}
    assert {(item.source, item.pinpoint) for item in turned.references} == places
    assert turned.references[0].pinpoint != _numbered().references[0].pinpoint
