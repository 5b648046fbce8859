"""The choice of a citation style, with a button that adds one from a `.csl` file.

In: the session. Out: an edit of the briefing's style; a style kept in the user's folder. Must not
know: what a style does. `told` says that there are words to be seen below.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefer.citations.csl import PREFIX, Listed
from briefer.citations.csl.checking import StyleFile
from briefer.storyboard import edits
from briefer.ui.records.notice import Notice
from briefer.ui.session import Session
from briefer.ui.tasks import Query
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.file_dialog import FileDialog

_FILTER = "Citation styles (*.csl);;All files (*)"


class StyleRow(QWidget):
    """All styles that can be used, and the way to more; what is wrong with a file is told below."""

    told = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.choice = Choice(look, "Citation style")
        self.add = Button(look, "Add a style…", height=30)
        self.add.clicked.connect(self._ask)
        self.remove = Button(look, "Remove", icon="trash", height=30, name="Remove this style")
        self.remove.clicked.connect(self._remove)
        self.notice = Notice(look)
        row = QHBoxLayout()
        row.addWidget(self.choice, 1)
        row.addWidget(self.remove)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(5))
        column.addLayout(row)
        column.addWidget(self.notice)
        self._fill()
        self.choice.activated.connect(self._choose)
        self.choice.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()

    def show_style(self, name: str) -> None:
        """Show the briefing's style; one that cannot be used shows as the one used for it."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(name)))

    def add_file(self, file: Path) -> None:
        """Keep a style file, off the window's thread, and word the briefing in its style."""
        shelf = self._session.styles
        Query(
            self._session.files_lane,
            lambda _: shelf.add(file),
            self._added,
            failed=lambda error: self._tell(str(error), tone="danger"),
        )

    def _ask(self) -> None:
        dialog = FileDialog(self._look, self, "Add a citation style")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_FILTER)
        dialog.fileSelected.connect(lambda name: self.add_file(Path(name)))
        dialog.open()

    def _added(self, added: tuple[Listed, StyleFile]) -> None:
        style, found = added
        self._fill()
        self._tell(" ".join([f"Added “{style.label}”.", *found.notes]), tone="success")
        self.show_style(style.name)
        self._choose(self.choice.currentIndex())

    def _fit(self) -> None:
        """Offer to remove what was added; Briefer's own styles stay."""
        self.remove.setVisible(str(self.choice.currentData()).startswith(PREFIX))

    def _remove(self) -> None:
        """Delete the style shown, off the window's thread."""
        name, label = self.choice.currentData(), self.choice.currentText()
        shelf = self._session.styles
        Query(
            self._session.files_lane,
            lambda _: shelf.remove(name),
            lambda _: self._removed(label),
            failed=lambda error: self._tell(str(error), tone="danger"),
        )

    def _removed(self, label: str) -> None:
        """Word the briefing in the first style instead."""
        self._fill()
        self.choice.setCurrentIndex(0)
        self._choose(0)
        words = f"Briefings that name it are worded as “{self.choice.itemText(0)}”."
        self._tell(f"Removed “{label}”. {words}", tone="text2")

    def _tell(self, words: str, *, tone: str) -> None:
        self.notice.tell(words, tone=tone)
        QTimer.singleShot(0, self, self.told.emit)  # once it has its place

    def _fill(self) -> None:
        self.choice.clear()
        for style in self._session.styles.listed():
            if not style.problem:
                self.choice.addItem(style.label, style.name)

    def _choose(self, row: int) -> None:
        name, briefing = self.choice.itemData(row), self._session.briefing
        if name != briefing.style:
            edit = edits.set_briefing(briefing, style=name)
            self._session.do(edits.Edit("Change citation style", edit.briefing))
