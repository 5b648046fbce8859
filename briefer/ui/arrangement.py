"""How the window was left: which panels were hidden, and how slides and records were looked at.

In: the window's parts, what is remembered. Out: the same window at the next start. Must not know:
the file that keeps it. What is damaged or no longer there is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from briefer.ui.body import SIDES
from briefer.ui.layout_memory import LayoutMemory
from briefer.ui.storyboard.arrange import SIZES
from briefer.ui.storyboard.panel import MODES
from briefer.ui.view_area import LIST, VIEWS

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow

_STORYBOARD, _MODE, _SIZE, _VIEW = "storyboard", "storyboard", "grid", "library"


class Arrangement:
    """Brings back and keeps how a window is arranged."""

    def __init__(self, window: MainWindow, memory: LayoutMemory) -> None:
        self._window = window
        self._memory = memory
        self._view = LIST
        """The view to go to."""

    def restore(self) -> None:
        """Arrange the window as it was left."""
        window, memory = self._window, self._memory
        for side in SIDES:
            if side in memory.hidden:
                window.body.hide_side(side, True)
        storyboard = window.storyboard
        storyboard.set_grid_size(memory.choice(_SIZE, tuple(SIZES), storyboard.grid.size_name))
        storyboard.set_mode(MODES[memory.choice(_MODE, tuple(MODES), storyboard.mode)])
        storyboard.setVisible(_STORYBOARD not in memory.hidden)
        self._view = memory.choice(_VIEW, tuple(segment.name for segment in VIEWS), LIST)
        if window.library.field.placeholderText():
            self._go_to_view()
        else:  # a view narrows the search: the library first tells what there is in all
            window.library.searched.connect(self._go_to_view)

    def _go_to_view(self) -> None:
        """Go to the view that was left, unless the user went somewhere meanwhile."""
        view, self._view = self._view, LIST
        views = self._window.views
        if view != LIST and views.current == LIST and QApplication.activeModalWidget() is None:
            views.go(view)

    def keep(self) -> None:
        """Remember how the window is arranged."""
        window, memory = self._window, self._memory
        hidden: set[str] = {side for side in SIDES if window.body.is_hidden(side)}
        if window.storyboard.isHidden():
            hidden.add(_STORYBOARD)
        memory.hidden = frozenset(hidden)
        memory.keep_choice(_SIZE, window.storyboard.grid.size_name)
        memory.keep_choice(_MODE, window.storyboard.mode)
        waiting = self._view  # where the window is closed before the library answered
        memory.keep_choice(_VIEW, window.views.current if waiting == LIST else waiting)
