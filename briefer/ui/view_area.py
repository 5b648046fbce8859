"""The area that fills the middle of the window where another view than the list is chosen.

In: the library panel, whose search field, chips and filters stand in its bar then. Out: the bar and
the view below it. Must not know: what a view shows, which one is chosen.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import Record
from briefer.ui.library.finding import Ask
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.segments import Segment, Segments
from briefer.ui.widgets.surface import Surface

LIST = "list"
VIEWS = (
    Segment("list", "List", "list"),
    Segment("timeline", "Timeline", "timeline"),
    Segment("network", "Network", "affiliate"),
)
_ONE_ROW, _WORDS = 1240, 900
"""Effective widths, in px, from which the bar is one row, and from which the switch has words."""
_FILTERS_OPEN = 760
"""Effective height of the window, in px, from which the filters are seen at first."""


class WholeView(Surface):
    """A way to look at what the library finds, as large as the middle of the window.

    `tools` stand at the right of the search field. Read records in the session's store lane.
    """

    types: tuple[str, ...] = ()
    """The types of records to begin with where no chip is on."""
    list_wanted = Signal()
    """The list is wanted: nothing can be shown here, or the user left."""
    slide_wanted = Signal(int)
    """The slide of a number is to be looked at on the stage."""
    records_read = Signal(list)
    """Records were read that may be dragged to the storyboard."""
    undated_wanted = Signal()
    """The records without a date are wanted, in the list."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, "sunken")
        self.setAccessibleName(name)
        self.tools: QWidget = QWidget()

    def look_at(self, ask: Ask) -> None:
        """Show what an ask finds: called when the view is chosen and after each search."""
        raise AssertionError(f"{type(self).__name__} does not show anything")

    def take_focus(self) -> None:
        """Put the keyboard on the records."""
        raise AssertionError(f"{type(self).__name__} does not say what takes the focus")

    def chosen(self) -> list[Record]:
        """Return the records that are selected."""
        return []

    def close_lane(self) -> None:
        """End the threads of the view's own, where it has any: the window closes."""


class ViewArea(Surface, Styled):
    """The bar with switch, search and tools, and the view below it."""

    def __init__(self, look: Look, library: LibraryPanel) -> None:
        super().__init__(look, "app")
        self.setAccessibleName("Library")
        self._library = library
        self._tall: bool | None = None
        self.bar = Surface(look, "panel", edges="b")
        self.switch = view_switch(look)
        self.filters_button = Button(look, "Filters", icon="filter", weight="quiet")
        self.filters_button.setCheckable(True)
        self._filters = QWidget()
        self.stack = QStackedLayout()
        self._tools = QStackedLayout()
        self._lay_out()
        self.filters_button.toggled.connect(self._filters.setVisible)
        self.restyle()

    def _lay_out(self) -> None:
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._finding = QHBoxLayout()
        self._finding.addWidget(self.switch)
        self._field_at = QHBoxLayout()
        self._finding.addLayout(self._field_at, 1)
        self._finding.addWidget(self.filters_button)
        self._rows.addLayout(self._finding, 2)
        self._rows.addLayout(self._tools, 3)
        self._flow = FlowLayout()
        self._narrowing = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._filters)
        self._narrowing.setContentsMargins(0, 0, 0, 0)
        self._narrowing.addLayout(self._flow, 2)
        column = QVBoxLayout(self.bar)
        column.addLayout(self._rows)
        column.addWidget(self._filters)
        self._bar_column = column
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(self.stack, 1)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._bar_column.setContentsMargins(px(12), px(9), px(12), px(9))
        self._bar_column.setSpacing(px(8))
        self._rows.setSpacing(px(8))
        self._finding.setSpacing(px(8))
        self._narrowing.setSpacing(px(7))
        self._flow.set_gap(px(6))
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set in one row or two, as there is room."""
        super().resizeEvent(event)
        self.fit()

    def add(self, view: WholeView) -> None:
        """Have one more view."""
        self.stack.addWidget(view)
        self._tools.addWidget(view.tools)

    def show_view(self, view: WholeView) -> None:
        """Show a view and its tools."""
        self.stack.setCurrentWidget(view)
        self._tools.setCurrentWidget(view.tools)

    def take_search(self) -> None:
        """Take search field, chips and filters over from the library panel."""
        self._field_at.addWidget(self._library.field)
        for chip in self._library.chips.values():
            self._flow.addWidget(chip)
            chip.show()
        self._narrowing.addWidget(self._library.filters, 3)
        self._library.field.show()
        self._library.filters.show()
        self._library.offering.lay_over(self)
        self.fit()

    def fit(self) -> None:
        """Set in one row or two, as there is room."""
        width = self.width() * 100 // self.look.scale
        one = width >= _ONE_ROW
        directions = QBoxLayout.Direction
        for rows in (self._rows, self._narrowing):
            rows.setDirection(directions.LeftToRight if one else directions.TopToBottom)
        self.switch.set_narrow(width < _WORDS)
        self.filters_button.set_narrow(width < _WORDS)
        tall = self.window().height() * 100 // self.look.scale >= _FILTERS_OPEN
        if tall != self._tall:
            self._tall = tall
            self.filters_button.setChecked(tall)
            self._filters.setVisible(tall)


def view_switch(look: Look) -> Segments:
    """Return a switch between the views."""
    return Segments(look, VIEWS, name="Library view")
