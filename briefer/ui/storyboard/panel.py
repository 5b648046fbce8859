"""The storyboard panel: its heading with counts and switch, and strip, outline or grid."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefer.layout.boxes import Page
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.session import Session
from briefer.ui.spots import Spot
from briefer.ui.storyboard.arrange import Metrics
from briefer.ui.storyboard.chapters import chapters_of
from briefer.ui.storyboard.chosen import Chosen
from briefer.ui.storyboard.dropping import Drops
from briefer.ui.storyboard.folding import Folding
from briefer.ui.storyboard.grid import GridView
from briefer.ui.storyboard.head import Head
from briefer.ui.storyboard.height import Height
from briefer.ui.storyboard.hint import EmptyStrip, Hint
from briefer.ui.storyboard.model import StripModel
from briefer.ui.storyboard.outline import OutlineView
from briefer.ui.storyboard.outline_model import OutlineModel
from briefer.ui.storyboard.rows import rows_of
from briefer.ui.storyboard.view import StripView
from briefer.ui.tasks import Lane
from briefer.ui.theme import Look, Styled
from briefer.ui.thumbnails import Thumbnails
from briefer.ui.widgets.menu import Menu
from briefer.ui.widgets.surface import Surface

Mode = Literal["strip", "outline", "grid"]
MODES: dict[str, Mode] = {"strip": "strip", "outline": "outline", "grid": "grid"}


class StoryboardPanel(Surface, Styled):
    """Slides in order along the bottom."""

    title_wanted = Signal()
    mode_changed = Signal()

    def __init__(self, look: Look, session: Session, library: LibraryPanel) -> None:
        super().__init__(look, "app", edges="t")
        self._session = session
        self._syncing = False
        self.mode: Mode = "strip"
        self.setAccessibleName("Storyboard")
        self.lane = Lane[None]("thumbnails", lambda: None, failed=session.failed.emit)
        self.thumbnails = Thumbnails(self.lane)
        self.drops = Drops(session, library.record)
        self.chosen = Chosen(session)
        self.model = StripModel(self.drops)
        self.outline_model = OutlineModel(session, self.drops)
        self.view = StripView(look, self.model, self.thumbnails)
        self.grid = GridView(look, self.model, self.thumbnails)
        self.grid.setSelectionModel(self.view.selectionModel())
        self.outline = OutlineView(look, self.outline_model, self.thumbnails)
        self.empty = EmptyStrip(look, self.drops)
        self.menu = Menu(look, self)
        self.head = Head(look)
        self.add_button = self.head.add_button
        self.hint = Hint(look, self)
        self._lay_out()
        self._connect()
        self.folding = Folding(self)
        self.height_keeper = Height(self)
        self.restyle()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self.body = QWidget()
        self._stack = QStackedLayout(self.body)
        for view in (self.view, self.outline, self.grid, self.empty):
            self._stack.addWidget(view)
        self._column.addWidget(self.head)
        self._column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self._session.built_changed.connect(self.show_built)
        self._session.spot_changed.connect(self.show_chosen)
        self.chosen.changed.connect(self.show_chosen)
        selection = self.view.selectionModel()
        selection.selectionChanged.connect(lambda *_: self._selected(moved=False))
        selection.currentChanged.connect(lambda *_: self._selected(moved=True))
        tree = self.outline.selectionModel()
        tree.selectionChanged.connect(lambda *_: self._selected_in_outline(moved=False))
        tree.currentChanged.connect(lambda *_: self._selected_in_outline(moved=True))
        self.drops.landed.connect(self.chosen.choose)
        for view in (self.view, self.grid, self.outline):
            view.hinted.connect(self.hint.tell)
            view.settled.connect(self._settle)
            view.customContextMenuRequested.connect(self._open_menu)
        for slides in (self.view, self.grid):
            slides.title_wanted.connect(self.title_wanted)
        self.add_button.clicked.connect(self.open_add_menu)
        self.head.switch.chosen.connect(lambda name: self.set_mode(MODES[name]))
        self.head.sizes.chosen.connect(self.set_grid_size)

    @override
    def restyle(self) -> None:
        """Take margins and height from the look."""
        px = self.look.px
        self._column.setContentsMargins(0, px(1), 0, px(2))
        self._column.setSpacing(px(4))
        self.keep_height()
        QTimer.singleShot(0, self, self.keep_height)  # the heading takes its size after this
        self.show_built()

    def keep_height(self) -> None:
        """Be as high as the view that is shown wants to be, or as the heading alone."""
        if self.folding.folded:
            margins = self._column.contentsMargins()
            around = margins.top() + margins.bottom()
            self.height_keeper.fit(self.head.sizeHint().height() + around)
        else:
            self.height_keeper.fit(self.strip_height if self.mode == "strip" else 0)

    @property
    def strip_height(self) -> int:
        """The height of the whole panel as a strip, in px."""
        px = self.look.px
        return px(1) + px(2) + px(4) + self.head.sizeHint().height() + self.view.height_needed

    # Strip, outline, grid

    @property
    def current(self) -> StripView | GridView | OutlineView:
        """The view that is chosen."""
        if self.mode == "outline":
            return self.outline
        return self.grid if self.mode == "grid" else self.view

    def set_mode(self, mode: Mode) -> None:
        """Show the slides as strip, outline or grid; the keyboard stays in the storyboard."""
        if mode == self.mode:
            return
        focused = self.current.hasFocus()
        self.mode = mode
        self.head.show_mode(mode)
        self.keep_height()
        self.show_built()
        if focused:
            self.current.setFocus()
        self.mode_changed.emit()

    def set_grid_size(self, name: str) -> None:
        """Show the grid's slides at another size (S, M, L)."""
        self.head.sizes.show_value(name)
        self.grid.set_size(name)
        self.show_built()
        self.mode_changed.emit()

    def first_focus(self) -> QWidget:
        """Return what takes the focus: the slides, or without any the button that adds one."""
        return self.current if self.current.isVisible() else self.add_button

    def set_add_menu(self, menu: QMenu) -> None:
        """Give the button "Add slide" its menu."""
        self._add_menu = menu

    # What is shown

    def show_built(self) -> None:
        """Show the pages as last laid out."""
        built, template = self._session.built, self._session.template
        if built is None or template is None:
            return
        large = self.grid.picture_width if self.mode == "grid" else self.view.picture_width
        width = Metrics(self.look, large).width
        self.thumbnails.want(built.pages, template, width=width, dpr=self.devicePixelRatioF())
        rows = rows_of(built)
        self._syncing = True
        self.model.show(rows)
        if self.mode == "outline":
            self.outline_model.show(chapters_of(built), rows)
        self._syncing = False
        self._stack.setCurrentWidget(self.current if rows else self.empty)
        self._show_counts()
        self.show_chosen()
        if self.mode != "outline":
            (self.grid if self.mode == "grid" else self.view).tell_seen()

    def _show_counts(self) -> None:
        self.head.show_counts(self._session.built, len(self.chosen.cards))

    def show_chosen(self) -> None:
        """Show what is chosen, as soon as the rows are those of the briefing."""
        if not self._session.up_to_date or self._syncing:
            return
        self._syncing = True
        cards, section = self.chosen.cards, self.chosen.section
        if self.mode == "outline":
            self.outline.show_chosen(cards, section, self._session.spot.card)
        else:
            self._choose_rows(cards, section)
        self._syncing = False
        self._show_counts()
        self.current.viewport().update()

    def _choose_rows(self, cards: tuple[int, ...], section: int | None) -> None:
        selection, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        rows, here = self.model.rows, self.model.row_of(self._session.page)
        if section is not None:
            wanted = [n for n, row in enumerate(rows) if row.section == section and not row.page]
            wanted = wanted or [n for n, row in enumerate(rows) if row.section == section][:1]
        elif len(cards) > 1:
            among = set(cards)
            wanted = [n for n, row in enumerate(rows) if row.card in among]
        else:
            wanted = [here] if here >= 0 else []
        selected = {index.row() for index in selection.selectedIndexes()}
        if selected == set(wanted) and self.view.currentIndex().row() in wanted:
            return
        chosen = QItemSelection()
        for row in wanted:
            chosen.select(self.model.index(row), self.model.index(row))
        selection.select(chosen, flags.ClearAndSelect)
        if wanted:
            current = here if here in wanted else wanted[0]
            selection.setCurrentIndex(self.model.index(current), flags.NoUpdate)
            self.current.scrollTo(self.model.index(current))

    # What the user chooses

    def _selected(self, *, moved: bool) -> None:
        """Take over what is selected in strip or grid; `moved` tells that it is the current row.

        Qt tells of a click in two steps, now the current row first, now the selection: between
        them the current row is not selected.
        """
        if self._syncing or not self._session.up_to_date:
            return
        rows = self.model.rows
        selected = [index.row() for index in self.view.selectedIndexes()]
        chosen = [rows[row] for row in selected if row < len(rows)]
        here = self.view.currentIndex().row()
        if not chosen or (moved and here not in selected):
            return
        cards = [row.card for row in chosen if row.card is not None]
        page = rows[here].page if here in selected else None
        section = None if cards or any(row.page for row in chosen) else chosen[0].section
        self._take(page, cards, section)

    def _take(self, page: Page | None, cards: list[int], section: int | None) -> None:
        """Look at a page, and choose without showing again what the view shows already."""
        self._syncing = True
        if page is not None:
            with self.chosen.held():
                self._session.go(self._session.spot_of(page))
        self.chosen.choose(cards, section=section)
        self._syncing = False
        self._show_counts()

    def _settle(self) -> None:
        """Look at a chosen slide once a click took the one looked at out of the choice."""
        cards = self.chosen.cards
        if cards and self._session.spot.card not in cards:
            with self.chosen.held():
                self._session.go(Spot(cards[0]))
            self.chosen.choose(cards)
        self.show_chosen()

    def _selected_in_outline(self, *, moved: bool) -> None:
        """Take over what is selected in the outline."""
        if self._syncing or not self._session.up_to_date or self.mode != "outline":
            return
        selected, here = self.outline.selectedIndexes(), self.outline.currentIndex()
        if not selected or (moved and here not in selected):
            return
        cards, section = self.outline.chosen()
        entry = self.outline_model.entry(here) if here in selected else None
        self._take(entry.page if entry is not None else None, cards, section)

    def _open_menu(self, at: QPoint) -> None:
        if self.current.index_at_menu(at).isValid():
            self.menu.popup(self.current.viewport().mapToGlobal(at))

    def open_add_menu(self) -> None:
        """Open the menu of what can be added, under its button."""
        self._add_menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))
