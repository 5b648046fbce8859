"""The library panel: search field, chips, result line, cards, and what an empty list says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.errors import BrieferError
from briefer.records.base import Record, Ref
from briefer.ui.library.empty import Empty
from briefer.ui.library.facts import SHOWN_TYPES, TYPE_WORDS
from briefer.ui.library.filter_bar import FilterBar
from briefer.ui.library.finding import PAGE, Ask, Found, Pick, search
from briefer.ui.library.model import LibraryModel
from briefer.ui.library.offers import Offering
from briefer.ui.library.peek import Peeking
from briefer.ui.library.search_field import SearchField
from briefer.ui.library.view import LibraryView
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Chip
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.surface import Surface

_DEBOUNCE_MS = 60
_MOST_MORE = 1000
"""How many more records are read at most at once, at the end of a long list."""


class LibraryPanel(Surface, Styled):
    """Search on top, cards below."""

    slide_wanted = Signal(int)
    searched = Signal()
    """The library answered a search."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "app")
        self._session = session
        self._known: dict[Ref, Record] = {}
        self.setAccessibleName("Library")
        self.model = LibraryModel(self)
        self.field = SearchField(look)
        self.chips = {name: Chip(look, TYPE_WORDS[name][1]) for name in SHOWN_TYPES}
        self.filters = FilterBar(look)
        self.line = Line(look, role="meta", tone="text2")
        self.strong = Label(look, role="meta_strong")
        self.notes = Label(look, role="meta", tone="warning", wrap=True)
        self.view = LibraryView(look, self.model)
        self.peeking = Peeking(look, self.view, session)
        self.empty = Empty(look)
        self._lay_out()
        self.offering = Offering(
            look, self.field, session.reading_lane, around=self, asking=self.ask
        )
        self._shown = Ask()
        self._cut_off = False  # the last search failed, and maybe what the slides needed too
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._connect()
        self.restyle()
        self.refresh()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._flow = FlowLayout()
        self._counts = QHBoxLayout()
        self._counts.addWidget(self.strong)
        self._counts.addWidget(self.line, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._top = QVBoxLayout()
        self._narrowing = QVBoxLayout()
        self._column.addLayout(self._top)
        self._column.addLayout(self._flow)
        self._column.addLayout(self._narrowing)
        self._hold_search()
        self._column.addLayout(self._counts)
        self._column.addWidget(self.notes)
        self._column.addLayout(self._stack, 1)

    def _hold_search(self) -> None:
        self._top.addWidget(self.field)
        for chip in self.chips.values():
            self._flow.addWidget(chip)
        self._narrowing.addWidget(self.filters)

    def hold_search(self) -> None:
        """Take back the search field, chips and filters that another view had."""
        self._hold_search()
        for widget in (self.field, *self.chips.values(), self.filters):
            widget.show()
        self.offering.lay_over(self)

    def put_on_top(self, widget: QWidget) -> None:
        """Put a widget above the search field."""
        self._top.insertWidget(0, widget)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.field.results_wanted.connect(self._go_to_cards)
        for chip in self.chips.values():
            chip.clicked.connect(self.refresh)
        self.view.picked.connect(self._pick)
        self.view.slide_wanted.connect(self.slide_wanted)
        self.view.left_upwards.connect(self.focus_search)
        self.view.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.model.more_wanted.connect(self._fetch)
        self.filters.changed.connect(self.refresh)
        self.offering.value_taken.connect(self._take)
        self.empty.words_unwanted.connect(self._clear_words)
        self.empty.filters_unwanted.connect(self._clear_filters)
        self._session.built_changed.connect(self._mark)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._column.setContentsMargins(px(12), px(12), 0, 0)
        self._top.setContentsMargins(0, 0, px(12), 0)
        self._top.setSpacing(px(9))
        self._column.setSpacing(px(9))
        self._counts.setSpacing(px(6))
        self._counts.setContentsMargins(0, px(3), px(11), 0)
        self._flow.setContentsMargins(0, 0, px(6), 0)
        self._flow.set_gap(px(6))

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self.field.setFocus()
        self.field.selectAll()

    def ask(self) -> Ask:
        """Return what the field and the chips say."""
        types = tuple(name for name, chip in self.chips.items() if chip.isChecked())
        return Ask(self.field.text(), types, self.filters.chosen)

    def refresh(self) -> None:
        """Search again for what the field and the chips say."""
        ask = self.ask()
        Query(
            self._session.reading_lane,
            lambda store: search(store, ask),
            self._show,
            key="search",
            failed=self._fail,
        )

    def _fetch(self) -> None:
        """Read more of what is listed: twice as many, within bounds."""
        ask, listed = self._shown, self.model.rowCount()
        limit = listed + min(max(PAGE, listed), _MOST_MORE)
        Query(
            self._session.reading_lane,
            lambda store: search(store, ask, limit=limit),
            self._show_more,
            key="more",
            failed=self._fail,
        )

    def _look_ahead(self, value: int) -> None:
        """Read more before the end of the list is reached."""
        bar = self.view.verticalScrollBar()
        near = value > 0 and value >= bar.maximum() - 2 * bar.pageStep()
        if near and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())

    def _show(self, found: Found) -> None:
        result = found.result
        if self._session.built is None or self._cut_off:
            self._cut_off = False
            self._session.rebuild()
        news, self._shown = found.ask != self._shown, found.ask
        self.remember([hit.record for hit in found.hits])
        self.model.show(found.cards, total=result.total)
        for name, chip in self.chips.items():
            chip.set_count(result.counts.get(name, 0))
        self.filters.show_facets(found.facets)
        if not found.ask.words.strip() and not found.ask.filtered:
            self.field.setPlaceholderText(f"Search {result.total:,} records")
        self.view.scrollToTop()
        self._mark()
        self._tell_notes(found)
        if not found.hits:
            self.empty.tell(found)
        self._stack.setCurrentWidget(self.view if found.hits else self.empty)
        if news:
            announce(self.strong, self.strong.text() if found.hits else self.empty.said[0])
        self.searched.emit()

    def _show_more(self, found: Found) -> None:
        if found.ask != self._shown:
            return
        self.remember([hit.record for hit in found.hits])
        self.model.extend(found.cards, total=found.result.total)
        self._mark()

    def _tell_notes(self, found: Found) -> None:
        notes = "; ".join(found.result.notes) if found.hits else ""
        self.notes.setText(f"{notes[:1].upper()}{notes[1:]}.")
        self.notes.setVisible(bool(notes))

    def _mark(self) -> None:
        """Mark what slides show, and say how many records there are."""
        self.model.set_showing(self._session.slides_showing())
        listed, total = self.model.rowCount(), self.model.total
        if not listed:
            self.strong.setText("No records")
            self.line.set_text("")
            return
        noun = "record" if total == 1 else "records"
        whole = listed == total
        self.strong.setText(f"{total:,} {noun}" if whole else f"{listed:,} of {total:,} {noun}")
        shown = self.model.in_briefing()
        self.line.set_text(f"·  {shown:,}{'' if whole else ' of these'} in the briefing")

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BrieferError):
            self._session.failed.emit(error)
            return
        self._cut_off = True
        self.strong.setText("No records")
        self.line.set_text("")
        self.notes.hide()
        self.empty.tell_error(error)
        self._stack.setCurrentWidget(self.empty)

    def remember(self, records: Sequence[Record]) -> None:
        """Know records that were found and may be dragged."""
        self._known.update({record.id: record for record in records})

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

    def _take(self, name: str, pick: Pick) -> None:
        """Choose a value that was taken while typing."""
        if name == "type":
            self.chips[pick.value].setChecked(True)
            self.refresh()
        else:
            self.filters.choose(name, pick)

    def show_only(self, name: str, pick: Pick) -> None:
        """List all records with a value of a field, whatever was searched for before."""
        self.field.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self.filters.clear_all()
        self.filters.choose(name, pick)

    def _clear_words(self) -> None:
        self.field.clear()
        self.refresh()
        self.field.setFocus()

    def _clear_filters(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self.filters.clear_all()
        self.refresh()
        self.field.setFocus()
