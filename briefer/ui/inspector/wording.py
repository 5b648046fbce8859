"""The wording of a slide: title with its meter, kind, and the other fields of the kind."""

from __future__ import annotations

from collections.abc import Callable

from briefer.compose.kind import NOTES, SlideKind, TextField
from briefer.compose.kinds import SLIDE_KINDS
from briefer.layout.boxes import Page, TextBox
from briefer.preflight.wording import LONGEST_TITLE
from briefer.storyboard import edits
from briefer.storyboard.edits import Edit
from briefer.ui.inspector.rows import FitMeter
from briefer.ui.inspector.section import Section
from briefer.ui.session import Session
from briefer.ui.theme import Look
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.fields import WordsField
from briefer.ui.widgets.labels import Label

_ONE_LINE = ("kicker",)
_TITLE_LINES, _TITLE_SLIDE_LINES = 2, 3


class WordingSection(Section):
    """Title and kind; edits apply while typing and merge into one step a field."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "Wording", ruled=False)
        self._session = session
        self.title = WordsField(look, "Title")
        self.meter = FitMeter(look)
        self.kind = Choice(look, "Kind of slide")
        self._title_label = labelled(look, "Title", self.title)
        self._kind_label = labelled(look, "Kind", self.kind)
        for widget in (self._title_label, self.title, self.meter, self._kind_label, self.kind):
            self.column.addWidget(widget)
        self.title.edited.connect(self._edit_title)
        self.title.left.connect(self._leave_title)
        self.kind.activated.connect(self._change_kind)

    def show_card(self) -> None:
        """Show the card looked at."""
        card, slide, page = self._session.card, self._session.slide, self._session.page
        for widget in (self._title_label, self.title, self._kind_label, self.kind):
            widget.setVisible(card is not None)
        self.meter.setVisible(card is not None)
        if card is None:
            return
        if self._session.up_to_date and slide is not None:
            words = card.title or slide.title
            emptied = self.title.hasFocus() and not card.title and not self.title.toPlainText()
            self.title.setPlaceholderText(slide.title if emptied else "")
            self.title.show_words("" if emptied else words)
            most = _TITLE_SLIDE_LINES if card.kind == "title" else _TITLE_LINES
            self.meter.tell(len(words), LONGEST_TITLE, title_lines(page), most=most)
        elif card.title:
            self.title.show_words(card.title)
        self._show_kinds(card.kind)

    def _show_kinds(self, current: str) -> None:
        names = [kind.name for kind in self._fitting(current)]
        if [self.kind.itemData(n) for n in range(self.kind.count())] != names:
            self.kind.clear()
            for name in names:
                self.kind.addItem(SLIDE_KINDS[name].label, name)
        self.kind.setCurrentIndex(self.kind.findData(current))

    def _fitting(self, current: str) -> list[SlideKind]:
        """Return the kinds that the card's records can be shown as, and the current one."""
        records = self._session.built.records if self._session.built else {}
        card = self._session.card
        refs = card.records if card else ()
        types = [records[ref].type if ref in records else ref.split("/")[0] for ref in refs]
        return [
            kind
            for kind in SLIDE_KINDS.values()
            if kind.name == current or (not kind.added_by_itself and kind.fits(types))
        ]

    def _edit_title(self, words: str) -> None:
        index = self._session.spot.card
        if index is not None and self._session.card is not None:
            edit = edits.set_title(self._session.briefing, index, words)
            self._session.do(edit, merge=f"title {index}")

    def _leave_title(self) -> None:
        self._session.settle()
        self.show_card()

    def _change_kind(self, row: int) -> None:
        index, card = self._session.spot.card, self._session.card
        name = self.kind.itemData(row)
        if index is not None and card is not None and name != card.kind:
            self._session.do(edits.change_kind(self._session.briefing, index, name))


class FieldsSection(Section):
    """The other fields of the kind, empty where the proposed words stand."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "More wording", opened=False)
        self._session = session
        self._shown: tuple[TextField, ...] = ()
        self._fields: dict[str, WordsField] = {}
        self.heading.toggled.connect(lambda opened: self._fill() if opened else None)

    @property
    def fields(self) -> dict[str, WordsField]:
        """The fields by name, of the card looked at."""
        self._fill()
        return self._fields

    def show_card(self) -> None:
        """Show the card looked at; fields are made and filled once they are unfolded."""
        card = self._session.card
        self.setVisible(card is not None)
        if card is None:
            return
        changed = sum(bool(card.words(field.name)) for field in fields_of(card.kind))
        self.set_count(f"{changed} changed" if changed else "")
        if self.heading.isChecked():
            self._fill()

    def _fill(self) -> None:
        """Show the words of the card; fields are made anew only where its kind has others."""
        card = self._session.card
        if card is None:
            return
        wanted = fields_of(card.kind)
        if self._shown != wanted:
            self._shown = wanted
            self._make(wanted)
        for name, field in self._fields.items():
            field.show_words(card.words(name))

    def _make(self, fields: tuple[TextField, ...]) -> None:
        self.clear()
        self._fields = {}
        for field in fields:
            words = WordsField(self._look, field.label, lines=field.name not in _ONE_LINE)
            words.setPlaceholderText("As proposed")
            words.edited.connect(self._editor(field.name))
            words.left.connect(self._session.settle)
            self.column.addWidget(labelled(self._look, field.label, words))
            self.column.addWidget(words)
            self._fields[field.name] = words

    def _editor(self, name: str) -> Callable[[str], None]:
        def edit(words: str) -> None:
            index = self._session.spot.card
            if index is not None and self._session.card is not None:
                change: Edit = edits.set_words(self._session.briefing, index, name, words)
                self._session.do(change, merge=f"{name} {index}")

        return edit


def fields_of(kind: str) -> tuple[TextField, ...]:
    """Return the fields of a kind that stand in the inspector; notes have a place of their own."""
    return tuple(field for field in SLIDE_KINDS[kind].fields if field != NOTES)


def title_lines(page: Page | None) -> int:
    """Return on how many lines the title of a page stands."""
    for box in page.boxes if page else ():
        if isinstance(box, TextBox) and box.ph_type in ("title", "ctrTitle"):
            return sum(len(paragraph.lines) for paragraph in box.paragraphs)
    return 0


def labelled(look: Look, words: str, field: WordsField | Choice) -> Label:
    """Return the label of a field, tied to it."""
    label = Label(look, words, role="meta", tone="text2", wrap=True)
    label.setBuddy(field)
    return label
