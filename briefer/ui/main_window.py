"""The main window: panels put together and kept in step with look and session.

In: places of files, settings. Out: a window on the screen. Must not know: what the panels show.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from briefer import paths
from briefer.settings import Settings, load_settings
from briefer.ui.actions import SLIDE_PANEL_COMMANDS, Actions
from briefer.ui.aftermath import Aftermath, restored_words, saved_at
from briefer.ui.background import Background
from briefer.ui.body import Body
from briefer.ui.briefing_tools import BriefingTools
from briefer.ui.care import Care, Library
from briefer.ui.checks.panel import ChecksPanel
from briefer.ui.checks.right import RightPanel
from briefer.ui.commands import Commands
from briefer.ui.desk import Desk
from briefer.ui.errors import Reporter
from briefer.ui.header import Header
from briefer.ui.inspector.panel import InspectorPanel
from briefer.ui.instance import Instance
from briefer.ui.later import load_later
from briefer.ui.leaving import Leaving
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.menus import Menus
from briefer.ui.network.commands import NetworkCommands
from briefer.ui.network.view import NetworkView
from briefer.ui.panels import Panels
from briefer.ui.places import Places
from briefer.ui.preferences import Preferences, dress, look_of
from briefer.ui.records.commands import RecordCommands
from briefer.ui.regions import Regions
from briefer.ui.session import Session
from briefer.ui.shortcuts.keymap import KeyMap
from briefer.ui.shortcuts.tips import tell_keys
from briefer.ui.stage.panel import StagePanel
from briefer.ui.status import StatusBar
from briefer.ui.storyboard.commands import StoryboardCommands
from briefer.ui.storyboard.panel import StoryboardPanel
from briefer.ui.tasks import answer_first
from briefer.ui.theme import Look, restyle_all
from briefer.ui.tidying import Tidier, keep_old_objects
from briefer.ui.timeline.panel import TimelineView
from briefer.ui.views import LIST, Views

FOLD_MENUS, FOLD_NOTES = 760, 620
"""Effective width and height, in px, below which menus fold into one and notes fold."""
_SIZE = (1440, 900)
_LEAST = (700, 440)


class MainWindow(QMainWindow):
    """Library, stage, inspector and storyboard over one session."""

    def __init__(self, look: Look, places: Places, settings: Settings) -> None:
        super().__init__()
        self.look = look
        self.session = Session(places)
        self.aftermath = Aftermath(places.mark)
        self.actions_by_name = Actions()
        self.reporter = Reporter(look, self)
        self.session.failed.connect(self.reporter.show)
        self.preferences = Preferences(settings, places.settings, failed=self.reporter.show)
        dress(look, self.preferences)
        self.keymap = KeyMap(self.actions_by_name, self.preferences)
        self._low = False
        self._make_panels()
        self.commands = Commands(
            look,
            self,
            self.session,
            self.actions_by_name,
            keymap=self.keymap,
            reporter=self.reporter,
            preferences=self.preferences,
            background=Background(self.status.job, failed=self.reporter.show),
        )
        self.slide_commands = StoryboardCommands(
            look, self, self.session, self.actions_by_name, self.storyboard
        )
        self.menus = Menus(
            look,
            self,
            actions=self.actions_by_name,
            set_theme=self.commands.set_theme,
            set_scale=self.commands.set_scale,
        )
        self.header = Header(look, self.actions_by_name, self.menus)
        self.setMenuWidget(self.header)
        self._put_together()
        self._connect()
        self.desk = Desk(self)
        self.leaving = Leaving(self)
        tell_keys(self)
        look.dress(self)
        self.resize(*_SIZE)
        self._tick()
        self._show_name()

    def _make_panels(self) -> None:
        look, session = self.look, self.session
        self.library = LibraryPanel(look, session)
        self.stage = StagePanel(look, session, self.library)
        self.views = Views(look, self.actions_by_name, self.library)
        self.timeline = TimelineView(look, session)
        self.views.add("timeline", self.timeline)
        self.network = NetworkView(look, session, self.library)
        self.views.add("network", self.network)
        self.inspector = InspectorPanel(look, session)
        self.right = RightPanel(look, session, self.inspector, ChecksPanel(look, session))
        self.storyboard = StoryboardPanel(look, session, self.library)
        self.status = StatusBar(look, session)

    def _put_together(self) -> None:
        self.body = Body(
            self.look,
            library=self.library,
            stage=self.stage,
            inspector=self.right,
            storyboard=self.storyboard,
            whole=self.views.area,
        )
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.views.put_in_order()
        self.slide_commands.fill_slide_menu(self.storyboard.menu)
        self.storyboard.set_add_menu(self.menus.by_name["Insert"])

    def _connect(self) -> None:
        actions, commands = self.actions_by_name, self.commands
        for action in actions.all():
            if action.objectName() not in SLIDE_PANEL_COMMANDS:
                self.addAction(action)
        for name in SLIDE_PANEL_COMMANDS:
            for panel in (self.stage.canvas, self.storyboard.body):
                panel.addAction(actions[name])
        self.tools = BriefingTools(self)
        self.records = RecordCommands(self)
        self.network_commands = NetworkCommands(actions, self.views, self.network)
        self.regions = Regions(self)
        self.panels = Panels(self)
        self._on("next-region", lambda: self.regions.step(1))
        self._on("previous-region", lambda: self.regions.step(-1))
        self._on("find", self._find)
        self.library.slide_wanted.connect(self._go_to_page)
        self.views.changed.connect(lambda name: self.body.show_whole(name != LIST))
        self.views.slide_wanted.connect(self._go_to_page)
        self.status.slide_wanted.connect(self._go_to_page)
        self.storyboard.title_wanted.connect(self._edit_title)
        self.stage.shortcuts_wanted.connect(commands.show_shortcuts)
        self.stage.own_wanted.connect(self.session.new)
        self.stage.empty.chosen.connect(commands.begin)
        self.session.briefing_changed.connect(self._show_name)
        self.session.briefing_changed.connect(self._show_inspector)
        self.look.changed.connect(self._restyle)

    def _on(self, name: str, do: Callable[[], None]) -> None:
        action: QAction = self.actions_by_name[name]
        action.triggered.connect(lambda _=False: do())

    def start(self, briefing_path: Path | None = None) -> None:
        """Show the briefing asked for, else the last one, else the sample."""
        saved, crashed = saved_at(self.session.places.autosave), self.aftermath.begin()
        start_with = "last" if crashed else self.preferences.settings.start_with
        self.session.start(briefing_path, start_with=start_with)
        if crashed and saved and briefing_path is None and not self.session.is_sample:
            self.stage.tell_restored(restored_words(saved))
        if briefing_path is not None and briefing_path.is_file():
            self.desk.recent.add(briefing_path)

    def _find(self) -> None:
        if self.views.current == LIST:
            self.body.reveal("library")
        self.library.focus_search()

    def _edit_title(self) -> None:
        if self.session.card is not None:
            self.views.go(LIST)
            self.tools.checking.show_slide()
            self.inspector.focus_title()

    def _go_to_page(self, number: int) -> None:
        built = self.session.built
        if built is not None and 1 <= number <= len(built.pages):
            self.session.go(self.session.spot_of(built.pages[number - 1]))

    def _show_inspector(self) -> None:
        self.body.show_inspector(bool(self.session.briefing.cards))

    def _show_name(self) -> None:
        title = self.session.briefing.title
        self.header.name.show_name(title)
        self.setWindowTitle(f"{title or 'Untitled briefing'} - Briefer")

    def _restyle(self) -> None:
        self.look.dress(self)
        restyle_all(self)
        self._tick()
        self._fit()

    def _tick(self) -> None:
        self.menus.tick(theme=self.look.theme, scale=self.look.scale)

    def _fit(self) -> None:
        effective = self.width() * 100 // self.look.scale
        self.header.set_narrow(effective < FOLD_MENUS)
        self.views.area.fit()
        self.status.set_narrow(effective < FOLD_MENUS + 340)
        low = self.height() * 100 // self.look.scale < FOLD_NOTES
        if low != self._low:
            self._low = low
            self.stage.notes.set_folded(low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what waits and end the threads; stay where it cannot be saved."""
        if not self.leaving.may_close():
            event.ignore()
            return
        self.desk.close()
        self.session.close()
        self.storyboard.lane.close()
        self.views.close()
        self.commands.export_lane.close()
        self.aftermath.end()
        super().closeEvent(event)


def make_window(
    places: Places, *, look: Look | None = None, briefing_path: Path | None = None
) -> MainWindow:
    """Return a window on a store and a briefing; needs a QApplication. It is not shown yet."""
    settings = load_settings(places.settings)
    look = look or look_of(settings)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        look.apply(application)
    window = MainWindow(look, places, settings)
    window.setMinimumSize(*_LEAST)
    window.start(briefing_path)
    return window


def open_window(
    store_path: Path, briefing_path: Path | None = None, *, instance: Instance | None = None
) -> tuple[int, Path | None]:
    """Open the window on a store and run until it is closed.

    Return the exit status, and what is to be put in the store's place if it was found damaged. The
    store must exist. The briefing is the file named, else the one saved last in the user's folder,
    else the sample. Expected errors are shown in dialogs over the window. `instance` brings the
    files that later starts of the program want opened.
    """
    answer_first()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("Briefer")
    QGuiApplication.setDesktopFileName("briefer")
    places = Places(
        store=store_path,
        templates=paths.bundled_templates(),
        user_folder=paths.user_folder(),
        sample=paths.sample_briefing(),
    )
    window = make_window(places, briefing_path=briefing_path)
    window.setWindowIcon(QIcon(_mark(window)))
    before = window.reporter.install()
    window.desk.show_as_left()
    keep_old_objects()
    Tidier(window)
    load_later(window, lambda: window.session.up_to_date)
    if instance is not None:
        window.desk.listen(instance)
    library = Library(store_path, paths.bundled_store())
    care = Care(window.look, window, library, failed=window.reporter.show)
    care.start(sweeping=(*places.written_in, *window.aftermath.left))
    status = application.exec()
    care.close()
    sys.excepthook = before
    return status, care.chosen


def _mark(window: MainWindow) -> QPixmap:
    """Return the mark of the program for the task bar."""
    return window.header.mark.grab().scaled(
        64, 64, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
