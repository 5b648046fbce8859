"""The timeline view: axis, canvas and overview, the record at the right, and what to say of none.

In: what the library's search asks for. Out: slides, by way of the session. Records are read in a
lane of its own, so that the search answers meanwhile.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.compose.propose import propose_card
from briefer.records import Record
from briefer.store import Store
from briefer.storyboard import edits
from briefer.ui.library.finding import Ask
from briefer.ui.session import Session
from briefer.ui.tasks import Lane, Query
from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.axis_bar import AxisBar
from briefer.ui.timeline.canvas import TimelineCanvas
from briefer.ui.timeline.detail import Detail
from briefer.ui.timeline.empty import EmptyTimeline
from briefer.ui.timeline.laying import Laid, laid_out
from briefer.ui.timeline.model import TimelineModel
from briefer.ui.timeline.overview import Overview
from briefer.ui.timeline.painting import sizes_of
from briefer.ui.timeline.reading import Reading, read
from briefer.ui.timeline.tools import TimelineTools
from briefer.ui.views import WholeView
from briefer.ui.widgets.labels import Label

_DETAIL_FROM, _OVERVIEW_FROM = 900, 240
"""Effective width and height, in px, from which there is room for record and overview."""


class TimelineView(WholeView, Styled):
    """Dated records in lanes along an axis."""

    types = ("event",)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "Timeline")
        self._session = session
        self._laid: Laid | None = None
        self.lane = Lane(
            "timeline", lambda: Store.open(session.places.store), failed=session.failed.emit
        )
        self.model = TimelineModel(self)
        self.canvas = TimelineCanvas(look, self.model)
        self.axis = AxisBar(look, self.canvas)
        self.overview = Overview(look, self.canvas)
        self.detail = Detail(look)
        self.empty = EmptyTimeline(look)
        self.note = Label(look, role="meta", tone="warning", wrap=True)
        self.toolbar = TimelineTools(look)
        self.tools = self.toolbar
        self._lay_out()
        self._connect()
        self.restyle()

    def _lay_out(self) -> None:
        lanes = QWidget()
        column = QVBoxLayout(lanes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.note, self.axis, self.canvas, self.overview):
            column.addWidget(widget, 1 if widget is self.canvas else 0)
        self.note.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(lanes)
        self._lanes = lanes
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._stack, 1)
        row.addWidget(self.detail)

    def _connect(self) -> None:
        canvas, tools = self.canvas, self.toolbar
        canvas.chosen_changed.connect(self._tell_chosen)
        canvas.added.connect(self.add_chosen)
        canvas.left.connect(self.list_wanted)
        tools.by_changed.connect(self._change_lanes)
        tools.add_wanted.connect(self.add_chosen)
        tools.each_wanted.connect(self.add_each)
        tools.clear_wanted.connect(canvas.clearSelection)
        self.detail.add_wanted.connect(self._add_current)
        self.detail.slide_wanted.connect(self.slide_wanted)
        self.empty.list_wanted.connect(self.list_wanted)
        self.overview.undated_wanted.connect(self.undated_wanted)
        self._session.built_changed.connect(self._mark)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self.note.setContentsMargins(px(12), px(4), px(12), px(4))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of record and overview to the lanes where it is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.detail.setVisible(self.width() * 100 // self.look.scale >= _DETAIL_FROM)
        self.overview.setVisible(self.height() * 100 // self.look.scale >= _OVERVIEW_FROM)

    # What is shown

    @override
    def look_at(self, ask: Ask) -> None:
        """Read the dated records of an ask and show them."""
        by, sizes = self.toolbar.by, sizes_of(self.look)
        scale = self.canvas.scale_for(home=self._begins(ask))
        Query(
            self.lane,
            lambda store: laid_out(read(store, ask), by, scale, sizes),
            self._show,
            key="read",
        )

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the canvas, or on what stands in its place."""
        (self.canvas if self._some() else self.empty.button).setFocus()

    @override
    def chosen(self) -> list[Record]:
        """Return the records that are selected."""
        return self.canvas.chosen()

    @override
    def close_lane(self) -> None:
        """End the thread in which records are read."""
        self.lane.close(release=Store.close)

    def _some(self) -> bool:
        return bool(self._laid and self._laid.reading.entries)

    def _begins(self, ask: Ask) -> bool:
        """Return whether what an ask finds is shown from the busiest days on."""
        known = self._laid.reading if self._laid else None
        return known is None or known.ask != ask or not known.entries

    def _show(self, laid: Laid) -> None:
        reading, home = laid.reading, self._begins(laid.reading.ask)
        if laid.by != self.toolbar.by:
            laid = self._laid_anew(reading)
        self._laid = laid
        self.records_read.emit([entry.record for entry in reading.entries])
        waiting = self.empty.button.hasFocus()
        self._arrange(laid, home=home)
        self.overview.show_entries(reading.entries, laid.table.years, reading.undated)
        shown = len(reading.entries)
        self.note.setText(
            f"The first {shown:,} of {reading.dated:,} dated records are shown. "
            "Narrow the search to see the others."
        )
        self.note.setVisible(shown < reading.dated)
        self.empty.tell(reading)
        self._stack.setCurrentWidget(self._lanes if shown else self.empty)
        if waiting and shown:
            self.canvas.setFocus()

    def _laid_anew(self, reading: Reading) -> Laid:
        """Return a reading in the lanes that are chosen now."""
        scale = self.canvas.scale_for(home=False)
        return laid_out(reading, self.toolbar.by, scale, sizes_of(self.look))

    def _change_lanes(self) -> None:
        """Lay out what was read by something else."""
        if self._laid is not None:
            self._laid = self._laid_anew(self._laid.reading)
            self._arrange(self._laid, home=False)

    def _arrange(self, laid: Laid, *, home: bool) -> None:
        """Show what was laid out; what was selected stays so where it is still there."""
        chosen = [record.id for record in self.canvas.chosen()]
        current = self.canvas.current()
        self.model.show(laid.table)
        self._mark()
        self.canvas.fill(laid, home=home)
        self.canvas.choose(row for ref in chosen for row in self.model.rows_of(ref))
        rows = self.model.rows_of(current.id) if current else ()
        if rows:
            self.canvas.keep_current(rows[0])
        self._tell_chosen()

    def _mark(self) -> None:
        """Mark what slides show."""
        self.model.set_showing(self._session.slides_showing())
        self._tell_current()

    def _tell_chosen(self) -> None:
        self.toolbar.show_chosen(self.canvas.chosen())
        self._tell_current()

    def _tell_current(self) -> None:
        index = self.canvas.currentIndex()
        if not index.isValid() or index.row() >= self.model.rowCount():
            self.detail.show_entry(None, (), "")
            return
        entry = self.model.entry(index.row())
        refs = [record.id for record in self.canvas.chosen()]
        among = len(refs) > 1 and entry.record.id in refs
        counted = f"{refs.index(entry.record.id) + 1} of {len(refs)}" if among else ""
        self.detail.show_entry(entry, self.model.slides(index.row()), counted)

    # Slides

    def add_chosen(self) -> None:
        """Add one slide of what is selected, else of the current record."""
        records = self.canvas.chosen()
        if records:
            self._session.add(records)
        else:
            self._add_current()

    def _add_current(self) -> None:
        current = self.canvas.current()
        if current is not None:
            self._session.add([current])

    def add_each(self) -> None:
        """Add a slide for each record that is selected, as one step."""
        records, session = self.canvas.chosen(), self._session
        cards = [propose_card([record]) for record in records]
        if cards:
            session.do(edits.add_cards(session.briefing, cards, session.next_index, verb="Add"))
