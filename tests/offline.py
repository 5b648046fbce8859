"""A plugin for pytest: `--no-sockets`, or BRIEFER_NO_SOCKETS=1, runs all tests without sockets.

Every Python that the tests start is under the same law, for the folder that brings it is on its
path; programs that are no Python, LibreOffice say, are not. pip, which fetches wheels for the test
of the wheel, is started without that path.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

VARIABLE = "BRIEFER_NO_SOCKETS"
SITE = Path(__file__).with_name("offline_site")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption("--no-sockets", action="store_true", help="refuse sockets to all tests")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse sockets from here on, where that was asked for; it cannot be taken back."""
    if config.getoption("--no-sockets") or os.environ.get(VARIABLE, "") not in ("", "0"):
        os.environ[VARIABLE] = "1"
        os.environ["PYTHONPATH"] = guarded_path(os.environ.get("PYTHONPATH", ""))
        importlib.import_module("tests.offline_site.sitecustomize")


def guarded_path(path: str) -> str:
    """Return a PYTHONPATH on which sockets are refused."""
    return os.pathsep.join(part for part in (str(SITE), path) if part)
