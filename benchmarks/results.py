"""What a run found: parts with tables and goals, as Markdown and as JSON.

In: numbers. Out: text. Must not know: how anything was measured.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = str | float | int | bool | None
Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, under a heading; all rows have the same keys, which are the columns."""

    title: str
    rows: tuple[Row, ...]

    @property
    def markdown(self) -> str:
        """The table as Markdown; numbers stand at the right."""
        if not self.rows:
            return ""
        heads = list(self.rows[0])
        numeric = [any(_is_number(row[head]) for row in self.rows) for head in heads]
        rules = ["--:" if number else "---" for number in numeric]
        cells = ([shown(row[head]) for head in heads] for row in self.rows)
        return "\n".join(f"| {' | '.join(line)} |" for line in ([*heads], rules, *cells))


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal beside what was seen. `seen` is NaN where it was not measured in this run.

    It is reached where what was seen is at most (`most`) the goal, or equal for truths.
    """

    what: str
    goal: float | bool
    seen: float | bool
    unit: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether it is reached; None where it was not measured."""
        if isinstance(self.goal, bool):
            return self.seen is self.goal if isinstance(self.seen, bool) else None
        return None if math.isnan(self.seen) else self.seen <= self.goal

    @property
    def row(self) -> Row:
        """The goal as a row of a table."""
        words = {True: "reached", False: "**not reached**", None: "not measured"}
        sign = "" if isinstance(self.goal, bool) else "at most "
        return {
            "what": self.what,
            "goal": f"{sign}{_told(self.goal, self.unit)}",
            "seen": "–" if self.reached is None else _told(self.seen, self.unit),
            "": words[self.reached],
        }


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of the run found: tables, what has to be said about them, goals."""

    name: str
    title: str
    tables: tuple[Table, ...] = ()
    goals: tuple[Goal, ...] = ()
    notes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    """What makes the run fail: Briefer did not do what it was measured at."""

    @property
    def markdown(self) -> str:
        """The part under its heading, without its goals."""
        blocks = [f"## {self.title}"]
        for table in self.tables:
            blocks += [f"### {table.title}", table.markdown]
        if self.notes:
            blocks.append("\n".join(f"- {note}" for note in self.notes))
        blocks += [f"**Wrong: {what}**" for what in self.wrong]
        return "\n\n".join(blocks)


@dataclass(frozen=True, slots=True)
class Results:
    """A whole run: where and when, and its parts."""

    where: Mapping[str, str]
    parts: tuple[Part, ...] = field(default=())

    @property
    def goals(self) -> Table:
        """All goals side by side."""
        return Table("Goals", tuple(goal.row for part in self.parts for goal in part.goals))

    @property
    def markdown(self) -> str:
        """The run as a page."""
        blocks = ["# Briefer measured", ". ".join(f"{k}: {v}" for k, v in self.where.items()) + "."]
        blocks += ["## Goals", self.goals.markdown] if self.goals.rows else []
        blocks += [part.markdown for part in self.parts]
        return "\n\n".join(blocks) + "\n"

    @property
    def json(self) -> dict[str, object]:
        """The run as plain values; what was not measured is null."""
        return {"where": dict(self.where), "parts": [_plain(part) for part in self.parts]}


def _plain(part: Part) -> dict[str, object]:
    return {
        "name": part.name,
        "tables": [
            {"title": table.title, "rows": [_row(row) for row in table.rows]}
            for table in part.tables
        ],
        "goals": [
            {
                "what": goal.what,
                "goal": goal.goal,
                "seen": _value(goal.seen),
                "unit": goal.unit,
                "reached": goal.reached,
            }
            for goal in part.goals
        ],
        "notes": list(part.notes),
        "wrong": list(part.wrong),
    }


def _row(row: Row) -> dict[str, Value]:
    return {key: _value(value) for key, value in row.items()}


def _value(value: Value) -> Value:
    return None if isinstance(value, float) and math.isnan(value) else value


def shown(value: Value) -> str:
    """Return a value as it stands in a table."""
    match value:
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float():
            return number(value)
        case str():
            return value


def number(value: float) -> str:
    """Return a number with about three digits that count."""
    if math.isnan(value):
        return "–"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 0.1 else 3
    return f"{value:,.{digits}f}"


def table(title: str, rows: Iterable[Row]) -> Table:
    """Return a table of rows."""
    kept: Sequence[Row] = tuple(rows)
    return Table(title, tuple(kept))


def _told(value: float | bool, unit: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{number(value)}{f' {unit}' if unit else ''}"


def _is_number(value: Value) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool)
