"""Every window, dialog and menu wears the look: nothing is grey, cut or left in another theme."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QScrollArea, QWidget

from briefer.errors import BriefingFileError
from briefer.ui.dialogs.about import AboutDialog
from briefer.ui.dialogs.deck_offer import DeckOffer
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.errors import ErrorDialog
from briefer.ui.leaving import UnsavedDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.records.editor import RecordEditor
from briefer.ui.sheet import wearing
from briefer.ui.stage.empty import NAME, WHOLE
from briefer.ui.theme import Look
from briefer.ui.widgets.menu import Menu
from tests.ui.driving import settle, wait_for

_STILL = 8
"""Pictures in a row that are the same where nothing moves any more."""
_LONG = "its words are no UTF-8; " * 14


def bare(root: QWidget) -> list[str]:
    """Return what should wear a style sheet of its own and wears none."""
    return [
        type(widget).__name__
        for widget in (root, *root.findChildren(QWidget))
        if wearing(widget) is not None and not widget.styleSheet()
    ]


def test_files_are_asked_for_in_the_look_of_all_else(window: MainWindow) -> None:
    """Where the system has no dialog of its own, Qt's is dressed, and again in another theme."""
    window.actions_by_name["open"].trigger()
    QApplication.processEvents()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert bare(dialog) == []
    assert window.look.color("control").name() in dialog.styleSheet()
    window.look.set_theme("contrast")
    QApplication.processEvents()
    assert window.look.color("control").name() in dialog.styleSheet()
    image = dialog.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0) == window.look.color("border_strong")
    assert dialog.width() < window.width()
    dialog.reject()


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_ticks_of_menus_grow_with_the_text(window: MainWindow, theme: str) -> None:
    """The tick before what is on is twice as high where the words are."""
    found = {}
    for scale in (100, 200):
        look = Look(theme=theme, scale=scale)
        menu = Menu(look, window)
        action = menu.addAction("List")
        action.setCheckable(True)
        plain = menu.grab().toImage()
        action.setChecked(True)
        ticked = menu.grab().toImage()
        assert plain.size() == ticked.size()
        lines = [
            y
            for y in range(plain.height())
            if any(plain.pixel(x, y) != ticked.pixel(x, y) for x in range(look.px(28)))
        ]
        found[scale] = lines[-1] - lines[0]
    assert found[100] >= 6
    assert found[200] >= 12


def test_every_menu_is_of_the_window_s_own_kind(window: MainWindow) -> None:
    """None is Qt's plain menu, whose ticks stay 7 px."""
    menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]
    assert len(menus) > 10
    assert [menu.title() for menu in menus if not isinstance(menu, Menu)] == []


def _dialogs(look: Look, window: QWidget) -> list[Sheet]:
    error = BriefingFileError(f"The file cannot be read: {_LONG}", hint="Open a copy. " * 6)
    return [
        AboutDialog(look, window, store="store.sqlite"),
        UnsavedDialog(look, window, BriefingFileError("Cannot write: the disk is full.")),
        DeckOffer(look, window, Path("Agency template.pptx")),
        ErrorDialog(look, window, error),
        ErrorDialog(look, window, ValueError("unexpected")),
    ]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_dialog_scrolls_without_need(scale: int) -> None:
    """A dialog that takes the height of its words shows all of them, and no scroll bar."""
    look = Look(theme="light", scale=scale)
    window = QWidget()
    window.resize(2000, 1400)
    for dialog in _dialogs(look, window):
        dialog.show()
        for _ in range(3):
            QApplication.processEvents()
        area = dialog.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        roomy = dialog.height() < dialog.screen().availableSize().height() - 30
        assert not roomy or not area.verticalScrollBar().isVisible(), dialog.windowTitle()
        dialog.close()


def test_a_scroll_bar_goes_when_words_have_room_without_it() -> None:
    """It goes also where the words would need another line beside it."""
    window = QWidget()
    dialog = ErrorDialog(Look(theme="light"), window, ValueError("unexpected"))
    dialog.show()
    dialog.more.click()
    area, body = dialog.findChild(QScrollArea), dialog.body.layout()
    assert isinstance(area, QScrollArea)
    assert body is not None
    for width in range(380, 640, 6):
        dialog.resize(width, 200)
        QApplication.processEvents()
        assert area.verticalScrollBar().isVisible()
        frame = dialog.height() - area.height()
        dialog.resize(width, body.totalHeightForWidth(width - 2) + frame)
        QApplication.processEvents()
        assert not area.verticalScrollBar().isVisible(), width
    dialog.close()


def test_what_the_picker_finds_is_seen(window: MainWindow) -> None:
    """Results below the form scroll into sight as soon as they open."""
    window.actions_by_name["new-record-statement"].trigger()
    editor = window.findChild(RecordEditor)
    assert isinstance(editor, RecordEditor)
    editor.resize(editor.width(), 420)
    editor.cite()
    picker = editor.page.citations.picker
    QTest.keyClicks(picker.field, "fidler")
    wait_for(lambda: picker.open and bool(picker.list.rows.rows))
    viewport = editor.page.area.viewport()

    def seen(widget: QWidget) -> bool:
        place = widget.rect().translated(widget.mapTo(viewport, widget.rect().topLeft()))
        return viewport.rect().contains(place)

    wait_for(lambda: seen(picker.list) and seen(picker.new_button))
    assert seen(picker.field)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_names_of_outlines_are_seen_at_every_text_size(empty: MainWindow, scale: int) -> None:
    """Cards leave out their pictures, then what they bring, before they are cut."""
    empty.commands.set_scale(scale)
    empty.resize(1440, 900)
    settle(empty)
    for _ in range(3):
        QApplication.processEvents()
    page = empty.stage.empty
    padding = empty.look.px(12)  # above and below, of which some may be lacking
    assert all(way.height() > way.height_of(way.shown) - padding for way in page.ways)
    assert {way.shown for way in page.ways} == {{100: WHOLE, 150: 1, 200: NAME}[scale]}
    assert page.rect().contains(page.sample.geometry())


def point_away(window: MainWindow) -> None:
    """Put the pointer, which may lie where a test before left it, where no dialog opens."""
    QTest.mouseMove(window, QPoint(1, 1))
    QCursor.setPos(window.mapToGlobal(QPoint(1, 1)))


def pictured(window: MainWindow) -> QImage:
    """Return the dialog that is open as a picture, once it stands still; no cursor blinks in it."""
    settle(window)
    (dialog,) = [one for one in window.findChildren(Sheet) if one.isVisible()]
    pictures: deque[QImage] = deque(maxlen=_STILL)

    def still() -> bool:
        focused = dialog.focusWidget()
        if focused is not None:
            focused.clearFocus()
        pictures.append(dialog.grab().toImage())
        return len(pictures) == _STILL and all(one == pictures[0] for one in pictures)

    wait_for(still)
    return pictures[-1]


def difference(one: QImage, other: QImage) -> str:
    """Return where two pictures differ, in words; "" where they are the same."""
    if one == other:
        return ""
    if one.size() != other.size():
        return f"{one.size()} is not {other.size()}"
    unlike = [
        (x, y)
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]
    columns, rows = zip(*unlike, strict=True)
    return f"{len(unlike)} from {min(columns)}, {min(rows)} to {max(columns)}, {max(rows)}"


@pytest.mark.parametrize("name", ["settings", "details", "new-record-event", "sources"])
def test_an_open_dialog_takes_another_theme_whole(window: MainWindow, name: str) -> None:
    """After a change of theme it looks as if it had been opened in it."""
    point_away(window)
    window.actions_by_name[name].trigger()
    light = pictured(window)
    window.look.set_theme("contrast")
    changed = pictured(window)
    for dialog in window.findChildren(Sheet):
        dialog.close()
    window.actions_by_name[name].trigger()
    assert light != changed
    assert difference(changed, pictured(window)) == ""


def test_the_settings_take_another_text_size_whole(window: MainWindow) -> None:
    """The dialog in which the size is chosen looks as if it had been opened at that size."""
    window.resize(1700, 1100)
    point_away(window)
    window.actions_by_name["settings"].trigger()
    window.look.set_scale(150)
    changed = pictured(window)
    for dialog in window.findChildren(Sheet):
        dialog.close()
    window.actions_by_name["settings"].trigger()
    assert difference(changed, pictured(window)) == ""
