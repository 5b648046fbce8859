"""The bundled library as plain JSON, and the seed texts it reports; no part of the package."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

Raw = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "briefer" / "data" / "library"
SEEDS = ROOT.parent / "shared" / "seeds"
SEED_FILES = {"source/ajil-note": "ajil-note.txt", "source/fidler-2023": "fidler-article.txt"}
TYPES = ("event", "actor", "statement", "relation", "statistic", "source")

_MARKER = re.compile(r"Footnote \d+")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SPAN = re.compile("“([^”]*)”")


def records(type_: str) -> list[Raw]:
    """Return the records of a type as their file holds them."""
    text = (LIBRARY / f"{type_}s.json").read_text(encoding="utf-8")
    loaded: list[Raw] = json.loads(text)
    return loaded


def library() -> list[Raw]:
    """Return all records, type after type."""
    return [record for type_ in TYPES for record in records(type_)]


def cited_sources(record: Raw) -> set[str]:
    """Return the ids of the sources that a record cites."""
    return {citation["source"] for citation in record.get("citations", ())}


def seed_texts() -> dict[str, str]:
    """Return the text of each seed by its source's id; skip the test where they are not held."""
    if not all((SEEDS / name).is_file() for name in SEED_FILES.values()):
        pytest.skip(f"the texts that the library reports are not held at {SEEDS}")
    return {ref: (SEEDS / name).read_text(encoding="utf-8") for ref, name in SEED_FILES.items()}


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, without footnote markers."""
    return _WORD.findall(_MARKER.sub(" ", text).replace("’", "'").lower())


def quoted_spans(text: str) -> list[str]:
    """Return what stands between double quotation marks in a text."""
    return _SPAN.findall(text)
