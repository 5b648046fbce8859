"""How much of the core is run is counted in the tests of the core, in workers too, and told."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.covering import LISTED, Share, table

ROOT = Path(__file__).resolve().parents[1]


def told(*arguments: str) -> str:
    """Return what pytest prints for some tests, run by a worker."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "1", "--core-coverage", *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if "PYTEST" not in name},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_is_run_is_told_above_the_last_line() -> None:
    """The modules tested are run nearly whole, others not at all; the window is not counted."""
    lines = told("tests/markings/test_profiles.py").splitlines()
    start = next(n for n, line in enumerate(lines) if "coverage of the core" in line)
    shares = {
        found[1]: float(found[2])
        for line in lines[start:]
        if (found := re.match(r" *(\S.*?) +\d+ +([\d.]+) %$", line))
    }
    assert shares["briefer/markings"] > 20
    assert shares["briefer/bibliography"] < 5
    assert "briefer/ui" not in shares
    assert 0 < shares["the core"] < 20
    assert re.match(r"\d+ passed", lines[-1])


def test_the_table_names_rooms_and_the_modules_least_run() -> None:
    """At most so many modules; rooms are sums, and an empty module counts for nothing."""

    def summary(lines: int, ran: int) -> dict[str, dict[str, int]]:
        return {"summary": {"num_statements": lines, "covered_lines": ran}}

    files = {f"briefer/store/m{n}.py": summary(10, n % 10) for n in range(20)}
    files |= {"briefer/cli/whole.py": summary(40, 40), "briefer/draw/__init__.py": summary(0, 0)}
    lines = list(table({"files": files, "totals": summary(240, 130)["summary"]}))
    assert lines[0].split() == ["briefer/cli", "40", "100.0", "%"]
    assert lines[1].split() == ["briefer/store", "200", "45.0", "%"]
    assert lines[2].startswith("18 modules of which less than 90 % is run")
    assert [line.split()[-2] for line in lines[3:7]] == ["0.0", "0.0", "10.0", "10.0"]
    assert len(lines) == 3 + LISTED + 1
    assert lines[-1].split() == ["the", "core", "240", "54.2", "%"]


def test_an_empty_module_is_run_whole() -> None:
    """Nothing to run is nothing missed."""
    assert Share().percent == 100
