"""Fixtures of the store tests: a small library as text and as a store in a fresh folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.packs import write_pack
from briefer.store import Store, build_store
from tests.store.library import RECORDS


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the text form of the small library."""
    folder = tmp_path_factory.mktemp("library")
    write_pack(RECORDS, folder)
    return folder


@pytest.fixture
def path(library: Path, tmp_path: Path) -> Path:
    """Return the file of a fresh store of the small library."""
    target = tmp_path / "store.sqlite"
    build_store(library, target)
    return target


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Return a fresh, writable store of the small library."""
    with Store.open(path) as opened:
        yield opened
