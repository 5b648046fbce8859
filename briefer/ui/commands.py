"""What the commands do: menus and shortcuts wired to the session and the panels.

In: the window's parts. Out: nothing; it connects. Must not know: how the parts look.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.presets import PRESETS
from briefer.errors import BrieferError
from briefer.preflight import Terms
from briefer.settings import TEXT_SCALES, Settings
from briefer.storyboard import edits
from briefer.storyboard.briefing import Card
from briefer.ui.actions import SLIDE_PANEL_COMMANDS, Actions
from briefer.ui.background import Background, Running
from briefer.ui.errors import Reporter
from briefer.ui.exporting import Form, briefing_name, file_name
from briefer.ui.preferences import Preferences
from briefer.ui.publishing import Publishing
from briefer.ui.session import Session
from briefer.ui.shortcuts.keymap import KeyMap
from briefer.ui.tasks import Change, Lane
from briefer.ui.theme import Look
from briefer.ui.widgets.file_dialog import FileDialog

if TYPE_CHECKING:
    from briefer.ui.dialogs.export import ExportDialog

BRIEFING_FILTER = "Briefing (*.briefing)"
_EXPORTS = ("export", "export-pdf", "export-handout", "export-pictures")


class Commands(QObject):
    """Does what the user chose, and tells the reporter what went wrong."""

    used = Signal(object)
    """A briefing file that was opened or saved."""
    exported = Signal(object)
    """A deck that was written."""
    keys_wanted = Signal()
    """The keys of commands are to be changed."""

    def __init__(
        self,
        look: Look,
        window: QWidget,
        session: Session,
        actions: Actions,
        *,
        keymap: KeyMap,
        reporter: Reporter,
        preferences: Preferences,
        background: Background,
    ) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._session = session
        self._actions = actions
        self._keymap = keymap
        self._reporter = reporter
        self.preferences = preferences
        self.background = background
        self._folder: Path | None = None
        self._export_waits = False
        self.export_lane = Lane[None]("export", lambda: None, failed=reporter.show)
        self.publishing = Publishing(
            look, window, session, lane=self.export_lane, background=background
        )
        self.publishing.fix_wanted.connect(actions["checks"].trigger)
        self._connect()
        preferences.changed.connect(lambda _: self._set_terms())
        self._set_terms()
        session.briefing_changed.connect(self.update_actions)
        session.built_changed.connect(self._built)
        session.spot_changed.connect(self.update_actions)
        self.update_actions()

    @property
    def settings(self) -> Settings:
        """The user's settings as they stand."""
        return self.preferences.settings

    def _connect(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "new": self._session.new,
            "open": self.ask_open,
            "open-sample": lambda: self._try(self._session.open_sample),
            "save-copy": self.ask_save_copy,
            "details": self.show_details,
            "export": self.export,
            "export-pdf": lambda: self._publish("pdf"),
            "export-handout": lambda: self._publish("handout"),
            "export-pictures": lambda: self._publish("pictures"),
            "quit": self._window.close,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "previous": lambda: self._session.step(-1),
            "next": lambda: self._session.step(1),
            "larger": lambda: self._step_scale(1),
            "smaller": lambda: self._step_scale(-1),
            "usual-size": lambda: self.set_scale(100),
            "shortcuts": self.show_shortcuts,
            "about": self.show_about,
        }
        for name, do in does.items():
            self._actions[name].triggered.connect(lambda _=False, do=do: do())
        for name in PRESETS:
            action = self._actions[f"new-{name}"]
            action.triggered.connect(lambda _=False, n=name: self._session.propose(n, anew=True))
        for name in _insertable():
            action = self._actions[f"insert-{name}"]
            action.triggered.connect(lambda _=False, name=name: self.insert(name))
        for name in SLIDE_PANEL_COMMANDS:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            self._actions[name].setShortcutContext(context)

    # Cards

    def insert(self, kind: str) -> None:
        """Add an empty slide of a kind behind the current one."""
        briefing, at = self._session.briefing, self._session.next_index
        self._session.do(edits.add_card(briefing, Card(kind=kind), at))

    def begin(self, way: str) -> None:
        """Fill an empty briefing: `title`, `sample`, or the name of a preset."""
        if way == "sample":
            self._try(self._session.open_sample)
        elif way == "title":
            briefing = edits.add_card(self._session.briefing, Card(kind=way), 0).briefing
            self._session.do(edits.Edit("Begin with title", briefing, 0))
        else:
            self._session.propose(way)

    # Files

    def ask_open(self) -> None:
        """Ask for a briefing file and open it."""
        dialog = self._file_dialog("Open briefing")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def open(self, path: Path) -> None:
        """Open a briefing file."""
        if self._try(lambda: self._session.open(path)):
            self.used.emit(path)

    def ask_save_copy(self) -> QFileDialog:
        """Ask where to and save a copy there; return the dialog that asks."""
        dialog = self._file_dialog("Save a copy")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("briefing")
        dialog.selectFile(file_name(self._session.briefing.title).removesuffix(".pptx"))
        dialog.fileSelected.connect(lambda name: self.save_copy(Path(name)))
        dialog.open()
        return dialog

    def save_copy(self, path: Path) -> None:
        """Save a copy of the briefing."""
        if self._try(lambda: self._session.save_copy(path)):
            self._folder = path.parent
            self.used.emit(path)

    def _file_dialog(self, title: str) -> QFileDialog:
        folder = self._folder or documents()
        dialog = FileDialog(self._look, self._window, title, folder)
        dialog.setNameFilter(BRIEFING_FILTER)
        return dialog

    def export(self) -> None:
        """Open the export dialog, as soon as the pages are those of the briefing."""
        self._export_waits = not self._session.up_to_date
        built = self._session.built
        if self._export_waits or built is None or not built.pages:
            return
        from briefer.ui.dialogs.export import ExportDialog

        folder = self._export_folder()
        dialog = ExportDialog(
            self._look,
            self._window,
            self._session,
            built=built,
            target=folder / briefing_name(built.briefing),
            lane=self.export_lane,
            author=self.settings.byline,
        )
        dialog.open_after.setChecked(self.settings.open_after_export)
        dialog.exported.connect(self._exported)
        dialog.left.connect(lambda change: self._export_behind(dialog, change))
        dialog.fix_wanted.connect(self._actions["checks"].trigger)
        dialog.open()

    def _export_behind(self, dialog: ExportDialog, change: Change) -> None:
        """Go on with an export whose dialog is closed."""
        folder = dialog.path.parent if dialog.open_after.isChecked() else None
        whole = dialog.release.limit is None

        def done(path: Path) -> None:
            if whole:
                self._exported(path)
            if folder is not None:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self.background.take(Running(change, f"Exporting {dialog.path.name}", done))

    def _set_terms(self) -> None:
        """Have the checks go by the settings."""
        terms = Terms(self.settings.statistic_years, author=self.settings.byline)
        if terms != self._session.terms:
            self._session.terms = terms
            self._session.rebuild()

    def _publish(self, form: Form) -> None:
        self.publishing.ask(form, folder=self._export_folder(), author=self.settings.byline)

    def _export_folder(self) -> Path:
        """Return the folder of the settings, else the one used last, else that for documents."""
        chosen = Path(self.settings.export_folder).expanduser()
        if self.settings.export_folder and chosen.is_dir():
            return chosen
        return self._folder or documents()

    def _exported(self, path: Path) -> None:
        self._folder = path.parent
        self.exported.emit(path)

    def _built(self) -> None:
        self.update_actions()
        if self._export_waits:
            self.export()

    # Dialogs

    def show_details(self, *, at_marking: bool = False) -> None:
        """Open the properties of the briefing, or the page of its marking."""
        from briefer.ui.dialogs.details import BRIEFING, MARKING, DetailsDialog

        page = MARKING if at_marking else BRIEFING
        dialog = DetailsDialog(self._look, self._window, self._session, page=page)
        dialog.template_wanted.connect(self._actions["template"].trigger)
        dialog.open()

    def show_marking(self) -> None:
        """Open the properties at the marking."""
        self.show_details(at_marking=True)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        from briefer.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._look, self._window, self._keymap.keys)
        dialog.change_wanted.connect(self.keys_wanted)
        dialog.open()

    def show_about(self) -> None:
        """Show version and licences."""
        from briefer.ui.dialogs.about import AboutDialog

        store = str(self._session.places.store)
        AboutDialog(self._look, self._window, store=store).open()

    # Look

    def set_theme(self, theme: str) -> None:
        """Show another theme and keep it."""
        self.preferences.keep(replace(self.settings, theme=theme))

    def set_scale(self, percent: int) -> None:
        """Show text at another size and keep it."""
        self.preferences.keep(replace(self.settings, text_scale=percent))

    def _step_scale(self, by: int) -> None:
        at = TEXT_SCALES.index(self.settings.text_scale) + by
        if 0 <= at < len(TEXT_SCALES):
            self.set_scale(TEXT_SCALES[at])

    # Actions

    def update_actions(self) -> None:
        """Name undo and redo after their steps; disable what cannot be done."""
        history, actions = self._session.history, self._actions
        for name, words, label in (
            ("undo", "&Undo", history.undo_label),
            ("redo", "&Redo", history.redo_label),
        ):
            lowered = label[:1].lower() + label[1:]
            actions[name].setText(f"{words} {lowered}" if label else words)
            actions[name].setEnabled(bool(label))
        for name in _EXPORTS:
            actions[name].setEnabled(bool(self._session.briefing.cards))

    def _try(self, do: Callable[[], object]) -> bool:
        """Do something; return whether it could be done, and tell where it could not."""
        try:
            do()
        except BrieferError as error:
            self._reporter.show(error)
            return False
        return True


def documents() -> Path:
    """Return the user's folder for documents, or home where the system names none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place) or Path.home())
    return folder if folder.is_dir() else Path.home()


def _insertable() -> tuple[str, ...]:
    return tuple(kind.name for kind in SLIDE_KINDS.values() if not kind.added_by_itself)
