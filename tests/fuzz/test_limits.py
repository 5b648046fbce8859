"""The bounds themselves: each way in which a reader can fail is told for what it is."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.errors import BriefingFileError, DateError
from briefer.records.dates import PartialDate
from tests.fuzz.limits import Apart, Limits, Read, apart
from tests.fuzz.readers import READERS

SHORT = Limits(seconds=0.5, megabytes=100)
HERE = Path(__file__)


def reads(path: Path) -> str:
    """Read a file well, with a little of the program."""
    return f"{path.stat().st_size} {PartialDate.parse('2024-05').precision}"


def refuses(path: Path) -> None:
    """Refuse a file in words."""
    raise BriefingFileError(f"{path.name} is no briefing.", hint="Choose another.")


def crashes(path: Path) -> None:
    """Fail in a way that no caller expects."""
    raise KeyError(path.name)


def loops(path: Path) -> None:
    """Never end."""
    while path:
        pass


def swells(path: Path) -> int:
    """Want a gigabyte."""
    return len(bytes(path.stat().st_size) + b"x" * 10**9)


def swells_somewhat(path: Path) -> int:
    """Take half as much again as is allowed, and give it back."""
    return sum(b"x" * 150_000_000) + path.stat().st_size


def ends(path: Path) -> None:
    """End the process, as an error in C does."""
    os.abort()


@pytest.fixture(scope="module")
def child() -> Iterator[Apart]:
    """Return a child process."""
    with apart() as started:
        yield started


@pytest.mark.parametrize(
    ("read", "outcome", "words"),
    [
        (reads, "read", ""),
        (refuses, "refused", "test_limits.py is no briefing. Choose another."),
        (crashes, "crashed", "KeyError"),
        (loops, "too slow", "in loops"),
        (swells, "too big", "MemoryError"),
        (ends, "crashed", "in ends"),
    ],
)
def test_every_end_is_told(child: Apart, read: Read, outcome: str, words: str) -> None:
    """A child tells how a reader ended, and the next file is read as if nothing had been."""
    verdict = child.tried(read, HERE, limits=SHORT)
    assert verdict.outcome == outcome
    assert words in verdict.said
    assert child.tried(reads, HERE, limits=SHORT).outcome == "read"


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system does not tell")
def test_memory_that_was_given_back_counts(child: Apart) -> None:
    """What a reader took at most is told, not what it holds at its end."""
    verdict = child.tried(swells_somewhat, HERE, limits=Limits(seconds=20, megabytes=100))
    assert verdict.outcome == "too big"
    assert 140 < verdict.megabytes < 200


def test_a_refusal_of_another_kind_is_a_crash(child: Apart) -> None:
    """A reader may raise only what it says it raises."""
    verdict = child.tried(refuses, HERE, refusals=(DateError,), limits=SHORT)
    assert verdict.outcome == "crashed"
    assert "BriefingFileError" in verdict.error


def test_lines_that_were_run_are_told_alike(child: Apart) -> None:
    """The same file runs the same lines, in the next child process too; another runs others."""
    first = child.tried(reads, HERE, traced=True).lines
    child.close_process()
    assert first == child.tried(reads, HERE, traced=True).lines
    assert first != child.tried(refuses, HERE, traced=True).lines


def test_time_is_that_of_the_processor(child: Apart) -> None:
    """Waiting is not counted as work."""
    assert child.tried(waits, HERE, limits=SHORT).seconds < 0.3


def waits(path: Path) -> None:
    """Sleep longer than the limit of CPU seconds."""
    time.sleep(0.7)


def test_every_reader_reads_its_seeds(child: Apart, tmp_path: Path) -> None:
    """What fuzzing begins with is valid, or nothing behind the first refusal would be tried."""
    for reader in READERS.values():
        for name, data in reader.seeds().items():
            path = tmp_path / name
            path.write_bytes(data)
            verdict = child.tried(reader.read, path, refusals=reader.refusals, limits=reader.limits)
            assert verdict.outcome == "read", (reader.name, name, verdict.said)
