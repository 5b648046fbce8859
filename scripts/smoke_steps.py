"""What a built or installed Briefer must do where there is nothing else: the steps of both smokes.

In: the command that starts it, and an empty folder. Out: lines with what was seen and how long it
took; AssertionError where something is wrong. Must not know: how it was built. The deck is read by
python-pptx of this environment, from outside.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation

_OF_THE_SYSTEM = ("SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT")
"""Without these Windows starts nothing."""
_PATIENCE = 120.0
_LIVE = 1.0
"""Seconds that the window stays open."""


@dataclass(frozen=True)
class Alone:
    """A Briefer in an empty environment: no Python on the path, a new home, no display."""

    command: tuple[str, ...]
    folder: Path

    @property
    def home(self) -> Path:
        """Return the home folder that the program sees."""
        return self.folder / "home"

    @property
    def user_folder(self) -> Path:
        """Return the user's folder where this system keeps it, below the home folder."""
        if sys.platform == "win32":
            return self.home / "AppData" / "Local" / "Briefer"
        if sys.platform == "darwin":
            return self.home / "Library" / "Application Support" / "Briefer"
        return self.home / ".local" / "share" / "Briefer"

    def environment(self) -> Mapping[str, str]:
        """Return all variables that the program sees."""
        for path in (self.home, self.folder / "empty", self.user_folder.parent):
            path.mkdir(parents=True, exist_ok=True)
        kept = {name: os.environ[name] for name in _OF_THE_SYSTEM if name in os.environ}
        home, temporary = str(self.home), str(self.folder)
        return {
            **kept,
            "PATH": str(self.folder / "empty"),
            "HOME": home,
            "USERPROFILE": home,
            "LOCALAPPDATA": str(self.home / "AppData" / "Local"),
            "APPDATA": str(self.home / "AppData" / "Roaming"),
            "TEMP": temporary,
            "TMP": temporary,
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *arguments: str) -> tuple[str, float]:
        """Return what the program printed and the seconds it took; fail where it fails."""
        begin = time.monotonic()
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=_PATIENCE,
        )
        assert done.returncode == 0, (arguments, done.stderr[-2000:])
        return done.stdout, time.monotonic() - begin

    def open_window(self) -> float:
        """Return the seconds until the window was open; it stays for a moment and is ended."""
        mark = self.user_folder / "window-open"
        mark.unlink(missing_ok=True)
        begin = time.monotonic()
        with (self.folder / "said.txt").open("wb+") as said:
            process = subprocess.Popen(
                self.command, cwd=self.folder, env=self.environment(), stderr=said
            )
            try:
                while not mark.exists():
                    assert process.poll() is None, "the window ended by itself"
                    assert time.monotonic() - begin < _PATIENCE, "the window never opened"
                    time.sleep(0.01)
                took = time.monotonic() - begin
                time.sleep(_LIVE)
                assert process.poll() is None, "the window did not stay open"
            finally:
                process.kill()
                process.wait(_PATIENCE)
            said.seek(0)
            assert b"Traceback" not in said.read()
        assert not (self.user_folder / "briefer.log").exists(), "a fault was logged"
        return took


def smoke(program: Alone, version: str) -> Iterator[str]:
    """Yield what was seen while the program did the main job, a line each."""
    printed, took = program.run("--version")
    assert printed.strip() == f"briefer {version}", printed
    yield f"--version            {took:6.2f} s"
    _, took = program.run("export", "--sample", "-o", "deck.pptx", "--pdf", "deck.pdf")
    slides = len(Presentation(str(program.folder / "deck.pptx")).slides)
    assert slides >= 12, f"{slides} slides"
    assert (program.folder / "deck.pdf").read_bytes().startswith(b"%PDF-")
    yield f"export --sample      {took:6.2f} s  {slides} slides, PDF too"
    printed, took = program.run("inspect", "deck.pptx")
    assert printed.strip()
    yield f"inspect              {took:6.2f} s  {len(printed.splitlines())} lines"
    printed, took = program.run("search", "guzman", "extradition")
    assert "guzman-lopez-extradition" in printed, printed
    yield f"search               {took:6.2f} s"
    first, again = program.open_window(), program.open_window()
    assert (program.user_folder / "store.sqlite").exists(), "the library is in another place"
    yield f"window, first start  {first:6.2f} s  library made in {program.user_folder.name}"
    yield f"window, again        {again:6.2f} s"
    program.run("doctor")
    yield "doctor: nothing wrong after the window was killed twice"


def size_of(folder: Path) -> str:
    """Return the number of files in a folder and their bytes, in words."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = [path.stat().st_size for path in files]
    return f"{len(sizes)} files, {sum(sizes) / 1e6:.0f} MB"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
