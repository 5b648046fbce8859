"""Where bundled and user files live."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer import paths


def test_bundled_files_are_there() -> None:
    """Store, templates, library and sample are found from a checkout."""
    assert paths.bundled_store().is_file()
    assert paths.bundled_templates().is_dir()
    assert (paths.bundled_library() / "events.json").is_file()
    assert paths.sample_briefing().suffix == ".briefing"
    assert paths.sample_briefing().is_file()


def test_packed_files_win(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a wheel holds inside the package is taken before what stands beside the package."""
    package = tmp_path / "site-packages" / "briefer"
    (package / "bundled").mkdir(parents=True)
    (package / "bundled" / "store.sqlite").touch()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.bundled_store() == package / "bundled" / "store.sqlite"
    assert paths.bundled_templates() == tmp_path / "site-packages" / "templates"


def test_user_folder_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """BRIEFER_HOME holds store, settings and log; asking creates nothing."""
    home = tmp_path / "stick"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(home))
    assert paths.user_store() == home / "store.sqlite"
    assert paths.settings_file().parent == paths.log_file().parent == home
    assert not home.exists()


@pytest.mark.parametrize("value", ["", "   "])
def test_empty_variable_is_no_folder(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """An empty BRIEFER_HOME means the system's folder, not the current one."""
    monkeypatch.setenv(paths.HOME_VARIABLE, value)
    assert paths.user_folder().is_absolute()
    assert paths.user_folder() != Path.cwd()
    assert paths.user_folder().name == "Briefer"


def test_relative_folder_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A relative BRIEFER_HOME does not move when the program changes its folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "mine")
    assert paths.user_folder() == tmp_path / "mine"
