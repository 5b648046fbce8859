"""A list of all titles of a library in a plain QListView, scrolled from the top.

    python -m benchmarks.peers.bare_list BEGAN PEERS.sqlite [NOTCHES]

In: the monotonic time at which the process was started, the table of texts that peers search.
Out: JSON: milliseconds until it was painted, memory, milliseconds of each notch of the wheel.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from contextlib import closing

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.resident import memory
from benchmarks.wheel import frames


def main() -> None:
    """Show the list, scroll it, tell."""
    began, path, *notches = sys.argv[1:]
    application = QApplication(["list"])
    with closing(sqlite3.connect(path)) as connection:
        titles = [str(title) for (title,) in connection.execute("SELECT title FROM texts")]
    view = QListView()
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setModel(QStringListModel(titles))
    view.resize(420, 900)
    view.show()
    application.processEvents()
    usable = 1000 * (time.monotonic() - float(began))
    used = memory("VmRSS")
    took = frames(view, int(notches[0]) if notches else 0)
    told = {"ms": {"usable": usable}, "memory": used, "frames": took}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
