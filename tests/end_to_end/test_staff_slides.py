"""Slides in staff's own words, from any words in their forms to a deck a reader opens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer import paths
from briefer.geometry import EMU_PER_PT
from briefer.layout.boxes import Page, TableBox
from briefer.preflight.staff import unwritten
from briefer.storyboard.briefing import Card
from tests.end_to_end.exports import briefing_of, built_from, card, deck_problems, page_problems
from tests.layout.decks import words_on
from tests.rendering import needs_libreoffice, page_texts, render_pdf

_CITE = "[@event/2023-11-biden-xi-deal]"
_PICKED = ("event/2024-03-cnd-meeting", "statement/milgram-chinese-companies", "actor/mexico")
_BITS = (
    "Act",
    "a word",
    "It is said that much may come of it in time, or nothing at all.",
    "国家禁毒委员会办公室提醒有关企业",
    "يجب على الولايات المتحدة",
    "😀🇺🇸",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "¿Quién?",
    "**bold**",
    _CITE,
    "|",
    "For:",
    "-",
    "",
)
_WORDS = st.lists(st.sampled_from(_BITS), max_size=60).map(" ".join)
_LINES = st.lists(_WORDS, max_size=9).map("\n".join)
_LONG = "A long sentence that goes on about the matter at hand and what may come of it. " * 40


def _cards(words: tuple[str, ...]) -> list[Card]:
    """Return a card of each kind with these words in its fields."""
    texts = {
        "options": {
            "option-1": f"First\nWhat it means: {words[0]}",
            "option-2": words[1],
            "option-3": words[2],
            "decision": words[3],
            "recommended": "2",
        },
        "watch": {"signals": words[0], "steps": words[1]},
        "talking-points": {"points": words[2]},
        "questions": {"questions": words[3]},
    }
    return [
        card(kind, _PICKED[: 1 if kind == "watch" else 3], text=text)
        for kind, text in texts.items()
    ]


def _outside(page: Page) -> list[str]:
    """Return the table cells whose lines stand above or below their row."""
    bad = []
    for box in (box for box in page.boxes if isinstance(box, TableBox)):
        y = box.frame.y
        for height, row in zip(box.heights, box.rows, strict=True):
            lines = [line for cell in row for p in cell.paragraphs for line in p.lines]
            bad += [
                f"page {page.number}: a line of {box.name} leaves its row"
                for line in lines
                if not y < line.baseline <= y + height + EMU_PER_PT
            ]
            y += height
    return bad


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.tuples(_LINES, _LINES, _LINES, _LINES), look=st.sampled_from(("light", "sans")))
def test_any_words_in_the_forms_stay_in_their_places(
    words: tuple[str, str, str, str], look: str
) -> None:
    """Nothing overflows, no title comes twice, no number is lost, whatever stands where."""
    built = built_from(paths.bundled_store(), briefing_of(_cards(words)), template=look)
    assert page_problems(built) == []
    assert [problem for page in built.pages for problem in _outside(page)] == []


@pytest.mark.parametrize("look", ["light", "high-contrast", "sans"])
def test_long_and_empty_words_make_a_sound_deck(look: str, tmp_path: Path) -> None:
    """Options, answers and steps longer than a page go on; PowerPoint has nothing to mend."""
    long = (f"For: {_LONG}{_CITE}", "Wait", f"Act | {_LONG}\n- {_LONG}", f"Why? | {_LONG}")
    cards = [*_cards(long), *_cards(("", "", "", "")), *map(_bare, _cards(("", "", "", "")))]
    built = built_from(paths.bundled_store(), briefing_of(cards), template=look)
    assert page_problems(built) == []
    assert [problem for page in built.pages for problem in _outside(page)] == []
    assert deck_problems(built, tmp_path / "deck.pptx", template=look) == []


def _bare(item: Card) -> Card:
    """Return a card without records and words."""
    return replace(item, records=(), text=())


def test_every_word_of_a_long_answer_is_shown() -> None:
    """A question never leaves its answer: it heads each part of it."""
    text = {"questions": f"Why now? | {_LONG}{_CITE}"}
    built = built_from(paths.bundled_store(), briefing_of([card("questions", text=text)]))
    pages = [page for page in built.pages if page.kind == "questions"]
    assert len(pages) > 1
    assert all("Why now?" in words_on(page) for page in pages)
    assert all(page.numbers for page in pages)
    shown = " ".join(words_on(page) for page in pages)
    assert shown.count("what may come of it.") == _LONG.count("what may come of it.")


def test_a_prompt_is_found_before_export() -> None:
    """Records picked for questions wait for theirs, and the check says so."""
    built = built_from(paths.bundled_store(), briefing_of([card("questions", _PICKED[:2])]))
    found = [finding for finding in built.findings if finding.check == unwritten.__name__]
    assert [finding.record for finding in found] == list(_PICKED[:2])


@needs_libreoffice
def test_a_reader_sees_tables_and_numbers_as_measured(tmp_path: Path) -> None:
    """LibreOffice breaks the pages as layout did: the strip below, steps numbered on."""
    steps = "\n".join(f"Step number {number} of them all | Staff" for number in range(1, 8))
    cards = [
        card(
            "options", text={"option-1": "Wait\nFor: cheap", "decision": "wait", "recommended": "1"}
        ),
        card("watch", _PICKED[:1], text={"steps": steps}),
    ]
    built = built_from(paths.bundled_store(), briefing_of(cards))
    deck = tmp_path / "deck.pptx"
    assert deck_problems(built, deck) == []
    pages = page_texts(render_pdf(deck, tmp_path))
    assert len(pages) == len(built.pages)
    assert "Recommended" in pages[0]
    assert "Decision sought: wait." in " ".join(pages[0].split())
    told = " ".join(" ".join(pages[1:-1]).split())
    assert all(f"{number}." in told for number in range(1, 8))
