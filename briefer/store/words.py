"""Which records have a word: asked of the full text, and known beforehand of very common words.

A prefix such as `f*` occurs in nearly every record of a large library, and gathering a million
matches takes a tenth of a second. So `optimize` keeps the sets of common words and beginnings in
the store; the records changed since then (table `changed`) are asked in a full text of their own in
memory, which makes the answer exact at any time. Small libraries have no such words. `sancti*` and
`sanctio*` mostly begin the same words: their set is kept once, the shorter names the longer
(`same`). Must not know: filters.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from briefer.store.bits import numbers_of
from briefer.store.fulltext import TEXT_COLUMNS, search_table
from briefer.store.packing import set_of, squeezed, unsqueezed
from briefer.store.query import Term
from briefer.store.watch import Watch

COMMON_LEAST, COMMON_SHARE = 3000, 0.02
"""A word is common if this many records have it, and this share of all."""

_LONGEST_PREFIX = 12
_MOST_KEPT = 64
_COLUMNS = ", ".join(TEXT_COLUMNS)


def sets_of_words(database: str = "main") -> str:
    """Return the SQL for each common word and beginning with the squeezed set of its records."""
    return f"""
    SELECT one.word, other.numbers FROM {database}.words AS one
    LEFT JOIN {database}.words AS other ON other.word = coalesce(one.same, one.word)
    """


@dataclass(slots=True)
class _Beginning:
    """A beginning of words: the first and the last of them, their records summed."""

    text: str
    first: str
    last: str
    records: int = 0

    def longest(self) -> str:
        """Return the longest word or beginning that stands for the very same words."""
        if self.first == self.last == _plain_start(self.last):
            return self.last
        shared = _plain_start(os.path.commonprefix((self.first, self.last)))
        return f"{shared[:_LONGEST_PREFIX]}*"


def _common_of(terms: Iterable[tuple[str, int]], least: float) -> dict[str, str]:
    """Return the words and beginnings that `least` records may have, each with its longest.

    `terms` are words in order, each with the number of its records.
    """
    common: dict[str, str] = {}
    begun: list[_Beginning] = []  # of the word before: with one letter, with two, and so on
    for term, records in (*terms, ("", 0)):
        plain = _plain_start(term)
        if plain == term and records >= least:
            common[term] = term
        while begun and not plain.startswith(begun[-1].text):
            ended = begun.pop()
            if ended.records >= least:
                common[f"{ended.text}*"] = ended.longest()
        for length in range(len(begun) + 1, min(len(plain), _LONGEST_PREFIX) + 1):
            begun.append(_Beginning(plain[:length], term, term))
        for beginning in begun:
            beginning.last = term
            beginning.records += records
    return common


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

    def of_key(self, key: str) -> BitMap:
        """Return the records that have a word (`mexico`) or a beginning (`mex*`), by the index."""
        return self._found("search", _of_key(key))

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
        common = self._candidates(least)
        for key in sorted(common):
            if common[key] == key:
                found = self._found("search", _of_key(key))
                if len(found) >= least:
                    self._keep(key, squeezed(found))
        for key in sorted(common):
            self._keep_same(key, common[key])

    def _candidates(self, least: float) -> dict[str, str]:
        """Return what may be common, with the longest word or beginning of the same records."""
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)"
        )
        terms = self._connection.execute("SELECT term, doc FROM temp.vocabulary ORDER BY term")
        common = _common_of(terms, least)
        self._connection.execute("DROP TABLE temp.vocabulary")
        return common

    def _keep(self, key: str, numbers: bytes) -> None:
        self._connection.execute("INSERT INTO words VALUES (?, NULL, ?)", (key, numbers))

    def _keep_same(self, key: str, longest: str) -> None:
        """Note that a beginning has the records of a longer one, where that is common."""
        if longest != key:
            self._connection.execute(
                "INSERT INTO words SELECT ?, word, NULL FROM words WHERE word = ?", (key, longest)
            )

    def _least(self) -> float:
        (count,) = self._connection.execute("SELECT count(*) FROM records").fetchone()
        return float(max(COMMON_LEAST, COMMON_SHARE * count))

    def _exact(self, key: str, match: str) -> BitMap | None:
        row = self._connection.execute(f"{sets_of_words()} WHERE one.word = ?", (key,)).fetchone()
        if row is None:
            return None
        changed = self._changes()
        known = unsqueezed(row[1])
        return (known - changed) | self._found("temp.recent", match) if changed else known

    def _found(self, table: str, match: str) -> BitMap:
        # Of all ways to bring a million numbers from SQLite to Python, JSON text is the quickest.
        name = table.rpartition(".")[2]
        (text,) = self._connection.execute(
            f"SELECT json_group_array(rowid) FROM {table} WHERE {name} MATCH ?", (match,)
        ).fetchone()
        return set_of(json.loads(text))

    def _changes(self) -> BitMap:
        """Return the records whose text changed, their full text ready in `temp.recent`."""
        if self._changed is None:
            rows = self._connection.execute("SELECT number FROM changed").fetchall()
            self._changed = numbers_of(rows)
            if self._changed:
                self._index_changes()
        return self._changed

    def _index_changes(self) -> None:
        """Make `temp.recent` the full text of the records that changed.

        Only what is not there as it is now is indexed: after a thousand changes the next one must
        not cost a thousand.
        """
        there = "SELECT 1 FROM temp.sqlite_master WHERE name = 'recent'"
        if self._connection.execute(there).fetchone() is None:
            self._connection.execute(search_table("temp.recent"))
        ours, theirs = (
            ", ".join(f"{table}.{name}" for name in TEXT_COLUMNS) for table in ("recent", "search")
        )
        self._connection.execute(
            f"""
            DELETE FROM temp.recent WHERE rowid IN (
                SELECT recent.rowid FROM temp.recent
                LEFT JOIN changed ON changed.number = recent.rowid
                LEFT JOIN main.search ON search.rowid = changed.number
                WHERE search.rowid IS NULL OR ({ours}) IS NOT ({theirs})
            )
            """
        )
        self._connection.execute(
            f"""
            INSERT INTO temp.recent (rowid, {_COLUMNS})
            SELECT search.rowid, {_COLUMNS} FROM changed
            CROSS JOIN search ON search.rowid = changed.number
            WHERE changed.number NOT IN (SELECT rowid FROM temp.recent)
            """
        )

    def _look_for_others(self) -> None:
        """Let go of what is in memory where another connection, or this one, changed the store."""
        if self._watch.moved():
            self._common.clear()
            self._matching.clear()
            self._changed = None


def _plain_start(term: str) -> str:
    """Return how much of a word is letters and digits without accents."""
    if term.isascii() and term.isalnum():
        return term
    length = next((i for i, c in enumerate(term) if not (c.isascii() and c.isalnum())), len(term))
    return term[:length]


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
