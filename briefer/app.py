"""Start-up of the window: display, log, the user's store, crash handler, main window.

In: the store and briefing that the user named, if any. Out: the exit status of the window. The one
place where the parts of the window are wired to the files of this computer.
"""

from __future__ import annotations

import builtins
import contextlib
import gc
import logging
import signal
import sys
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.display import require_display
from briefer.errors import DamageError
from briefer.faults import Discreet
from briefer.store import Store, ensure_user_store
from briefer.store.backups import backups_of
from briefer.store.examine import is_small, problems_of
from briefer.storyboard.files import load_briefing

if TYPE_CHECKING:
    from briefer.ui.instance import Instance

_LOG = logging.getLogger("briefer")
_LOG_BYTES = 500_000


def run_window(
    store_path: Path | None, briefing_path: Path | None, *, from_desktop: bool = False
) -> int:
    """Open the window on a store (the user's own if None) and return its exit status.

    Where a window is open on the user's folder already, it gets the briefing and comes to the
    front. Raise BrieferError before there is a window: where there is no display, and where the
    store or the briefing cannot be used. Later errors are shown in dialogs; `from_desktop` the
    briefing's too, because nobody looks at a terminal then.
    """
    require_display()
    if briefing_path is not None and not from_desktop:
        load_briefing(briefing_path, kinds=SLIDE_KINDS)
    # Qt's event loop never returns to Python's own handler, so Ctrl C at the terminal would do
    # nothing. Ending at once is safe: files are replaced whole, the briefing is autosaved, and the
    # next start takes over the lock.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Hardly anything made while the window comes up is garbage; `keep_old_objects` ends this.
    gc.disable()
    # Not before: Qt is slow to load, and without its libraries it cannot be.
    load_qt()
    from briefer.ui.instance import Instance, join_or_claim

    instance = Instance(paths.user_folder())
    if not join_or_claim(instance, store_path, paths.user_store(), briefing_path):
        return 0
    try:
        return _run(store_path, briefing_path, instance)
    finally:
        instance.release()


def load_qt() -> None:
    """Load Qt's bindings and leave Python's `import` as it was.

    WORKAROUND for https://bugreports.qt.io/browse/PYSIDE-2029: for its features PySide6 puts an
    `import` of its own in place of Python's, which reads the source text of every module imported
    from then on, in search of its features. We use none, and a start reads 700 modules.
    """
    plain = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = plain


def _run(store_path: Path | None, briefing_path: Path | None, instance: Instance) -> int:
    """Open the window, and again after a library was restored."""
    path = paths.user_store() if store_path is None else store_path
    problems = _problems(path, own=store_path is None)
    start_log(paths.log_file())
    from briefer.ui.care import Library, rescue
    from briefer.ui.main_window import open_window

    library, settings = Library(path, paths.bundled_store()), paths.settings_file()
    if problems and not rescue(library, problems, settings=settings):
        return 0
    status, chosen = open_window(path, briefing_path, instance=instance)
    while chosen is not None:
        # Found while the window was open; it went to make room. The briefing was autosaved.
        if not rescue(library, (), settings=settings, chosen=chosen):
            return status
        status, chosen = open_window(path, instance=instance)
    return status


def _problems(path: Path, *, own: bool) -> tuple[str, ...]:
    """Return what is wrong with the library, nothing where the window can open on it.

    Raise StoreError where that is nothing to be asked about: a file that was named and is no
    library at all, is locked or may not be used, or where Briefer is too old for it.
    """
    if own and not path.exists():
        if backups_of(path):
            return (f"There is no library at {path} any more, but there are backups of it.",)
        ensure_user_store(paths.bundled_store(), path)
    found = problems_of(path) if is_small(path) else ()
    if own and found:
        return found
    try:
        Store.open(path).close()
    except DamageError as error:
        if not own:
            raise
        return (error.details or error.message,)
    return found


def start_log(path: Path) -> None:
    """Keep where unexpected faults happened in a file; a folder that cannot be written has none.

    Two files of half a megabyte at most, without paths of this computer or words of records.
    """
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
        _LOG.addHandler(handler)
    sys.excepthook = _log_fault


def _log_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Keep the details of an error that nothing expected; the window's own hook tells the user."""
    if not issubclass(kind, KeyboardInterrupt):
        _LOG.critical("Unexpected fault", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
