"""The speaker notes under the slide: what to say, in the user's words or as proposed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout
from typing_extensions import override

from briefer.storyboard import edits
from briefer.storyboard.edits import Edit
from briefer.ui.reading import duration, seconds_to_say
from briefer.ui.session import Session
from briefer.ui.stage.drafting import draft_notes
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.fields import NativeUndoOff
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.surface import Surface

_OPEN, _FOLDED = 118, 40


class NotesPanel(Surface, Styled):
    """A heading that folds it, and the words; edits apply while typing."""

    folded_by_user = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "panel", edges="t")
        self._session = session
        self._folded = False
        self._loading = False
        self.setAccessibleName("Speaker notes")
        self._title = Label(look, "Speaker notes", role="heading")
        self._time = Line(look, role="meta", tone="text2")
        self._more = Line(look, role="meta", tone="text2")
        self.draft = Button(
            look, "Draft from citations", icon="list-details", weight="quiet", height=26
        )
        self.reset = Button(look, "Reset to proposed", weight="quiet", height=26)
        self.reset.setAccessibleName("Reset notes to proposed")
        self.fold = Button(look, icon="chevron-down", weight="quiet", name="Fold notes", height=26)
        self.edit = QPlainTextEdit()
        self.edit.setProperty("plain", True)
        self.edit.setAccessibleName("Speaker notes")
        self.edit.setPlaceholderText("Click to add speaker notes.")
        self.edit.setTabChangesFocus(True)
        self.edit.document().setDocumentMargin(0)
        self.edit.setUndoRedoEnabled(False)
        self._undo = NativeUndoOff(self.edit)
        self._lay_out()
        self.fold.clicked.connect(self._toggle)
        self.draft.clicked.connect(self.draft_notes)
        self.reset.clicked.connect(self._reset)
        self.edit.textChanged.connect(self._typed)
        session.built_changed.connect(self.show_slide)
        session.spot_changed.connect(self.show_slide)
        self.restyle()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._time)
        self._head.addStretch(1)
        self._head.addWidget(self._more)
        self._head.addWidget(self.draft)
        self._head.addWidget(self.reset)
        self._head.addWidget(self.fold)
        self._column.addLayout(self._head)
        self._column.addWidget(self.edit, 1)

    @override
    def restyle(self) -> None:
        """Take fonts, margins and height from the look."""
        px = self.look.px
        self._column.setContentsMargins(px(16), px(6), px(14), px(6))
        self._column.setSpacing(px(2))
        self._head.setSpacing(px(10))
        self.edit.setFont(self.look.font("body"))
        palette = self.edit.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.look.color("text3"))
        self.edit.setPalette(palette)
        self.setFixedHeight(px(_FOLDED if self._folded else _OPEN))

    @property
    def folded(self) -> bool:
        """Whether only the heading is shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show the heading only, or the words too."""
        self._folded = folded
        self.edit.setVisible(not folded)
        self.fold.set_icon("chevron-up" if folded else "chevron-down")
        self.fold.setAccessibleName("Unfold notes" if folded else "Fold notes")
        self.fold.setToolTip(self.fold.accessibleName())
        self.restyle()

    def show_slide(self) -> None:
        """Show what is said over the slide looked at."""
        card, slide, page = self._session.card, self._session.slide, self._session.page
        own = card.words("notes") if card else ""
        proposed = slide.say if slide and self._session.up_to_date else ""
        words = own or proposed
        if words != self.edit.toPlainText() and not (self.edit.hasFocus() and not words):
            self._loading = True
            self.edit.setPlainText(words)
            self._loading = False
        self.edit.setReadOnly(card is None)
        self.reset.setVisible(bool(own))
        self.draft.setVisible(card is not None)
        said = duration(seconds_to_say([words]))
        self._time.set_text(said.capitalize())
        sources = len(page.numbers) if page else 0
        plural = "source" if sources == 1 else "sources"
        self._more.set_text(f"{sources} {plural} added on export" if sources else "")
        self.setVisible(page is not None)

    def _typed(self) -> None:
        index = self._session.spot.card
        if self._loading or self._session.card is None or index is None:
            return
        words = self.edit.toPlainText()
        edit = edits.set_words(self._session.briefing, index, "notes", words)
        self._session.do(edit, merge=f"notes {index}")

    def draft_notes(self) -> None:
        """Write what the slide's records say, with their sources, into the notes, as one step."""
        session = self._session
        built, slide, page = session.built, session.slide, session.page
        index, card = session.spot.card, session.card
        if built is None or slide is None or page is None or not session.up_to_date:
            return
        if card is None or index is None:
            return
        words = draft_notes(slide, page, built, card.words("notes"))
        session.settle()
        edit = edits.set_words(session.briefing, index, "notes", words)
        session.do(Edit(f"Draft notes of slide {page.number}", edit.briefing, edit.focus))

    def _reset(self) -> None:
        index = self._session.spot.card
        if self._session.card is not None and index is not None:
            self._session.do(edits.set_words(self._session.briefing, index, "notes", ""))

    def _toggle(self) -> None:
        self.set_folded(not self._folded)
        self.folded_by_user.emit()
