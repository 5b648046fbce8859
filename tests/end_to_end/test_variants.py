"""Every layout of every kind over the bundled library, from card to a deck a reader opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer import paths
from briefer.compose import SLIDE_KINDS
from briefer.storyboard.briefing import Briefing, Card
from briefer.storyboard.files import parse_briefing
from tests.end_to_end.exports import briefing_of, built_from, deck_problems, page_problems


def _sample() -> Briefing:
    file = paths.bundled_library().parent / "sample.briefing"
    text = file.read_text(encoding="utf-8")
    return parse_briefing(text, name=file.name, kinds=tuple(SLIDE_KINDS)).briefing


def _variants() -> Iterator[Card]:
    """Yield the first card of each kind in the sample once in each layout, titled by it."""
    first = {card.kind: card for card in reversed(_sample().cards)}
    for kind in SLIDE_KINDS.values():
        for choice in kind.choices:
            for item in choice.values:
                card = first[kind.name]
                options = {**dict(card.options), choice.name: item.value}
                title = f"{kind.label}: {item.label}"
                ordered = tuple(sorted(options.items()))
                yield Card(kind.name, title, card.records, card.text, ordered)


@pytest.mark.parametrize("template", ["light", "high-contrast"])
def test_every_layout_is_a_sound_deck(template: str, tmp_path: Path) -> None:
    """Every page is cited, text stands in its place, PowerPoint has nothing to mend."""
    cards = list(_variants())
    built = built_from(paths.bundled_store(), briefing_of(cards), template=template)
    assert page_problems(built) == []
    assert deck_problems(built, tmp_path / "deck.pptx", template=template) == []
    assert {page.card for page in built.pages if page.card is not None} == set(range(len(cards)))
    assert [page.title for page in built.pages if page.card is not None and not page.numbers] == []
    assert not [finding for finding in built.findings if finding.severity == "error"]


def test_what_is_asked_for_is_what_stands() -> None:
    """Only an axis gives way, over the sample's dates of every precision."""
    built = built_from(paths.bundled_store(), briefing_of(_variants()))
    found = [finding for finding in built.findings if finding.check == "layout"]
    assert [finding.message for finding in found] == [
        "These records cannot be laid out as “Axis”; the slide shows “List”."
    ]
