"""What has to do with a record: the records that name it, and those related to it.

In: records with reasons. Out: `record_wanted` with an id. Must not know: the store.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from briefer.store import REASONS
from briefer.ui.library.facts import TYPE_WORDS
from briefer.ui.records.work import Opened, name_of
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.rows import Row, RowList
from briefer.ui.widgets.surface import Surface


class KinPage(Surface, Styled):
    """Related records; Enter, a double click or the button opens one."""

    record_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel")
        self._refs: list[str] = []
        self.title = Label(look, "Related records", role="heading")
        self.list = RowList(look, "Related records", most=12)
        self.none = Label(
            look, "No other record has to do with this one.", role="small", tone="text2"
        )
        self.open_button = Button(look, "Open that one", icon="pencil")
        self.open_button.clicked.connect(self._open)
        self.list.activated.connect(lambda _: self._open())
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.list, self.none, self.open_button):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._column.setContentsMargins(px(22), px(14), px(18), px(14))
        self._column.setSpacing(px(8))

    def show_kin(self, opened: Opened) -> None:
        """Show what is related to a record, the closest first, then what else names it."""
        rows: dict[str, Row] = {}
        for one in opened.related:
            rows[one.record.id] = Row(
                name_of(one.record, opened.linked),
                note=f"{TYPE_WORDS[one.record.type][0]}, {REASONS[one.reason].lower()}",
            )
        for record in opened.naming:
            note = f"{TYPE_WORDS[record.type][0]}, names it"
            rows.setdefault(record.id, Row(name_of(record, opened.linked), note=note))
        self._refs = list(rows)
        self.list.rows.show(list(rows.values()))
        self.list.setFixedHeight(self.list.wanted().height())
        self.list.setVisible(bool(rows))
        self.open_button.setVisible(bool(rows))
        self.none.setVisible(not rows)
        if rows:
            self.list.set_row(0)

    def _open(self) -> None:
        if 0 <= self.list.row < len(self._refs):
            self.record_wanted.emit(self._refs[self.list.row])
