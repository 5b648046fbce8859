"""How much memory is held: by the window on libraries of several sizes, beside other windows.

In: a plan. Out: a table and goals. What exports and searches hold stands in their own tables.
"""

from __future__ import annotations

import math

from benchmarks.libraries import ready
from benchmarks.plan import Plan, tell, workshop
from benchmarks.processes import BEGAN, Command, in_turns
from benchmarks.results import Goal, Part, Row, table
from benchmarks.starting import library, megabytes, milliseconds, windows_of

_RUNS = 3
_NOTES = (
    "Memory is what the process holds (resident) once its window can be used, and two seconds "
    "later. The list of titles is a QListView over all titles at once, which searches nothing.",
)


def measure(plan: Plan) -> Part:
    """Return what windows hold."""
    with workshop() as (_, user):
        commands = windows_of(plan, user)
        for size in plan.sizes:
            commands[_list(size)] = Command.python(
                *("-m", "benchmarks.peers.bare_list", BEGAN, ready(plan, size).peers),
                variables=user,
            )
        costs = in_turns(commands, plan.runs(_RUNS), tell=tell, warm=not plan.smoke)
    rows: list[Row] = [
        {
            "": name,
            "MB": megabytes(cost),
            "MB two seconds later": megabytes(cost, "memory after"),
            "usable ms": milliseconds(cost, "usable"),
        }
        for name, cost in costs.items()
    ]
    held = {name: megabytes(cost) for name, cost in costs.items()}
    small, large = (held.get(library(size), math.nan) for size in (10_000, 1_000_000))
    goals = (Goal("memory with 1,000,000 records / with 10,000", 1.5, large / small),)
    wrong = tuple(f"{name} failed: {cost.failure}" for name, cost in costs.items() if cost.failure)
    return Part("memory", "Memory", (table("What windows hold", rows),), goals, _NOTES, wrong)


def _list(size: int) -> str:
    return f"QListView of {size:,} titles"
