"""Hostile presentations: each reader refuses them in words, or reads them, within its limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.limits import Apart, Limits, Verdict, apart
from tests.fuzz.readers import READERS
from tests.fuzz.zip_cases import OUTWARD, PACKAGES, PARTS, ZIPS
from tests.fuzz.zip_seeds import decks, templates

TIGHT = Limits(seconds=4.0, megabytes=400)
READ = (
    "members that overlap", "itself as parts", "more members than listed", "data before it",
    "data behind it", "a part above the folder", "a part at the root of the disk",
    "a part on drive C", "a part with a null in its name", "a part with a very long name",
    "a part twice", "a part twice but for case", "a part beside a folder of its name",
    "a comment that is not there", "no content types", "no relationships",
    "zip64: a list nowhere", "zip64: nothing",
)  # fmt: skip
"""What harms nobody, or lies in parts that a template is not asked for."""


@pytest.fixture(scope="module")
def child() -> Iterator[Apart]:
    """Return a child process that the readers run in."""
    with apart() as started:
        yield started


def tried(child: Apart, reader: str, case: str, folder: Path) -> Verdict:
    """Return what comes of a hostile file."""
    seed = decks()["ours.pptx"] if reader in ("deck", "rules") else templates()["small.pptx"]
    path = folder / f"{reader}.pptx"
    path.write_bytes(PACKAGES[case](seed))
    return child.tried(READERS[reader].read, path, refusals=READERS[reader].refusals, limits=TIGHT)


@pytest.mark.parametrize("case", PACKAGES)
def test_hostile_packages_are_borne(child: Apart, tmp_path: Path, case: str) -> None:
    """As a template and as a deck: no crash, no gigabytes, no minutes; nothing is read by half."""
    for reader in ("template", "rules" if case in PARTS else "deck"):
        verdict = tried(child, reader, case, tmp_path)
        assert verdict.safe, (reader, verdict)
        if reader == "template" and case in ZIPS and case not in READ:
            assert verdict.outcome == "refused", verdict


@pytest.mark.parametrize("case", [*OUTWARD, "a part twice but for case", "a part on drive C"])
def test_nothing_of_it_reaches_a_deck(child: Apart, tmp_path: Path, case: str) -> None:
    """A deck on a hostile template leads nowhere, holds nothing active and no part twice."""
    verdict = tried(child, "export", case, tmp_path)
    assert verdict.safe, verdict
