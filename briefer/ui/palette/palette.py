"""The palette itself: a field and a list over the window; it goes away as soon as it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting, shadow, text
from briefer.ui.palette.entries import Entry
from briefer.ui.palette.view import PaletteModel, PaletteView
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.labels import Line, Rule

_WIDE, _HIGH, _TOP = 660, 480, 96
"""Width, greatest height and distance from the top, in px of the design."""
_HINT = "> commands   # slides   @ actors"
_FOOT = "↑↓ move     Enter run     Ctrl Enter add to briefing     Esc close"
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QWidget, Styled):
    """Covers the window so that a click beside it closes it."""

    typed = Signal(str)
    chosen = Signal(object, bool)
    """An entry, and whether it is to be added to the briefing instead of run."""
    closed = Signal(bool)
    """Whether it had the keyboard until then."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self.setAccessibleName("Commands")
        self.model = PaletteModel(self)
        self.card = _Card(look, self)
        self.field = _Field(look)
        self.list = PaletteView(look, self.model)
        self.none = Line(look, tone="text2")
        self._hint = Line(look, _HINT, role="meta", tone="text2")
        self._foot = Line(look, _FOOT, role="meta", tone="text2")
        self._lay_out()
        self._connect()
        self.restyle()
        self.hide()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self.card)
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._hint)
        self._below = QHBoxLayout()
        self._below.addWidget(self._foot)
        self._column.addLayout(self._row)
        self._column.addWidget(Rule(self._look))
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.none)
        self._column.addWidget(Rule(self._look))
        self._column.addLayout(self._below)

    def _connect(self) -> None:
        self._window.installEventFilter(self)
        self.field.textChanged.connect(self.typed)
        self.field.left.connect(self.close_soon)
        self.field.moved.connect(self.list.step)
        self.field.leapt.connect(self.list.leap)
        self.field.entered.connect(self._choose)
        self.field.escaped.connect(self.leave)
        self.list.clicked.connect(lambda _: self._choose(False))

    @override
    def restyle(self) -> None:
        """Take fonts and margins from the look."""
        px = self._look.px
        self.field.setFont(self._look.font("title"))
        self.field.setMinimumHeight(px(50))
        self._row.setContentsMargins(px(44), 0, px(16), 0)
        self._row.setSpacing(px(10))
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.none.setContentsMargins(0, 0, 0, 0)
        self._below.setContentsMargins(px(18), px(8), px(18), px(8))
        self.place()

    def open(self, typed: str = "") -> None:
        """Show the palette with the cursor in its field."""
        self.show()
        self.raise_()
        self.field.setText(typed)
        self.typed.emit(typed)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hide the palette."""
        if self.isVisible():
            had = self.field.hasFocus()
            self.hide()
            self.closed.emit(had)

    def close_soon(self) -> None:
        """Hide the palette once whatever took the focus is done with it."""
        QTimer.singleShot(0, self._leave_unless_back)

    def _leave_unless_back(self) -> None:
        if not self.field.hasFocus():
            self.leave()

    def tell(self, words: str) -> None:
        """Choose the first entry; say how many there are, or the words where there are none."""
        some = self.model.rowCount() > 0
        self.list.setVisible(some)
        self.none.setVisible(not some)
        self.none.set_text(words)
        if some:
            self.list.first()
        count = sum(line.ranked is not None for line in self.model.lines)
        announce(self.list, f"{count} found" if some else words)
        self.place()

    def place(self) -> None:
        """Take the room that the window has, at the top of the stage."""
        px, window = self._look.px, self._window
        self.setGeometry(window.rect())
        gap = px(8)
        width = min(px(_WIDE), window.width() - 2 * gap)
        top = min(px(_TOP), max(gap, window.height() // 6))
        self._hint.setVisible(width >= px(560))
        head = px(50) + self._foot.sizeHint().height() + px(16) + 4
        body = self.list.wanted_height() + px(8) if self.model.rowCount() else px(56)
        self.none.setFixedHeight(px(56))
        self.none.setContentsMargins(px(18), 0, px(18), 0)
        height = min(head + body, px(_HIGH), window.height() - top - gap)
        self.card.setGeometry((window.width() - width) // 2, top, width, height)

    def _choose(self, adding: bool) -> None:
        entry = self.list.chosen
        if entry is None:
            return
        if entry.why_not and not adding:
            announce(self.list, entry.why_not)
            return
        if adding and entry.add is None:
            announce(self.list, "Only records can be added to the briefing.")
            return
        self.leave()
        self.chosen.emit(entry, adding)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep over the window as its size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close with a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab in the palette."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadow of the card."""
        if self._look.shown != "contrast":
            with painting(self) as painter:
                area = QRectF(self.card.geometry())
                shadow(painter, area, blur=24, drop=10, strength=0.45)


class _Card(QWidget):
    """The box around field and list."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect())
            line = look.color("border_strong")
            box(painter, area, px(10), fill=look.color("raised"), line=line)
            icon = look.icon("search", "accent", 18, dpr=self.devicePixelRatioF())
            painter.drawPixmap(px(18), px(25) - px(9) + 1, icon)


class _Field(QLineEdit):
    """What is looked for; the keys that move in the list go there."""

    moved = Signal(int)
    leapt = Signal(int)
    entered = Signal(bool)
    escaped = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("palette-field")
        self.setAccessibleName("Find a command, slide or record")
        self.setFrame(False)
        self.setProperty("plain", True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, run what is chosen, close; else type."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        leaps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key in leaps:
            self.leapt.emit(leaps[Qt.Key(key)])
        elif key in _ENTERS:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self.left.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and what can be typed where there are none."""
        super().paintEvent(event)
        if not self.text():
            with painting(self) as painter:
                words = "Find a command, slide or record"
                color = self._look.color("text3")
                text(painter, QRectF(self.rect()).adjusted(2, 0, 0, 0), words, self.font(), color)


def entry_of(given: object) -> Entry:
    """Return what `chosen` carries."""
    assert isinstance(given, Entry)
    return given
