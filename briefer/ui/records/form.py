"""The form of a record: its fields in order, side by side where they are narrow, some folded away.

In: values by field. Out: values, `edited` while the user changes them. Must not know: the store,
whether the record may be kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.records import PartialDate
from briefer.ui.records.dates import PRECISIONS, read_date
from briefer.ui.records.draft import Flaw, Value
from briefer.ui.records.field_box import FieldBox
from briefer.ui.records.forms import FORMS, FieldSpec
from briefer.ui.records.inputs import Input, make_input
from briefer.ui.records.naming import Naming, RecordsInput
from briefer.ui.theme import Styled
from briefer.ui.widgets.buttons import Button


class RecordForm(QWidget, Styled):
    """The fields of one record type. `first` and `more` are columns that others may add to."""

    edited = Signal(str)
    new_wanted = Signal(str, str, str)
    """The field, the type and the words of a record that is not there yet."""

    def __init__(self, naming: Naming, type_: str) -> None:
        super().__init__()
        self._look = naming.look
        self._naming = naming
        self.type = type_
        self.specs = FORMS[type_]
        self.boxes: dict[str, FieldBox] = {}
        self.inputs: dict[str, Input] = {}
        self._theirs: dict[str, Value] = {}
        self.first, self.more = QGridLayout(), QGridLayout()
        self.fold = Button(self._look, "More fields", icon="chevron-right", weight="quiet")
        self.fold.setCheckable(True)
        self._folded = QWidget()
        self._folded.setLayout(self.more)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.first)
        self.between = QVBoxLayout()
        """Where the page puts what stands before the fold."""
        self._column.addLayout(self.between)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._folded)
        for grid, more in ((self.first, False), (self.more, True)):
            self._fill(grid, [spec for spec in self.specs if spec.more == more])
        self.fold.toggled.connect(self._unfold)
        self._folded.hide()
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take gaps from the look."""
        px = self._look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        for grid in (self.first, self.more):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(px(8))
            grid.setVerticalSpacing(px(9))
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)

    def _fill(self, grid: QGridLayout, specs: list[FieldSpec]) -> None:
        row = column = 0
        for spec in specs:
            box = self._make(spec)
            span = 1 if spec.narrow else 2
            if column + span > 2:
                row, column = row + 1, 0
            grid.addWidget(box, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= 2:
                row, column = row + 1, 0

    def _make(self, spec: FieldSpec) -> FieldBox:
        widget, control, edited = make_input(spec, self._naming)
        box = FieldBox(self._look, spec.label, widget, labelled=spec.kind != "flag")
        edited.connect(lambda: self._edited(spec))
        box.offer_taken.connect(lambda instead: self._take(spec, instead))
        if isinstance(widget, RecordsInput):
            widget.new_wanted.connect(
                lambda type_, words: self.new_wanted.emit(spec.name, type_, words)
            )
        self.boxes[spec.name], self.inputs[spec.name] = box, control
        return box

    def values(self) -> dict[str, Value]:
        """Return what the fields hold."""
        return {name: control.value() for name, control in self.inputs.items()}

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show other values; fields of another type's form are left out."""
        for name, control in self.inputs.items():
            if name in values:
                control.show_value(values[name])
        for spec in self.specs:
            if spec.kind == "date":
                self._tell_precision(spec)
        if any(values.get(spec.name) for spec in self.specs if spec.more):
            self.fold.setChecked(True)

    def show_flaws(self, flaws: Mapping[str, Flaw]) -> None:
        """Say under each field what is wrong with it, else what the library has instead."""
        for name, box in self.boxes.items():
            flaw = flaws.get(name)
            if flaw:
                box.say(flaw.message, instead=flaw.instead, offer=flaw.offer)
            elif name in self._theirs:
                box.say(_compared(self._theirs[name]), tone="warning", offer="Take that")
            else:
                box.say("")

    def set_theirs(self, values: Mapping[str, Value]) -> None:
        """Keep beside the fields what somebody else wrote there meanwhile."""
        self._theirs = dict(values)

    @property
    def main_field(self) -> str:
        """The field that says what the record is: title, name, words, what is counted; or ""."""
        telling = (spec for spec in self.specs if spec.missing and spec.kind in ("line", "words"))
        return next((spec.name for spec in telling), "")

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        spec = next(spec for spec in self.specs if spec.name == name)
        if spec.more:
            self.fold.setChecked(True)
        self.boxes[name].control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _unfold(self, on: bool) -> None:
        self.fold.set_icon("chevron-down" if on else "chevron-right")
        self._folded.setVisible(on)

    def _edited(self, spec: FieldSpec) -> None:
        if spec.kind == "date":
            self._tell_precision(spec)
        self.edited.emit(spec.name)

    def _take(self, spec: FieldSpec, instead: str) -> None:
        theirs = not instead and spec.name in self._theirs
        value = self._theirs.pop(spec.name) if theirs else instead
        self.inputs[spec.name].show_value(value)
        self.boxes[spec.name].control.setFocus()
        self._edited(spec)

    def _tell_precision(self, spec: FieldSpec) -> None:
        """Show how precise the date is that was typed."""
        value = self.inputs[spec.name].value()
        found = read_date(value) if isinstance(value, str) and value.strip() else None
        precision = PRECISIONS[found.precision] if isinstance(found, PartialDate) else ""
        self.boxes[spec.name].aside.setText(precision)


def _compared(value: Value) -> str:
    if isinstance(value, str) and value:
        return f"In the library now: {value}"
    return "This field was changed in the library too." if value else "In the library now: nothing"
