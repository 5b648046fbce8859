"""What a person has chosen so far of a file of sources, and what is told of each item.

In: a plan. Out: rows, choices, counts. Must not know: widgets, the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.bibliography.plan import STATUSES, Choice, Plan, Planned, Status
from briefer.records import Source

CHOICE_WORDS: Mapping[Choice, str] = {
    "add": "Add",
    "skip": "Skip",
    "replace": "Use the file’s",
    "merge": "Merge",
    "keep-both": "Keep both",
}
"""The choices on buttons."""

CHOICE_HINTS: Mapping[Choice, str] = {
    "add": "It becomes a new source of the library",
    "skip": "It is left out; the library stays as it is",
    "replace": "The library’s source says what the file says",
    "merge": "The library’s source gets what only the file knows",
    "keep-both": "It becomes a new source beside the one that is here",
}

STATUS_LOOKS: Mapping[Status, tuple[str, str]] = {
    "new": ("plus", "success"),
    "possible-duplicate": ("copy", "warning"),
    "already-here": ("equal", "text2"),
    "to-fix": ("alert-circle", "danger"),
}
"""Icon and colour of each status; its words are `STATUSES`."""


class Review:
    """A plan and what was chosen of its items."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.choices: dict[int, Choice] = {item.number: item.offered[0] for item in plan.items}
        self._records = {item.record.id: item.record for item in plan.items if item.record}

    def items(self, status: Status | None) -> tuple[Planned, ...]:
        """Return the items of a status, or all."""
        return tuple(one for one in self.plan.items if status in (None, one.status))

    def choice(self, item: Planned) -> Choice:
        """Return what becomes of an item."""
        return self.choices[item.number]

    def choose(self, items: Iterable[Planned], choice: Choice) -> int:
        """Choose for all items that offer it; return how many did."""
        able = [item for item in items if choice in item.offered]
        self.choices.update(dict.fromkeys((item.number for item in able), choice))
        return len(able)

    def toggle(self, item: Planned) -> None:
        """Skip an item, or what was skipped no longer."""
        others = [choice for choice in item.offered if choice != "skip"]
        if others:
            kept = others[0] if self.choice(item) == "skip" else "skip"
            self.choices[item.number] = kept

    @property
    def count(self) -> int:
        """How many items are taken over."""
        return sum(choice != "skip" for choice in self.choices.values())

    def other(self, item: Planned) -> Source | None:
        """Return the source that an item resembles: the library's, or one before it in the file."""
        ref = item.resembles or ""
        return self._records.get(ref) if item.in_file else self.plan.known.get(ref)


def why(item: Planned) -> str:
    """Return why an item has its status, "" where there is nothing to say."""
    if item.status == "to-fix":
        return f"{item.reason[:1].upper()}{item.reason[1:]}"
    if not item.reason:
        return ""
    place = "one before it in the file" if item.in_file else "one in the library"
    return f"It has {item.reason} as {place}."


def remarks(item: Planned) -> tuple[str, ...]:
    """Return what is doubtful in an item, and what no source has a field for."""
    doubtful = tuple(f"Field “{one.field}”: {one.message}" for one in item.findings)
    kept = ", ".join(_bare(one.field) for one in item.unplaced if one.kept)
    noted = (f"Kept in the note, as a source has no field for it: {kept}.",) if kept else ()
    lost = tuple(
        f"Field “{one.field}” is too long to be kept, and is left out."
        for one in item.unplaced
        if not one.kept
    )
    return doubtful + noted + lost


def _bare(field: str) -> str:
    """Return the name of a field as the file has it."""
    return field.removeprefix("bibtex:").removeprefix("ris:")


def noted(item: Planned) -> str:
    """Return how much there is to know of an item, in a few words."""
    if item.status == "to-fix":
        return why(item)
    parts = []
    if item.reason:
        parts.append(item.reason)
    if item.findings:
        parts.append(f"{len(item.findings)} doubtful")
    if item.unplaced:
        parts.append(f"no field for {', '.join(_bare(one.field) for one in item.unplaced)}")
    told = "  ·  ".join(parts)
    return f"{told[:1].upper()}{told[1:]}"


def spoken(item: Planned, choice: Choice) -> str:
    """Return an item as assistive programs read it."""
    parts = (item_title(item), STATUSES[item.status], CHOICE_WORDS[choice], noted(item))
    return ", ".join(part for part in parts if part)


def item_title(item: Planned) -> str:
    """Return the title of an item, or what the file calls it."""
    return item.item.title or item.item.key or f"Item {item.number}"
