"""The ledger: for each sentence of the two seeds the records that report it, or why none does.

It is proved against the seeds by the digest of each sentence, and against the library by ids and
locators (`tests/test_ledger.py`). A row has `records` or `why_none`; `left_out` says what in the
sentence is no record although the rest is; `remark` is for readers.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.data.bundled import SEED_FILES, Raw
from tests.data.sentences import Sentence, article_sentences, note_sentences

LEDGER = Path(__file__).with_name("ledger")
KEYS = frozenset(
    ("sentence", "place", "notes", "begins", "sha256", "records", "why_none", "left_out", "remark")
)


def ledger(source: str) -> list[Raw]:
    """Return the rows of a source's ledger in the order of its sentences."""
    path = LEDGER / Path(SEED_FILES[source]).with_suffix(".json")
    rows: list[Raw] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def sentences(source: str, text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a source's text."""
    return note_sentences(text) if source == "source/ajil-note" else article_sentences(text)


def locators(citation: Raw) -> set[tuple[str, str]]:
    """Return the single places that a citation names: a range of notes is each note of it."""
    label, value = citation["locator"]["label"], citation["locator"]["value"]
    if label != "note":
        return {(label, value)}
    first, _, last = value.partition("-")
    return {(label, str(number)) for number in range(int(first), int(last or first) + 1)}


def places(row: Raw) -> set[tuple[str, str]]:
    """Return the places by which a record may cite a row's sentence, the sharpest only.

    A sentence of the note with footnotes is cited by them, one without by its paragraph; one of
    the article by section and paragraph, or by the caption, pull quote or author note.
    """
    if "notes" in row:
        return {("note", str(number)) for number in row["notes"]}
    if row["place"].startswith("para. "):
        return {("paragraph", row["place"].removeprefix("para. "))}
    return {("section", row["place"])}
