"""A list whose rows are painted: what all of them set, and the ground of a row.

In: a look, a model. Out: a list to derive from. Must not know: what the rows say.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from briefer.ui.paint import box, line_height, ring
from briefer.ui.theme import Look, Styled


class PaintedList(QListView, Styled):
    """A list of one choice, without a frame, that is measured anew after a change of the look."""

    def __init__(self, look: Look, model: QAbstractItemModel, name: str) -> None:
        """Show the rows of a model; `name` is what assistive programs call the list."""
        super().__init__()
        self.look = look
        self.ringing = False
        """Whether a ring shows where the keyboard is."""
        self.setModel(model)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        look.dress(self)

    @override
    def restyle(self) -> None:
        """Measure the rows anew."""
        self.scheduleDelayedItemsLayout()

    @property
    def row(self) -> int:
        """The current row, -1 where none is."""
        return self.currentIndex().row()


def two_lines(look: Look) -> int:
    """Return the height in px of a row of two lines: a name, and what is known of it."""
    return line_height(look.font("control")) + line_height(look.font("meta")) + look.px(14)


def paint_ground(
    painter: QPainter, view: PaintedList, area: QRectF, option: QStyleOptionViewItem
) -> None:
    """Paint what lies behind a row: the choice, the ring of the keyboard, the pointer over it."""
    look, px = view.look, view.look.px
    if option.state & QStyle.StateFlag.State_Selected:
        line = look.color("selected_border") if look.shown == "contrast" else None
        box(painter, area, px(6), fill=look.color("selected"), line=line)
        if view.ringing and view.hasFocus():
            ring(painter, area, px(6), look.color("focus"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        box(painter, area, px(6), fill=look.color("hover"))
