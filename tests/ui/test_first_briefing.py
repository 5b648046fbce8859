"""A first briefing in ten steps, from the sample on the screen to a cited deck (page "app")."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.records import Event
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from tests.ui.driving import CTRL, NONE, SHIFT, Key, cards, kinds, press, search, settle, wait_for
from tests.ui.test_main_job import export_to

LEFT = Qt.MouseButton.LeftButton


def focused() -> object:
    """Return the widget that has the keyboard."""
    return QApplication.focusWidget()


def begin(window: MainWindow) -> None:
    """Leave the sample, begin an information brief with a key, and give it a title."""
    assert window.session.is_sample
    assert window.stage.banner.isVisible()
    press(window, Key.Key_N, CTRL)
    settle(window)
    assert window.stage.empty.isVisible()
    assert focused() in window.stage.empty.ways
    press(window.stage.empty.ways[0], Key.Key_1)
    wait_for(lambda: bool(cards(window)))
    settle(window)
    press(window, Key.Key_F2)
    title = window.inspector.wording.title
    assert title.hasFocus()
    title.selectAll()
    QTest.keyClicks(title, "Fentanyl: what the Member must know")
    settle(window)
    page = window.session.page
    assert page is not None
    assert page.title == "Fentanyl: what the Member must know"


def add_by_search(window: MainWindow) -> None:
    """Find the coalition and add the two records found first."""
    before = len(cards(window))
    press(window, Key.Key_F, CTRL)
    assert window.library.field.hasFocus()
    search(window, "coalition")
    press(window.library.field, Key.Key_Down)
    press(window.library.view, Key.Key_Return)
    press(window.library.view, Key.Key_Down)
    press(window.library.view, Key.Key_Return)
    settle(window)
    assert len(cards(window)) == before + 2
    built = window.session.built
    assert built is not None
    page = window.session.page
    assert page is not None
    assert page.numbers, "the new slide cites its source"
    window.library.field.clear()


def add_timeline(window: MainWindow) -> None:
    """Choose dated events of 2023 with Shift and add one timeline slide of them."""
    press(window, Key.Key_2, CTRL)
    wait_for(lambda: window.timeline.isVisible() and window.timeline.model.rowCount() > 30)
    canvas, model = window.timeline.canvas, window.timeline.model
    wait_for(canvas.hasFocus)
    press(canvas, Key.Key_0)
    press(canvas, Key.Key_Right)
    for _ in range(6):
        press(canvas, Key.Key_Right, SHIFT)
    chosen = canvas.chosen()
    assert len(chosen) >= 4
    assert all(isinstance(record, Event) for record in chosen)
    assert model.rowCount() > len(chosen)
    press(window, Key.Key_T, CTRL | SHIFT)
    settle(window)
    added = cards(window)[window.session.spot.card or 0]
    assert added.kind == "timeline"
    assert set(added.records) == {record.id for record in chosen}


def add_network(window: MainWindow) -> None:
    """Look at China in the network and add it with its neighbors."""
    press(window, Key.Key_3, CTRL)
    network = window.network
    wait_for(lambda: network.isVisible() and network.canvas.scene is not None)
    network.go_to("actor/china")
    wait_for(lambda: network.canvas.current_ref() == "actor/china")
    press(network.canvas, Key.Key_Return)
    settle(window)
    added = cards(window)[window.session.spot.card or 0]
    assert added.kind == "network"
    page = window.session.page
    assert page is not None
    graphics = [box for box in page.boxes if getattr(box, "alt", "")]
    assert graphics, "the picture is told in words"


def add_two_sides(window: MainWindow) -> None:
    """Choose a statement and the one that answers it in the list and add them as one slide."""
    press(window, Key.Key_1, CTRL)
    wait_for(lambda: window.library.isVisible() and window.stage.isVisible())
    search(window, "type:statement Milgram")
    model, view = window.library.model, window.library.view
    first = model.card(model.index(0)).record
    search(window, "type:statement ministry")
    rows = range(model.rowCount())
    second = next(model.card(model.index(row)).record for row in rows)
    window.session.add([first, second])
    assert view.isVisible()
    settle(window)
    added = cards(window)[window.session.spot.card or 0]
    assert added.kind in ("statements", "quote")
    assert set(added.records) >= {first.id, second.id}


def word_and_note(window: MainWindow) -> None:
    """Write the bottom line where the checks lead to it, and draft notes from the citations."""
    index = kinds(window).index("bluf")
    window.session.go(Spot(index))
    fill(window, "statement", "One chain links three countries; each holds a link.")
    window.actions_by_name["draft-notes"].trigger()
    settle(window)
    assert cards(window)[index].words("notes")
    window.session.go(Spot(kinds(window).index("questions")))
    settle(window)
    window.storyboard.view.setFocus()
    press(window.storyboard.view, Key.Key_Delete)
    settle(window)


def fill(window: MainWindow, field: str, words: str) -> None:
    """Type into a field of the slide in the inspector."""
    settle(window)
    window.right.show_tab("slide")
    box = window.inspector.fields.fields[field]
    box.setFocus()
    box.insertPlainText(words)
    settle(window)
    assert cards(window)[window.session.spot.card or 0].words(field) == words


def test_a_first_briefing_by_keyboard(window: MainWindow, tmp_path: Path) -> None:
    """The ten steps of the design, each by its keys, end in a deck whose every number is cited."""
    begin(window)
    add_by_search(window)
    add_timeline(window)
    add_network(window)
    add_two_sides(window)
    word_and_note(window)
    press(window, Key.Key_F7)
    assert window.right.checks.isVisible()
    if window.actions_by_name["fix-all"].isEnabled():
        window.actions_by_name["fix-all"].trigger()
        settle(window)
    built = window.session.built
    assert built is not None
    assert [f.message for f in built.findings if f.severity == "error"] == []
    target = tmp_path / "first.pptx"
    dialog = export_to(window, target)
    assert dialog.done_button.isVisible()
    deck = Presentation(str(target))
    shown = len(deck.slides)
    assert shown == len(built.pages)
    first = deck.slides[0].shapes.title
    assert first is not None
    assert "what the Member must know" in first.text_frame.text.replace("\v", " ")


def test_two_statements_dragged_together(empty: MainWindow) -> None:
    """Two records dragged from the list to the empty storyboard make one two-sided slide."""
    search(empty, "type:statement")
    model, view = empty.library.model, empty.library.view
    found = {model.card(model.index(row)).record.id: row for row in range(model.rowCount())}
    pair = next(
        (row, found[other])
        for ref, row in found.items()
        for other in getattr(model.card(model.index(row)).record, "contrasts_with", ())
        if other in found
    )
    selection = view.selectionModel()
    for row in pair:
        selection.select(model.index(row), selection.SelectionFlag.Select)
    data = model.mimeData([model.index(row) for row in pair])
    at = empty.storyboard.view.viewport().rect().center()
    event = QDropEvent(at.toPointF(), Qt.DropAction.CopyAction, data, LEFT, NONE)
    empty.storyboard.view.dropEvent(event)
    settle(empty)
    assert kinds(empty) == ["statements"]
