"""A running job in one line: what it does, a thin bar, a cross to stop it."""

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


class JobRow(QWidget, Styled):
    """Shown only while a job runs."""

    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said = ""
        self.words = Line(look, role="meta", tone="text2")
        self.bar = _ThinBar(look)
        self.stop = Button(look, icon="x", weight="quiet", name="Cancel", height=24)
        self._row = QHBoxLayout(self)
        for widget in (self.words, self.bar, self.stop):
            self._row.addWidget(widget)
        self.stop.clicked.connect(self.cancelled)
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
        self._said = words
        self.words.set_text(words)
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

    def end(self, words: str = "") -> None:
        """Show no job any more; say how it ended where that is told."""
        self.hide()
        if words:
            announce(self, words)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the words out where room is short."""
        self.words.setVisible(not narrow)


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
