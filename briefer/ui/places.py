"""Where the window finds and keeps its files.

In: the store, the templates, the user's folder, the sample. Out: paths. Must not know: what the
files hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefer.paths import pictures_folder


@dataclass(frozen=True, slots=True)
class Places:
    """Where the session finds and keeps its files."""

    store: Path
    templates: Path
    user_folder: Path
    sample: Path

    @property
    def pictures(self) -> Path:
        """The folder of the user's own pictures."""
        return pictures_folder(self.store)

    @property
    def styles(self) -> Path:
        """The folder of the user's own citation styles."""
        return self.user_folder / "styles"

    @property
    def autosave(self) -> Path:
        """The briefing as it stood after the last change."""
        return self.user_folder / "autosave.briefing"

    @property
    def undo(self) -> Path:
        """The steps that led to the briefing saved last."""
        return self.user_folder / "autosave.undo"

    @property
    def mark(self) -> Path:
        """What tells that a window is open."""
        return self.user_folder / "window-open"

    @property
    def written_in(self) -> tuple[Path, ...]:
        """The folders of their own that the program writes in."""
        user = self.user_folder
        beside = (self.store.parent, self.store.parent / "backups", self.pictures)
        return (user, user / "inbox", user / "earlier", self.styles, *beside)

    def earlier(self, title: str) -> Path:
        """Return where a briefing is kept that another one replaces."""
        name = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
        stem = " ".join(name.split())[:60] or "Briefing"
        return self.user_folder / "earlier" / f"{stem}.briefing"

    @property
    def settings(self) -> Path:
        """The user's settings."""
        return self.user_folder / "settings.json"
