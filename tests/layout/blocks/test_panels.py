"""Tests of panels: filling, ladders, continuation."""

from __future__ import annotations

import itertools

from briefer.content import Role
from briefer.layout.body import numbers_in
from briefer.layout.paginate import lay_out
from briefer.layout.text import TextSetter
from briefer.template.model import Template
from tests.layout.decks import (
    boxes_named,
    deck,
    overflows,
    panel,
    para,
    slide,
    text_boxes,
    words_on,
)

LONG = (
    "drug traffickers and money launderers obtain precursor chemicals for the manufacture of "
    "synthetic drugs, manufacture the drugs, move those drugs, and collect the proceeds. "
)


def test_a_short_quotation_is_set_large(light: Template, setter: TextSetter) -> None:
    """A quotation that fits at 28 pt is set at 28 pt."""
    made = slide(panel("quotation", para("A short one.", "quote", 3)), pattern="quote")
    (page,) = lay_out(deck(made), light, setter)
    (box,) = boxes_named(page, "Quotation")
    assert [
        run.size for p in text_boxes(page) if p is box for q in p.paragraphs for run in q.runs
    ] == [
        28.0,
        28.0,
    ]


def test_a_longer_quotation_steps_down_one_size(light: Template, setter: TextSetter) -> None:
    """A quotation too long for 28 pt is set at 24 pt on one page."""
    made = slide(panel("quotation", para(LONG * 2 + "The end.", "quote", 3)), pattern="quote")
    pages = lay_out(deck(made), light, setter)
    sizes = {p.style.size for p in text_boxes(pages[0])[2].paragraphs}
    assert len(pages) == 1
    assert sizes == {24.0}


def test_a_very_long_quotation_continues_whole_with_its_marker(
    light: Template, setter: TextSetter
) -> None:
    """No word of a quotation is cut; each of its pages carries the citation and its own title."""
    text = LONG * 8
    made = slide(
        panel("quotation", para(text, "quote", 3)),
        panel("attribution", para("Lisa O. Monaco", "value"), pinned=True),
        pattern="quote",
    )
    pages = lay_out(deck(made), light, setter)
    quoted = " ".join(
        p.text
        for page in pages
        for b in text_boxes(page)
        if b.name == "Quotation"
        for p in b.paragraphs
    )
    assert len(pages) > 1
    assert quoted.split() == text.split()
    assert all(numbers_in(page.boxes) == (3,) for page in pages)
    assert all("Lisa O. Monaco" in words_on(page) for page in pages)
    assert len({page.title for page in pages}) == len(pages)
    assert not any(overflows(page) for page in pages)


def test_points_continue_under_their_heading(light: Template, setter: TextSetter) -> None:
    """Points that do not fit go on, at least two of them, under the same heading."""
    points = [para(f"Point {n} " + "and more words " * 6, "point", n) for n in range(1, 12)]
    happened = panel("happened", para("What happened", "heading"), *points)
    pinned = panel("date", para("2023", "value"), pinned=True)
    pages = lay_out(deck(slide(pinned, happened, pattern="event")), light, setter)
    assert len(pages) > 1
    for page in pages:
        (box,) = [b for b in text_boxes(page) if b.name == "What happened"]
        assert box.paragraphs[0].text == "What happened"
        assert len(box.paragraphs) >= 3
        assert "2023" in words_on(page)
    shown = [
        p.text.split()[1]
        for page in pages
        for b in text_boxes(page)
        if b.name == "What happened"
        for p in b.paragraphs[1:]
    ]
    assert shown == [str(n) for n in range(1, 12)]


def test_a_page_cites_only_what_it_shows(light: Template, setter: TextSetter) -> None:
    """The source line of each page names the numbers of that page, and the sources slide."""
    points = [para(f"Point {n} " + "and more words " * 10, "point", n) for n in range(1, 12)]
    pages = lay_out(deck(slide(panel("points", *points), pattern="bluf")), light, setter)
    assert len(pages) > 1
    for page in pages:
        (line,) = [b for b in text_boxes(page) if b.name == "Source line"]
        bold = [run.text for p in line.paragraphs for run in p.runs if run.bold]
        assert bold == [str(n) for n in page.numbers]


def test_a_long_name_steps_down_and_stays_whole(light: Template, setter: TextSetter) -> None:
    """A long party name becomes smaller rather than cut."""
    name = "Global Coalition to Address Synthetic Drug Threats and its Participants"
    made = slide(
        panel("left-party", para(name), pinned=True),
        panel("left-words", para("“Words.”", "quote", 1)),
        pattern="sides",
    )
    (page,) = lay_out(deck(made), light, setter)
    assert name in words_on(page)
    assert not page.shortened
    assert not overflows(page)


def test_an_uncited_claim_is_marked_on_the_slide(light: Template, setter: TextSetter) -> None:
    """A mark without cites is printed in words."""
    from briefer.content import CiteMark, Para, Text

    claim = Para((Text("Somebody did something."), CiteMark(())), "point")
    (page,) = lay_out(deck(slide(panel("points", claim), pattern="bluf")), light, setter)
    assert "[uncited]" in words_on(page)


def test_what_would_trickle_through_a_small_place_goes_on_as_text(
    light: Template, setter: TextSetter
) -> None:
    """A long list stands on one page of plain text, not on a dozen of two lines, and whole."""
    words = "Choose which track should lead and tell us who is to answer for it by spring. " * 16
    listed = panel("deck", para("In this deck", "label"), para(words.strip(), "value"))
    role = panel("role", para("One point.", "point", 1))
    pages = lay_out(deck(slide(role, listed, pattern="profile")), light, setter)
    assert [page.layout for page in pages] == ["Profile monogram", "Text", "Text"][: len(pages)]
    assert len(pages) <= 3
    shown = " ".join(words_on(page) for page in pages)
    assert shown.count("spring.") == 16


def test_a_word_too_wide_for_a_label_is_broken_not_cut(light: Template, setter: TextSetter) -> None:
    """Nothing of an overlong word is lost while lines are left for it."""
    (page,) = lay_out(deck(slide(title="T" * 90)), light, setter)
    title = next(box for box in text_boxes(page) if box.tag == "heading")
    assert title.paragraphs[0].text == "T" * 90
    assert not page.shortened


def test_a_title_that_has_to_be_cut_says_so(light: Template, setter: TextSetter) -> None:
    """The page is marked as shortened, which is a finding."""
    (page,) = lay_out(deck(slide(title="A title without end " * 60)), light, setter)
    assert page.shortened
    assert words_on(page).count("…") == 1


def test_a_point_stands_nearer_to_what_is_under_it(light: Template, setter: TextSetter) -> None:
    """What supports a point is indented, close to it, and further from the next point."""
    roles: tuple[Role, ...] = ("point", "body", "body", "point", "point")
    points = [para(f"Point {n}.", role, n) for n, role in enumerate(roles, 1)]
    (page,) = lay_out(
        deck(slide(panel("points", *points), pattern="talking-points")), light, setter
    )
    (box,) = (box for box in text_boxes(page) if box.name == "Text")
    tops = [p.lines[0].baseline for p in box.paragraphs]
    to_under, between, to_next, apart = (b - a for a, b in itertools.pairwise(tops))
    assert to_under < apart
    assert between < to_next
    left = [p.lines[0].pieces[0].x for p in box.paragraphs]
    assert left[1] == left[2] > left[0] == left[3]
