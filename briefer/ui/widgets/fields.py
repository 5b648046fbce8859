"""Text fields that grow with their words and leave undo to the briefing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.paint import line_height
from briefer.ui.theme import Look, Styled

_MOST_LINES = 7


class NativeUndoOff(QObject):
    """Hands Undo and Redo typed in a field to the window, whose steps hold the typing as well.

    Qt gives every text field an undo of its own that would take the keys first.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window's shortcuts have the keys of Undo and Redo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            if event.matches(standard.Undo) or event.matches(standard.Redo):
                event.ignore()
                return True
        return False


class WordsField(QPlainTextEdit, Styled):
    """Words on as many lines as they need; `edited` is sent while typing.

    With `lines` Enter starts a new line; else it ends the editing.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, *, lines: bool = False) -> None:
        super().__init__()
        self._look = look
        self._lines = lines
        self._loading = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._undo = NativeUndoOff(self)
        self.textChanged.connect(self._changed)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the font from the look."""
        self._look.dress(self)
        self.setFont(self._look.font("body"))
        self._fit()

    def show_words(self, words: str) -> None:
        """Show words that come from the briefing; the cursor stays where it can."""
        if words == self.toPlainText():
            return
        self._loading = True
        position = self.textCursor().position()
        self.setPlainText(words)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(words)))
        self.setTextCursor(cursor)
        self._loading = False
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the editing with Enter where a field has no lines, and with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._lines:
            self.left.emit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew and fit."""
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        """Return the height of the words."""
        return QSize(self._look.px(200), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the height of the words at any width."""
        return QSize(self._look.px(80), self._height())

    def _changed(self) -> None:
        words = self.toPlainText()
        if not self._lines and "\n" in words:
            self.show_words(" ".join(words.split()))
            words = self.toPlainText()
        self._fit()
        if not self._loading:
            self.edited.emit(words)

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        # A plain text document's size is its width and its count of lines.
        lines = min(max(1, round(self.document().size().height())), _MOST_LINES)
        spacing = self.fontMetrics().lineSpacing()
        return max(
            lines * spacing
            + round(self.document().documentMargin() * 2)
            + self._look.px(3) * 2
            + 4,
            line_height(self._look.font("body")) + self._look.px(16),
        )
