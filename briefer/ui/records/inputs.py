"""Which input each kind of field has.

In: a `FieldSpec`. Out: a widget that shows a value, tells it, and sends `edited`.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from briefer.records.vocabulary import Vocabulary
from briefer.ui.marking.field import MarkingField
from briefer.ui.records.choices import (
    FlagInput,
    LineInput,
    PictureInput,
    TagsInput,
    WordInput,
    WordsInput,
)
from briefer.ui.records.draft import Value
from briefer.ui.records.forms import FieldSpec
from briefer.ui.records.naming import CastInput, Naming, RecordsInput


class Input(Protocol):
    """What all inputs can do."""

    def value(self) -> Value:
        """Return the value that is shown."""

    def show_value(self, value: object) -> None:
        """Show another value."""


def make_input(spec: FieldSpec, naming: Naming) -> tuple[QWidget, Input, SignalInstance]:
    """Return the input of a field: as a widget, as an input, and what it sends when edited."""
    look, name = naming.look, spec.label
    match spec.kind:
        case "words" | "lines" | "names" | "series":
            words = WordsInput(look, name, hint=spec.hint)
            return words, words, words.changed
        case "choice":
            none = "Choose" if spec.missing else "Not told"
            choice = WordInput(look, name, _words(spec), none=none)
            return choice, choice, choice.edited
        case "tags":
            tags = TagsInput(look, name, _words(spec))
            return tags, tags, tags.edited
        case "flag":
            flag = FlagInput(look, name)
            return flag, flag, flag.edited
        case "record" | "records":
            records = RecordsInput(naming, name, type_=spec.type, one=spec.kind == "record")
            return records, records, records.edited
        case "cast":
            cast = CastInput(naming, name)
            return cast, cast, cast.edited
        case "picture":
            picture = PictureInput(look, name)
            return picture, picture, picture.edited
        case "marking":
            marking = MarkingField(look, name, labelled=False, hint=spec.hint, native_undo=True)
            return marking, marking, marking.edited
        case _:
            line = LineInput(look, name, hint=spec.hint)
            return line, line, line.edited


def _words(spec: FieldSpec) -> Vocabulary:
    if spec.words is None:
        raise AssertionError(f"{spec.name} is chosen from words, but has none")
    return spec.words
