"""Larger text in a window of 1440 x 900: every view has room, nothing is cut or covered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.main_window import MainWindow
from tests.ui.driving import ALT, Key, press, settle
from tests.ui.room import cut, overlapping

SCALES = (100, 150, 200)
VIEWS = ("list", "timeline", "network")
MODES = ("outline", "grid", "strip")


def at(window: MainWindow, scale: int) -> None:
    """Show text at a size."""
    window.commands.set_scale(scale)
    window.resize(1440, 900)
    settle(window)
    QApplication.processEvents()


def place(window: MainWindow, widget: QWidget) -> QRect:
    """Return where a widget is in the window."""
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_view_has_room(window: MainWindow, theme: str) -> None:
    """List, timeline, network, outline, grid, strip, slide and checks at each text size."""
    window.commands.set_theme(theme)
    flaws: dict[str, object] = {}
    for scale in SCALES:
        at(window, scale)
        for name in (*VIEWS, *MODES, "go-inspector", "checks"):
            window.actions_by_name[name].trigger()
            if name == "outline":
                window.views.go("list")
            settle(window)
            for _ in range(3):  # labels tell their new size, layouts follow
                QApplication.processEvents()
            wrong = cut(window), overlapping(window)
            if any(wrong):
                flaws[f"{name} at {scale} %"] = wrong
        window.body.fold()
    assert flaws == {}


@pytest.mark.parametrize("scale", [150, 200])
def test_what_lies_over_the_stage_leaves_the_storyboard_whole(
    window: MainWindow, scale: int
) -> None:
    """The slides fold away for it, and come back when it goes, or when they are asked for."""
    at(window, scale)
    usual = window.storyboard.height()
    window.actions_by_name["checks"].trigger()
    QApplication.processEvents()
    over, board = place(window, window.right), place(window, window.storyboard)
    assert not over.intersects(board)
    assert over.height() > 230 * scale // 100
    assert not window.storyboard.view.isVisible()
    assert window.storyboard.head.fold_button.accessibleName() == "Show slides"
    press(window.right.tabs.buttons["checks"], Key.Key_4, ALT)
    assert window.storyboard.view.hasFocus()
    assert window.storyboard.height() == usual
    assert not window.right.isVisible()
    window.actions_by_name["checks"].trigger()
    window.body.fold()
    QApplication.processEvents()
    assert window.storyboard.view.isVisible()
    assert not window.storyboard.head.fold_button.isVisible()


@pytest.mark.parametrize("view", ["timeline", "network"])
def test_at_the_largest_text_the_views_have_half_the_window(window: MainWindow, view: str) -> None:
    """The storyboard is its heading, until its button brings the slides, and folds them again."""
    at(window, 200)
    window.actions_by_name[view].trigger()
    QApplication.processEvents()
    shown = window.views.view
    assert shown is not None
    assert shown.height() > 450
    button = window.storyboard.head.fold_button
    button.click()
    QApplication.processEvents()
    assert window.storyboard.view.isVisible()
    assert window.views.current == view
    button.click()
    assert not window.storyboard.view.isVisible()
    window.views.go("list")
    assert window.storyboard.view.isVisible()


@pytest.mark.parametrize("scale", SCALES)
def test_the_names_of_templates_are_whole(window: MainWindow, scale: int) -> None:
    """In the export dialog each tile is as high as its name, wrapped, needs."""
    at(window, scale)
    window.commands.export()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    QApplication.processEvents()
    assert cut(dialog) == []
    assert overlapping(dialog) == []
    assert len({tile.height() for tile in dialog.tiles}) == 1
