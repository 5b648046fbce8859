"""The list under the search field: what the word being typed could become.

The field keeps the focus; Down and Up move in the list, Tab and Enter take, Escape closes it. In: a
search field and the store's lane. Out: changed text, or a value that was taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.store import Store
from briefer.ui.library import completion
from briefer.ui.library.completion import Offer, Typing, typing_in
from briefer.ui.library.finding import Ask
from briefer.ui.library.search_field import SearchField
from briefer.ui.paint import box, painting
from briefer.ui.tasks import Lane, Query
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.rows import Row, RowList


class OfferBox(QFrame, Styled):
    """The box with the rows; it never takes the focus."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._around = parent
        self.list = RowList(look, "Search suggestions", most=8)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list)
        self.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(1, px(5), 1, px(5))

    def lay_over(self, parent: QWidget) -> None:
        """Stand over another widget from now on."""
        self._around = parent
        self.setParent(parent)
        self.hide()

    def show_under(self, widget: QWidget) -> None:
        """Stand under a widget, as wide as it is."""
        at = widget.mapTo(self._around, QPoint(0, widget.height() + self._look.px(3)))
        margins = self._column.contentsMargins()
        height = self.list.wanted().height() + margins.top() + margins.bottom()
        room = self._around.height() - at.y() - self._look.px(4)
        self.setGeometry(at.x(), at.y(), widget.width(), min(height, room))
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        with painting(self) as painter:
            look = self._look
            line = look.color("border_strong")
            area = QRectF(self.rect())
            box(painter, area, look.px(6), fill=look.color("raised"), line=line)


class Offering(QObject):
    """Keeps the offers in step with what is typed."""

    value_taken = Signal(str, object)
    """A field and the `Pick` that was taken for it."""

    def __init__(
        self,
        look: Look,
        field: SearchField,
        lane: Lane[Store],
        *,
        around: QWidget,
        asking: Callable[[], Ask],
    ) -> None:
        """Lay the list over `around`; `asking` returns what is searched for at the moment."""
        super().__init__(field)
        self._field = field
        self._lane = lane
        self._asking = asking
        self._typing: Typing | None = None
        self._offers: tuple[Offer, ...] = ()
        self.box = OfferBox(look, around)
        self.box.list.clicked.connect(lambda index: self.take(index.row()))
        field.textEdited.connect(lambda _: self.follow())
        field.textChanged.connect(lambda text: None if text else self.close())
        field.left.connect(self.close)
        field.offers = self

    @property
    def open(self) -> bool:
        """Whether the list is seen."""
        return self.box.isVisible()

    def lay_over(self, around: QWidget) -> None:
        """Lay the list over another widget, the one in which the field now stands."""
        self.box.lay_over(around)

    def follow(self) -> None:
        """Offer what fits the word at the cursor."""
        text, cursor = self._field.text(), self._field.cursorPosition()
        typing = typing_in(text, cursor)
        self._typing = typing
        if typing is None:
            self.close()
        elif not typing.field:
            self._lane.claim("offers")
            self._show(completion.operators(typing))
        else:
            self._ask_values(text, typing)

    def show_all(self) -> None:
        """Offer everything that can be typed besides words."""
        cursor = self._field.cursorPosition()
        self._typing = Typing(cursor, cursor, "", "")
        self._show(completion.all_operators())
        self.move(1)

    def _ask_values(self, text: str, typing: Typing) -> None:
        if not all(offer.pick and offer.field == typing.field for offer in self._offers):
            self._hide()
        now = self._asking()
        ask = Ask(completion.without(text, typing), now.types, now.chosen)
        Query(
            self._lane,
            lambda store: completion.values(store, ask, typing.field, typing.begun),
            lambda offers: self._show_values(typing, offers),
            key="offers",
        )

    def _show_values(self, typing: Typing, offers: Sequence[Offer]) -> None:
        if typing == self._typing and self._field.hasFocus():
            self._show(offers)
            if offers:
                self.move(1)

    def _show(self, offers: Sequence[Offer]) -> None:
        self._offers = tuple(offers)
        if not offers:
            self.close()
            return
        self.box.list.rows.show([Row(offer.words, offer.note, offer.hint) for offer in offers])
        self.box.list.set_row(-1)
        self.box.show_under(self._field)
        count = len(offers)
        words = f"{count} {'suggestion' if count == 1 else 'suggestions'}, Down chooses"
        self._field.setAccessibleDescription(words)
        announce(self._field, words)

    def move(self, step: int) -> bool:
        """Go to the next or previous offer; False below the last one, where the results begin."""
        row = self.box.list.row + step
        if row >= len(self._offers):
            self.close()
            return False
        self.box.list.set_row(max(-1, row))
        if row >= 0:
            words = self.box.list.rows.rows[row].spoken
            self._field.setAccessibleDescription(words)
            announce(self._field, f"{words}, {row + 1} of {len(self._offers)}")
        return True

    def take_chosen(self) -> bool:
        """Take the offer gone to; False where none is."""
        row = self.box.list.row
        if not self.open or row < 0:
            return False
        self.take(row)
        return True

    def take(self, row: int) -> None:
        """Take an offer: a field is written into the text, a value leaves it for a chip."""
        offer, typing = self._offers[row], self._typing
        if typing is None:
            return
        text, cursor = completion.taken(self._field.text(), typing, offer)
        self.close()
        self._field.setText(text)
        self._field.setCursorPosition(cursor)
        if offer.pick is not None and not typing.excluded:
            self.value_taken.emit(offer.field, offer.pick)
        elif offer.field and offer.pick is None:
            self.follow()

    def close(self) -> None:
        """Close the list; what is asked for it is dropped."""
        self._lane.claim("offers")
        self._hide()

    def _hide(self) -> None:
        self._offers = ()
        self.box.hide()
        self._field.setAccessibleDescription("")
