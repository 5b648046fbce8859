"""What to do about a library that is damaged or gone: restore, begin anew, or quit.

In: what is wrong, a backup and the bundled store. Out: the library put in place by `restore_backup`
(`kept` tells where the old file went), or a choice to be carried out once the window is closed.
Nothing happens before a button is pressed. Must not know: how damage is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.store.backups import time_of
from briefer.store.restoring import restore_backup
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.errors import Disc
from briefer.ui.tasks import Lane, Query
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

_WIDTH = 560


class RescueDialog(Sheet):
    """Shown instead of a window, or over one (`at_once` False: that must close first)."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        *,
        store: Path,
        problems: Sequence[str],
        backup: Path | None,
        bundled: Path,
        at_once: bool = True,
    ) -> None:
        self._gone = not store.exists()
        super().__init__(
            look, parent, "Your library is gone" if self._gone else "Your library is damaged"
        )
        self._store = store
        self._at_once = at_once
        self._busy = False
        self._lane: Lane[None] = Lane("rescue", lambda: None, failed=self._failed)
        self.choice: Path | None = None
        self.kept: Path | None = None
        self.restore: Button | None = None
        self._fill(problems)
        if backup is not None:
            words = f"Restore the backup of {_day(time_of(backup))}"
            self.restore = self._offer(words, "It has everything up to that time.", backup)
        self.anew = self._offer(
            "Start with the bundled library",
            "It has none of the records and changes that are your own.",
            bundled,
        )
        self._column.addStretch(1)
        self._finish_footer(problems)
        self.set_main(self.restore or self.anew)
        (self.restore or self.anew).setFocus()
        self._fit()

    def _fill(self, problems: Sequence[str]) -> None:
        px, look = self.look.px, self.look
        row = QHBoxLayout(self.body)
        row.setContentsMargins(px(22), px(18), px(22), px(18))
        row.setSpacing(px(14))
        row.addWidget(Disc(look), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(6))
        row.addLayout(self._column, 1)
        what = "is not there any more" if self._gone else "cannot be trusted any more"
        self.message = Label(look, f"The file {self._store} {what}.", role="heading", wrap=True)
        self.fate = Label(look, self._fate(), tone="text2", wrap=True)
        self.state = Label(look, "", wrap=True)
        self.state.hide()
        self.details = QPlainTextEdit("\n".join(problems))
        look.dress(self.details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("What was found")
        self.details.setFixedHeight(px(96))
        self.details.hide()
        for widget in (self.message, self.fate, self.details, self.state):
            self._column.addWidget(widget)

    def _fate(self) -> str:
        """Return what was done so far, and what will become of the file."""
        if self._gone:
            return "Nothing was changed so far. To look for it yourself, quit."
        return (
            "Nothing was changed so far. The file is kept in any case: as it is if you quit, "
            f"otherwise as {self._store.stem}.damaged-<time>.sqlite in the same folder."
        )

    def _offer(self, words: str, explanation: str, source: Path) -> Button:
        """Add a choice with what it means under it."""
        first = self.restore is None
        button = Button(self.look, words, weight="primary" if first else "secondary", height=34)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleDescription(explanation)
        button.clicked.connect(lambda: self.begin(source))
        self._column.addSpacing(self.look.px(10))
        self._column.addWidget(button)
        self._column.addWidget(Label(self.look, explanation, role="meta", tone="text2", wrap=True))
        return button

    def _finish_footer(self, problems: Sequence[str]) -> None:
        self.more = Button(self.look, "Details", weight="quiet")
        self.more.clicked.connect(self._toggle)
        self.more.setVisible(bool(problems))
        self.footer.insertWidget(0, self.more)
        self.quit = Button(self.look, "Quit", weight="secondary", height=34)
        self.quit.clicked.connect(self.reject)
        self.add_button(self.quit)

    def begin(self, source: Path) -> None:
        """Put a copy of a store in the library's place, or keep that for when the window is closed.

        Where that fails, the reason is shown and another choice can be made.
        """
        self.choice = source
        if not self._at_once:
            self.finish()
            return
        self._set_busy(True)
        self._tell("Restoring …", tone="text2")
        Query(self._lane, lambda _: restore_backup(source, self._store), self._restored)

    def _restored(self, kept: Path | None) -> None:
        self.kept = kept
        self._set_busy(False)
        self.finish()

    def _failed(self, error: Exception) -> None:
        self.choice = None
        self._set_busy(False)
        self._tell(str(error), tone="danger")

    def _tell(self, words: str, *, tone: str) -> None:
        self.state.setText(words)
        self.state.set_tone(tone)
        self.state.show()
        self._fit()

    def _fit(self) -> None:
        """Take the size of the content."""
        self.arrange(_WIDTH)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for button in (self.quit, self.anew, self.restore):
            if button is not None:
                button.setEnabled(not busy)

    def _toggle(self) -> None:
        self.details.setVisible(not self.details.isVisible())
        self._fit()

    @override
    def reject(self) -> None:
        """Quit, but not in the middle of restoring."""
        if not self._busy:
            super().reject()

    @override
    def done(self, result: int) -> None:
        """End the thread and close."""
        self._lane.close()
        super().done(result)

    @property
    def accepted_choice(self) -> bool:
        """Whether something was chosen, and done if it could be done at once."""
        return self.result() == QDialog.DialogCode.Accepted and self.choice is not None


def _day(time: datetime) -> str:
    """Return a time in words, as the clock of this computer shows it."""
    local = time.astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"
