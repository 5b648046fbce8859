"""Deleted records: what lies in the bin, and the way back.

In: the session. Out: restored records, noted as steps of the session. Nothing is ever emptied.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.store import Binned
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.library.facts import TYPE_WORDS
from briefer.ui.records.asking import ask, change
from briefer.ui.records.notice import Notice
from briefer.ui.records.past import when_told
from briefer.ui.records.work import Done, restore_record
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.rows import Row, RowList


class DeletedDialog(Sheet):
    """The bin, newest first; Enter or Restore brings the chosen record back."""

    def __init__(self, look: Look, parent: QWidget, session: Session) -> None:
        super().__init__(look, parent, "Deleted records", "They stay here until you restore them.")
        self._session = session
        self._binned: tuple[Binned, ...] = ()
        px = look.px
        self.list = RowList(look, "Deleted records", most=14)
        self.none = Label(look, "No record has been deleted.", tone="text2")
        self.notice = Notice(look)
        self._column = column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(14), px(22), px(14))
        column.setSpacing(px(8))
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(self.notice)
        column.addStretch(0)
        self.restore = Button(look, "Restore", icon="history", height=34)
        self.restore.clicked.connect(self._restore)
        self.footer.insertWidget(0, self.restore)
        close = Button(look, "Close", weight="primary", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close)
        self.set_main(self.restore)
        self.list.activated.connect(lambda _: self._restore())
        session.library_changed.connect(self.refresh)
        self.arrange(680, 520)
        self.refresh()

    def refresh(self) -> None:
        """List the bin as it stands."""
        lane = self._session.store_lane
        ask(self, lane, lambda store: store.bin(), self._show, key="bin")

    def _show(self, binned: tuple[Binned, ...]) -> None:
        self._binned = binned
        self.list.rows.show([_row(one) for one in binned])
        self.list.setVisible(bool(binned))
        self.none.setVisible(not binned)
        self._column.setStretch(self._column.count() - 1, 0 if binned else 1)
        self.restore.setEnabled(bool(binned))
        self.list.set_row(0 if binned else -1)

    def _restore(self) -> None:
        row = self.list.row
        if not 0 <= row < len(self._binned):
            return
        ref, by = self._binned[row].record.id, self._session.author
        change(
            self,
            self._session,
            lambda store: restore_record(store, ref, by=by),
            self._done,
            failed=lambda error: self.notice.tell(str(error), tone="danger"),
        )

    def _done(self, done: Done) -> None:
        name = done.record.label if done.record else ""
        self.notice.tell(f"“{name}” is back in the library.", tone="success")


def _row(one: Binned) -> Row:
    word = TYPE_WORDS[one.record.type][0]
    by = f" by {one.deleted_by}" if one.deleted_by else ""
    how = "merged" if one.into else "deleted"
    return Row(
        " ".join(one.record.label.split()), note=f"{word}, {how} {when_told(one.deleted_at)}{by}"
    )
