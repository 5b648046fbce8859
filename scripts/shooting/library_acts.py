"""What is done in the library and its views before a picture is taken."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefer.ui.dialogs.settings import SettingsDialog
from briefer.ui.library.finding import Pick
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from briefer.ui.tasks import Query
from shooting.shot import Act, settle


def searching(words: str) -> Act:
    """Return what searches, with the focus in the field."""

    def act(window: MainWindow) -> None:
        window.session.go(Spot(8))
        window.stage.banner.closed.emit()
        window.library.field.setFocus()
        window.library.field.setText(words)
        time.sleep(0.1)
        settle(window)

    return act


def filtered(window: MainWindow) -> None:
    """Search with two filters on."""
    searching("m")(window)
    filters = window.library.filters
    filters.choose("topic", Pick("sanctions", "Sanctions"))
    filters.choose("year", Pick("2023", "2023"))
    filters.choose("year", Pick("2022", "2022"))
    settle(window)


def choosing(window: MainWindow) -> None:
    """Open the list of topics, one of them chosen, by keyboard."""
    searching("")(window)
    filters = window.library.filters
    filters.choose("topic", Pick("sanctions", "Sanctions"))
    settle(window)
    filters.chips["topic"].setFocus(Qt.FocusReason.TabFocusReason)
    filters.open("topic")


def more_filters(window: MainWindow) -> None:
    """Open the list of the fields that have no chip."""
    searching("")(window)
    window.library.filters.more.setFocus(Qt.FocusReason.TabFocusReason)
    window.library.filters.more.click()


def operators(window: MainWindow) -> None:
    """Begin the name of a field."""
    window.library.field.setFocus()
    QTest.keyClicks(window.library.field, "mexico s")
    settle(window)


def offered(window: MainWindow) -> None:
    """Begin the value of a field."""
    window.library.field.setFocus()
    QTest.keyClicks(window.library.field, "actor:de")
    time.sleep(0.2)
    settle(window)


def narrowed(window: MainWindow) -> None:
    """Search for what a filter hides."""
    filtered(window)
    window.library.field.setText("extradit")
    time.sleep(0.1)
    settle(window)


def picked(window: MainWindow) -> None:
    """Look at slide 4 with a card of the library selected."""
    window.session.go(Spot(3))
    window.stage.banner.closed.emit()
    window.library.view.setCurrentIndex(window.library.model.index(3))


def peeking(window: MainWindow) -> None:
    """Read a record beside the list."""
    searching("type:statement malicious")(window)
    window.library.view.setCurrentIndex(window.library.model.index(0))
    window.library.peeking.peek()
    time.sleep(0.3)
    settle(window)


def over(act: Act) -> Act:
    """Return what does the same with the library laid over the stage."""

    def reveal(window: MainWindow) -> None:
        window.body.reveal("library")
        act(window)

    return reveal


def networked(*, words: str = "", ref: str = "actor/china") -> Act:
    """Return what looks at an actor in the network, words searched for."""

    def act(window: MainWindow) -> None:
        window.library.field.setText(words)
        window.actions_by_name["network"].trigger()
        view = window.network
        end = time.monotonic() + 10
        while view.model.network.wanted.query != words or view.canvas.scene is None:
            assert time.monotonic() < end
            settle(window)
            if view.page.empty.isVisible():
                return
        view.go_to(ref)
        settle(window)

    return act


def timeline(window: MainWindow) -> None:
    """Look at the timeline with three events selected."""
    window.actions_by_name["timeline"].trigger()
    canvas, model = window.timeline.canvas, window.timeline.model
    end = time.monotonic() + 20
    while not model.rowCount() and time.monotonic() < end:
        settle(window, seconds=0.3)
    first = canvas.first_seen()
    canvas.choose(range(first, first + 3))
    canvas.keep_current(first + 1)
    settle(window)


def undated(window: MainWindow) -> None:
    """Look at a timeline without a date."""
    timeline(window)
    window.library.chips["event"].click()
    window.library.chips["actor"].click()
    end = time.monotonic() + 20
    while window.timeline.model.rowCount() and time.monotonic() < end:
        settle(window, seconds=0.3)


def editing(words: str) -> Act:
    """Return what opens the editor for the first record that words find."""

    def act(window: MainWindow) -> None:
        searching(words)(window)
        window.library.view.setCurrentIndex(window.library.model.index(0))
        window.actions_by_name["edit-record"].trigger()
        time.sleep(0.3)
        settle(window)

    return act


def commanded(name: str) -> Act:
    """Return what triggers a command and waits for its dialog."""

    def act(window: MainWindow) -> None:
        window.actions_by_name[name].trigger()
        time.sleep(0.3)
        settle(window)

    return act


def repeating(window: MainWindow) -> None:
    """Have two events twice in the library, and look for duplicates."""
    searching("type:event coalition")(window)
    model = window.library.model
    events = [model.card(model.index(row)).record for row in range(2)]
    note = "Handed in by a colleague"
    again = [replace(one, id=f"event/again-{n}", note=note) for n, one in enumerate(events)]
    Query(window.session.store_lane, lambda store: store.add_all(again), lambda _: None)
    commanded("find-duplicates")(window)
    time.sleep(1)
    settle(window)


def commanding(typed: str) -> Act:
    """Return what opens the command palette and types."""

    def act(window: MainWindow) -> None:
        window.session.go(Spot(7))
        window.actions_by_name["commands"].trigger()
        QTest.keyClicks(window.desk.palette.palette.field, typed)
        time.sleep(0.2)
        settle(window)

    return act


def setting(page: str) -> Act:
    """Return what opens a page of the settings."""

    def act(window: MainWindow) -> None:
        window.actions_by_name["settings"].trigger()
        dialog = window.findChild(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        dialog.show_page(page)
        time.sleep(0.2)
        settle(window)

    return act


def compact(window: MainWindow) -> None:
    """List the records in compact cards."""
    window.preferences.keep(replace(window.preferences.settings, density="compact"))
    searching("coalition")(window)
