"""Files that appear whole or not at all: written under another name, then renamed.

In: a folder, a file in it. Out: the file under its name. Must not know: what is in files. What a
process that was killed leaves is removed by a later one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = ".making-"
_LEFT_OVER_SECONDS = 3600


@contextmanager
def made_in(folder: Path) -> Iterator[Path]:
    """Give the name of a file to be written in a folder; it is removed unless it was placed.

    Raise OSError where the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _clear_left_overs(folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix=_PREFIX) as name:
        yield Path(name) / "store.sqlite"


def replace(made: Path, target: Path) -> None:
    """Give a file its name, in the place of what had that name."""
    os.replace(made, target)
    _settle(target.parent)


def place(made: Path, target: Path) -> None:
    """Give a file its name; raise FileExistsError where another has it already."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:
        # This file system knows no second names. Windows refuses to rename to a name that is there.
        if target.exists():
            raise FileExistsError(f"{target} exists") from None
        os.rename(made, target)
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Have the names in a folder on the disk; Windows needs no telling."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _clear_left_overs(folder: Path) -> None:
    """Remove what nobody has written to for an hour: whoever made it was killed."""
    for path in folder.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            newest = max(file.stat().st_mtime for file in (path, *path.iterdir()))
            if time.time() - newest > _LEFT_OVER_SECONDS:
                shutil.rmtree(path)
