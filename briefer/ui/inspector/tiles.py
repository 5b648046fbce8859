"""The tiles of layouts: radio buttons that show a diagram over a label, one Tab stop for all.

In: a kind and its layouts. Out: `chosen` with the value that the user chose. Must not know: cards.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from briefer.compose.choices import ChoiceValue
from briefer.ui.inspector.diagrams import paint_diagram
from briefer.ui.paint import CENTER, box, line_height, painting, ring, text
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton

_PICTURE, _GAP = 44, 5
_NARROWEST, _WIDEST = 56, 108


class Tile(RingedButton, Styled):
    """A layout: its diagram in a box, its label below; `left` is sent when the keyboard leaves."""

    left = Signal()

    def __init__(self, look: Look, kind: str, value: ChoiceValue) -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self.value = value.value
        self.setText(value.label)
        self.setAccessibleName(value.label)
        self.setToolTip(value.label)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the widest size from the look."""
        self.setMaximumWidth(self._look.px(_WIDEST))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the box and of the label below it."""
        px = self._look.px
        label = line_height(self._look.font("meta_strong"))
        return QSize(px(_NARROWEST), px(_PICTURE) + px(_GAP) + label)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size at which a diagram can still be told."""
        return QSize(self._look.px(40), self.sizeHint().height())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard left."""
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the diagram and the label."""
        look, px, on = self._look, self._look.px, self.isChecked()
        with painting(self) as painter:
            area = QRectF(self.rect())
            frame = QRectF(0, 0, area.width(), px(_PICTURE))
            fill = "selected" if on else "hover" if self.underMouse() else "field"
            line = "selected_border" if on else "border_strong"
            width = 2.0 if on else 1.0
            box(painter, frame, px(6), fill=look.color(fill), line=look.color(line), width=width)
            room = frame.adjusted(px(7), px(7), -px(7), -px(7))
            ink, panel = ("accent", "border_strong") if on else ("text2", "border_strong")
            colors = {"ink": look.color(ink), "panel": look.color(panel)}
            paint_diagram(painter, room, self._kind, self.value, **colors)
            if self.ringed:
                ring(
                    painter,
                    frame.adjusted(px(3), px(3), -px(3), -px(3)),
                    px(4),
                    look.color("focus"),
                )
            label = area.adjusted(0, px(_PICTURE) + px(_GAP), 0, 0)
            font = look.font("meta_strong" if on else "meta")
            text(painter, label, self.text(), font, look.color("text"), align=CENTER)


class Tiles(QWidget, Styled):
    """Up to four tiles side by side; arrows move between them, and choose."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, *, name: str) -> None:
        super().__init__()
        self._look = look
        self._told = ""
        self._of: tuple[str, Sequence[ChoiceValue]] | None = None
        self.tiles: dict[str, Tile] = {}
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(8))

    def show_values(self, kind: str, values: Sequence[ChoiceValue], value: str) -> None:
        """Show the tiles of a kind's layouts, one of them or none ("") chosen, without telling."""
        if self._of != (kind, values):
            self._make(kind, values)
        self._told = value
        for tile in self.tiles.values():
            on = tile.value == value
            if tile.isChecked() != on:
                # An exclusive button cannot be unchecked, not even where none is to be checked.
                tile.setAutoExclusive(False)
                tile.setChecked(on)
                tile.setAutoExclusive(True)
        if not value:
            for tile in self.tiles.values():
                tile.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _make(self, kind: str, values: Sequence[ChoiceValue]) -> None:
        self._of = (kind, values)
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.tiles = {value.value: Tile(self._look, kind, value) for value in values}
        for tile in self.tiles.values():
            self._row.addWidget(tile, 1)
            tile.toggled.connect(lambda on, value=tile.value: self._toggled(value, on=on))
            tile.left.connect(self._leave)
        self._row.addStretch(0)

    def _toggled(self, value: str, *, on: bool) -> None:
        if on and value != self._told:
            self._told = value
            self.chosen.emit(value)

    def _leave(self) -> None:
        if not any(tile.hasFocus() for tile in self.tiles.values()):
            self.left.emit()
