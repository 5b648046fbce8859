"""Ways to look at the library: List, Timeline, Network, and which of them the window shows.

In: the library panel and the views. Out: the area that fills the middle of the window where another
view than the list is chosen; the search, the chips and the filters of the library stand on top of
it then. Must not know: what a view shows.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import Record
from briefer.ui.actions import Actions
from briefer.ui.library.finding import Ask, Pick
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.segments import Segment, Segments
from briefer.ui.widgets.surface import Surface

LIST = "list"
VIEWS = (
    Segment("list", "List", "list", "List (Ctrl+1)"),
    Segment("timeline", "Timeline", "timeline", "Timeline (Ctrl+2)"),
    Segment("network", "Network", "affiliate", "Network (Ctrl+3)"),
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


class Views(QObject):
    """Shows one of the views and keeps it in step with the library's search."""

    changed = Signal(str)
    """Another view is shown, by its name."""
    slide_wanted = Signal(int)
    """The slide of a number is to be looked at, on the stage."""

    def __init__(self, look: Look, actions: Actions, library: LibraryPanel) -> None:
        super().__init__(library)
        self._actions = actions
        self._library = library
        self._views: dict[str, WholeView] = {}
        self.current = LIST
        self._lent: tuple[str, ...] = ()
        self.area = ViewArea(look, library)
        self.switch = view_switch(look)
        library.put_on_top(self.switch)
        self._group = QActionGroup(self)
        for segment in VIEWS:
            action = actions[segment.name]
            action.setCheckable(True)
            action.setChecked(segment.name == LIST)
            self._allow(segment.name, on=segment.name == LIST)
            self._group.addAction(action)
            action.triggered.connect(lambda _=False, name=segment.name: self.go(name))
        for switch in (self.switch, self.area.switch):
            switch.chosen.connect(self.go)
        library.searched.connect(self._look)
        library.field.results_wanted.connect(self._enter)

    def add(self, name: str, view: WholeView) -> None:
        """Have one more view under a name of `VIEWS`."""
        self._views[name] = view
        self.area.add(view)
        self._allow(name, on=True)
        view.list_wanted.connect(lambda: self.go(LIST))
        view.records_read.connect(self._library.remember)
        view.slide_wanted.connect(self._go_to_slide)
        view.undated_wanted.connect(self._list_undated)

    @property
    def view(self) -> WholeView | None:
        """The view that fills the middle, None where the list is shown."""
        return self._views.get(self.current)

    def go(self, name: str) -> None:
        """Show a view, with the keyboard on its records, or in the switch where it was there."""
        if name == self.current:
            self._enter()
            return
        switching = self.switch.has_focus or self.area.switch.has_focus
        self.current = name
        self._actions[name].setChecked(True)
        for switch in (self.switch, self.area.switch):
            switch.show_value(name)
        view = self.view
        if view is None:
            self._library.hold_search()
        else:
            self.area.take_search()
            self.area.show_view(view)
        if self._begin_with(view.types if view else ()):
            self._library.refresh()
        else:
            self._look()
        self.changed.emit(name)
        if switching:
            (self.area.switch if view else self.switch).focus_value()
        else:
            self._enter()

    def put_in_order(self) -> None:
        """Have Tab go from the switch to the field, once all stand in one window."""
        field = self._library.field
        buttons = [b for one in (self.switch, self.area.switch) for b in one.buttons.values()]
        last = field.previousInFocusChain() or self._library
        for button in buttons:
            QWidget.setTabOrder(last, button)
            last = button
        QWidget.setTabOrder(field, self.area.filters_button)

    def _begin_with(self, types: tuple[str, ...]) -> bool:
        """Put the chips of a view's types on where none is; return whether a chip was changed.

        Those that the last view put on are off again, unless the user changed any.
        """
        chips = self._library.chips
        before = self._library.ask().types
        if before == self._lent:
            for name in chips:
                chips[name].setChecked(name in types)
            self._lent = types
        else:
            self._lent = ()
        return self._library.ask().types != before

    def _allow(self, name: str, *, on: bool) -> None:
        self._actions[name].setEnabled(on)
        for switch in (self.switch, self.area.switch):
            switch.buttons[name].setEnabled(on)

    def _go_to_slide(self, number: int) -> None:
        self.go(LIST)
        self.slide_wanted.emit(number)

    def _list_undated(self) -> None:
        self._library.filters.choose("is", Pick("undated", "Without a date"))
        self.go(LIST)

    def close(self) -> None:
        """End the threads of the views."""
        for view in self._views.values():
            view.close_lane()

    def _look(self) -> None:
        if self.view is not None:
            self.view.look_at(self._library.ask())

    def _enter(self) -> None:
        view = self.view
        if view is not None:
            view.take_focus()
        elif not self._library.view.hasFocus():
            self._library.view.setFocus(Qt.FocusReason.ShortcutFocusReason)


def view_switch(look: Look) -> Segments:
    """Return a switch between the views."""
    return Segments(look, VIEWS, name="Library view")
