"""Decks in every citation style: sound, nothing out of place, worded in the style throughout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefer import paths, pipeline
from briefer.citations import STYLES
from briefer.compose import SLIDE_KINDS
from briefer.layout.body import paragraphs_of
from briefer.records import Citation, Event, Locator, Source
from briefer.records.gathered import Gathered
from briefer.store import Store
from briefer.storyboard.files import load_briefing
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.reader import read_template
from tests.builders import make_briefing, make_card, make_event
from tests.citations.styles.samples import SAMPLES
from tests.end_to_end.exports import deck_problems, page_problems
from tests.robustness.rules import Judged, breaches

TEMPLATES = {
    name: read_template(paths.bundled_templates() / house.file)
    for name, house in HOUSE_TEMPLATES.items()
}


def _sample(style: str, template: str) -> pipeline.Built:
    """Return the bundled sample in a style."""
    briefing, snapshot = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    briefing = replace(briefing, style=style)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        records = pipeline.gather(store, briefing, snapshot)
    return pipeline.build(briefing, records, TEMPLATES[template])


def _of_every_kind(style: str) -> pipeline.Built:
    """Return a deck that cites a source of every kind at two places each."""
    events = [_citing(source, number) for number, source in enumerate(SAMPLES.values(), start=1)]
    cards = [make_card("event", [event]) for event in events]
    briefing = replace(make_briefing(*cards), style=style)
    return pipeline.build(briefing, Gathered((*SAMPLES.values(), *events)), TEMPLATES["light"])


def _citing(source: Source, number: int) -> Event:
    places = (Locator("page", str(370 + number)), Locator("note", f"{number}-{number + 2}"))
    return make_event(
        f"event/e{number}",
        title=f"Talks of round {number} were held",
        citations=tuple(Citation(source.id, place) for place in places),
    )


@pytest.mark.parametrize("template", list(TEMPLATES))
@pytest.mark.parametrize("style", list(STYLES))
def test_sample_keeps_every_rule_in_every_style(style: str, template: str, tmp_path: Path) -> None:
    """Longer forms overflow nothing, and the file is sound."""
    built = _sample(style, template)
    broken = breaches(Judged(built, TEMPLATES[template]))
    # The words over a chart's peak stand on the chart on purpose.
    assert [breach for breach in broken if "Bracket label lies on Chart" not in breach] == []
    assert page_problems(built) == []
    if template == "light":
        assert deck_problems(built, tmp_path / "deck.pptx") == []


@pytest.mark.parametrize("style", list(STYLES))
def test_sources_of_every_kind_fit_their_slides(style: str) -> None:
    """A deck of many works in long forms keeps every rule too."""
    built = _of_every_kind(style)
    assert breaches(Judged(built, TEMPLATES["light"])) == []
    assert page_problems(built) == []
    shown = {
        paragraph.text.split("\t", 1)[1]
        for page in built.pages
        if page.kind == "sources"
        for paragraph in paragraphs_of(page.boxes)
        if paragraph.role == "work"
    }
    assert len(shown) == len(SAMPLES)
    wanted = STYLES[style].full(replace(SAMPLES["web article"], url=None), None)
    assert any(words.startswith(wanted) for words in shown)


def test_style_changes_words_and_nothing_else() -> None:
    """Numbers, letters and places stay; the sources, the foot and the notes are reworded."""
    house, legal = _sample("house", "light"), _sample("bluebook", "light")
    for one, other in zip(house.deck.references, legal.deck.references, strict=True):
        assert (one.number, one.source, one.letter) == (other.number, other.source, other.letter)
        assert one.locator == other.locator
    assert [slide.title for slide in house.deck.slides] == [s.title for s in legal.deck.slides]
    notes = [page.notes for page in legal.pages]
    assert any("text accompanying note" in words for words in notes)
    assert not any("text accompanying note" in page.notes for page in house.pages)
