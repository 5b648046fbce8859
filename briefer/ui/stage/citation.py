"""What stands behind a citation marker: a popover with the citation in full and its record.

In: references and records. Out: which record is to be opened. Must not know: the slide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.content import Reference
from briefer.records.base import Ref
from briefer.ui.paint import box, painting
from briefer.ui.quoted.states import Stated
from briefer.ui.quoted.view import QuotationView
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label

_WIDTH, _WIDEST = 400, 720
_MOST_QUOTED = 2


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as told in the popover: its reference, and the record that carries it.

    `stated` are the quotations that rest on it.
    """

    reference: Reference
    record: Ref
    label: str
    verbatim: bool = False
    stated: tuple[Stated, ...] = ()


class CitationPopover(QWidget, Styled):
    """One citation at a time; the arrow keys go to the next of the slide."""

    record_wanted = Signal(str)
    stepped = Signal(int)
    """The citation of the slide that is to be shown, by its place, was asked for."""
    closed = Signal()
    viewed = Signal(object)
    """A quotation is shown, by its view, whose buttons are to be served."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self._record: Ref = ""
        self._at, self._of = 0, 1
        self.title = Label(look, role="heading")
        self.full = Label(look, role="body", wrap=True)
        self.told = Label(look, role="meta", tone="text2", wrap=True)
        self.back = Button(look, icon="chevron-left", weight="quiet", name="Previous citation")
        self.on = Button(look, icon="chevron-right", weight="quiet", name="Next citation")
        self.open_button = Button(look, "Open record", height=28)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.back)
        self._head.addWidget(self.on)
        self._foot.addWidget(self.open_button)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.full)
        self._column.addWidget(self.told)
        self.quotations: list[QuotationView] = []
        self._quoted = QVBoxLayout()
        self._column.addLayout(self._quoted)
        self._column.addLayout(self._foot)
        self.back.clicked.connect(lambda: self.stepped.emit(self._at - 1))
        self.on.clicked.connect(lambda: self.stepped.emit(self._at + 1))
        self.open_button.clicked.connect(self._open)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(14), px(8), px(10), px(10))
        self._column.setSpacing(px(6))
        self._quoted.setSpacing(px(8))
        self._foot.setContentsMargins(0, px(2), 0, 0)

    def show_citations(self, cited: Sequence[Cited], *, at: int, of: int) -> None:
        """Show what one marker stands for: the marker `at` of `of` on the slide, from 0."""
        self._at, self._of = at, of
        numbers = ", ".join(str(each.reference.number) for each in cited)
        plural = "Citation" if len(cited) == 1 else "Citations"
        self.title.setText(f"{plural} {numbers}" if cited else "No citation")
        full = "\n\n".join(f"{c.reference.number}. {c.reference.full}" for c in cited)
        self.full.setText(full or "This claim carries no citation.")
        self.told.setText("\n".join(dict.fromkeys(_told(each) for each in cited)))
        self.told.setVisible(bool(cited))
        self._show_quotations(tuple(dict.fromkeys(s for each in cited for s in each.stated)))
        self._record = next((each.record for each in cited if each.record), "")
        self.open_button.setVisible(bool(self._record))
        self.back.setEnabled(at > 0)
        self.on.setEnabled(at < of - 1)
        self.setAccessibleName(self.title.text())
        spoken = " ".join(view.spoken for view in self.quotations)
        self.setAccessibleDescription(f"{self.full.text()} {self.told.text()} {spoken}".strip())
        announce(self, f"{self.title.text()}: {self.full.text()}")

    def _show_quotations(self, stated: Sequence[Stated]) -> None:
        """Show how what is quoted stands to the text of its source."""
        for view in self.quotations:
            self._quoted.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.quotations = [QuotationView(self._look, one) for one in stated[:_MOST_QUOTED]]
        for view in self.quotations:
            self._quoted.addWidget(view)
            for wanted in (view.restore_wanted, view.paraphrase_wanted, view.attach_wanted):
                wanted.connect(self.hide)
            self.viewed.emit(view)

    def open_at(self, place: QRect) -> None:
        """Open under a place of the screen, or over it where there is no room below."""
        width = self._look.px(_WIDTH)
        height = self._column.totalHeightForWidth(width)
        screen = QGuiApplication.screenAt(place.center()) or self.screen()
        area = screen.availableGeometry()
        if height > area.height():
            width = min(self._look.px(_WIDEST), area.width())
            height = min(self._column.totalHeightForWidth(width), area.height())
        gap = self._look.px(6)
        x = min(max(area.left(), place.center().x() - width // 2), area.right() - width)
        y = place.bottom() + gap
        if y + height > area.bottom():
            y = max(area.top(), place.top() - gap - height)
        self.setGeometry(QRect(QPoint(x, y), self.size()))
        self.setFixedSize(width, height)
        self.show()
        first = self.open_button if self._record else self.on
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self) -> None:
        record = self._record
        self.hide()
        self.record_wanted.emit(record)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another citation with the arrows, close with Escape."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            if 0 <= self._at + step < self._of:
                self.stepped.emit(self._at + step)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Press the button below a quotation that has the keyboard, else open the record."""
        fixes = [button for view in self.quotations for button in view.buttons]
        pressed = next((button for button in fixes if button.hasFocus()), None)
        if pressed is not None:
            pressed.click()
        elif self._record:
            self._open()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it was closed."""
        super().hideEvent(event)
        self.closed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        with painting(self) as painter:
            look = self._look
            painter.fillRect(self.rect(), look.color("raised"))
            box(painter, QRectF(self.rect()), 0, line=look.color("border_strong"))


def _told(cited: Cited) -> str:
    """Return what is told under a citation: whose it is, and whether the words are verbatim."""
    altered = any(one.quotation.state == "altered" for one in cited.stated)
    verbatim = "Quotation" if altered else "Verbatim quotation"
    state = verbatim if cited.verbatim else "Paraphrase"
    return f"{state}: {cited.label}" if cited.label else state
