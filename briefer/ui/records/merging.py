"""Merging: two records of one thing become one.

In: the record that the user chose, and perhaps the other. Out: a change in the store, noted as a
step of the session. Must not know: how records are united.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.records import Record
from briefer.store import Store
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.library.facts import TYPE_WORDS
from briefer.ui.records.asking import ask, change
from briefer.ui.records.listing import merge_told
from briefer.ui.records.naming import Naming, RecordCard
from briefer.ui.records.notice import Notice
from briefer.ui.records.picker import RecordPicker
from briefer.ui.records.work import Done, Found, alike, merge_records, name_of
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.rows import Row, RowList


class MergeDialog(Sheet):
    """The record that stays, the one that goes, and which is which can be swapped."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        session: Session,
        record: Record,
        *,
        other: Record | None = None,
    ) -> None:
        word = TYPE_WORDS[record.type][1].lower()
        super().__init__(look, parent, f"Merge {word}", "Two records of one thing become one.")
        self._session = session
        self._pair: tuple[Record, Record | None] = (record, other)
        self._alike: tuple[Record, ...] = ()
        self._naming = Naming(look, session.store_lane, {record.id: record})
        self.kept_label = Label(look, "This one stays", role="meta", tone="text2")
        self.gone_label = Label(look, "This one goes into it", role="meta", tone="text2")
        self.kept_at, self.gone_at = QVBoxLayout(), QVBoxLayout()
        self.picker = RecordPicker(
            look, session.store_lane, "Find the other record", type_=record.type
        )
        self.picker.new_button.hide()
        self.likely = RowList(look, "Records that may be the same", most=4)
        self.notice = Notice(look)
        self._lay_out()
        self.swap = Button(look, "Swap", icon="arrows-exchange", weight="quiet", height=34)
        self.footer.insertWidget(0, self.swap)
        cancel = Button(look, "Cancel", height=34)
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.merge = Button(look, "Merge", weight="primary", height=34)
        self.add_button(self.merge, main=True)
        self.merge.clicked.connect(self._merge)
        self.swap.clicked.connect(self._swap)
        self.picker.picked.connect(lambda found, _: self.choose(found))
        self.likely.clicked.connect(lambda index: self.choose(self._alike[index.row()]))
        self.likely.activated.connect(lambda index: self.choose(self._alike[index.row()]))
        self._show()
        lane = session.store_lane
        ask(self, lane, lambda store: alike(store, record), self._show_alike)
        self.arrange(560, 460)
        self.picker.field.setFocus()

    def _lay_out(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(14), px(22), px(16))
        column.setSpacing(px(6))
        column.addWidget(self.kept_label)
        column.addLayout(self.kept_at)
        column.addSpacing(px(6))
        column.addWidget(self.gone_label)
        column.addLayout(self.gone_at)
        column.addWidget(self.picker)
        column.addWidget(self.likely)
        column.addWidget(self.notice)
        column.addStretch(1)

    def choose(self, other: Record) -> None:
        """Take a record as the one that goes."""
        if other.id == self._pair[0].id:
            self.notice.tell("That is the record itself. Choose another one.", tone="danger")
            return
        self._naming.known[other.id] = other
        self._pair = (self._pair[0], other)
        self._show()

    def _show_alike(self, found: Found) -> None:
        self._alike = tuple(r for r in found.records if r.id != self._pair[0].id)
        self._naming.known.update(found.linked)
        rows = [
            Row(name_of(record, found.linked), note="Likely the same") for record in self._alike
        ]
        self.likely.rows.show(rows)
        self.likely.setFixedHeight(max(1, self.likely.wanted().height()))
        self._show()

    def _show(self) -> None:
        keep, other = self._pair
        self._put(self.kept_at, keep)
        self._put(self.gone_at, other)
        chosen = other is not None
        self.picker.setVisible(not chosen)
        self.likely.setVisible(not chosen and bool(self._alike))
        self.merge.setEnabled(chosen)
        self.swap.setEnabled(chosen)
        if other is None:
            self.notice.tell("")
            return
        ask(
            self,
            self._session.store_lane,
            lambda store: len(store.naming(other.id)),
            lambda count: self.notice.tell(merge_told(keep, other, count), tone="text2"),
            key="merge naming",
        )

    def _put(self, column: QVBoxLayout, record: Record | None) -> None:
        while item := column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if record is not None:
            card = RecordCard(self._naming, record.id, within="Merge")
            card.removed.connect(self._unchoose)
            card.cross.setVisible(column is self.gone_at)
            column.addWidget(card)

    def _unchoose(self) -> None:
        self._pair = (self._pair[0], None)
        self._show()
        self.picker.field.setFocus()

    def _swap(self) -> None:
        keep, other = self._pair
        if other is not None:
            self._pair = (other, keep)
            self._show()

    def _merge(self) -> None:
        keep, other = self._pair
        if other is None:
            return
        self.merge.setEnabled(False)
        by = self._session.author

        def work(store: Store) -> Done:
            return merge_records(store, keep.id, other.id, by=by)

        change(self, self._session, work, lambda _: self.finish(), failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.merge.setEnabled(True)
        self.notice.tell(str(error), tone="danger")
