"""The benchmark runs, its records are a sound library, and what it prints is complete."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path

import briefer
from benchmarks.contenders import CONTENDERS
from benchmarks.measuring import Times
from benchmarks.synthetic import records
from benchmarks.workload import QUERIES, full_text_expression, keystrokes
from briefer.packs import check_records
from briefer.records import RECORD_TYPES

ROOT = Path(briefer.__file__).resolve().parents[1]


def test_smoke_run_prints_a_row_for_every_contender() -> None:
    """A small run ends well: a row of numbers for each contender, totals as SQL counts them."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.search", "--smoke"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    rows = {line.split(" | ")[0].strip("| "): line for line in done.stdout.splitlines()}
    for contender in CONTENDERS:
        p50, p95, longest = map(float, rows[contender.label].split(" | ")[1:4])
        assert 0 <= p50 <= p95 <= longest
    assert "Counted otherwise than by SQL: nothing." in done.stdout


def test_one_run_measures_parts_beside_their_peers(tmp_path: Path) -> None:
    """A small run writes tables and goals, as a page and as JSON; slides are the same for all."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks", "export", "read", "start"),
            *("--smoke", "--folder", str(tmp_path)),
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "results.md").read_text(encoding="utf-8") == done.stdout
    told = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    export, read, start = told["parts"]
    (written,) = export["tables"]
    costs = {row[""]: row for row in written["rows"]}
    assert {"Briefer", "python-pptx"} <= set(costs)
    assert all(row["s"] > 0 and row["kB written"] > 0 for row in costs.values())
    (taken,) = read["tables"]
    assert [row[""] for row in taken["rows"]][0::2] == ["Briefer reads it", "python-pptx"]
    windows = {row[""]: row["usable ms"] for row in start["tables"][0]["rows"]}
    assert 0 < windows["empty PySide6 window"] < windows["Briefer"]
    goals = {goal["what"]: goal for part in told["parts"] for goal in part["goals"]}
    ratio = goals["start to a usable window / empty window"]
    assert ratio["reached"] is (ratio["seen"] <= ratio["goal"] == 1.5)
    assert goals["export of 1,000 slides, time / python-pptx"]["reached"] is None


def test_the_window_is_watched_while_somebody_works(tmp_path: Path) -> None:
    """A small run does everything once and prints for each how long nothing was answered."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.window", "--smoke", "--folder", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    rows = [line.strip("| ").split(" | ") for line in done.stdout.splitlines()[5:]]
    seen = {name: [float(number) for number in numbers] for name, *numbers in rows}
    for what in ("search, letter by letter", "scroll the timeline", "type a title", "move slides"):
        longest, _, computing, whole = seen[what]
        assert longest >= 0
        assert 0 <= computing <= whole


def test_records_are_a_sound_library() -> None:
    """Every reference resolves, every type occurs, and a second run gives the same records."""
    made = list(records(600))
    check_records(made)
    assert len(made) == len({record.id for record in made}) == 600
    assert {record.type for record in made} == set(RECORD_TYPES)
    assert list(itertools.islice(records(600), 200)) == made[:200]


def test_every_key_is_a_search() -> None:
    """A query is typed letter by letter; only the word being typed is a beginning."""
    assert list(keystrokes(("in f",))) == ["i", "in", "in ", "in f"]
    assert full_text_expression("in ") == '"in"'
    assert full_text_expression("in f") == '"in" AND "f"*'
    assert len(list(keystrokes(QUERIES))) == sum(map(len, QUERIES))


def test_percentiles_are_of_what_was_measured() -> None:
    """The middle, the slowest but one in twenty, and the slowest."""
    times = Times.of([float(number) for number in range(100, 0, -1)])
    assert (times.p50, times.p95, times.longest) == (50.0, 95.0, 100.0)


def test_random_briefings_are_counted_and_break_nothing() -> None:
    """A small run tells what was tried and ends well."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.robustness", "--briefings", "3"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    told = {line[10:]: line[:8].strip() for line in done.stdout.splitlines()}
    assert told["briefings"] == "3"
    assert told["decks validated"] == "3"
    assert [what for what in told if what.startswith("breaches of")]
