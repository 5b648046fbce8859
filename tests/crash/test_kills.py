"""Each kind of work killed some times; `python -m benchmarks.kills` does it hundreds of times."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.crash.harness import Server
from tests.crash.kinds import KINDS, kill_all

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no SIGKILL")

KILLS = 5


@pytest.mark.parametrize("group", KINDS)
def test_nothing_is_lost_and_nothing_left(group: str, served: Server, tmp_path: Path) -> None:
    """What was acknowledged is there, what was not is whole or absent, what was begun is swept."""
    tallies = list(kill_all(group, tmp_path, served, times=KILLS, seed=1, most=2))
    assert [fault for tally in tallies for fault in tally.faults] == []
    assert sum(tally.kills for tally in tallies) >= KILLS
