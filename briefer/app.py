"""Start-up of the window: display, log, the user's store, crash handler, main window.

In: the store and briefing that the user named, if any. Out: the exit status of the window. The one
place where the parts of the window are wired to the files of this computer.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from briefer import paths
from briefer.display import require_display
from briefer.store import ensure_user_store

_LOG = logging.getLogger("briefer")
_LOG_BYTES = 500_000


def run_window(store_path: Path | None, briefing_path: Path | None) -> int:
    """Open the window on a store (the user's own if None) and return its exit status.

    Raise BrieferError where there is no display, and StoreError where there is no usable store.
    """
    require_display()
    start_log(paths.log_file())
    if store_path is None:
        store_path = paths.user_store()
        ensure_user_store(paths.bundled_store(), store_path)
    from briefer.ui.main_window import open_window

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
