"""What records were: every state that a change made, with who and when; and the bin.

A record that was never changed has no row here; its state is written before its first change
(`remember`), so nothing is lost and an unchanged library costs nothing. Rows are only ever added.
In: records, within a transaction that the caller has begun. Must not know: who may change what.
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.errors import PackError, StoreError
from briefer.records import Record, Ref
from briefer.records.codec import from_pack, to_pack
from briefer.records.fields import STORE_FIELDS, fields_of

Change: TypeAlias = Literal["loaded", "added", "edited", "deleted", "restored", "merged"]
"""What was done: `loaded` with the library, or one of the changes a user makes."""

CHANGES: Mapping[Change, str] = {
    "loaded": "Came with the library",
    "added": "Added",
    "edited": "Edited",
    "deleted": "Deleted",
    "restored": "Restored",
    "merged": "Merged",
}
"""The words for people."""

_COLUMNS = "ref, revision, change, changed_at, changed_by, into_ref, record"


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of a record: what made it, who and when, and the fields that differ from before.

    `into` is the record that this one was merged into. A deleted record's last state is what it
    was when it was deleted.
    """

    ref: Ref
    revision: int
    change: Change
    changed_at: str | None
    changed_by: str | None
    into: Ref | None
    record: Record
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Binned:
    """A record in the bin: what it was, who put it there and when; `into` if it was merged."""

    record: Record
    deleted_at: str | None
    deleted_by: str | None
    into: Ref | None = None


class Revisions:
    """The revisions of one store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def remember(self, record: Record) -> None:
        """Write a record's state as it is, unless that is known already."""
        change: Change = "loaded" if record.changed_at is None else "edited"
        self._connection.execute(
            f"INSERT OR IGNORE INTO revisions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            _row(record, change, None),
        )

    def note(self, record: Record, change: Change, *, into: Ref | None = None) -> None:
        """Write the state that a change made; its revision, who and when are the record's."""
        self._connection.execute(
            f"INSERT INTO revisions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            _row(record, change, into),
        )

    def of(self, ref: Ref, current: Record | None) -> tuple[Revision, ...]:
        """Return the revisions of a record, newest first; none where it never was."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM revisions WHERE ref = ? ORDER BY revision", (ref,)
        ).fetchall()
        found = [_revision(row) for row in rows]
        if current and not found:
            found = [Revision(ref, current.revision, "loaded", None, None, None, current)]
        befores = [None, *found][: len(found)]
        told = [
            dataclasses.replace(one, changed=changed_fields(before.record, one.record))
            if before
            else one
            for before, one in zip(befores, found, strict=True)
        ]
        return tuple(reversed(told))

    def last(self, ref: Ref) -> Revision | None:
        """Return the newest revision of a record, None where it was never changed."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM revisions WHERE ref = ? ORDER BY revision DESC LIMIT 1", (ref,)
        ).fetchone()
        return _revision(row) if row else None

    def binned(self, ref: Ref) -> Revision | None:
        """Return the newest revision of a record that lies in the bin, None where it does not."""
        last = self.last(ref)
        return last if last and last.change in ("deleted", "merged") and self._gone(ref) else None

    def _gone(self, ref: Ref) -> bool:
        row = self._connection.execute("SELECT 1 FROM records WHERE id = ?", (ref,)).fetchone()
        return row is None

    def bin(self) -> tuple[Binned, ...]:
        """Return what lies in the bin, the newest first."""
        rows = self._connection.execute(
            f"""
            SELECT {_COLUMNS} FROM revisions AS one
            WHERE change IN ('deleted', 'merged')
                AND NOT EXISTS (SELECT 1 FROM records WHERE id = one.ref)
                AND NOT EXISTS (
                    SELECT 1 FROM revisions AS later
                    WHERE later.ref = one.ref AND later.revision > one.revision
                )
            ORDER BY rowid DESC
            """
        ).fetchall()
        found = [_revision(row) for row in rows]
        return tuple(Binned(one.record, one.changed_at, one.changed_by, one.into) for one in found)


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """Return the names of the fields, as files have them, in which two states differ."""
    return tuple(
        field.key
        for field in fields_of(type(after))
        if field.name not in STORE_FIELDS
        and getattr(before, field.name, None) != getattr(after, field.name)
    )


def _row(record: Record, change: Change, into: Ref | None) -> tuple[object, ...]:
    state = {**to_pack(record), "origin": record.origin}
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    who = (record.changed_at, record.changed_by)
    return (record.id, record.revision, change, *who, into, text)


def _revision(row: tuple[str, int, Change, str | None, str | None, str | None, str]) -> Revision:
    ref, number, change, at, by, into, text = row
    try:
        raw = json.loads(text)
        origin = raw.pop("origin")
        if not all(isinstance(said, str | None) for said in (origin, at, by, into)):
            raise ValueError("what should be text is none")
        if not isinstance(number, int):
            raise ValueError("its number is none")
        record = from_pack(raw, file="the history", origin=origin)
    except (PackError, ValueError, KeyError, AttributeError, RecursionError, TypeError) as error:
        raise StoreError(
            f"Revision {number} of {ref!r} in the library is damaged.",
            hint="Restore the library from a backup.",
            details=str(error),
        ) from error
    record = dataclasses.replace(record, revision=number, changed_at=at, changed_by=by)
    return Revision(ref, number, change, at, by, into, record)
