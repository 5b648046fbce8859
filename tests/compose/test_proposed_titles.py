"""Tests of proposed titles: short, grammatical, and never claiming more than dates and names do."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest

from briefer import paths
from briefer.compose import propose_card, slides_of
from briefer.compose.titles import MAX_TITLE, events_title
from briefer.records import Record
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Section
from tests.builders import composed, make_actor, make_card, make_event, make_statement

_UNGRAMMATICAL = re.compile(
    r"\b(of|and) (Department|White House|UN General|Global Coalition|Centers|American)\b"
    r"|since .* to |earlier to |later to |to since|during .* to "
)


@pytest.fixture(scope="module")
def library() -> Sequence[Record]:
    """Return the records of the bundled library that have slides."""
    with Store.open(paths.bundled_store(), read_only=True) as store:
        return [record for record in store.all() if record.type != "source"]


@pytest.mark.parametrize("seed", range(8))
def test_titles_over_the_bundled_library_read_well(library: Sequence[Record], seed: int) -> None:
    """Selections of one type and of all: no title is long, empty, cut or lacks an article."""
    chance = random.Random(seed)
    kinds = sorted({record.type for record in library})
    picks = [[record] for record in library] if seed == 0 else []
    for size in (2, 3, 5, 8):
        for kind in kinds:
            those = [record for record in library if record.type == kind]
            picks.append(chance.sample(those, size))
        picks.append(chance.sample(list(library), size))
    cards = [propose_card(pick) for pick in picks]
    with Store.open(paths.bundled_store(), read_only=True) as store:
        gathered = store.gather([ref for card in cards for ref in card.records])
    for card in cards:
        (slide,) = slides_of(Briefing("Titles", sections=(Section("", (card,)),)), gathered)
        assert slide.title.strip()
        assert len(slide.title) <= MAX_TITLE
        assert not slide.title.endswith("\N{HORIZONTAL ELLIPSIS}"), slide.title
        assert not _UNGRAMMATICAL.search(slide.title), slide.title


def test_open_dates_bound_no_period() -> None:
    """The title says that only the firm dates make the period; without any it tells the number."""
    firm = [make_event("event/a", date="1988"), make_event("event/b", date="2023")]
    loose = make_event("event/c", date="2020/..")
    early = make_event("event/d", date="../2019")
    assert events_title(firm) == "2 events, 1988 to 2023"
    assert events_title([*firm, loose]) == "3 events; firm dates run from 1988 to 2023"
    assert events_title([firm[0], loose]) == "2 events"
    assert events_title([loose, early]) == "2 events"
    assert events_title([make_event(date=None)]) == "1 event"


def test_bodies_stand_with_their_article() -> None:
    """A body takes "the" in the title of its statement, a person does not."""
    body = make_actor("actor/body", name="Drug Office", actor_type="agency", country=None)
    said = make_statement(speaker="actor/body")
    answer = make_statement("statement/b", speaker="actor/jane-doe")
    assert composed(make_card("quote", [said]), said, body).title == "Statement of the Drug Office"
    slide = composed(make_card("statements", [said, answer]), said, answer, body, make_actor())
    assert slide.title == "Statements of the Drug Office and the United States"


def test_a_speaker_whom_the_source_does_not_name_is_no_party() -> None:
    """Two sides of whom one is unnamed are told as on record."""
    label = "Phrase quoted at note 4 (speaker not named)"
    unnamed = make_statement("statement/x", speaker=None, speaker_label=label)
    known = make_statement()
    card = make_card("statements", [unnamed, known])
    assert composed(card, unnamed, known, make_actor()).title == "Two statements on record"


def test_a_role_that_only_repeats_the_name_is_left_out() -> None:
    """A profile's title says nothing twice."""
    spokesperson = make_actor(name="Foreign Ministry spokesperson", role="Spokesperson")
    title = composed(make_card("actor", [spokesperson]), spokesperson).title
    assert title == "Foreign Ministry spokesperson"
