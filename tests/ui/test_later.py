"""What a start leaves out is loaded behind it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefer.ui.later import LATER, load


def test_everything_is_loaded() -> None:
    """Each module that is named is there, and none is loaded by the window itself."""
    program = (
        "import sys\n"
        "from briefer.ui import main_window\n"
        "from briefer.ui.later import LATER, load\n"
        "print(sorted(set(LATER) & set(sys.modules)))\n"
        "load(LATER)\n"
        "print(sorted(set(LATER) - set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n[]\n"
    assert len(set(LATER)) == len(LATER)


def test_one_that_is_broken_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    """A module that cannot be imported is noted, and the next one follows."""
    sys.modules.pop("colorsys", None)
    load(("briefer.no_such_module", "colorsys"))
    assert "colorsys" in sys.modules
    assert "Could not be loaded" in caplog.text
