"""Who answers the keystrokes: Briefer, and what else one might search the same texts with.

In: the files of a library (`building`). Out: for each contender a function from the text typed to
what it finds. Peers find 50 hits; only Briefer also counts all of them and their facets.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from sqlite_utils import Database
from sqlite_utils.db import Table

from benchmarks.building import PEER_TABLE, Files
from benchmarks.workload import full_text_expression
from briefer.store import Store
from briefer.ui.library import finding

Ask: TypeAlias = Callable[[str], object]

LIMIT = 50
FACETS = ("type", "event_type", "actor", "topic", "country", "year", "source", "verification")
_SNIPPET = "-1, '', '', '…', 24"


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to search."""

    label: str
    open: Callable[[Files], AbstractContextManager[Ask]]


@contextmanager
def _hits(files: Files) -> Iterator[Ask]:
    with Store.open(files.store) as store:
        yield lambda text: store.search(text, limit=LIMIT)


@contextmanager
def _everything(files: Files) -> Iterator[Ask]:
    with Store.open(files.store) as store:
        yield lambda text: store.search(text, limit=LIMIT, facets=FACETS)


@contextmanager
def _window(files: Files) -> Iterator[Ask]:
    with Store.open(files.store) as store:
        yield lambda text: finding.search(store, finding.Ask(text))


@contextmanager
def _sqlite_utils(files: Files) -> Iterator[Ask]:
    with closing(sqlite3.connect(files.peers)) as connection:
        table = Database(connection).table(PEER_TABLE)
        assert isinstance(table, Table)
        yield lambda text: list(table.search(full_text_expression(text), limit=LIMIT))


@contextmanager
def _plain_rank(files: Files) -> Iterator[Ask]:
    name = f"{PEER_TABLE}_fts"
    query = f"""
        SELECT rowid, snippet({name}, {_SNIPPET}) FROM {name}
        WHERE {name} MATCH ? ORDER BY rank LIMIT {LIMIT}
    """
    with closing(sqlite3.connect(files.peers)) as connection:
        yield lambda text: connection.execute(query, (full_text_expression(text),)).fetchall()


@contextmanager
def _own_index_rank(files: Files) -> Iterator[Ask]:
    query = f"""
        SELECT rowid, snippet(search, {_SNIPPET}) FROM search
        WHERE search MATCH ? ORDER BY bm25(search, 8.0, 1.0, 4.0, 0.5) LIMIT {LIMIT}
    """
    with closing(sqlite3.connect(files.store)) as connection:
        yield lambda text: connection.execute(query, (full_text_expression(text),)).fetchall()


@contextmanager
def _like(files: Files) -> Iterator[Ask]:
    with closing(sqlite3.connect(files.peers)) as connection:

        def ask(text: str) -> object:
            words = text.split()
            having = "title || ' ' || body || ' ' || names || ' ' || words LIKE ?"
            return connection.execute(
                f"SELECT * FROM {PEER_TABLE} WHERE {' AND '.join([having] * len(words))} "
                f"ORDER BY number DESC LIMIT {LIMIT}",
                [f"%{word}%" for word in words],
            ).fetchall()

        yield ask


BRIEFER = Contender(f"Briefer: {LIMIT} hits, exact total and types", _hits)
BRIEFER_WITH_FACETS = Contender(f"Briefer: the same and {len(FACETS)} exact facets", _everything)
BRIEFER_IN_THE_WINDOW = Contender(
    f"Briefer as its window asks: {finding.PAGE} cards, {len(finding.FILTERS)} facets", _window
)
SQLITE_UTILS = Contender("sqlite-utils `search`", _sqlite_utils)
PEERS = (
    SQLITE_UTILS,
    Contender("FTS5 `ORDER BY rank`, as sqlite-utils makes it", _plain_rank),
    Contender("FTS5 `ORDER BY bm25` on Briefer's own index", _own_index_rank),
    Contender("`LIKE '%word%'`, latest first", _like),
)
CONTENDERS = (BRIEFER, BRIEFER_WITH_FACETS, BRIEFER_IN_THE_WINDOW, *PEERS)
