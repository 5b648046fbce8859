"""What all tests share: no user's folder is touched, no warning goes unseen, Qt has no display."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

QT_TESTS = ("draw", "ui")
"""The folders whose tests need a Qt application; it must be that of widgets, as there is one."""

LOG_FIXTURES = frozenset({"caplog", "log_restored"})
"""Tests that use one of these log on purpose and look at it themselves."""

_APPLICATION = pytest.StashKey[object]()

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Start Qt's application before any test that needs one, and only then."""
    folders = {item.path.parent.name for item in items}
    if not folders.isdisjoint(QT_TESTS):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtWidgets import QApplication

        config.stash[_APPLICATION] = QApplication.instance() or QApplication(["tests"])


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a case of bytes by how many they are, so that a time in a packed file is no name.

    Workers that collect a second apart must find tests of the same names.
    """
    return f"{len(val)} bytes" if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a new folder that is the user's own during this test."""
    from briefer.paths import HOME_VARIABLE  # here, so that coverage sees the package imported

    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


class _Kept(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def warnings_logged(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Fail a test that logs at WARNING or above; one that expects it clears the list.

    Tests of the log itself are let be.
    """
    kept, root = _Kept(), logging.getLogger()
    root.addHandler(kept)
    yield kept.messages
    root.removeHandler(kept)
    if LOG_FIXTURES.isdisjoint(request.fixturenames):
        assert kept.messages == []
