"""Settings survive a round trip and shrug off damage."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.settings import RECENT_LIMIT, Settings, load_settings, save_settings


def test_saved_settings_are_loaded(tmp_path: Path) -> None:
    """What was saved is what is loaded, in a folder made on the way."""
    chosen = Settings(theme="dark", text_scale=150, author="Zoë", recent=("/a b.briefing",))
    save_settings(chosen, tmp_path / "new" / "settings.json")
    assert load_settings(tmp_path / "new" / "settings.json") == chosen
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "[" * 100_000, "\ufeff{}"])
def test_damaged_file_gives_defaults(tmp_path: Path, text: str) -> None:
    """A file that is no settings never stops the program."""
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert load_settings(path) == Settings()


def test_missing_file_gives_defaults(tmp_path: Path) -> None:
    """At first run there is no file."""
    assert load_settings(tmp_path / "none.json") == Settings()


def test_only_wrong_values_are_dropped(tmp_path: Path) -> None:
    """An impossible value gives its default; the good ones beside it stand."""
    path = tmp_path / "settings.json"
    path.write_text(
        '{"theme": "pink", "text_scale": 125, "author": 7, "recent": ["a", 3, "a"], "new": 1}',
        encoding="utf-8",
    )
    assert load_settings(path) == Settings(text_scale=125, recent=("a",))


@pytest.mark.parametrize(("written", "read"), [("5", 5), ("4", 3), ("true", 3), ('"5"', 3)])
def test_the_age_of_statistics_is_one_that_can_be_chosen(
    tmp_path: Path, written: str, read: int
) -> None:
    """Anything else gives three years."""
    path = tmp_path / "settings.json"
    path.write_text(f'{{"statistic_years": {written}}}', encoding="utf-8")
    assert load_settings(path).statistic_years == read


def test_newest_briefing_comes_first(tmp_path: Path) -> None:
    """A briefing opened again moves to the front; the list stays short."""
    settings = Settings()
    for number in range(RECENT_LIMIT + 3):
        settings = settings.with_recent(tmp_path / f"{number}.briefing")
    settings = settings.with_recent(tmp_path / "5.briefing")
    assert settings.recent[0] == str(tmp_path / "5.briefing")
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT


def test_old_file_stands_when_the_new_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure half way is named, and leaves the old settings and no litter."""
    path = tmp_path / "settings.json"
    save_settings(Settings(author="first"), path)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(BrieferError, match=r"settings\.json"):
        save_settings(Settings(author="second"), path)
    assert load_settings(path).author == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_folder_in_the_way_is_named(tmp_path: Path) -> None:
    """A place that cannot be a folder is an expected error."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(BrieferError, match="settings cannot be written"):
        save_settings(Settings(), tmp_path / "file" / "settings.json")
