"""The fields of the designation block: those that the profile has, where the marking wants them.

In: a profile, a marking, what is filled in. Out: `edited` with all words. Must not know: slides.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from briefer.markings import PROFILES, Field, Marking, block, missing
from briefer.ui.records.choices import LineInput
from briefer.ui.records.field_box import EDGE, FieldBox
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.fields import NativeUndoOff
from briefer.ui.widgets.labels import Label

_MISSING = "The block needs this line."


def fields_for(profile: str, marking: Marking | None, filled: Mapping[str, str]) -> list[Field]:
    """Return the fields that a briefing of this marking has, and any other that is filled in."""
    known: tuple[Field, ...] = ()
    if marking is not None and (marking.tlp or marking.controlled):
        known = PROFILES[profile].fields
    names = {field.name for field in known}
    own = [Field(name, name.replace("-", " ").capitalize()) for name in filled if name not in names]
    return [*known, *own]


class DesignationFields(QWidget, Styled):
    """A line for each field; what is missing is said under it."""

    edited = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Field, ...] = ()
        self.inputs: dict[str, LineInput] = {}
        self.boxes: dict[str, FieldBox] = {}
        self.title = Label(look, role="heading")
        self.summary = Label(look, role="meta", tone="text2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.summary)
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take gaps from the look."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(6))
        for label in (self.title, self.summary):
            label.setContentsMargins(EDGE, 0, EDGE, 0)

    def show_block(self, profile: str, marking: Marking | None, filled: Mapping[str, str]) -> None:
        """Show the fields that are wanted, and what they hold."""
        wanted = tuple(fields_for(profile, marking, filled))
        if wanted != self._shown:
            self._make(wanted)
        self.setVisible(bool(wanted))
        told = dict(block(PROFILES[profile].fields, marking, {})) if marking else {}
        lacks = missing(PROFILES[profile].fields, marking, filled) if marking else ()
        for field in wanted:
            line = self.inputs[field.name]
            said = told.get(field.label, "")
            line.setPlaceholderText(f"From the marking: {said}" if said else field.hint)
            if line.text().strip() != filled.get(field.name, ""):
                line.show_value(filled.get(field.name, ""))
            self.boxes[field.name].say(_MISSING if field in lacks else "")
        controlled = marking is not None and marking.controlled
        self._tell(len(lacks), block_of_profile=controlled and bool(PROFILES[profile].fields))

    @property
    def first_missing(self) -> LineInput | None:
        """The first line that has to be filled in."""
        return next((self.inputs[n] for n, box in self.boxes.items() if box.words), None)

    def _tell(self, lacking: int, *, block_of_profile: bool) -> None:
        self.title.setText("Designation block" if block_of_profile else "Beside the marking")
        if not block_of_profile:
            self.summary.hide()
            return
        self.summary.show()
        lines = "line is missing, and holds" if lacking == 1 else "lines are missing, and hold"
        words = f"{lacking} required {lines} an export back."
        self.summary.setText(words if lacking else "It stands on the title slide.")
        self.summary.set_tone("danger" if lacking else "text2")

    def _make(self, fields: tuple[Field, ...]) -> None:
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._shown, self.inputs, self.boxes = fields, {}, {}
        for field in fields:
            twice = sum(other.label == field.label for other in fields) > 1
            name = f"{field.label}: {field.hint}" if twice else field.label
            line = LineInput(self._look, name, hint=field.hint)
            NativeUndoOff(line)
            label = f"{field.label} ({field.hint.lower()})" if twice else field.label
            box = FieldBox(self._look, label, line)
            box.aside.setText("Required" if field.required else "")
            line.edited.connect(self._edited)
            self._column.addWidget(box)
            self.inputs[field.name], self.boxes[field.name] = line, box

    def _edited(self) -> None:
        said = {name: " ".join(line.text().split()) for name, line in self.inputs.items()}
        self.edited.emit({name: words for name, words in said.items() if words})
