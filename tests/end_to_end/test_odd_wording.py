"""Whatever staff write in a card's fields, the deck is sound and every word has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer import paths
from briefer.compose import SLIDE_KINDS
from briefer.storyboard.briefing import Card
from tests.end_to_end.exports import (
    briefing_of,
    built_from,
    card,
    deck_problems,
    page_problems,
    words_of,
)

RECORDS = {
    "title": (),
    "agenda": (),
    "section": (),
    "contact": (),
    "bluf": ("event/2023-04-sinaloa-charges", "statement/milgram-chinese-companies"),
    "timeline": ("event/2023-04-sinaloa-charges", "event/2023-11-biden-xi-deal"),
    "event": ("event/2023-11-biden-xi-deal", "statement/white-house-china-action"),
    "actor": ("actor/anne-milgram", "statement/milgram-chinese-companies"),
    "quote": ("statement/monaco-supply-chain",),
    "statements": ("statement/biden-major-source", "statement/chinese-foreign-ministry-smear"),
    "figures": ("statistic/pill-price", "statistic/coalition-size-note"),
    "network": (
        "relation/department-of-justice-charges-four-chinese-companies",
        "event/2023-04-sinaloa-charges",
    ),
    "chart": ("event/2023-04-sinaloa-charges", "event/2023-11-biden-xi-deal"),
    "table": ("event/2023-04-sinaloa-charges", "event/2023-11-biden-xi-deal"),
    "options": ("event/2023-04-sinaloa-charges",),
    "watch": ("event/2024-03-cnd-meeting", "statement/milgram-chinese-companies"),
    "talking-points": ("statistic/pill-price", "statement/milgram-chinese-companies"),
    "questions": ("event/2023-04-sinaloa-charges", "statement/milgram-chinese-companies"),
}
WORDINGS = {
    "very long words": "Donaudampfschifffahrtsgesellschaftskapitän" * 6,
    "long wording": "A wording that goes on and on about the matter at hand. " * 14,
    "Chinese": "国家禁毒委员会办公室提醒有关企业和公众在从事经营活动时遵守有关法律法规。" * 3,
    "Arabic": "يجب على الولايات المتحدة والصين التعاون لمكافحة الفنتانيل، وفقا للمتحدث. " * 2,
    "emoji": "😀🇺🇸👩‍👩‍👧‍👦 zero\u200bwidth \u202ebidi\u202c " * 5,
    "control characters": "a\x00b\x07c\x0bd\x1fe\ufffe tab\tline\nline\r\nend\u2028x",
    "broken marks": "**open [@unknown/record] [@] [@ x] **a**b** [@event/2023-04-sinaloa-charges]",
}


def reworded_cards(words: str) -> list[Card]:
    """Return a card of every kind with every field and every record reworded."""
    cards = []
    for kind, records in RECORDS.items():
        fields = [field.name for field in SLIDE_KINDS[kind].fields]
        cards.append(card(kind, records, text=dict.fromkeys((*fields, *records), words)))
    return cards


def test_every_kind_that_takes_a_card_is_tried() -> None:
    """A new kind has to be added here."""
    assert set(RECORDS) == {kind.name for kind in SLIDE_KINDS.values() if not kind.added_by_itself}


@pytest.mark.parametrize("words", WORDINGS.values(), ids=WORDINGS)
def test_any_wording_stays_in_place_and_makes_a_sound_deck(words: str, tmp_path: Path) -> None:
    """No exception, no overflow, no lost number, nothing for PowerPoint to repair."""
    built = built_from(paths.bundled_store(), briefing_of(reworded_cards(words)))
    assert page_problems(built) == []
    assert deck_problems(built, tmp_path / "deck.pptx") == []


@pytest.mark.parametrize("words", ["T" * 400, "Talk " * 80, "会" * 400, "ب" * 400])
def test_any_title_and_marking_fit_their_places(words: str, tmp_path: Path) -> None:
    """Titles of 400 characters are cut to fit, and nothing is asked of date and audience."""
    cards = [
        card(kind, records, title=f"{n} {words}")
        for n, (kind, records) in enumerate(RECORDS.items())
    ]
    briefing = briefing_of(cards, title=words, audience="", date="", marking="CUI")
    built = built_from(paths.bundled_store(), briefing, template="high-contrast")
    assert [problem for problem in page_problems(built) if "titled" not in problem] == []
    assert all(words_of(page).startswith("CUI") for page in built.pages)
    assert deck_problems(built, tmp_path / "deck.pptx", template="high-contrast") == []


def test_marks_that_do_not_work_are_reported_where_they_are_printed() -> None:
    """Unclosed bold, and a citation in a field that prints its words as they are, are findings."""
    text = {"ask": "Do **this", "kicker": "[@event/2023-04-sinaloa-charges]"}
    built = built_from(paths.bundled_store(), briefing_of([card("bluf", text=text)]))
    (finding,) = [finding for finding in built.findings if finding.check == "markup"]
    assert finding.page == 1
    clean = briefing_of([card("bluf", text={"ask": "Do **this**"})])
    assert not [f for f in built_from(paths.bundled_store(), clean).findings if f.check == "markup"]


def test_a_marking_that_had_to_be_cut_is_an_error() -> None:
    """A banner that says less than the user wrote never leaves unnoticed."""
    cards = [card("quote", RECORDS["quote"])]
    long = briefing_of(cards, marking="CONTROLLED // DISSEMINATION LIMITED TO STAFF " * 12)
    found = [f for f in built_from(paths.bundled_store(), long).findings if f.check == "marking"]
    assert [finding.severity for finding in found] == ["error"]
    short = built_from(paths.bundled_store(), briefing_of(cards, marking="CUI"))
    assert not [finding for finding in short.findings if finding.check == "marking"]


def test_an_unknown_record_cited_in_bold_words_is_named_and_reported() -> None:
    """A citation nobody can follow is never silently dropped."""
    text = {"statement": "**Supply moved.[@event/gone]**"}
    built = built_from(paths.bundled_store(), briefing_of([card("bluf", text=text)]))
    assert "[unknown record event/gone]" in words_of(built.pages[0])
    assert [f.record for f in built.findings if f.check == "missing-record"] == ["event/gone"]


def test_a_kicker_and_a_footer_that_had_to_be_cut_are_told_once() -> None:
    """Too long a line above the title is one warning, however many pages show it."""
    long = "A section that is named at a length nobody can read above a title " * 3
    cards = [card("bluf", text={"kicker": long}), card("event", text={"kicker": long})]
    built = built_from(paths.bundled_store(), briefing_of(cards, title=long))
    told = [finding for finding in built.findings if finding.check == "label"]
    assert [finding.message.split("“")[0] for finding in told] == [
        "The line above the title ",
        "The footer ",
    ]
    kept = briefing_of([card("bluf", text={"kicker": "To be continued…"})])
    whole = built_from(paths.bundled_store(), kept)
    assert not [finding for finding in whole.findings if finding.check == "label"]
