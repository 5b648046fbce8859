"""The library's list scrolled from the top, all its records listed.

    python -m benchmarks.scrolling STORE NOTCHES

In: a store. Out: JSON: the milliseconds of each notch of the wheel until all is painted, memory.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.resident import memory
from benchmarks.wheel import frames
from benchmarks.window import let_live
from briefer import paths
from briefer.ui.main_window import make_window
from briefer.ui.places import Places
from briefer.ui.tasks import answer_first
from briefer.ui.theme import Look
from briefer.ui.tidying import Tidier, keep_old_objects


def measure(store: Path, notches: int) -> dict[str, object]:
    """Return the frames of so many notches, and the memory after."""
    with tempfile.TemporaryDirectory() as home:
        sample = paths.sample_briefing()
        places = Places(store, paths.bundled_templates(), Path(home), sample)
        window = make_window(places, look=Look(theme="light"))
        window.resize(1440, 900)
        window.show()
        Tidier(window)
        view = window.library.view
        while not (window.session.up_to_date and view.model().rowCount()):
            QApplication.processEvents()
        let_live(0.5)
        took = frames(view, notches)
        used = memory("VmRSS")
        window.close()
    return {"frames": took, "memory": used}


def main() -> None:
    """Measure what the command line asks for; print JSON."""
    store, notches = sys.argv[1:]
    answer_first()
    keep_old_objects()
    application = QApplication(["scrolling"])
    sys.stdout.write(json.dumps(measure(Path(store), int(notches))) + "\n")
    application.quit()


if __name__ == "__main__":
    main()
