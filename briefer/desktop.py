"""The entries that make a Linux desktop know Briefer: menu, icon, kind of file, file association.

In: the user's data folder of the desktop, how the program is started. Out: files there, or files
taken away. Must not know: windows, the command line. Windows and macOS are told by hand, see
docs/desktop.md. The files follow freedesktop.org's Desktop Entry, Shared MIME-info and Icon Theme
specifications.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefer.errors import BrieferError
from briefer.whole import write_whole

APP_ID = "briefer"
MIME_TYPE = "application/x-briefer-briefing"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Widths of the icon's pictures, in px."""

_FILES = Path(__file__).resolve().parent / "data" / "desktop"
_SPECIAL = '"`$\\'
"""What is escaped inside quotes in the command of a desktop entry (Desktop Entry, "Exec")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the desktop: where it goes below the data folder, and its bytes."""

    place: str
    data: bytes


def data_home(environment: Mapping[str, str]) -> Path:
    """Return the user's data folder of the desktop (XDG Base Directory)."""
    chosen = environment.get("XDG_DATA_HOME", "")
    # The specification has relative paths ignored.
    if chosen and Path(chosen).is_absolute():
        return Path(chosen)
    return Path.home() / ".local" / "share"


def program() -> tuple[str, ...]:
    """Return how this Briefer is started: by its own script, or by its Python."""
    script = Path(sys.executable).with_name("briefer")
    if script.is_file() and os.access(script, os.X_OK):
        return (str(script),)
    return (sys.executable, "-m", "briefer")


def entries(start: Sequence[str]) -> tuple[Entry, ...]:
    """Return all files; `start` is the command that starts the program."""
    return tuple(_entries(start))


def _entries(start: Sequence[str]) -> Iterator[Entry]:
    text = _read("briefer.desktop").decode("utf-8")
    command = " ".join(quoted(word) for word in start)
    text = text.replace("@EXEC@", command).replace("@TRY@", _plain(start[0]))
    yield Entry(f"applications/{APP_ID}.desktop", text.encode("utf-8"))
    yield Entry(f"mime/packages/{APP_ID}.xml", _read("briefer-mime.xml"))
    names = (f"apps/{APP_ID}", f"mimetypes/{MIME_TYPE.replace('/', '-')}")
    for name in names:
        yield Entry(f"icons/hicolor/scalable/{name}.svg", _read("briefer.svg"))
        for size in SIZES:
            place = f"icons/hicolor/{size}x{size}/{name}.png"
            yield Entry(place, _read(f"briefer-{size}.png"))


def install(home: Path, start: Sequence[str]) -> tuple[Path, ...]:
    """Write the files below a data folder and return their paths; raise BrieferError."""
    written = []
    for entry in entries(start):
        path = home / entry.place
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, entry.data)
        except OSError as error:
            raise BrieferError(
                f"{path} cannot be written: {error.strerror or error}.",
                hint="Check that the folder can be written, or name another with XDG_DATA_HOME.",
            ) from error
        written.append(path)
    refresh(home)
    return tuple(written)


def remove(home: Path) -> tuple[Path, ...]:
    """Take the files away and return the paths of those that were there; raise BrieferError."""
    gone = []
    for entry in entries(("briefer",)):
        path = home / entry.place
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise BrieferError(
                f"{path} cannot be removed: {error.strerror or error}.",
                hint="Check that its folder can be written.",
            ) from error
        gone.append(path)
    refresh(home)
    return tuple(gone)


def refresh(home: Path) -> None:
    """Have the desktop read its files anew, with those of its tools that are installed."""
    for tool, folder in (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
        ("gtk-update-icon-cache", home / "icons" / "hicolor"),
    ):
        found = shutil.which(tool)
        if found and folder.is_dir():
            options = ["-q", "-t", "-f"] if tool.startswith("gtk") else []
            subprocess.run([found, *options, str(folder)], capture_output=True, check=False)


def quoted(word: str) -> str:
    """Return a word of a command as the "Exec" line of a desktop entry wants it."""
    inside = "".join(f"\\{char}" if char in _SPECIAL else char for char in word)
    # A percent sign would be a field code, and the value itself is a string with escapes.
    return _plain(f'"{inside}"').replace("%", "%%")


def _plain(text: str) -> str:
    """Return a text as a value of type string: its backslashes doubled."""
    return text.replace("\\", "\\\\")


def _read(name: str) -> bytes:
    return (_FILES / name).read_bytes()
