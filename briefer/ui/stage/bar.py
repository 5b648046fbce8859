"""The bar over the slide: which slide it is, and what is shown on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu
from typing_extensions import override

from briefer.compose.kinds import SLIDE_KINDS
from briefer.layout.boxes import Page
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.surface import Surface

_WORDS_FROM = 560
"""Width, in px of the design, from which the buttons at the right have words."""


class SlideBar(Surface, Styled):
    """Back, number, on; the kind; reading order, citations, zoom."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", edges="b")
        name = "Previous slide"
        self.back = Button(look, icon="chevron-left", weight="quiet", name=name, height=28)
        self.on = Button(look, icon="chevron-right", weight="quiet", name="Next slide", height=28)
        self.number = Label(look, role="heading")
        self.kind = Line(look, role="meta", tone="text2")
        self.order = Button(look, "Reading order", icon="list-numbers", weight="quiet", height=28)
        self.citations = Button(look, "Citations", icon="superscript", weight="quiet", height=28)
        self.zoom = Button(
            look, "Fit", icon="maximize", weight="quiet", height=28, trailing="chevron-down"
        )
        self._row = QHBoxLayout(self)
        for widget in (self.back, self.number, self.on):
            self._row.addWidget(widget)
        self._row.addWidget(self.kind, 1)
        for button in (self.order, self.citations, self.zoom):
            self._row.addWidget(button)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._row.setContentsMargins(px(14), px(8), px(14), px(8))
        self._row.setSpacing(px(6))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where room is short."""
        super().resizeEvent(event)
        self._fit()

    def show_page(self, page: Page | None, count: int) -> None:
        """Tell which page of how many this is, and what kind of slide."""
        if page is None:
            self.number.setText("")
            self.kind.set_text("")
            return
        self.number.setText(f"Slide {page.number} of {count}")
        part = f", part {page.part} of {page.parts}" if page.parts > 1 else ""
        added = ", added by itself" if page.card is None else ""
        self.kind.set_text(f"{SLIDE_KINDS[page.kind].label}{part}{added}")
        self.back.setEnabled(page.number > 1)
        self.on.setEnabled(page.number < count)

    def set_zoom_menu(self, menu: QMenu) -> None:
        """Open a menu from the button of the zoom."""
        self.zoom.clicked.connect(
            lambda: menu.popup(self.zoom.mapToGlobal(QPoint(0, self.zoom.height())))
        )

    def show_zoom(self, words: str) -> None:
        """Show the zoom on its button."""
        self.zoom.set_words(words, name=f"Zoom, {words}")
        self._fit()

    def bind(self, button: Button, action: QAction) -> None:
        """Have a button switch what a checkable action switches."""
        button.setCheckable(True)
        button.setChecked(action.isChecked())
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)

    def _fit(self) -> None:
        narrow = self.width() * 100 // self.look.scale < _WORDS_FROM
        for button in (self.order, self.citations, self.zoom):
            button.set_narrow(narrow)
        self.kind.setVisible(self.width() * 100 // self.look.scale > _WORDS_FROM - 80)
