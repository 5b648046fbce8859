"""What stands beside the search over the network: kinds of actors, neighbours, arrangements.

In: the look, counts. Out: clicks. Must not know: the network.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.network.arranging import ARRANGEMENTS
from briefer.ui.network.kinds import ACTOR_KINDS
from briefer.ui.network.overlays import KindChip
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.menu import Menu


class NetworkTools(QWidget, Styled):
    """Chips at the left, buttons at the right; words give way where room is short."""

    kinds_changed = Signal()
    way_chosen = Signal(str)
    reset_wanted = Signal()
    """Actors that were moved are to stand where they would."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.chips = {name: KindChip(look, kind) for name, kind in ACTOR_KINDS.items()}
        self.neighbours = Button(look, "Neighbors", icon="topology-star", weight="quiet")
        self.neighbours.setCheckable(True)
        self.neighbours.setChecked(True)
        self.arrange = Button(look, "Arrange", icon="affiliate", trailing="chevron-down")
        self.menu = Menu(look, self.arrange)
        self.ways = QActionGroup(self)
        for way in ARRANGEMENTS:
            action = QAction(way.words, self.ways)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, name=way.name: self.way_chosen.emit(name))
            self.menu.addAction(action)
        self.menu.addSeparator()
        self.reset = self.menu.addAction("Put moved actors back")
        self.reset.setEnabled(False)
        self.reset.triggered.connect(lambda _=False: self.reset_wanted.emit())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for chip in self.chips.values():
            self._row.addWidget(chip)
            chip.clicked.connect(self.kinds_changed)
        self._row.addStretch(1)
        self._row.addWidget(self.neighbours)
        self._row.addWidget(self.arrange)
        self.arrange.clicked.connect(self._open_menu)
        self.show_way(ARRANGEMENTS[0].name)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        self._row.setSpacing(self._look.px(6))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where room is short."""
        super().resizeEvent(event)
        self._fit()

    def kinds(self) -> frozenset[str]:
        """Return the kinds of actors that are wanted; none means all."""
        return frozenset(name for name, chip in self.chips.items() if chip.isChecked())

    def clear_kinds(self) -> None:
        """Want all kinds of actors."""
        on = [chip for chip in self.chips.values() if chip.isChecked()]
        for chip in on:
            chip.setChecked(False)
        if on:
            self.kinds_changed.emit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many actors of each kind there are; kinds without any are off and hidden."""
        for name, chip in self.chips.items():
            chip.set_count(counts.get(name, 0))
            chip.setVisible(bool(counts.get(name)))
            if not counts.get(name):
                chip.setChecked(False)
        self._fit()

    def show_way(self, name: str) -> None:
        """Tick an arrangement."""
        for action, way in zip(self.ways.actions(), ARRANGEMENTS, strict=True):
            action.setChecked(way.name == name)

    def _fit(self) -> None:
        giving_way = (self.arrange, self.neighbours)
        for count in range(len(giving_way) + 2):
            for button in giving_way:
                button.set_narrow(button in giving_way[:count])
            for chip in self.chips.values():
                chip.set_narrow(count > len(giving_way))
            if self._wanted() <= self.width():
                break
        self.neighbours.setToolTip("Network slides take the neighbors too (N)")
        self.arrange.setToolTip("Arrange the actors by forces, in layers or in a circle")

    def _wanted(self) -> int:
        shown = [chip for chip in self.chips.values() if not chip.isHidden()]
        buttons = (*shown, self.neighbours, self.arrange)
        widths = sum(button.sizeHint().width() for button in buttons)
        return widths + self._look.px(6) * (len(buttons) + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size with icons alone."""
        count = 2 + sum(not chip.isHidden() for chip in self.chips.values())
        return QSize(self._look.px(52) * count, self._look.px(30))

    def _open_menu(self) -> None:
        self.menu.popup(self.arrange.mapToGlobal(QPoint(0, self.arrange.height())))
