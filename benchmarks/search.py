"""Measure the search: what each key typed costs in libraries of several sizes, beside peers.

    python -m benchmarks.search [--sizes 10000,100000] [--folder FOLDER] [--smoke]

Prints the tables of `docs/performance.md`. Speed is told, never asserted; that Briefer counts what
plain SQL counts is asserted, as being quick and wrong is no achievement.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.agreement import differing
from benchmarks.building import Built, Files
from benchmarks.contenders import BRIEFER_WITH_FACETS, CONTENDERS, FACETS, LIMIT, Contender
from benchmarks.measuring import Times, in_own_process, machine, memory, milliseconds_of
from benchmarks.report import Row, library_table, speed_table
from benchmarks.workload import (
    FILTERED,
    QUERIES,
    SMOKE_FILTERED,
    SMOKE_QUERIES,
    keystrokes,
)
from briefer.store import Store

_SIZES = (10_000, 100_000)
_SMOKE_SIZE = 600
_SESSIONS, _PATIENCE = 3, 60.0
"""All is typed so many times, unless that has taken longer, in seconds."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What is typed in a run."""

    queries: Sequence[str] = QUERIES
    filtered: Sequence[str] = FILTERED


def measure(contender: Contender, files: Files, queries: Sequence[str]) -> tuple[Times, float]:
    """Return what each key cost a contender, and its memory at the end in MB.

    A first session puts the file into the system's cache and does not count. Each session opens
    the library anew; of a key's times the median counts, as the machine has other work too.
    """
    texts = list(keystrokes(queries))
    sessions: list[list[float]] = []
    end = time.perf_counter() + _PATIENCE
    while len(sessions) <= _SESSIONS and (len(sessions) < 2 or time.perf_counter() < end):
        with contender.open(files) as ask:
            sessions.append(milliseconds_of(ask, texts))
            used = memory("VmRSS")
    return Times.of([statistics.median(times) for times in zip(*sessions[1:], strict=True)]), used


def opening(files: Files) -> float:
    """Return how many milliseconds pass from opening a store to its first list with all facets."""
    took = []
    for _ in range(1 + _SESSIONS):
        start = time.perf_counter()
        with Store.open(files.store) as store:
            store.search("", limit=LIMIT, facets=FACETS)
            took.append(1000 * (time.perf_counter() - start))
    return statistics.median(took[1:])


def rows_of(files: Files, workload: Workload) -> list[Row]:
    """Return what all contenders needed, Briefer with all facets being what others compare to."""
    typed = [(contender, contender.label, workload.queries) for contender in CONTENDERS]
    label = f"Briefer: {LIMIT} hits and {len(FACETS)} facets for queries with filters"
    typed.insert(2, (BRIEFER_WITH_FACETS, label, workload.filtered))
    rows = []
    for contender, label, queries in typed:
        _tell(f"{files.count:,} records: {label}")
        rows.append(Row(label, *in_own_process(measure, contender, files, queries)))
    return rows


def run(sizes: Sequence[int], folder: Path, workload: Workload) -> int:
    """Print the tables; return 1 where Briefer counted wrongly."""
    typed = len(list(keystrokes(workload.queries)))
    _write(f"{machine()}.\n{typed} keys typed; every one is a search. Milliseconds per key, warm.")
    libraries: list[tuple[int, Built, float]] = []
    wrong = []
    for size in sizes:
        _tell(f"{size:,} records: building")
        files, built = Files.ready(folder, size)
        libraries.append((size, built, in_own_process(opening, files)))
        _write(speed_table(size, rows_of(files, workload)))
        wrong += differing(files, workload.queries)
    _write(library_table(libraries))
    _write(f"Counted otherwise than by SQL: {', '.join(wrong) or 'nothing'}.")
    return 1 if wrong else 0


def main() -> int:
    """Read the options and run; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument(
        "--sizes", type=_sizes, default=_SIZES, help="numbers of records, with commas between"
    )
    parser.add_argument(
        "--folder", type=Path, help="keep the libraries here; without it they are built each time"
    )
    parser.add_argument("--smoke", action="store_true", help="only see that it works")
    options = parser.parse_args()
    sizes = (_SMOKE_SIZE,) if options.smoke else options.sizes
    workload = Workload(SMOKE_QUERIES, SMOKE_FILTERED) if options.smoke else Workload()
    if options.folder:
        return run(sizes, options.folder, workload)
    with tempfile.TemporaryDirectory(prefix="briefer-benchmark-") as folder:
        return run(sizes, Path(folder), workload)


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(part.replace("_", "")) for part in text.split(","))
    if min(sizes) < 100:
        raise argparse.ArgumentTypeError("a library has 100 records or more")
    return sizes


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n\n")
    sys.stdout.flush()


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
