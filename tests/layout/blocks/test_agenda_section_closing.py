"""Tests of agenda, section and closing pages: live numbers, sizes, continuation, nothing spills."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.citations import number_citations
from briefer.compose.slides import slides_of
from briefer.content import Deck
from briefer.layout.boxes import Page, Paragraph, TableBox
from briefer.layout.paginate import lay_out
from briefer.layout.text import house_setter
from briefer.paths import bundled_templates
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.builders import gathered, make_card, make_event
from tests.layout.decks import overflows, shown_in, words_on

_EVENT = make_event()
_FOUR = make_card("event", [_EVENT])
_PANELS = {"decision": "Which track should lead next?", "time": "20 minutes"}
LIGHT = read_template(bundled_templates() / "light.pptx")
SETTER = house_setter()


def _pages(*sections: tuple[str, Sequence[Card]], template: Template = LIGHT) -> tuple[Page, ...]:
    """Return the pages of a briefing of titled sections."""
    made = tuple(Section(title, tuple(cards)) for title, cards in sections)
    records = gathered(_EVENT)
    slides = slides_of(Briefing("Deck", date="May 2024", sections=made), records)
    numbered = number_citations(slides, records)
    return lay_out(Deck("Deck", numbered.slides, numbered.references), template, SETTER)


def _agenda_of(pages: Sequence[Page]) -> list[TableBox]:
    """Return the agenda's table on each of its pages."""
    boxes = (box for page in pages if page.kind == "agenda" for box in page.boxes)
    return [box for box in boxes if isinstance(box, TableBox)]


def _cell(table: TableBox, row: int, column: int) -> list[Paragraph]:
    return list(table.rows[row][column].paragraphs)


def _slides_column(pages: Sequence[Page]) -> list[str]:
    """Return the words of the agenda's last column, header rows left out."""
    return [
        "".join(paragraph.text for paragraph in row[-1].paragraphs)
        for table in _agenda_of(pages)
        for row in table.rows[1:]
    ]


def test_slide_numbers_are_the_final_ones_and_link_to_the_section() -> None:
    """One slide is a number, several a range; the link leads to the first."""
    pages = _pages(
        ("", [make_card("title"), make_card("agenda", text=_PANELS)]),
        ("Scale", [_FOUR, _FOUR, _FOUR]),
        ("Supply", [_FOUR]),
        ("Choices", [_FOUR, _FOUR]),
    )
    assert _slides_column(pages) == ["3–5", "6", "7–8"]
    (table,) = _agenda_of(pages)
    links = [_cell(table, row, 2)[0].runs[0].page for row in (1, 2, 3)]
    assert links == [3, 6, 7]
    assert [pages[number - 1].section for number in (3, 6, 7)] == ["Scale", "Supply", "Choices"]


def test_an_agenda_after_its_sections_counts_them_too() -> None:
    """Numbers are filled last, wherever the agenda stands."""
    pages = _pages(("Scale", [_FOUR, _FOUR]), ("Supply", [_FOUR]), ("End", [make_card("agenda")]))
    assert _slides_column(pages) == ["1–2", "3"]


def test_sections_that_share_a_title_are_told_by_their_first_slides() -> None:
    """An ellipsis says that there are more."""
    pages = _pages(("", [make_card("agenda")]), ("A", [_FOUR]), ("B", [_FOUR]), ("A", [_FOUR]))
    assert _slides_column(pages) == ["2 …", "3"]


def test_rows_are_set_as_the_design_says() -> None:
    """Numeral 28 in the heading font, question bold, the line under it quieter."""
    agenda = make_card("agenda", text={**_PANELS, "parts": "How large? — Deaths and cost"})
    (table,) = _agenda_of(_pages(("", [agenda]), ("Scale", [_FOUR])))
    (numeral,) = _cell(table, 1, 0)
    question, below = _cell(table, 1, 1)
    assert (numeral.style.font, numeral.style.size, numeral.style.bold) == ("major", 28, True)
    assert (question.style.size, question.style.bold) == (20, True)
    assert (below.style.size, below.style.bold) == (16, False)
    assert _cell(table, 1, 2)[0].style.align == "r"


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (5, 1), (6, 1), (7, 2), (13, 3)])
def test_more_than_six_rows_continue_beside_the_same_panels(count: int, pages: int) -> None:
    """Two lines a row: six fill a page, and the panels stand on each."""
    parts = "\n".join(f"Question {n}? — What it is about" for n in range(count))
    agenda = make_card("agenda", text={**_PANELS, "parts": parts})
    made = _pages(("", [agenda]), *((f"Section {n}", [_FOUR]) for n in range(count)))
    own = [page for page in made if page.kind == "agenda"]
    assert len(own) == pages
    for page in own:
        assert shown_in(page, "Decision panel")
        assert shown_in(page, "Time needed")
        assert not overflows(page)
    assert _slides_column(made) == [str(pages + n + 1) for n in range(count)]


def test_the_section_has_a_number_and_no_other_furniture() -> None:
    """Number, title, list with tabs kept, slide number."""
    pages = _pages(("Scale", [make_card("section"), _FOUR]), ("Supply", [_FOUR]))
    names = [box.name for box in pages[0].boxes]
    assert names == ["Title", "Section number", "Section list", "Slide number"]
    now, later = shown_in(pages[0], "Section list")
    assert (now.level, now.text) == (2, "1\tScale")
    assert (later.level, later.text) == (1, "2\tSupply")
    left = [line.pieces[1].x for p in (now, later) for line in p.lines]
    assert left[0] == pytest.approx(left[1], abs=1)


def test_a_section_marks_citations_in_gold_on_navy() -> None:
    """The link blue would not be legible there."""
    card = make_card("section", text={"summary": "Talks were held.[@event/talks]"})
    (summary,) = shown_in(_pages(("Scale", [card]))[0], "Section summary")
    assert summary.runs[-1].numbers == (1,)
    assert summary.runs[-1].color.rgb == LIGHT.colors["Signature gold"]


def test_a_contact_is_not_parted_from_its_details() -> None:
    """A name never ends a page whose details begin the next; the provenance stands on each."""
    contacts = "\n\n".join(f"Office {n}\n{'long detail ' * 14}" for n in range(6))
    pages = _pages(("", [make_card("contact", text={"contacts": contacts})]))
    assert len(pages) > 1
    for page in pages:
        shown = shown_in(page, "Contacts")
        assert shown[0].text.startswith("Office")
        assert not shown[-1].text.startswith("Office")
        assert "Built with" in words_on(page)
        assert not overflows(page)


_WORDS = st.text(alphabet=st.sampled_from("ab —|.…\n\t@:/é漢字سلا😀-"), max_size=300) | st.text(
    max_size=80
)


@settings(max_examples=60, deadline=None)
@given(
    titles=st.lists(_WORDS, max_size=16),
    words=st.lists(_WORDS, min_size=5, max_size=5),
)
def test_nothing_spills_and_no_number_is_left_open(titles: list[str], words: list[str]) -> None:
    """Whatever is typed, every page holds its words, and the agenda tells real slides."""
    parts, decision, time, summary, contacts = words
    agenda = make_card("agenda", text={"parts": parts, "decision": decision, "time": time})
    divider = make_card("section", text={"summary": summary})
    sections = [(title, [divider, _FOUR]) for title in titles]
    closing = make_card("contact", text={"contacts": contacts})
    pages = _pages(("", [agenda]), *sections, ("", [closing]))
    assert [spill for page in pages for spill in overflows(page)] == []
    assert not [words for words in _slides_column(pages) if "000" in words or not words]
