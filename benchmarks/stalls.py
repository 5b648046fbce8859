"""How long the window cannot answer while somebody works, and how soon it shows what was changed.

In: a plan. Out: tables and goals: stalls of the event loop (`window`), the time from an edit to its
new picture (`editing`), the frames of a scrolled list beside those of a plain one (`scrolling`).
"""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.libraries import ready
from benchmarks.measuring import Times
from benchmarks.plan import Plan, tell, workshop
from benchmarks.processes import BEGAN, Command, Costs, in_turns
from benchmarks.results import Goal, Part, Row, Table, table

_RUNS = 3
_SLIDES, _EDITED = 200, 30
_NOTCHES = 200
_STALL, _FRAME, _PREVIEW = 50.0, 16.0, 50.0
_GOAL_SIZE, _LARGEST = 100_000, 1_000_000
_SCROLLED = ("scroll", "move slides", "undo them")
"""What scrolling and reordering is called among the rows."""

_NOTES = (
    "A timer in the window's thread ticks every 2 ms; what comes late was held up, and so would a "
    "key have been. Waited: the longest such time by the clock. Computed: the longest time in "
    "which the window's own thread computed between two ticks. In all: all that it computed. The "
    "middle of the runs; milliseconds.",
    "A frame: from a notch of the wheel until everything is painted. The plain list is a "
    "QListView of uniform rows, each the one line of a title; Briefer's rows are cards.",
    "An edit: from the new title of a slide until its new picture is painted, in a briefing of "
    f"{_EDITED} slides.",
)


def measure(plan: Plan) -> Part:
    """Return how the window does."""
    tables: list[Table] = []
    goals: list[Goal] = []
    with workshop() as (_, user):
        stalls = {size: _stalls(plan, size, user) for size in plan.sizes}
        edits = in_turns(
            {"edits": Command.python("-m", "benchmarks.editing", str(_EDITED), variables=user)},
            plan.runs(_RUNS),
            tell=tell,
        )["edits"]
        scrolled = {size: _scrolled(plan, size, user) for size in plan.sizes}
    for size, costs in stalls.items():
        title = f"{size:,} records, {_slides(plan)} slides"
        tables.append(table(title, _stall_rows(_told(costs))))
    tables += [_frames_table(scrolled), _edits_table(edits)]
    goals += [*_goals(stalls), *_frame_goals(scrolled), _edit_goal(edits)]
    every = [*stalls.values(), edits, *(each for both in scrolled.values() for each in both)]
    wrong = tuple(f"the window failed: {costs.failure}" for costs in every if costs.failure)
    return Part("window", "The window", tuple(tables), tuple(goals), _NOTES, wrong)


def _slides(plan: Plan) -> int:
    return 10 if plan.smoke else _SLIDES


def _stalls(plan: Plan, size: int, user: Mapping[str, str]) -> Costs:
    library = ready(plan, size)
    words = ("-m", "benchmarks.window", "--json", "--folder", library.store.parent)
    much = ("--smoke",) if plan.smoke else ("--records", str(size), "--slides", str(_SLIDES))
    name = f"a day's work among {size:,} records"
    command = Command.python(*words, *much, variables=user)
    return in_turns({name: command}, plan.runs(_RUNS), tell=tell)[name]


def _scrolled(plan: Plan, size: int, user: Mapping[str, str]) -> tuple[Costs, Costs]:
    """Return what scrolling Briefer's list and a plain one cost."""
    library = ready(plan, size)
    notches = "6" if plan.smoke else str(_NOTCHES)
    ours, theirs = f"Briefer scrolls {size:,}", f"QListView scrolls {size:,}"
    commands = {
        ours: Command.python("-m", "benchmarks.scrolling", library.store, notches, variables=user),
        theirs: Command.python(
            "-m", "benchmarks.peers.bare_list", BEGAN, library.peers, notches, variables=user
        ),
    }
    costs = in_turns(commands, plan.runs(_RUNS), tell=tell)
    return costs[ours], costs[theirs]


def _told(costs: Costs) -> list[dict[str, Any]]:
    return [json.loads(cost.told) for cost in costs.runs]


def _stall_rows(runs: Sequence[dict[str, Any]]) -> Iterator[Row]:
    for rows in zip(*(run["rows"] for run in runs), strict=True):
        yield {
            "while": rows[0]["while"],
            "waited": statistics.median(row["longest"] for row in rows),
            f"over {_STALL:.0f}": statistics.median(row["stalls"] for row in rows),
            "computed": statistics.median(row["longest computing"] for row in rows),
            "in all": statistics.median(row["computing"] for row in rows),
        }


def _goals(stalls: Mapping[int, Costs]) -> Iterator[Goal]:
    rows = list(_stall_rows(_told(stalls[_GOAL_SIZE]))) if _GOAL_SIZE in stalls else []
    waited = {str(row["while"]): float(row["waited"] or 0) for row in rows}
    moved = [ms for what, ms in waited.items() if what.startswith(_SCROLLED)]
    where = f"{_GOAL_SIZE:,} records, {_SLIDES} slides"
    yield Goal(
        f"longest stall of scrolling and reordering, {where}",
        _STALL,
        max(moved, default=math.nan),
        "ms",
    )
    worked = [ms for what, ms in waited.items() if what not in ("open", "change the theme")]
    yield Goal(
        f"longest stall of all work but opening and themes, {where}",
        _STALL,
        max(worked, default=math.nan),
        "ms",
    )


def _frames_table(scrolled: Mapping[int, tuple[Costs, Costs]]) -> Table:
    rows: list[Row] = []
    for size, both in scrolled.items():
        for name, costs in zip(("Briefer", "QListView of titles"), both, strict=True):
            times = _frames(costs)
            rows.append(
                {
                    "records": size,
                    "": name,
                    "frame p50 ms": times.p50,
                    "frame p95 ms": times.p95,
                    "longest ms": times.longest,
                    "MB": statistics.median(run["memory"] for run in _told(costs) or [_NOTHING]),
                }
            )
    return table("Scrolling the library", rows)


_NOTHING: dict[str, Any] = {"memory": math.nan}


def _frames(costs: Costs) -> Times:
    """Return the frames of the runs; of each notch the middle."""
    runs = [run["frames"] for run in _told(costs)]
    if not runs or not all(runs):
        return Times(math.nan, math.nan, math.nan)
    return Times.of([statistics.median(notch) for notch in zip(*runs, strict=False)])


def _frame_goals(scrolled: Mapping[int, tuple[Costs, Costs]]) -> Iterator[Goal]:
    p95 = _frames(scrolled[_LARGEST][0]).p95 if _LARGEST in scrolled else math.nan
    yield Goal(f"a frame of scrolling {_LARGEST:,} records, p95", _FRAME, p95, "ms")


def _edits_table(edits: Costs) -> Table:
    times = _edit_times(edits)
    rows: list[Row] = [
        {"": "Briefer", "p50 ms": times.p50, "p95 ms": times.p95, "longest ms": times.longest}
    ]
    return table(f"From an edit to its new picture, {_EDITED} slides", rows)


def _edit_times(edits: Costs) -> Times:
    runs = _told(edits)
    if not runs:
        return Times(math.nan, math.nan, math.nan)
    every = zip(*(run["edits"] for run in runs), strict=True)
    return Times.of([statistics.median(edit) for edit in every])


def _edit_goal(edits: Costs) -> Goal:
    what = f"from an edit to its new picture, {_EDITED} slides, p50"
    return Goal(what, _PREVIEW, _edit_times(edits).p50, "ms")
