"""A few ways to choose from, side by side in a track: one Tab stop, arrows between them.

In: words and icons. Out: `chosen` with the name of what the user chose. Must not know: what for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from briefer.ui.paint import box, painting, ring, text, text_width
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton


@dataclass(frozen=True, slots=True)
class Segment:
    """One of the ways: its name in code, its words, its icon, the tool tip with the keys."""

    name: str
    words: str
    icon: str = ""
    tip: str = ""


class Segments(QWidget, Styled):
    """The track with its segments; one of them is always chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look, segments: Sequence[Segment], *, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.buttons = {one.name: _SegmentButton(look, one) for one in segments}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        for key, button in self.buttons.items():
            self._group.addButton(button)
            self._row.addWidget(button, 1)
            button.toggled.connect(lambda on, key=key: self._toggled(key, on=on))
        self._told = next(iter(self.buttons))
        self.buttons[self._told].setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        inset = self._look.px(2)
        self._row.setContentsMargins(inset, inset, inset, inset)
        self._row.setSpacing(inset)

    @property
    def value(self) -> str:
        """The name of the segment that is chosen."""
        return self._told

    def show_value(self, name: str) -> None:
        """Choose a segment without telling."""
        self._told = name
        self.buttons[name].setChecked(True)

    def focus_value(self) -> None:
        """Put the keyboard on the segment that is chosen."""
        self.buttons[self._told].setFocus(Qt.FocusReason.TabFocusReason)

    def follow(self, widget: QWidget) -> QWidget:
        """Have Tab come here from a widget; return the last segment."""
        chain = [widget, *self.buttons.values()]
        policies = [one.focusPolicy() for one in chain]
        for one in chain:
            # Qt orders only what Tab reaches, which is but the segment that is chosen.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for one, after in zip(chain, chain[1:], strict=False):
            QWidget.setTabOrder(one, after)
        for one, policy in zip(chain, policies, strict=True):
            one.setFocusPolicy(policy)
        return chain[-1]

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of the segments."""
        return any(button.hasFocus() for button in self.buttons.values())

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone where room is short."""
        for button in self.buttons.values():
            button.set_narrow(narrow)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track."""
        look = self._look
        with painting(self) as painter:
            line = look.color("border") if look.shown == "contrast" else None
            box(painter, QRectF(self.rect()), look.px(7), fill=look.color("pressed"), line=line)

    def _toggled(self, name: str, *, on: bool) -> None:
        policies = Qt.FocusPolicy
        self.buttons[name].setFocusPolicy(policies.TabFocus if on else policies.NoFocus)
        if on and name != self._told:
            self._told = name
            self.chosen.emit(name)


class _SegmentButton(RingedButton, Styled):
    """One segment: raised while it is chosen."""

    def __init__(self, look: Look, segment: Segment) -> None:
        super().__init__()
        self._look = look
        self._segment = segment
        self._narrow = False
        self.setText(segment.words)
        self.setAccessibleName(segment.words)
        self.setToolTip(segment.tip or segment.words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone where room is short."""
        self._narrow = narrow and bool(self._segment.icon)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of icon, words and padding."""
        return QSize(round(self._content()) + 2 * self._look.px(8), self._look.px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size; a segment is never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segment."""
        look, px = self._look, self._look.px
        on, contrast = self.isChecked(), self._look.shown == "contrast"
        with painting(self) as painter:
            area = QRectF(self.rect())
            if on:
                fill = look.color("text" if contrast else "raised")
                line = None if contrast else look.color("border_strong")
                box(painter, area, px(6), fill=fill, line=line)
            elif self.underMouse():
                box(painter, area, px(6), fill=look.color("hover"))
            tone = "panel" if on and contrast else "text" if on else "text2"
            left = (area.width() - self._content()) / 2
            if self._segment.icon:
                shade = "accent" if on and not contrast else tone
                picture = look.icon(self._segment.icon, shade, 16, dpr=self.devicePixelRatioF())
                painter.drawPixmap(round(left), round((area.height() - px(16)) / 2), picture)
                left += px(22)
            if not self._narrow:
                room = QRectF(left, 0, area.width() - left, area.height())
                text(painter, room, self.text(), look.font("control"), look.color(tone))
            if self.ringed:
                ring(painter, area, px(6), look.color("focus"))

    def _content(self) -> float:
        """Return how wide icon and words are together."""
        icon = self._look.px(16) if self._segment.icon else 0
        if self._narrow:
            return icon
        gap = self._look.px(6) if icon else 0
        return icon + gap + text_width(self.text(), self._look.font("control"))
