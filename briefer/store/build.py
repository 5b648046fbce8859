"""A store from the text form of a library, and the user's own copy of the bundled store.

The same text gives the same bytes: records are saved in id order into an empty store in memory
and written with VACUUM INTO; nothing in it tells the time. Bytes may differ between versions of
SQLite, which writes its own into the header.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from briefer.errors import StoreError
from briefer.packs import FILE_NAMES, read_pack
from briefer.store.connect import explained
from briefer.store.schema import create_tables
from briefer.store.store import Store


def build_store(library: Path, target: Path) -> None:
    """Write the store of a library folder to a file, replacing it whole.

    Raise PackError where the text is wrong and StoreError where the file cannot be written; the
    old file is intact then.
    """
    library, target = Path(library), Path(target)
    records = read_pack(library)
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_tables(connection)
        with Store(target, connection, read_only=False) as store:
            store.load(records)
            connection.execute("INSERT INTO meta VALUES ('library', ?)", (_digest(library),))
            _replace(target, lambda temporary: _vacuum_into(connection, temporary))


def _vacuum_into(connection: sqlite3.Connection, temporary: Path) -> None:
    with explained(temporary):
        connection.execute("VACUUM INTO ?", (str(temporary),))


def ensure_user_store(bundled: Path, target: Path) -> bool:
    """Copy the bundled store to the user's place if there is none yet; return whether it did.

    Raise StoreError where the bundled store is missing or no store, or the place cannot be written.
    """
    bundled, target = Path(bundled), Path(target)
    if target.exists():
        return False
    with Store.open(bundled, read_only=True):
        _replace(target, lambda temporary: _copy(bundled, temporary))
    return True


def _copy(bundled: Path, temporary: Path) -> None:
    # Not copy2: a store installed read-only must be writable in the user's folder.
    shutil.copyfile(bundled, temporary)


def _replace(target: Path, write: Callable[[Path], None]) -> None:
    """Write a file under a temporary name beside its place, then rename it into place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as folder:
            temporary = Path(folder) / target.name
            write(temporary)
            os.replace(temporary, target)
    except OSError as error:
        raise StoreError(
            f"The library {target} cannot be written: {error.strerror}.",
            hint="Choose another place, or check the folder's permissions.",
        ) from error


def _digest(library: Path) -> str:
    """Return the digest of the text that a store was built from."""
    digest = hashlib.sha256()
    for name in FILE_NAMES.values():
        path = library / name
        digest.update(name.encode() + b"\0" + (path.read_bytes() if path.exists() else b"") + b"\0")
    return digest.hexdigest()
