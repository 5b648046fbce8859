"""Each rule finds the fault it is there for, planted into a deck that has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefer import paths
from briefer.content import Panel, Para, Text
from briefer.geometry import EMU_PER_INCH
from briefer.layout.boxes import Box, Page, TableBox, TextBox
from briefer.pipeline import Built
from briefer.storyboard.briefing import Card
from briefer.template.reader import read_template
from tests.end_to_end.exports import briefing_of, built_from, card
from tests.robustness.briefings import CHINESE
from tests.robustness.rules import RULES, Judged, breaches

EVENT, OTHER = "event/2023-04-sinaloa-charges", "event/2023-11-biden-xi-deal"


@pytest.fixture(scope="module")
def sound() -> Judged:
    """Return a small deck that keeps every rule: bottom line, table, sources."""
    return judged_of([card("bluf", [EVENT, OTHER]), card("table", [EVENT, OTHER])])


def judged_of(cards: list[Card]) -> Judged:
    """Return a built deck of these cards on the light template."""
    built = built_from(paths.bundled_store(), briefing_of(cards))
    return Judged(built, read_template(paths.bundled_templates() / "light.pptx"))


def with_page(judged: Judged, number: int, change: Callable[[Page], Page]) -> Judged:
    """Return the deck with one page changed."""
    pages = tuple(change(p) if p.number == number else p for p in judged.built.pages)
    return replace(judged, built=replace(judged.built, pages=pages))


def with_box(judged: Judged, number: int, name: str, change: Callable[[Box], Box | None]) -> Judged:
    """Return the deck with one box of a page changed, or taken away."""

    def changed(page: Page) -> Page:
        boxes = [change(box) if box.name == name else box for box in page.boxes]
        return replace(page, boxes=tuple(box for box in boxes if box is not None))

    return with_page(judged, number, changed)


def found(judged: Judged) -> set[str]:
    """Return the names of the rules that are broken."""
    return {breach.split(":")[0] for breach in breaches(judged)}


def text(box: Box) -> TextBox:
    """Return a box that is a text box."""
    assert isinstance(box, TextBox)
    return box


def test_a_sound_deck_breaks_no_rule(sound: Judged) -> None:
    """The rules ask for nothing that a good deck does not have."""
    assert breaches(sound) == []


def moved(box: Box) -> Box:
    """Return a box an inch off the slide."""
    box = text(box)
    return replace(box, frame=replace(box.frame, x=-EMU_PER_INCH))


def lowered(box: Box) -> Box:
    """Return a box whose lines stand three inches below it."""
    box = text(box)
    paragraphs = tuple(
        replace(
            p,
            lines=tuple(
                replace(line, baseline=line.baseline + 3 * EMU_PER_INCH) for line in p.lines
            ),
        )
        for p in box.paragraphs
    )
    return replace(box, paragraphs=paragraphs)


def shrunk(box: Box) -> Box:
    """Return a box whose words are set in 11 pt."""
    box = text(box)
    paragraphs = tuple(
        replace(p, runs=tuple(replace(run, size=11.0) for run in p.runs)) for p in box.paragraphs
    )
    return replace(box, paragraphs=paragraphs)


def shorter(box: Box) -> Box:
    """Return a box without its last paragraph."""
    box = text(box)
    return replace(box, paragraphs=box.paragraphs[:-1])


def restyled(box: Box) -> TextBox:
    """Return a box set in another style than its level's."""
    box = text(box)
    paragraphs = tuple(replace(p, style=replace(p.style, size=19.0)) for p in box.paragraphs)
    return replace(box, paragraphs=paragraphs)


def flat_rows(box: Box) -> Box:
    """Return a table whose rows are a tenth as high as their words need."""
    assert isinstance(box, TableBox)
    return replace(box, heights=tuple(height // 10 for height in box.heights))


def without_alt(box: Box) -> Box:
    """Return a table without alternative text."""
    assert isinstance(box, TableBox)
    return replace(box, alt="")


@pytest.mark.parametrize(
    ("page", "name", "change", "rule"),
    [
        (1, "Key points", moved, "on_the_slide"),
        (1, "Key points", lowered, "text_in_its_box"),
        (1, "Key points", lowered, "nothing_overlaps"),
        (1, "Key points", shrunk, "sizes_above_floors"),
        (1, "Key points", shorter, "no_word_is_lost"),
        (1, "Key points", restyled, "placeholders_look_as_laid_out"),
        (1, "Source line", lambda box: None, "numbers_at_the_foot"),
        (1, "Title", shrunk, "sizes_above_floors"),
        (1, "Title", shorter, "titles_are_shown"),
        (1, "Kicker", shorter, "labels_are_shown"),
        (2, "Table", flat_rows, "text_in_its_cell"),
        (2, "Table", without_alt, "graphics_are_told"),
    ],
)
def test_a_planted_fault_is_found(
    sound: Judged, page: int, name: str, change: Callable[[Box], Box | None], rule: str
) -> None:
    """The rule named is broken, whatever else is."""
    assert any(box.name == name for box in sound.built.pages[page - 1].boxes)
    assert rule in found(with_box(sound, page, name, change))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda page: replace(page, title="Another"), "titles_are_shown"),
        (lambda page: replace(page, shortened=True), "cuts_are_findings"),
        (lambda page: replace(page, part=2, boxes=page.boxes[:2]), "every_page_has_content"),
    ],
)
def test_a_planted_fault_of_a_page_is_found(
    sound: Judged, change: Callable[[Page], Page], rule: str
) -> None:
    """The rule named is broken, whatever else is."""
    assert rule in found(with_page(sound, 1, change))


def test_a_title_given_twice_is_found(sound: Judged) -> None:
    """Two pages of one title are told apart by nobody."""
    title = sound.built.pages[0].title
    assert "titles_differ" in found(with_page(sound, 2, lambda page: replace(page, title=title)))


def test_words_that_no_page_shows_are_found(sound: Judged) -> None:
    """A slide that says more than its pages show has lost words."""
    slide, *others = sound.built.deck.slides
    more = replace(slide, blocks=(*slide.blocks, Panel("points", (Para((Text("Unseen words"),)),))))
    deck = replace(sound.built.deck, slides=(more, *others))
    built: Built = replace(sound.built, deck=deck)
    assert found(replace(sound, built=built)) == {"no_word_is_lost"}


def without_spaces(words: str) -> Judged:
    """Return a deck of one bottom line whose ask says `words`."""
    cards = [Card("bluf", "A title", (), (("ask", words),))]
    return judged_of(cards)


def test_a_script_without_spaces_may_continue_on_the_next_page() -> None:
    """Its words are broken anywhere, with other words between their parts."""
    pages = without_spaces(CHINESE * 12)
    assert max(page.parts for page in pages.built.pages) > 1
    assert breaches(pages) == []


def test_letters_that_no_page_shows_are_found() -> None:
    """Of words that may be broken every letter is counted."""
    judged = without_spaces(CHINESE * 12)
    assert found(with_box(judged, 1, "The ask", shorter)) == {"no_word_is_lost"}


def test_every_rule_is_tried() -> None:
    """A new rule needs a fault that it finds."""
    source = __import__("pathlib").Path(__file__).read_text("utf-8")
    assert [name for name in RULES if f'"{name}"' not in source] == []
