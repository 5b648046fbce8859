"""The row of filters under the type chips: one chip a field, those without room under "More".

In: the values of the facets as they stand. Out: `chosen`, and `changed` when it was changed. Must
not know: how records are searched.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from briefer.store.facets import FACETS
from briefer.ui.library.finding import FILTERS, LABELS, Chosen, Pick
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.filter_chip import FilterChip
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.menu import Menu
from briefer.ui.widgets.pick_list import PickList
from briefer.ui.widgets.rows import Row

_FIRST = 5
"""How many fields have a chip wherever there is room; the others are under "More"."""
_MOST_COUNTED = 40
_GAP, _MARGIN = 5, 12
_TAB = Qt.FocusReason.TabFocusReason


class FilterBar(QWidget, Styled):
    """Chips that open lists of values with counts; several values may be chosen."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chosen: dict[str, tuple[Pick, ...]] = {}
        self._facets: Mapping[str, tuple[Pick, ...]] = {}
        self._open = ""
        self._order: list[str] = []
        self.chips = {name: FilterChip(look, LABELS[name]) for name in FILTERS}
        self.more = FilterChip(look, "More")
        self.more.setAccessibleName("More filters")
        self._flow = FlowLayout(self)
        for chip in (*self.chips.values(), self.more):
            self._flow.addWidget(chip)
        self.list = PickList(look, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect()
        self.restyle()

    def _connect(self) -> None:
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, name=name: self.open(name))
            chip.cleared.connect(lambda name=name: self.clear(name))
        self.more.clicked.connect(self._open_menu)
        self.list.ticked.connect(self._tick)
        self.list.cleared.connect(lambda: self.clear(self._open))
        self.list.closed.connect(self._closed)

    @override
    def restyle(self) -> None:
        """Take gaps from the look and fold what has no room."""
        self._flow.set_gap(self._look.px(_GAP))
        self._flow.setContentsMargins(0, 0, self._look.px(_MARGIN), 0)
        self._fit()

    @property
    def chosen(self) -> Chosen:
        """The values chosen, by field."""
        return dict(self._chosen)

    def show_facets(self, facets: Mapping[str, tuple[Pick, ...]]) -> None:
        """Offer other values, or the same with other counts."""
        self._facets = facets
        if self._open:
            self._show_values()

    def choose(self, name: str, pick: Pick) -> None:
        """Choose one more value of a field."""
        if pick.value not in {known.value for known in self._chosen.get(name, ())}:
            self._set(name, (*self._chosen.get(name, ()), pick))

    def clear(self, name: str) -> None:
        """Choose nothing of a field."""
        if self._chosen.get(name):
            self._set(name, ())

    def clear_all(self) -> None:
        """Choose nothing at all; `changed` is not sent."""
        self._chosen.clear()
        for chip in self.chips.values():
            chip.show_chosen(())
        self._fit()

    def _clear_all(self) -> None:
        self.clear_all()
        self.changed.emit()

    def open(self, name: str) -> None:
        """Open the list of a field under its chip."""
        by_keyboard = self.chips[name].ringed or self.more.ringed
        self._open = name
        self._order = []
        self._fit()
        self._flow.activate()
        self._show_values()
        self.list.open_at(self.chips[name], LABELS[name], by_keyboard=by_keyboard)

    def _set(self, name: str, picks: tuple[Pick, ...]) -> None:
        if picks:
            self._chosen[name] = picks
        else:
            self._chosen.pop(name, None)
        chip = self.chips[name]
        chip.show_chosen([pick.label for pick in picks])
        had_focus = chip.hasFocus()
        self._fit()
        if had_focus and chip.isHidden():
            self.more.setFocus(_TAB)
        if self._open:
            self._show_values()
        self.changed.emit()

    def _tick(self, row: int) -> None:
        values = self._values() if self._open else []
        if row >= len(values):
            return  # a key that came as the list was closing
        pick = values[row]
        picks = self._chosen.get(self._open, ())
        rest = tuple(known for known in picks if known.value != pick.value)
        self._set(self._open, rest if len(rest) < len(picks) else (*picks, pick))

    def _values(self) -> list[Pick]:
        """Return the values of the open list; the order is kept while it is open.

        What was chosen is listed even where no record has it any more.
        """
        counted = {pick.value: pick for pick in self._facets.get(self._open, ())}
        for pick in self._chosen.get(self._open, ()):
            counted.setdefault(pick.value, Pick(pick.value, pick.label))
        if not self._order and self._open == "year":
            counted = dict(sorted(counted.items(), reverse=True))
        self._order = [
            *(value for value in self._order if value in counted),
            *(value for value in counted if value not in self._order),
        ]
        return [counted[value] for value in self._order]

    def _show_values(self) -> None:
        chosen = {pick.value for pick in self._chosen.get(self._open, ())}
        picks = self._values()
        rows = [Row(pick.label, f"{pick.count:,}", checked=pick.value in chosen) for pick in picks]
        hint = "" if rows else "No record found has any."
        if FACETS[self._open].names and len(picks) >= _MOST_COUNTED:
            hint = f"The most frequent. Type {self._open}: and a name to find others."
        self.list.show_rows(rows, hint=hint)

    def _closed(self) -> None:
        name, self._open = self._open, ""
        focused = self.more.hasFocus()
        self._fit()
        if focused and name and not self.chips[name].isHidden():
            self.chips[name].setFocus(_TAB)

    def folded(self) -> list[str]:
        """Return the fields that are found under "More"."""
        return [name for name, chip in self.chips.items() if chip.isHidden()]

    def _open_menu(self) -> None:
        menu = Menu(self._look, self)
        for name in self.folded():
            action = menu.addAction(LABELS[name])
            action.setEnabled(bool(self._facets.get(name)))
            action.triggered.connect(lambda _=False, name=name: self.open(name))
        if self._chosen:
            menu.addSeparator()
            menu.addAction("Clear filters").triggered.connect(lambda _=False: self._clear_all())
        menu.aboutToHide.connect(menu.deleteLater)
        if self.more.ringed and menu.actions():
            menu.setActiveAction(menu.actions()[0])
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + self._look.px(4))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what is chosen or open, and the first others that need no further row."""
        needed = [name for name, chip in self.chips.items() if chip.active or name == self._open]
        most = max(1, self._rows(needed))
        shown = set(needed)
        for name in FILTERS[:_FIRST]:
            if self._rows([*shown, name]) > most:
                break
            shown.add(name)
        for name, chip in self.chips.items():
            chip.setVisible(name in shown)
        self.more.setVisible(len(shown) < len(FILTERS))
        self._flow.invalidate()
        self.updateGeometry()

    def _rows(self, names: Collection[str]) -> int:
        """Return how many rows the chips of these fields take, with "More" behind them."""
        gap, room = self._look.px(_GAP), self.width() - self._look.px(_MARGIN)
        rows, left = 1, room
        for chip in (*(chip for name, chip in self.chips.items() if name in names), self.more):
            width = chip.sizeHint().width()
            if left < room and left < width:
                rows, left = rows + 1, room
            left -= width + gap
        return rows
