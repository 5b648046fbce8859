"""The left side of the editor: the kind of record, its form, its citations, what is noticed.

In: a record or the type of a new one. Out: a draft, `edited` while the user changes it. While
typing it asks the store's lane for likely duplicates and compares the quotation with the texts of
what is cited; only the latest answer counts. Must not know: how a record is kept.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import RECORD_TYPES, Citation, Record, Ref
from briefer.records.passages import Verdict
from briefer.ui.library.facts import TYPE_ICONS, TYPE_WORDS
from briefer.ui.records.asking import ask
from briefer.ui.records.checking import QuotationCheck
from briefer.ui.records.citing import CitationsInput
from briefer.ui.records.draft import Draft, Flaw, Value, blank_values, draft_of, values_of
from briefer.ui.records.field_box import FieldBox
from briefer.ui.records.form import RecordForm
from briefer.ui.records.naming import Naming
from briefer.ui.records.notice import Notice, Way
from briefer.ui.records.work import Compared, Found, alike, compare_with, name_of
from briefer.ui.theme import Styled
from briefer.ui.widgets.segments import Segment, Segments

_PAUSE_MS = 250
_LONGEST = 40
_UNCITED = "Uncited. It can stay in the library but not go on a slide."
_PAGES = itertools.count()
KINDS = tuple(name for name in RECORD_TYPES if name != "source")


class FormPage(QWidget, Styled):
    """Everything that is typed about a record."""

    edited = Signal()
    record_wanted = Signal(str)
    new_wanted = Signal(str, str, str)
    compared = Signal(object)
    attach_wanted = Signal(str)
    """The text of a source is to be attached."""

    def __init__(self, naming: Naming, type_: str, base: Record | None) -> None:
        super().__init__()
        self._naming = naming
        self._key = next(_PAGES)
        self.base = base
        self.strict = False
        """Whether everything wrong is told, or only what was typed wrongly."""
        self._touched: set[str] = set()
        look = naming.look
        choices = KINDS if base is None and type_ in KINDS else (type_,)
        self.kinds = Segments(
            look,
            [Segment(name, TYPE_WORDS[name][0], TYPE_ICONS[name]) for name in choices],
            name="Kind of record",
        )
        self.kinds.show_value(type_)
        self.kinds.setVisible(len(choices) > 1)
        self.notice, self.likely = Notice(look), Notice(look)
        self.citations = CitationsInput(naming)
        self.cited = FieldBox(look, "Citations", self.citations)
        self.check = QuotationCheck(look)
        self.form = RecordForm(naming, type_)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._connect()
        self._show_form()
        self.show_record(base)

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        for widget in (self.kinds, self.notice, self.likely, self.form):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self._naming.look.px
        self._column.setContentsMargins(px(20), px(14), px(12), px(14))
        self._column.setSpacing(px(10))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._look_up)
        self.kinds.chosen.connect(self._switch)
        self.citations.edited.connect(lambda: self._edited("citations"))
        self.citations.new_wanted.connect(
            lambda words: self.new_wanted.emit("citations", "source", words)
        )
        self.cited.offer_taken.connect(lambda _: self.citations.picker.field.setFocus())
        self.check.restore_wanted.connect(self.quote)
        self.check.paraphrase_wanted.connect(self._paraphrase)
        self.check.attach_wanted.connect(self._attach)
        self.citations.attach_wanted.connect(self.attach_wanted)

    def _show_form(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.new_wanted.connect(self.new_wanted)
        if self.form.type == "statement":
            self.form.boxes["text"].put_under(self.check)
            self.check.show()
        self.form.between.addWidget(self.cited)
        self.cited.show()

    # Values

    @property
    def type(self) -> str:
        """The type of the record."""
        return self.form.type

    def show_record(self, record: Record | None) -> None:
        """Show a record as it is kept, or an empty form."""
        self.base = record
        self.strict = False
        self._touched.clear()
        self.form.set_theirs({})
        self.form.show_values(values_of(record) if record else blank_values(self.type))
        self.citations.show_value(record.citations if record else ())
        self._tell()
        self._look_up()

    def show_values(self, values: Mapping[str, Value], citations: tuple[Citation, ...]) -> None:
        """Show values that nobody kept yet."""
        self.form.show_values(values)
        self.citations.show_value(citations)
        self._touched.update(values)
        self._tell()
        self._timer.start()

    def draft(self) -> Draft:
        """Return the record as typed."""
        return draft_of(self.type, self.form.values(), self.citations.value(), base=self.base)

    @property
    def looking(self) -> bool:
        """Whether what was typed last is still to be looked up."""
        return self._timer.isActive()

    @property
    def changed(self) -> bool:
        """Whether anything differs from what is kept."""
        if self.base is None:
            blank = blank_values(self.type)
            return self.form.values() != blank or bool(self.citations.value())
        same = self.form.values() == values_of(self.base)
        return not same or self.citations.value() != self.base.citations

    def insist(self, flaws: Mapping[str, Flaw]) -> None:
        """Tell everything that is wrong, and go to the first field of it."""
        self.strict = True
        self._tell(flaws)
        first = next((spec.name for spec in self.form.specs if spec.name in flaws), "")
        if first:
            self.form.focus(first)
            self.area.ensureWidgetVisible(self.form.boxes[first])
        elif "citations" in flaws:
            self.citations.picker.field.setFocus()

    def quote(self, words: str) -> None:
        """Take words from the source as the quotation, or as the words cited first."""
        if self.type == "statement":
            self.form.inputs["text"].show_value(words)
            self._edited("text")
        elif self.citations.cards:
            self.citations.cards[0].quote.show_value(words)
            self._edited("citations")

    def _switch(self, type_: str) -> None:
        """Show the form of another kind, with what was typed that it can hold too."""
        values, old = self.form.values(), self.form
        for kept in (self.check, self.cited):
            kept.setParent(self)
        self.form = RecordForm(self._naming, type_)
        self._column.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self._show_form()
        shared = {"title", "text", "counts", "name"}
        said = next((values[name] for name in shared if values.get(name)), "")
        values |= dict.fromkeys(shared - values.keys(), said)
        self.form.show_values(blank_values(type_) | {k: v for k, v in values.items() if v})
        self._touched.clear()
        self._edited("")

    def _attach(self) -> None:
        """Have the text attached of the source cited for the words, the first of several."""
        cited = self.citations.value()
        for citation in sorted(cited, key=lambda one: one.supports not in (None, "text"))[:1]:
            self.attach_wanted.emit(citation.source)

    def compare_again(self) -> None:
        """Compare what is quoted with the texts as they are now."""
        self._look_up()

    def _paraphrase(self) -> None:
        self.form.inputs["statement_type"].show_value("position")
        self._edited("statement_type")

    def _edited(self, name: str) -> None:
        self._touched.add(name)
        self._tell()
        self._timer.start()
        self.edited.emit()

    # What is noticed

    def _tell(self, more: Mapping[str, Flaw] | None = None) -> None:
        flaws = self.draft().flaws
        values = self.form.values()
        told = {
            name: flaw
            for name, flaw in flaws.items()
            if self.strict or (name in self._touched and values.get(name))
        }
        told |= more or {}
        self.form.show_flaws(told)
        if "citations" in told:
            self.cited.say(told["citations"].message)
        elif self.type != "source" and not self.citations.cards:
            self.cited.say(_UNCITED, tone="warning", offer="Add citation")
        else:
            self.cited.say("")

    def _look_up(self) -> None:
        draft, lane = self.draft().rough, self._naming.lane
        if self.base is None or self._touched - {"citations"}:
            key = f"alike {self._key}"
            ask(self, lane, lambda store: alike(store, draft), self._show_alike, key=key)
        key = f"compare {self._key}"
        ask(self, lane, lambda store: compare_with(store, draft), self._show_compared, key=key)

    def _show_alike(self, found: Found) -> None:
        if not found.records:
            self.likely.tell("")
            return
        names = "; ".join(name_of(record, found.linked) for record in found.records)
        one = len(found.records) == 1
        ways: list[Way] = [
            (
                "Open that one" if one else f"Open {name_of(record, found.linked)[:_LONGEST]}",
                "secondary",
                self._opener(record.id),
            )
            for record in found.records
        ]
        self.likely.tell(f"This may be in the library already: {names}", ways)

    def _opener(self, ref: Ref) -> Callable[[], None]:
        return lambda: self.record_wanted.emit(ref)

    def _show_compared(self, found: Compared) -> None:
        self._naming.known.update(found.sources)
        self.citations.show_quotations(found.quoted)
        verdict: Verdict = found.verdict
        if self.type == "statement":
            verbatim = self.form.inputs["statement_type"].value() != "position"
            name = self._naming.name(verdict.source) if verdict.source else ""
            self.check.show_verdict(
                verdict, verbatim=verbatim, source=name, all_held=found.all_held
            )
        self.compared.emit(found)
