"""What importing a file would do to a library: each item new, alike, there, or to be fixed.

In: a file as read, the library's sources. Out: a plan for a person to look at and choose from, and
then the records that the choices make. Nothing here is kept: that is one change of the store.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.bibliography.csl import CANDIDATE
from briefer.bibliography.duplicates import Index
from briefer.bibliography.items import Bibliography, Finding, Item, Unplaced
from briefer.bibliography.merging import merged, replaced, says_the_same
from briefer.records import Record, Ref, Source
from briefer.records.ids import new_id
from briefer.records.turn import Turn

Status: TypeAlias = Literal["new", "possible-duplicate", "already-here", "to-fix"]
Choice: TypeAlias = Literal["add", "skip", "replace", "merge", "keep-both"]

STATUSES: Mapping[Status, str] = {
    "new": "New",
    "possible-duplicate": "Possible duplicate",
    "already-here": "Already here",
    "to-fix": "To fix",
}
"""The words for people."""

CHOICES: Mapping[Choice, str] = {
    "add": "Add",
    "skip": "Leave out",
    "replace": "Use the file’s",
    "merge": "Fill in what is missing",
    "keep-both": "Keep both",
}
"""The words for people."""

_OFFERED: Mapping[Status, tuple[Choice, ...]] = {
    "new": ("add", "skip"),
    "possible-duplicate": ("skip", "merge", "replace", "keep-both"),
    "already-here": ("skip", "merge", "replace", "keep-both"),
    "to-fix": ("skip",),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One item of a file, what becomes of it, and why.

    `record` is the source as it would be added, None where it is to be fixed. `resembles` is the id
    of a source of the library, or of one that stands before it in the file (`in_file`); `reason`
    says why, or what is to be fixed.
    """

    item: Item
    status: Status
    record: Source | None
    resembles: Ref | None = None
    in_file: bool = False
    reason: str = ""

    @property
    def number(self) -> int:
        """The number of the item in the file, from 1; what choices name."""
        return self.item.number

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is doubtful in the item."""
        return self.item.findings

    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """What a source has no field for."""
        return self.item.unplaced

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What a person may choose, the usual choice first."""
        return _OFFERED[self.status]


@dataclass(frozen=True, slots=True)
class Plan:
    """What importing a file would do; `known` are the library's sources that items resemble."""

    bibliography: Bibliography
    items: tuple[Planned, ...]
    known: Mapping[Ref, Source]

    @property
    def counts(self) -> dict[Status, int]:
        """How many items there are of each status."""
        found = Counter(item.status for item in self.items)
        return {status: found[status] for status in STATUSES}


def no_problem(_source: Source) -> str:
    """Return that nothing is wrong with a source."""
    return ""


def plan_import(
    bibliography: Bibliography,
    known: Iterable[Source],
    *,
    taken: Collection[Ref] = (),
    problem_of: Callable[[Source], str] = no_problem,
    keep_verification: bool = False,
) -> Plan:
    """Return what importing a file into a library of these sources would do.

    `taken` are ids, as of records in the bin, that no new record may have. `problem_of` says why
    the store would refuse a source, "" where it would not. What is imported is a candidate unless
    `keep_verification`: then a file that Briefer wrote is believed in what it says of that.
    """
    library = {source.id: source for source in known}
    planner = _Planner(library, {item.source.id for item in bibliography.items if item.source})
    planner.given.update(taken)
    items = tuple(
        planner.planned(item, problem_of, keep_verification) for item in bibliography.items
    )
    resembled = {item.resembles for item in items}
    return Plan(bibliography, items, {ref: one for ref, one in library.items() if ref in resembled})


class _Planner:
    """Plans one item after another, knowing those before it; `given` are ids not to be given."""

    def __init__(self, library: Mapping[Ref, Source], named: Collection[Ref]) -> None:
        self._library = library
        self._named = {*library, *named}
        self._index, self._ours = Index(), Index()
        self.given = set(library)
        for source in library.values():
            self._index.add(source)

    def planned(
        self, item: Item, problem_of: Callable[[Source], str], keep_verification: bool
    ) -> Planned:
        """Return what becomes of the next item."""
        if item.source is None:
            return Planned(item, "to-fix", None, reason=item.problem)
        source = item.source
        if not keep_verification:
            source = dataclasses.replace(source, verification=CANDIDATE)
        problem = _lost(source, self._named) or problem_of(source)
        if problem:
            return Planned(item, "to-fix", None, reason=problem)
        found = _compared(item, source, self._library, self._index, self._ours)
        if source.id in self.given:
            source = dataclasses.replace(source, id=new_id("source", source.title, self.given))
        self.given.add(source.id)
        self._ours.add(source)
        return dataclasses.replace(found, record=source)


def _lost(source: Source, named: Collection[Ref]) -> str:
    """Return that a source relies on one that is neither in the library nor in the file."""
    lost = [ref for ref in source.links() if ref not in named]
    return (
        f"it relies on {lost[0]}, which is neither in the library nor in the file." if lost else ""
    )


def _compared(
    item: Item, source: Source, library: Mapping[Ref, Source], index: Index, ours: Index
) -> Planned:
    """Return what becomes of an item, before its id is settled."""
    same = library.get(source.id)
    found = index.like(source)
    ref = same.id if same else found.ref if found else None
    reason = "the same id" if same else found.reason if found else ""
    if ref is not None:
        status: Status = (
            "already-here" if says_the_same(library[ref], source) else "possible-duplicate"
        )
        return Planned(item, status, source, ref, reason=reason)
    within = ours.like(source)
    if within:
        return Planned(
            item, "possible-duplicate", source, within.ref, in_file=True, reason=within.reason
        )
    return Planned(item, "new", source)


def records_of(plan: Plan, choices: Mapping[int, Choice]) -> tuple[Source, ...]:
    """Return the records that choices make: new ones, and changed ones of the library.

    `choices` are by the items' numbers; where there is none, the first that is offered counts.
    Every record comes once, whatever how many items went into it.
    """
    kept: dict[Ref, Source] = {}
    for item in plan.items:
        choice = choices.get(item.number, item.offered[0])
        record = item.record
        if record is None or choice == "skip":
            continue
        target = kept.get(item.resembles or "") or plan.known.get(item.resembles or "")
        if target is None or choice in ("add", "keep-both"):
            kept[record.id] = record
        else:
            make = merged if choice == "merge" else replaced
            kept[target.id] = make(target, record)
    return tuple(kept[ref] for ref in kept if kept[ref] != plan.known.get(ref))


def turns_of(plan: Plan, kept: Iterable[Record]) -> tuple[Turn, ...]:
    """Return what keeping the records of a plan did to each, for one step of undo.

    `kept` are the records as the store gave them back.
    """
    befores = [(plan.known.get(record.id), record) for record in kept]
    return tuple(
        Turn(record.id, before.revision if before else None, record.revision)
        for before, record in befores
        if before is None or before.revision != record.revision
    )
