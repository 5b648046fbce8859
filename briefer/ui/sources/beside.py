"""What is to be known of the item looked at: remarks, the one here beside it, the choices.

In: a review and one of its items. Out: `chosen` with the name of a choice. Must not know: the file.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefer.bibliography.plan import Planned
from briefer.records import Source
from briefer.ui.records.beside import Beside
from briefer.ui.records.pairs import Pair
from briefer.ui.sources.review import CHOICE_HINTS, CHOICE_WORDS, Review, remarks, why
from briefer.ui.theme import Look
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.segments import Segment, Segments


class ItemDetail(QWidget):
    """One item: why it has its status, what was not understood, both sources side by side."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.place = Label(look, role="meta_strong", wrap=True)
        self.remarks = Label(look, role="small", wrap=True)
        self.beside = Beside(look)
        self.choices = Segments(
            look,
            [Segment(name, words, tip=CHOICE_HINTS[name]) for name, words in CHOICE_WORDS.items()],
            name="What becomes of this source",
        )
        self.choices.chosen.connect(self.chosen)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(2), look.px(4), 0)
        column.setSpacing(look.px(6))
        column.addLayout(row)
        column.addWidget(self.remarks)
        column.addWidget(self.beside)
        column.addStretch(1)

    def show_item(self, review: Review, item: Planned | None) -> None:
        """Show an item, or nothing."""
        self.setVisible(item is not None)
        if item is None:
            return
        place = item.item.place
        self.place.setText(f"{place[:1].upper()}{place[1:]}")
        told = [part for part in (why(item), *remarks(item)) if part]
        self.remarks.setText("\n".join(told))
        self.remarks.set_tone("danger" if item.status == "to-fix" else "text")
        self.remarks.setVisible(bool(told))
        for name, button in self.choices.buttons.items():
            button.setVisible(name in item.offered)
        self.choices.setVisible(len(item.offered) > 1)
        self.choices.show_value(review.choice(item))
        self._show_pair(review, item)

    def _show_pair(self, review: Review, item: Planned) -> None:
        other: Source | None = review.other(item)
        pair = Pair(other, item.record) if other and item.record else None
        heads = ("Earlier in the file" if item.in_file else "In your library", "In the file")
        self.beside.setVisible(pair is not None)
        self.beside.show_pair(pair, {}, heads=heads)
