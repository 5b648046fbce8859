"""Files dropped on the window: a briefing opens, of anything else is told what it is.

In: drags from other programs. Out: the path of a briefing, of a presentation that may serve as a
template, of sources that may be imported, or an error fit to show. Must not know: how any of them
is read, the records and slides that are dragged inside the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from briefer.errors import BrieferError, BriefingFileError, DeckError, StoreError
from briefer.template.house import SUFFIXES

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_SQLITE = b"SQLite format 3\0"
_OTHER_DECKS = (".ppt", ".pptm", ".pot", ".potm", ".odp", ".key")
_SOURCES = (".ris", ".bib", ".bibtex", ".enw", ".nbib")
_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
_JSON = (".json",)
IMPORTS = (*_SOURCES, *_JSON)
"""How end the names of files with sources."""
_TEXTS = (".txt", ".text", ".md", ".html", ".htm", ".docx", ".pdf")


class Dropping(QObject):
    """Takes files dropped anywhere on a window, text fields too."""

    dropped = Signal(object)
    """The path of a briefing."""
    template_wanted = Signal(object)
    """The path of a presentation or template, whose look may serve."""
    wants_import = Signal(object)
    """The path of a file with sources."""
    failed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._fields: list[QObject] = []
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._watch_fields()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of files; all others go on as they were."""
        if event.type() not in _DROPS or not isinstance(event, QDropEvent):
            return False
        if not event.mimeData().hasUrls():
            return False
        if event.type() == QEvent.Type.DragEnter:
            self._watch_fields()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            urls = tuple(event.mimeData().urls())
            # The program dragged from waits until this returns.
            QTimer.singleShot(0, lambda: self.take(urls))
        return True

    def take(self, urls: Sequence[QUrl]) -> None:
        """Take what was dropped: one file."""
        try:
            path = the_file(urls)
            suffix = path.suffix.lower()
            if suffix in SUFFIXES:
                self.template_wanted.emit(path)
            elif suffix in IMPORTS:
                self.wants_import.emit(path)
            else:
                self.dropped.emit(the_briefing(path))
        except BrieferError as error:
            self.failed.emit(error)

    def _watch_fields(self) -> None:
        """Text fields would write a file's name into themselves."""
        fields: list[QWidget] = [
            *self._window.findChildren(QLineEdit),
            *(edit.viewport() for edit in self._window.findChildren(QPlainTextEdit)),
        ]
        for field in fields:
            field.removeEventFilter(self)
            field.installEventFilter(self)


def urls_of(paths: Sequence[Path]) -> QMimeData:
    """Return files as another program drags them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def the_file(urls: Sequence[QUrl]) -> Path:
    """Return the one file that was dropped, which can be read and is no library.

    Raise BrieferError for anything else.
    """
    if any(not url.isLocalFile() for url in urls):
        raise BriefingFileError(
            "Only files on this computer can be opened.",
            hint="Briefer opens no network connection. Save the file first, then drop it.",
        )
    paths = [Path(url.toLocalFile()) for url in urls]
    briefings = [path for path in paths if path.suffix.lower() == ".briefing"]
    if len(paths) > 1:
        some = f"{len(briefings)} of them briefings" if briefings else "none of them a briefing"
        raise BriefingFileError(f"{len(paths)} files were dropped, {some}.", hint="Drop one.")
    path = paths[0]
    if _head(path) == _SQLITE or path.suffix.lower() == ".sqlite":
        raise StoreError(
            f"{path.name} is a library or another database, no briefing.",
            hint="To work with a library close Briefer and start it with: "
            f'briefer --store "{path}"',
        )
    return path


def _head(path: Path) -> bytes:
    """Return how a file begins; raise BriefingFileError where it cannot be read."""
    name = path.name or str(path)
    if path.is_dir():
        raise BriefingFileError(f"{name} is a folder.", hint="Drop the .briefing file in it.")
    if path.exists() and not path.is_file():  # a pipe or a device, which may be waited for for ever
        raise BriefingFileError(f"{name} is no file.", hint="Drop a .briefing file.")
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SQLITE))
    except FileNotFoundError:
        raise BriefingFileError(
            f"{name} is not there any more: {path}.", hint="Check where it was moved to."
        ) from None
    except OSError as error:
        raise BriefingFileError(
            f"{name} cannot be read: {error.strerror or error}.",
            hint="Check its permissions and the drive it is on.",
        ) from error


def the_briefing(path: Path) -> Path:
    """Return a path that may be a briefing's; raise BrieferError for what is something else."""
    name, suffix = path.name, path.suffix.lower()
    if suffix in _OTHER_DECKS:
        raise DeckError(
            f"{name} is a presentation in a format that Briefer does not read.",
            hint="Save it as .pptx or .potx to use its look as a template.",
        )
    if suffix in _TABLES:
        raise BriefingFileError(
            f"{name} holds a table, which Briefer cannot read yet.",
            hint="Library > New record adds records one at a time.",
        )
    if suffix in _TEXTS:
        raise BriefingFileError(
            f"{name} may be the text of a source, but not a briefing.",
            hint="Open Library > Sources… and drop it on the source whose text it is.",
        )
    if suffix != ".briefing":
        raise BriefingFileError(
            f"{name} is of a kind that Briefer does not open.", hint="Drop a .briefing file."
        )
    return path
