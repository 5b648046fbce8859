"""A plugin for pytest: no test and nothing that a test starts may open a socket.

Every Python that the tests start is under the same law, for the folder that brings it is on its
path; programs that are no Python, LibreOffice say, are not. pip, which fetches wheels for the test
of the wheel, is started without that path. `--sockets` allows them, for a debugger say.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

SITE = Path(__file__).with_name("offline_site")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption("--sockets", action="store_true", help="allow sockets to all tests")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse sockets from here on; it cannot be taken back."""
    if not config.getoption("--sockets"):
        os.environ["PYTHONPATH"] = guarded_path(os.environ.get("PYTHONPATH", ""))
        importlib.import_module("tests.offline_site.sitecustomize")


def guarded_path(path: str) -> str:
    """Return a PYTHONPATH on which sockets are refused."""
    return os.pathsep.join(part for part in (str(SITE), path) if part)
