"""The health of a library: the file, each record, and what follows from the records.

In: the path of a store, which is only read. Out: how many records there are and what is wrong, the
worst first. One damaged record does not end the examination. `repair` writes.
"""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefer.errors import DamageError, DateError, StoreError
from briefer.records import RECORD_TYPES, PartialDate, Record, Ref
from briefer.records.fields import fields_of
from briefer.store.agreement import disagreements
from briefer.store.backups import backup_folder, make_backup
from briefer.store.clock import Clock, now
from briefer.store.connect import SCHEMA_VERSION, connect, explained, pragma
from briefer.store.copying import copy_pages
from briefer.store.examine import problems_in
from briefer.store.problems import (
    SEVERITIES,
    Known,
    Problem,
    Severity,
    duplicate,
    problems_with,
    sameness,
)
from briefer.store.revisions import Revisions
from briefer.store.rows import from_row
from briefer.store.shape import missing_parts, require_parts
from briefer.store.upgrade import derive_all, take_steps, transaction
from briefer.whole import private_folder

_LOCK_TIMEOUT = 5.0
_RESTORE = "Restore a backup with `briefer backup --restore latest`."
_AGAIN = "Restore a backup, or write the record anew."


@dataclass(frozen=True, slots=True)
class Health:
    """How many records of each type can be read, and what is wrong, the worst first."""

    counts: Mapping[str, int]
    problems: tuple[Problem, ...]

    def count(self, severity: Severity) -> int:
        """Return how many problems are of this severity."""
        return sum(problem.severity == severity for problem in self.problems)


def examine_library(path: Path, *, today: datetime.date | None = None) -> Health:
    """Return the health of the library in a file, which is not written.

    Raise StoreError where that cannot be said: the file is missing, locked, another program's, or
    newer than this Briefer.
    """
    examination = _Examination(today or now().date())
    with private_folder() as folder:
        try:
            examination.run(path, folder)
        except DamageError as error:
            examination.damaged(error)
    worst = sorted(examination.problems, key=lambda one: SEVERITIES.index(one.severity))
    return Health(examination.counts, tuple(worst))


@dataclass
class _Examination:
    """One examination: what was found so far."""

    today: datetime.date
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RECORD_TYPES, 0))
    problems: list[Problem] = field(default_factory=list)

    def run(self, path: Path, folder: Path) -> None:
        """Examine a store by a copy of it in a folder of ours."""
        copy = folder / "copy.sqlite"
        readable = False
        with (
            contextlib.closing(connect(path, read_only=True, timeout=_LOCK_TIMEOUT)) as source,
            explained(path),
            contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection,
        ):
            copy_pages(source, connection)
            connection.execute("PRAGMA journal_mode = DELETE")
            damage = problems_in(connection, path)
            if pragma(connection, "user_version") < SCHEMA_VERSION and not damage:
                with transaction(connection):
                    take_steps(connection)
            damage = damage or tuple(missing_parts(connection))
            self.problems += [Problem("file", "error", "", text, _RESTORE) for text in damage]
            # Tables and columns may be missing; what can be read is still looked at.
            with contextlib.suppress(*([sqlite3.DatabaseError, KeyError] if damage else [])):
                readable = self._look_at_all(connection)
                self._look_at_history(connection)
        if readable and not damage:
            with explained(path):
                self.problems += disagreements(copy, folder / "fresh.sqlite")

    def damaged(self, error: DamageError) -> None:
        """Note what made it impossible to go on."""
        self.problems.append(Problem("file", "error", "", error.message, error.hint or _RESTORE))

    def _look_at_all(self, connection: sqlite3.Connection) -> bool:
        """Look at each record; return whether all of them can be read."""
        # Bytes that are no text reach us as surrogates instead of ending the examination.
        connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        known = self._known(connection)
        seen: dict[Hashable, Ref] = {}
        readable = True
        for type_ in RECORD_TYPES:
            for row in _rows(connection, type_):
                found = _record(type_, row)
                if isinstance(found, Problem):
                    self.problems.append(found)
                    readable = False
                    continue
                self.counts[type_] += 1
                self.problems += problems_with(found, known)
                other = seen.setdefault(sameness(found), found.id)
                if other != found.id:
                    self.problems.append(duplicate(found, other))
        return self._look_for_lost(connection) and readable

    def _look_at_history(self, connection: sqlite3.Connection) -> None:
        """Note what cannot be read of the states that records had."""
        history = Revisions(connection)
        changed = connection.execute("SELECT DISTINCT ref FROM revisions ORDER BY ref").fetchall()
        for (ref,) in changed:
            try:
                history.of(ref, None)
            except StoreError as error:
                message = f"{error.message.removesuffix('.')}: {error.details}"
                self.problems.append(Problem("history", "error", ref, message, _RESTORE))

    def _known(self, connection: sqlite3.Connection) -> Known:
        ids = {ref for type_ in RECORD_TYPES for ref in _ids(connection, type_)}
        candidates = connection.execute("SELECT id FROM source WHERE verification = 'candidate'")
        return Known(ids, {ref for (ref,) in candidates}, self.today)

    def _look_for_lost(self, connection: sqlite3.Connection) -> bool:
        """Note the records of which only the number is there; return whether there is none."""
        listed = connection.execute("SELECT id, type FROM records ORDER BY id").fetchall()
        there = {type_: set(_ids(connection, type_)) for type_ in RECORD_TYPES}
        lost = [ref for ref, type_ in listed if ref not in there.get(type_, ())]
        self.problems += [
            Problem("damaged", "error", ref, "Its fields are lost.", _AGAIN) for ref in lost
        ]
        return not lost


def _ids(connection: sqlite3.Connection, type_: str) -> list[Ref]:
    return [ref for (ref,) in connection.execute(f"SELECT id FROM {type_}")]


def _rows(connection: sqlite3.Connection, type_: str) -> Iterator[dict[str, object]]:
    """Yield the rows of a type with their heads; a row without one counts as never changed."""
    cursor = connection.execute(
        f"""
        SELECT {type_}.*, coalesce(revision, 1) AS revision, changed_at, changed_by
        FROM {type_} LEFT JOIN records ON records.id = {type_}.id ORDER BY {type_}.id
        """
    )
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _record(type_: str, row: Mapping[str, object]) -> Record | Problem:
    """Return the record of a row, or what is wrong with the row."""
    ref = str(row["id"])
    for name, value in row.items():
        if isinstance(value, str) and not value.isprintable() and _is_no_text(value):
            message = f"Its field {name!r} holds bytes that are no text."
            return Problem("damaged", "error", _shown(ref), message, _AGAIN)
    for one in fields_of(RECORD_TYPES[type_]):
        if one.hint is PartialDate and not one.many and isinstance(text := row[one.name], str):
            problem = _date_problem(text)
            if problem:
                message = f"Its field {one.key!r} is no date: {problem}"
                return Problem("date", "error", ref, message, _AGAIN)
    try:
        return from_row(type_, row)
    except DamageError as error:
        return Problem("damaged", "error", ref, error.details or error.message, _AGAIN)


def _is_no_text(value: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in value)


def _shown(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _date_problem(text: str) -> str:
    """Return what is wrong with a date as rows hold it; one with its own words is JSON."""
    if text.startswith("{"):
        return ""
    try:
        PartialDate.parse(text)
    except DateError as error:
        return error.message
    return ""


def repair(path: Path, clock: Clock = now) -> Path:
    """Make anew, in one transaction, all that follows from the records; return a backup of before.

    Raise StoreError, with the store as it was, where it cannot be written or a record cannot be
    read.
    """
    connection = connect(path, read_only=False, timeout=_LOCK_TIMEOUT)
    with contextlib.closing(connection), explained(path), transaction(connection):
        backup = make_backup(path, backup_folder(path), clock)
        if pragma(connection, "user_version") < SCHEMA_VERSION:
            take_steps(connection)
        else:
            require_parts(connection)
            derive_all(connection)
    return backup
