"""The files of the user's folder are pipes, folders, devices, links: nothing waits, or is followed.

In a process of its own, which may take so long and no longer: a pipe is waited for without end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from briefer.compose.kinds import SLIDE_KINDS
from briefer.errors import BriefingFileError
from briefer.settings import Settings, load_settings
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.files import BriefingFile
from briefer.storyboard.history import History
from briefer.storyboard.journal import Journal
from briefer.ui.aftermath import Aftermath
from briefer.ui.again import Exports
from briefer.ui.autosave import recover, write
from briefer.ui.instance import Instance
from briefer.ui.layout_memory import LayoutMemory
from briefer.ui.network.moved import MovedActors
from briefer.ui.undo_file import UndoFile
from tests.fuzz.limits import Apart, Limits, apart

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise there")

NAMES = (
    "settings.json", "layout.json", "exports.json", "moved.json", "window-open", "window.open",
    "window.lock", "autosave.briefing", "autosave.undo",
)  # fmt: skip
KINDS = ("pipe", "folder", "device", "dangling link", "link")
LETTER = b'{"a": "letter"}\n'


@pytest.fixture(scope="module")
def child() -> Iterator[Apart]:
    """Return a child process."""
    with apart() as started:
        yield started


def use_all(folder: Path) -> None:
    """Read and write the files of the user's folder as a window does."""
    assert load_settings(folder / "settings.json") == Settings()
    aftermath = Aftermath(folder / "window-open")
    instance = Instance(folder)
    assert instance.claim(folder / "store.sqlite")
    instance.holder()
    instance.look()
    aftermath.begin()
    aftermath.end()
    LayoutMemory(folder / "layout.json").save()
    Exports(folder / "exports.json").last("A briefing")
    MovedActors(folder / "moved.json", folder / "store.sqlite")._all()
    briefing = Briefing("Mine")
    journal = Journal(History(briefing), briefing, "", ())
    undo = UndoFile(folder / "autosave.undo", "library", lambda: journal)
    with suppress(BriefingFileError):  # it was set aside
        recover(folder / "autosave.briefing", kinds=SLIDE_KINDS)
    assert undo.read(briefing, kinds=SLIDE_KINDS) is None
    undo.write(journal)
    write(folder / "autosave.briefing", BriefingFile(briefing))
    assert recover(folder / "autosave.briefing", kinds=SLIDE_KINDS) == BriefingFile(briefing)
    instance.release()


def put(path: Path, kind: str, letter: Path) -> None:
    """Put something that is no ordinary file in a place."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        leads = {"device": Path("/dev/zero"), "link": letter}
        path.symlink_to(leads.get(kind, path.parent / "none"))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_not_waited_for_or_followed(
    child: Apart, tmp_path: Path, kind: str
) -> None:
    """The window's files are read as if none were there, and written in their place."""
    folder, letter = tmp_path / "user", tmp_path / "letter"
    folder.mkdir()
    letter.write_bytes(LETTER)
    for name in NAMES:
        put(folder / name, kind, letter)
    verdict = child.tried(use_all, folder, limits=Limits(5, 200))
    assert verdict.outcome == "read", verdict.said
    assert letter.read_bytes() == LETTER
    assert [path.name for path in tmp_path.iterdir() if path not in (folder, letter)] == []
