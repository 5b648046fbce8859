"""A short campaign over each reader of zip, XML, documents and briefings: nothing is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.campaign import Campaign
from tests.fuzz.limits import Apart, Limits, apart
from tests.fuzz.reader import Reader
from tests.fuzz.readers import READERS
from tests.fuzz.test_limits import crashes, reads


@pytest.fixture(scope="module")
def child() -> Iterator[Apart]:
    """Return a child process that the readers run in."""
    with apart() as started:
        yield started


@pytest.mark.parametrize("name", ["template", "deck", "document", "briefing", "journal"])
def test_spoiled_files_are_borne(child: Apart, tmp_path: Path, name: str) -> None:
    """Some twenty files, each spoiled in another way; `benchmarks.fuzz` tries as many as wanted."""
    campaign = Campaign(READERS[name], seed=7)
    campaign.run(tmp_path, child, files=20)
    assert campaign.found == {}
    assert campaign.count > 20
    assert campaign.kept > 1


def test_what_is_not_borne_is_found(child: Apart, tmp_path: Path) -> None:
    """A reader that fails is found out, once, with the file that it failed on."""
    seeds = {"a": b"some bytes"}
    failing = Reader("failing", crashes, lambda: seeds, "bytes", ".txt", limits=Limits(2, 100))
    campaign = Campaign(failing, seed=7)
    campaign.run(tmp_path, child, files=5)
    assert [found.verdict.outcome for found in campaign.found.values()] == ["crashed"]
    assert campaign.tried["crashed"] == campaign.count == 6


def test_the_same_seed_tries_the_same_files(child: Apart, tmp_path: Path) -> None:
    """What was found on one computer is found on another."""
    tries = []
    for _ in range(2):
        bearing = Reader("bearing", reads, lambda: {"a": b"some bytes" * 9}, "bytes", ".txt")
        campaign = Campaign(bearing, seed=3)
        campaign.run(tmp_path, child, files=12)
        tries.append((tmp_path / "case.txt").read_bytes())
    assert tries[0] == tries[1]
