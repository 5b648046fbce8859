"""Start the program as a user does, wait until its window can be used, tell when, and close it.

    python -m benchmarks.started BEGAN [arguments of briefer]

In: the monotonic time at which the process was started. Out: JSON: milliseconds since then to the
first paint, to a library that is listed and to slides that are laid out, both painted; the memory
then; which heavy libraries were imported. The window is the real one, opened by the command line;
nothing is imported before the program does it.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from briefer import app
from briefer.cli.main import main as program


def main() -> None:
    """Start the program with the arguments after the time, and watch its window."""
    began, *sys.argv[1:] = sys.argv[1:]
    run_named = "_run"
    run = getattr(app, run_named)

    def watched(store: Path | None, briefing: Path | None, instance: object) -> object:
        widgets: Any = importlib.import_module("PySide6.QtWidgets")
        application = widgets.QApplication
        begin = application.exec

        def execute(_application: object) -> object:
            watcher = importlib.import_module("benchmarks.watcher")
            for window in application.topLevelWidgets():
                if isinstance(window, watcher.MainWindow):
                    watcher.Watcher(window, float(began))
            return begin()

        application.exec = execute
        return run(store, briefing, instance)

    setattr(app, run_named, watched)
    program()


if __name__ == "__main__":
    main()
