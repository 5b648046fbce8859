"""Files appear whole or not at all; what nobody will finish goes, what somebody makes stays."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from briefer import whole

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no such locks or names")

_MAKER = """
import sys, time
from pathlib import Path
from briefer import whole
making = {"file": whole.new_file, "folder": whole.new_folder}[sys.argv[1]]
with making(Path(sys.argv[2])):
    print("made", flush=True)
    time.sleep(600)
"""


def names(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def maker(what: str, folder: Path) -> subprocess.Popen[str]:
    """Return a process that is making a file or a folder in a folder."""
    command = [sys.executable, "-c", _MAKER, what, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "made\n"
    return process


def killed(what: str, folder: Path) -> Path:
    """Return what a process left that was killed while it made it."""
    before = set(folder.iterdir())
    process = maker(what, folder)
    process.kill()
    process.communicate()
    (left,) = set(folder.iterdir()) - before
    return left


def test_a_file_is_replaced_whole_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    """The new bytes stand under the name; where writing fails the old ones do."""
    target = tmp_path / "notes.json"
    whole.write_whole(target, b"old")
    whole.write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        whole.write_whole(tmp_path / "folder", b"new")
    with pytest.raises(FileNotFoundError):
        whole.write_whole(tmp_path / "absent" / "notes.json", b"new")
    assert names(tmp_path) == ["folder", "notes.json"]


@posix_only
def test_permissions_are_those_asked_for_less_the_mask(tmp_path: Path) -> None:
    """What is for the user alone nobody else may read, not even while it is made."""
    whole.write_whole(tmp_path / "own", b"", permissions=0o600)
    whole.write_whole(tmp_path / "usual", b"")
    mask = os.umask(0o022)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "usual").stat().st_mode) == 0o666 & ~mask
    with whole.private_folder() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert folder.parent == Path(tempfile.gettempdir())
    assert not folder.exists()


@posix_only
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_a_killed_process_left_goes_at_once(tmp_path: Path, what: str) -> None:
    """Whoever makes something there next removes it, with all that is in it."""
    left = killed(what, tmp_path)
    if left.is_dir():
        (left / "slide.png").write_bytes(b"half")
    whole.write_whole(tmp_path / "deck", b"whole")
    assert names(tmp_path) == ["deck"]


@posix_only
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_somebody_is_making_stays(tmp_path: Path, what: str) -> None:
    """Another process, or this one, makes something: nobody else removes it."""
    process = maker(what, tmp_path)
    try:
        (theirs,) = tmp_path.iterdir()
        with whole.new_file(tmp_path) as (ours, _), whole.new_folder(tmp_path) as folder:
            whole.sweep(tmp_path)
            assert set(tmp_path.iterdir()) == {theirs, ours, folder}
    finally:
        process.kill()
        process.communicate()


@posix_only
def test_only_what_is_named_as_ours_is_removed(tmp_path: Path) -> None:
    """Other names stay however much they look like ours; links are not followed."""
    kept = tmp_path / "kept"
    kept.write_bytes(b"precious")
    folder = tmp_path / "folder"
    folder.mkdir()
    ours = "0" * 32
    strange = [
        f".briefer-{ours}",
        f".briefer-{ours}.part.bak",
        f".briefer-{'0' * 31}.part",
        f".briefer-{'A' * 32}.part",
        f"briefer-{ours}.part",
        ".briefer-notes.part",
    ]
    for name in strange:
        (folder / name).write_bytes(b"")
    (folder / f".briefer-{'1' * 32}.part").symlink_to(kept)
    os.mkfifo(folder / f".briefer-{'2' * 32}.part")
    before = names(folder)
    old = time.time() - 1e6
    for name in strange:
        os.utime(folder / name, (old, old))
    whole.sweep(folder, tmp_path / "absent", kept)
    assert names(folder) == before
    assert kept.read_bytes() == b"precious"


@posix_only
def test_links_in_what_was_left_are_removed_and_not_followed(tmp_path: Path) -> None:
    """A link in a folder that was left leads to nothing that is removed."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "slide.png").write_bytes(b"precious")
    place = tmp_path / "place"
    place.mkdir()
    (killed("folder", place) / "link").symlink_to(kept, target_is_directory=True)
    whole.sweep(place)
    assert names(place) == []
    assert names(kept) == ["slide.png"]


@posix_only
def test_what_another_computer_makes_stays_as_long_as_it_is_written(tmp_path: Path) -> None:
    """On a drive that keeps locks to one computer only time tells: an hour without a write."""
    theirs = tmp_path / f".briefer-{'0' * 32}.part"
    theirs.write_bytes(b"half")
    whole.sweep(tmp_path)
    assert names(tmp_path) == [theirs.name]
    old = time.time() - 3700
    os.utime(theirs, (old, old))
    whole.sweep(tmp_path)
    assert names(tmp_path) == []


@posix_only
def test_without_locks_time_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system knows no locks, writing goes on and old left-overs go."""
    import fcntl

    def refuse(handle: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    folder = killed("folder", tmp_path)
    file = folder.with_name(folder.name[:17] + "0" * 24 + ".part")
    file.write_bytes(b"half")
    (folder / "slide.png").write_bytes(b"half")
    monkeypatch.setattr(fcntl, "flock", refuse)
    old = time.time() - 3700
    os.utime(file, (old, old))
    os.utime(folder, (old, old))
    whole.write_whole(tmp_path / "deck", b"whole")
    assert names(tmp_path) == sorted([folder.name, "deck"])
    os.utime(folder / "slide.png", (old, old))
    whole.sweep(tmp_path)
    assert names(tmp_path) == ["deck"]


@posix_only
def test_makers_and_sweepers_at_the_same_time_disturb_nobody(tmp_path: Path) -> None:
    """Four processes write into one folder, each sweeping it: every write succeeds."""
    program = """
import sys
from pathlib import Path
from briefer import whole
folder = Path(sys.argv[1])
for number in range(40):
    whole.write_whole(folder / f"{sys.argv[2]}-{number % 5}", b"x" * 5000, forced=False)
    with whole.new_folder(folder) as made:
        (made / "slide.png").write_bytes(b"")
"""
    command = [sys.executable, "-c", program, str(tmp_path)]
    running = [subprocess.Popen([*command, str(number)]) for number in range(4)]
    assert [process.wait(300) for process in running] == [0, 0, 0, 0]
    assert names(tmp_path) == sorted(f"{n}-{m}" for n in range(4) for m in range(5))


def test_what_cannot_be_removed_stops_nobody(tmp_path: Path) -> None:
    """A file that fails to be written is told, and is not left."""
    with contextlib.suppress(ValueError), whole.new_file(tmp_path) as (made, stream):
        stream.write(b"half")
        raise ValueError
    assert not made.exists()
    assert names(tmp_path) == []
