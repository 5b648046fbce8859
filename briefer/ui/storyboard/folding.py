"""Folding the storyboard to its heading where a low window needs the room for something else.

In: whether room is short, the panel. Out: the slides hidden or shown, a button in the heading that
brings them. Must not know: what needs the room. A drag that comes to the heading unfolds it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from briefer.ui.storyboard.panel import StoryboardPanel


class Folding(QObject):
    """Whether the slides are folded away."""

    unfolded = Signal()
    """The user wants the slides, whatever the room is for."""

    def __init__(self, panel: StoryboardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.tight = False
        self.folded = False
        panel.head.fold_button.clicked.connect(lambda _: self._turn())
        panel.head.setAcceptDrops(True)
        panel.head.installEventFilter(self)

    def set_tight(self, tight: bool) -> None:
        """Fold while room is short, unfold afterwards."""
        if tight != self.tight:
            self.tight = tight
            self._show(folded=tight)

    def unfold(self) -> None:
        """Show the slides."""
        if self.folded:
            self._show(folded=False)
            self.unfolded.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Unfold for what is dragged to the heading."""
        if event.type() == QEvent.Type.DragEnter:
            self.unfold()
        return False

    def _turn(self) -> None:
        if self.folded:
            self.unfold()
        else:
            self._show(folded=True)

    def _show(self, *, folded: bool) -> None:
        self.folded = folded
        self._panel.head.show_fold(shown=self.tight, folded=folded)
        self._panel.body.setVisible(not folded)
        self._panel.keep_height()
        if not folded:
            self._panel.show_built()
