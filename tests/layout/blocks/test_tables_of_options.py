"""Tests of tables that compare: the chosen column, tall rows, panels beside and below."""

from __future__ import annotations

import pytest

from briefer.content import Column, Panel, Row, Slide, Table, Text
from briefer.geometry import Color
from briefer.layout.boxes import Page, Paragraph, TableBox
from briefer.layout.paginate import lay_out
from briefer.layout.text import TextSetter
from briefer.template.model import Template
from tests.layout.decks import (
    deck,
    mark,
    overflows,
    panel,
    para,
    shown_in,
    slide,
    text_boxes,
    words_on,
)

_LONG = "A long sentence that tells in full what speaks for it, and what may come of it. "


def _options(*words: str, chosen: int | None = 2, name: str = "B. Go", decision: str = "") -> Slide:
    """Return options A and B with a row of the same words for each criterion."""
    columns = (
        Column("Criterion", 1.65, bold=True),
        Column("A. Wait", 5.175),
        Column(name, 5.175),
    )
    rows = tuple(
        Row(
            ((Text(f"Row {number}"),), (Text(said), mark(number)), (Text("Lead", bold=True),)),
            below=((Text("Staff judgement"),), (), ()),
        )
        for number, said in enumerate(words, start=1)
    )
    table = Table(columns, rows, "Options", chosen=chosen, names=True, roomy=True)
    strip = (panel("decision", para(decision)),) if decision else ()
    return slide(table, *strip, pattern="options")


def _tables(pages: tuple[Page, ...]) -> list[TableBox]:
    return [box for page in pages for box in page.boxes if isinstance(box, TableBox)]


def _words(paragraphs: tuple[Paragraph, ...]) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs)


def test_the_chosen_column_is_filled_and_its_heading_reversed(
    light: Template, setter: TextSetter
) -> None:
    """Navy over a tint; its bold words take the colour of headings."""
    (page,) = lay_out(deck(_options("one", "two")), light, setter)
    (box,) = _tables((page,))
    assert [cell.fill for cell in box.rows[0]] == [None, None, Color("tx2")]
    assert {cell.fill for row in box.rows[1:] for cell in row[:2]} == {None}
    assert {row[2].fill for row in box.rows[1:]} == {Color("bg2")}
    assert box.rows[0][2].paragraphs[0].runs[0].color == Color("bg1")
    assert box.rows[1][2].paragraphs[0].runs[0].color == Color("tx2")
    assert box.name == "Options table"


def test_names_are_set_as_large_as_cells(light: Template, setter: TextSetter) -> None:
    """A very long name steps down to the size of labels, then loses words and is reported."""
    (page,) = lay_out(deck(_options("one")), light, setter)
    (box,) = _tables((page,))
    assert {cell.paragraphs[0].runs[0].size for cell in box.rows[0]} == {18.0}
    (page,) = lay_out(deck(_options("one", name="B. " + "Go on " * 20)), light, setter)
    (box,) = _tables((page,))
    assert {cell.paragraphs[0].runs[0].size for cell in box.rows[0]} == {18.0}
    assert not page.shortened
    (page,) = lay_out(deck(_options("one", name="B. " + "Go on " * 400)), light, setter)
    (box,) = _tables((page,))
    assert {cell.paragraphs[0].runs[0].size for cell in box.rows[0]} == {14.0}
    assert box.rows[0][2].paragraphs[0].text.endswith("…")
    assert page.shortened
    assert overflows(page) == []


@pytest.mark.parametrize("repeats", [5, 20, 90])
def test_a_row_taller_than_a_page_goes_on_under_its_head(
    light: Template, setter: TextSetter, repeats: int
) -> None:
    """No word is lost or set smaller, its head and source stand on each page."""
    words = (_LONG * repeats).strip()
    pages = lay_out(deck(_options("short", words, "short too")), light, setter)
    tables = _tables(pages)
    assert not [problem for page in pages for problem in overflows(page)]
    parts = [row for box in tables for row in box.rows[1:] if "Row 2" in _words(row[0].paragraphs)]
    assert " ".join(_words(row[1].paragraphs).strip() for row in parts) == words
    assert {_words(row[0].paragraphs) for row in parts[1:]} <= {"Row 2 (continued) Staff judgement"}
    assert all(run.numbers for row in parts for run in row[1].paragraphs[0].runs[-1:])
    sizes = {
        run.size
        for box in tables
        for row in box.rows
        for cell in row
        for p in cell.paragraphs
        for run in p.runs
        if not run.superscript and run.text != "Staff judgement"
    }
    assert sizes == {18.0}


def test_a_word_without_a_break_is_parted_too(light: Template, setter: TextSetter) -> None:
    """Five thousand letters in a row run over pages, not off them."""
    pages = lay_out(deck(_options("x" * 5000)), light, setter)
    assert len(pages) > 1
    assert not [problem for page in pages for problem in overflows(page)]


def test_the_decision_stands_below_the_last_rows(light: Template, setter: TextSetter) -> None:
    """A strip for the whole slide closes it, as a so-what does."""
    pages = lay_out(deck(_options(*["one " * 60] * 3, decision="Decide now.")), light, setter)
    assert len(pages) > 1
    assert [words_on(page).count("Decide now.") for page in pages] == [0] * (len(pages) - 1) + [1]
    (page,) = lay_out(deck(_options("one", decision="Decide now.")), light, setter)
    (box,) = _tables((page,))
    (strip,) = [b for b in text_boxes(page) if b.name == "Decision"]
    assert box.frame.bottom < strip.frame.y


def test_rows_of_a_roomy_table_share_its_height(light: Template, setter: TextSetter) -> None:
    """Few rows stand apart; when more come than fit so, they close up."""
    columns = (Column("When", 1.75, bold=True), Column("Signal", 4.983))

    def height(count: int) -> tuple[int, int]:
        rows = tuple(Row(((Text("Soon"),), (Text("It happens"),))) for _ in range(count))
        table = slide(Table(columns, rows, roomy=True), pattern="table")
        pages = lay_out(deck(table), light, setter)
        return len(pages), _tables(pages)[0].heights[1]

    assert height(5)[1] > height(6)[1]
    assert [height(count)[0] for count in (5, 6, 7)] == [1, 1, 2]


def _steps(count: int) -> Panel:
    paras = [para("Next steps", "heading")]
    for number in range(1, count + 1):
        step = para(f"Do step number {number} of them all", "value")
        paras += [step.__class__(step.inlines, "value", number=number), para("Staff", "note")]
    return Panel("steps", tuple(paras))


def test_steps_keep_their_numbers_over_pages(light: Template, setter: TextSetter) -> None:
    """No owner is parted from the step, and numbers run on."""
    row = Row(((Text("Soon"),), (Text("It happens"),)))
    table = Table((Column("When", 1), Column("Signal", 3)), (row,), roomy=True)
    pages = lay_out(deck(slide(table, _steps(9), pattern="watch")), light, setter)
    assert len(pages) > 1
    shown = [p for page in pages for p in shown_in(page, "Next steps")]
    assert [p.number for p in shown if p.number] == list(range(1, 10))
    for page in pages:
        assert shown_in(page, "Next steps")[0].text == "Next steps"
        assert shown_in(page, "Next steps")[-1].text == "Staff"
        assert overflows(page) == []


def test_a_step_as_long_as_the_panel_comes_to_an_end(light: Template, setter: TextSetter) -> None:
    """A step that fills the panel leaves its owner to the next page."""
    table = Table((Column("When", 1),), (Row(((Text("Soon"),),)),))
    for length in range(100, 520, 20):
        words = ("word " * 200)[:length]
        steps = panel("steps", para("Next", "heading"), para(words, "value"), para("X", "note"))
        pages = lay_out(deck(slide(table, steps, pattern="watch")), light, setter)
        assert len(pages) < 4
        assert not [problem for page in pages for problem in overflows(page)]


@pytest.mark.parametrize(
    ("count", "pages"), [(4, [4]), (6, [6]), (7, [4, 3]), (8, [4, 4]), (13, [5, 4, 4])]
)
def test_six_talking_points_at_most_stand_on_a_page(
    light: Template, setter: TextSetter, count: int, pages: list[int]
) -> None:
    """More are shared evenly."""
    points = tuple(para(f"Point {number}", "point", 1) for number in range(count))
    block = Panel("points", points)
    made = lay_out(deck(slide(block, pattern="talking-points")), light, setter)
    assert [len(shown_in(page, "Text")) for page in made] == pages


def test_a_point_is_not_parted_from_all_under_it(light: Template, setter: TextSetter) -> None:
    """A page does not end with a point whose sub-points begin the next."""
    paras = []
    for number in range(5):
        paras.append(para(f"Point {number}", "point", 1))
        paras += [para(f"Under it {number} {n} " * 6, "body", 1) for n in range(3)]
    block = Panel("points", tuple(paras))
    pages = lay_out(deck(slide(block, pattern="talking-points")), light, setter)
    assert len(pages) > 1
    for page in pages:
        assert shown_in(page, "Text")[-1].text.startswith("Under")


def test_alternative_text_stays_short(light: Template, setter: TextSetter) -> None:
    """Headings are told in it while they are short; long ones are heard in the table itself."""
    (short,) = _tables(lay_out(deck(_options("one")), light, setter))
    assert short.alt == "Options: 1 row; columns Criterion, A. Wait, B. Go."
    (long, *_) = _tables(lay_out(deck(_options("one", name=_LONG * 4)), light, setter))
    assert long.alt == "Options: 1 row, 3 columns."
