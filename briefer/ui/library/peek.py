"""A look at a record without leaving the list: what it says, the source's words, full citations.

In: the list's current card, the store. Out: a popover; which record is to be opened. Must not know:
the slide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.citations import Style, chosen_style
from briefer.records import Record, Ref, Source
from briefer.store import Store
from briefer.ui.library.facts import TYPE_ICONS, TYPE_WORDS, Facts, facts_of, linked_refs
from briefer.ui.library.view import LibraryView
from briefer.ui.paint import box, painting
from briefer.ui.quoted.states import Stated, states_of
from briefer.ui.quoted.view import QuotationView
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line

_WIDTH = 380
_MOST = 3
"""Citations told in full; of more the number is told."""
_MOST_QUOTED = 2
_LONGEST = 600
"""Characters shown of a passage."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the popover tells of a record."""

    facts: Facts
    said: str
    citations: tuple[str, ...]
    passages: tuple[str, ...]
    more: int
    stated: tuple[Stated, ...] = ()


def seen(store: Store, record: Record, form: Style) -> Seen:
    """Return what a popover tells of a record, its citations in a style."""
    linked = store.get_many(linked_refs([record]))
    facts = facts_of(record, linked)
    said = getattr(record, "summary", "") or facts.body or facts.aside
    full, passages = [], []
    for citation in record.citations[:_MOST]:
        source = linked.get(citation.source)
        full.append(
            form.full(source, citation.locator) if isinstance(source, Source) else citation.source
        )
        if citation.quote and citation.quote.exact and citation.quote.exact not in said:
            passages.append(_short(citation.quote.exact))
    more = max(0, len(record.citations) - _MOST)
    states = states_of(store, [record.id]).by_place.values()
    stated = tuple(dict.fromkeys(one for of_place in states for one in of_place))
    return Seen(facts, _short(said), tuple(full), tuple(passages), more, stated)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


class Peek(QWidget, Styled):
    """One record; the arrow keys go to the next of the list, Space and Escape close."""

    record_wanted = Signal(str)
    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self._ref: Ref = ""
        self.kind = Line(look, role="meta_strong")
        self.title = Label(look, role="heading", wrap=True)
        self.said = Label(look, role="body", wrap=True)
        self.citations = Label(look, role="small", wrap=True)
        self.passage = Label(look, role="small", tone="text2", wrap=True)
        self.open_button = Button(look, "Edit record", height=28)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.open_button)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        for widget in (self.kind, self.title, self.said, self.citations, self.passage):
            self._column.addWidget(widget)
        self.quotations: list[QuotationView] = []
        self._quoted = QVBoxLayout()
        self._column.addLayout(self._quoted)
        self._column.addLayout(self._foot)
        self.open_button.clicked.connect(self._open)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(8))
        self._quoted.setSpacing(px(8))

    def _show_quotations(self, stated: Sequence[Stated]) -> None:
        """Show how what is quoted stands to the text of its source."""
        for view in self.quotations:
            self._quoted.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.quotations = [
            QuotationView(self._look, one, fixes=False) for one in stated[:_MOST_QUOTED]
        ]
        for view in self.quotations:
            self._quoted.addWidget(view)

    def show_record(self, told: Seen, beside: QRect) -> None:
        """Show a record at the right of a place of the screen."""
        facts = told.facts
        self._ref = facts.ref
        word = TYPE_WORDS[facts.type][0]
        lead = f"{word}, {facts.lead}" if facts.lead != word else word
        if facts.marking:
            lead = f"{lead}  ·  {facts.marking}"
        self.kind.set_text(lead, tone=facts.type, icon=TYPE_ICONS[facts.type])
        self.title.setText(facts.title or facts.number)
        more = f"\nand {told.more} more" if told.more else ""
        cited = "\n".join(told.citations)
        self.citations.setText(f"{cited}{more}" if cited else "Uncited")
        self.citations.set_tone("text" if cited else "danger")
        self.passage.setText("\n\n".join(f"“{words}”" for words in told.passages))
        self.said.setText(told.said)
        self.said.setVisible(bool(told.said))
        self.passage.setVisible(bool(told.passages))
        self._show_quotations(told.stated)
        self.setAccessibleName(f"{lead}: {self.title.text()}")
        spoken = [view.spoken for view in self.quotations]
        parts = (told.said, self.citations.text(), self.passage.text(), *spoken)
        self.setAccessibleDescription(" ".join(part for part in parts if part))
        self._place(beside)
        announce(self, f"{self.accessibleName()}. {self.accessibleDescription()}")

    def _place(self, beside: QRect) -> None:
        area, px = self.screen().availableGeometry(), self._look.px
        width = min(px(_WIDTH), area.width())
        height = min(self._column.totalHeightForWidth(width), area.height())
        x = min(beside.right() + px(6), area.right() - width)
        y = max(area.top(), min(beside.top(), area.bottom() - height))
        self.setFixedSize(width, height)
        self.move(QPoint(x, y))
        self.show()
        self.open_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self) -> None:
        self.hide()
        self.record_wanted.emit(self._ref)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the arrows, close with Space or Escape, edit with Enter or F2."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            self.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        with painting(self) as painter:
            look = self._look
            painter.fillRect(self.rect(), look.color("raised"))
            box(painter, QRectF(self.rect()), 0, line=look.color("border_strong"))


class Peeking(QObject):
    """Opens the popover with Space in the list, and follows the arrows."""

    def __init__(self, look: Look, view: LibraryView, session: Session) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self.popover = Peek(look, view)
        self.popover.stepped.connect(self._step)
        # Space comes to the button that has the keyboard before it comes to the popover.
        self.popover.open_button.installEventFilter(self)
        view.peeked.connect(self.peek)

    def peek(self) -> None:
        """Show the record of the current card."""
        index = self._view.currentIndex()
        if not index.isValid():
            return
        record = self._view.record(index)
        style, _ = chosen_style(self._session.briefing.style, self._session.styles)
        at = self._view.visualRect(index)
        beside = QRect(self._view.viewport().mapToGlobal(at.topLeft()), at.size())
        Query(
            self._session.reading_lane,
            lambda store: seen(store, record, style),
            lambda told: self.popover.show_record(told, beside),
            key="peek",
        )

    def _step(self, by: int) -> None:
        view = self._view
        model = view.model()
        index = model.index(view.currentIndex().row() + by, 0)
        if index.isValid():
            view.setCurrentIndex(index)
            view.scrollTo(index)
            self.peek()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have Space close the popover."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self.popover.hide()
            return True
        return False
