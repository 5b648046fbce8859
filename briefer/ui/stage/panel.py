"""The stage panel: bar with the slide's number, the slide or how to begin, the notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records.base import Ref
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.session import Session
from briefer.ui.stage.bar import SlideBar
from briefer.ui.stage.canvas import Canvas
from briefer.ui.stage.empty import EmptyStage
from briefer.ui.stage.notes import NotesPanel
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.banner import Banner
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.surface import Surface


class StagePanel(QWidget, Styled):
    """The middle of the window."""

    shortcuts_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, look: Look, session: Session, library: LibraryPanel) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._library = library
        self.setAccessibleName("Stage")
        self._make_bar()
        self.canvas = Canvas(look)
        self.empty = EmptyStage(look)
        self.notes = NotesPanel(look, session)
        self._make_banner()
        self._column = QVBoxLayout(self)
        self._middle = QWidget()
        self._stack = QStackedLayout(self._middle)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.empty)
        self._ground = Surface(look, "sunken")
        self._pad = QVBoxLayout(self._ground)
        self._pad.addWidget(self.banner)
        for widget in (self.bar, self._ground, self._middle, self.notes):
            self._column.addWidget(widget, 1 if widget is self._middle else 0)
        self.canvas.dropped.connect(self._dropped)
        session.built_changed.connect(self.show_page)
        session.spot_changed.connect(self.show_page)
        session.briefing_changed.connect(self.show_page)
        self.restyle()
        self.show_page()

    def _make_bar(self) -> None:
        self.bar = SlideBar(self._look)
        self.back, self.on = self.bar.back, self.bar.on
        self.bar.back.clicked.connect(lambda: self._session.step(-1))
        self.bar.on.clicked.connect(lambda: self._session.step(1))

    def _make_banner(self) -> None:
        look = self._look
        shortcuts = Button(look, "Shortcuts")
        own = Button(look, "Start my own", weight="primary")
        shortcuts.clicked.connect(self.shortcuts_wanted)
        own.clicked.connect(self.own_wanted)
        words = "This is a sample briefing. Change anything; undo brings it back."
        self.banner = Banner(look, words, [shortcuts, own], icon="hand-stop")
        self.banner.closed.connect(self._close_banner)
        self.restored: Banner | None = None

    def tell_restored(self, words: str) -> None:
        """Say over the slide that a briefing outlived a crash, until it is closed."""
        if self.restored is None:
            self.restored = Banner(self._look, words, [], icon="history")
            self.restored.closed.connect(self._close_restored)
            self._pad.insertWidget(0, self.restored)
            announce(self, words)
        self.show_page()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._pad.setContentsMargins(px(16), px(8), px(16), 0)

    def show_page(self) -> None:
        """Show the page looked at."""
        session = self._session
        built, page = session.built, session.page
        empty = not session.briefing.cards
        begins = empty and self._stack.currentWidget() is not self.empty
        self._stack.setCurrentWidget(self.empty if empty else self.canvas)
        if begins and self.isVisible():
            self.empty.ways[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.setVisible(not empty)
        self.banner.setVisible(session.is_sample)
        self._ground.setVisible(session.is_sample or self.restored is not None)
        self.canvas.show_page(page, session.template)
        self.bar.show_page(page, len(built.pages) if built else 0)

    def _dropped(self, refs: tuple[Ref, ...]) -> None:
        records = [record for record in map(self._library.record, refs) if record is not None]
        if records:
            self._session.add_to_slide(records)

    def _close_restored(self) -> None:
        if self.restored is not None:
            self.restored.deleteLater()
            self.restored = None
        self.show_page()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_banner(self) -> None:
        self._session.is_sample = False
        self.show_page()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
