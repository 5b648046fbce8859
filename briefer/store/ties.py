"""Which relation ties which actors, without reading whole records.

In: a connection. Out: ties, in the order of their ids, and who is tied to whom. All of them are
kept until the store changes: a network asks for them at every key of a search. Must not know: what
is drawn of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from briefer.records.base import Ref
from briefer.store.watch import Watch


class Tie(NamedTuple):
    """A relation by its id, the actor it begins at, and the one it leads to."""

    relation: Ref
    subject: Ref
    object: Ref


class Ties:
    """The ties of one store. An actor that a relation ties to itself is tied to nobody."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._watch = Watch(connection)
        self._all: tuple[Tie, ...] = ()
        self._around: dict[Ref, set[Ref]] = {}

    def forget(self) -> None:
        """Let go of what is in memory: we changed something ourselves."""
        self._watch.forget()

    def all(self) -> tuple[Tie, ...]:
        """Return the ties of all relations."""
        self._look_for_others()
        return self._all

    def around(self) -> Mapping[Ref, Collection[Ref]]:
        """Return the actors that each actor is tied to; do not change them."""
        self._look_for_others()
        return self._around

    def of(self, actor: Ref) -> tuple[Tie, ...]:
        """Return the ties of the relations that name an actor."""
        return tuple(self._read("WHERE id IN (SELECT ref FROM links WHERE target = ?)", actor))

    def _look_for_others(self) -> None:
        if self._watch.moved():
            known: dict[Ref, Ref] = {}  # each id once in memory, however many relations name it
            self._all = tuple(
                Tie(relation, known.setdefault(one, one), known.setdefault(other, other))
                for relation, one, other in self._read()
            )
            self._around = _around(self._all)

    def _read(self, where: str = "", *values: Ref) -> Iterable[Tie]:
        rows = self._connection.execute(
            f"SELECT id, subject, object FROM relation {where} ORDER BY id", values
        )
        return (Tie(*row) for row in rows.fetchall() if row[1] != row[2])


def _around(ties: Iterable[Tie]) -> dict[Ref, set[Ref]]:
    around: dict[Ref, set[Ref]] = {}
    for _, one, other in ties:
        around.setdefault(one, set()).add(other)
        around.setdefault(other, set()).add(one)
    return around
