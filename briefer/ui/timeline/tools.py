"""The tools of the timeline in the bar: what lanes stand for, and what to do with the selection.

In: records that are selected. Out: signals. Must not know: the canvas, the session.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.propose import propose_card
from briefer.records import Record
from briefer.ui.theme import Look, Styled
from briefer.ui.timeline.reading import LANES, By
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.labels import Label


class TimelineTools(QWidget, Styled):
    """Lanes, "4 selected", "Add timeline slide", "One slide each", and a cross."""

    by_changed = Signal()
    add_wanted = Signal()
    each_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lanes = Choice(look, "Lanes")
        for key, words in LANES.items():
            self.lanes.addItem(f"Lanes: {words}", key)
        self.count = Label(look, role="heading")
        self.add = Button(look, "Add slide", icon="timeline", weight="primary")
        self.each = Button(look, "One slide each", icon="copy-plus")
        self.clear = Button(look, icon="x", weight="quiet", name="Clear selection (Esc)")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.lanes)
        self._row.addStretch(1)
        for widget in (self.count, self.add, self.each, self.clear):
            self._row.addWidget(widget)
        self.lanes.activated.connect(lambda _: self.by_changed.emit())
        self.add.clicked.connect(self.add_wanted)
        self.each.clicked.connect(self.each_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.restyle()
        self.show_chosen(())

    @override
    def restyle(self) -> None:
        """Take sizes from the look."""
        self._row.setSpacing(self._look.px(8))
        self.lanes.setFixedWidth(self._look.px(150))

    @property
    def by(self) -> By:
        """What lanes stand for."""
        return next(key for key in LANES if key == self.lanes.currentData())

    def show_chosen(self, records: Sequence[Record]) -> None:
        """Offer what can be done with the records that are selected."""
        some = bool(records)
        for widget in (self.count, self.add, self.clear):
            widget.setVisible(some)
        self.each.setVisible(len(records) > 1)
        words = f"{len(records):,} selected" if some else ""
        if words != self.count.text():
            self.count.setText(words)
            announce(self.count, words or "Nothing selected")
        if some:
            kind = SLIDE_KINDS[propose_card(records).kind].label
            self.add.set_words(f"Add {kind[:1].lower()}{kind[1:]} slide")
