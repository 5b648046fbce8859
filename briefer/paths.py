"""Where the bundled files and the user's files live.

In: nothing but the place of this package and the environment. Out: paths, which need not exist.
Must not know: what is in the files. Bundled files are read-only product data: in a checkout the
store and the templates stand at the top level, in a wheel under `briefer/bundled/` (see
`pyproject.toml`, force-include).
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "BRIEFER_HOME"
"""The environment variable that moves the user's folder, e.g. to a stick or a test's folder."""

_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    """Return the place of a top-level file: in the wheel if it is there, else in the checkout."""
    packed = _PACKAGE / "bundled" / name
    return packed if packed.exists() else _PACKAGE.parent / name


def bundled_store() -> Path:
    """Return the store that ships with Briefer; it is never written."""
    return _bundled("store.sqlite")


def bundled_templates() -> Path:
    """Return the folder of house templates."""
    return _bundled("templates")


def bundled_library() -> Path:
    """Return the folder of text files from which the bundled store is built."""
    return _PACKAGE / "data" / "library"


def sample_briefing() -> Path:
    """Return the sample briefing, which shows every slide kind."""
    return _PACKAGE / "data" / "sample.briefing"


def user_folder() -> Path:
    """Return the user's own folder: `BRIEFER_HOME`, or what the system keeps for programs."""
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    return Path(platformdirs.user_data_dir("Briefer", appauthor=False))


def user_store() -> Path:
    """Return the user's own store, a copy of the bundled one made at first run."""
    return user_folder() / "store.sqlite"


def user_styles() -> Path:
    """Return the folder of the user's own citation styles (`.csl` files)."""
    return user_folder() / "styles"


def pictures_folder(store: Path) -> Path:
    """Return the folder of the user's own pictures, which stands beside a store."""
    return store.parent / "pictures"


def settings_file() -> Path:
    """Return the file that holds the user's settings."""
    return user_folder() / "settings.json"


def log_file() -> Path:
    """Return the log, where the details of an unexpected fault are kept."""
    return user_folder() / "briefer.log"
