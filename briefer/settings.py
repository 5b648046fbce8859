"""The user's settings: one frozen dataclass <-> one JSON file.

In: the file. Out: `Settings`. Must not know: who uses a setting. Settings are comfort, not
work: a damaged file or a wrong value gives the defaults and never stops the program; saving
replaces the file in one step.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from briefer.errors import BrieferError

THEMES = ("system", "light", "dark", "contrast")
TEXT_SCALES = (100, 125, 150, 175, 200)
RECENT_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose: theme, text scale in percent, author of decks, recent briefings."""

    theme: str = "system"
    text_scale: int = 100
    author: str = ""
    recent: tuple[str, ...] = ()

    def with_recent(self, path: Path) -> Settings:
        """Return these settings with a briefing file first among the recent ones."""
        name = str(path.absolute())
        others = tuple(other for other in self.recent if other != name)
        return replace(self, recent=(name, *others)[:RECENT_LIMIT])


def load_settings(path: Path) -> Settings:
    """Return the settings in a file; what is absent, damaged or impossible is the default."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    return _settings(found)


def _settings(found: dict[str, object]) -> Settings:
    """Return settings with every value that can stand."""
    settings = Settings()
    theme, scale = found.get("theme"), found.get("text_scale")
    author, recent = found.get("author"), found.get("recent")
    if isinstance(theme, str) and theme in THEMES:
        settings = replace(settings, theme=theme)
    if isinstance(scale, int) and scale in TEXT_SCALES:
        settings = replace(settings, text_scale=scale)
    if isinstance(author, str):
        settings = replace(settings, author=author)
    if isinstance(recent, list):
        names = dict.fromkeys(name for name in recent if isinstance(name, str))
        settings = replace(settings, recent=tuple(names)[:RECENT_LIMIT])
    return settings


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings to a file in one step; raise BrieferError if the folder cannot be written."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise BrieferError(
            f"The settings cannot be written to {path} ({error.strerror or error}).",
            hint="Check that the folder can be written.",
        ) from error
