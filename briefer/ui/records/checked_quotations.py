"""The quotations of a library and how each stands to its sources' texts, in words.

In: an open store, in its lane, for a moment at a time, so that searches go between. Out: lines.
Must not know: widgets.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefer.records import Ref
from briefer.records.quotations import Quotation, State
from briefer.store import Store
from briefer.ui.records.work import name_of

_SLICE_S = 0.05
_AT_ONCE = 20
_ORDER: tuple[State, ...] = ("altered", "not-held", "verified")
STATE_WORDS: Mapping[State, str] = {
    "altered": "Altered",
    "not-held": "Not held",
    "verified": "Verified",
}
"""The words for people, of one quotation."""
_COUNTED: Mapping[State, str] = {**STATE_WORDS, "not-held": "without an attached text"}


@dataclass(frozen=True)
class Line:
    """A quotation, the name of its record, and the names of its sources."""

    quotation: Quotation
    record: str
    sources: tuple[str, ...]

    @property
    def note(self) -> str:
        """The state in a word or two."""
        one = self.quotation
        if one.state == "altered" and one.count:
            return f"{one.count} word{' differs' if one.count == 1 else 's differ'}"
        if one.state == "verified" and one.marked:
            return "Verified, with brackets or dots"
        return STATE_WORDS[one.state]


@dataclass(frozen=True)
class Checked:
    """The lines of a slice, and how many records are behind us."""

    lines: tuple[Line, ...]
    done: int


def check_on(store: Store, refs: Sequence[Ref], start: int) -> Checked:
    """Compare what the records from a place on quote, for a moment; return how that stands."""
    end, done = time.monotonic() + _SLICE_S, start
    found: list[Quotation] = []
    while done < len(refs) and (time.monotonic() < end or done == start):
        batch = refs[done : done + _AT_ONCE]
        done += len(batch)
        found += store.quotations(store.get_many(batch).values())
    named = {ref for one in found for ref in (one.record, *one.sources)}
    known = store.get_many(named)
    around = store.get_many({ref for record in known.values() for ref in record.links()})
    names = {ref: name_of(record, around) for ref, record in known.items()}
    lines = (
        Line(one, names.get(one.record, one.record), tuple(names.get(s, s) for s in one.sources))
        for one in found
    )
    return Checked(tuple(lines), done)


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines with what needs somebody first."""
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.quotation.state)))


def counted(lines: Sequence[Line]) -> str:
    """Return how many quotations are in which state, in words."""
    if not lines:
        return "No record quotes anything."
    counts = Counter[State](line.quotation.state for line in lines)
    parts = [f"{counts[state]:,} {_COUNTED[state].lower()}" for state in _ORDER if counts[state]]
    noun = "quotation" if len(lines) == 1 else "quotations"
    return f"{len(lines):,} {noun}: {', '.join(parts)}."
