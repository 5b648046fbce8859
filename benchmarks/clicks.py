"""Steps of somebody who tries anything: actions, keys, clicks, drops and menus, drawn by chance.

In: a window and a source of chance. Out: steps done, each told in words. Must not know: what the
panels mean to do; it sees them as assistive programs and the pointer do. Files are out of its
reach: dialogs that choose files are closed, the program is not quit.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from benchmarks.soundness import CONTROLS
from briefer.ui.main_window import MainWindow

FORBIDDEN = frozenset({"quit", "open", "save-copy"})
"""Actions that end the program or ask for files."""

_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_MODIFIERS = (_PLAIN, _PLAIN, _PLAIN, _SHIFT, _CTRL, _ALT, _CTRL | _SHIFT, _ALT | _SHIFT)
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F7),
    *(Qt.Key.Key_F8, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_B),
    *(Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_D, Qt.Key.Key_X),
    *(Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_A, Qt.Key.Key_T, Qt.Key.Key_K),
)
_WORDS = ("fentanyl", "china 2023", "DEA", "-", "2023-13-45", "https://", "a" * 90, "0", "@x", "#3")
_SIZES = ((1440, 900), (1000, 640), (760, 520), (1920, 1080))
_POPUP_MS = 30


class Somebody(QObject):
    """Does one thing after the other in a window, each chosen by chance."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        super().__init__(window)
        self._window = window
        self._chance = chance
        self._ways: tuple[tuple[int, Callable[[], str]], ...] = (
            (9, self._act),
            (9, self._click),
            (7, self._click_row),
            (7, self._key),
            (3, self._type),
            (3, self._drop),
            (2, self._wheel),
            (2, self._point),
            (2, self._ask_menu),
            (1, self._resize),
            (4, self._undo),
            (3, self._wait),
        )
        # Menus of buttons run a loop of their own until something is chosen.
        self._menus = QTimer(self)
        self._menus.setInterval(_POPUP_MS)
        self._menus.timeout.connect(self._answer_popup)
        self._menus.start()

    def step(self) -> str:
        """Do one thing; return what it was. Where a dialog is open it is often closed."""
        weights, ways = zip(*self._ways, strict=True)
        told = self._leave() if self._at_files() or self._chance.random() < 0.25 else ""
        told = told or self._chance.choices(ways, weights)[0]()
        QApplication.processEvents()
        return told

    def close_all(self) -> None:
        """Close every dialog and menu, and what is presented."""
        for _ in range(20):
            if not self._leave():
                return
            QApplication.processEvents()

    def stop(self) -> None:
        """Answer menus no more."""
        self._menus.stop()

    @property
    def root(self) -> QWidget:
        """The window that takes keys and the pointer now."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal
        active = QApplication.activeWindow()
        return active if active is not None and active.isVisible() else self._window

    def _at_files(self) -> bool:
        """Return whether files could be chosen, renamed or deleted now."""
        return isinstance(self.root, QFileDialog) or isinstance(self.root.parent(), QFileDialog)

    # Ways

    def _leave(self) -> str:
        """Close what lies over the window, if anything does."""
        root = self.root
        if isinstance(root, QFileDialog):
            root.reject()
            return "close a dialog for files"
        if root is self._window:
            return ""
        QTest.keyClick(root, Qt.Key.Key_Escape)
        if shiboken6.isValid(root) and root.isVisible() and self._chance.random() < 0.5:
            root.close()
        return f"leave {_named(root) if shiboken6.isValid(root) else 'what is gone'}"

    def _act(self) -> str:
        """Trigger an action that is enabled."""
        if self.root is not self._window:
            return self._click()
        actions = self._window.actions_by_name.all()
        able = [a for a in actions if a.isEnabled() and a.objectName() not in FORBIDDEN]
        action = self._chance.choice(able)
        action.trigger()
        return f"action {action.objectName()}"

    def _click(self) -> str:
        """Click on a button, choice or field."""
        able = [w for w in self._reachable() if isinstance(w, CONTROLS)]
        if not able:
            return "nothing to click"
        widget = self._chance.choice(able)
        told = f"click {_named(widget)}"
        QTest.mouseClick(widget, _LEFT, self._modifier(), widget.rect().center())
        return told

    def _click_row(self) -> str:
        """Click or double-click on an item of a list."""
        views = [w for w in self._reachable() if isinstance(w, QAbstractItemView)]
        if not views:
            return self._click()
        view = self._chance.choice(views)
        at = self._some_place(view)
        click = self._chance.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        told = f"{click.__name__} at {at.x()}, {at.y()} in {_named(view)}"
        click(view.viewport(), _LEFT, self._modifier(), at)
        return told

    def _key(self) -> str:
        """Press a key where the keyboard is, or in another widget that takes it."""
        if self._chance.random() < 0.3:
            able = [w for w in self._reachable() if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
            if able:
                self._chance.choice(able).setFocus(Qt.FocusReason.TabFocusReason)
        focused = QApplication.focusWidget() or self.root
        key, modifier = self._chance.choice(_KEYS), self._modifier()
        told = f"key {key.name} {modifier} in {_named(focused)}"
        QTest.keyClick(focused, key, modifier)
        return told

    def _type(self) -> str:
        """Type words into a field."""
        able = [w for w in self._reachable() if isinstance(w, QLineEdit | QPlainTextEdit)]
        if not able:
            return self._key()
        field, words = self._chance.choice(able), self._chance.choice(_WORDS)
        told = f"type {words} in {_named(field)}"
        field.setFocus(Qt.FocusReason.TabFocusReason)
        for letter in words:
            if not shiboken6.isValid(field):
                break
            QTest.keyClicks(field, letter)
        return told

    def _drop(self) -> str:
        """Drag what a list shows on something that takes drops."""
        reachable = self._reachable()
        views = [w for w in reachable if isinstance(w, QAbstractItemView) and _rows(w)]
        takers = [w for w in reachable if w.acceptDrops()]
        if not views or not takers:
            return self._key()
        source, target = self._chance.choice(views), self._chance.choice(takers)
        model = source.model()
        chosen = source.selectedIndexes()
        data = model.mimeData(chosen or [model.index(self._chance.randrange(_rows(source)), 0)])
        if data is None or not data.formats():
            return f"nothing to drag from {_named(source)}"
        at = self._some_point(target)
        action = self._chance.choice((Qt.DropAction.MoveAction, Qt.DropAction.CopyAction))
        both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        told = f"drop from {_named(source)} on {_named(target)} at {at.x()}, {at.y()}"
        for event in (
            QDragEnterEvent(at, both, data, _LEFT, _PLAIN),
            QDragMoveEvent(at, both, data, _LEFT, _PLAIN),
            QDropEvent(QPointF(at), action, data, _LEFT, _PLAIN),
        ):
            QApplication.sendEvent(target, event)
            QApplication.processEvents()
            if not shiboken6.isValid(target):
                break
        return told

    def _wheel(self) -> str:
        """Turn the wheel over something."""
        widget = self._chance.choice(self._reachable() or [self.root])
        at = self._some_point(widget)
        event = QWheelEvent(
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            QPoint(),
            QPoint(0, self._chance.choice((-360, -120, 120, 360))),
            Qt.MouseButton.NoButton,
            self._modifier(),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        told = f"wheel over {_named(widget)}"
        QApplication.sendEvent(widget, event)
        return told

    def _point(self) -> str:
        """Move the pointer over something, press there and let go."""
        widget = self._chance.choice(self._reachable() or [self.root])
        told = f"press on {_named(widget)}"
        QTest.mouseMove(widget, self._some_point(widget))
        QApplication.processEvents()
        if shiboken6.isValid(widget):
            QTest.mouseClick(widget, _LEFT, self._modifier(), self._some_point(widget))
        return told

    def _ask_menu(self) -> str:
        """Ask for the menu of something."""
        widget = self._chance.choice(self._reachable() or [self.root])
        at = self._some_point(widget)
        told = f"menu of {_named(widget)}"
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
        return told

    def _resize(self) -> str:
        """Give the window another size."""
        width, height = self._chance.choice(_SIZES)
        self._window.resize(width, height)
        return f"resize to {width} x {height}"

    def _undo(self) -> str:
        """Undo or redo a few steps at once; a dialog over the window does not let that happen."""
        if self.root is not self._window:
            return self._key()
        session = self._window.session
        back = self._chance.random() < 0.6
        times = self._chance.randint(1, 4)
        for _ in range(times):
            (session.undo if back else session.redo)()
        return f"{'undo' if back else 'redo'} {times} times"

    def _wait(self) -> str:
        """Let the threads bring what was asked."""
        seconds = self._chance.choice((0.02, 0.1, 0.4))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)
        return f"wait {seconds} s"

    # Help

    def _modifier(self) -> Qt.KeyboardModifier:
        return self._chance.choice(_MODIFIERS)

    def _reachable(self) -> list[QWidget]:
        """Return what the pointer could reach."""
        return [w for w in self.root.findChildren(QWidget) if w.isVisible() and w.isEnabled()]

    def _some_point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._chance.randrange(max(1, widget.width())),
            self._chance.randrange(max(1, widget.height())),
        )

    def _some_place(self, view: QAbstractItemView) -> QPoint:
        """Return the middle of an item that is seen, or any point."""
        rows = _rows(view)
        if rows:
            row = self._chance.randrange(min(rows, 12))
            middle = view.visualRect(view.model().index(row, 0)).center()
            if view.viewport().rect().contains(middle) and self._chance.random() < 0.7:
                return middle
        return self._some_point(view.viewport())

    def _answer_popup(self) -> None:
        """Choose something in the menu that is open, or close it."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        able = _choices(popup) if isinstance(popup, QMenu) else []
        if able and self._chance.random() < 0.6:
            action = self._chance.choice(able)
            popup.close()
            action.trigger()
        else:
            popup.close()


def _choices(menu: QMenu) -> Sequence[QAction]:
    return [
        action
        for action in menu.actions()
        if action.isEnabled()
        and action.isVisible()
        and not action.isSeparator()
        and action.menu() is None
        and action.objectName() not in FORBIDDEN
    ]


def _rows(view: QAbstractItemView) -> int:
    model = view.model()
    return model.rowCount() if model is not None else 0


def _named(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    parent = widget.parent()
    return f"{type(widget).__name__} '{name}' in {type(parent).__name__}"
