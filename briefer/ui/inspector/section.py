"""A titled part of the inspector that folds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import RIGHT, painting, ring, text
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.labels import Rule
from briefer.ui.widgets.ringed import RingedButton


class Section(QWidget, Styled):
    """A heading with a count at its right over a column of widgets."""

    def __init__(self, look: Look, title: str, *, ruled: bool = True, opened: bool = True) -> None:
        super().__init__()
        self._look = look
        self.heading = _Heading(look, title)
        self.heading.setChecked(opened)
        self._body = QWidget()
        self._body.setVisible(opened)
        self.column = QVBoxLayout(self._body)
        self._rule = Rule(look)
        self._rule.setVisible(ruled)
        self._outer = QVBoxLayout(self)
        for widget in (self._rule, self.heading, self._body):
            self._outer.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.heading.toggled.connect(self._body.setVisible)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(px(4))
        self.column.setContentsMargins(px(14), 0, px(14), px(12))
        self.column.setSpacing(px(6))

    def set_empty(self, empty: bool) -> None:
        """Have nothing under the heading."""
        self._body.setVisible(not empty and self.heading.isChecked())
        self.heading.setEnabled(not empty)

    def set_count(self, words: str) -> None:
        """Show a few words at the right of the heading."""
        self.heading.set_count(words)

    def clear(self) -> None:
        """Remove all widgets of the column."""
        clear(self.column)


def clear(column: QVBoxLayout) -> None:
    """Remove and delete all widgets of a column."""
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class _Heading(RingedButton, Styled):
    """The button that folds a section."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
        self._count = ""
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, words: str) -> None:
        self._count = words
        self.setAccessibleName(f"{self.text()}, {words}" if words else self.text())
        self.update()

    @override
    def restyle(self) -> None:
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            name = "chevron-down" if self.isChecked() else "chevron-right"
            icon = look.icon(name, "text3", 14, dpr=self.devicePixelRatioF())
            painter.drawPixmap(px(13), round((area.height() - px(14)) / 2), icon)
            room = area.adjusted(px(34), 0, -px(14), 0)
            text(painter, room, self.text(), look.font("heading"), look.color("text"))
            text(painter, room, self._count, look.font("meta"), look.color("text2"), align=RIGHT)
            if self.ringed:
                ring(painter, area.adjusted(px(6), 1, -px(6), -1), px(6), look.color("focus"))
