"""Ways to look at the library: List, Timeline, Network, and which of them the window shows.

In: the library panel and the views. Out: the area that fills the middle of the window where another
view than the list is chosen; the search, the chips and the filters of the library stand on top of
it then. Must not know: what a view shows.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from briefer.records import Event
from briefer.ui.actions import Actions
from briefer.ui.library.finding import Pick
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.theme import Look
from briefer.ui.view_area import LIST, VIEWS, ViewArea, WholeView, view_switch

__all__ = ["LIST", "VIEWS", "Views", "WholeView"]


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
        actions["timeline-slide"].triggered.connect(lambda _=False: self.add_timeline())
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
            # Later, because the arrow that switched moves the focus too.
            QTimer.singleShot(0, (self.area.switch if view else self.switch).focus_value)
        else:
            self._enter()

    def put_in_order(self) -> None:
        """Have Tab go from the switch to the field, once all stand in one window."""
        field = self._library.field
        last: QWidget | None = field.previousInFocusChain()
        while last and last is not field and last.focusPolicy() == Qt.FocusPolicy.NoFocus:
            last = last.previousInFocusChain()
        for switch in (self.switch, self.area.switch):
            last = switch.follow(last or field)
        QWidget.setTabOrder(field, self.area.filters_button)

    def add_timeline(self) -> None:
        """Add one slide of the dated events that are selected, in the list or in a view."""
        chosen = self.view.chosen() if self.view else self._library.view.chosen()
        events = [record for record in chosen if isinstance(record, Event) and record.date]
        if events:
            self._library.view.picked.emit(events, False)

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
        self._lent = ()  # the chips as they are belong to what was counted
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
