"""A splitter whose edge is moved by keys too: by hand a thin line, with the keyboard on it a grip.

In: the look, the name of what is made wider. Out: the moves that any splitter tells. Must not know:
what stands beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting, ring
from briefer.ui.theme import Look
from briefer.ui.widgets.announce import announce

_STEP, _LEAP = 16, 64
"""How far an arrow moves the edge, alone and with Shift, in px of the design."""
_GRIP_WIDTH, _GRIP_HEIGHT, _LINE = 24, 48, 3
_FAR = 100_000
_HOW = "Left and Right move it, with Shift further, Home and End as far as can be; Enter goes back."


class KeySplitter(QSplitter):
    """Panels side by side; `name` says whose width the edge between them changes."""

    left = Signal()
    """The keyboard is to go back from the edge."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.look = look
        self.name = name
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    @override
    def createHandle(self) -> QSplitterHandle:
        """Return an edge that takes keys."""
        return KeyHandle(self)

    @property
    def edge(self) -> QSplitterHandle | None:
        """The edge between the two panels, None where one of them is not seen."""
        handle = self.handle(1) if self.count() > 1 else None
        return handle if handle is not None and handle.isVisible() else None


class KeyHandle(QSplitterHandle):
    """The edge: arrows move it, Enter and Escape leave it."""

    def __init__(self, splitter: KeySplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._splitter = splitter
        self._grip: _Grip | None = None
        self.setAccessibleName(splitter.name)
        self.setAccessibleDescription(_HOW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the edge, or go back."""
        key, px = event.key(), self._splitter.look.px
        step = px(_LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP)
        moves = {
            Qt.Key.Key_Left: -step,
            Qt.Key.Key_Right: step,
            Qt.Key.Key_Home: -_FAR,
            Qt.Key.Key_End: _FAR,
        }
        if key in moves:
            self.moveSplitter(
                self.closestLegalPosition(self.x() + self._inset + moves[Qt.Key(key)])
            )
            self._tell()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self._splitter.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _inset(self) -> int:
        """How far the line is from the edge's own left side: Qt makes thin edges wider to grab."""
        return self.contentsMargins().left()

    def _tell(self) -> None:
        left, right = self._splitter.sizes()[:2]
        scale = self._splitter.look.scale
        sizes = [f"{round(size * 100 / scale)}" for size in (left, right)]
        announce(self, f"{self._splitter.name}: {' and '.join(sizes)}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with painting(self) as painter:
            painter.fillRect(self.contentsRect(), self._splitter.look.color("border"))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the grip."""
        super().focusInEvent(event)
        self._grip = _Grip(self._splitter.look, self)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be a thin line again."""
        super().focusOutEvent(event)
        if self._grip is not None:
            self._grip.hide()
            self._grip.deleteLater()
            self._grip = None


class _Grip(QWidget):
    """What shows that the keyboard is on an edge: over the panels on both sides."""

    def __init__(self, look: Look, edge: QSplitterHandle) -> None:
        super().__init__(edge.window())
        self._look = look
        self._edge = edge
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        edge.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the edge goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return False

    def _place(self) -> None:
        middle = self._edge.mapTo(self._edge.window(), QPoint(self._edge.width() // 2, 0))
        width = self._look.px(_GRIP_WIDTH)
        self.setGeometry(QRect(middle.x() - width // 2, middle.y(), width, self._edge.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            line = QRectF(area.center().x() - _LINE / 2, 0, _LINE, area.height())
            painter.fillRect(line, look.color("focus"))
            high = px(_GRIP_HEIGHT)
            grip = QRectF(0, area.center().y() - high / 2, area.width(), high)
            box(painter, grip, px(8), fill=look.color("raised"))
            ring(painter, grip, px(8), look.color("focus"))
            icon = look.icon("arrows-horizontal", "text", 16, dpr=self.devicePixelRatioF())
            at = grip.center() - QRectF(0, 0, px(16), px(16)).center()
            painter.drawPixmap(at, icon)
