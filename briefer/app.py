"""Start-up of the window: display, log, the user's store, crash handler, main window.

In: the store and briefing that the user named, if any. Out: the exit status of the window. The one
place where the parts of the window are wired to the files of this computer.
"""

from __future__ import annotations

import contextlib
import logging
import signal
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.display import require_display
from briefer.store import Store, ensure_user_store
from briefer.storyboard.files import load_briefing

_LOG = logging.getLogger("briefer")
_LOG_BYTES = 500_000


def run_window(store_path: Path | None, briefing_path: Path | None) -> int:
    """Open the window on a store (the user's own if None) and return its exit status.

    Raise BrieferError before there is a window: where there is no display, and where the store or
    the briefing cannot be used. Later errors are shown in dialogs.
    """
    require_display()
    if store_path is None:
        store_path = paths.user_store()
        ensure_user_store(paths.bundled_store(), store_path)
    with Store.open(store_path):
        start_log(paths.log_file())
    if briefing_path is not None:
        load_briefing(briefing_path, kinds=SLIDE_KINDS)
    # Not before: Qt is slow to load, and without its libraries it cannot be.
    from briefer.ui.main_window import open_window

    # Qt's event loop never returns to Python's own handler, so Ctrl C at the terminal would do
    # nothing. Ending at once is safe: files are replaced whole, and the briefing is autosaved.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return open_window(store_path, briefing_path)


def start_log(path: Path) -> None:
    """Keep the details of unexpected faults in a file; a folder that cannot be written has none."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        _LOG.addHandler(handler)
    sys.excepthook = _log_fault


def _log_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Keep the details of an error that nothing expected; the window's own hook tells the user."""
    if not issubclass(kind, KeyboardInterrupt):
        _LOG.critical("Unexpected fault", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
