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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path

from benchmarks.agreement import differing
from benchmarks.building import Built, Files
from benchmarks.contenders import (
    BRIEFER,
    BRIEFER_WITH_FACETS,
    CONTENDERS,
    FACETS,
    LIMIT,
    SQLITE_UTILS,
    Contender,
)
from benchmarks.measuring import Times, in_own_process, machine, milliseconds_of
from benchmarks.plan import Plan
from benchmarks.report import Row, library_table, speed_table
from benchmarks.resident import memory
from benchmarks.results import Goal, Part
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
_FEW, _MANY, _MOST = 10_000, 100_000, 1_000_000
"""The sizes for which there are goals."""
_SESSIONS, _PATIENCE = 3, 60.0
"""All is typed so many times, unless that has taken longer, in seconds."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What is typed in a run."""

    queries: Sequence[str] = QUERIES
    filtered: Sequence[str] = FILTERED


def answering(contender: Contender, files: Files, queries: Sequence[str]) -> tuple[Times, float]:
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
        rows.append(Row(label, *in_own_process(answering, contender, files, queries)))
    return rows


def run(sizes: Sequence[int], folder: Path, workload: Workload) -> Part:
    """Return what was measured; it is wrong where Briefer counted otherwise than SQL."""
    typed = len(list(keystrokes(workload.queries)))
    libraries: list[tuple[int, Built, float]] = []
    rows: dict[int, list[Row]] = {}
    wrong: list[str] = []
    for size in sizes:
        _tell(f"{size:,} records: building")
        files, built = Files.ready(folder, size)
        libraries.append((size, built, in_own_process(opening, files)))
        rows[size] = rows_of(files, workload)
        wrong += differing(files, workload.queries)
    return Part(
        "search",
        "Search",
        tables=(*(speed_table(size, rows[size]) for size in sizes), library_table(libraries)),
        goals=tuple(_goals(rows, libraries)),
        notes=(
            f"{typed} keys typed; every one is a search. Milliseconds per key, warm.",
            f"Counted otherwise than by SQL: {', '.join(wrong) or 'nothing'}.",
        ),
        wrong=tuple(f"Counted otherwise than by SQL: {text}" for text in wrong),
    )


def measure(plan: Plan) -> Part:
    """Return what searching costs in the libraries of a plan."""
    if plan.smoke:
        return run((_SMOKE_SIZE,), plan.folder, Workload(SMOKE_QUERIES, SMOKE_FILTERED))
    return run(plan.sizes, plan.folder, Workload())


def _goals(
    rows: Mapping[int, Sequence[Row]], libraries: Sequence[tuple[int, Built, float]]
) -> Iterator[Goal]:
    p95 = {(size, row.label): row.times.p95 for size in rows for row in rows[size]}
    built = {size: each for size, each, _ in libraries}
    opened = {size: listed for size, _, listed in libraries}
    all_in, peer = (
        p95.get((_MANY, BRIEFER_WITH_FACETS.label), nan),
        p95.get((_MANY, SQLITE_UTILS.label), nan),
    )
    yield Goal(f"a key among {_MANY:,}: hits, total, facets, p95", 16, all_in, "ms")
    yield Goal(f"the same / sqlite-utils `search` among {_MANY:,}", 1 / 30, all_in / peer)
    hits, facets = (p95.get((_MOST, c.label), nan) for c in (BRIEFER, BRIEFER_WITH_FACETS))
    yield Goal(f"a key among {_MOST:,}: hits, p95", 16, hits, "ms")
    yield Goal(f"a key among {_MOST:,}: with facets, p95", 50, facets, "ms")
    ratio = opened.get(_MOST, nan) / opened.get(_FEW, nan)
    yield Goal(f"opened and listed, {_MOST:,} / {_FEW:,} records", 1.5, ratio)
    index = [each.index / each.texts for each in built.values()]
    yield Goal("index / texts, at most", 1.6, max(index))
    yield Goal(f"{_FEW:,} records built in", 5, built[_FEW].seconds if _FEW in built else nan, "s")


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
    with tempfile.TemporaryDirectory(prefix="briefer-benchmark-") as folder:
        part = run(sizes, options.folder or Path(folder), workload)
    sys.stdout.write(f"{machine()}.\n\n{part.markdown}\n")
    return 1 if part.wrong else 0


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(part.replace("_", "")) for part in text.split(","))
    if min(sizes) < 100:
        raise argparse.ArgumentTypeError("a library has 100 records or more")
    return sizes


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
