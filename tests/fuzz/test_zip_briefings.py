"""Hostile briefings and undo journals: refused in words or read, within the limits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from briefer.errors import BriefingFileError
from tests.fuzz.limits import Apart, Limits, apart
from tests.fuzz.zip_readers import briefing, journal
from tests.fuzz.zip_seeds import journals

_MILLION = 1_000_000
TIGHT = Limits(seconds=6.0, megabytes=600)
Make = Callable[[], bytes]


def told(**fields: object) -> bytes:
    """Return a briefing of these fields, in ASCII."""
    return json.dumps({"format": 1, "title": "A", **fields}).encode()


def cards(*fields: str) -> bytes:
    """Return a briefing with cards of which the text is given."""
    return b'{"format": 1, "title": "A", "sections": [{"cards": [%s]}]}' % ",".join(fields).encode()


REFUSED: Mapping[str, Make] = {
    "deep lists": lambda: b"[" * 10 * _MILLION,
    "deep objects": lambda: b'{"a":' * 3 * _MILLION,
    "deep options": lambda: cards(
        '{"kind": "title", "options": {"a": ' + "[" * 900 + "]" * 900 + "}}"
    ),
    "lists of nothing": lambda: b"[" + b"[]," * 15 * _MILLION + b"[]]",
    "objects of nothing": lambda: b"[" + b"{}," * 15 * _MILLION + b"{}]",
    "numbers of nothing": lambda: b"[" + b"0," * 20 * _MILLION + b"0]",
    "a number of a million digits": lambda: b'{"format": %s}' % (b"9" * _MILLION),
    "a number with an exponent": lambda: b'{"format": 1e999999}',
    "NaN": lambda: b'{"format": NaN}',
    "infinity": lambda: b'{"format": -Infinity}',
    "a field twice": lambda: b'{"format": 1, "title": "A", "title": "B"}',
    "a field twice but for a null": lambda: b'{"format": 1, "title": "A", "title\\u0000": "B"}',
    "ten thousand fields that nobody knows": lambda: told(**{f"f{n}": n for n in range(10_000)}),
    "a long field that nobody knows": lambda: told(**{"f" * 5 * _MILLION: 1}),
    "sixty megabytes": lambda: b'"' + b"a" * 60 * _MILLION + b'"',
    "UTF-16": lambda: told().decode().encode("utf-16"),
    "UTF-16 in UTF-8": lambda: b'"\xed\xa0\x80"',
    "null bytes": lambda: b"\0" * _MILLION,
    "format 2": lambda: b'{"format": 2}',
    "format of 4,000 digits": lambda: b'{"format": ' + b"9" * 4000 + b"}",
    "true for a number": lambda: b'{"format": true}',
    "an unknown kind of a megabyte": lambda: cards('{"kind": "%s"}' % ("k" * _MILLION)),
    "a record of no type": lambda: told(snapshot=[{"id": "evil/a"}]),
    "a record that is a number": lambda: told(snapshot=[1]),
    "a revision of 300 digits": lambda: told(snapshot=[{"revision": 10**300}]),
}
"""Briefings that are none."""

READ: Mapping[str, Make] = {
    "half a letter": lambda: told(title="\ud800 \udfff"),
    "what XML has no room for": lambda: told(title="a\0b\x0b\uffff"),
    "a title of two megabytes": lambda: told(title="word " * 400_000),
    "20,000 cards": lambda: cards(*['{"kind": "title"}'] * 20_000),
    "20,000 sections": lambda: told(sections=[{}] * 20_000),
    "50,000 records on a card": lambda: told(
        sections=[{"cards": [{"kind": "table", "records": ["event/a"] * 50_000}]}]
    ),
    "a template elsewhere": lambda: told(template="\\\\host\\share\\evil.potx"),
}
"""Briefings that are odd, and no more."""


@pytest.fixture(scope="module")
def child() -> Iterator[Apart]:
    """Return a child process that the readers run in."""
    with apart() as started:
        yield started


@pytest.mark.parametrize(("cases", "outcome"), [(REFUSED, "refused"), (READ, "read")])
def test_hostile_briefings_are_borne(
    child: Apart, tmp_path: Path, cases: Mapping[str, Make], outcome: str
) -> None:
    """What is none is refused at once; what is odd comes back as it was written."""
    others = {}
    for name, make in cases.items():
        path = tmp_path / "hostile.briefing"
        path.write_bytes(make())
        verdict = child.tried(briefing, path, refusals=(BriefingFileError,), limits=TIGHT)
        if verdict.outcome != outcome:
            others[name] = verdict
    assert not others


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",0,[", ",999999,["),
        (",0,[", f",{10**30},["),
        ('"now":', '"now":-1,"was":'),
        ('"past":', '"past":[[]],"was":'),
        ('"briefings":', '"briefings":[[0,[99]]],"was":'),
    ],
)
def test_journals_that_lie_are_borne(child: Apart, tmp_path: Path, old: str, new: str) -> None:
    """A journal whose checksum is right may name cards that are not there."""
    path = tmp_path / "steps.undo"
    path.write_text(journals()["steps.undo"].decode().replace(old, new), encoding="utf-8")
    verdict = child.tried(journal, path, refusals=(BriefingFileError,), limits=TIGHT)
    assert verdict.safe, verdict
