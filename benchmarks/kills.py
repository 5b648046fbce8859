"""Kill the program at any moment of its work, hundreds of times, and look at what is there then.

    python -m benchmarks.kills [--times 300] [--seed 1] [--only GROUP]... [--smoke | --trouble]

Kills so often each group of kinds of work and prints how far the processes had come, what they had
acknowledged, what was left, and what was found wrong; ends with 1 if anything was. With --trouble
nothing is killed: each kind works on full disks and without the right to write. The kinds are those
of `tests/crash/kinds.py`. Needs Linux or macOS; a full disk needs Linux and root.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.crash.harness import QUARTERS, Tally, server
from tests.crash.kinds import KINDS, kill_all
from tests.crash.trouble import Trouble
from tests.ui.disks import mounted, nobody

_SMOKE = 5
_DISK = 32 << 20
_HEADS = (
    "kind of work",
    "kills",
    *(f"in quarter {number + 1}" for number in range(QUARTERS)),
    "changes acknowledged",
    "in flight, there whole",
    "left, then swept",
    "faults",
)


def row(tally: Tally) -> str:
    """Return a tally as a row of a table."""
    cells = (
        tally.name,
        tally.kills,
        *tally.reached,
        f"{tally.acknowledged:,}",
        tally.went,
        tally.left,
        len(tally.faults),
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def table(tallies: Sequence[Tally]) -> str:
    """Return tallies and their sum as a table."""
    total = Tally("together", reached=[0] * QUARTERS)
    for tally in tallies:
        total.kills += tally.kills
        total.acknowledged += tally.acknowledged
        total.went += tally.went
        total.left += tally.left
        total.faults += tally.faults
        total.reached = [a + b for a, b in zip(total.reached, tally.reached, strict=True)]
    heads = (f"| {' | '.join(_HEADS)} |", f"| --- |{' --: |' * (len(_HEADS) - 1)}")
    return "\n".join((*heads, *(row(tally) for tally in (*tallies, total))))


def trouble(groups: Sequence[str]) -> int:
    """Have each kind work in trouble; print what came of it and return whether it was wrong."""
    faults: list[str] = []
    heads = ("kind of work", "full disk: works", "refused", "no right: works", "refused", "faults")
    sys.stdout.write(f"| {' | '.join(heads)} |\n| --- |{' --: |' * (len(heads) - 1)}\n")
    with tempfile.TemporaryDirectory() as place, server() as root, server(nobody()) as served:
        folder = Path(place)
        folder.chmod(0o777)
        disk = folder / "disk"
        for number, make in enumerate(kind for group in groups for kind in KINDS[group]):
            with mounted(disk, _DISK):
                full = Trouble(make(disk), root).full(disk)
            kind = make(folder / str(number))
            protected = Trouble(kind, served).protected()
            found = [*full.faults, *protected.faults]
            cells = (full.works, full.refused, protected.works, protected.refused, len(found))
            sys.stdout.write(f"| {kind.name} | {' | '.join(str(cell) for cell in cells)} |\n")
            sys.stderr.write("".join(f"{fault}\n" for fault in found))
            faults += found
    return 1 if faults else 0


def main(arguments: Sequence[str]) -> int:
    """Kill as often as asked for, print the counts, return whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=300, help="kills of each group")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=list(KINDS), help="a group")
    parser.add_argument("--smoke", action="store_true", help=f"{_SMOKE} kills of each")
    parser.add_argument("--trouble", action="store_true", help="full disks, no right to write")
    options = parser.parse_args(arguments)
    if options.trouble:
        return trouble(options.only or list(KINDS))
    times = _SMOKE if options.smoke else options.times
    tallies: list[Tally] = []
    with tempfile.TemporaryDirectory() as folder, server() as served:
        for group in options.only or KINDS:
            for tally in kill_all(group, Path(folder), served, times=times, seed=options.seed):
                tallies.append(tally)
                sys.stderr.write("\n".join((row(tally), *tally.faults, "")))
    sys.stdout.write(table(tallies) + "\n")
    return 1 if any(tally.faults for tally in tallies) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
