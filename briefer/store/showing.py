"""The records found as they are shown: read, with the text that matched.

In: record numbers in order. Out: hits. While a word is being typed much of what is found stays the
same, so records and their texts are kept until the store changes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.records import Record
from briefer.store.fulltext import TEXT_COLUMNS
from briefer.store.packing import damage
from briefer.store.query import Term
from briefer.store.reading import Reader
from briefer.store.snippets import Sought, Spans, snippet_of
from briefer.store.watch import Watch

_MOST_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record, some of its text, and the (start, end) spans in it that were asked for."""

    record: Record
    snippet: str
    marks: Spans = ()


class Showing:
    """Reads what is shown of one store."""

    def __init__(self, connection: sqlite3.Connection, reader: Reader) -> None:
        self._connection = connection
        self._reader = reader
        self._watch = Watch(connection)
        self._kept: dict[int, tuple[Record, list[str]]] = {}

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._watch.forget()

    def hits(self, numbers: Sequence[int], terms: Sequence[Term]) -> tuple[Hit, ...]:
        """Return the hits of record numbers in their order."""
        if self._watch.moved() or len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        self._read([number for number in numbers if number not in self._kept])
        sought = Sought.of(terms)
        if any(number not in self._kept for number in numbers):
            raise damage("records are listed that are not there")
        found = (self._kept[number] for number in numbers)
        return tuple(Hit(record, *snippet_of(texts, sought)) for record, texts in found)

    def _read(self, numbers: Sequence[int]) -> None:
        rows = self._connection.execute(
            f"""
            SELECT number, records.id, {", ".join(TEXT_COLUMNS)} FROM json_each(?) AS one
            CROSS JOIN records ON number = one.value CROSS JOIN search ON search.rowid = number
            """,
            (json.dumps(list(numbers)),),
        ).fetchall()
        records = self._reader.get_many(ref for _, ref, *_ in rows)
        self._kept |= {
            number: (records[ref], [text if isinstance(text, str) else "" for text in texts])
            for number, ref, *texts in rows
            if ref in records
        }
