"""The history of a record: its versions, what each changed, and the way back to one.

In: revisions. Out: `restore_wanted` with a revision's number. Must not know: the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from briefer.records import PartialDate
from briefer.records.fields import fields_of
from briefer.store import CHANGES, Revision
from briefer.ui.records.forms import FORMS
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.rows import Row, RowList
from briefer.ui.widgets.surface import Surface

_LONGEST = 400


class HistoryPage(Surface, Styled):
    """The versions, newest first; of the chosen one what it changed."""

    restore_wanted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel")
        self._revisions: tuple[Revision, ...] = ()
        self.title = Label(look, "History", role="heading")
        self.list = RowList(look, "Versions of this record", most=8)
        self.told = Label(look, role="small", tone="text2", wrap=True)
        self.back = Button(look, "Bring this version back", icon="history")
        self.back.clicked.connect(self._restore)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.list)
        self._column.addWidget(self.told)
        self._column.addWidget(self.back)
        self._column.addStretch(1)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._column.setContentsMargins(px(22), px(14), px(18), px(14))
        self._column.setSpacing(px(8))

    def show_history(self, revisions: Sequence[Revision]) -> None:
        """Show the versions of a record."""
        self._revisions = tuple(revisions)
        self.list.rows.show([_row(one) for one in revisions])
        self.list.setFixedHeight(self.list.wanted().height())
        self.list.set_row(0)
        self._tell()

    def _tell(self) -> None:
        row = self.list.row
        one = self._revisions[row] if 0 <= row < len(self._revisions) else None
        before = self._revisions[row + 1] if 0 <= row < len(self._revisions) - 1 else None
        self.told.setText(_changes_told(one, before) if one else "")
        self.back.setEnabled(one is not None and row > 0)
        self.back.setToolTip("" if row > 0 else "This is how the record stands")

    def _restore(self) -> None:
        if self.list.row > 0:
            self.restore_wanted.emit(self._revisions[self.list.row].revision)


def _row(one: Revision) -> Row:
    by = f" by {one.changed_by}" if one.changed_by else ""
    return Row(f"{CHANGES[one.change]}{by}", note=when_told(one.changed_at))


def when_told(at: str | None) -> str:
    """Return a moment (ISO 8601, UTC) in the laptop's own time: "Nov 22, 2026, 9:30 AM"."""
    if not at:
        return ""
    moment = datetime.fromisoformat(at).astimezone()
    hour = moment.hour % 12 or 12
    half = "AM" if moment.hour < 12 else "PM"
    day = PartialDate.parse(f"{moment:%Y-%m-%d}").short
    return f"{day}, {hour}:{moment.minute:02} {half}"


def _changes_told(one: Revision, before: Revision | None) -> str:
    """Return the fields that a version changed, with what they said before and after."""
    if not one.changed or before is None:
        return "No field was changed." if before else "The first version."
    labels = {spec.name: spec.label for spec in FORMS[one.record.type]}
    names = {field.key: field.name for field in fields_of(type(one.record))}
    lines = []
    for key in one.changed:
        name = names.get(key, key)
        was, now = (_said(getattr(each.record, name, None)) for each in (before, one))
        lines.append(f"{labels.get(name, name.capitalize())}: {was} → {now}")
    return "\n".join(lines)


def _said(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.display
    if isinstance(value, tuple) and value:
        words = [item for item in value if isinstance(item, str)]
        return (
            ", ".join(words) if words else f"{len(value)} entr{'y' if len(value) == 1 else 'ies'}"
        )
    text = "" if value is None or value == () else str(value)
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text or "nothing"
