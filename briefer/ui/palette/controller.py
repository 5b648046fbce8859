"""Opens the palette, fills it, and does what is chosen in it.

In: the window's menus, session and library. Out: commands run, slides gone to, records added. Must
not know: how the palette looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefer.records.base import Record
from briefer.ui.library.facts import SHOWN_TYPES, Facts
from briefer.ui.palette.entries import (
    COMMANDS,
    RECORDS,
    Entry,
    command_entries,
    find_records,
    record_entries,
    slide_entries,
)
from briefer.ui.palette.palette import Palette, entry_of
from briefer.ui.palette.ranking import asked, ranked
from briefer.ui.preferences import Preferences
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.theme import Look

_DEBOUNCE_MS = 50
_FEW, _MANY = 6, 40
"""How many records are looked for beside commands, and alone."""
OWN_COMMAND = "commands"

Menus = Callable[[], Iterable[tuple[str, QMenu]]]


class PaletteControl(QObject):
    """The palette of a window."""

    def __init__(
        self,
        look: Look,
        window: QWidget,
        session: Session,
        preferences: Preferences,
        *,
        menus: Menus,
        show_record: Callable[[Record], object],
    ) -> None:
        super().__init__(window)
        self.palette = Palette(look, window)
        self._session = session
        self._preferences = preferences
        self._menus = menus
        self._show_record = show_record
        self._before: QWidget | None = None
        self._entries: tuple[Entry, ...] = ()
        self._found: tuple[Entry, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._look_for_records)
        self.palette.typed.connect(self._typed)
        self.palette.chosen.connect(self._do)
        self.palette.closed.connect(self._give_back)

    def toggle(self) -> None:
        """Open the palette, or close it where it is open."""
        if self.palette.isVisible():
            self.palette.leave()
            return
        self._before = QApplication.focusWidget()
        commands = [e for e in command_entries(self._menus()) if e.key != OWN_COMMAND]
        self._entries = (*commands, *slide_entries(self._session))
        self._found = ()
        self.palette.open()

    def _typed(self, typed: str) -> None:
        ask = asked(typed)
        if ask.section in ("", RECORDS) and ask.words:
            self._timer.start()
        else:
            self._timer.stop()
            self._found = ()
        self._show()

    def _show(self) -> None:
        ask = asked(self.palette.field.text())
        entries = (*self._entries, *self._found)
        self.palette.model.show(ranked(ask, entries, self._preferences.settings.used))
        waiting = ask.section == RECORDS and not ask.words
        self.palette.tell("Type the name of an actor." if waiting else "Nothing matches.")

    def _look_for_records(self) -> None:
        ask = asked(self.palette.field.text())
        alone = ask.section == RECORDS
        types = ("actor",) if alone else SHOWN_TYPES
        Query(
            self._session.reading_lane,
            lambda store: find_records(
                store, ask.words, types=types, limit=_MANY if alone else _FEW
            ),
            self._take,
            key="palette",
            failed=lambda _: self._take(()),
        )

    def _take(self, found: Sequence[tuple[Record, Facts]]) -> None:
        """List the records found below what is listed; what is chosen stays chosen."""
        if not self.palette.isVisible():
            return
        row = self.palette.list.currentIndex().row()
        self._found = record_entries(
            found, show=self._show_record, add=lambda record: self._session.add([record])
        )
        self._show()
        if self.palette.model.entry(row) is not None:
            self.palette.list.setCurrentIndex(self.palette.model.index(row))

    def _do(self, given: object, adding: bool) -> None:
        entry = entry_of(given)
        if entry.section == COMMANDS:
            self._preferences.keep(self._preferences.settings.with_used(entry.key))
        if adding and entry.add is not None:
            entry.add()
        else:
            entry.run()

    def _give_back(self, had: bool) -> None:
        """Put the keyboard back where it was: commands act on what has the focus."""
        before, self._before = self._before, None
        if had and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
