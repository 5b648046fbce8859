"""A dialog over errors that hold an export back: mend them, or say why they do not matter.

In: the session and its findings. Out: overrides in the briefing, or the wish to mend. Must not
know: what is exported afterwards.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.preflight import Finding
from briefer.preflight.blocking import override_all
from briefer.ui.dialogs.export_blocked import BlockedSide
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button


class OverrideDialog(Sheet):
    """Asks for a reason for each check, and keeps the reasons as one step of the history."""

    overridden = Signal()
    fix_wanted = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: str,
        held: tuple[Finding, ...],
        *,
        session: Session,
        author: str = "",
    ) -> None:
        super().__init__(look, parent, title)
        self._session = session
        self._author = author
        self.blocked = BlockedSide(look, held)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(look.px(22), look.px(18), look.px(22), look.px(18))
        column.addWidget(self.blocked)
        self.cancel = Button(look, "Cancel", height=34)
        self.start = Button(look, "Export", weight="primary", icon="upload", height=34)
        self.add_button(self.cancel)
        self.add_button(self.start, main=True)
        self.start.setEnabled(False)
        self.cancel.clicked.connect(self.reject)
        self.start.clicked.connect(self._override)
        self.blocked.changed.connect(lambda: self.start.setEnabled(self.blocked.ready))
        self.blocked.fix_wanted.connect(self._fix)
        self.arrange(520)

    def _override(self) -> None:
        keep_reasons(self._session, self.blocked, author=self._author)
        self.finish()
        self.overridden.emit()

    def _fix(self) -> None:
        self.finish()
        self.fix_wanted.emit()


def keep_reasons(session: Session, blocked: BlockedSide, *, author: str) -> None:
    """Have the briefing override what is blocked, for the reasons given, by an author and now."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    session.do(override_all(session.briefing, blocked.reasons, by=author, at=now))
