"""The undo journal: a history as text that outlives the window, and back.

In: a `Journal`; the text of one. Out: text with its checksum in the first line; a `Journal`, or a
`BriefingFileError`. Briefings share what did not change, so that two hundred steps of a long
briefing are little more than one. Heads, cards and records are written in the form of briefing
files (form.py), and checked as these are. Must not know: disks, the store, windows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from briefer.errors import BriefingFileError
from briefer.records.base import Record
from briefer.records.turn import AnyTurn, TextTurn, Turn
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.storyboard.form import BriefingFile, format_briefing, parse_briefing
from briefer.storyboard.history import History, Step

FORMAT = 1
"""The number of the form that this Briefer reads and writes."""

MOST_CHARACTERS = 8_000_000
"""The longest text; a journal that would be longer forgets its oldest steps."""

_MAGIC = "briefer-undo"
_WRONG = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Journal:
    """A history and what it takes to go on with it.

    `saved` is the briefing that the file beside the journal held when this was written, so that
    the two can be told to belong together whichever was written last. `library` names the library
    that the steps over records are about; `carried` are the records that files brought along.
    """

    history: History
    saved: Briefing | None = None
    library: str = ""
    carried: tuple[Record, ...] = ()

    def goes_on_from(self, briefing: Briefing) -> bool:
        """Return whether this is the journal of a briefing, or of what became of it since."""
        return briefing in (self.history.briefing, self.saved)

    def over(self, library: str) -> Journal:
        """Return the journal without the steps over records of another library than this."""
        if library == self.library:
            return self
        past, future = (
            tuple(step for step in steps if not step.turns)
            for steps in (self.history.past, self.history.future)
        )
        return replace(self, history=replace(self.history, past=past, future=future))


def format_journal(journal: Journal) -> str:
    """Return a journal as text, the oldest steps left out where it would be too long.

    "" where not even the briefing alone is short enough.
    """
    while True:
        text = _format(journal)
        if len(text) <= MOST_CHARACTERS:
            return text
        history = journal.history
        if not history.past and not history.future:
            return ""
        past, future = (
            steps[len(steps) - len(steps) // 2 :] for steps in (history.past, history.future)
        )
        journal = replace(journal, history=replace(history, past=past, future=future))


def parse_journal(text: str, *, name: str, kinds: Collection[str]) -> Journal:
    """Return the journal that a text says; `name` is the file's, `kinds` the slide kinds.

    Raises BriefingFileError for anything but an undamaged journal of this form.
    """
    first, _, body = text.partition("\n")
    if first != first_line(body):
        raise BriefingFileError(f"{name}: not an undamaged undo journal of form {FORMAT}.")
    try:
        return _Reader(json.loads(body), name, kinds).journal()
    except _WRONG as error:
        raise BriefingFileError(f"{name}: not an undo journal ({error!r}).") from error


def first_line(body: str) -> str:
    """Return the line before the body of a journal: its form and checksum."""
    return f"{_MAGIC} {FORMAT} {hashlib.sha256(body.encode('utf-8')).hexdigest()}"


class _Table(Generic[T]):
    """Numbers things in the order in which they are first met: the same object, or `by` a key."""

    def __init__(self, by: Callable[[T], Hashable] = id) -> None:
        self.items: list[T] = []
        self._by = by
        self._numbers: dict[Hashable, int] = {}

    def number(self, item: T) -> int:
        """Return the number of a thing."""
        number = self._numbers.setdefault(self._by(item), len(self.items))
        if number == len(self.items):
            self.items.append(item)
        return number


class _Writer:
    """Takes briefings apart. What it meets must live as long: things are known by identity."""

    def __init__(self) -> None:
        self._heads: _Table[Briefing] = _Table(by=lambda head: head)
        self._shells: _Table[Section] = _Table(by=lambda shell: shell)
        self._cards: _Table[Card] = _Table()
        self._sections: _Table[Section] = _Table()
        self._briefings: _Table[Briefing] = _Table()

    def number(self, briefing: Briefing) -> int:
        """Return the number under which a briefing is written."""
        return self._briefings.number(briefing)

    def steps(self, steps: Sequence[Step]) -> list[object]:
        """Return the form of steps."""
        return [
            [step.label, self.number(step.briefing), step.focus, [_turn(t) for t in step.turns]]
            for step in steps
        ]

    def tables(self, carried: tuple[Record, ...]) -> dict[str, object]:
        """Return the form of all briefings that were numbered."""
        briefings = [
            [
                self._heads.number(replace(briefing, sections=())),
                [self._sections.number(section) for section in briefing.sections],
            ]
            for briefing in self._briefings.items
        ]
        sections = [
            [
                self._shells.number(replace(section, cards=())),
                [self._cards.number(card) for card in section.cards],
            ]
            for section in self._sections.items
        ]
        cards = Section("", tuple(self._cards.items))
        parts = Briefing("", sections=(cards, *self._shells.items))
        return {
            "heads": [format_briefing(BriefingFile(head)) for head in self._heads.items],
            "parts": format_briefing(BriefingFile(parts, carried)),
            "sections": sections,
            "briefings": briefings,
        }


def _format(journal: Journal) -> str:
    writer, history = _Writer(), journal.history
    form: dict[str, object] = {
        "library": journal.library,
        "now": writer.number(history.briefing),
        "saved": None if journal.saved is None else writer.number(journal.saved),
        "past": writer.steps(history.past),
        "future": writer.steps(history.future),
    }
    body = json.dumps(form | writer.tables(journal.carried), separators=(",", ":"))
    return f"{first_line(body)}\n{body}"


def _turn(turn: AnyTurn) -> list[object]:
    kind = "text" if isinstance(turn, TextTurn) else "record"
    return [kind, turn.ref, turn.old, turn.new]


def _turn_of(form: list[object]) -> AnyTurn:
    kind, ref, old, new = form
    if kind == "text":
        return TextTurn(_text(ref), _words(old), _words(new))
    return Turn(_text(ref), _number(old), _number(new))


class _Reader:
    """Puts the briefings of a journal together again, with what they share shared."""

    def __init__(self, form: dict[str, object], name: str, kinds: Collection[str]) -> None:
        self._form = form
        self._name = name
        self._kinds = kinds
        parts = self._file(_text(form["parts"]))
        self._carried = parts.snapshot
        cards, *shells = parts.briefing.sections
        heads = [self._file(_text(head)).briefing for head in _list(form["heads"])]
        self._sections = [
            replace(_at(shells, shell), cards=tuple(_at(cards.cards, at) for at in _list(held)))
            for shell, held in map(_list, _list(form["sections"]))
        ]
        self._briefings = [
            replace(_at(heads, head), sections=tuple(_at(self._sections, at) for at in _list(held)))
            for head, held in map(_list, _list(form["briefings"]))
        ]

    def journal(self) -> Journal:
        """Return the journal."""
        form = self._form
        history = History(
            _at(self._briefings, form["now"]),
            self._steps(form["past"]),
            self._steps(form["future"]),
        )
        saved = None if form["saved"] is None else _at(self._briefings, form["saved"])
        return Journal(history, saved, _text(form["library"]), self._carried)

    def _file(self, text: str) -> BriefingFile:
        return parse_briefing(text, name=self._name, kinds=self._kinds)

    def _steps(self, form: object) -> tuple[Step, ...]:
        return tuple(
            Step(
                _text(label),
                _at(self._briefings, briefing),
                _number(focus),
                tuple(_turn_of(_list(turn)) for turn in _list(turns)),
            )
            for label, briefing, focus, turns in map(_list, _list(form))
        )


def _list(form: object) -> list[object]:
    if not isinstance(form, list):
        raise TypeError("a list was expected")
    return form


def _text(form: object) -> str:
    if not isinstance(form, str):
        raise TypeError("text was expected")
    return form


def _number(form: object) -> int | None:
    if form is not None and (not isinstance(form, int) or form < 0):
        raise TypeError("a number was expected")
    return form


def _words(form: object) -> str | None:
    return None if form is None else _text(form)


def _at(items: Sequence[T], number: object) -> T:
    if not isinstance(number, int) or number < 0:
        raise TypeError("a number was expected")
    return items[number]
