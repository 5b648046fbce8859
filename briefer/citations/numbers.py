"""Number the citations of a deck by first appearance.

In: slides in storyboard order with unnumbered marks, and the source records. Out: the same slides
with numbers in every mark, one `Reference` a number and one entry a work. Walks any frozen
dataclass or tuple, so that new blocks need no change here. Must not know: pages, templates.

A number belongs to one (source, locator) and runs 1 to n through the deck (design page "slides",
section 6). Numbers depend on the order of slides only, never on pages.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from briefer.citations.styles import STYLES
from briefer.citations.styles.base import Style
from briefer.content import Cite, CiteMark, Inline, Reference, Slide, Text, names_of, parts_of
from briefer.records.base import Locator, Record, Ref
from briefer.records.source import Source

T = TypeVar("T")

Place = tuple[Ref, Locator | None]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Slides whose marks carry numbers, the references by number, and the works by letter."""

    slides: tuple[Slide, ...]
    references: tuple[Reference, ...]
    works: tuple[tuple[str, tuple[Inline, ...]], ...]


@dataclass(slots=True)
class _Register:
    """Numbers given so far, by place; grows while slides are walked."""

    numbers: dict[Place, int] = field(default_factory=dict)

    def number(self, cite: Cite) -> int:
        """Return the number of a cite, giving it the next free one at its first appearance."""
        return self.numbers.setdefault((cite.source, cite.locator), len(self.numbers) + 1)


def number_citations(
    slides: Sequence[Slide], records: Mapping[Ref, Record], *, style: str | Style = "house"
) -> Numbered:
    """Return the slides numbered, with references and works worded in a style, or one of `STYLES`.

    Raises UnknownNameError for an unknown style. A source that is not among the records is named
    by its id, so that its mark still leads somewhere.
    """
    formatter = STYLES[style] if isinstance(style, str) else style
    register = _Register()
    numbered = tuple(_with_numbers(slide, register) for slide in slides)
    letters = _letters(register)
    references = tuple(
        _reference(number, place, letters[place[0]], formatter=formatter, records=records)
        for place, number in register.numbers.items()
    )
    works = tuple(
        (letter, _work(ref, register, formatter=formatter, records=records))
        for ref, letter in letters.items()
    )
    return Numbered(numbered, references, works)


def _with_numbers(value: T, register: _Register) -> T:
    """Return a value with numbers in every mark inside it; the value itself if it has none."""
    renewed: object = value
    kind: type = type(value)
    if isinstance(value, CiteMark):
        numbers = sorted({register.number(cite) for cite in value.cites})
        renewed = dataclasses.replace(value, numbers=tuple(numbers))
    elif isinstance(value, tuple):
        items = [_with_numbers(item, register) for item in value]
        same = all(map(operator.is_, items, value))
        renewed = value if same else tuple(items)
    elif names := names_of(kind):
        changed = {}
        for name, old in zip(names, parts_of(value), strict=True):
            new = old if old is None or isinstance(old, str) else _with_numbers(old, register)
            if new is not old:
                changed[name] = new
        if changed and dataclasses.is_dataclass(value) and not isinstance(value, type):
            renewed = dataclasses.replace(value, **changed)
    return cast(T, renewed)


def _letters(register: _Register) -> dict[Ref, str]:
    """Return a letter for each source in order of first appearance: A to Z, then AA, AB, ..."""
    sources = dict.fromkeys(source for source, _ in register.numbers)
    return {source: _letter(index) for index, source in enumerate(sources)}


def _letter(index: int) -> str:
    letter = chr(ord("A") + index % 26)
    return letter if index < 26 else _letter(index // 26 - 1) + letter


def _reference(
    number: int, place: Place, letter: str, *, formatter: Style, records: Mapping[Ref, Record]
) -> Reference:
    ref, locator = place
    source = records.get(ref)
    if not isinstance(source, Source):
        unknown = f"[unknown source {ref}]"
        pinpoint = formatter.pinpoint(locator)
        return Reference(number, ref, letter, unknown, pinpoint, unknown, locator)
    return Reference(
        number=number,
        source=ref,
        letter=letter,
        short=formatter.short(source),
        pinpoint=formatter.pinpoint(locator),
        full=formatter.full(source, locator),
        locator=locator,
    )


def _work(
    ref: Ref, register: _Register, *, formatter: Style, records: Mapping[Ref, Record]
) -> tuple[Inline, ...]:
    source = records.get(ref)
    if not isinstance(source, Source):
        return (Text(f"[unknown source {ref}]"),)
    locators = tuple(locator for used, locator in register.numbers if used == ref and locator)
    return formatter.work(source, tuple(dict.fromkeys(item.label for item in locators)))
