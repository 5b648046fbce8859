"""Files dropped on the window: a briefing opens, of anything else is told what it is.

In: drags from other programs. Out: the path of a briefing, or an error fit to show. Must not know:
how a briefing is read, the records and slides that are dragged inside the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from briefer.errors import BrieferError, BriefingFileError, DeckError, StoreError

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_SQLITE = b"SQLite format 3\0"
_DECKS = (".pptx", ".potx", ".ppt", ".pptm", ".odp")
_RECORDS = (".csv", ".tsv", ".xlsx", ".xls", ".ris", ".bib", ".json")


class Dropping(QObject):
    """Takes files dropped anywhere on a window, text fields too."""

    dropped = Signal(object)
    """The path of one file."""
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
            self.dropped.emit(the_briefing(urls))
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


def the_briefing(urls: Sequence[QUrl]) -> Path:
    """Return the one briefing among what was dropped; raise BrieferError for anything else."""
    if any(not url.isLocalFile() for url in urls):
        raise BriefingFileError(
            "Only files on this computer can be opened.",
            hint="Briefer opens no network connection. Save the file first, then drop it.",
        )
    paths = [Path(url.toLocalFile()) for url in urls]
    briefings = [path for path in paths if path.suffix.lower() == ".briefing"]
    if len(paths) > 1:
        some = f"{len(briefings)} of them briefings" if briefings else "none of them a briefing"
        raise BriefingFileError(
            f"{len(paths)} files were dropped, {some}.", hint="Drop one briefing at a time."
        )
    return _checked(paths[0])


def _checked(path: Path) -> Path:
    """Return a path that may be a briefing; raise BrieferError for what is something else."""
    name, suffix = path.name or str(path), path.suffix.lower()
    if path.is_dir():
        raise BriefingFileError(f"{name} is a folder.", hint="Drop the .briefing file in it.")
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_SQLITE))
    except FileNotFoundError:
        raise BriefingFileError(
            f"{name} is not there any more: {path}.", hint="Check where it was moved to."
        ) from None
    except OSError as error:
        raise BriefingFileError(
            f"{name} cannot be read: {error.strerror or error}.",
            hint="Check its permissions and the drive it is on.",
        ) from error
    if head == _SQLITE or suffix == ".sqlite":
        raise StoreError(
            f"{name} is a library or another database, no briefing.",
            hint="To work with a library close Briefer and start it with: "
            f'briefer --store "{path}"',
        )
    if suffix in _DECKS:
        raise DeckError(
            f"{name} is a presentation; a deck is not turned back into a briefing.",
            hint="Open the .briefing file that it was exported from. "
            f'What it cites is told by: briefer inspect "{path}"',
        )
    if suffix in _RECORDS:
        raise BriefingFileError(
            f"{name} holds data, no briefing.",
            hint="Records are added to the library one by one, or by the command: briefer add",
        )
    if suffix != ".briefing":
        raise BriefingFileError(
            f"{name} is of a kind that Briefer does not open.", hint="Drop a .briefing file."
        )
    return path
