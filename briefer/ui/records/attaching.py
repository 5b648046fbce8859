"""Attaching the text of a source from a document: asked for, read beside the store, then kept.

In: a source, the widget that wants its text. Out: a change of the library, noted as a step. Must
not know: what is shown of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from briefer.documents import Document, read_document
from briefer.records import Ref
from briefer.ui.records.asking import change
from briefer.ui.records.listing import attach_document
from briefer.ui.records.work import Done
from briefer.ui.session import Session
from briefer.ui.tasks import Failed, Query
from briefer.ui.theme import Look
from briefer.ui.widgets.file_dialog import FileDialog

_FILTER = "Documents (*.txt *.text *.md *.html *.htm *.docx *.pdf);;All files (*)"
_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def ask_text(look: Look, owner: QWidget, name: str, *, chosen: Callable[[Path], None]) -> None:
    """Ask for the document that is the text of a source of a name."""
    dialog = FileDialog(look, owner, f"Text of {name}")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(_FILTER)
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()


def attach_text(
    owner: QWidget,
    session: Session,
    source: Ref,
    path: Path,
    done: Callable[[Done], None],
    *,
    failed: Failed,
) -> None:
    """Attach a document's text to a source; what is known of it is told with the change."""

    def keep(document: Document) -> None:
        change(
            owner,
            session,
            lambda store: attach_document(store, source, document, path.name),
            done,
            failed=failed,
        )

    # A long PDF takes seconds, which the lane of the store has not.
    Query(session.files_lane, lambda _: read_document(path), keep, failed=failed)


class DocumentDrops(QObject):
    """Takes a document dropped on a widget, and tells where on it."""

    dropped = Signal(object, object)
    """The path of a document, and the point of the widget at which it was dropped."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of one file on this computer; all others go on as they were."""
        if event.type() not in _DROPS or not isinstance(event, QDropEvent):
            return False
        path = _document(event.mimeData().urls())
        if path is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path, event.position().toPoint())
        return True


def _document(urls: Sequence[QUrl]) -> Path | None:
    """Return the one file of a drag, None where there is none or more."""
    local = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return local[0] if len(local) == 1 == len(urls) else None
