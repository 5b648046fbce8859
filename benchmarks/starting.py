"""From the start of the process to a window that can be used, beside an empty window.

In: a plan. Out: tables, goals. Usable is: the library is listed and searchable, the sample briefing
is laid out, and both are painted.
"""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.libraries import ready
from benchmarks.plan import Plan, tell, workshop
from benchmarks.processes import BEGAN, Command, Costs, in_turns, run
from benchmarks.results import Goal, Part, Row, Table, table

BARE, BRIEFER, FIRST = "empty PySide6 window", "Briefer", "Briefer, the first start ever"
_INTERPRETER, _VERSION, _SAMPLE = (
    "`python -c pass`",
    "`briefer --version`",
    "`briefer export --sample`",
)
_RUNS = 7
LATER = ("pptx", "PIL", "citeproc", "xlsxwriter")
"""What must not be imported before the window is painted."""

_NOTES = (
    "The window is opened by the command line as a user opens it, in a user's folder that has "
    "been used before, without a screen (1,920 x 1,080). Usable: the library is listed and "
    "searchable, the sample briefing is laid out, both are painted.",
    "Milliseconds from the start of the process, the middle of the runs, which take turns. The "
    "empty window has nothing in it, reads nothing and ends at its first paint.",
)


def measure(plan: Plan) -> Part:
    """Return how soon the program can be used."""
    with workshop() as (folder, user):
        windows = _windows(plan, user)
        commands = _commands(plan, folder, user)
    imported = {name for cost in _told(windows[BRIEFER]) for name in cost["imported"]}
    return Part(
        "start",
        "Start",
        tables=(_window_table(windows), _command_table(commands)),
        goals=tuple(_goals(windows, imported)),
        notes=(*_NOTES, f"Imported at the first paint: {', '.join(sorted(imported)) or 'none'}."),
        wrong=tuple(
            f"{name} failed: {cost.failure}" for name, cost in windows.items() if cost.failure
        ),
    )


def library(size: int) -> str:
    """Return how the window on a library of a size is called."""
    return f"Briefer, {size:,} records"


def windows_of(plan: Plan, user: Mapping[str, str]) -> dict[str, Command]:
    """Return the commands that open windows: an empty one, the sample's, one for each library."""
    opened = ("-m", "benchmarks.started", BEGAN)
    commands = {
        BARE: Command.python("-m", "benchmarks.peers.bare_window", BEGAN, variables=user),
        BRIEFER: Command.python(*opened, variables=user),
    }
    for size in plan.sizes:
        store = ready(plan, size).store
        commands[library(size)] = Command.python(*opened, "--store", store, variables=user)
    return commands


def _windows(plan: Plan, user: Mapping[str, str]) -> dict[str, Costs]:
    commands = windows_of(replace(plan, sizes=()) if plan.smoke else plan, user)
    tell("start: the first start ever")
    first = run(commands[BRIEFER])
    if plan.smoke:
        return {BARE: Costs((run(commands[BARE]),)), BRIEFER: Costs((first,))}
    costs = in_turns(commands, plan.runs(_RUNS), tell=tell, warm=True)
    return {BARE: costs.pop(BARE), FIRST: Costs((first,)), **costs}


def _commands(plan: Plan, folder: Path, user: Mapping[str, str]) -> dict[str, Costs]:
    deck = folder / "sample.pptx"
    commands = {
        _INTERPRETER: Command.python("-c", "pass"),
        _VERSION: Command.python("-m", "briefer", "--version", variables=user),
        _SAMPLE: Command.python(
            *("-m", "briefer", "export", "--sample", "--force", "-o", deck), variables=user
        ),
    }
    return in_turns(commands, plan.runs(_RUNS), tell=tell, warm=not plan.smoke)


def milliseconds(costs: Costs, name: str) -> float:
    """Return the middle of what the runs told under a name, NaN without any."""
    found = [cost["ms"].get(name, math.nan) for cost in _told(costs)]
    return statistics.median(found) if found else math.nan


def megabytes(costs: Costs, name: str = "memory") -> float:
    """Return the middle of the memory that the runs told."""
    found = [cost.get(name, math.nan) for cost in _told(costs)]
    return statistics.median(found) if found else math.nan


def _told(costs: Costs) -> list[dict[str, Any]]:
    return [json.loads(cost.told) for cost in costs.runs]


def _window_table(windows: Mapping[str, Costs]) -> Table:
    bare = milliseconds(windows[BARE], "usable")
    rows: list[Row] = [
        {
            "": name,
            "shown ms": milliseconds(costs, "shown"),
            "listed ms": milliseconds(costs, "listed"),
            "laid out ms": milliseconds(costs, "laid out"),
            "usable ms": milliseconds(costs, "usable"),
            "this / empty": milliseconds(costs, "usable") / bare,
            "s computing": costs.computing,
        }
        for name, costs in windows.items()
    ]
    return table("To a window that can be used", rows)


def _command_table(commands: Mapping[str, Costs]) -> Table:
    rows: list[Row] = [
        {
            "": name,
            "ms": 1000 * costs.seconds,
            "ms computing": 1000 * costs.computing,
            "MB at most": costs.memory,
        }
        for name, costs in commands.items()
    ]
    return table("Whole processes", rows)


def _goals(windows: Mapping[str, Costs], imported: set[str]) -> Iterator[Goal]:
    usable = {name: milliseconds(costs, "usable") for name, costs in windows.items()}
    yield Goal("start to a usable window / empty window", 1.5, usable[BRIEFER] / usable[BARE])
    yield Goal(f"{', '.join(LATER)} not imported at first paint", True, not imported & set(LATER))
    small, large = (usable.get(library(size), math.nan) for size in (10_000, 1_000_000))
    yield Goal("start with 1,000,000 records / with 10,000", 1.5, large / small)
