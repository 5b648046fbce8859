"""Edits of several slides: each one step with a name; cut, copy and paste between briefings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from briefer.storyboard import edits
from briefer.storyboard.form import parse_briefing
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from briefer.ui.storyboard.carry import CARDS_MIME, SLIDES_MIME, carried
from tests.ui.driving import ALT, CTRL, SHIFT, Key, cards, drop, press, settle

LEFT = Qt.MouseButton.LeftButton
DRAG = Qt.ItemFlag.ItemIsDragEnabled


@pytest.fixture(autouse=True)
def in_front(window: MainWindow) -> None:
    """Have the window take the keys, the strip the keyboard; nothing is on the clipboard."""
    QGuiApplication.clipboard().clear()
    window.activateWindow()
    window.storyboard.view.setFocus()
    QApplication.processEvents()


def choose(window: MainWindow, *chosen: int) -> None:
    """Choose slides."""
    window.session.go(Spot(chosen[-1]))
    window.storyboard.chosen.choose(chosen)


def undo_name(window: MainWindow) -> str:
    """Return the name of the last step."""
    settle(window)
    return window.session.history.undo_label


def test_several_slides_are_one_step(window: MainWindow) -> None:
    """Move, duplicate and delete work on all chosen slides; one undo brings back what was."""
    before, view = cards(window), window.storyboard.view
    choose(window, 4, 5)
    press(window, Key.Key_Right, ALT)
    assert undo_name(window) == "Move 2 slides"
    assert window.storyboard.chosen.cards[-1] - window.storyboard.chosen.cards[0] == 1
    moved = window.storyboard.chosen.cards
    assert tuple(cards(window)[n] for n in moved) == before[4:6]
    press(window, Key.Key_Z, CTRL)
    assert cards(window) == before
    choose(window, 1, 3)
    press(window, Key.Key_D, CTRL)
    assert undo_name(window) == "Duplicate 2 slides"
    assert cards(window) == (*before[:4], before[1], before[3], *before[4:])
    assert window.storyboard.chosen.cards == (4, 5)
    press(view, Key.Key_Delete)
    assert undo_name(window) == "Delete 2 slides"
    assert cards(window) == before


def test_slides_go_to_another_section_together(window: MainWindow) -> None:
    """Alt Shift Right takes all chosen slides to the next section."""
    sizes = [len(section.cards) for section in window.session.briefing.sections]
    choose(window, 0, 1)
    press(window, Key.Key_Right, ALT | SHIFT)
    after = [len(section.cards) for section in window.session.briefing.sections]
    assert after[:2] == [sizes[0] - 2, sizes[1] + 2]
    assert undo_name(window) == "Move 2 slides"


def test_menu_words_count(window: MainWindow) -> None:
    """The menu says how many slides would be deleted; without a slide it offers nothing."""
    choose(window, 1, 2, 3)
    actions = window.actions_by_name
    assert actions["delete"].text().replace("&", "") == "Delete 3 slides"
    window.session.go(Spot(None))
    assert not actions["delete"].isEnabled()
    assert not actions["copy"].isEnabled()


def test_copy_and_paste(window: MainWindow) -> None:
    """Copies stand behind the chosen slides, chosen themselves; what is copied is a briefing."""
    before, view = cards(window), window.storyboard.view
    choose(window, 1, 2)
    press(view, Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    text = bytes(data.data(SLIDES_MIME).data()).decode()
    file = parse_briefing(text, name="copied", kinds={card.kind for card in before})
    assert file.briefing.cards == before[1:3]
    assert {record.id for record in file.snapshot} >= set(before[1].records)
    choose(window, 4)
    press(view, Key.Key_V, CTRL)
    assert undo_name(window) == "Paste 2 slides"
    assert cards(window) == (*before[:5], *before[1:3], *before[5:])
    assert window.storyboard.chosen.cards == (5, 6)


def test_an_empty_clipboard_pastes_nothing(window: MainWindow) -> None:
    """Where nothing was copied, or another program has taken it away, nothing happens."""
    before = cards(window)
    assert carried(None) is None
    QGuiApplication.clipboard().clear()
    window.actions_by_name["paste"].trigger()
    assert cards(window) == before


def test_cut_slides_go_to_another_briefing(window: MainWindow) -> None:
    """What was cut can be pasted into a new briefing, where its records are known."""
    before, view = cards(window), window.storyboard.view
    choose(window, 3)
    press(view, Key.Key_X, CTRL)
    assert undo_name(window) == "Cut slide 4"
    assert cards(window) == (*before[:3], *before[4:])
    window.session.new()
    settle(window)
    window.actions_by_name["paste"].trigger()
    settle(window)
    assert cards(window) == (before[3],)
    assert window.session.built is not None
    assert not window.session.built.deck.slides[0].missing


def test_pasting_something_else_does_nothing(window: MainWindow) -> None:
    """Words from elsewhere, and damaged slides, are left alone without a message."""
    before, view = window.session.briefing, window.storyboard.view
    QGuiApplication.clipboard().setText("Fentanyl")
    press(view, Key.Key_V, CTRL)
    for content in (b"{}", b"\xff", b'{"format": 1, "sections": []}', b'{"format": 99}'):
        data = QMimeData()
        data.setData(SLIDES_MIME, QByteArray(content))
        QGuiApplication.clipboard().setMimeData(data)
        press(view, Key.Key_V, CTRL)
    assert window.session.briefing == before


def test_menus_serve_text_fields_too(window: MainWindow) -> None:
    """Edit > Paste puts words into the field that has the keyboard, not slides."""
    before = cards(window)
    press(window, Key.Key_F2)
    title = window.inspector.wording.title
    QGuiApplication.clipboard().setText("X")
    window.actions_by_name["paste"].trigger()
    assert "X" in title.toPlainText()
    assert [card.kind for card in cards(window)] == [card.kind for card in before]


def test_an_empty_section_takes_pasted_slides(window: MainWindow) -> None:
    """An empty section can be chosen with the keyboard, and slides pasted into it."""
    briefing, view = window.session.briefing, window.storyboard.view
    choose(window, 0)
    press(view, Key.Key_C, CTRL)
    window.session.do(edits.add_section(briefing, len(briefing.cards), "Annex"))
    settle(window)
    window.session.go(Spot(len(briefing.cards) - 1))
    press(view, Key.Key_Right)
    assert window.storyboard.chosen.section == len(briefing.sections)
    press(view, Key.Key_V, CTRL)
    settle(window)
    assert window.session.briefing.sections[-1].title == "Annex"
    assert window.session.briefing.sections[-1].cards == (briefing.cards[0],)


def test_ctrl_drags_a_copy(window: MainWindow) -> None:
    """With Ctrl held slides are copied; without it they move, several at once."""
    before, view, board = cards(window), window.storyboard.view, window.storyboard
    at = QPoint(view.picture(3).right() + 2, view.picture(3).center().y())
    data = board.drops.data([0, 1])
    over = QDragMoveEvent(at, Qt.DropAction.CopyAction, data, LEFT, CTRL)
    view.dragMoveEvent(over)
    assert board.hint.words.startswith("Drop: copy 2 slides after slide 4")
    copy = Qt.DropAction.CopyAction
    view.dropEvent(QDropEvent(QPointF(at), copy, data, LEFT, CTRL))
    assert undo_name(window) == "Copy 2 slides"
    assert cards(window) == (*before[:4], *before[:2], *before[4:])
    press(window, Key.Key_Z, CTRL)
    settle(window)
    drop(view, board.drops.data([0, 1]), at)
    assert undo_name(window) == "Move 2 slides"
    assert cards(window)[:4] == (before[2], before[3], before[0], before[1])
    assert board.chosen.cards == (2, 3)


def test_slides_of_another_window_come_as_copies(window: MainWindow) -> None:
    """Indexes of another window mean nothing here; its slides are copied."""
    before, view = cards(window), window.storyboard.view
    data = window.storyboard.drops.data([5])
    data.setData(CARDS_MIME, QByteArray(b'{"window": "another", "cards": [0]}'))
    drop(view, data, QPoint(view.picture(1).right() + 2, view.picture(1).center().y()))
    settle(window)
    assert cards(window) == (*before[:2], before[5], *before[2:])


def test_select_all(window: MainWindow) -> None:
    """Ctrl A in the storyboard chooses every slide of the briefing."""
    press(window.storyboard.view, Key.Key_A, CTRL)
    assert window.storyboard.chosen.cards == tuple(range(len(cards(window))))


def test_a_slide_just_deleted_is_not_dragged(window: MainWindow) -> None:
    """Between an edit and its pages the strip still shows what is gone: nothing is taken along."""
    session, model = window.session, window.storyboard.view.model()
    last = max(row for row in range(model.rowCount()) if model.flags(model.index(row, 0)) & DRAG)
    session.do(edits.delete_cards(session.briefing, range(3, len(session.briefing.cards))))
    assert not session.up_to_date
    data = model.mimeData([model.index(last, 0)])
    settle(window)
    before = session.briefing
    drop(window.storyboard.view, data, window.storyboard.view.viewport().rect().center())
    assert session.briefing == before
