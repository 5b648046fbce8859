"""Check quotations: all that records quote, compared with the texts attached to their sources.

In: the session. Out: `edit_wanted`, a record whose words are to be put right. Must not know: how
words are compared.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.records import Ref
from briefer.store import Store
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.quoted.fixes import QuotationFixes
from briefer.ui.quoted.states import Stated
from briefer.ui.quoted.view import QuotationView
from briefer.ui.records.asking import ask
from briefer.ui.records.checked_quotations import Checked, check_on, counted, in_order
from briefer.ui.records.checked_quotations import Line as Told
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.rows import Row, RowList


class QuotationsDialog(Sheet):
    """The quotations, those that need somebody first; Enter edits the record of one."""

    edit_wanted = Signal(str)
    sources_wanted = Signal()
    attach_wanted = Signal(str)
    """The text of a source is to be attached."""

    def __init__(self, look: Look, parent: QWidget, session: Session) -> None:
        words = "Each is compared with the texts that are attached to its sources."
        super().__init__(look, parent, "Check quotations", words)
        self._session = session
        self._fixes = QuotationFixes(session, self)
        self._round = 0  # a change of the library begins another one
        self._refs: tuple[Ref, ...] = ()
        self._found: list[Told] = []
        self.lines: tuple[Told, ...] = ()
        self.told = Line(look, role="meta", tone="text2")
        self.list = RowList(look, "Quotations", most=11)
        self.detail = Label(look, role="small", wrap=True)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        self.view: QuotationView | None = None
        self._column = column
        self._add_buttons()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.list.activated.connect(lambda _: self._edit())
        session.library_changed.connect(self.refresh)
        self.arrange(860, 640)
        self._show_chosen()
        self.refresh()
        self.list.setFocus()

    def _add_buttons(self) -> None:
        look = self.look
        self.sources = Button(look, "Sources…", icon="paperclip", height=34)
        self.sources.clicked.connect(self.sources_wanted)
        self.footer.insertWidget(0, self.sources)
        close = Button(look, "Close", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close)
        self.edit = Button(look, "Edit record…", icon="pencil", weight="primary", height=34)
        self.edit.clicked.connect(self._edit)
        self.add_button(self.edit, main=True)

    def refresh(self) -> None:
        """Compare all quotations as they stand."""
        self._round += 1
        self._found = []
        number = self._round
        self.told.set_text("Reading the library…", tone="text2")
        ask(
            self,
            self._session.store_lane,
            Store.ids,
            lambda refs: self._begin(refs, number),
            key="quotations",
            failed=self._failed,
        )

    def _begin(self, refs: tuple[Ref, ...], number: int) -> None:
        self._refs = refs
        self._check_on(0, number)

    def _check_on(self, start: int, number: int) -> None:
        """Compare what the records from a place on quote, a moment at a time."""
        refs = self._refs
        ask(
            self,
            self._session.store_lane,
            lambda store: check_on(store, refs, start),
            lambda checked: self._take(checked, number),
            failed=self._failed,
        )

    def _take(self, checked: Checked, number: int) -> None:
        if number != self._round:
            return
        self._found += checked.lines
        if checked.done < len(self._refs):
            self.told.set_text(f"Looked at {checked.done:,} of {len(self._refs):,} records…")
            self._check_on(checked.done, number)
            return
        row = self.list.row
        self.lines = in_order(self._found)
        self.list.rows.show([Row(f"“{one.quotation.words}”", one.note) for one in self.lines])
        self.list.set_row(min(max(row, 0), len(self.lines) - 1))
        self.told.set_text(counted(self.lines))
        self._show_chosen()
        announce(self, self.told.words)

    def _failed(self, error: Exception) -> None:
        self.told.set_text(str(error), tone="danger", icon="alert-circle")

    @property
    def chosen(self) -> Told | None:
        """The quotation that is told of below the list."""
        return self.lines[self.list.row] if 0 <= self.list.row < len(self.lines) else None

    def _show_chosen(self) -> None:
        one = self.chosen
        self.detail.setText(one.record if one else "")
        self._show_view(one)
        self.edit.setEnabled(one is not None)

    def _show_view(self, one: Told | None) -> None:
        """Show the passage in its context or what differs, with what mends it."""
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = None
        if one is not None:
            at = one.quotation.passage
            of = one.quotation.sources.index(at.source) if at else 0
            self.view = QuotationView(self.look, Stated(one.quotation, one.sources[of]))
            self.view.attach_wanted.connect(self.attach_wanted)
            self._fixes.serve(self.view)
            self._column.addWidget(self.view)

    def _edit(self) -> None:
        one = self.chosen
        if one is not None:
            self.edit_wanted.emit(one.quotation.record)
