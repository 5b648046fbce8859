"""Disks that misbehave: one that is small, one that goes away, a user who may not write."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(folder: Path, size: int) -> Iterator[None]:
    """Have a disk of so many bytes at a folder, a real one; skip where none may be mounted."""
    mount = shutil.which("mount")
    if mount is None or sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root on Linux may mount a disk")
    folder.mkdir(exist_ok=True)
    options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run([mount, *options], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield
    finally:
        pull(folder)


def pull(folder: Path) -> None:
    """Take a disk away, whoever uses it; one that is gone already stays so."""
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


@contextmanager
def filled(folder: Path, *, but: int = 0) -> Iterator[None]:
    """Fill the disk of a folder, but for some bytes."""
    filler = folder / "filler"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    filler.write_bytes(b"\0" * max(0, free - but))
    try:
        yield
    finally:
        filler.unlink()


def nobody() -> list[str]:
    """Return the command before one that is to run as nobody; none where this user has no rights.

    Skip where root cannot.
    """
    if os.getuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root needs setpriv to run as another user")
    caps = [f"--{kind}-caps=+dac_read_search" for kind in ("inh", "ambient")]
    return [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", *caps]


def as_nobody(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module as a user who may not write everywhere: this one, or nobody for root.

    Nobody may read everything, so that Python and its libraries are found wherever they are.
    """
    command = [*nobody(), sys.executable, "-m", module, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
