"""Whether the tables of a file are those of a library, and nothing but tables.

In: a connection to a file that says it is ours. Out: what is wrong, in words. Must not know:
what records say.

Files come from strangers too. A view or a trigger of theirs runs what it likes under our names,
and so does an expression in a column, a check or an index; a table of another module brings code
along that no library needs. None of them was ever in one; plain tables that somebody added stay.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache

from briefer.records import RECORD_TYPES
from briefer.store.fulltext import search_table
from briefer.store.packing import damage
from briefer.store.rows import columns_of

_NAME = r"""(?:"[^"]+"|'[^']+'|\[[^\]]+\]|\w+)"""
_TYPE = r"(?: (?:TEXT|INTEGER|INT|REAL|FLOAT|BLOB|NUMERIC|ANY))?"
_WORDS = r"(?: (?:PRIMARY KEY|NOT NULL|UNIQUE|AUTOINCREMENT|DEFAULT (?:-?\d+|'[^']*'|NULL)))*"
_NAMES = rf"\( ?{_NAME}(?: ?, ?{_NAME})* ?\)"
_COLUMN = rf"(?:{_NAME}{_TYPE}{_WORDS}|(?:PRIMARY KEY|UNIQUE) ?{_NAMES})"
_PLAIN = re.compile(
    rf"CREATE TABLE {_NAME} ?\( ?{_COLUMN}(?: ?, ?{_COLUMN})* ?\)(?: (?:WITHOUT ROWID|STRICT))?"
    rf"|CREATE (?:UNIQUE )?INDEX {_NAME} ON {_NAME} ?{_NAMES}",
    re.IGNORECASE,
)
_MOST_PARTS = 500
_LONGEST_PART = 20_000
_SEARCH = "search"

_OTHERS = {
    "records": "number id type revision changed_at changed_by earliest latest listing",
    "links": "ref target",
    "meta": "name value",
    "bits": "field value numbers",
    "words": "word same numbers",
    "changed": "number",
    "revisions": "ref revision change changed_at changed_by into_ref record",
    "texts": "source name text attached_at",
    "search_data": "id block",
    "search_idx": "segid term pgno",
    "search_content": "id c0 c1 c2 c3",
    "search_docsize": "id sz",
    "search_config": "k v",
}
"""The columns of the tables beside those of the record types."""


def foreign_parts(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each part of a file's schema that no library of any age has."""
    parts = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchmany(_MOST_PARTS)
    if len(parts) == _MOST_PARTS:
        yield "It has hundreds of tables."
    for kind, name, sql in parts:
        shown = str(name)[:60]
        if sql is None and kind == "index":
            continue  # made by SQLite itself for a key
        words = " ".join(str(sql)[:_LONGEST_PART].split())
        if kind not in ("table", "index"):
            yield f"It has a {kind} {shown!r}, which no library has."
        elif words.upper().startswith("CREATE VIRTUAL"):
            if name != _SEARCH or words != _full_text():
                yield f"Its table {shown!r} is kept by another program's code."
        elif not _PLAIN.fullmatch(words):
            yield f"Its {kind} {shown!r} is no plain one."


def missing_parts(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each table or column that a library of this Briefer's schema lacks."""
    there: dict[str, set[str]] = {}
    columns_there = (
        "SELECT one.name, part.name FROM sqlite_master AS one, pragma_table_info(one.name) AS part"
        " WHERE one.type = 'table'"
    )
    try:
        rows = connection.execute(columns_there).fetchall()
    except MemoryError:  # the full text wants as much as its list of segments says
        yield "The full text is damaged."
        return
    for table, column in rows:
        there.setdefault(table, set()).add(column)
    for table, columns in _wanted().items():
        if table not in there:
            yield f"The table {table!r} is missing."
        elif lacking := sorted(columns - there[table]):
            yield f"The table {table!r} lacks {', '.join(lacking)}."


def require_parts(connection: sqlite3.Connection) -> None:
    """Raise DatabaseError, as SQLite does of damage, where a table or column is missing."""
    for problem in missing_parts(connection):
        raise damage(problem)


@cache
def _wanted() -> dict[str, frozenset[str]]:
    wanted = {name: frozenset(columns.split()) for name, columns in _OTHERS.items()}
    wanted |= {name: frozenset(columns_of(cls)) for name, cls in RECORD_TYPES.items()}
    return wanted | {_SEARCH: frozenset(("title", "body", "names", "words"))}


@cache
def _full_text() -> str:
    return " ".join(search_table(_SEARCH).split())
