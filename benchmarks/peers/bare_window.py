"""An empty window of the same toolkit, from start to first paint; then it closes.

    python -m benchmarks.peers.bare_window BEGAN

In: the monotonic time at which the process was started. Out: JSON: milliseconds since then, memory.
It is the least that any program with PySide6 costs.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from benchmarks.resident import memory


class _Bare(QWidget):
    """Ends the program once it was painted."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    application = QApplication(["bare"])
    window = _Bare()
    window.resize(1440, 900)
    window.show()
    application.exec()
    usable = 1000 * (time.monotonic() - float(sys.argv[1]))
    told = {"ms": {"usable": usable}, "memory": memory("VmRSS")}
    sys.stdout.write(json.dumps(told) + "\n")
