"""The citation styles there are: Briefer's own, and those of the `.csl` files in a folder.

In: a folder, which need not exist. Out: styles by name; a file's style is `csl:` and its name. A
file is read when its style is asked for, and again when it was replaced. Without citeproc-py, which
is the extra `csl`, the files are listed and cannot be used.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefer.citations.csl.checking import LARGEST_FILE, StyleFile, checked_style
from briefer.citations.styles import STYLES
from briefer.citations.styles.base import Style
from briefer.errors import BrieferError, StyleFileError, UnknownNameError, did_you_mean
from briefer.whole import write_whole

PREFIX = "csl:"
"""What the name of a style from a file begins with."""

_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_LONGEST_NAME = 100
_Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Listed:
    """A style in the list: its name, its words for people, and why it cannot be used ("" if so)."""

    name: str
    label: str
    problem: str = ""


def require_processor() -> None:
    """Raise StyleFileError where citeproc-py is not installed."""
    if importlib.util.find_spec("citeproc") is None:
        raise StyleFileError(
            "Styles from .csl files need citeproc-py, which is not installed.",
            hint="Install it: pip install 'briefer[csl]'.",
        )


class Shelf(Mapping[str, Style]):
    """Styles by name: the house's first, then those of the folder. Safe on any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, tuple[_Stamp, Style]] = {}

    def __getitem__(self, name: str) -> Style:
        """Return a style; raise UnknownNameError without one, StyleFileError for an unfit file."""
        if not name.startswith(PREFIX):
            return STYLES[name]
        file = self._file(name)
        if file is None or not file.is_file():
            raise UnknownNameError(
                f"No citation style {name!r}.",
                hint=f"{did_you_mean(name, self)} Add a file with `briefer styles --add`.",
            )
        return self._style(name, file)

    def __contains__(self, name: object) -> bool:
        """Return whether a style can be used."""
        try:
            return isinstance(name, str) and self[name] is not None
        except BrieferError:
            return False

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names, also those of files that cannot be used."""
        yield from STYLES
        yield from sorted(PREFIX + file.stem for file in self._files())

    def __len__(self) -> int:
        """Return how many names there are."""
        return sum(1 for _ in self)

    def listed(self) -> tuple[Listed, ...]:
        """Return all styles as a list for people: a file that cannot be used says why."""
        return tuple(self._listed(name) for name in self)

    def _listed(self, name: str) -> Listed:
        try:
            return Listed(name, self[name].label)
        except BrieferError as error:
            return Listed(name, name.removeprefix(PREFIX), str(error))

    def add(self, file: Path, *, replace: bool = False) -> tuple[Listed, StyleFile]:
        """Keep a copy of a style file in the folder, and return its style and what is in it.

        Raise StyleFileError where the file cannot be read or used, or its name is taken.
        """
        data = _read(file)
        found = checked_style(data, file.name)
        require_processor()
        from briefer.citations.csl.trial import require_useful

        name = _slug(file)
        require_useful(found, data, file.name)
        target = self._folder / f"{name}.csl"
        if target.exists() and not replace:
            raise StyleFileError(
                f"There is a style {PREFIX + name!r} already.",
                hint="Remove it first, replace it with --force, or rename the file.",
            )
        _write(target, data)
        return Listed(PREFIX + name, found.title), found

    def remove(self, name: str) -> None:
        """Delete the file of a style; raise UnknownNameError or StyleFileError if it cannot."""
        file = self._file(name if name.startswith(PREFIX) else PREFIX + name)
        if name in STYLES:
            raise StyleFileError(f"{name!r} is Briefer's own style.", hint="It stays.")
        if file is None or not file.is_file():
            hint = did_you_mean(name, (PREFIX + known.stem for known in self._files()))
            raise UnknownNameError(f"No citation style {name!r} from a file.", hint=hint)
        try:
            file.unlink()
        except OSError as error:
            raise _stuck(file, error) from error
        self._loaded.pop(PREFIX + file.stem, None)

    def _files(self) -> list[Path]:
        try:
            found = [file for file in self._folder.iterdir() if file.suffix == ".csl"]
        except OSError:
            return []
        return [file for file in found if _NAME.fullmatch(file.stem)]

    def _file(self, name: str) -> Path | None:
        """Return where the file of a style would be, None for what is no name."""
        stem = name.removeprefix(PREFIX)
        return self._folder / f"{stem}.csl" if _NAME.fullmatch(stem) else None

    def _style(self, name: str, file: Path) -> Style:
        require_processor()
        from briefer.citations.csl.style import style_of

        status = file.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        before = self._loaded.get(name)
        if before is None or before[0] != stamp:
            before = (stamp, style_of(name, checked_style(_read(file), file.name)))
            self._loaded[name] = before
        return before[1]


def _slug(file: Path) -> str:
    """Return the name of a style out of its file's: small letters, digits, hyphens."""
    words = re.sub(r"[^a-z0-9._]+", "-", file.stem.lower()).strip("-._")
    name = re.sub(r"[._-]{2,}", "-", words)[:_LONGEST_NAME].strip("-._")
    if not _NAME.fullmatch(name):
        raise StyleFileError(
            f"{file.name} gives no name for a style.", hint="Rename it: letters, digits, hyphens."
        )
    return name


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise StyleFileError(
            f"{file} cannot be read: {error.strerror}.", hint="Give a .csl file."
        ) from error


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data, permissions=0o600)
    except OSError as error:
        raise _stuck(target, error) from error


def _stuck(file: Path, error: OSError) -> StyleFileError:
    return StyleFileError(f"{file} cannot be changed: {error.strerror}.", hint="Check the folder.")
