"""The heading of the storyboard: name, counts, "Add slide", sizes of the grid, the switch.

In: the built briefing, what is chosen. Out: signals of the switches. Must not know: the views.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from briefer.pipeline import Built
from briefer.ui.reading import duration, seconds_to_say
from briefer.ui.storyboard.arrange import SIZES
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.segments import Segment, Segments

_SEGMENTS = (
    Segment("strip", "Strip", "carousel-horizontal"),
    Segment("outline", "Outline", "list-tree"),
    Segment("grid", "Grid", "layout-grid"),
)
_ICONS_ONLY, _ADD_NARROW, _FOR_SIZES = 620, 720, 110
"""Effective widths below which the switch, and "Add slide", show their icons alone; the sizes of
the grid take some more."""


class Head(QWidget, Styled):
    """One row of labels and controls."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told: Built | None = None
        self._said = ""
        self._heading = Label(look, "Storyboard", role="heading")
        self.counts = Line(look, role="meta", tone="text2")
        self.add_button = Button(
            look, "Add slide", icon="plus", weight="quiet", trailing="chevron-down"
        )
        self.switch = Segments(look, _SEGMENTS, name="Storyboard view")
        sizes = [Segment(key, key, "", words) for key, (words, _) in SIZES.items()]
        self.sizes = Segments(look, sizes, name="Size of slides")
        for key, (words, _) in SIZES.items():
            self.sizes.buttons[key].setAccessibleName(words)
        self.fold_button = Button(look, icon="chevron-up", weight="quiet", name="Show slides")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._heading)
        self._row.addWidget(self.counts, 1)
        for widget in (self.add_button, self.sizes, self.switch, self.fold_button):
            self._row.addWidget(widget)
        self.sizes.hide()
        self.fold_button.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._row.setContentsMargins(px(14), px(4), px(10), 0)
        self._row.setSpacing(px(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where room is short."""
        super().resizeEvent(event)
        self._fit()

    def show_mode(self, mode: str) -> None:
        """Show which view is chosen; the grid has sizes."""
        self.switch.show_value(mode)
        self.sizes.setVisible(mode == "grid")
        self._fit()

    def show_fold(self, *, shown: bool, folded: bool) -> None:
        """Offer to fold the slides away, or to bring them back."""
        self.fold_button.setVisible(shown)
        name = "Show slides" if folded else "Fold slides"
        self.fold_button.set_icon("chevron-up" if folded else "chevron-down")
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(name)

    def show_counts(self, built: Built | None, chosen: int) -> None:
        """Tell how many slides there are, how long they take, and how many are chosen."""
        count = len(built.pages) if built else 0
        if built is None or not count:
            self.counts.set_text("Empty")
            return
        if built is not self._told:
            self._told = built
            self._said = duration(seconds_to_say(slide.say for slide in built.deck.slides))
        slides = f"{count} {'slide' if count == 1 else 'slides'}"
        several = f"{chosen} selected" if chosen > 1 else ""
        self.counts.set_text("  ·  ".join(part for part in (slides, self._said, several) if part))

    def _fit(self) -> None:
        effective = self.width() * 100 // self._look.scale
        more = 0 if self.sizes.isHidden() else _FOR_SIZES
        self.switch.set_narrow(effective < _ICONS_ONLY + more)
        self.add_button.set_narrow(effective < _ADD_NARROW + more)
