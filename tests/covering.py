"""A plugin for pytest: `--core-coverage` tells how much of the core the core's own tests run.

The core is the package without its window. Counted are the lines that its tests of examples run in
their own process, while they are collected and run; the window's tests, whole briefings by chance
and other programs are not, so that the figure says what is tested on purpose, and costs little:
Python 3.11 takes twice as long where lines are counted. It works alone and with workers, whose
counts are combined, and is printed above pytest's last line.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage

ROOT = Path(__file__).resolve().parents[1]
NOT_COUNTED = frozenset({"ui", "robustness", "end_to_end", "crash", "fuzz"})
"""The folders of tests that go through the core on their way to something else."""
FOLDER = "BRIEFER_COVERAGE_FOLDER"
"""Names the folder to which the workers write their counts."""
LOW = 90
"""Modules of which less is run, in percent, are listed."""
LISTED = 12
"""How many of them at most."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption("--core-coverage", action="store_true", help="report coverage of the core")


def pytest_configure(config: pytest.Config) -> None:
    """Count in this process if it runs tests, and report if nobody is above it."""
    if not config.getoption("--core-coverage"):
        return
    if not hasattr(config, "workerinput"):
        folder = tempfile.TemporaryDirectory(prefix="coverage-")
        config.add_cleanup(folder.cleanup)
        os.environ[FOLDER] = folder.name
        config.pluginmanager.register(Reporting(Path(folder.name)))
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        config.pluginmanager.register(Counting(Path(os.environ[FOLDER])))


def counts(item: pytest.Item) -> bool:
    """Return whether a test is one of the core, by examples."""
    drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return not drawn and NOT_COUNTED.isdisjoint(item.path.relative_to(ROOT).parts)


class Counting:
    """Counts lines while tests are collected and while some of them run."""

    def __init__(self, folder: Path) -> None:
        self.coverage = _coverage(folder, f"process-{os.getpid()}")

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count here."""
        self.coverage.start()
        try:
            yield
        finally:
            self.coverage.stop()

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        """Count what is run when modules are imported."""
        with self.counted():
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Count what a test of the core runs."""
        if not counts(item):
            return (yield)
        with self.counted():
            return (yield)

    def pytest_sessionfinish(self) -> None:
        """Write down what was counted."""
        self.coverage.save()


class Reporting:
    """Combines and tells what was counted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print how much of each room is run, the modules of which little is, and the whole."""
        coverage = _coverage(self.folder, "whole")
        coverage.combine([str(path) for path in self.folder.glob("counts.process-*")])
        told = self.folder / "told.json"
        coverage.json_report(outfile=str(told))
        terminalreporter.section("coverage of the core")
        for line in table(json.loads(told.read_text(encoding="utf-8"))):
            terminalreporter.write_line(line)


@dataclass(frozen=True)
class Share:
    """How many lines there are to run, and how many were."""

    lines: int = 0
    ran: int = 0

    def __add__(self, other: Share) -> Share:
        """Return both together."""
        return Share(self.lines + other.lines, self.ran + other.ran)

    @property
    def percent(self) -> float:
        """How much was run."""
        return 100 * self.ran / self.lines if self.lines else 100.0

    def row(self, name: str) -> str:
        """Return a line of the table."""
        return f"{name:<44}{self.lines:>7}{self.percent:>8.1f} %"


def table(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield rooms, then the modules of which little is run, then the whole, as lines."""
    files = {Path(name): _share(file["summary"]) for name, file in told["files"].items()}
    rooms: defaultdict[str, Share] = defaultdict(Share)
    for path, share in files.items():
        rooms["/".join(path.parts[:2])] += share
    for room, share in sorted(rooms.items()):
        if share.lines:
            yield share.row(room)
    low = [(path, share) for path, share in files.items() if share.percent < LOW]
    if low:
        yield f"{len(low)} modules of which less than {LOW} % is run, the least first:"
    for path, share in sorted(low, key=lambda pair: pair[1].percent)[:LISTED]:
        yield share.row(f"  {path.as_posix()}")
    yield _share(told["totals"]).row("the core")


def _share(summary: Mapping[str, int]) -> Share:
    return Share(summary["num_statements"], summary["covered_lines"])


def _coverage(folder: Path, name: str) -> Coverage:
    """Return what counts into a file of that name; where to look the project's settings say."""
    return Coverage(
        data_file=str(folder / "counts"),
        data_suffix=name,
        config_file=str(ROOT / "pyproject.toml"),
    )
