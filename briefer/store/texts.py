"""The texts of sources: the user's own copies, against which quotations are compared.

In: text. Out: the text as attached, and whether words stand in it. A text belongs to the source's
id: it outlives the source's deletion, so that a restored source has it again. The texts last
replaced or detached are kept too, so that this can be undone.
"""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass

from briefer.errors import ConflictError, RecordError
from briefer.records import Ref
from briefer.records.text import clean_text
from briefer.records.turn import TextTurn

MOST_CHARACTERS = 5_000_000
"""The longest text that can be attached; about fifteen thick books."""

MOST_KEPT = 50
"""How many texts that were replaced or detached are kept."""

_LONGEST_NAME = 500
_AROUND = 40
_RUNS = (12, 8, 5, 3, 2, 1)
_MOST_WORDS = 80
_KEPT_TABLE = """
CREATE TABLE IF NOT EXISTS kept_texts (
    number INTEGER PRIMARY KEY, source TEXT NOT NULL, digest TEXT NOT NULL, name TEXT NOT NULL,
    text TEXT NOT NULL, attached_at TEXT NOT NULL, UNIQUE (source, digest)
)
"""


@dataclass(frozen=True, slots=True)
class AttachedText:
    """The text of a source: its name (the file's), the text, and when it was attached (UTC)."""

    source: Ref
    name: str
    text: str
    attached_at: str

    @property
    def digest(self) -> str:
        """What tells this text, under this name, from others."""
        return hashlib.sha256(f"{self.name}\n{self.text}".encode()).hexdigest()


class Texts:
    """The attached texts of one store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, source: Ref) -> AttachedText | None:
        """Return the text attached to a source, None where there is none."""
        row = self._connection.execute(
            "SELECT source, name, text, attached_at FROM texts WHERE source = ?", (source,)
        ).fetchone()
        return AttachedText(*row) if row else None

    def put(self, attached: AttachedText) -> None:
        """Attach a text, in place of the one that its source had, which is kept."""
        self._keep(attached.source)
        self._connection.execute(
            "INSERT OR REPLACE INTO texts (source, name, text, attached_at) VALUES (?, ?, ?, ?)",
            (attached.source, attached.name, attached.text, attached.attached_at),
        )

    def remove(self, source: Ref) -> bool:
        """Detach the text of a source, and keep it; return whether there was one."""
        self._keep(source)
        cursor = self._connection.execute("DELETE FROM texts WHERE source = ?", (source,))
        return cursor.rowcount > 0

    def turn(self, turn: TextTurn) -> None:
        """Take a source from one text, or none, to another that is kept.

        Raise ConflictError where it does not have the first any more, or the other was not kept.
        """
        now, then = self.get(turn.ref), None
        if turn.new is not None:
            then = self._kept(turn.ref, turn.new)
        if (now.digest if now else None) != turn.old or (then is None) != (turn.new is None):
            raise ConflictError(
                f"The text of {turn.ref} was changed since, so this step over it cannot be"
                " followed.",
                hint="It stays as it is; attach the file again if need be.",
            )
        if then is None:
            self.remove(turn.ref)
        else:
            self.put(then)

    def _keep(self, source: Ref) -> None:
        """Keep the text that a source has, as the one kept last."""
        attached = self.get(source)
        if attached is None:
            return
        # Made when first needed: a store of an earlier Briefer has none.
        self._connection.execute(_KEPT_TABLE)
        self._connection.execute(
            "INSERT OR REPLACE INTO kept_texts (source, digest, name, text, attached_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (source, attached.digest, attached.name, attached.text, attached.attached_at),
        )
        self._connection.execute(
            "DELETE FROM kept_texts WHERE number NOT IN"
            " (SELECT number FROM kept_texts ORDER BY number DESC LIMIT ?)",
            (MOST_KEPT,),
        )

    def _kept(self, source: Ref, digest: str) -> AttachedText | None:
        """Return a text that a source had, None where it was not kept."""
        self._connection.execute(_KEPT_TABLE)
        row = self._connection.execute(
            "SELECT source, name, text, attached_at FROM kept_texts"
            " WHERE source = ? AND digest = ?",
            (source, digest),
        ).fetchone()
        return AttachedText(*row) if row else None


def checked_text(source: Ref, text: str, name: str, *, at: str) -> AttachedText:
    """Return a text fit to be attached, cleaned; raise RecordError where it is empty or too long.

    Cleaning takes out what no file of ours can hold; words are not touched.
    """
    if len(text) > MOST_CHARACTERS:
        raise RecordError(
            f"{source}: the text has {len(text):,} characters; {MOST_CHARACTERS:,} are the most.",
            hint="Attach the part that is quoted.",
        )
    text = clean_text(text)
    if not text.strip():
        raise RecordError(
            f"{source}: there are no words in the text.", hint="Attach a file with text in it."
        )
    return AttachedText(source, clean_text(name).strip()[:_LONGEST_NAME] or "text", text, at)


def nearest_passage(words: str, text: str) -> str:
    """Return the passage of a text that shares the longest run of words with some words.

    Both are `spaced`. "" where not even one word of them occurs.
    """
    wanted = words.split(" ")[:_MOST_WORDS]
    for size in _RUNS:
        for start in range(len(wanted) - size + 1):
            run = " ".join(wanted[start : start + size])
            place = text.find(run) if size > 1 or len(run) > 3 else -1
            if place >= 0:
                before = len(" ".join(wanted[:start]))
                first = max(0, place - before - _AROUND)
                last = min(len(text), place - before + len(words) + _AROUND)
                return (
                    ("… " if first else "") + text[first:last] + (" …" if last < len(text) else "")
                )
    return ""
