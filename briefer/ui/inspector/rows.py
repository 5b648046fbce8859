"""The rows of the inspector: a record, a citation, a finding; and the meter under the title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.content import Reference
from briefer.preflight import Finding
from briefer.records.base import Ref
from briefer.ui.library.facts import TYPE_ICONS, Facts
from briefer.ui.paint import CENTER, box, line_height, painting, text, text_width
from briefer.ui.quoted.states import Stated
from briefer.ui.quoted.view import citation_words
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line, Lines

SEVERITY = {
    "error": ("alert-circle", "danger", "Error"),
    "warning": ("alert-triangle", "warning", "Warning"),
    "note": ("info-circle", "text2", "Note"),
}
"""Icon, colour and word of a finding's severity."""


class RecordRow(QWidget, Styled):
    """A record on the slide: what it is, and buttons to edit and move it and take it off."""

    edit_wanted = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, look: Look, facts: Facts, *, first: bool, last: bool) -> None:
        super().__init__()
        self._look = look
        self.ref: Ref = facts.ref
        self._facts = facts
        self._name = Lines(look, facts.name)
        self._lead = Line(look, facts.lead, role="micro_strong", tone=facts.type)
        self.edit = self._button("pencil", f"Edit record: {facts.name}", tip="Edit record")
        up, down = ("Move up", "arrow-up"), ("Move down", "arrow-down")
        self.up = self._button(up[1], f"{up[0]}: {facts.name}", tip=up[0])
        self.down = self._button(down[1], f"{down[0]}: {facts.name}", tip=down[0])
        self.remove = self._button("x", f"Remove from slide: {facts.name}", tip="Remove from slide")
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self._row = QHBoxLayout()
        self._row.addWidget(self._lead, 1)
        for button in (self.edit, self.up, self.down, self.remove):
            self._row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self._name)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self.ref))
        self.up.clicked.connect(lambda: self.moved.emit(self.ref, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self.ref, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(self.ref))
        self.restyle()

    def _button(self, icon: str, name: str, *, tip: str) -> Button:
        button = Button(self._look, icon=icon, weight="quiet", name=name, height=24)
        button.setToolTip(tip)
        return button

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(30), px(2), 0, px(4))
        self._column.setSpacing(0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile of the record's type."""
        look, px, kind = self._look, self._look.px, self._facts.type
        with painting(self) as painter:
            tile = QRectF(0, px(5), px(20), px(20))
            line = look.color(kind) if look.shown == "contrast" else None
            box(painter, tile, px(4), fill=look.color(f"{kind}_tint"), line=line)
            icon = look.icon(TYPE_ICONS[kind], kind, 14, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(tile.left() + px(3), tile.top() + px(3)), icon)


class CitationRow(QWidget, Styled):
    """A source line of the slide: its number, its short form, and how what is quoted stands."""

    wanted = Signal(int)
    """The citation of a number is to be shown with its quotation."""

    def __init__(
        self, look: Look, reference: Reference, *, verbatim: bool, stated: Sequence[Stated] = ()
    ) -> None:
        super().__init__()
        self._look = look
        self._number = str(reference.number)
        short = ", ".join(part for part in (reference.short, reference.pinpoint) if part)
        words, icon, tone = citation_words(stated, verbatim=verbatim)
        self.setAccessibleName(f"Citation {self._number}: {short}, {words}")
        self.setToolTip(reference.full)
        self.state = Line(look, words, role="meta", tone=tone, icon=icon)
        name = f"Show citation {self._number} on the slide: {words}"
        self.show_button = Button(look, icon="eye", weight="quiet", name=name, height=24)
        self.show_button.setToolTip("Show on the slide")
        self.show_button.clicked.connect(lambda: self.wanted.emit(reference.number))
        self._column = QVBoxLayout()
        self._column.addWidget(Line(look, short, role="small"))
        self._column.addWidget(self.state)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self.show_button)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._row.setContentsMargins(px(32), px(3), 0, px(3))
        self._row.setSpacing(px(4))
        self._column.setSpacing(0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            font = look.font("micro_strong")
            width = max(float(px(20)), text_width(self._number, font) + px(10))
            badge = QRectF(0, px(4), width, line_height(font) + px(2))
            box(painter, badge, px(4), fill=look.color("accent_tint"))
            text(painter, badge, self._number, font, look.color("accent"), align=CENTER)


class FindingRow(QWidget, Styled):
    """A finding: how bad, what, and the next step."""

    def __init__(self, look: Look, finding: Finding) -> None:
        super().__init__()
        self._look = look
        self._icon, self._tone, word = SEVERITY[finding.severity]
        self.setAccessibleName(f"{word}: {finding.message} {finding.hint}".strip())
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(look, finding.message, role="small", wrap=True))
        if finding.hint:
            self._column.addWidget(Label(look, finding.hint, role="meta", tone="text2", wrap=True))
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(28), px(3), 0, px(5))
        self._column.setSpacing(px(1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        with painting(self) as painter:
            icon = self._look.icon(self._icon, self._tone, 16, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(self._look.px(2), self._look.px(4)), icon)


class FitMeter(QWidget, Styled):
    """How much of the room for a title is used: a bar and its words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self._tone = "success"
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, used: int, room: int, lines: int, *, most: int) -> None:
        """Show that `used` of `room` characters are taken, on `lines` of at most `most` lines."""
        self._share = min(1.0, used / room)
        over = used > room
        self._tone = (
            "danger" if over else "warning" if lines > most or used > 0.9 * room else "success"
        )
        fits = "one line" if lines == 1 else f"{lines} lines"
        tail = f"{used - room} too many" if over else fits if lines else ""
        heads = (f"{used} of {room} characters", f"{used} of {room}")
        full, short = ("  ·  ".join(p for p in (head, tail) if p) for head in heads)
        self._words = (full, short)
        self.setAccessibleName(self._words[0])
        self.update()

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the height of its words."""
        return QSize(self._look.px(160), line_height(self._look.font("meta")))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar and words."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            height = px(4)
            track = QRectF(0, (self.height() - height) / 2, px(52), height)
            box(painter, track, height / 2, fill=look.color("border_strong"))
            if self._share:
                used = QRectF(track)
                used.setWidth(max(height, track.width() * self._share))
                box(painter, used, height / 2, fill=look.color(self._tone))
            room = QRectF(self.rect()).adjusted(px(60), 0, 0, 0)
            tone = "danger" if self._tone == "danger" else "text2"
            font, (full, short) = look.font("meta"), self._words
            words = full if text_width(full, font) <= room.width() else short
            text(painter, room, words, font, look.color(tone))
