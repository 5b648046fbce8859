"""The commands that bring sources into the library from a file, and write them to one.

In: the window's parts. Out: dialogs. Must not know: how any of them looks.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.records import Ref
from briefer.ui.tasks import Lane
from briefer.ui.widgets.file_dialog import FileDialog

if TYPE_CHECKING:
    from briefer.ui.main_window import MainWindow
    from briefer.ui.sources.importing import ImportDialog

_FILTER = "Sources (*.bib *.bibtex *.ris *.json *.txt);;All files (*)"


class SourceFiles(QObject):
    """Import sources and Export sources of the menu Library, and files of sources dropped."""

    def __init__(self, window: MainWindow, lane: Lane[None], folder: Path) -> None:
        """Take the lane in which files are read and written, and the folder to begin in."""
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._lane = lane
        self._folder = folder
        actions = window.actions_by_name
        actions["import-sources"].triggered.connect(lambda _=False: self.ask_file())
        actions["export-sources"].triggered.connect(lambda _=False: self.export())

    def ask_file(self, dialog: ImportDialog | None = None) -> None:
        """Ask for a file of sources, and look through it."""
        parent: QWidget = dialog or self._window
        asking = FileDialog(self._window.look, parent, "Import sources", self._folder)
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        asking.setNameFilter(_FILTER)
        asking.fileSelected.connect(lambda name: self.read(Path(name), dialog))
        asking.open()

    def read(self, path: Path, dialog: ImportDialog | None = None) -> None:
        """Read a file of sources in a dialog, in a new one where none is open."""
        self._folder = path.parent
        if dialog is None:
            from briefer.ui.sources.importing import ImportDialog

            window = self._window
            dialog = ImportDialog(window.look, window, self._session, lane=self._lane)
            made = dialog
            dialog.file_wanted.connect(lambda: self.ask_file(made))
            dialog.open()
        dialog.read(path)

    def export(self) -> None:
        """Open the dialog that writes sources to a file."""
        from briefer.ui.sources.exporting import ExportSourcesDialog

        window = self._window
        ExportSourcesDialog(
            window.look,
            window,
            self._session,
            lane=self._lane,
            chosen=[record.id for record in window.records.whole.chosen()],
            cited=self._cited(),
            folder=self._folder,
        ).open()

    def _cited(self) -> tuple[Ref, ...]:
        """Return the sources that the briefing cites, in the order of its numbers."""
        built = self._session.built
        references = built.deck.references if built else ()
        return tuple(dict.fromkeys(reference.source for reference in references))
