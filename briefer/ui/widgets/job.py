"""A running job in one line: what it does, a thin bar, a cross to stop it; then how it ended."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Line

_LONGEST = 46
"""Characters shown of what a job does and how it ended."""


class JobRow(QWidget, Styled):
    """Shown while a job runs, and after it until the user has seen what was written."""

    cancelled = Signal()
    open_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said = ""
        self._narrow = self._ended = False
        self.words = Line(look, role="meta", tone="text2")
        self.bar = _ThinBar(look)
        self.stop = Button(look, icon="x", weight="quiet", name="Cancel", height=24)
        self._row = QHBoxLayout(self)
        self.open_file = Button(look, "Open", weight="quiet", height=24)
        self.open_folder = Button(
            look, icon="folder-open", weight="quiet", name="Show in folder", height=24
        )
        for widget in (self.words, self.bar, self.open_file, self.open_folder, self.stop):
            self._row.addWidget(widget)
        for way, wanted in (
            (self.open_file, self.open_wanted),
            (self.open_folder, self.folder_wanted),
        ):
            way.clicked.connect(self.hide)
            way.clicked.connect(wanted)
        self.stop.clicked.connect(self._stop)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.hide()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(8))

    def begin(self, words: str) -> None:
        """Show that a job began, in words such as "Exporting"."""
        self._said, self._ended = _short(words), False
        self.words.set_text(self._said)
        self.words.setToolTip(words)
        self._fit(openable=False)
        self.stop.setAccessibleName(f"Cancel: {words}")
        self.stop.setToolTip(self.stop.accessibleName())
        self.bar.tell(0, 0)
        self.show()
        announce(self, words)

    def tell(self, done: int, total: int) -> None:
        """Show that `done` of `total` steps are behind us; a total of 0 is not known yet."""
        percent = f" {100 * done // total} %" if total else ""
        self.words.set_text(f"{self._said}{percent}")
        self.bar.tell(done, total)

    def end(self, words: str = "", *, openable: bool = False) -> None:
        """Show no job any more; say how it ended where that is told.

        What can be opened is offered until the user did so or closed the row.
        """
        self._ended = True
        self.setVisible(openable)
        if openable:
            self._said = words
            self.words.setToolTip(words)
            self.stop.setAccessibleName("Close")
            self.stop.setToolTip("Close")
            self.open_file.setAccessibleDescription(words)
            self._fit(openable=True)
        if words:
            announce(self, words)

    def set_narrow(self, narrow: bool) -> None:
        """Shorten the words where room is short."""
        self._narrow = narrow
        self._fit(openable=self._ended)

    def _fit(self, *, openable: bool) -> None:
        """Leave out what a running job has no room for; of how it ended the first word stays."""
        self.words.setVisible(openable or not self._narrow)
        if openable:
            told = self._said.split(" ", 1)[0] if self._narrow else _short(self._said)
            self.words.set_text(told)
        self.bar.setVisible(not openable)
        self.open_file.setVisible(openable)
        self.open_folder.setVisible(openable)

    def _stop(self) -> None:
        """Stop the job, or with none close the row."""
        if self._ended:
            self.hide()
        else:
            self.cancelled.emit()


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


class _ThinBar(QWidget, Styled):
    """How far a job is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.restyle()

    def tell(self, done: int, total: int) -> None:
        self._share = done / total if total else 0.0
        self.setAccessibleName(f"{round(self._share * 100)} percent done")
        self.update()

    @override
    def restyle(self) -> None:
        self.setFixedSize(self._look.px(90), self._look.px(5))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, area = self._look, QRectF(self.rect())
        with painting(self) as painter:
            radius = area.height() / 2
            line = look.color("border_strong") if look.shown == "contrast" else None
            box(painter, area, radius, fill=look.color("pressed"), line=line)
            done = QRectF(area.left(), area.top(), area.width() * self._share, area.height())
            box(painter, done, radius, fill=look.color("accent_solid"))
