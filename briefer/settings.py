"""The user's settings: one frozen dataclass <-> one JSON file.

In: the file. Out: `Settings`. Must not know: who uses a setting. Settings are comfort, not
work: a damaged file or a wrong value gives the defaults and never stops the program; saving
replaces the file in one step.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from briefer.errors import BrieferError
from briefer.whole import read_ordinary, write_whole

THEMES = ("system", "light", "dark", "contrast")
TEXT_SCALES = (100, 125, 150, 175, 200)
DENSITIES = ("comfortable", "compact")
STARTS = ("last", "sample", "new")
STATISTIC_YEARS = (1, 2, 3, 5, 10)
RECENT_LIMIT = 10
USED_LIMIT = 20
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose and used last.

    `author` and `office` go into the properties of decks; `start_with` is one of `STARTS`;
    `export_folder` is empty for the folder used last; `used` names commands, the last one first;
    `keys` has the keys of each command that the user gave others; `statistic_years` is how old a
    statistic may be before the checks tell of it.
    """

    theme: str = "system"
    text_scale: int = 100
    density: str = "comfortable"
    reduce_motion: bool = False
    author: str = ""
    office: str = ""
    start_with: str = "last"
    export_folder: str = ""
    open_after_export: bool = False
    recent: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    statistic_years: int = 3

    @property
    def byline(self) -> str:
        """The author and the office, as a deck names them."""
        return ", ".join(part for part in (self.author.strip(), self.office.strip()) if part)

    def with_recent(self, path: Path) -> Settings:
        """Return these settings with a briefing file first among the recent ones."""
        name = str(path.absolute())
        return replace(self, recent=_first(name, self.recent)[:RECENT_LIMIT])

    def without_recent(self, path: Path) -> Settings:
        """Return these settings with a briefing file no longer among the recent ones."""
        name = str(path.absolute())
        return replace(self, recent=tuple(other for other in self.recent if other != name))

    def with_used(self, command: str) -> Settings:
        """Return these settings with a command as the one used last."""
        return replace(self, used=_first(command, self.used)[:USED_LIMIT])


def _first(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return (name, *(other for other in names if other != name))


def load_settings(path: Path) -> Settings:
    """Return the settings in a file; what is absent, damaged or impossible is the default."""
    try:
        found = json.loads(read_ordinary(path, _LARGEST))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    return _settings(found)


_WORDS: dict[str, tuple[str, ...]] = {
    "theme": THEMES,
    "density": DENSITIES,
    "start_with": STARTS,
    "author": (),
    "office": (),
    "export_folder": (),
}
"""The settings that are text, each with the words that can stand; none given: any."""

_LISTS = {"recent": RECENT_LIMIT, "used": USED_LIMIT}


def _settings(found: dict[str, object]) -> Settings:
    """Return settings with every value that can stand."""
    kept: dict[str, Any] = {}
    for name, words in _WORDS.items():
        value = found.get(name)
        if isinstance(value, str) and (not words or value in words):
            kept[name] = value
    for name in ("reduce_motion", "open_after_export"):
        if isinstance(found.get(name), bool):
            kept[name] = found[name]
    scale = found.get("text_scale")
    if isinstance(scale, int) and scale in TEXT_SCALES:
        kept["text_scale"] = scale
    for name, limit in _LISTS.items():
        values = found.get(name)
        if isinstance(values, list):
            names = dict.fromkeys(value for value in values if isinstance(value, str))
            kept[name] = tuple(names)[:limit]
    years = found.get("statistic_years")
    if type(years) is int and years in STATISTIC_YEARS:
        kept["statistic_years"] = years
    kept["keys"] = tuple(_keys(found.get("keys")))
    return Settings(**kept)


def _keys(found: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each command once with its keys, as far as they are text."""
    seen = set()
    for entry in found if isinstance(found, list) else ():
        if not isinstance(entry, list) or len(entry) != 2:
            continue
        name, keys = entry
        if isinstance(name, str) and isinstance(keys, list) and name not in seen:
            seen.add(name)
            yield name, tuple(key for key in keys if isinstance(key, str))


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings to a file in one step; raise BrieferError if the folder cannot be written."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8", "replace"), permissions=0o600)
    except OSError as error:
        raise BrieferError(
            f"The settings cannot be written to {path} ({error.strerror or error}).",
            hint="Check that the folder can be written.",
        ) from error
