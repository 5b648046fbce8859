"""Briefing files on disk: loaded whole or refused, saved whole or not at all.

In: a path; a `BriefingFile` to save. Out: a checked `BriefingFile`, or a `BriefingFileError` that
names the file and what to do. Must not know: the form (form.py), the store, windows.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection
from pathlib import Path

from briefer import whole
from briefer.errors import BriefingFileError
from briefer.storyboard.form import BriefingFile, format_briefing, parse_briefing

MAX_BYTES = 50_000_000
"""The largest file that is read; a briefing with its snapshot takes a few hundred thousand."""

__all__ = ["MAX_BYTES", "BriefingFile", "load_briefing", "parse_briefing", "save_briefing"]


def load_briefing(path: Path, *, kinds: Collection[str]) -> BriefingFile:
    """Return the briefing in a file; `kinds` are the names of the slide kinds.

    Raises BriefingFileError when the file cannot be read or is refused.
    """
    data = _read(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefingFileError(
            f"{path}: not UTF-8 text (byte {error.start + 1}).",
            hint="Choose a .briefing file, or save this one as UTF-8.",
        ) from None
    return parse_briefing(text, name=str(path), kinds=kinds)


def save_briefing(path: Path, file: BriefingFile) -> None:
    """Write a briefing to a file through a temporary one beside it, so that none is half written.

    Raises BriefingFileError when it cannot be written; a file that was there is then as before.
    """
    data = format_briefing(file).encode("utf-8")
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "it is write-protected")
        with whole.new_file(target.parent) as (made, stream):
            stream.write(data)
            if target.exists():
                made.chmod(stat.S_IMODE(target.stat().st_mode))
            whole.finish(stream)
            whole.replace(made, target)
    except (OSError, ValueError) as error:
        raise BriefingFileError(
            f"Cannot save the briefing as {path}: {_reason(error)}.",
            hint="Choose another folder or name.",
        ) from error


def _read(path: Path) -> bytes:
    """Return the bytes of a regular file of bearable size."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BriefingFileError(f"{path} is a folder.", hint="Choose a .briefing file.")
        if not stat.S_ISREG(status.st_mode):
            raise BriefingFileError(f"{path} is no file.", hint="Choose a .briefing file.")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise BriefingFileError(f"There is no file {path}.", hint="Check its name.") from None
    except (OSError, ValueError) as error:
        raise BriefingFileError(f"Cannot read {path}: {_reason(error)}.") from error
    if len(data) > MAX_BYTES:
        raise BriefingFileError(
            f"{path} is larger than {MAX_BYTES // 1_000_000} MB; that is no briefing.",
            hint="Choose a .briefing file.",
        )
    return data


def _reason(error: Exception) -> str:
    """Return the system's reason for an error in its own words."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
