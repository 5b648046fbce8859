"""Measure the export: the same deck by Briefer and by plain python-pptx, in one run.

    python -m benchmarks.export [--slides 10,100,1000] [--smoke]

Whole processes, from start to exit, each alone; the shortest of several runs counts, as the machine
has other work too. Briefer composes, cites, lays out and writes; the peer only writes.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import machine, memory

_SLIDES = (10, 100, 1000)
_RUNS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one export cost: seconds, MB at most, and what came out."""

    seconds: float
    memory: float
    slides: int
    bytes: int


def measure(work: str, *arguments: str, target: Path) -> Cost:
    """Return the cost of a piece of work (`briefer`, `plain`) in a process of its own."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.export", "--work", work, *arguments, str(target)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    seconds = time.perf_counter() - start
    slides, peak = done.stdout.split()
    return Cost(seconds, float(peak), int(slides), target.stat().st_size)


def _best(costs: Sequence[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.seconds)


def _compare(slides: int, folder: Path, runs: int) -> tuple[Cost, Cost]:
    """Return what the deck cost Briefer and the peer."""
    pages = folder / "pages.pickle"
    measure("pages", str(slides), target=pages)
    ours = [measure("briefer", str(slides), target=folder / "ours.pptx") for _ in range(runs)]
    theirs = [measure("plain", str(pages), target=folder / "plain.pptx") for _ in range(runs)]
    return _best(ours), _best(theirs)


def _table(rows: Sequence[tuple[Cost, Cost]]) -> str:
    heads = (
        "slides",
        "Briefer s",
        "python-pptx s",
        "ratio",
        "Briefer MB",
        "python-pptx MB",
        "Briefer kB",
        "python-pptx kB",
    )
    lines = [f"| {' | '.join(heads)} |", f"| {' | '.join('--:' for _ in heads)} |"]
    for ours, theirs in rows:
        cells = (
            str(ours.slides),
            f"{ours.seconds:.2f}",
            f"{theirs.seconds:.2f}",
            f"{ours.seconds / theirs.seconds:.2f}",
            f"{ours.memory:.0f}",
            f"{theirs.memory:.0f}",
            f"{ours.bytes / 1000:.0f}",
            f"{theirs.bytes / 1000:.0f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _growth(rows: Sequence[tuple[Cost, Cost]]) -> str:
    """Return the exponents by which time grows from the last size but one to the last."""
    if len(rows) < 2:
        return ""
    exponents = []
    for who in range(2):
        before, after = rows[-2][who], rows[-1][who]
        exponents.append(
            math.log(after.seconds / before.seconds) / math.log(after.slides / before.slides)
        )
    return f"Growth exponent: Briefer {exponents[0]:.2f}, python-pptx {exponents[1]:.2f}."


def _work(work: str, argument: str, target: Path) -> None:
    """Do one piece of work in this process; print the slides made and the memory it took."""
    # Imported late: the process that compares must not carry what it measures.
    from benchmarks import decks

    if work == "briefer":
        slides = decks.export_with_briefer(int(argument), target)
    elif work == "pages":
        slides = decks.keep_pages(int(argument), target)
    else:
        slides = decks.export_plainly(Path(argument), target)
    sys.stdout.write(f"{slides} {memory('VmHWM'):.1f}\n")


def main() -> None:
    """Measure what the command line asks for and print the table."""
    parser = argparse.ArgumentParser(description="Measure the export.")
    parser.add_argument("--slides", default=",".join(map(str, _SLIDES)))
    parser.add_argument("--smoke", action="store_true", help="a small deck, once")
    parser.add_argument("--work", nargs=3, metavar=("WORK", "ARGUMENT", "TARGET"))
    chosen = parser.parse_args()
    if chosen.work:
        work, argument, target = chosen.work
        _work(work, argument, Path(target))
        return
    sizes = [10] if chosen.smoke else [int(size) for size in chosen.slides.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        rows = [_compare(size, Path(folder), 1 if chosen.smoke else _RUNS) for size in sizes]
    sys.stdout.write(f"{machine()}.\n\n{_table(rows)}\n\n{_growth(rows)}\n")


if __name__ == "__main__":
    main()
