"""Writing a file whole or not at all.

In: a path and bytes to come. Out: the finished file, or an ExportError that names the path and
leaves an old file as it was. Knows no file format.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from briefer import whole
from briefer.errors import ExportError


@contextlib.contextmanager
def replacing(target: Path, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """Yield a stream whose content becomes the target when the block ends without an exception.

    The stream is a new file in the target's folder, so that the last step is one rename. Raises
    ExportError for whatever the file system refuses, also inside the block.
    """
    check_target(target, overwrite=overwrite)
    target = Path(os.path.realpath(target)) if target.is_symlink() else target
    with refusing(target), whole.new_file(target.parent) as (part, stream):
        yield stream
        whole.finish(stream)
        check_target(target, overwrite=overwrite)
        whole.replace(part, target)


@contextlib.contextmanager
def refusing(target: Path) -> Iterator[None]:
    """Raise as an ExportError that names the target what the file system refuses in the block."""
    try:
        yield
    except OSError as error:
        raise _refused(target, error) from error


def check_target(target: Path, *, overwrite: bool) -> None:
    """Raise ExportError if the target cannot be written: a folder, there already, no folder."""
    if "\0" in str(target):
        raise ExportError(f"{str(target)!r} cannot be written.", hint="Choose another name.")
    with refusing(target):
        if target.is_dir():
            raise ExportError(f"{target} is a folder.", hint="Give the name of a file.")
        if target.exists() and not overwrite:
            raise ExportError(
                f"{target} exists already.",
                hint="Use --force to replace it, or choose another name.",
            )
        if not target.parent.is_dir():
            raise ExportError(
                f"There is no folder {target.parent} to write {target.name} in.",
                hint="Create it or choose another folder.",
            )


def _refused(target: Path, error: OSError) -> ExportError:
    """Return what to tell the user for an error of the file system."""
    if isinstance(error, PermissionError):
        return ExportError(
            f"{target} may not be written.",
            hint="Close it where it is open, or choose another name or folder.",
            details=str(error),
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ExportError(
            f"There is no room left to write {target}.",
            hint="Free some space or choose another drive.",
            details=str(error),
        )
    return ExportError(
        f"{target} cannot be written: {error.strerror or error}.",
        hint="Choose another name or folder.",
        details=str(error),
    )
