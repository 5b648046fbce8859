"""Tests of the timeline: axis, list, and dates never drawn sharper than they are."""

from __future__ import annotations

import itertools

import pytest

from briefer.content import Text
from briefer.layout.blocks.alternatives import LONGEST_ALT
from briefer.layout.boxes import GroupBox, LineBox, ShapeBox, TextBox
from briefer.layout.paginate import lay_out
from briefer.layout.text import TextSetter
from briefer.template.model import Template
from tests.layout.decks import boxes_named, deck, moment, overflows, timeline, words_on

YEAR = [
    moment("2023-03", "Rahul Gupta asks members for a global coalition", "multilateral", 1),
    moment("2023-04", "Sinaloa Cartel leaders charged", "enforcement", 2),
    moment("2023-06", "First charges against Chinese companies", "enforcement", 3),
    moment("2023-07", "Global Coalition launched", "multilateral", 4),
    moment("2023-09", "Mexico extradites Ovidio Guzmán Lopez", "enforcement", 5),
    moment("2023-09", "Biden names China a major source", "bilateral", 6),
    moment("2023-11", "Biden and Xi announce a crackdown", "bilateral", 7),
    moment("2023-12-18", "General Assembly adopts a resolution", "multilateral", 8),
]


def test_a_year_of_months_stands_on_an_axis(light: Template, setter: TextSetter) -> None:
    """Eight events of one year make one axis page; only the exact day gets a dot."""
    (page,) = lay_out(deck(timeline(*YEAR)), light, setter)
    assert page.layout == "Timeline"
    assert len(boxes_named(page, "Event")) == 8
    assert len(boxes_named(page, "Exact day")) == 1
    assert "December 18" in words_on(page)
    assert not overflows(page)


def test_an_event_longer_than_a_column_makes_the_timeline_text(
    light: Template, setter: TextSetter
) -> None:
    """What no column holds continues on a next page, with its date, and covers nothing."""
    words = "A long wording that goes on about the matter. " * 40
    pages = lay_out(deck(timeline(moment("2023-05", words), *YEAR)), light, setter)
    assert {page.layout for page in pages} == {"Text"}
    assert len(pages) > 1
    assert words_on(pages[0]).count("May 2023: A long wording") == 1
    assert not [problem for page in pages for problem in overflows(page)]


def test_leaders_are_vertical_and_meet_their_cards(light: Template, setter: TextSetter) -> None:
    """Each leader stands inside the rule of a card."""
    (page,) = lay_out(deck(timeline(*YEAR)), light, setter)
    rules = [b for b in boxes_named(page, "Card rule") if isinstance(b, ShapeBox)]
    leaders = [b for b in boxes_named(page, "Leader") if isinstance(b, LineBox)]
    assert len(leaders) == len(YEAR)
    for leader in leaders:
        assert leader.x1 == leader.x2
        assert any(rule.frame.x <= leader.x1 <= rule.frame.right for rule in rules)


def test_a_coarse_date_sends_the_slide_to_the_list(light: Template, setter: TextSetter) -> None:
    """A year among months is never drawn as a month."""
    (page,) = lay_out(deck(timeline(moment("2023", "Sometime"), *YEAR[:5])), light, setter)
    assert page.layout == "Timeline list"


def test_approximate_dates_are_hollow(light: Template, setter: TextSetter) -> None:
    """Year-only and circa dates get hollow markers, months filled ones."""
    moments = [moment("1959", "Developed", "background"), moment("2023-04", "Charged")]
    (page,) = lay_out(deck(timeline(*moments)), light, setter)
    (group,) = [box for box in page.boxes if isinstance(box, GroupBox)]
    fills = [
        box.fill.slot
        for box in group.children
        if isinstance(box, ShapeBox) and box.fill and box.name.endswith("marker")
    ]
    assert fills == ["bg1", "accent2"]
    assert "Hollow: approximate date" in words_on(page)


@pytest.mark.parametrize("count", [1, 2, 13, 60])
def test_any_number_of_events_is_shown_once(
    light: Template, setter: TextSetter, count: int
) -> None:
    """Long timelines go on over pages; no event is lost, none is shown twice."""
    moments = [
        moment(f"{1900 + n}", f"Event number {n} of many", number=n % 9 + 1) for n in range(count)
    ]
    pages = lay_out(deck(timeline(*moments)), light, setter)
    shown = " ".join(words_on(page) for page in pages)
    assert all(shown.count(f"Event number {n} of") == 1 for n in range(count))
    assert len(pages) == -(-count // 12)
    assert not any(overflows(page) for page in pages)


@pytest.mark.parametrize(("count", "size"), [(2, 20.0), (3, 20.0), (4, 18.0), (6, 18.0), (7, 16.0)])
def test_a_short_list_is_set_larger_and_spread_over_the_slide(
    light: Template, setter: TextSetter, count: int, size: float
) -> None:
    """Few events stand in one column of larger type, evenly apart, down to the slide's lower part.

    Two are as far apart as three would be.
    """
    moments = [moment(f"{1950 + 9 * n}", f"Event {n} of some", number=n + 1) for n in range(count)]
    (page,) = lay_out(deck(timeline(*moments)), light, setter)
    boxes = [box for box in boxes_named(page, "Event") if isinstance(box, TextBox)]
    assert {run.size for box in boxes for p in box.paragraphs for run in p.runs[:1]} == {size}
    tops = sorted({box.frame.y for box in boxes})
    assert len({box.frame.x for box in boxes}) == (1 if count < 7 else 2)
    assert len({below - above for above, below in itertools.pairwise(tops)}) == 1
    assert tops[-1] > light.height * (0.6 if count > 2 else 0.4)
    assert not overflows(page)


def test_long_texts_of_few_events_use_the_width_of_the_slide(
    light: Template, setter: TextSetter
) -> None:
    """Wide rows need no more pages than narrow ones, and larger type is read better."""
    words = "A long description of what happened that needs many more lines than two " * 3
    moments = [moment(f"{1950 + n}", words, number=n + 1) for n in range(5)]
    pages = lay_out(deck(timeline(*moments)), light, setter)
    boxes = [box for page in pages for box in boxes_named(page, "Event")]
    assert len(pages) == 2
    assert len({box.frame.x for box in boxes if isinstance(box, TextBox)}) == 1


def test_long_texts_take_more_room_in_the_list(light: Template, setter: TextSetter) -> None:
    """Rows grow with their words and never run into each other."""
    words = "A long description of what happened that needs many more lines than two " * 3
    pages = lay_out(
        deck(timeline(*(moment(f"{1950 + n}", words) for n in range(9)))), light, setter
    )
    for page in pages:
        frames = sorted(
            (box.frame.x, box.frame.y, box.frame.bottom)
            for box in boxes_named(page, "Event")
            if isinstance(box, TextBox)
        )
        for (x1, _, bottom), (x2, top, _) in itertools.pairwise(frames):
            assert x1 != x2 or bottom <= top
        assert not overflows(page)


def test_the_group_tells_the_timeline_in_words(light: Template, setter: TextSetter) -> None:
    """The alternative text names span, count and the first events."""
    (page,) = lay_out(deck(timeline(*YEAR)), light, setter)
    (group,) = [box for box in page.boxes if isinstance(box, GroupBox)]
    assert group.alt.startswith("Timeline, March 2023 to December 18, 2023, 8 events.")
    assert all(words.split(".")[0] in group.alt for words in ("Sinaloa Cartel leaders charged",))


def test_the_notes_tell_each_event_with_its_date(light: Template, setter: TextSetter) -> None:
    """A line an event; what the alternative text has no room for is told there."""
    (page,) = lay_out(deck(timeline(*YEAR)), light, setter)
    (group,) = [box for box in page.boxes if isinstance(box, GroupBox)]
    for one in YEAR:
        words = "".join(part.text for part in one.text if isinstance(part, Text)).rstrip(".")
        assert f"{one.date.display}: {words}. [" in page.notes
    assert len(group.alt) <= LONGEST_ALT
    assert group.alt.endswith("more. Full description in the speaker notes.")
