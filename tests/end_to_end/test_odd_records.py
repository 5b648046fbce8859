"""Whatever records a card picks, the deck is sound, and what nobody can source says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer import paths
from briefer.compose import SLIDE_KINDS
from briefer.records import (
    Actor,
    Citation,
    Event,
    Locator,
    PartialDate,
    Participant,
    Record,
    Source,
    Statement,
    Statistic,
)
from briefer.store import Store
from tests.end_to_end.exports import (
    briefing_of,
    built_from,
    card,
    deck_problems,
    page_problems,
    words_of,
)

TYPES = ("event", "actor", "statement", "statistic", "relation", "source")
KINDS = [kind.name for kind in SLIDE_KINDS.values() if not kind.added_by_itself]
LONG_NAME = "The Interagency Working Group for the Coordination of Very Long Names of Offices " * 3
LONG_WORDS = ("We will act on every link of this chain, from chemical to street; " * 14)[:900]
DAY = PartialDate.parse("2023-05-06")
CITED = (Citation("source/report", Locator("page", "12")),)


def odd_records() -> Iterator[Record]:
    """Yield a user's own records: overlong, linked to nothing, cited everywhere or nowhere."""
    often = tuple(Citation("source/report", Locator("page", str(n))) for n in range(1, 40))
    lost = (Citation("source/gone"),)
    host = tuple(Participant("actor/long", "host") for _ in range(9))
    yield Source(id="source/report", csl_type="report", title="A report on supply " * 12)
    yield Actor(id="actor/long", name=LONG_NAME, actor_type="agency", citations=CITED)
    yield Actor(id="actor/signs", name=". - (", actor_type="person", citations=CITED)
    yield Actor(id="actor/uncited", name="Uncited Person", actor_type="person")
    yield Event(
        id="event/long",
        title="Talks " * 40,
        summary="They talked at length. " * 40,
        date=DAY,
        event_type="bilateral.summit",
        actors=host,
        instruments=(LONG_NAME,) * 3,
        citations=CITED,
    )
    yield Event(
        id="event/often", title="Cited often", date=DAY, event_type="publication", citations=often
    )
    yield Event(
        id="event/lost", title="Source lost", date=DAY, event_type="publication", citations=lost
    )
    yield Event(id="event/undated", title="No date", event_type="publication", citations=CITED)
    yield Event(id="event/uncited", title="Uncited event", date=DAY, event_type="publication")
    yield Statement(
        id="statement/long",
        speaker="actor/long",
        text=LONG_WORDS,
        statement_type="quotation",
        citations=CITED,
    )
    yield Statement(
        id="statement/uncited",
        speaker_label="Somebody",
        text="Uncited words.",
        statement_type="quotation",
    )
    yield Statistic(
        id="statistic/long",
        counts="Things that were counted " * 12,
        value=1234567890.0,
        qualifier="about",
        unit="kilograms of seized material",
        citations=CITED,
    )
    yield Statistic(id="statistic/uncited", counts="Uncited number", value=3.0, qualifier="exact")


@pytest.fixture(scope="module")
def own_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the odd records."""
    path = tmp_path_factory.mktemp("own") / "own.sqlite"
    with Store.create(path) as store:
        store.load(odd_records())
    return path


def ids_of(store: Path, kind: str | None = None) -> list[str]:
    """Return the ids of a store's records, of one type if it is given."""
    with Store.open(store, read_only=True) as opened:
        return [record.id for record in opened.all(kind)]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_the_library_can_stand_on_every_kind(kind: str) -> None:
    """Fitting or not, the record is shown, in its place, with its sources."""
    refs = ids_of(paths.bundled_store())
    built = built_from(paths.bundled_store(), briefing_of(card(kind, [ref]) for ref in refs))
    assert page_problems(built) == []


@pytest.mark.parametrize("kind", KINDS)
def test_odd_amounts_of_records_make_a_sound_deck(kind: str, tmp_path: Path) -> None:
    """None, sixty, the same one three times, some of every type, and only missing ones."""
    by_type = {name: ids_of(paths.bundled_store(), name) for name in TYPES}
    picks = [
        [],
        (by_type["event"] * 2)[:60],
        by_type["event"][:1] * 3,
        by_type["statement"][:1] * 3,
        [ref for refs in by_type.values() for ref in refs[:4]],
        ["event/gone", "actor/gone", "statement/gone", "statistic/gone"],
    ]
    built = built_from(paths.bundled_store(), briefing_of(card(kind, refs) for refs in picks))
    assert page_problems(built) == []
    assert deck_problems(built, tmp_path / "deck.pptx") == []
    if SLIDE_KINDS[kind].takes:
        assert "[unknown record event/gone]" in " ".join(map(words_of, built.pages))


@pytest.mark.parametrize("kind", KINDS)
def test_odd_records_of_ones_own_make_a_sound_deck(
    kind: str, own_store: Path, tmp_path: Path
) -> None:
    """Long names, long quotations, lost sources and 39 citations stay in their places."""
    built = built_from(own_store, briefing_of(card(kind, [ref]) for ref in ids_of(own_store)))
    assert page_problems(built) == []
    assert deck_problems(built, tmp_path / "deck.pptx") == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "title"])
def test_what_nobody_can_source_says_so_on_every_kind(kind: str, own_store: Path) -> None:
    """An uncited record is marked on its slide, whatever the kind, and found by the check."""
    refs = [ref for ref in ids_of(own_store) if ref.endswith("/uncited")]
    built = built_from(own_store, briefing_of(card(kind, [ref]) for ref in refs))
    assert len(built.pages) == len(refs)
    assert all("[uncited]" in words_of(page) for page in built.pages)
    found = {finding.record for finding in built.findings if finding.check == "uncited"}
    assert found == set(refs)


def test_quotations_are_never_shown_as_another_actors() -> None:
    """Every profile that shows quoted words names their speaker or is the speaker's own."""
    actors = ids_of(paths.bundled_store(), "actor")
    cards = [card("actor", [ref, "statement/milgram-chinese-companies"]) for ref in actors]
    built = built_from(paths.bundled_store(), briefing_of(cards))
    for page in built.pages:
        shown = words_of(page)
        if "fueling the fentanyl crisis" in shown:
            assert "Anne Milgram" in shown
