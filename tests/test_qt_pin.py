"""The pin on PySide6: under Python 3.11 a Qt call that returns nothing must not eat a `None`."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtCore import QObject

thing = QObject()
before = sys.getrefcount(None)
for _ in range(1000):
    thing.setObjectName("name")
print(before - sys.getrefcount(None))
"""


def test_void_calls_keep_their_none() -> None:
    """A thousand void calls lose no reference to None (PySide6 6.12.0 loses a thousand)."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100
