"""The inspector panel: a column of folding sections about the slide looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records.base import Ref
from briefer.storyboard import edits
from briefer.ui.inspector.layouts import LayoutSection
from briefer.ui.inspector.rows import CitationRow, FindingRow, RecordRow
from briefer.ui.inspector.section import Section
from briefer.ui.inspector.wording import FieldsSection, WordingSection
from briefer.ui.library.facts import Facts, facts_of
from briefer.ui.marking.slide import SlideMarkingSection
from briefer.ui.quoted.states import QuotedHere
from briefer.ui.session import Session
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.labels import Label
from briefer.ui.widgets.surface import Surface


class InspectorPanel(Surface, Styled):
    """Wording, records, marking, citations, findings."""

    record_wanted = Signal(str)
    """The record of an id is to be edited."""
    citation_wanted = Signal(int)
    """The citation of a number is to be shown on the slide."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "panel")
        self._session = session
        self.rows: dict[Ref, RecordRow] = {}
        self._refs: tuple[Facts, ...] | None = None
        self._cited: object = None
        self._found: object = None
        self.setAccessibleName("Inspector")
        self.wording = WordingSection(look, session)
        self.fields = FieldsSection(look, session)
        self.records = Section(look, "Records")
        self.layouts = LayoutSection(look, session)
        self.marking = SlideMarkingSection(look, session)
        self.citations = Section(look, "Citations")
        self.findings = Section(look, "Checks")
        words = "This slide is added by itself: it lists every source that the briefing cites."
        self.quoted = QuotedHere(session, self)
        self._added = Label(look, words, role="small", tone="text2", wrap=True)
        self._lay_out()
        for signal in (session.built_changed, session.spot_changed, session.briefing_changed):
            signal.connect(self.show_card)
        self.quoted.changed.connect(self.show_card)
        self.restyle()
        self.show_card()

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addWidget(self._added)
        for section in self._sections():
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)  # setting it as the widget switched that on
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._area)

    def _sections(self) -> tuple[Section, ...]:
        first = (self.wording, self.fields, self.records, self.layouts)
        return (*first, self.marking, self.citations, self.findings)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._outer.setContentsMargins(1, 0, 0, 0)
        self._column.setContentsMargins(0, px(8), 0, px(8))
        self._column.setSpacing(px(2))
        self._added.setContentsMargins(px(14), px(8), px(14), px(8))

    def show_card(self) -> None:
        """Show the slide looked at."""
        session = self._session
        nothing = not session.briefing.cards
        self._area.setVisible(not nothing)
        own = session.card is not None
        self._added.setVisible(not own)
        self.wording.setVisible(own)
        self.wording.show_card()
        self.fields.show_card()
        self.layouts.show_card()
        self.marking.show_card()
        if session.up_to_date:
            self._show_records()
            self._show_citations()
            self._show_findings()

    def focus_title(self) -> None:
        """Put the cursor into the title, its words selected."""
        self._area.verticalScrollBar().setValue(0)
        self.wording.heading.setChecked(True)
        self.wording.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wording.title.selectAll()

    def focus_field(self, name: str) -> None:
        """Unfold the other wording and put the cursor into a field of it."""
        field = self.fields.fields.get(name)
        if field is not None:
            self.fields.heading.setChecked(True)
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show_when_laid_out(field)

    def focus_marking(self) -> None:
        """Unfold the marking and put the cursor into it."""
        self.marking.focus_field()
        self._show_when_laid_out(self.marking.field)

    def show_record(self, ref: Ref) -> None:
        """Unfold the records and put the keyboard on one of them."""
        row = self.rows.get(ref)
        if row is not None:
            self.records.heading.setChecked(True)
            row.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show_when_laid_out(row)

    def _show_when_laid_out(self, widget: QWidget) -> None:
        self._column.activate()
        self._area.ensureWidgetVisible(widget)

    def _show_records(self) -> None:
        card, built = self._session.card, self._session.built
        refs = tuple(dict.fromkeys(card.records)) if card else ()
        self.records.setVisible(card is not None)
        known = built.records if built else {}
        shown = tuple(
            facts_of(known[ref], known)
            if ref in known
            else Facts(ref, _type_of(ref), "Not in the library", "", title=ref)
            for ref in refs
        )
        self.records.set_count(str(len(shown)) if shown else "None yet")
        if shown == self._refs:
            return
        focused = self._focused_button()
        self._refs = shown
        self.records.clear()
        self.rows = {}
        for place, facts in enumerate(shown):
            row = RecordRow(self.look, facts, first=place == 0, last=place == len(shown) - 1)
            row.edit_wanted.connect(self.record_wanted)
            row.moved.connect(self._move)
            row.removed.connect(self._remove)
            self.records.column.addWidget(row)
            self.rows[facts.ref] = row
        if not shown:
            words = "Pick a card in the library and press Shift Enter to add it to this slide."
            hint = Label(self.look, words, role="meta", tone="text2", wrap=True)
            self.records.column.addWidget(hint)
        if focused and focused[0] in self.rows:
            getattr(self.rows[focused[0]], focused[1]).setFocus()

    def _focused_button(self) -> tuple[Ref, str] | None:
        """Return the record and the button that has the focus, so that it can be given back."""
        for ref, row in self.rows.items():
            for name in ("edit", "up", "down", "remove"):
                if getattr(row, name).hasFocus():
                    return ref, name
        return None

    def _show_citations(self) -> None:
        built, page, slide = self._session.built, self._session.page, self._session.slide
        numbers = page.numbers if page else ()
        by_number = {r.number: r for r in built.deck.references} if built else {}
        quoted = {n for q in (slide.quotations if slide else ()) for n in q.mark.numbers}
        cited = [by_number[n] for n in numbers if n in by_number]
        shown = tuple((one, one.number in quoted, self.quoted.of(one)) for one in cited)
        self.citations.setVisible(bool(page and page.card is not None))
        self.citations.set_count(str(len(shown)) if shown else "None")
        self.citations.set_empty(not shown)
        if shown == self._cited:
            return
        self._cited = shown
        self.citations.clear()
        for reference, verbatim, stated in shown:
            row = CitationRow(self.look, reference, verbatim=verbatim, stated=stated)
            row.wanted.connect(self.citation_wanted)
            self.citations.column.addWidget(row)

    def _show_findings(self) -> None:
        found = self._session.findings_here()
        self.findings.setVisible(self._session.card is not None)
        self.findings.set_count("" if found else "All pass")
        self.findings.set_empty(not found)
        if found == self._found:
            return
        self._found = found
        self.findings.clear()
        for finding in found:
            self.findings.column.addWidget(FindingRow(self.look, finding))

    def _move(self, ref: Ref, by: int) -> None:
        index, card = self._session.spot.card, self._session.card
        if index is None or card is None or ref not in card.records:
            return
        source = card.records.index(ref)
        if 0 <= source + by < len(card.records):
            edit = edits.move_record(self._session.briefing, index, source, source + by)
            self._session.do(edit)

    def _remove(self, ref: Ref) -> None:
        index, card = self._session.spot.card, self._session.card
        if index is not None and card is not None and ref in card.records:
            self._session.do(edits.remove_record(self._session.briefing, index, ref))


def _type_of(ref: Ref) -> str:
    name = ref.split("/", 1)[0]
    return name if name in ("event", "actor", "statement", "statistic", "relation") else "source"
