"""Which records of a very large library a briefing may begin with.

In: a connection. Out: ids, some thousand of them, whatever the library holds. Nobody can wait until
a million records are read to choose a dozen. Must not know: presets, how they choose.

Of each type but sources: those named most often, those of the latest date. Besides, the largest
figures that are dated, the statements that answer others, the relations of the actors named most.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from briefer.records import RECORD_TYPES, Ref
from briefer.store.facets import listings_of

MOST_TAKEN_WHOLE = 10_000
"""Records of a library that is taken as a whole."""

_MOST_OF_A_KIND = 1000
_MOST_ACTORS = 20


def telling_refs(connection: sqlite3.Connection) -> list[Ref]:
    """Return the ids of the records that tell most, each once, type by type."""
    found = dict.fromkeys(_refs(connection))
    return [ref for type_ in RECORD_TYPES for ref in found if ref.startswith(f"{type_}/")]


def _refs(connection: sqlite3.Connection) -> Iterator[Ref]:
    for type_ in RECORD_TYPES:
        if type_ != "source":
            yield from _named_most(connection, type_, _MOST_OF_A_KIND)
            yield from _latest(connection, type_)
    yield from _largest(connection)
    yield from _answering(connection)
    for actor in _named_most(connection, "actor", _MOST_ACTORS):
        yield from _tied(connection, actor)


def _named_most(connection: sqlite3.Connection, type_: str, most: int) -> list[Ref]:
    return _asked(
        connection,
        """
        SELECT target FROM links WHERE target >= ? AND target < ?
        GROUP BY target ORDER BY count(*) DESC, target LIMIT ?
        """,
        *_ids_of(type_),
        most,
    )


def _latest(connection: sqlite3.Connection, type_: str) -> Iterator[Ref]:
    """Yield the latest records of a type that is listed by date, else the first ones by name.

    Undated ones are listed last (`facets.listing_of`).
    """
    first, last = listings_of(type_)
    select = "SELECT id FROM records WHERE listing >= ? AND listing < ? ORDER BY listing"
    undated = f"{first}1"
    yield from _asked(connection, f"{select} DESC LIMIT ?", first, undated, _MOST_OF_A_KIND)
    yield from _asked(connection, f"{select} LIMIT ?", undated, last, _MOST_OF_A_KIND)


def _largest(connection: sqlite3.Connection) -> list[Ref]:
    return _asked(
        connection,
        """
        SELECT id FROM statistic
        ORDER BY as_of IS NULL,
            max(abs(coalesce(value, 0)), abs(coalesce(low, 0)), abs(coalesce(high, 0))) DESC, id
        LIMIT ?
        """,
        _MOST_OF_A_KIND,
    )


def _answering(connection: sqlite3.Connection) -> Iterator[Ref]:
    """Yield statements that name other statements, and those that they name."""
    statements = _ids_of("statement")
    rows = connection.execute(
        """
        SELECT ref, target FROM links
        WHERE target >= ? AND target < ? AND ref >= ? AND ref < ? ORDER BY target, ref LIMIT ?
        """,
        (*statements, *statements, _MOST_OF_A_KIND),
    )
    for pair in rows:
        yield from pair


def _tied(connection: sqlite3.Connection, actor: Ref) -> list[Ref]:
    return _asked(
        connection,
        "SELECT ref FROM links WHERE target = ? AND ref >= ? AND ref < ? ORDER BY ref LIMIT ?",
        actor,
        *_ids_of("relation"),
        _MOST_OF_A_KIND // _MOST_ACTORS,
    )


def _asked(connection: sqlite3.Connection, sql: str, *values: object) -> list[Ref]:
    return [ref for (ref,) in connection.execute(sql, values)]


def _ids_of(type_: str) -> tuple[str, str]:
    """Return bounds of the ids of a type: "0" stands behind the slash."""
    return f"{type_}/", f"{type_}0"
