"""The record editor: saving, deleting, going back, and what happens when somebody was quicker.

In: a record with what stands around it, or the type of a new one. Out: changes in the store, made
in its lane and noted as steps of the session; `kept` with the record. Must not know: who opened it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefer.errors import BrieferError, ConflictError
from briefer.records import Record, Ref
from briefer.records.fields import fields_of
from briefer.store import Store
from briefer.ui.records.asking import ask, change
from briefer.ui.records.attaching import ask_text, attach_text
from briefer.ui.records.discard import DiscardDialog
from briefer.ui.records.draft import Flaw, Value, values_of
from briefer.ui.records.frame import EditorFrame
from briefer.ui.records.naming import RecordsInput
from briefer.ui.records.usage import loss_told
from briefer.ui.records.work import (
    Done,
    Opened,
    add_record,
    delete_records,
    open_record,
    restore_record,
    save_record,
)
from briefer.ui.session import Session
from briefer.ui.theme import Look

_FIELD = re.compile(r"field '([^'.\[]+)[^']*': (.*)$", re.DOTALL)


class RecordEditor(EditorFrame):
    """One record at a time; Save applies, Escape leaves."""

    kept = Signal(object)
    record_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        session: Session,
        *,
        opened: Opened | None = None,
        type_: str = "event",
    ) -> None:
        super().__init__(look, parent, session, opened=opened, type_=type_)
        self._busy = False
        self._away = False
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._ask_delete)
        self.page.record_wanted.connect(self._go)
        self.kin.record_wanted.connect(self._go)
        self.page.new_wanted.connect(self._begin_other)
        self.page.attach_wanted.connect(self._ask_text)
        self.past.restore_wanted.connect(self._restore)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)

    # Changes

    def _save(self) -> None:
        draft = self.page.draft()
        if draft.record is None:
            self._turn_to(None, self.page)
            self.page.insist(draft.flaws)
            return
        record, by = draft.record, self._session.author
        work = save_record if self._opened else add_record
        self._do(lambda store: work(store, record, by=by), self._finish)

    def _finish(self, done: Done) -> None:
        self._away = True
        self.kept.emit(done.record)
        self.finish()

    def _do(self, work: Callable[[Store], Done], then: Callable[[Done], None]) -> None:
        """Make a change in the store, one at a time."""
        if self._busy:
            return
        self._set_busy(True)

        def done(made: Done) -> None:
            self._set_busy(False)
            then(made)

        change(self, self._session, work, done, failed=self._failed)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.save.setEnabled(not busy)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, ConflictError):
            words = f"Somebody else changed this record meanwhile. {error.message}"
            self.page.notice.tell(
                f"{words} Nothing was written.",
                [("Show theirs beside mine", "primary", self._reload)],
                tone="danger",
            )
        elif isinstance(error, BrieferError):
            self._place(error)
        else:
            self._session.failed.emit(error)
        self._turn_to(None, self.page)
        self.page.area.verticalScrollBar().setValue(0 if self.page.notice.words else -1)

    def _place(self, error: BrieferError) -> None:
        """Say what was refused under its field, or over the form."""
        match = _FIELD.search(error.message)
        key = match[1] if match else ""
        cls = type(self.page.draft().rough)
        name = next((field.name for field in fields_of(cls) if field.key == key), "")
        if match and (name in self.page.form.boxes or name == "citations"):
            said = match[2]
            words = f"{said[:1].upper()}{said[1:]} {error.hint}".strip()
            self.page.insist({name: Flaw(words)})
        else:
            self.page.notice.tell(str(error), tone="danger")

    def _reload(self) -> None:
        if self._opened is None:
            return
        ref = self._opened.record.id
        lane = self._session.store_lane
        work = partial(open_record, ref=ref)
        ask(self, lane, work, self._show_both, failed=self._failed)

    def _show_both(self, opened: Opened) -> None:
        """Go on from what is in the store: what only I changed stays, what both did is told."""
        before, mine = self._opened, self.page.form.values()
        citations = self.page.citations.value()
        if before is None:
            return
        was, theirs = values_of(before.record), values_of(opened.record)
        both = {n: v for n, v in theirs.items() if v != was[n] and mine[n] not in (was[n], v)}
        merged: dict[str, Value] = {n: theirs[n] if mine[n] == was[n] else mine[n] for n in theirs}
        self._opened = opened
        self._naming.known.update(opened.linked)
        self.page.show_record(opened.record)
        self.page.form.set_theirs(both)
        own = citations != before.record.citations
        self.page.show_values(merged, citations if own else opened.record.citations)
        self.page.notice.tell(
            "This is the record as it is now, with your words in it. Fields that both of you"
            " changed say what the library has.",
            tone="warning",
        )
        self._show_around()

    def _ask_delete(self) -> None:
        opened = self._opened
        loss = loss_told(self._slides(), opened.naming) if opened else ""
        if not loss:
            self._delete()
            return
        self._turn_to(None, self.page)
        self.page.notice.tell(
            loss,
            [
                ("Delete it", "danger", self._delete),
                ("Keep it", "secondary", lambda: self.page.notice.tell("")),
            ],
        )
        self.page.area.verticalScrollBar().setValue(0)
        self.page.notice.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _delete(self) -> None:
        if self._opened is not None:
            ref, by = self._opened.record.id, self._session.author
            self._do(lambda store: delete_records(store, [ref], by=by), self._finish)

    def _restore(self, revision: int) -> None:
        if self._opened is None:
            return
        ref, by = self._opened.record.id, self._session.author

        self._do(
            lambda store: restore_record(store, ref, revision=revision, by=by),
            lambda _: self._leave_for(ref),
        )

    def _ask_text(self, source: Ref) -> None:
        """Ask for the text of a source that is cited, and compare what is quoted with it."""

        def attached(done: Done) -> None:
            self.page.notice.tell(done.told, tone="success")
            self.page.compare_again()

        def attach(path: Path) -> None:
            attach_text(self, self._session, source, path, attached, failed=self._failed)

        ask_text(self.look, self, self._naming.name(source), chosen=attach)

    # Other records, and the end

    def _begin_other(self, field: str, type_: str, words: str) -> None:
        """Make a record that a field names, and put it there."""
        editor = RecordEditor(self.look, self, self._session, type_=type_)
        editor.begin_with(words)

        def take(record: Record | None) -> None:
            if record is None:
                return
            if field == "citations":
                self.page.citations.add(record)
                return
            control = self.page.form.boxes[field].control
            if isinstance(control, RecordsInput):
                control.add(record)

        editor.kept.connect(take)
        editor.open()

    def _go(self, ref: Ref) -> None:
        """Go to another record; what was typed here is not lost unasked."""
        self._unless_edited(lambda: self._leave_for(ref))

    def _leave_for(self, ref: Ref) -> None:
        self.record_wanted.emit(ref)
        self._leave()

    def _leave(self) -> None:
        self._away = True
        self.finish()

    @override
    def reject(self) -> None:
        """Close; ask first where something typed would be lost."""
        self._unless_edited(self._leave)

    def _unless_edited(self, do: Callable[[], None]) -> None:
        if self._busy:
            return
        if self._away or not self.page.changed:
            do()
            return
        record = self._opened.record if self._opened else None
        what = f"“{record.label}”" if record else "The new record"
        dialog = DiscardDialog(self.look, self, what)
        dialog.discarded.connect(do)
        dialog.open()
