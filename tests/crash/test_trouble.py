"""Work of each kind on a full disk and without the right to write: told, and nothing is lost."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from tests.crash.harness import Server, server
from tests.crash.kinds import KINDS, Make
from tests.crash.trouble import Trouble
from tests.ui.disks import mounted, nobody

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, rights of another kind")

_DISK = 32 << 20
_ROOM = (0, 60_000)
_FIRST = {group: KINDS[group][0] for group in ("record edits", "briefing saves", "exports")}
"""Some kinds; all of them are tried by `python -m benchmarks.kills --trouble`."""


@pytest.mark.parametrize("make", _FIRST.values(), ids=_FIRST)
def test_a_full_disk_is_told_and_nothing_lost(make: Make, served: Server, tmp_path: Path) -> None:
    """Targets are as they were, nothing is left, and it works again once there is room."""
    disk = tmp_path / "disk"
    with mounted(disk, _DISK):
        trouble = Trouble(make(disk), served).full(disk, _ROOM)
    assert trouble.faults == []
    assert trouble.refused > 0
    assert trouble.works == len(_ROOM)


def test_what_may_not_be_written_is_told_and_nothing_lost() -> None:
    """The same in folders that may not be written, by a user who has no way round that."""
    with tempfile.TemporaryDirectory() as home, server(nobody()) as served:
        Path(home).chmod(0o777)  # every user may look into folders of this place
        for number, make in enumerate(_FIRST.values()):
            trouble = Trouble(make(Path(home) / str(number)), served).protected()
            assert trouble.faults == []
            assert trouble.refused == trouble.works
