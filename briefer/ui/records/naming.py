"""Inputs for records that a field names: one, several, or actors with the part they played.

In: ids, and the records behind them. Out: `edited` while the user changes them; `new_wanted` with
a type and words where the record is not there yet. Must not know: the record that is edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import Participant, Record, Ref
from briefer.records.fields import type_of
from briefer.records.vocabulary import EVENT_ROLES
from briefer.store import Store
from briefer.ui.library.facts import TYPE_ICONS
from briefer.ui.paint import box, painting
from briefer.ui.records.choices import LineInput, WordInput
from briefer.ui.records.picker import RecordPicker
from briefer.ui.records.work import name_of
from briefer.ui.tasks import Lane
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Line


@dataclass(frozen=True)
class Naming:
    """What inputs for records need: the look, the store's lane, and the records known so far."""

    look: Look
    lane: Lane[Store]
    known: dict[Ref, Record]

    def name(self, ref: Ref) -> str:
        """Return the name of a record."""
        return name_of(self.known[ref], self.known) if ref in self.known else ref


class RecordCard(QWidget, Styled):
    """A record that was picked: its icon, its name, a cross; inputs may stand under the name."""

    removed = Signal()

    def __init__(self, naming: Naming, ref: Ref, *, within: str) -> None:
        super().__init__()
        self._look = naming.look
        self.ref = ref
        self._type = type_of(ref) or "source"
        name = naming.name(ref)
        self.setAccessibleName(f"{within}: {name}")
        self.name = Line(naming.look, name, role="control")
        self.cross = Button(
            naming.look, icon="x", weight="quiet", name=f"Take away {name}", height=26
        )
        self.cross.clicked.connect(self.removed)
        self._head = QHBoxLayout()
        self._head.addWidget(self.name, 1)
        self._head.addWidget(self.cross)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self.row = QHBoxLayout()
        self._column.addLayout(self.row)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        below = px(8) if self.row.count() else px(4)
        self._column.setContentsMargins(px(36), px(4), px(6), below)
        self._column.setSpacing(px(5))
        self.name.setMinimumHeight(px(26))
        self.row.setSpacing(px(6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box and icon."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            fill, line = look.color("app"), look.color("border")
            box(painter, QRectF(self.rect()), px(6), fill=fill, line=line)
            icon = look.icon(TYPE_ICONS[self._type], self._type, 16, dpr=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(px(11), px(9)), icon)


class RecordsInput(QWidget, Styled):
    """Records in order; with `one` a single one, whose card takes the place of the field."""

    edited = Signal()
    new_wanted = Signal(str, str)

    def __init__(self, naming: Naming, name: str, *, type_: str, one: bool = False) -> None:
        super().__init__()
        self._naming = naming
        self._name = name
        self._type = type_
        self._one = one
        self.cards: list[RecordCard] = []
        self.picker = RecordPicker(naming.look, naming.lane, name, type_=type_)
        self.picker.picked.connect(lambda record, _: self.add(record))
        self.picker.new_wanted.connect(lambda words: self.new_wanted.emit(type_, words))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.picker)
        self.setFocusProxy(self.picker)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the gap from the look."""
        self._column.setSpacing(self._naming.look.px(5))

    def value(self) -> str | tuple[str, ...] | tuple[Participant, ...]:
        """Return the ids, or the one."""
        refs = tuple(card.ref for card in self.cards)
        return (refs[0] if refs else "") if self._one else refs

    def show_value(self, value: object) -> None:
        """Show other records."""
        if value == self.value():
            return
        refs = (value,) if isinstance(value, str) and value else value or ()
        self._clear()
        for ref in refs if isinstance(refs, tuple) else ():
            self._put(ref)
        self._fit()

    def add(self, record: Record) -> None:
        """Add a record that the user picked."""
        self._naming.known[record.id] = record
        if record.id not in {card.ref for card in self.cards}:
            self._put(record.id)
            self._fit()
            self.edited.emit()
        (self.cards[-1].cross if self._one else self.picker.field).setFocus()

    def _put(self, ref: Ref) -> RecordCard:
        card = self._make(ref)
        card.removed.connect(lambda: self._remove(card))
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        return card

    def _make(self, ref: Ref) -> RecordCard:
        return RecordCard(self._naming, ref, within=self._name)

    def _remove(self, card: RecordCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self._fit()
        self.picker.field.setFocus()
        self.edited.emit()

    def _clear(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []

    def _fit(self) -> None:
        self.picker.setVisible(not (self._one and self.cards))


class CastInput(RecordsInput):
    """Actors with the part each played and the office held then."""

    def __init__(self, naming: Naming, name: str) -> None:
        self._said: Mapping[Ref, Participant] = {}
        super().__init__(naming, name, type_="actor")

    @override
    def value(self) -> tuple[Participant, ...]:
        """Return the participants."""
        return tuple(card.value() for card in self.cards if isinstance(card, CastCard))

    @override
    def show_value(self, value: object) -> None:
        """Show other participants."""
        if value == self.value():
            return
        self._clear()
        for item in value if isinstance(value, tuple) else ():
            if isinstance(item, Participant):
                card = self._put(item.actor)
                if isinstance(card, CastCard):
                    card.show_value(item)

    @override
    def _make(self, ref: Ref) -> RecordCard:
        card = CastCard(self._naming, ref, within=self._name)
        card.edited.connect(self.edited)
        return card


class CastCard(RecordCard):
    """An actor with role and office."""

    edited = Signal()

    def __init__(self, naming: Naming, ref: Ref, *, within: str) -> None:
        super().__init__(naming, ref, within=within)
        name = naming.name(ref)
        self.role = WordInput(naming.look, f"Role of {name}", EVENT_ROLES, none="")
        self.role.removeItem(0)
        self.role.show_value("participant")
        self.office = LineInput(naming.look, f"Office of {name} at the time", hint="Office then")
        self.row.addWidget(self.role, 1)
        self.row.addWidget(self.office, 1)
        self.role.edited.connect(self.edited)
        self.office.edited.connect(self.edited)
        self.restyle()

    def value(self) -> Participant:
        """Return the participant."""
        return Participant(self.ref, self.role.value(), self.office.value().strip() or None)

    def show_value(self, participant: Participant) -> None:
        """Show role and office."""
        self.role.show_value(participant.role)
        self.office.show_value(participant.as_)
