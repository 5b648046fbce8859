"""Whatever comes between, the pages become those of the briefing and the records as they stand."""

from __future__ import annotations

import random
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefer.records import Event
from briefer.store import Store
from briefer.storyboard import edits
from briefer.ui import session as session_module
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from briefer.ui.tasks import Query
from tests.ui.conftest import Opener
from tests.ui.driving import cards, settle, wait_for
from tests.ui.test_drop import shown_errors
from tests.ui.test_record_editor import in_store


def shown_words(window: MainWindow) -> str:
    """Return all that the pages say."""
    built = window.session.built
    return repr(built.deck.slides) if built else ""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_last_of_many_requests_is_answered(window: MainWindow, seed: int) -> None:
    """Edits, undo, redo and changes of the library in any order and at any pace end up shown."""
    chance, session = random.Random(seed), window.session

    def edit(number: int) -> None:
        session.do(edits.set_briefing(session.briefing, title=f"Title {number}"))

    for number in range(60):
        ways = (lambda n=number: edit(n), session.undo, session.redo, session.reread)
        chance.choice(ways)()
        for _ in range(chance.choice((0, 0, 1, 20))):
            QApplication.processEvents()
    settle(window)
    edit(1000)
    settle(window)
    assert "Title 1000" in shown_words(window)


def test_pages_of_old_records_do_not_count_as_new(window: MainWindow) -> None:
    """A record is changed while pages are laid out: those are not taken for the changed ones."""
    session, gate, seen = window.session, threading.Event(), list[str]()
    ref = next(ref for card in cards(window) for ref in card.records if ref.startswith("event/"))
    Query(session.pages_lane, lambda _: gate.wait(60), lambda _: None)
    session.do(edits.set_briefing(session.briefing, subtitle="Laid out behind the gate"))

    def change(store: Store) -> None:
        event = store.get(ref)
        assert isinstance(event, Event)
        store.save(replace(event, title="Changed meanwhile"))

    in_store(window, change)

    def look() -> None:
        if session.up_to_date and session.built is not None:
            seen.append(session.built.records[ref].label)

    session.built_changed.connect(look)
    Query(session.store_lane, lambda _: gate.set(), lambda _: None)
    session.reread()
    settle(window)
    wait_for(lambda: bool(seen))
    assert set(seen) == {"Changed meanwhile"}


def test_a_library_in_use_is_told_once_and_read_later(
    opened: Opener, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program has it for itself: the pages come as soon as it lets go, unasked."""
    monkeypatch.setattr(session_module, "AGAIN_MS", 50)
    window = opened()
    path = Path(places.store)

    def impatient(store: Store) -> None:
        store._connection.execute("PRAGMA busy_timeout = 20")

    Query(window.session.reading_lane, impatient, lambda _: None)
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        window.session.do(edits.set_briefing(window.session.briefing, title="Meanwhile"))
        wait_for(lambda: bool(shown_errors(window)))
        (dialog,) = shown_errors(window)
        assert "is in use by another program" in dialog.message.text()
        dialog.close()
        wait_for(lambda: not shown_errors(window))
        assert not window.session.up_to_date
    finally:
        other.close()
    settle(window)
    assert "Meanwhile" in shown_words(window)
    assert shown_errors(window) == []


def test_searching_and_pages_do_not_wait_for_a_change(window: MainWindow) -> None:
    """A change holds the library for seconds: what is typed is found, and slides are shown."""
    session, held = window.session, threading.Event()
    changed: list[bool] = []
    Query(session.store_lane, lambda _: held.wait(60), changed.append)
    try:
        everything = window.library.model.total
        window.library.field.setText("sanctions")
        wait_for(lambda: 0 < window.library.model.total < everything)
        session.do(edits.set_briefing(session.briefing, subtitle="Shown meanwhile"))
        wait_for(lambda: session.up_to_date)
        assert "Shown meanwhile" in shown_words(window)
        assert changed == []
    finally:
        held.set()
    wait_for(lambda: changed == [True])
