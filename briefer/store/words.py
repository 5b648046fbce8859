"""Which records have a word: asked of the full text, and known beforehand of very common words.

A prefix such as `f*` occurs in nearly every record of a large library, and gathering a million
matches takes a tenth of a second. So `optimize` keeps the sets of common words and beginnings in
the store; records changed since then (table `changed`) are asked of the full text, which makes the
answer exact at any time. Small libraries have no such words. Must not know: filters.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from pyroaring import BitMap

from briefer.store.bits import numbers_of, packed, unpacked
from briefer.store.query import Term

COMMON_LEAST, COMMON_SHARE = 3000, 0.02
"""A word is common if this many records have it, and this share of all."""

_LONGEST_PREFIX = 12


class Words:
    """The words of one store's full text."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, BitMap | None] = {}
        self._changed = BitMap()
        self._version: object = None

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
        token = term.text.rstrip("*").lower()
        if not (token.isascii() and token.isalnum()):
            return None
        self._look_for_others()
        key = f"{token}*" if term.unfinished else token
        if key not in self._known:
            self._known[key] = self._read(key)
        found = self._known[key]
        if found is None or not self._changed:
            return found
        return (found - self._changed) | self.among(conjunction([term]), self._changed)

    def matching(self, match: str) -> BitMap:
        """Return the records that an FTS5 expression matches."""
        (text,) = self._connection.execute(
            "SELECT json_group_array(rowid) FROM search WHERE search MATCH ?", (match,)
        ).fetchone()
        return BitMap(json.loads(text))

    def among(self, match: str, numbers: BitMap) -> BitMap:
        """Return those of the records given that an FTS5 expression matches."""
        (text,) = self._connection.execute(
            """
            SELECT json_group_array(search.rowid) FROM json_each(?) AS one
            CROSS JOIN search ON search.rowid = one.value WHERE search MATCH ?
            """,
            (json.dumps(list(numbers)), match),
        ).fetchone()
        return BitMap(json.loads(text))

    def note_change(self, number: int) -> None:
        """Keep in mind that a record's text changed."""
        self._connection.execute("INSERT OR IGNORE INTO changed VALUES (?)", (number,))
        self.forget()

    def forget(self) -> None:
        """Let go of what is in memory."""
        self._known.clear()
        self._version = None

    def optimize(self) -> None:
        """Find the common words anew and keep the sets of their records."""
        self.forget()
        self._connection.execute("DELETE FROM words")
        self._connection.execute("DELETE FROM changed")
        for key in self._candidates():
            found = self.matching(expression(key.rstrip("*"), unfinished=key.endswith("*")))
            if len(found) >= self._least():
                self._connection.execute("INSERT INTO words VALUES (?, ?)", (key, packed(found)))

    def _candidates(self) -> list[str]:
        """Return the words and beginnings that may be common: their words' records, summed."""
        least = self._least()
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)"
        )
        bounds: Counter[str] = Counter()
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

    def _look_for_others(self) -> None:
        """Read anew what changed where another connection, or this one, changed the store."""
        version = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._known.clear()
            self._changed = numbers_of(self._connection.execute("SELECT number FROM changed"))
            self._version = version

    def _read(self, key: str) -> BitMap | None:
        row = self._connection.execute(
            "SELECT numbers FROM words WHERE word = ?", (key,)
        ).fetchone()
        return unpacked(row[0]) if row else None


def conjunction(terms: Iterable[Term]) -> str:
    """Return the FTS5 expression that asks for all terms."""
    return " AND ".join(
        expression(term.text.rstrip("*"), unfinished=term.unfinished) for term in terms
    )


def expression(text: str, *, unfinished: bool) -> str:
    """Return the FTS5 expression for a word or phrase; nothing in it is read as an operator."""
    plain = text.replace('"', " ")
    return f'"{plain}"*' if unfinished else f'"{plain}"'
