"""Which records have a word: asked of the full text, and known beforehand of very common words.

A prefix such as `f*` occurs in nearly every record of a large library, and gathering a million
matches takes a tenth of a second. So `optimize` keeps the sets of common words and beginnings in
the store; the records changed since then (table `changed`) are asked in a full text of their own in
memory, which makes the answer exact at any time. Small libraries have no such words. Must not know:
filters.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from pyroaring import BitMap

from briefer.store.bits import numbers_of, packed, unpacked
from briefer.store.fulltext import TEXT_COLUMNS, search_table
from briefer.store.query import Term
from briefer.store.watch import Watch

COMMON_LEAST, COMMON_SHARE = 3000, 0.02
"""A word is common if this many records have it, and this share of all."""

_LONGEST_PREFIX = 12
_MOST_KEPT = 64
_COLUMNS = ", ".join(TEXT_COLUMNS)


class Words:
    """The words of one store's full text."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._common: dict[str, BitMap | None] = {}
        self._matching: dict[str, BitMap] = {}
        self._changed: BitMap | None = None
        self._watch = Watch(connection)
        # The table of recent changes must leave no file beside the store.
        connection.execute("PRAGMA temp_store = MEMORY")

    def having(self, terms: Sequence[Term]) -> BitMap | None:
        """Return the records that have all terms, None where no term is given."""
        common = [self.common(term) for term in terms]
        rare = [term for term, found in zip(terms, common, strict=True) if found is None]
        sets = [found for found in common if found is not None]
        if rare:
            sets.append(self.matching(conjunction(rare)))
        return BitMap.intersection(*sets) if sets else None

    def common(self, term: Term) -> BitMap | None:
        """Return the records that have a common word (or beginning), None if it is not one."""
        token = term.text.rstrip("*").strip().lower()
        if not (token.isascii() and token.isalnum()):
            return None
        self._look_for_others()
        key = f"{token}*" if term.unfinished else token
        if key not in self._common:
            self._common[key] = self._exact(key, conjunction([term]))
        return self._common[key]

    def matching(self, match: str) -> BitMap:
        """Return the records that an FTS5 expression matches; do not change the set."""
        self._look_for_others()
        if match not in self._matching:
            if len(self._matching) >= _MOST_KEPT:
                self._matching.clear()
            self._matching[match] = self._found("search", match)
        return self._matching[match]

    def note_change(self, number: int) -> None:
        """Keep in mind that a record's text changed."""
        self._connection.execute("INSERT OR IGNORE INTO changed VALUES (?)", (number,))

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._watch.forget()

    def optimize(self) -> None:
        """Find the common words anew and keep the sets of their records."""
        self._connection.execute("DELETE FROM words")
        self._connection.execute("DELETE FROM changed")
        least = self._least()
        for key in self._candidates(least):
            found = self._found("search", _of_key(key))
            if len(found) >= least:
                self._connection.execute("INSERT INTO words VALUES (?, ?)", (key, packed(found)))

    def _candidates(self, least: float) -> list[str]:
        """Return the words and beginnings that may be common: their words' records, summed."""
        bounds: Counter[str] = Counter()
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)"
        )
        for term, records in self._connection.execute("SELECT term, doc FROM temp.vocabulary"):
            if term.isascii() and term.isalnum():
                if records >= least:
                    bounds[term] = records
                for length in range(1, min(len(term), _LONGEST_PREFIX) + 1):
                    bounds[f"{term[:length]}*"] += records
        self._connection.execute("DROP TABLE temp.vocabulary")
        return sorted(key for key, bound in bounds.items() if bound >= least)

    def _least(self) -> float:
        (count,) = self._connection.execute("SELECT count(*) FROM records").fetchone()
        return float(max(COMMON_LEAST, COMMON_SHARE * count))

    def _exact(self, key: str, match: str) -> BitMap | None:
        row = self._connection.execute(
            "SELECT numbers FROM words WHERE word = ?", (key,)
        ).fetchone()
        if row is None:
            return None
        changed = self._changes()
        known = unpacked(row[0])
        return (known - changed) | self._found("temp.recent", match) if changed else known

    def _found(self, table: str, match: str) -> BitMap:
        # Of all ways to bring a million numbers from SQLite to Python, JSON text is the quickest.
        name = table.rpartition(".")[2]
        (text,) = self._connection.execute(
            f"SELECT json_group_array(rowid) FROM {table} WHERE {name} MATCH ?", (match,)
        ).fetchone()
        return BitMap(json.loads(text))

    def _changes(self) -> BitMap:
        """Return the records whose text changed, their full text ready in `temp.recent`."""
        if self._changed is None:
            rows = self._connection.execute("SELECT number FROM changed").fetchall()
            self._changed = numbers_of(rows)
            if self._changed:
                self._connection.execute("DROP TABLE IF EXISTS temp.recent")
                self._connection.execute(search_table("temp.recent"))
                self._connection.execute(
                    f"""
                    INSERT INTO temp.recent (rowid, {_COLUMNS})
                    SELECT search.rowid, {_COLUMNS} FROM changed
                    JOIN search ON search.rowid = changed.number
                    """
                )
        return self._changed

    def _look_for_others(self) -> None:
        """Let go of what is in memory where another connection, or this one, changed the store."""
        if self._watch.moved():
            self._common.clear()
            self._matching.clear()
            self._changed = None


def _of_key(key: str) -> str:
    return expression(key.rstrip("*"), unfinished=key.endswith("*"))


def conjunction(terms: Iterable[Term]) -> str:
    """Return the FTS5 expression that asks for all terms."""
    return " AND ".join(
        expression(term.text.rstrip("*"), unfinished=term.unfinished) for term in terms
    )


def expression(text: str, *, unfinished: bool) -> str:
    """Return the FTS5 expression for a word or phrase; nothing in it is read as an operator."""
    plain = text.replace('"', " ")
    return f'"{plain}"*' if unfinished else f'"{plain}"'
