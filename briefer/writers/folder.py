"""Writing files into a folder, all of them or none.

In: a folder and the names of files to come. Out: the files in it, or an ExportError that names the
path. Knows no file format.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer import whole
from briefer.errors import ExportError
from briefer.writers.target import check_target, refusing


@contextlib.contextmanager
def filling(folder: Path, names: Sequence[str], *, overwrite: bool) -> Iterator[Path]:
    """Yield a new folder whose files move to `folder` when the block ends without an exception.

    `folder` is made where it is not there; other files in it are let be. Raises ExportError for
    whatever the file system refuses, also inside the block.
    """
    check_folder(folder, names, overwrite=overwrite)
    with refusing(folder):
        there = folder.is_dir()
        with whole.new_folder(folder if there else folder.parent) as part:
            yield part
            check_folder(folder, names, overwrite=overwrite)
            if there:
                for name in names:
                    whole.replace(part / name, folder / name)
            else:
                for name in names:
                    whole.force(part / name)
                part.rename(folder)
                whole.settle(folder.parent)


def check_folder(folder: Path, names: Sequence[str], *, overwrite: bool) -> None:
    """Raise ExportError if files of these names cannot be written into the folder."""
    with refusing(folder):
        if folder.is_dir():
            for name in names:
                check_target(folder / name, overwrite=overwrite)
        elif folder.exists():
            raise ExportError(f"{folder} is no folder.", hint="Give the name of a folder.")
        else:
            check_target(folder, overwrite=overwrite)
