"""The frame that all dialogs share: heading, body, footer with buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefer.ui.paint import box, painting
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.surface import Surface

_MARGIN = 12
_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded


class Sheet(QDialog):
    """A dialog of the window: Escape closes it, Enter presses the main button."""

    def __init__(self, look: Look, parent: QWidget | None, title: str, subtitle: str = "") -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._main: Button | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)  # for the line around all of it
        whole.setSpacing(0)
        head = Surface(look, "panel", edges="b")
        column = QVBoxLayout(head)
        column.addWidget(Label(look, title, role="title"))
        self.subtitle = Line(look, subtitle, role="meta", tone="text2")
        self.subtitle.setVisible(bool(subtitle))
        column.addWidget(self.subtitle)
        self.body = Surface(look, "panel")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self.body)
        self.body.setAutoFillBackground(False)  # setting it as the widget switched that on
        self.body.installEventFilter(self)
        self._head, self._titles = head, column
        self._foot = Surface(look, "app", edges="t")
        self.footer = QHBoxLayout(self._foot)
        self.footer.addStretch(1)
        whole.addWidget(head)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._foot)
        self._take_margins()

    def _take_margins(self) -> None:
        """Take the margins of head and foot from the look."""
        px = self.look.px
        self._titles.setContentsMargins(px(22), px(14), px(22), px(14))
        self._titles.setSpacing(px(2))
        self.footer.setContentsMargins(px(22), px(12), px(22), px(12))
        self.footer.setSpacing(px(8))

    def arrange(self, width: int, height: int = 0) -> None:
        """Take a size in px of the design, the height that of the content if not given.

        No dialog is larger than its window or screen; what does not fit scrolls.
        """
        self.look.dress(self)
        px, parent = self.look.px, self.parentWidget()
        self._take_margins()
        room = self.screen().availableSize()
        if parent is not None:
            room = room.boundedTo(parent.window().size())
        wide = min(px(width), room.width() - 2 * _MARGIN)
        body = self.body.layout()
        self._bound(wide - 2)
        content = self.body.sizeHint().height()
        if body is not None and body.hasHeightForWidth():
            content = body.totalHeightForWidth(wide - 2)
        frame = self._head.sizeHint().height() + self._foot.sizeHint().height()
        high = min(px(height) or content + frame + 2, room.height() - 2 * _MARGIN)
        self.setMinimumSize(min(wide, px(320)), min(high, px(160)))
        self.resize(wide, high)

    def _bound(self, width: int) -> None:
        """Let the body scroll only where its words, broken for a width in px, have no room.

        Left to itself the scroll area goes by the height that wrapped words would like, which is
        that of a narrower column, and scrolls where nothing is hidden.
        """
        body = self.body.layout()
        if body is not None and body.hasHeightForWidth():
            body.activate()  # or what was shown just now is not measured
            needed = body.totalMinimumHeightForWidth(width)
            self.body.setMinimumHeight(needed)
            if needed <= self._area.maximumViewportSize().height():
                self._drop_bar()

    def _drop_bar(self) -> None:
        """Take the scroll bar away that stays because the words need more room beside it.

        Qt measures them at the width that the bar leaves, and so never finds that it can go.
        """
        if self._area.verticalScrollBar().isVisible():
            for policy in (Qt.ScrollBarPolicy.ScrollBarAlwaysOff, _AS_NEEDED):
                self._area.setVerticalScrollBarPolicy(policy)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._bound(self._area.maximumViewportSize().width())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure the body again when something in it changed."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.body:
            self._bound(self._area.maximumViewportSize().width())
        return super().eventFilter(watched, event)

    def add_button(self, button: Button, *, main: bool = False) -> Button:
        """Add a button at the right; the main one is pressed by Enter."""
        self.footer.addWidget(button)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if main:
            self._main = button
        return button

    def set_main(self, button: Button) -> None:
        """Have Enter press another button."""
        self._main = button

    def press_main(self) -> None:
        """Press the main button, if it is there to be pressed."""
        if self._main is not None and self._main.isVisible() and self._main.isEnabled():
            self._main.click()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Have what came into the dialog meanwhile wear the look's style sheets."""
        self.look.dress(self)
        super().showEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line around the dialog: not every desktop frames it, and not in every theme."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.color("panel"))
            box(painter, QRectF(self.rect()), 0, line=self.look.color("border_strong"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with the focus, else the main one, with Enter; Space ticks boxes."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and not focused.isCheckable():
            focused.click()
        else:
            self.press_main()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a part of the body is seen."""
        self._area.ensureWidgetVisible(widget, 0, self.look.px(12))

    def finish(self) -> None:
        """Close the dialog, its work done."""
        self.done(QDialog.DialogCode.Accepted)
