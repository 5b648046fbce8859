"""Nothing that is written tells whose computer it was: no path, user name or host name.

A day's work is done by a user with a peculiar name, in peculiar folders, on a computer with a
peculiar name where the system lets us give it one; then all files are searched, inside and out.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from tests.end_to_end.exports import deck_problems
from tests.robustness.briefings import Drawn, briefings
from tests.robustness.test_random_briefings import TEMPLATES, built

ROOT = Path(__file__).resolve().parents[1]
USER, HOST, FOLDER, HOME = "zquser4471", "zqhost8835", "zqfolder2209", "zqhome6613"
FAULT = "Zanzibar zeppelin testimony"
"""Words of a record, in the message of a fault that is provoked in the window."""

CODES = ("utf-8", "utf-16-le", "utf-16-be")
UNSHARE = ("unshare", "--map-root-user", "--uts")
NAMED = (
    "import os, socket, sys; "
    f"socket.sethostname({HOST!r}); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)

MEMORY = {"settings.json", "exports.json"}
"""What the window remembers for its user alone: files opened last, and where decks were put."""


def can_name_the_computer() -> bool:
    """Return whether a program may be given another host name here."""
    if shutil.which("unshare") is None:
        return False
    command = [*UNSHARE, sys.executable, "-c", NAMED, "-c", ""]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of all that a day's work left: `work` and the user's folder."""
    folder = tmp_path_factory.mktemp("day") / FOLDER
    folder.mkdir()
    prefix = (
        (*UNSHARE, sys.executable, "-c", NAMED) if can_name_the_computer() else (sys.executable,)
    )
    done = subprocess.run(
        [*prefix, "-m", "tests.working_day", str(folder / "work"), FAULT],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "BRIEFER_HOME": str(folder / HOME),
            "QT_QPA_PLATFORM": "offscreen",
            **dict.fromkeys(("USER", "LOGNAME", "USERNAME"), USER),
            "HOSTNAME": HOST,
            "COMPUTERNAME": HOST,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def parts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file and everything packed in it: parts of packages, objects of PDF, tags of PNG."""
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield f"{name} (comment)", package.comment
            for entry in package.infolist():
                yield f"{name}!{entry.filename} (entry)", entry.extra + entry.comment
                yield from parts(f"{name}!{entry.filename}", package.read(entry))
    elif data.startswith(b"%PDF-"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        yield f"{name} (properties)", repr(reader.metadata).encode()
        for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
            found = pypdf.generic.IndirectObject(number, 0, reader).get_object()
            if isinstance(found, pypdf.generic.StreamObject) and "/Subtype" not in found:
                yield f"{name} (object {number})", found.get_data()
    elif data.startswith(b"\x89PNG"):
        with Image.open(io.BytesIO(data)) as image:
            yield f"{name} (tags)", repr(image.info).encode()


def holding(folder: Path, *words: str) -> set[str]:
    """Return the names of the parts of files in a folder that hold one of the words."""
    found = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            for name, data in parts(path.name, path.read_bytes()):
                low = data.lower()
                for word in words:
                    if any(
                        word.encode(code) in low for code in ("utf-8", "utf-16-le", "utf-16-be")
                    ):
                        found.add(f"{name}: {word}")
    return found


def test_everything_was_written(written: Path) -> None:
    """What is searched is there: decks, PDF, pictures, briefings, library, log, undo, backups."""
    names = {path.name for path in written.rglob("*") if path.is_file()}
    assert {"deck.pptx", "from-window.pptx", "deck.pdf", "handout.pdf", "01-title.png"} <= names
    assert {"hearing.briefing", "copy.briefing", "autosave.briefing", "autosave.undo"} <= names
    assert {"store.sqlite", "briefer.log", "report.html", "written.bib", "written.json"} <= names
    assert list((written / HOME / "backups").iterdir())


def test_no_path_user_or_computer_is_told(written: Path) -> None:
    """Only what the window remembers for its user names paths, and no computer or user."""
    found = holding(written, USER, HOST, FOLDER, HOME)
    assert {line for line in found if line.split(":")[0] not in MEMORY} == set()
    assert not [line for line in found if HOST in line or USER in line]


def test_log_holds_no_words_and_no_paths(written: Path) -> None:
    """A fault is logged with its kind and place; its message, words of a record, is not."""
    log = (written / HOME / "briefer.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "KeyError" in log
    assert "working_day.py:" in log
    assert FAULT.lower() not in log.lower()
    assert str(ROOT) not in log
    assert sys.prefix not in log
    assert not [line for line in log.splitlines() if line.lstrip().startswith(("/", "C:"))]


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(drawn=briefings())
def test_no_deck_tells_its_folder(tmp_path_factory: pytest.TempPathFactory, drawn: Drawn) -> None:
    """Whatever a briefing says, its deck holds nothing of the place where it was written."""
    folder = tmp_path_factory.mktemp("random") / FOLDER
    folder.mkdir()
    deck_problems(built(drawn, TEMPLATES["light"]), folder / f"{USER}.pptx", template="light")
    (deck,) = folder.iterdir()
    with deck.open("rb") as file:
        inside = [data.lower() for _, data in parts("deck", file.read())]
    assert len(inside) > 20
    assert not [data for data in inside if USER.encode() in data or FOLDER.encode() in data]


def test_search_finds_what_is_there(tmp_path: Path) -> None:
    """Words in a part of a package, a picture's tags or a wide encoding are found."""
    with zipfile.ZipFile(tmp_path / "a.pptx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("docProps/app.xml", f"<x>{USER}</x>" * 50)
    (tmp_path / "b.txt").write_text(HOST.upper(), encoding="utf-16")
    (tmp_path / "c.txt").write_text("nobody", encoding="utf-8")
    assert holding(tmp_path, USER, HOST) == {f"a.pptx!docProps/app.xml: {USER}", f"b.txt: {HOST}"}
