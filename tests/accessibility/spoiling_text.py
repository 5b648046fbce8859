"""Ways to break the rules on paragraphs, languages, links and media."""

from __future__ import annotations

from tests.accessibility.decks import (
    TEXT,
    Deck,
    element,
    tell_language,
)


def picture(deck: Deck) -> Deck:
    """Return the picture of the first slide."""
    return deck.slides[TEXT].shapes[-1]


def body(deck: Deck) -> Deck:
    """Return the text on the left of the first slide."""
    return deck.slides[TEXT].placeholders[1]


def dashes(deck: Deck) -> None:
    """Type a list with dashes; its layout sets no bullets."""
    body(deck).text_frame.text = "- Rivers carry it\n- Lakes keep it"
    _unbulleted(deck)


def numbers(deck: Deck) -> None:
    """Type a list with numbers."""
    body(deck).text_frame.text = "1. Rivers carry it\n2. Lakes keep it"
    _unbulleted(deck)


def dot(deck: Deck) -> None:
    """Type one bullet."""
    body(deck).text_frame.text = "\u2022 Rivers carry it"
    _unbulleted(deck)


def _unbulleted(deck: Deck) -> None:
    for paragraph in body(deck).text_frame.paragraphs:
        paragraph._p.get_or_add_pPr().insert(0, element("<a:buNone/>"))
    tell_language(deck.slides[TEXT])


def empty_lines(deck: Deck) -> None:
    """Push text apart with empty paragraphs."""
    body(deck).text_frame.text = "Rivers carry it\n\n\nLakes keep it"
    tell_language(deck.slides[TEXT])


def no_language(deck: Deck) -> None:
    """Write a run without a language, as python-pptx does."""
    body(deck).text_frame.text = "Rivers carry water"


def wrong_language(deck: Deck) -> None:
    """Mark Chinese as English."""
    body(deck).text_frame.text = "\u6cb3\u6d41\u548c\u6e56\u6cca"
    tell_language(deck.slides[TEXT])


def link(deck: Deck, words: str, address: str) -> None:
    """Write a paragraph that is one link."""
    paragraph = body(deck).text_frame.add_paragraph()
    run = paragraph.add_run()
    run.text = words
    run.hyperlink.address = address
    tell_language(deck.slides[TEXT])


def click_here(deck: Deck) -> None:
    """Link the words "click here"."""
    link(deck, "Click here!", "https://example.org/lakes")


def bare_address(deck: Deck) -> None:
    """Link an address by itself."""
    link(deck, "https://example.org/lakes", "https://example.org/lakes")


def wordless_link(deck: Deck) -> None:
    """Link a space."""
    link(deck, " ", "https://example.org/lakes")


def link_to_file(deck: Deck) -> None:
    """Link a file on a disk."""
    link(deck, "The survey of lakes", "file:///C:/Users/me/lakes.xlsx")


def link_to_share(deck: Deck) -> None:
    """Link a file on a network."""
    link(deck, "The survey of lakes", r"\\server\lakes.xlsx")


def running_link(deck: Deck) -> None:
    """Link a script."""
    link(deck, "The survey of lakes", "javascript:alert(1)")


def unusual_link(deck: Deck) -> None:
    """Link an address of an unusual scheme."""
    link(deck, "The survey of lakes", "gopher://example.org/lakes")


def half_address(deck: Deck) -> None:
    """Link an address without its scheme."""
    link(deck, "The survey of lakes", "example.org/lakes")


def broken_link(deck: Deck) -> None:
    """Link an id that no relationship has."""
    run = body(deck).text_frame.paragraphs[0].runs[0]
    run._r.get_or_add_rPr().append(element('<a:hlinkClick r:id="rId99"/>'))


def video(deck: Deck) -> None:
    """Show a video without captions."""
    properties = picture(deck)._element.xpath("./p:nvPicPr/p:nvPr")[0]
    properties.append(element('<a:videoFile r:link="rId2"/>'))
