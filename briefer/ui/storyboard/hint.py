"""The pill that says what letting go would do, and the field of a storyboard without slides."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import CENTER, box, painting, text
from briefer.ui.storyboard.dropping import Drops
from briefer.ui.storyboard.rows import Drop
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.labels import Line

_RIGHT = 10
"""Distance of the pill from the right edge, in px of the design."""


class Hint(QWidget, Styled):
    """The dark pill; it lies over the right of the storyboard's heading."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = Line(look, role="meta_strong", tone="on_hint")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))

    @property
    def words(self) -> str:
        """What is said, "" while nothing is."""
        return "" if self.isHidden() else self._words.words

    def tell(self, words: str) -> None:
        """Show words, or nothing."""
        self.setVisible(bool(words))
        if not words:
            return
        self._words.set_text(words)
        parent, px = self.parentWidget(), self._look.px
        if parent is not None:
            size = self.sizeHint()
            width = min(size.width(), parent.width() - 2 * px(_RIGHT))
            left = parent.width() - width - px(_RIGHT)
            self.setGeometry(left, px(5), width, size.height())
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        with painting(self) as painter:
            box(painter, QRectF(self.rect()), self._look.px(6), fill=self._look.color("hint"))


class EmptyStrip(QWidget, Styled):
    """The dashed field of a storyboard without slides; cards can be dropped on it."""

    def __init__(self, look: Look, drops: Drops) -> None:
        super().__init__()
        self._look = look
        self._drops = drops
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName("Drag cards here, or press Enter on a card")

    @override
    def restyle(self) -> None:
        """Nothing but a repaint is needed."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect()).adjusted(px(14), px(2), -px(14), -px(10))
            painter.setBrush(look.color("accent_tint" if self._over else "panel"))
            tone = look.color("accent" if self._over else "control")
            painter.setPen(QPen(tone, 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(area, px(8), px(8))
            words = "Drag cards here, or press Enter on a card in the library"
            text(painter, area, words, look.font("control"), look.color("text2"), align=CENTER)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take records and slides."""
        if self._drops.takes(event.mimeData()):
            self._show_over(over=True)
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere."""
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._show_over(over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Add the first slide."""
        self._show_over(over=False)
        if self._drops.drop(event.mimeData(), Drop(0)):
            event.acceptProposedAction()

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.update()
