"""Which relation ties which actors, without reading whole records.

In: a connection. Out: ties, in the order of their ids. Must not know: what is drawn of them.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from briefer.records.base import Ref


class Tie(NamedTuple):
    """A relation by its id, the actor it begins at, and the one it leads to."""

    relation: Ref
    subject: Ref
    object: Ref


def ties_of(connection: sqlite3.Connection, actor: Ref = "") -> list[Tie]:
    """Return the ties of all relations, or of those that name an actor."""
    where = "WHERE id IN (SELECT ref FROM links WHERE target = ?)" if actor else ""
    rows = connection.execute(
        f"SELECT id, subject, object FROM relation {where} ORDER BY id", (actor,) if actor else ()
    )
    return [Tie(*row) for row in rows]
