"""Find duplicates: the pairs of records that are likely the same, side by side, and their merging.

In: the session. Out: `merge_wanted` and `edit_wanted`; what was merged leaves the list. Must not
know: how records are compared or united.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.records import Record, Ref
from briefer.store import Store
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.library.facts import TYPE_WORDS
from briefer.ui.records.asking import ask
from briefer.ui.records.beside import Beside
from briefer.ui.records.pairs import Looked, Pair, look_on, still_alike
from briefer.ui.records.work import name_of
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Line
from briefer.ui.widgets.rows import Row, RowList

_MOST_PAIRS = 500
_EDITS = ("Edit left…", "Edit right…")


class DuplicatesDialog(Sheet):
    """The pairs above, the one chosen side by side below."""

    merge_wanted = Signal(object, object)
    edit_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget, session: Session) -> None:
        super().__init__(look, parent, "Find duplicates", "Records that are likely the same thing.")
        self._session = session
        self._refs: tuple[Ref, ...] = ()
        self._pairs: dict[frozenset[Ref], Pair] = {}
        self._linked: dict[Ref, Record] = {}
        self._looked = False
        self.told = Line(look, "Reading the library…", role="meta", tone="text2")
        self.list = RowList(look, "Pairs that are likely the same", most=6)
        self.beside = Beside(look)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        for widget in (self.told, self.list, self.beside):
            column.addWidget(widget)
        column.addStretch(1)
        self._add_buttons()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.list.activated.connect(lambda _: self.merge.click())
        session.library_changed.connect(self._refresh)
        self.arrange(860, 640)
        self._show_pairs()
        ask(self, session.store_lane, Store.ids, self._begin)

    def _add_buttons(self) -> None:
        look = self.look
        self.edits = [Button(look, words, icon="pencil", height=34) for words in _EDITS]
        for place, button in enumerate(self.edits):
            self.footer.insertWidget(place, button)
            button.clicked.connect(lambda _=False, place=place: self._edit(place))
        close = Button(look, "Close", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close)
        self.merge = Button(look, "Merge…", icon="arrow-merge", weight="primary", height=34)
        self.merge.clicked.connect(self._merge)
        self.add_button(self.merge, main=True)

    # Looking

    def _begin(self, refs: tuple[Ref, ...]) -> None:
        self._refs = refs
        self._look_on(0)

    def _look_on(self, start: int) -> None:
        """Look through the records from a place on, a moment at a time."""
        refs = self._refs
        ask(
            self,
            self._session.store_lane,
            lambda store: look_on(store, refs, start),
            self._take,
            failed=self._failed,
        )

    def _take(self, looked: Looked) -> None:
        self._linked.update(looked.linked)
        news = [pair for pair in looked.pairs if pair.refs not in self._pairs]
        self._pairs.update({pair.refs: pair for pair in news})
        self._looked = looked.done >= len(self._refs) or len(self._pairs) >= _MOST_PAIRS
        if news or self._looked:
            self._show_pairs()
        if self._looked:
            self._tell()
            announce(self, self.told.words)
        else:
            self.told.set_text(f"Looked at {looked.done:,} of {len(self._refs):,} records…")
            self._look_on(looked.done)

    def _failed(self, error: Exception) -> None:
        self._looked = True
        self.told.set_text(str(error), tone="danger", icon="alert-circle")

    def _tell(self) -> None:
        count = len(self._pairs)
        if not count:
            self.told.set_text(f"None of the {len(self._refs):,} records repeats another.")
        elif count >= _MOST_PAIRS:
            self.told.set_text(f"The first {count:,} pairs. Merge some, then look again.")
        else:
            self.told.set_text(f"{count:,} pair{'' if count == 1 else 's'} in the library.")

    def _refresh(self) -> None:
        """Leave out what was merged, deleted or changed since it was found."""
        pairs = tuple(self._pairs.values())

        def show(left: Looked) -> None:
            self._linked.update(left.linked)
            self._pairs = {pair.refs: pair for pair in left.pairs}
            self._show_pairs()
            if self._looked:
                self._tell()

        if pairs:
            ask(
                self,
                self._session.store_lane,
                lambda store: still_alike(store, pairs),
                show,
                key="pairs",
                failed=self._failed,
            )

    # What is chosen

    def _show_pairs(self) -> None:
        row = self.list.row
        pairs = tuple(self._pairs.values())
        self.list.rows.show([self._row(pair) for pair in pairs])
        self.list.setVisible(bool(pairs))
        self.list.setFixedHeight(max(1, self.list.wanted().height()))
        self.list.set_row(min(max(row, 0), len(pairs) - 1))
        self._show_chosen()

    def _row(self, pair: Pair) -> Row:
        names = (name_of(pair.one, self._linked), name_of(pair.other, self._linked))
        return Row(" – ".join(dict.fromkeys(names)), note=TYPE_WORDS[pair.one.type][0])

    @property
    def chosen(self) -> Pair | None:
        """The pair that is shown side by side."""
        pairs = tuple(self._pairs.values())
        return pairs[self.list.row] if 0 <= self.list.row < len(pairs) else None

    def _show_chosen(self) -> None:
        pair = self.chosen
        self.beside.show_pair(pair, self._linked)
        for button in (*self.edits, self.merge):
            button.setVisible(pair is not None)

    def _merge(self) -> None:
        pair = self.chosen
        if pair is not None:
            self.merge_wanted.emit(pair.one, pair.other)

    def _edit(self, place: int) -> None:
        pair = self.chosen
        if pair is not None:
            self.edit_wanted.emit((pair.one, pair.other)[place].id)
