"""Whether Briefer finds what a plain full-text search of its index finds: types and totals."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from benchmarks.building import Files
from benchmarks.workload import full_text_expression
from briefer.store import Store


def differing(files: Files, texts: Iterable[str]) -> list[str]:
    """Return those of the texts of which Briefer counts other records than SQL does."""
    with Store.open(files.store) as store, closing(sqlite3.connect(files.store)) as connection:
        return [text for text in texts if _by_briefer(store, text) != _by_sql(connection, text)]


def _by_briefer(store: Store, text: str) -> dict[str, int]:
    found = store.search(text, limit=1)
    counts = {name: count for name, count in found.counts.items() if count}
    return counts | {"total": found.total}


def _by_sql(connection: sqlite3.Connection, text: str) -> dict[str, int]:
    rows = connection.execute(
        """
        SELECT records.type, count(*) FROM search JOIN records ON records.number = search.rowid
        WHERE search MATCH ? GROUP BY records.type
        """,
        (full_text_expression(text),),
    )
    counts = {str(name): int(count) for name, count in rows}
    return counts | {"total": sum(counts.values())}
