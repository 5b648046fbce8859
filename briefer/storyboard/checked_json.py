"""JSON read with suspicion: every value knows its file and place, every refusal names both.

In: text. Out: `Node`s, from which a reader takes texts, numbers, lists and fields. Refused are text
that is not JSON, NaN and infinities, a field given twice, unknown fields and wrong types. All text
comes out fit for XML. Must not know: what the file is about.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import NoReturn

from briefer.errors import BriefingFileError, did_you_mean
from briefer.records.text import clean_text

_LONGEST_WORD = 60
_MOST_HOLDERS, _MOST_VALUES = 1_000_000, 5_000_000
"""Objects and lists, and values, of a file: a briefing of five thousand cards with its records has
some fifty thousand of the one and half a million of the other. In memory an empty object of two
bytes takes two hundred."""
_KINDS = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a decimal number",
    list: "a list",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value, the name of the file it is in, and its place there (`sections[2].title`)."""

    file: str
    place: str
    value: object

    def refuse(self, problem: str, *, hint: str = "") -> NoReturn:
        """Raise the BriefingFileError that says what is wrong here."""
        where = f"{self.file}: {self.place}:" if self.place else f"{self.file}:"
        raise BriefingFileError(f"{where} {problem}", hint=hint)

    def refuse_word(self, problem: str, word: str, known: Collection[str]) -> NoReturn:
        """Raise the BriefingFileError for a word that is not known, with the nearest one."""
        self.refuse(problem, hint=did_you_mean(shortened(word), known))

    def text(self) -> str:
        """Return the text that stands here."""
        if not isinstance(self.value, str):
            self._refuse_type("text")
        return clean_text(self.value)

    def number(self) -> int:
        """Return the whole number that stands here; true and false are none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self._refuse_type("a whole number")
        return self.value

    def setting(self) -> str | int | bool:
        """Return the text, whole number, true or false that stands here."""
        if isinstance(self.value, str):
            return self.text()
        if not isinstance(self.value, int):
            self._refuse_type("text, a whole number, true or false")
        return self.value

    def items(self) -> list[Node]:
        """Return the items of the list that stands here."""
        if not isinstance(self.value, list):
            self._refuse_type("a list")
        return [
            Node(self.file, f"{self.place}[{index}]", item) for index, item in enumerate(self.value)
        ]

    def fields(self, known: Collection[str] | None = None) -> dict[str, Node]:
        """Return the fields of the object that stands here; any name will do without `known`."""
        if not isinstance(self.value, _Object):
            self._refuse_type("an object")
        found: dict[str, Node] = {}
        for name, value in self.value.pairs:
            name = clean_text(name)
            if known is not None and name not in known:
                self.refuse_word(f"unknown field {shortened(name)!r}.", name, known)
            if name in found:
                self.refuse(f"field {shortened(name)!r} is given twice.", hint="Remove one.")
            found[name] = Node(self.file, f"{self.place}.{name}".lstrip("."), value)
        return found

    def plain(self) -> object:
        """Return the value with all it holds as dicts, lists, texts, numbers, true, false, None."""
        if isinstance(self.value, str):
            return self.text()
        if isinstance(self.value, list):
            return [item.plain() for item in self.items()]
        if isinstance(self.value, _Object):
            return {name: node.plain() for name, node in self.fields().items()}
        if isinstance(self.value, float) and not math.isfinite(self.value):
            self.refuse("the number is too large.")
        return self.value

    def _refuse_type(self, wanted: str) -> NoReturn:
        """Raise the error that says which type was wanted here and which came."""
        found = _KINDS.get(type(self.value), "null" if self.value is None else "an object")
        self.refuse(f"must be {wanted}, not {found}.")


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object as read: a field may stand in it twice."""

    pairs: list[tuple[str, object]]


def shortened(word: str) -> str:
    """Return a word short enough for a message."""
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"


def read_json(text: str, *, file: str) -> Node:
    """Return the outermost value of a JSON text; `file` is the name for messages."""
    whole = Node(file, "", None)

    def no_number(name: str) -> NoReturn:
        whole.refuse(f"{name} is not a JSON number.")

    if text.count("{") + text.count("[") > _MOST_HOLDERS or text.count(",") > _MOST_VALUES:
        whole.refuse("there is more in it than in any briefing.", hint="Choose a .briefing file.")
    try:
        value = json.loads(text, object_pairs_hook=_Object, parse_constant=no_number)
    except json.JSONDecodeError as error:
        whole.refuse(
            f"not JSON at line {error.lineno}, column {error.colno}: {error.msg}.",
            hint="Mend the file in a text editor, or open a copy of it.",
        )
    except ValueError:
        # json passes on Python's refusal to read a number of thousands of digits.
        whole.refuse("a number in it has too many digits.")
    return Node(file, "", value)
