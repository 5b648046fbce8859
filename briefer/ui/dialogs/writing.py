"""A dialog that writes one thing: how far it is, a way to cancel, what was written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from briefer.errors import BrieferError, CancelledError
from briefer.ui.dialogs.export_parts import Bar
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.exporting import Order, Outcome, size_words, work_of
from briefer.ui.tasks import Change, Lane
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label


class WritingDialog(Sheet):
    """Writes what is ordered; it stays open over the window until that is done."""

    written = Signal(object)
    """The file or folder, after it was written."""
    left = Signal(object)
    """The change that goes on, after the dialog was closed over it."""

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, order: Order, *, lane: Lane[None]
    ) -> None:
        super().__init__(look, parent, title, order.target.name)
        self._order = order
        self._change: Change | None = Change(lane, work_of(order))
        self.now = Label(look, "Laying out slides", role="heading", wrap=True)
        self.bar = Bar(look)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(look.px(22), look.px(18), look.px(22), look.px(18))
        column.setSpacing(look.px(10))
        column.addWidget(self.now)
        column.addWidget(self.bar)
        column.addStretch(1)
        self.open_folder = Button(look, "Open folder", icon="folder-open", height=34)
        self.open_file = Button(look, "Open", icon="external-link", height=34)
        self.behind = Button(look, "Run in background", height=34)
        self.cancel = Button(look, "Cancel", height=34)
        self.done_button = Button(look, "Done", weight="primary", height=34)
        for button in (
            *(self.open_folder, self.open_file),
            *(self.behind, self.cancel, self.done_button),
        ):
            self.add_button(button)
        for button in (self.open_folder, self.open_file, self.done_button):
            button.hide()
        self.open_folder.clicked.connect(lambda: self._open(order.target.parent))
        self.open_file.clicked.connect(lambda: self._open(order.target))
        self.behind.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.finish)
        self.arrange(460)

    def start(self) -> None:
        """Begin to write, in a thread."""
        change = self._change
        if change is not None:
            change.progressed.connect(self.tell)
            change.finished.connect(self._finished)
            change.failed.connect(self._failed)
            change.start()

    def leave(self) -> None:
        """Close; what is written is told elsewhere from now on."""
        change, self._change = self._change, None
        if change is not None:
            change.progressed.disconnect(self.tell)
            change.finished.disconnect(self._finished)
            change.failed.disconnect(self._failed)
            self.left.emit(change)
        self.finish()

    def tell(self, done: int, total: int) -> None:
        """Show how far it is; a total of 0 is the layout."""
        self.bar.tell(done, total)
        if total:
            whole = done == total
            self.now.setText("Saving" if whole else f"Painting page {done + 1} of {total}")

    def _finished(self, outcome: Outcome) -> None:
        self._change = None
        self.bar.tell(1, 1)
        written = f"{outcome.report.slides} slides, {size_words(outcome.size)}"
        self._end(f"Written: {outcome.report.path.name} ({written})")
        self.open_folder.show()
        self.open_file.show()
        self.written.emit(outcome.report.path)

    def _failed(self, error: Exception) -> None:
        self._change = None
        if isinstance(error, CancelledError):
            self.finish()
            return
        self.bar.hide()
        self.now.set_tone("danger")
        expected = isinstance(error, BrieferError)
        self._end(str(error) if expected else "The export stopped. Nothing was written.")
        if not expected:
            raise error

    def _end(self, words: str) -> None:
        self.now.setText(words)
        self.now.setAccessibleName(words)
        self.cancel.hide()
        self.behind.hide()
        self.done_button.show()
        self.set_main(self.done_button)
        self.done_button.setFocus()
        self.arrange(460)

    @override
    def reject(self) -> None:
        """Cancel what is written; else close."""
        if self._change is not None:
            self._change.cancel()
        else:
            self.finish()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel what is written instead of closing over it."""
        if self._change is not None:
            self._change.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.now.setText(f"This computer has no program to open {path}.")
