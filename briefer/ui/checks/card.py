"""The card of a finding: what, where, why, and buttons that mend it or lead there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.preflight import Finding
from briefer.preflight.explained import explanation_of
from briefer.ui.checks.words import PLACES, where
from briefer.ui.inspector.rows import SEVERITY
from briefer.ui.paint import box, painting
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button, Weight
from briefer.ui.widgets.flow import FlowLayout
from briefer.ui.widgets.labels import Label

_MOST_BUTTONS = 2


class _Place(Button):
    """Where a finding is, in the colour of links."""

    @override
    def _paint_content(self, painter: QPainter, area: QRectF, tone: str) -> None:
        super()._paint_content(painter, area, "accent" if self.isEnabled() else tone)


class FindingCard(QWidget, Styled):
    """One finding; a click on it goes to where it is."""

    gone_to = Signal()
    fixed = Signal(str)
    """The label of the fix that is wanted."""
    place_wanted = Signal(str)
    """What is to be opened, by its name in `PLACES`."""

    def __init__(self, look: Look, finding: Finding, fixes: tuple[str, ...]) -> None:
        """Show a finding, with a button for each fix by its label."""
        super().__init__()
        self._look = look
        self.finding, self.fixes = finding, fixes
        self._current = False
        self._icon, self._tone, word = SEVERITY[finding.severity]
        words = explanation_of(finding)
        self.setAccessibleName(f"{word}, {where(finding)}: {words.heading}")
        self.setAccessibleDescription(finding.message)
        self._heading = Label(look, words.heading, role="heading", wrap=True)
        self.place = _Place(look, where(finding), weight="quiet", height=24)
        self.place.setAccessibleName(f"Go to {where(finding)}: {words.heading}")
        self.buttons: list[Button] = []
        self._make_buttons()
        step = "" if self.buttons else finding.hint
        self._texts = [
            Label(look, text, role=role, tone=tone, wrap=True)
            for text, role, tone in (
                (finding.message, "small", "text"),
                (words.why, "meta", "text2"),
                (step, "meta", "text2"),
            )
            if text and text != words.heading
        ]
        self._lay_out()
        self.place.setVisible(finding.page is not None or finding.check in PLACES)
        self.place.clicked.connect(self.gone_to)
        if finding.page is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def _make_buttons(self) -> None:
        """Make a button for each fix, the first one filled, and one for the place to go to."""
        heading = explanation_of(self.finding).heading
        for fix in self.fixes[:_MOST_BUTTONS]:
            weight: Weight = "secondary" if self.buttons else "primary"
            button = Button(self._look, fix, weight=weight, height=28)
            button.setAccessibleName(f"{fix}: {heading}")
            button.clicked.connect(lambda _=False, label=fix: self.fixed.emit(label))
            self.buttons.append(button)
        words, place = PLACES.get(self.finding.check, ("", ""))
        known = self.finding.record is not None or place not in ("record", "cite")
        if words and known and len(self.buttons) < _MOST_BUTTONS:
            button = Button(self._look, words, height=28)
            button.setAccessibleName(f"{words}: {heading}")
            button.clicked.connect(lambda: self.place_wanted.emit(place))
            self.buttons.append(button)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._top = QHBoxLayout()
        self._top.addWidget(self._heading, 1)
        self._top.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._top)
        for label in self._texts:
            self._column.addWidget(label)
        self._flow = FlowLayout()
        for button in self.buttons:
            self._flow.addWidget(button)
        if self.buttons:
            self._column.addLayout(self._flow)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(36), px(8), px(10), px(10))
        self._column.setSpacing(px(3))
        self._top.setSpacing(px(6))
        self._flow.setContentsMargins(0, px(4), 0, 0)
        self._flow.set_gap(px(6))

    def set_current(self, current: bool) -> None:
        """Show whether this is the finding looked at."""
        self._current = current
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to where the finding is."""
        if self.rect().contains(event.position().toPoint()):
            self.gone_to.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the icon."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            line = "selected_border" if self._current else "border_strong"
            box(
                painter,
                QRectF(self.rect()),
                px(8),
                fill=look.color("panel"),
                line=look.color(line),
                width=1.5 if self._current else 1.0,
            )
            icon = look.icon(self._icon, self._tone, 17, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(px(11), px(11)), icon)
