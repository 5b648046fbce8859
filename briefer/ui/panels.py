"""The keys of the window itself: to a panel, once more to hide it; a new slide; the full screen.

In: the window's parts. Out: nothing; it connects. Must not know: what the panels show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from briefer.ui.body import Side
from briefer.ui.views import LIST
from briefer.ui.widgets.announce import announce

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow

_NEVER_TWICE = ("title", "agenda", "section", "contact", "sources")
"""Kinds of slides behind which nobody wants another of the same."""
_PLAIN = "bluf"


class Panels(QObject):
    """Goes to panels and hides them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions = window.actions_by_name
        does: dict[str, Callable[[], object]] = {
            "go-library": lambda: self.go_beside("library"),
            "go-stage": self.go_to_stage,
            "go-inspector": lambda: self.go_beside("inspector"),
            "go-storyboard": self.go_to_storyboard,
            "new-slide": self.add_slide,
            "choose-kind": self.choose_kind,
            "full-screen": self.fill_screen,
            "resize-panels": self.go_to_edge,
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _=False, do=do: do())
        for name in ("strip", "outline", "grid", "reset-layout"):
            actions[name].triggered.connect(lambda _=False: self._show_storyboard())
        window.body.tight.connect(window.storyboard.folding.set_tight)
        window.storyboard.folding.unfolded.connect(window.body.fold)
        actions["reset-layout"].triggered.connect(lambda _=False: window.body.show_all())
        actions["full-screen"].setCheckable(True)
        self._before: QWidget | None = None
        for splitter in window.body.splitters:
            splitter.left.connect(self._back_from_edge)

    # To panels

    def go_beside(self, side: Side) -> None:
        """Go to the library or the right panel; hide it if the keyboard is there already."""
        window = self._window
        if window.views.view is not None and side == "library":
            window.views.view.take_focus()
            return
        self._leave_view()
        panel = window.library if side == "library" else window.right
        if _holds_focus(panel):
            window.body.hide_side(side, True)
            self.go_to_stage()
            return
        if window.body.is_hidden(side):
            window.body.hide_side(side, False)
        window.body.reveal(side)
        _focus(window.library.field if side == "library" else window.right.first_focus())

    def go_to_stage(self) -> None:
        """Go to the slide, or to the ways to begin where there is none."""
        self._leave_view()
        stage = self._window.stage
        _focus(stage.canvas if stage.canvas.isVisible() else stage.empty.ways[0])

    def go_to_storyboard(self) -> None:
        """Go to the storyboard; hide it if the keyboard is there already."""
        storyboard = self._window.storyboard
        if _holds_focus(storyboard) and not storyboard.folding.folded:
            storyboard.hide()
            view = self._window.views.view
            if view is None:
                self.go_to_stage()
            else:
                view.take_focus()
            return
        self._show_storyboard()
        _focus(storyboard.first_focus())

    # Between panels

    def go_to_edge(self) -> None:
        """Put the keyboard on the edge of a panel, then on the next one, then back where it was."""
        edges = [edge for splitter in self._window.body.splitters if (edge := splitter.edge)]
        focused = QApplication.focusWidget()
        here = next((n for n, edge in enumerate(edges) if edge is focused), -1)
        if here < 0:
            self._before = focused
        if not edges:
            announce(self._window, "No panel can be made wider or narrower here.")
        elif here + 1 < len(edges):
            _focus(edges[here + 1])
        else:
            self._back_from_edge()

    def _back_from_edge(self) -> None:
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            _focus(before)
        else:
            self.go_to_stage()

    def _show_storyboard(self) -> None:
        """Show the storyboard with its slides."""
        self._window.storyboard.show()
        self._window.storyboard.folding.unfold()

    def _leave_view(self) -> None:
        if self._window.views.current != LIST:
            self._window.views.go(LIST)

    # Slides

    def add_slide(self) -> None:
        """Add a slide of the kind of the one looked at, where two of a kind make sense."""
        card = self._window.session.card
        kind = card.kind if card is not None and card.kind not in _NEVER_TWICE else _PLAIN
        self._window.commands.insert(kind)

    def choose_kind(self) -> None:
        """Open the menu of kinds of slides, at the button that adds one."""
        self._window.storyboard.show()
        self._window.storyboard.open_add_menu()

    # The screen

    def fill_screen(self) -> None:
        """Fill the screen with the window, or be as large as before again."""
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        window.actions_by_name["full-screen"].setChecked(window.isFullScreen())


def _holds_focus(panel: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and panel.isVisible() and panel.isAncestorOf(focused)


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
