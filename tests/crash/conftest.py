"""Fixtures of the tests of crashes: what forks off the processes that work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.crash.harness import Server, server


@pytest.fixture(scope="package")
def served() -> Iterator[Server]:
    """Return what forks off the processes that work."""
    with server() as started:
        yield started
