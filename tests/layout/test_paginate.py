"""Tests of whole decks: headings, furniture, slide numbers, notes, and nothing outside its box."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.content import Panel, Para, Quotation, SlidesShowing, Text
from briefer.layout.paginate import lay_out
from briefer.layout.patterns import PATTERNS
from briefer.layout.text import house_setter
from briefer.paths import bundled_templates
from briefer.template.model import Template
from briefer.template.reader import read_template
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

SETTER = house_setter()
LIGHT = read_template(bundled_templates() / "light.pptx")


def test_every_place_of_every_pattern_is_in_the_template(light: Template) -> None:
    """The house template has each layout and placeholder that patterns name."""
    for pattern in PATTERNS.values():
        layout = light.layout(pattern.layout)
        for name, place in pattern.places.items():
            assert layout.placeholder(place.idx) is not None, f"{pattern.name}: {name}"


def test_continued_pages_say_so(light: Template) -> None:
    """Titles are unique; kickers count the first part and call the rest continued."""
    pages = lay_out(deck(table(13)), light, SETTER)
    assert [page.title for page in pages] == [
        "Title of one",
        "Title of one (continued, 2 of 3)",
        "Title of one (continued, 3 of 3)",
    ]
    kickers = [p.text for page in pages for p in shown_in(page, "Kicker")]
    assert kickers == ["Kicker | 1 of 3", "Kicker | continued", "Kicker | continued"]


def test_reading_order_is_marking_kicker_title_content_sources_footer(light: Template) -> None:
    """Boxes come in the order a screen reader should read them."""
    made = slide(panel("points", para("A claim.", "point", 1)), pattern="bluf")
    (page,) = lay_out(deck(made, marking="CUI"), light, SETTER)
    names = [box.name for box in page.boxes]
    assert names == [
        "Marking top",
        "Kicker",
        "Title",
        "Key points",
        "Source line",
        "Footer",
        "Date",
        "Slide number",
        "Marking bottom",
    ]


def test_an_unmarked_deck_has_no_marking(light: Template) -> None:
    """Without a marking the bands stay empty."""
    (page,) = lay_out(deck(table(1)), light, SETTER)
    assert not [box for box in page.boxes if box.name.startswith("Marking")]


def test_slide_numbers_of_a_record_are_filled_in_last(light: Template) -> None:
    """A profile names the slides that show its actor, its own left out."""
    actor = "actor/x"
    shows = Para((SlidesShowing(actor),), "value")
    profile = slide(
        panel("deck", para("In this deck", "label"), shows), pattern="profile", records=(actor,)
    )
    others = [
        slide(
            panel("points", para("A claim.", "point", 1)),
            pattern="bluf",
            key=f"k{n}",
            records=(actor,),
        )
        for n in range(2)
    ]
    pages = lay_out(deck(profile, *others), light, SETTER)
    assert "Slides 2, 3" in words_on(pages[0]) or "Slides 2–3" in words_on(pages[0])


def test_notes_carry_what_is_said_and_its_sources(light: Template) -> None:
    """Speaker notes hold the words, the claims, the full sources and the quotation."""
    made = slide(
        panel("quotation", para("Words said.", "quote", 4)),
        pattern="quote",
        say="Read it slowly.",
        quotations=(Quotation("Words said.", "A. Speaker", mark(4)),),
        records=("statement/x",),
    )
    (page,) = lay_out(deck(made), light, SETTER)
    for expected in (
        "SAY\nRead it slowly.",
        "Words said. [4]",
        "[4] Full note 4.",
        "“Words said.” A. Speaker [4]",
        "statement/x",
    ):
        assert expected in page.notes


def test_notes_carry_the_claims_of_tables_and_figures(light: Template) -> None:
    """A row is a claim, without its header; a key figure's claim begins with its number."""
    pages = lay_out(deck(table(1), figures(1)), light, SETTER)
    assert "CLAIMS ON THIS SLIDE\nDay 1; Something happened 1 [1]" in pages[0].notes
    assert "78,000 people: meaning number 1 [1]" in pages[1].notes


def test_notes_put_each_number_where_its_marker_stands(light: Template) -> None:
    """Two sentences of one paragraph keep their own sources."""
    two = Para((Text("First."), mark(1), Text(" Second."), mark(2, 3)), "point")
    (page,) = lay_out(deck(slide(panel("text", two))), light, SETTER)
    assert "First. [1] Second. [2, 3]" in page.notes


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=900)
PANELS = st.sampled_from(
    [(name, place) for name, pattern in PATTERNS.items() for place in pattern.places]
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(PANELS, st.lists(WORDS, min_size=1, max_size=12), st.booleans(), st.text(max_size=240))
def test_nothing_leaves_its_box_whatever_the_words(
    where: tuple[str, str], texts: list[str], pinned: bool, title: str
) -> None:
    """Any text in any place of any pattern stays inside its frame, on one page or several."""
    pattern, place = where
    roles = list(PATTERNS[pattern].places[place].roles)
    paras = tuple(para(text, roles[n % len(roles)], n + 1) for n, text in enumerate(texts))
    made = slide(Panel(place, paras, pinned), pattern=pattern, title=title.replace("\n", " "))
    pages = lay_out(deck(made, sources(12)), LIGHT, SETTER)
    assert [bad for page in pages for bad in overflows(page)] == []


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text("abcdefghij KLMN.;", min_size=1, max_size=600), min_size=1, max_size=15))
def test_no_word_is_lost_by_pagination(texts: list[str]) -> None:
    """All words of flowing points are shown, in order."""
    points = tuple(para(text, "point", 1) for text in texts)
    pages = lay_out(deck(slide(Panel("points", points), pattern="bluf")), LIGHT, SETTER)
    shown = " ".join(
        p.text
        for page in pages
        for b in text_boxes(page)
        if b.name == "Key points"
        for p in b.paragraphs
    )
    assert "".join(shown.split()) == "".join(" ".join(texts).split())
