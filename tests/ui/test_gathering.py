"""Records are read again only where others are asked for, or somebody changed the library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefer.pipeline import gather
from briefer.records import Event
from briefer.store import Store
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Card
from briefer.ui.gathering import Gathering
from tests.builders import make_event, make_source


def _briefing(*events: Event) -> Briefing:
    briefing = edits.new_briefing("Changes")
    for event in events:
        card = Card("bluf", records=(event.id,))
        briefing = edits.add_card(briefing, card, len(briefing.cards)).briefing
    return briefing


def test_an_edit_of_words_reads_nothing(tmp_path: Path) -> None:
    """The very same records come back, until a card asks for others."""
    one, other = make_event("event/one"), make_event("event/other")
    with Store.create(tmp_path / "library.sqlite") as store:
        store.load([make_source(), one, other])
        reading, briefing = Gathering(), _briefing(one)
        first = reading.read(store, briefing, ())
        assert first == gather(store, briefing)
        worded = edits.set_title(briefing, 0, "Another title").briefing
        assert reading.read(store, worded, ()) is first
        cited = edits.set_words(worded, 0, "notes", f"As told in [@{other.id}]").briefing
        assert other.id in reading.read(store, cited, ())
        assert other.id in reading.read(store, worded, (other,))


def test_what_another_window_changed_is_read(tmp_path: Path) -> None:
    """A change by anybody else is found, also one that comes between two edits."""
    path, event = tmp_path / "library.sqlite", make_event("event/one")
    with Store.create(path) as store:
        store.load([make_source(), event])
    with Store.open(path) as store, Store.open(path) as theirs:
        reading, briefing = Gathering(), _briefing(event)
        assert reading.read(store, briefing, ())[event.id] == store.get(event.id)
        kept = theirs.get(event.id)
        assert isinstance(kept, Event)
        theirs.save(replace(kept, title="Told anew"))
        assert reading.read(store, briefing, ())[event.id].label == "Told anew"
        with Store.open(path) as again:
            assert reading.read(again, briefing, ())[event.id].label == "Told anew"
