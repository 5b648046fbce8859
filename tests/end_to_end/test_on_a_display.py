"""The journeys on a real display: the same tests, with Qt talking to an X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefer

ROOT = Path(briefer.__file__).resolve().parents[1]
JOURNEYS = ("tests/ui/test_first_briefing.py", "tests/ui/test_main_job.py")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="not installed: Xvfb"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """Return the name of a display that nobody sees, its server ended afterwards."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as pipe:
        number = pipe.readline().strip()
    assert number, "the X server did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=30)


def test_the_journeys_pass_on_a_display(display: str) -> None:
    """From the first start to the deck, with windows on a screen."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *JOURNEYS],
        cwd=ROOT,
        env={**kept, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
