"""A store from the text form of a library, and the user's own copy of the bundled store.

The same text gives the same bytes: records are saved in id order into an empty store in memory
and written with VACUUM INTO; nothing in it tells the time. Bytes may differ between versions of
SQLite, which writes its own into the header.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer import whole
from briefer.errors import StoreError
from briefer.packs import FILE_NAMES, read_pack
from briefer.store.backups import require_not_lost
from briefer.store.connect import vacuum_into
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
            with _written(target) as made:
                vacuum_into(connection, made, place=target)
                whole.replace(made, target)


def ensure_user_store(bundled: Path, target: Path) -> bool:
    """Copy the bundled store to the user's place if there is none yet; return whether it did.

    Raise StoreError where the bundled store is missing or no store, or the place cannot be written;
    also where backups tell that there was a store, which the bundled one must not stand in for.
    """
    bundled, target = Path(bundled), Path(target)
    if target.exists():
        return False
    require_not_lost(target)
    with Store.open(bundled, read_only=True), _written(target) as made:
        # Not copy2: a store installed read-only must be writable in the user's folder.
        shutil.copyfile(bundled, made)
        with contextlib.suppress(FileExistsError):  # another window was quicker
            whole.place(made, target)
            return True
    return False


@contextmanager
def _written(target: Path) -> Iterator[Path]:
    """Give the name of a file to be made beside its place; tell where that cannot be written."""
    try:
        with whole.made_in(target.parent) as made:
            yield made
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
