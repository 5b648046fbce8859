"""What the user is told when something goes wrong.

In: exceptions. Out: one dialog at a time: for a `BrieferError` its message and the next step, for
anything else the plain cause, the log's place and that the work is safe. Must not know: panels.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer import __version__
from briefer.errors import BrieferError, CancelledError
from briefer.faults import told
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.paint import box, painting
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

_LOG = logging.getLogger("briefer.ui")

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Reporter(QObject):
    """Shows errors over a window; nobody is told the same twice at a time."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._shown: dict[str, ErrorDialog] = {}

    def show(self, error: Exception) -> None:
        """Show an error; what is no `BrieferError` is a bug and is logged."""
        if isinstance(error, CancelledError):
            return
        if not isinstance(error, BrieferError):
            _LOG.critical("Unexpected fault", exc_info=error)
        message = str(error)
        if message in self._shown:
            self._shown[message].raise_()
            return
        dialog = ErrorDialog(self._look, self._window, error)
        self._shown[message] = dialog
        dialog.finished.connect(lambda _: self._shown.pop(message, None))
        dialog.open()

    def install(self) -> Hook:
        """Take what nobody catches; return the hook that did so before and is still called."""
        before: Hook = sys.excepthook

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            before(kind, error, trace)
            if isinstance(error, Exception):
                self.show(error)

        sys.excepthook = hook
        return before


class ErrorDialog(Sheet):
    """One error: what happened, the next step, and on demand the details."""

    def __init__(self, look: Look, parent: QWidget | None, error: Exception) -> None:
        expected = isinstance(error, BrieferError)
        title = "That did not work" if expected else "Something unexpected happened"
        super().__init__(look, parent, title)
        self._details = details_of(error)
        px = look.px
        row = QHBoxLayout(self.body)
        row.setContentsMargins(px(22), px(18), px(22), px(18))
        row.setSpacing(px(14))
        row.addWidget(Disc(look), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(6))
        row.addLayout(column, 1)
        self.message = Label(look, _message(error), role="heading", wrap=True)
        self.hint = Label(look, _hint(error), tone="text2", wrap=True)
        self._text = QPlainTextEdit(self._details)
        look.dress(self._text)
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Details")
        self._text.setFixedHeight(px(150))
        self._text.hide()
        for widget in (self.message, self.hint, self._text):
            column.addWidget(widget)
        column.addStretch(1)
        if self._details:
            self.more = Button(look, "Details", weight="quiet")
            self.more.clicked.connect(self._toggle)
            self.footer.insertWidget(0, self.more)
            copy = Button(look, "Copy report", weight="secondary")
            copy.clicked.connect(self._copy)
            self.add_button(copy)
        close = Button(look, "OK" if expected else "Continue", weight="primary", height=34)
        close.clicked.connect(self.finish)
        self.add_button(close, main=True)
        self.arrange(480)

    def _toggle(self) -> None:
        self._text.setVisible(not self._text.isVisible())
        self.arrange(620)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"Briefer {__version__}\n{self._details}")


class Disc(QWidget):
    """A red disc with a sign: something went wrong."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(36), look.px(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        look, side = self._look, self.width()
        with painting(self) as painter:
            line = look.color("danger") if look.shown == "contrast" else None
            area = QRectF(0, 0, side, side)
            box(painter, area, side / 2, fill=look.color("danger_tint"), line=line)
            icon = look.icon("alert-triangle", "danger", 20, dpr=self.devicePixelRatioF())
            painter.drawPixmap(look.px(8), look.px(7), icon)


def details_of(error: Exception) -> str:
    """Return what a report of an error says: of a bug where it happened, and no words."""
    if isinstance(error, BrieferError):
        return error.details
    return told(error)


def _message(error: Exception) -> str:
    if isinstance(error, BrieferError):
        return error.message
    return f"Briefer met a fault of its own ({type(error).__name__}: {error})."


def _hint(error: Exception) -> str:
    if isinstance(error, BrieferError):
        return error.hint
    return (
        "Your briefing is saved and nothing was lost. You can go on working. The details are in "
        "the log; it and the report hold no words of your briefing or library, and no paths."
    )
