"""The files of a synthetic library: Briefer's store, and the same texts as peers index them.

In: a folder and a number of records. Out: the files, built if they are not there, and what
building took. The name of a file tells what it was built by, so that a stale one is never used.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import benchmarks.synthetic
import benchmarks.words
import briefer.store.bits
import briefer.store.facets
import briefer.store.fulltext
import briefer.store.packing
import briefer.store.rows
import briefer.store.schema
import briefer.store.words
import briefer.store.writing
from benchmarks.measuring import in_own_process
from benchmarks.resident import memory
from briefer.store import Store

PEER_TABLE = "texts"
_COLUMNS = ("number", "title", "body", "names", "words")
_PART = 10_000

_WRITERS: tuple[ModuleType, ...] = (
    benchmarks.synthetic,
    benchmarks.words,
    briefer.store.bits,
    briefer.store.facets,
    briefer.store.fulltext,
    briefer.store.packing,
    briefer.store.rows,
    briefer.store.schema,
    briefer.store.words,
    briefer.store.writing,
)
"""What the content of a store depends on."""


@dataclass(frozen=True, slots=True)
class Built:
    """What building a store took, and what it holds: seconds and MB."""

    seconds: float
    peak_memory: float
    file: float
    texts: float
    index: float


@dataclass(frozen=True, slots=True)
class Files:
    """The store and the peers' file of one library."""

    count: int
    store: Path
    peers: Path

    @classmethod
    def ready(cls, folder: Path, count: int) -> tuple[Files, Built]:
        """Return the files, built now or in an earlier run; older ones of that size are removed."""
        folder.mkdir(parents=True, exist_ok=True)
        name = f"library-{count}-{_fingerprint()}"
        files = cls(count, folder / f"{name}.sqlite", folder / f"{name}-peers.sqlite")
        notes = folder / f"{name}.json"
        if not notes.exists():
            for old in folder.glob(f"library-{count}-*"):
                old.unlink()
            built = in_own_process(_build_store, files)
            in_own_process(_build_peers, files)
            notes.write_text(json.dumps(dataclasses.asdict(built)), encoding="utf-8")
        return files, Built(**json.loads(notes.read_text(encoding="utf-8")))


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for module in _WRITERS:
        assert module.__file__
        digest.update(Path(module.__file__).read_bytes())
    return digest.hexdigest()[:12]


def _build_store(files: Files) -> Built:
    start = time.perf_counter()
    with Store.create(files.store) as store:
        store.load(benchmarks.synthetic.records(files.count))
    seconds = time.perf_counter() - start
    with closing(sqlite3.connect(files.store)) as connection:
        texts = _sum(connection, "search_content", "c0", "c1", "c2", "c3")
        index = _sum(connection, "search_data", "block")
        index += _sum(connection, "bits", "numbers") + _sum(connection, "words", "numbers")
    return Built(seconds, memory("VmHWM"), files.store.stat().st_size / 1e6, texts, index)


def _sum(connection: sqlite3.Connection, table: str, *columns: str) -> float:
    """Return how many MB the values of columns take."""
    sums = " + ".join(f"sum(length(CAST({column} AS BLOB)))" for column in columns)
    (total,) = connection.execute(f"SELECT coalesce({sums}, 0) FROM {table}").fetchone()
    return float(total) / 1e6


def _build_peers(files: Files) -> None:
    """Write the texts that the store indexes into a table of their own, and index that."""
    from sqlite_utils import Database
    from sqlite_utils.db import Table

    with closing(sqlite3.connect(files.peers)) as connection:
        table = Database(connection).table(PEER_TABLE)
        assert isinstance(table, Table)
        table.insert_all(_texts(files.store), pk="number", batch_size=_PART)
        table.enable_fts(_COLUMNS[1:])
        table.optimize()


def _texts(path: Path) -> Iterator[dict[str, object]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"SELECT rowid, {', '.join(_COLUMNS[1:])} FROM search")
        for row in rows:
            yield dict(zip(_COLUMNS, row, strict=True))
