"""A choice from a list that opens, with the window's own arrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy
from typing_extensions import override

from briefer.ui.paint import painting
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.menu import Menu


class Choice(QComboBox, Styled):
    """One of several; the wheel scrolls what is around and changes nothing."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the font from the look."""
        self._look.dress(self)
        self.setFont(self._look.font("control"))
        self.view().setFont(self._look.font("body"))

    @override
    def sizeHint(self) -> QSize:
        """Return the size: 34 px high."""
        return QSize(self._look.px(160), self._look.px(34))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area."""
        event.ignore()

    @override
    def showPopup(self) -> None:
        """Open the list as a menu like all others of the window."""
        menu = Menu(self._look, self)
        menu.setMinimumWidth(self.width())
        for row in range(self.count()):
            action = menu.addAction(self.itemText(row))
            action.setCheckable(True)
            action.setChecked(row == self.currentIndex())
            action.triggered.connect(lambda _=False, row=row: self._choose(row))
            if row == self.currentIndex():
                menu.setActiveAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(row)
        self.activated.emit(row)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over the field."""
        super().paintEvent(event)
        with painting(self) as painter:
            side = self._look.px(14)
            icon = self._look.icon("chevron-down", "text3", 14, dpr=self.devicePixelRatioF())
            x = self.width() - side - self._look.px(10)
            painter.drawPixmap(QPointF(x, (self.height() - side) / 2), icon)
