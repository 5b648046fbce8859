"""Records that are likely the same, looked for in slices, and what two of them say, compared.

In: an open store, in its lane, for a moment at a time, so that searches go between. Out: pairs, and
rows of a comparison. Must not know: widgets.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefer.citations.styles.house import short
from briefer.citations.styles.pinpoints import pinpoint
from briefer.records import PartialDate, Participant, Record, Ref, Source
from briefer.records.base import Citation
from briefer.records.source import Name
from briefer.records.vocabulary import EVENT_ROLES, Vocabulary
from briefer.store import Store
from briefer.store.likeness import likeness
from briefer.ui.library.facts import Linked
from briefer.ui.records.forms import FORMS

_SLICE_S = 0.05
_AT_ONCE = 20
_MOST_LIKE_ONE = 3
_LONGEST = 600


@dataclass(frozen=True)
class Pair:
    """Two records of one type that are likely the same."""

    one: Record
    other: Record

    @property
    def refs(self) -> frozenset[Ref]:
        """The ids of both."""
        return frozenset((self.one.id, self.other.id))


@dataclass(frozen=True)
class Looked:
    """The pairs found in a slice, what they name, and how many records are behind us."""

    pairs: tuple[Pair, ...]
    linked: Linked
    done: int


@dataclass(frozen=True, slots=True)
class Line:
    """What two records say in a field, in words."""

    label: str
    one: str
    other: str

    @property
    def same(self) -> bool:
        """Whether they say the same."""
        return self.one == self.other


def look_on(store: Store, refs: Sequence[Ref], start: int) -> Looked:
    """Look for records like those from a place on, for a moment; return what was found."""
    end, done = time.monotonic() + _SLICE_S, start
    pairs: dict[frozenset[Ref], Pair] = {}
    while done < len(refs) and (time.monotonic() < end or done == start):
        batch = refs[done : done + _AT_ONCE]
        done += len(batch)
        for record in store.get_many(batch).values():
            for other in store.duplicates(record, limit=_MOST_LIKE_ONE):
                pair = Pair(*sorted((record, other), key=lambda one: one.id))
                pairs.setdefault(pair.refs, pair)
    found = tuple(pairs.values())
    return Looked(found, linked_of(store, found), done)


def still_alike(store: Store, pairs: Iterable[Pair]) -> Looked:
    """Return the pairs of which both are still there and alike, as they stand now."""
    before = tuple(pairs)
    now = store.get_many(dict.fromkeys(ref for pair in before for ref in pair.refs))
    left = tuple(
        Pair(now[pair.one.id], now[pair.other.id])
        for pair in before
        if pair.refs <= now.keys() and likeness(now[pair.one.id], now[pair.other.id])
    )
    return Looked(left, linked_of(store, left), len(before))


def linked_of(store: Store, pairs: Iterable[Pair]) -> Linked:
    """Return the records that both of each pair name."""
    refs = (ref for pair in pairs for one in (pair.one, pair.other) for ref in one.links())
    return store.get_many(dict.fromkeys(refs))


def compared(pair: Pair, linked: Linked) -> tuple[Line, ...]:
    """Return what both say in each field that either fills, what differs first."""
    lines = [
        Line(
            spec.label,
            _said(getattr(pair.one, spec.name), spec.words, linked),
            _said(getattr(pair.other, spec.name), spec.words, linked),
        )
        for spec in FORMS[pair.one.type]
    ]
    lines.append(
        Line(
            "Citations",
            _said(pair.one.citations, None, linked),
            _said(pair.other.citations, None, linked),
        )
    )
    filled = [line for line in lines if line.one or line.other]
    return tuple(sorted(filled, key=lambda line: line.same))


def _said(value: object, words: Vocabulary | None, linked: Linked) -> str:
    """Return a value of a field in words, "" for none."""
    match value:
        case None | () | False:
            return ""
        case True:
            return "Yes"
        case tuple():
            return "; ".join(_said(item, words, linked) for item in value)
        case PartialDate():
            return value.display
        case Name():
            return value.full
        case Participant():
            role = EVENT_ROLES.label(value.role).lower()
            return f"{_said(value.actor, None, linked)} ({role})"
        case Citation():
            source = linked.get(value.source)
            name = short(source) if isinstance(source, Source) else value.source
            place = pinpoint(value.locator)
            return f"{name}, {place}" if place else name
    text = str(value)
    if words is not None:
        return words.label(text)
    said = linked[text].label if text in linked else text
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"
