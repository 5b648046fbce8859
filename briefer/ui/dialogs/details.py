"""The properties of a briefing as a whole, on two pages; and a dialog that asks for one name.

In: the session. Out: edits of the briefing's settings while they are typed. Must not know: slides.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.compose.presets import PRESETS
from briefer.storyboard import edits
from briefer.ui.dialogs.sheet import Sheet
from briefer.ui.dialogs.style_row import StyleRow
from briefer.ui.dialogs.template_trial import template_label
from briefer.ui.marking.page import MarkingPage
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.buttons import Button
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.fields import NativeUndoOff
from briefer.ui.widgets.labels import Label, Line
from briefer.ui.widgets.segments import Segment, Segments

_FIELDS = (
    ("title", "Title"),
    ("subtitle", "Subtitle"),
    ("audience", "Audience"),
    ("date", "Date, as it is to be printed"),
)
BRIEFING, MARKING = "briefing", "marking"
_PAGES = (
    Segment(BRIEFING, "Briefing", "file-text"),
    Segment(MARKING, "Marking", "shield"),
)
_HEIGHT = 680
"""The height of the dialog in px of the design, so that both pages have the same."""
_NO_TYPE = "No type; only the general checks"


class DetailsDialog(Sheet):
    """A field for each setting of the briefing; what is typed counts at once."""

    template_wanted = Signal()

    def __init__(
        self, look: Look, parent: QWidget | None, session: Session, *, page: str = BRIEFING
    ) -> None:
        words = "They stand on the title slide and at the foot. Changes show at once."
        super().__init__(look, parent, "Briefing properties", words)
        self._session = session
        self.fields: dict[str, QLineEdit] = {}
        self.pages = Segments(look, _PAGES, name="Page of the properties")
        self.marking = MarkingPage(look, session)
        self._general = QWidget()
        self._lay_out()
        for name, label in _FIELDS:
            self._add_field(name, label)
        self._add_type()
        self._add_template()
        self._add_style()
        self.keep = Button(look, "Done", weight="primary", height=34)
        self.keep.clicked.connect(self.finish)
        self.add_button(self.keep, main=True)
        self.pages.chosen.connect(self.show_page)
        session.briefing_changed.connect(self.show_briefing)
        self.finished.connect(session.settle)
        self.show_briefing()
        self.show_page(page)
        self.arrange(600, _HEIGHT)

    def _lay_out(self) -> None:
        px = self.look.px
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(px(22), px(14), px(22), 0)
        top.addWidget(self.pages)
        top.addStretch(1)
        self._column = QVBoxLayout(self._general)
        self._column.setContentsMargins(px(22), px(14), px(22), px(18))
        self._column.setSpacing(px(5))
        whole.addLayout(top)
        whole.addWidget(self._general)
        whole.addWidget(self.marking)
        whole.addStretch(1)

    def show_page(self, name: str) -> None:
        """Show the general page or that of the marking, the keyboard in its first field."""
        self.pages.show_value(name)
        self._general.setVisible(name == BRIEFING)
        self.marking.setVisible(name == MARKING)
        if name == MARKING and not self.pages.has_focus:
            self.marking.marking.line.setFocus()

    @override
    def finish(self) -> None:
        """Close, unless something is typed that would be lost: then go to it."""
        if self.marking.unfinished is None:
            super().finish()
            return
        self.show_page(MARKING)
        self.marking.insist()

    def show_briefing(self) -> None:
        """Show the settings as they stand, after an undo too."""
        briefing = self._session.briefing
        for name, field in self.fields.items():
            value = getattr(briefing, name)
            # While a field is typed in, its end is kept: a space there may have words to come.
            if field.text().strip() != value and not (field.hasFocus() and field.isModified()):
                field.setText(value)
                field.setCursorPosition(0)
        self.type.setCurrentIndex(max(0, self.type.findData(briefing.preset)))
        self.template.set_text(template_label(briefing.template))
        self.style_row.show_style(briefing.style)

    def _add_field(self, name: str, words: str) -> None:
        field = QLineEdit()
        self.look.dress(field)
        field.setFont(self.look.font("body"))
        field.setMinimumHeight(self.look.px(34))
        field.setAccessibleName(words)
        NativeUndoOff(field)
        self._label(words, field)
        self._column.addWidget(field)
        self._column.addSpacing(self.look.px(5))
        field.textChanged.connect(self._editor(name))
        field.editingFinished.connect(lambda: field.setModified(False))
        self.fields[name] = field

    def _editor(self, name: str) -> Callable[[str], None]:
        def edit(words: str) -> None:
            said = words.strip()
            briefing = self._session.briefing
            if said != getattr(briefing, name):
                change = edits.set_briefing(briefing, **{name: said})
                self._session.do(change, merge="properties of the briefing")

        return edit

    def _add_type(self) -> None:
        self.type = Choice(self.look, "Type of briefing")
        self.type.addItem(_NO_TYPE, "")
        for preset in PRESETS.values():
            self.type.addItem(preset.label, preset.name)
        self._label("Type of briefing, which the checks hold it to", self.type)
        self._column.addWidget(self.type)
        self._column.addSpacing(self.look.px(5))
        self.type.activated.connect(self._choose_type)

    def _choose_type(self, row: int) -> None:
        name, briefing = self.type.itemData(row), self._session.briefing
        if name != briefing.preset:
            edit = edits.set_briefing(briefing, preset=name)
            self._session.do(edits.Edit("Change type of the briefing", edit.briefing))

    def _add_template(self) -> None:
        row = QHBoxLayout()
        self.template = Line(self.look)
        self.change_template = Button(self.look, "Choose template…", height=30)
        self.change_template.clicked.connect(self.template_wanted)
        self._label("Template", self.change_template)
        row.addWidget(self.template, 1)
        row.addWidget(self.change_template)
        self._column.addLayout(row)
        self._column.addSpacing(self.look.px(5))

    def _add_style(self) -> None:
        """Offer the citation styles; one that this Briefer lacks shows as the one used for it."""
        self.style_row = StyleRow(self.look, self._session)
        self.citation_style = self.style_row.choice
        self.style_row.told.connect(lambda: self.reveal(self.style_row.notice))
        self._label(
            "Citation style, in which sources are worded on all slides", self.citation_style
        )
        self._column.addWidget(self.style_row)

    def _label(self, words: str, field: QWidget) -> None:
        label = Label(self.look, words, role="meta", tone="text2")
        label.setBuddy(field)
        self._column.addWidget(label)


class NameDialog(Sheet):
    """One name, for instance of a section; `chosen` carries it."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, *, words: str, name: str = ""
    ) -> None:
        super().__init__(look, parent, title)
        px = look.px
        self.field = QLineEdit(name)
        look.dress(self.field)
        self.field.setFont(look.font("body"))
        self.field.setMinimumHeight(px(34))
        self.field.setAccessibleName(words)
        label = Label(look, words, role="meta", tone="text2")
        label.setBuddy(self.field)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(22), px(16), px(22), px(18))
        column.setSpacing(px(5))
        column.addWidget(label)
        column.addWidget(self.field)
        cancel = Button(look, "Cancel", height=34)
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.keep = Button(look, "OK", weight="primary", height=34)
        self.keep.clicked.connect(self._apply)
        self.add_button(self.keep, main=True)
        self.field.textChanged.connect(self._check)
        self.arrange(420)
        self._check()

    def _check(self) -> None:
        self.keep.setEnabled(bool(self.field.text().strip()))

    def _apply(self) -> None:
        self.chosen.emit(self.field.text().strip())
        self.finish()
