"""How much of a marked briefing goes into a file, asked before the place of the file.

In: what was built of the briefing. Out: `chosen` with a marking, or None, and what is built of the
part. Must not know: the file.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.pipeline import Built
from briefer.ui.dialogs.release import ReleaseChoice
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button


class ReleaseSheet(Sheet):
    """The choice of a marking, and what it leaves out."""

    chosen = Signal(object, object)

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, session: Session, *, built: Built
    ) -> None:
        super().__init__(look, parent, title, built.briefing.title)
        self._part = built
        self.release = ReleaseChoice(look, session, built)
        column = QVBoxLayout(self.body)
        px = look.px
        column.setContentsMargins(px(20), px(16), px(20), px(18))
        column.addWidget(self.release)
        column.addStretch(1)
        self.cancel = Button(look, "Cancel", height=34)
        self.go_on = Button(look, "Continue…", weight="primary", height=34)
        self.add_button(self.cancel)
        self.add_button(self.go_on, main=True)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)
        self.release.waiting.connect(self._show_state)
        self.release.chosen.connect(self._take)
        self.arrange(520, 360)

    def _take(self, part: Built) -> None:
        self._part = part
        self._show_state()

    def _show_state(self) -> None:
        self.go_on.setEnabled(self.release.ready)

    def _go_on(self) -> None:
        limit, part = self.release.limit, self._part
        self.finish()
        self.chosen.emit(limit, part)
