"""Reading all text of an exported deck, as one does to verify it, beside python-pptx.

    python -m benchmarks.reading DECK.pptx        (what one measured process does)

In: a plan. Out: a table and a goal.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from benchmarks.plan import Plan, tell, workshop
from benchmarks.processes import Command, Costs, in_turns, run
from benchmarks.results import Goal, Part, Row, Table, table

_READ, _INSPECT, _PLAIN = "Briefer reads it", "`briefer inspect`", "python-pptx"
_RUNS = 5

_NOTES = (
    "Briefer reads every shape's words, tags, charts' values and notes, and the manifest, and "
    "makes digests of them; `inspect` also compares all with the manifest and prints it.",
    "python-pptx reads the text of shapes, groups, tables and notes. Whole processes; both read "
    "the deck that Briefer wrote.",
    "Briefer has no command that renews single slides of an existing deck; a deck is exported "
    "anew. The goal for renewing one slide in 1,000 (1/15) is therefore not measured.",
)


def measure(plan: Plan) -> Part:
    """Return what reading decks costs."""
    sizes = [slides for slides in plan.slides if slides <= plan.slow_up_to][-2:]
    tables = []
    ratio = math.nan
    with workshop() as (folder, user):
        for slides in sizes:
            costs = _costs(slides, plan, folder, user)
            tables.append(_table(slides, costs))
            if slides == 1000:
                ratio = costs[_READ].seconds / costs[_PLAIN].seconds
    goal = Goal("reading all text of 1,000 slides, time / python-pptx", 0.1, ratio)
    return Part("read", "Reading a deck", tuple(tables), (goal,), _NOTES)


def _costs(slides: int, plan: Plan, folder: Path, user: dict[str, str]) -> dict[str, Costs]:
    tell(f"read: a deck of {slides:,} slides")
    place = folder / str(slides)
    place.mkdir()
    run(Command.python("-m", "benchmarks.decks", str(slides), place))
    deck = place / "deck.pptx"
    run(
        Command.python(
            "-m", "briefer", "export", place / "deck.briefing", "-o", deck, variables=user
        )
    )
    commands = {
        _READ: Command.python("-m", "benchmarks.reading", deck),
        _INSPECT: Command.python("-m", "briefer", "inspect", deck, variables=user),
        _PLAIN: Command.python("-m", "benchmarks.peers.plain", "read", deck),
    }
    return in_turns(commands, plan.runs(_RUNS), tell=tell, warm=not plan.smoke)


def _table(slides: int, costs: dict[str, Costs]) -> Table:
    reference = costs[_READ].seconds
    rows: list[Row] = [
        {
            "": name,
            "s": cost.seconds,
            "s computing": cost.computing,
            "Briefer / this": reference / cost.seconds,
            "MB at most": cost.memory,
            "characters": math.nan if name == _INSPECT else int(cost.told),
        }
        for name, cost in costs.items()
    ]
    return table(f"A deck of {slides:,} slides", rows)


def main() -> None:
    """Read a deck; print how many characters its shapes say."""
    # Not before: the process that compares must not carry what it measures.
    from briefer.roundtrip import read_deck

    deck = read_deck(Path(sys.argv[1]))
    shapes = (shape for slide in deck.slides for shape in slide.shapes)
    said = sum(len(words) for shape in shapes for words in shape.words.values())
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main()
