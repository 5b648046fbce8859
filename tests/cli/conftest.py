"""The program in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program, to be run in a new folder."""
    return Program(tmp_path)
