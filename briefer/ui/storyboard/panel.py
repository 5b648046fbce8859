"""The storyboard panel: its heading with counts, and the strip, or what to do when it is empty."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.library.panel import LibraryPanel
from briefer.ui.paint import CENTER, box, painting, text
from briefer.ui.reading import duration, seconds_to_say
from briefer.ui.session import Session
from briefer.ui.storyboard.delegate import StripMetrics
from briefer.ui.storyboard.model import Drop, StripModel, rows_of
from briefer.ui.storyboard.view import StripView
from briefer.ui.tasks import Lane
from briefer.ui.theme import Look, Styled
from briefer.ui.thumbnails import Thumbnails
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.surface import Surface


class StoryboardPanel(Surface, Styled):
    """Slides in order along the bottom."""

    title_wanted = Signal()

    def __init__(self, look: Look, session: Session, library: LibraryPanel) -> None:
        super().__init__(look, "app", edges="t")
        self._session = session
        self.setAccessibleName("Storyboard")
        self.lane = Lane[None]("thumbnails", lambda: None, failed=session.failed.emit)
        self.thumbnails = Thumbnails(self.lane)
        self.model = StripModel(session, library.record)
        self.view = StripView(look, self.model, self.thumbnails)
        self.empty = _EmptyStrip(look, self.model)
        self.menu = QMenu(self)
        self._heading = Label(look, "Storyboard", role="heading")
        self._counts = Line(look, role="meta", tone="text2")
        self._hint = _Hint(look)
        self.add_button = Button(
            look, "Add slide", icon="plus", weight="quiet", trailing="chevron-down"
        )
        self._lay_out()
        self._connect()
        self.restyle()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading)
        self._head.addWidget(self._counts, 1)
        self._head.addWidget(self._hint)
        self._head.addWidget(self.add_button)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._column.addLayout(self._head)
        self._column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self._session.built_changed.connect(self.show_built)
        self._session.spot_changed.connect(self._show_spot)
        self.view.selectionModel().currentChanged.connect(self._selected)
        self.view.hinted.connect(self._hint.tell)
        self.view.title_wanted.connect(self.title_wanted)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.add_button.clicked.connect(self._open_add_menu)

    @override
    def restyle(self) -> None:
        """Take margins and height from the look."""
        px = self.look.px
        self._column.setContentsMargins(0, px(1), 0, px(2))
        self._column.setSpacing(px(4))
        self._head.setContentsMargins(px(14), px(4), px(10), 0)
        self._head.setSpacing(px(12))
        metrics = StripMetrics(self.look)
        self.setFixedHeight(px(1) + px(2) + px(4) * 2 + px(30) + metrics.total + metrics.bar)
        self.show_built()

    def first_focus(self) -> QWidget:
        """Return what takes the focus: the slides, or without any the button that adds one."""
        return self.view if self.view.isVisible() else self.add_button

    def set_add_menu(self, menu: QMenu) -> None:
        """Give the button "Add slide" its menu."""
        self._add_menu = menu

    def show_built(self) -> None:
        """Show the pages as last laid out."""
        built, template = self._session.built, self._session.template
        if built is None or template is None:
            return
        width = StripMetrics(self.look).width
        dpr = self.devicePixelRatioF()
        self.thumbnails.want(built.pages, template, width=width, dpr=dpr)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        rows = rows_of(built)
        self.model.show(rows)
        selection.blockSignals(False)
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        self._show_counts()
        self._show_spot()

    def _show_counts(self) -> None:
        built = self._session.built
        count = len(built.pages) if built else 0
        if built is None or not count:
            self._counts.set_text("Empty")
            return
        said = duration(seconds_to_say(slide.say for slide in built.deck.slides))
        slides = f"{count} {'slide' if count == 1 else 'slides'}"
        self._counts.set_text("  ·  ".join(part for part in (slides, said) if part))

    def _show_spot(self) -> None:
        if not self._session.up_to_date:
            return
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.view.show_row(self.model.row_of(self._session.page))
        selection.blockSignals(False)
        self.view.viewport().update()

    def _selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid() or current.row() >= len(self.model.rows):
            return
        page = self.model.rows[current.row()].page
        if page is not None and self._session.up_to_date:
            self._session.go(self._session.spot_of(page))

    def _open_menu(self, at: QPoint) -> None:
        if self.view.index_at_menu(at).isValid():
            self.menu.popup(self.view.viewport().mapToGlobal(at))

    def _open_add_menu(self) -> None:
        self._add_menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))


class _Hint(QWidget):
    """The dark pill that says what letting go would do."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = Line(look, role="meta_strong", tone="on_hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(5), look.px(12), look.px(5))
        row.addWidget(self._words)
        self.hide()

    def tell(self, words: str) -> None:
        """Show words, or nothing."""
        self._words.set_text(words)
        self.setVisible(bool(words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        with painting(self) as painter:
            box(painter, QRectF(self.rect()), self._look.px(6), fill=self._look.color("hint"))


class _EmptyStrip(QWidget, Styled):
    """The dashed field of a storyboard without slides; cards can be dropped on it."""

    def __init__(self, look: Look, model: StripModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self.setAcceptDrops(True)
        self.setAccessibleName("Drag cards here, or press Enter on a card")

    @override
    def restyle(self) -> None:
        """Nothing but a repaint is needed."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect()).adjusted(px(14), px(2), -px(14), -px(10))
            painter.setBrush(look.color("panel"))
            pen = QPen(look.color("control"), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(area, px(8), px(8))
            words = "Drag cards here, or press Enter on a card in the library"
            text(painter, area, words, look.font("control"), look.color("text2"), align=CENTER)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take records."""
        if self._model.can_drop(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take records anywhere."""
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Add the first slide."""
        if self._model.drop(event.mimeData(), Drop(0)):
            event.acceptProposedAction()
