"""Look for crashes: somebody tries anything in the window, for as many steps as asked.

    python -m benchmarks.monkey [--seeds 20] [--steps 300] [--first 1] [--told]

Every seed is a process of its own, so that one that crashes or hangs is seen as such; the same seed
does the same steps as far as threads allow. What was found is printed, with the steps before it.
The user's folders are temporary ones.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from benchmarks.clicks import Somebody
from benchmarks.soundness import Watch, saved, settled, undone, what_is_wrong
from briefer import paths
from briefer.ui.main_window import MainWindow, make_window
from briefer.ui.places import Places
from briefer.ui.tasks import answer_first
from briefer.ui.theme import Look

_LOOK_AROUND = 25
"""Steps between two looks at undo, redo and what is saved."""
_TOLD = 12
_STUCK_S = 120


def nothing_opened() -> AbstractContextManager[object]:
    """Return a block during which files and addresses are shown by no other program."""
    return patch.object(QDesktopServices, "openUrl", return_value=True)


def try_anything(
    window: MainWindow, *, seed: int, steps: int, tell: Callable[[str], object], watch: Watch
) -> list[str]:
    """Do so many steps; return what was found first, or nothing. Everything is closed after."""
    somebody = Somebody(window, random.Random(seed))
    last: deque[str] = deque(maxlen=_TOLD)
    wrong: list[str] = []
    for number in range(1, steps + 1):
        faulthandler.dump_traceback_later(_STUCK_S, exit=True)
        told = somebody.step()
        tell(f"{number}: {told}")
        last.append(told)
        wrong = what_is_wrong(window, somebody.root)
        if number % _LOOK_AROUND == 0 and not wrong and not watch.seen:
            somebody.close_all()
            if not settled(window):
                wrong.append("the pages never come")
            else:
                wrong += [*undone(window), *saved(window)]
        if wrong or watch.seen:
            break
    faulthandler.cancel_dump_traceback_later()
    somebody.close_all()
    somebody.stop()
    found = [*watch.seen, *wrong]
    return [*found, f"after step {number}: " + "; ".join(last)] if found else []


def run(seed: int, steps: int, *, tell: Callable[[str], object]) -> list[str]:
    """Return what was found by one seed in a window of its own, its closing watched too."""
    watch = Watch()
    with tempfile.TemporaryDirectory() as home, watch.watching(), nothing_opened():
        user = Path(home)
        store = user / "store.sqlite"
        shutil.copy(paths.bundled_store(), store)
        os.environ["HOME"] = home
        os.environ[paths.HOME_VARIABLE] = home
        os.chdir(home)
        places = Places(store, paths.bundled_templates(), user, paths.sample_briefing())
        window = make_window(places, look=Look(theme="light"))
        window.show()
        window.activateWindow()
        settled(window)
        found = try_anything(window, seed=seed, steps=steps, tell=tell, watch=watch)
        before = len(watch.seen)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        # Without a screen Qt keeps it until Python is gone, and crashes over data made by Python.
        QApplication.clipboard().clear()
        found += watch.seen[before:]
        os.chdir(paths.bundled_templates())
    return found


def _one(seed: int, steps: int, *, told: bool) -> int:
    """Run one seed here; return the exit status: 0 where nothing was found."""
    faulthandler.enable()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    answer_first()
    application = QApplication(["monkey"])

    def tell(line: str) -> None:
        if told:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()

    found = run(seed, steps, tell=tell)
    sys.stdout.write("\n".join(found) + "\n" if found else "")
    application.quit()
    return 1 if found else 0


def main() -> int:
    """Run what the command line asks for; return 1 where something was found."""
    parser = argparse.ArgumentParser(description="Look for crashes of the window.")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--told", action="store_true", help="tell every step of the one seed")
    asked = parser.parse_args()
    if asked.told:
        return _one(asked.first, asked.steps, told=True)
    bad = 0
    for seed in range(asked.first, asked.first + asked.seeds):
        command = ["-m", "benchmarks.monkey", "--told", f"--first={seed}", f"--steps={asked.steps}"]
        done = subprocess.run(
            [sys.executable, *command], capture_output=True, encoding="utf-8", check=False
        )
        bad += done.returncode != 0
        ended = f"FOUND (status {done.returncode})" if done.returncode else "nothing found"
        sys.stdout.write(f"seed {seed}: {ended}\n")
        if done.returncode:
            sys.stdout.write(f"{done.stdout}\n{done.stderr[-3000:]}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{asked.seeds * asked.steps} steps, {bad} seeds found something.\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
