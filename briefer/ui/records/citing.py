"""The citations of a record: cards of the sources picked, each with its place, and the picker.

In: citations. Out: citations, `edited` while the user changes them. What a card does not show of a
citation (what it supports, the document behind it) stays as it was. Must not know: the record.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import Citation, Locator, Quote, Record, Ref
from briefer.records.quotations import Quotation
from briefer.records.vocabulary import LOCATOR_LABELS
from briefer.ui.quoted.states import Stated
from briefer.ui.quoted.view import QuotationView
from briefer.ui.records.choices import LineInput, WordInput
from briefer.ui.records.naming import Naming, RecordCard
from briefer.ui.records.picker import RecordPicker
from briefer.ui.theme import Styled
from briefer.ui.widgets.buttons import Button


class CitationCard(RecordCard):
    """A cited source, where in it, and the words there."""

    edited = Signal()
    shown = Signal()
    attach_wanted = Signal(str)

    def __init__(self, naming: Naming, citation: Citation) -> None:
        super().__init__(naming, citation.source, within="Citation")
        self._naming = naming
        self._citation = citation
        self.quotation: QuotationView | None = None
        name = naming.name(citation.source)
        look = naming.look
        self.label = WordInput(look, f"Kind of place in {name}", LOCATOR_LABELS, none="Whole work")
        self.place = LineInput(look, f"Place in {name}", hint="44 or 33-35")
        self.quote = LineInput(look, f"Words cited from {name}", hint="Exact words there, if any")
        self.look_button = Button(
            look, icon="file-text", weight="quiet", name=f"Show the text of {name}", height=26
        )
        self._head.insertWidget(1, self.look_button)
        self.row.addWidget(self.label, 2)
        self.row.addWidget(self.place, 3)
        self._column.addWidget(self.quote)
        locator = citation.locator
        self.label.show_value(locator.label if locator else "")
        self.place.show_value(locator.value if locator else "")
        self.quote.show_value(citation.quote.exact if citation.quote else "")
        for part in (self.label, self.place, self.quote):
            part.edited.connect(self._edited)
        self.look_button.clicked.connect(self.shown)
        self._fit()
        self.restyle()

    def value(self) -> Citation:
        """Return the citation."""
        label, place = self.label.value(), self.place.value().strip()
        words = self.quote.value().strip()
        old = self._citation.quote
        quote = old if old and old.exact == words else Quote(words) if words else None
        return dataclasses.replace(
            self._citation, locator=Locator(label, place) if label and place else None, quote=quote
        )

    def show_quotation(self, stated: Stated | None) -> None:
        """Show how the words cited stand to the text of the source, or nothing."""
        if stated is not None and self.quotation is not None and stated == self.quotation.stated:
            return
        if self.quotation is not None:
            self._column.removeWidget(self.quotation)
            self.quotation.hide()
            self.quotation.deleteLater()
            self.quotation = None
        if stated is not None:
            self.quotation = QuotationView(self._naming.look, stated)
            self.quotation.restore_wanted.connect(self._restore)
            self.quotation.attach_wanted.connect(self.attach_wanted)
            self._column.addWidget(self.quotation)

    def _restore(self, quotation: Quotation) -> None:
        if quotation.passage is not None:
            self.quote.show_value(quotation.passage.words)
            self.quote.setFocus()
            self._edited()

    def focus_place(self) -> None:
        """Put the cursor into the place, of a page where no kind is chosen yet."""
        if not self.label.value():
            self.label.show_value("page")
        self._fit()
        self.place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.place.selectAll()

    def _edited(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        self.place.setEnabled(bool(self.label.value()))


class CitationsInput(QWidget, Styled):
    """Cards, and under them the field that finds sources."""

    edited = Signal()
    new_wanted = Signal(str)
    text_wanted = Signal(str)
    attach_wanted = Signal(str)

    def __init__(self, naming: Naming) -> None:
        super().__init__()
        self._naming = naming
        self.cards: list[CitationCard] = []
        self.picker = RecordPicker(
            naming.look, naming.lane, "Add a citation", type_="source", locators=True
        )
        self.picker.field.setPlaceholderText("Add a citation: author, title or short form")
        self.picker.picked.connect(self.add)
        self.picker.new_wanted.connect(self.new_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.picker)
        self.setFocusProxy(self.picker)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take the gap from the look."""
        self._column.setSpacing(self._naming.look.px(5))

    def value(self) -> tuple[Citation, ...]:
        """Return the citations in order."""
        return tuple(dict.fromkeys(card.value() for card in self.cards))

    def show_value(self, citations: tuple[Citation, ...]) -> None:
        """Show other citations."""
        if citations == self.value():
            return
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for citation in citations:
            self._put(citation)

    def add(self, source: Record, with_locator: bool = False) -> None:
        """Cite a source; with a locator go on to its place."""
        self._naming.known[source.id] = source
        card = self._put(Citation(source.id))
        self.edited.emit()
        if with_locator:
            card.focus_place()
        else:
            self.picker.field.setFocus()

    def show_quotations(self, quotations: Sequence[Quotation]) -> None:
        """Show how the words cited stand to the texts of their sources."""
        by_field = {one.field: one for one in quotations}
        for number, card in enumerate(self.cards, start=1):
            one = by_field.get(f"citations[{number}].quote.exact")
            own = one is not None and card.ref in one.sources
            card.show_quotation(Stated(one, self._naming.name(card.ref)) if one and own else None)

    def sources(self) -> tuple[Ref, ...]:
        """Return the sources cited."""
        return tuple(dict.fromkeys(card.ref for card in self.cards))

    def _put(self, citation: Citation) -> CitationCard:
        card = CitationCard(self._naming, citation)
        card.removed.connect(lambda: self._remove(card))
        card.edited.connect(self.edited)
        card.attach_wanted.connect(self.attach_wanted)
        card.shown.connect(lambda: self.text_wanted.emit(card.ref))
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        return card

    def _remove(self, card: CitationCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self.picker.field.setFocus()
        self.edited.emit()
