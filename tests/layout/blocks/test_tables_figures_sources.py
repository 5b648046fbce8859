"""Tests of tables, key figures and sources over one and several pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.content import Column, Row, Slide, SourceEntry, SourceList, Table, Text
from briefer.layout.blocks.table_rows import MUTED
from briefer.layout.boxes import TableBox
from briefer.layout.paginate import lay_out
from briefer.layout.text import TextSetter
from briefer.template.model import Template
from tests.layout.decks import (
    deck,
    figures,
    mark,
    overflows,
    panel,
    para,
    shown_in,
    slide,
    sources,
    table,
    text_boxes,
    words_on,
)


@pytest.mark.parametrize(("rows", "pages"), [(1, 1), (6, 1), (7, 2), (13, 3), (30, 5)])
def test_tables_continue_under_their_header(
    light: Template, setter: TextSetter, rows: int, pages: int
) -> None:
    """Six rows stand on a page; each page repeats the header, none ends with a lone row."""
    made = lay_out(deck(table(rows)), light, setter)
    tables = [box for page in made for box in page.boxes if isinstance(box, TableBox)]
    assert len(made) == pages
    assert all(t.rows[0][1].paragraphs[0].text == "Action" for t in tables)
    assert sum(len(t.rows) - 1 for t in tables) == rows
    assert rows == 1 or all(len(t.rows) > 2 for t in tables)
    assert not any(overflows(page) for page in made)


def test_source_cells_show_full_size_numbers(light: Template, setter: TextSetter) -> None:
    """A marker alone in its cell is not superscript, and still counts as a citation."""
    (page,) = lay_out(deck(table(2)), light, setter)
    (box,) = [b for b in page.boxes if isinstance(b, TableBox)]
    run = box.rows[1][2].paragraphs[0].runs[0]
    assert (run.text, run.superscript, run.size) == ("1", False, 18.0)
    assert page.numbers == (1, 2)


def test_no_cell_is_blank(light: Template, setter: TextSetter) -> None:
    """What stands in a cell that says nothing is quiet, fits its column, and is no claim."""
    columns = (
        Column("Date", 2, bold=True),
        Column("Action", 7),
        Column("Source", 1, align="r", blank="None"),
    )
    bare = Row(((Text("Day"),), (), ()), "event/1")
    cited = Row((((), (Text(" "),), (mark(4),))), "event/2")
    block = Table(columns, (bare, cited), "Table")
    (page,) = lay_out(deck(slide(block, pattern="table")), light, setter)
    (box,) = [b for b in page.boxes if isinstance(b, TableBox)]
    told = [["".join(p.text for p in cell.paragraphs) for cell in row] for row in box.rows[1:]]
    assert told == [["Day", "\N{EN DASH}", "None"], ["\N{EN DASH}", "\N{EN DASH}", "4"]]
    run = box.rows[2][0].paragraphs[0].runs[0]
    assert (run.bold, run.color) == (False, MUTED)
    assert "None" not in page.notes
    assert "\N{EN DASH}" not in page.notes


def test_a_row_over_two_pages_has_no_blank_cell(light: Template, setter: TextSetter) -> None:
    """What was told on the page before is not told again, and its cell is not blank."""
    columns = (Column("Date", 2, bold=True), Column("Action", 6), Column("Track", 2, blank="?"))
    row = Row(((Text("Day"),), (Text("A sentence of what happened. " * 80),), (Text("Other"),)))
    pages = lay_out(deck(slide(Table(columns, (row,)), pattern="table")), light, setter)
    tables = [b for page in pages for b in page.boxes if isinstance(b, TableBox)]
    tracks = [table.rows[1][2].paragraphs[0].text for table in tables]
    assert tracks[0] == "Other"
    assert tracks[1:]
    assert set(tracks[1:]) == {"\N{EN DASH}"}


def test_long_cells_make_rows_taller(light: Template, setter: TextSetter) -> None:
    """A row grows with its words and stays above the source line."""
    made = lay_out(
        deck(table(9, "A long sentence of what happened, told in full " * 5)), light, setter
    )
    assert len(made) > 2
    assert not any(overflows(page) for page in made)


@pytest.mark.parametrize(
    ("count", "layouts"),
    [
        (1, ["Figure 1"]),
        (2, ["Figures 2"]),
        (3, ["Figures 3"]),
        (4, ["Figures 4"]),
        (5, ["Figures 3", "Figures 2"]),
        (6, ["Figures 3", "Figures 3"]),
        (9, ["Figures 3", "Figures 3", "Figures 3"]),
    ],
)
def test_figures_choose_their_layout(
    light: Template, setter: TextSetter, count: int, layouts: list[str]
) -> None:
    """One to four figures share a page; more are balanced over pages."""
    pages = lay_out(deck(figures(count)), light, setter)
    assert [page.layout for page in pages] == layouts
    assert not any(overflows(page) for page in pages)


def test_the_so_what_closes_the_last_page(light: Template, setter: TextSetter) -> None:
    """The so-what stands on the last page only."""
    pages = lay_out(deck(figures(5, so_what=(Text("So what: much."),))), light, setter)
    assert "So what" not in words_on(pages[0])
    assert "So what: much." in words_on(pages[1])


def test_context_stands_beside_a_single_figure(light: Template, setter: TextSetter) -> None:
    """A figure alone has its context at its side."""
    context = (para("In context", "heading"), para("A fact.", "point", 2))
    (page,) = lay_out(deck(figures(1, context=context)), light, setter)
    assert "A fact." in words_on(page)
    assert page.layout == "Figure 1"


@pytest.mark.parametrize(("numbers", "pages"), [(3, 1), (42, 1), (43, 2), (100, 3)])
def test_sources_take_columns_and_pages(
    light: Template, setter: TextSetter, numbers: int, pages: int
) -> None:
    """Forty-two numbers stand on a page; each number is listed once, keyed as on the slides."""
    made = lay_out(deck(sources(numbers), numbers=numbers), light, setter)
    assert len(made) == pages
    shown = [
        p.runs[0].text
        for page in made
        for box in text_boxes(page)
        if box.name.startswith("Notes column")
        for p in box.paragraphs
    ]
    assert shown == [str(n) for n in range(1, numbers + 1)]
    assert not any(overflows(page) for page in made)


def test_continued_sources_begin_where_the_content_does(
    light: Template, setter: TextSetter
) -> None:
    """Without works above them they take their room, as many in each column of each page."""
    _, *continued = lay_out(deck(sources(130), numbers=130), light, setter)
    top = min(box.frame.y for box in text_boxes(continued[0]) if box.idx in (21, 22, 23))
    points = light.layout("Text").placeholder(20)
    assert points is not None
    assert top == points.frame.y
    counts = [
        len(box.paragraphs)
        for page in continued
        for box in text_boxes(page)
        if box.idx in (21, 22, 23)
    ]
    assert len(counts) == 3 * len(continued)
    assert max(counts) - min(counts) <= 2


def many_works(count: int) -> Slide:
    """Return a sources slide of so many works, each cited once."""
    letters = [chr(ord("A") + n) for n in range(count)]
    works = tuple(
        (letter, (Text(f"Work {letter} in full, by its authors."),)) for letter in letters
    )
    entries = tuple(SourceEntry(n, letter, f"n. {n}") for n, letter in enumerate(letters, 1))
    return slide(SourceList(works, entries), pattern="sources", key="sources", card=None)


def test_many_works_have_a_page_of_their_own(light: Template, setter: TextSetter) -> None:
    """They stand in two columns of placeholders that the template sets in 14 pt."""
    works, numbers = lay_out(deck(many_works(9), numbers=9), light, setter)
    columns = [box for box in text_boxes(works) if box.name.startswith("Works cited")]
    assert [len(box.paragraphs) for box in columns] == [5, 4]
    layout = light.layout(works.layout)
    for box in columns:
        place = None if box.idx is None else layout.placeholder(box.idx)
        assert place is not None
        assert {p.style for p in box.paragraphs} == {place.level(1)}
        assert place.level(1).size == 14.0
    assert numbers.layout == "Sources continued"
    assert not overflows(works)


def test_a_template_made_from_an_older_one_still_lists_the_sources(
    light: Template, setter: TextSetter
) -> None:
    """Without the newer layouts all works and numbers stand on the one there was."""
    newer = ("Sources continued", "Works cited")
    older = tuple(layout for layout in light.layouts if layout.name not in newer)
    pages = lay_out(deck(many_works(9), numbers=9), replace(light, layouts=older), setter)
    assert {page.layout for page in pages} == {"Sources"}
    shown = " ".join(words_on(page) for page in pages)
    assert all(shown.count(f"Work {chr(ord('A') + n)} in full") == 1 for n in range(9))
    assert not any(overflows(page) for page in pages)


def test_sources_tell_where_each_number_is_used(light: Template, setter: TextSetter) -> None:
    """An entry names the slides that show its number, the source line the sources slide."""
    claims = [
        slide(panel("points", para(f"Claim {n}", "point", 7)), pattern="bluf", key=f"k{n}")
        for n in range(3)
    ]
    pages = lay_out(deck(*claims, sources(7), numbers=7), light, setter)
    last = words_on(pages[-1])
    assert "A, n. 7; slides 1–3" in last
    links = [run for p in shown_in(pages[0], "Source line") for run in p.runs if run.page]
    assert [(run.text, run.page, run.underline) for run in links] == [
        ("slide\N{NO-BREAK SPACE}4", 4, True)
    ]
