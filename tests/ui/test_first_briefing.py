"""A first briefing in ten steps, from the sample on the screen to a cited deck (page "app")."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.records import Event, Statement
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from tests.ui.driving import CTRL, SHIFT, Key, cards, drop, kinds, press, search, settle, wait_for
from tests.ui.test_main_job import export_to


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
    """Choose a statement and the one that answers it in the list; Enter makes one slide of both."""
    press(window, Key.Key_1, CTRL)
    wait_for(lambda: window.library.isVisible() and window.stage.isVisible())
    pair = opposed(window)
    choose(window, pair)
    press(window.library.view, Key.Key_Return)
    settle(window)
    added = cards(window)[window.session.spot.card or 0]
    assert added.kind == "statements"
    assert len(added.records) == len(pair)


def opposed(window: MainWindow) -> tuple[int, int]:
    """Search for statements and return the rows of two that oppose each other."""
    search(window, "type:statement")
    model = window.library.model
    records = [model.card(model.index(row)).record for row in range(model.rowCount())]
    found = {record.id: row for row, record in enumerate(records)}
    return next(
        (row, found[other])
        for row, record in enumerate(records)
        if isinstance(record, Statement)
        for other in record.contrasts_with
        if other in found
    )


def choose(window: MainWindow, rows: tuple[int, ...]) -> None:
    """Choose rows of the list, as Ctrl and clicks do."""
    view, model = window.library.view, window.library.model
    selection = view.selectionModel()
    selection.clearSelection()
    for row in rows:
        selection.select(model.index(row), selection.SelectionFlag.Select)
    view.setFocus()


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
    pair = opposed(empty)
    model = empty.library.model
    data = model.mimeData([model.index(row) for row in pair])
    drop(empty.storyboard.view, data, empty.storyboard.view.viewport().rect().center())
    settle(empty)
    assert kinds(empty) == ["statements"]
