"""The library panel: search field, type chips, result line, cards, and what an empty list says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.errors import BrieferError
from briefer.records.base import Record, Ref
from briefer.store import SearchResult, Store
from briefer.ui.library.facts import SHOWN_TYPES, TYPE_WORDS, Linked, linked_refs
from briefer.ui.library.model import LibraryModel
from briefer.ui.library.search_field import SearchField
from briefer.ui.library.view import LibraryView
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button, Chip
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.surface import Surface

MOST = 1000
"""How many records are listed; the result line says how many there are."""
_DEBOUNCE_MS = 60


@dataclass(frozen=True)
class Found:
    """A search result and the records that its cards name."""

    result: SearchResult
    linked: Linked


def search(store: Store, words: str, types: tuple[str, ...]) -> Found:
    """Return what is found for words among types, with sources and speakers."""
    result = store.search(words, types=types or SHOWN_TYPES, limit=MOST)
    linked = store.get_many(linked_refs([hit.record for hit in result.hits]))
    return Found(result, linked)


class LibraryPanel(Surface, Styled):
    """Search on top, cards below."""

    slide_wanted = Signal(int)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "app")
        self._session = session
        self._known: dict[Ref, Record] = {}
        self.setAccessibleName("Library")
        self.model = LibraryModel(self)
        self.field = SearchField(look)
        self.chips = {name: Chip(look, TYPE_WORDS[name][1]) for name in SHOWN_TYPES}
        self.line = Label(look, role="meta", tone="text2")
        self.strong = Label(look, role="meta_strong")
        self.view = LibraryView(look, self.model)
        self.empty = _Empty(look)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._connect()
        self.restyle()
        self.refresh()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._flow = FlowLayout()
        for chip in self.chips.values():
            self._flow.addWidget(chip)
        self._counts = QHBoxLayout()
        self._counts.addWidget(self.strong)
        self._counts.addWidget(self.line, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._top = QVBoxLayout()
        self._top.addWidget(self.field)
        self._column.addLayout(self._top)
        self._column.addLayout(self._flow)
        self._column.addLayout(self._counts)
        self._column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.field.results_wanted.connect(self._go_to_cards)
        for chip in self.chips.values():
            chip.clicked.connect(self.refresh)
        self.view.picked.connect(self._pick)
        self.view.slide_wanted.connect(self.slide_wanted)
        self.view.left_upwards.connect(self.focus_search)
        self.empty.button.clicked.connect(self._clear)
        self._session.built_changed.connect(self._mark)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._column.setContentsMargins(px(12), px(12), 0, 0)
        self._top.setContentsMargins(0, 0, px(12), 0)
        self._column.setSpacing(px(9))
        self._counts.setSpacing(px(6))
        self._counts.setContentsMargins(0, px(3), px(11), 0)
        self._flow.setContentsMargins(0, 0, px(6), 0)
        self._flow.set_gap(px(6))

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self.field.setFocus()
        self.field.selectAll()

    def types(self) -> tuple[str, ...]:
        """Return the types whose chips are on."""
        return tuple(name for name, chip in self.chips.items() if chip.isChecked())

    def refresh(self) -> None:
        """Search again for what the field and the chips say."""
        words, types = self.field.text(), self.types()
        Query(
            self._session.store_lane,
            lambda store: search(store, words, types),
            self._show,
            key="search",
            failed=self._fail,
        )

    def _show(self, found: Found) -> None:
        result = found.result
        if self._session.built is None:
            self._session.rebuild()
        self._known.update({hit.record.id: hit.record for hit in result.hits})
        self.model.show(result.hits, found.linked)
        for name, chip in self.chips.items():
            chip.set_count(result.counts.get(name, 0))
        total = sum(result.counts.get(name, 0) for name in SHOWN_TYPES)
        if not self.field.text().strip() and not self.types():
            self.field.setPlaceholderText(f"Search {total} records")
        self.view.scrollToTop()
        self._mark()
        if not result.hits:
            self.empty.tell(self.field.text().strip(), self.types(), total)
        self._stack.setCurrentWidget(self.view if result.hits else self.empty)

    def _mark(self) -> None:
        self.model.set_showing(self._session.slides_showing())
        count = self.model.rowCount()
        self.strong.setText(f"{count} {'record' if count == 1 else 'records'}")
        self.line.setText(f"·  {self.model.in_briefing()} in the briefing")

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BrieferError):
            self._session.failed.emit(error)
            return
        self.strong.setText("No records")
        self.line.setText("")
        self.empty.tell_error(error)
        self._stack.setCurrentWidget(self.empty)

    def record(self, ref: Ref) -> Record | None:
        """Return a record that was found before, or None."""
        return self._known.get(ref)

    def _pick(self, records: list[Record], to_slide: bool) -> None:
        if to_slide:
            self._session.add_to_slide(records)
        else:
            self._session.add(records)

    def _go_to_cards(self) -> None:
        if self.model.rowCount():
            self.view.cards.keyboard = True
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(0))

    def _clear(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self.field.clear()
        self.refresh()
        self.field.setFocus()


class _Empty(QWidget, Styled):
    """What stands in place of the cards where there are none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, role="heading", wrap=True)
        self._hint = Label(look, role="meta", tone="text2", wrap=True)
        self.button = Button(look, "Clear search")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addWidget(self.button)
        self._column.addStretch(1)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(4), px(24), px(16), px(12))
        self._column.setSpacing(px(10))

    def tell(self, words: str, types: tuple[str, ...], elsewhere: int) -> None:
        """Say that nothing was found, and what would help."""
        self.button.setVisible(bool(words or types))
        self.button.set_words("Clear filters" if types else "Clear search")
        among = " or ".join(TYPE_WORDS[name][1].lower() for name in types)
        if words:
            what = f"among {among}" if types else "in the library"
            self._title.setText(f"No record {what} matches “{words}”.")
        else:
            self._title.setText(f"There are no {among}." if types else "This store has no records.")
        hint = "Every word must occur; the last one may be a beginning." if words else ""
        if words and types and elsewhere:
            hint = f"{elsewhere} of other types match."
        self._hint.setText(hint)

    def tell_error(self, error: BrieferError) -> None:
        """Say that the library cannot be read."""
        self.button.set_words("Try again")
        self.button.setVisible(True)
        self._title.setText(error.message)
        self._hint.setText(error.hint)
