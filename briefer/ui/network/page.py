"""The widgets of the network view in their places: picture with overlays, detail panel.

In: the look, the model. Out: clicks. Must not know: the session, the store.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefer.ui.network.detail import DetailPanel
from briefer.ui.network.model import NetworkModel
from briefer.ui.network.moving import MovableCanvas
from briefer.ui.network.overlays import Legend, Note, ZoomBar
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.surface import Surface

_DETAIL = 320
_BESIDE = 640
"""Width, in px of the design, from which the detail panel stands beside the picture."""


class Page(Surface, Styled):
    """The picture, the panel at its right."""

    best_wanted = Signal()
    list_wanted = Signal()
    clear_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, look: Look, model: NetworkModel) -> None:
        super().__init__(look, "sunken")
        self.canvas = MovableCanvas(look, model)
        self.legend, self.zoom, self.note = Legend(look), ZoomBar(look), Note(look)
        self.detail = DetailPanel(look)
        self.empty = NetworkEmpty(look)
        self._lay_out()
        self.note.best.clicked.connect(self.best_wanted)
        self.zoom.stepped.connect(self.canvas.step_zoom)
        self.zoom.fit_wanted.connect(self.canvas.fit)
        self.canvas.zoomed.connect(lambda: self.zoom.show_zoom(self.canvas.camera.zoom))
        self.empty.list_button.clicked.connect(self.list_wanted)
        self.empty.clear_button.clicked.connect(self.clear_wanted)
        self.empty.again_button.clicked.connect(self.again_wanted)
        self.restyle()

    def _lay_out(self) -> None:
        for overlay in (self.note, self.zoom, self.legend):
            overlay.setParent(self.canvas)
        self.canvas.installEventFilter(self)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(self.detail)
        self.detail.setAutoFillBackground(False)  # setting it as the widget switched that on
        self._side = scroll
        picture = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, picture)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.canvas, 1)
        self._row.addWidget(scroll)
        self._picture = picture
        self._stack = QStackedLayout(self)
        self._stack.addWidget(picture)
        self._stack.addWidget(self.empty)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the picture where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep legend and zoom in the corners of the picture."""
        if event.type() == QEvent.Type.Resize:
            self._place_overlays()
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """Put the keyboard on the picture, or on what stands in its place."""
        shown = self._stack.currentWidget() is self._picture
        target = self.canvas if shown else self.empty.list_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, words: str, *, way_back: bool = False) -> None:
        """Say something over the picture, as how much is shown; with a way back to the whole."""
        self.note.tell(words, way_back=way_back)
        self._place_overlays()

    def show_picture(self) -> None:
        """Show the network."""
        self._stack.setCurrentWidget(self._picture)

    def show_empty(self, title: str, hint: str, *, clears: bool, again: bool = False) -> None:
        """Show why there is no network."""
        self.empty.tell(title, hint, clears=clears, again=again)
        self._stack.setCurrentWidget(self.empty)
        announce(self.empty, title)

    def _fit(self) -> None:
        px = self.look.px
        beside = self.width() >= px(_BESIDE)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if beside:
            self._side.setFixedWidth(px(_DETAIL))
            self._side.setMaximumHeight(16777215)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
            self._side.setMaximumHeight(self.height() // 2)
        self._side.setMinimumHeight(0)
        self._place_overlays()

    def _place_overlays(self) -> None:
        px, area = self.look.px, self.canvas.rect()
        margin = px(12)
        for widget in (self.legend, self.zoom, self.note):
            widget.adjustSize()
        self.note.resize(min(self.note.width(), area.width() - 2 * margin), self.note.height())
        self.note.move(margin, margin)
        bottom = area.bottom() - margin
        self.zoom.move(area.right() - margin - self.zoom.width(), bottom - self.zoom.height())
        self.legend.move(margin, bottom - self.legend.height())
        room = area.width() - self.zoom.width() - 3 * margin
        self.legend.setVisible(self.legend.width() <= room and area.height() > px(150))


class NetworkEmpty(Surface, Styled):
    """A sentence, a hint, and ways on."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "sunken")
        self._title = Label(look, role="title", wrap=True)
        self._hint = Label(look, role="body", tone="text2", wrap=True)
        self.clear_button = Button(look, "Clear search and filters")
        self.again_button = Button(look, "Try again")
        self.list_button = Button(look, "Show the list", icon="list")
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button in (self.clear_button, self.again_button, self.list_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            column.addWidget(label)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self._column = column
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._column.setContentsMargins(px(24), px(12), px(24), px(12))
        self._column.setSpacing(px(10))
        self._buttons.setSpacing(px(8))

    @property
    def said(self) -> tuple[str, str]:
        """The sentence and the hint."""
        return self._title.text(), self._hint.text()

    def tell(self, title: str, hint: str, *, clears: bool, again: bool) -> None:
        """Say something, and offer what helps."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.clear_button.setVisible(clears)
        self.again_button.setVisible(again)
