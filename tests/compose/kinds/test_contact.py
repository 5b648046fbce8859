"""Tests of the closing slide: contacts, and nothing claimed of the deck that was not counted."""

from __future__ import annotations

from dataclasses import replace

import briefer
from briefer.compose.slides import slides_of
from briefer.content import Panel, Slide, Text
from briefer.records import Record
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Card
from tests.builders import (
    composed,
    lines,
    make_actor,
    make_briefing,
    make_card,
    make_event,
    make_source,
    make_statement,
)

_QUOTE = make_statement()
_OTHER = make_statement("statement/other", text="Other words.", note="7")
_RECORDS: tuple[Record, ...] = (make_source(), make_actor(), make_event(), _QUOTE, _OTHER)


def _closing(
    *cards: Card, records: tuple[Record, ...] = _RECORDS, compared: dict[str, bool] | None = None
) -> Slide:
    """Return the closing slide of a deck of cards."""
    briefing = make_briefing(*cards, make_card("contact"))
    return slides_of(briefing, Gathered(records, compared=compared))[-1]


def _told(slide: Slide) -> dict[str, str]:
    """Return the values of the provenance by label."""
    words = [line.split(": ", 1)[1] for line in lines(slide, "provenance")]
    return dict(zip(words[::2], words[1::2], strict=True))


def test_contacts_are_names_with_their_details() -> None:
    """A blank line parts contacts; the first line is the name, the others are joined."""
    text = {"contacts": "The Office\n555-0100\nroom 4\n\n \nRefreshed decks\nQuote the mark"}
    slide = composed(make_card("contact", text=text))
    assert lines(slide, "contacts") == [
        "value: The Office",
        "note: 555-0100 | room 4",
        "value: Refreshed decks",
        "note: Quote the mark",
    ]
    assert (slide.title, slide.kicker) == ("Questions, corrections and updates", "Contact")


def test_addresses_are_live_links() -> None:
    """Only web and mail addresses link; a script does not."""
    text = {"contacts": "The Office\nask@example.gov, javascript:alert(1), https://example.gov."}
    (contacts,) = (b for b in composed(make_card("contact", text=text)).blocks[:1])
    assert isinstance(contacts, Panel)
    runs = [run for para in contacts.paras for run in para.inlines if isinstance(run, Text)]
    assert {run.text: run.url for run in runs if run.url} == {
        "ask@example.gov": "mailto:ask@example.gov",
        "https://example.gov": "https://example.gov",
    }


def test_a_card_without_contacts_says_so() -> None:
    """The place for them is not left bare."""
    assert lines(composed(make_card("contact")), "contacts") == ["value: [no contact given]"]


def test_provenance_is_counted_from_the_slides() -> None:
    """Works and pinpoints are those that the deck's claims cite."""
    told = _told(_closing(make_card("quote", [_QUOTE]), make_card("event", ["event/talks"])))
    assert told["Built with"] == f"Briefer {briefer.__version__}, from a local library"
    assert told["Information as of"] == "December 31, 2023"
    assert told["Works cited"] == "1 work, 2 pinpoints"
    assert len(told["Deck fingerprint"]) == 12


def test_quotations_are_not_called_checked_without_a_text() -> None:
    """What was compared with nothing is only what the library holds."""
    told = _told(_closing(make_card("quote", [_QUOTE])))
    assert told["Quotations"] == "1, word for word as the library holds them"
    assert "Quotations checked" not in told


def test_quotations_that_were_compared_are_told_as_found() -> None:
    """All, some, or not: the numbers say which."""
    cards = (make_card("quote", [_QUOTE]), make_card("quote", [_OTHER]))
    both = {_QUOTE.id: True, _OTHER.id: True}
    label = "Quotations checked"
    assert (
        _told(_closing(*cards, compared=both))[label] == "2 of 2 found in the text of their source"
    )
    assert _told(_closing(*cards, compared={_QUOTE.id: True}))[label] == (
        "1 of 2 found in the text of their source; no text held for 1"
    )
    assert _told(_closing(*cards, compared={**both, _OTHER.id: False}))[label] == (
        "1 of 2 found in the text of their source"
    )


def test_a_deck_that_quotes_and_cites_nothing_says_that() -> None:
    """Nothing is made up for an empty deck, or one slide looked at alone."""
    told = _told(_closing(make_card("title")))
    assert told["Works cited"] == "None"
    assert not {"Quotations", "Quotations checked"} & set(told)
    assert set(_told(composed(make_card("contact")))) == {"Built with", "Information as of"}


def test_the_fingerprint_follows_briefing_and_records() -> None:
    """The same for the same; another as soon as a word of either changes; unused records do not."""
    card = make_card("event", ["event/talks"])

    def mark(*cards: Card, records: tuple[Record, ...] = _RECORDS) -> str:
        return _told(_closing(*cards, records=records))["Deck fingerprint"]

    changed = replace(make_event(), summary="They talked for a day.")
    assert mark(card) == mark(card)
    assert mark(card) != mark(replace(card, title="Another"))
    assert mark(card) != mark(card, records=(*_RECORDS[:2], changed, *_RECORDS[3:]))
    assert mark(card) == mark(card, records=(*_RECORDS, make_event("event/unused")))
