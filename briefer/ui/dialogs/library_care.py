"""The library's page in the settings: where it lies, what is in it, back it up, check it.

In: the path of the store, its lane, and a lane for what takes long. Out: a backup beside the store;
words. Must not know: panels.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefer.errors import BrieferError
from briefer.store import Store
from briefer.store.backups import backup_folder, backups_of, make_backup, time_of
from briefer.store.doctor import Health, examine_library
from briefer.store.problems import Problem
from briefer.ui.dialogs.settings_parts import Page
from briefer.ui.library.facts import TYPE_WORDS
from briefer.ui.tasks import Lane, Query
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

_MOST = 5
"""How many problems are told; the command tells all."""


class LibraryCarePage(Page):
    """Says how the library stands, and cares for it behind the window."""

    def __init__(
        self, look: Look, store: Path, *, reading: Lane[Store], working: Lane[None]
    ) -> None:
        super().__init__(look, "Library")
        self._store = store
        self._reading = reading
        self._working = working
        self.say("Your library", role="heading", tone="text")
        self.place = self.say(str(store), role="small")
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.counts = self.say("Counting the records", role="small")
        self.backups = self.say(backups_told(store), role="small")
        self.space()
        self.back_up = Button(look, "Back up now", icon="device-floppy")
        self.check = Button(look, "Check the library", icon="stethoscope")
        self.column.addWidget(_row(look, self.back_up, self.check))
        self.outcome: Label = self.say("", role="small", tone="text")
        self.outcome.hide()
        self.back_up.clicked.connect(self._back_up)
        self.check.clicked.connect(self._check)
        Query(
            reading, lambda store: store.count(), self._counted, key="count", failed=self._uncounted
        )

    def _counted(self, counts: Mapping[str, int]) -> None:
        told = [
            f"{count:,} {TYPE_WORDS[name][count != 1].lower()}"
            for name, count in counts.items()
            if name in TYPE_WORDS
        ]
        self.counts.setText(f"{sum(counts.values()):,} records: {', '.join(told)}.")

    def _uncounted(self, error: Exception) -> None:
        self.counts.setText(str(error))

    def _back_up(self) -> None:
        self._busy("Backing up")
        store = self._store
        Query(
            self._working,
            lambda _: make_backup(store, backup_folder(store)),
            self._backed_up,
            failed=self._failed,
        )

    def _backed_up(self, path: Path) -> None:
        self._tell(f"Backed up to {path}.", tone="success")
        self.backups.setText(backups_told(self._store))

    def _check(self) -> None:
        self._busy("Checking every record")
        store = self._store
        Query(self._working, lambda _: examine_library(store), self._checked, failed=self._failed)

    def _checked(self, health: Health) -> None:
        found = health.problems
        serious = health.count("error") + health.count("warning")
        if not found:
            self._tell("The library is sound: no problems found.", tone="success")
            return
        sound = () if serious else ("The library is sound. Worth knowing:",)
        told = [*sound, *(_told(problem) for problem in found[:_MOST])]
        more = len(found) - _MOST
        tail = f"And {more} more; all are told by the command: briefer doctor" if more > 0 else ""
        words = "\n".join(part for part in (*told, tail) if part)
        tone = "danger" if health.count("error") else "warning" if serious else "text"
        self._tell(words, tone=tone)

    def _failed(self, error: Exception) -> None:
        expected = isinstance(error, BrieferError)
        words = str(error) if expected else "That did not work. Nothing was changed."
        self._tell(words, tone="danger")
        if not expected:
            self._working.fail(error)

    def _busy(self, words: str) -> None:
        self._tell(words, tone="text2", ready=False)

    def _tell(self, words: str, *, tone: str, ready: bool = True) -> None:
        self.outcome.set_tone(tone)
        self.outcome.setText(words)
        self.outcome.show()
        announce(self.outcome, words)
        for button in (self.back_up, self.check):
            button.setEnabled(ready)


def _told(problem: Problem) -> str:
    """Return a problem in a line: how grave, of which record, what."""
    where = f", {problem.ref}" if problem.ref else ""
    return f"{problem.severity.capitalize()}{where}: {problem.message}"


def backups_told(store: Path) -> str:
    """Return how many backups of a store there are, and when the newest was made."""
    found = backups_of(store)
    if not found:
        return "There is no backup yet; one is made behind the window once something was changed."
    when = time_of(found[0]).astimezone()
    newest = f"{when:%B} {when.day}, {when.year}, {when:%I:%M %p}".replace(", 0", ", ")
    count = "1 backup" if len(found) == 1 else f"{len(found)} backups"
    return f"{count} in {backup_folder(store)}, the newest of {newest}."


def _row(look: Look, *buttons: Button) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return widget
