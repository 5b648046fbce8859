"""Changes that a user makes: add, save, duplicate, delete, restore, merge.

Each happens within a transaction that the caller has begun; an error leaves all as it was. Every
change leaves a revision with who and when (`revisions`). In: records. Out: records as kept. Must
not know: files, windows.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from briefer.errors import ConflictError, RecordError, StoreError
from briefer.records import Actor, Event, Record, Ref, Source, Statistic
from briefer.records.fields import type_of
from briefer.records.ids import new_id
from briefer.records.text import clean_text
from briefer.records.turn import AnyTurn, TextTurn, Turn
from briefer.store.clock import Clock
from briefer.store.merging import redirected, united
from briefer.store.reading import Reader
from briefer.store.revisions import Change, Revision, Revisions, changed_fields
from briefer.store.texts import AttachedText, Texts, checked_text
from briefer.store.validity import LONGEST_NAME, Validity, near_id
from briefer.store.writing import Writer

_COPY = " (copy)"
_LONGEST_BY = 200
_MOST_NAMED = 5
_FEW = 500
_LARGE_PART = 3
"""To index all records anew takes as long as to index a third of them one by one (measured)."""

_FIRST_TYPES = ("source", "actor", "event")


class Editor:
    """Changes the records of one store, for one user's change."""

    def __init__(
        self, reader: Reader, writer: Writer, revisions: Revisions, texts: Texts, *, clock: Clock
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._revisions = revisions
        self._texts = texts
        self._clock = clock

    # One record

    def add_all(
        self,
        records: Iterable[Record],
        *,
        by: str,
        where: Sequence[str] = (),
        like: Sequence[Record] = (),
    ) -> tuple[Record, ...]:
        """Add new records and return them as kept; see `Store.add_all`.

        `like` are records of which these are made, whose faults are not held against them.
        """
        new = list(records)
        places = [*where, *("" for _ in new[len(where) :])]
        ids = {record.id for record in new}
        validity = self._validity()
        kept: dict[Ref, Record] = {}
        for record, place in zip(new, places, strict=False):
            sound = validity.checked(record, before=like, among=ids, where=place)
            self._require_free(sound.id, kept, place)
            own = dataclasses.replace(sound, origin="user")
            kept[sound.id] = self._stamped(own, revision=1, by=by)
        self._write_all(list(kept.values()))
        for record in kept.values():
            self._revisions.note(record, "added")
        return tuple(kept.values())

    def _require_free(self, ref: Ref, added: Iterable[Ref], place: str) -> None:
        """Raise RecordError where an id is taken."""
        named = f"{place}, {ref}" if place else ref
        if ref in added:
            raise RecordError(f"{named}: the id is given twice.", hint="Change one of them.")
        if self._reader.number(ref) is not None:
            raise RecordError(
                f"{named}: a record of this id exists already.",
                hint="Edit that one, or leave the id out to get a new one.",
            )
        binned = self._revisions.binned(ref)
        if binned:
            raise RecordError(
                f"{named}: a record of this id is in the bin.",
                hint=f"Restore it (`briefer restore {ref}`), or leave the id out.",
            )

    def save(self, record: Record, *, by: str) -> Record:
        """Keep a changed record and return it as kept; see `Store.save`."""
        current = self.required(record.id)
        if record.revision != current.revision and changed_fields(current, record):
            raise self._conflict(record, current)
        sound = self._validity().checked(record, before=(current,))
        if not changed_fields(current, sound):
            return current
        return self._change(current, sound, "edited", by=by)

    def keep_all(self, records: Iterable[Record], *, by: str) -> tuple[Record, ...]:
        """Add those of the records that are new, save the others; see `Store.keep_all`."""
        wanted = list(records)
        new = [record for record in wanted if self._reader.number(record.id) is None]
        added = {record.id: record for record in self.add_all(new, by=by)}
        return tuple(
            added[record.id] if record.id in added else self.save(record, by=by)
            for record in wanted
        )

    def _conflict(self, record: Record, current: Record) -> ConflictError:
        who = f" by {current.changed_by}" if current.changed_by else ""
        when = f" at {current.changed_at}" if current.changed_at else ""
        return ConflictError(
            f"{record.id} was changed{who}{when}: it is at revision {current.revision}, and this"
            f" change was made to revision {record.revision}.",
            hint="Look at it as it is now and make your change again; nothing was written.",
        )

    def duplicate(self, ref: Ref, *, by: str) -> Record:
        """Add a copy of a record under a new id and return it; see `Store.duplicate`."""
        record = self.required(ref)
        copy = copy_of(record, self.new_id(record.type, record.label))
        return self.add_all((copy,), by=by, like=(record,))[0]

    def new_id(self, type_: str, title: str) -> Ref:
        """Return an id that no record has or had."""
        return new_id(type_, title, _Taken(self._reader, self._revisions))

    # To the bin and back

    def delete_all(self, refs: Iterable[Ref], *, by: str, force: bool) -> tuple[Record, ...]:
        """Put records into the bin; return what still names them. See `Store.delete`."""
        gone = [self.required(ref) for ref in dict.fromkeys(refs)]
        ids = {record.id for record in gone}
        naming = [ref for ref in self._reader.pointing_at(sorted(ids)) if ref not in ids]
        if naming and not force:
            raise _still_named(sorted(ids), naming)
        for record in gone:
            self._bin(record, "deleted", by=by)
        return tuple(self._reader.get_many(naming).values())

    def _bin(self, record: Record, change: Change, *, by: str, into: Ref | None = None) -> None:
        self._revisions.remember(record)
        self._writer.remove(record)
        state = self._stamped(record, revision=record.revision + 1, by=by)
        self._revisions.note(state, change, into=into)

    def restore(self, ref: Ref, *, revision: int | None, by: str) -> Record:
        """Bring a record back from the bin, or back to a revision. See `Store.restore`."""
        current = self._reader.get_many((ref,)).get(ref)
        known = self._revisions.of(ref, current)
        if not known:
            raise self._unknown(ref)
        if current and revision is None:
            raise StoreError(
                f"{ref} is not in the bin.",
                hint="To bring back what it was earlier, name a revision that `history` lists.",
            )
        state = self._healed(_chosen(known, revision).record)
        if current:
            if not changed_fields(current, state):
                return current
            return self._change(current, state, "restored", by=by)
        kept = self._stamped(state, revision=known[0].revision + 1, by=by)
        self._writer.write(kept)
        self._revisions.note(kept, "restored")
        return kept

    def _healed(self, record: Record) -> Record:
        """Return an earlier state, with what was merged since then under its present id."""
        for link in dict.fromkeys(record.links()):
            target = self._merged_into(link)
            if target != link:
                record = redirected(record, old=link, new=target) or record
        return record

    def _merged_into(self, ref: Ref) -> Ref:
        """Return the id under which a record goes on, its own where it was not merged."""
        followed: set[Ref] = set()
        while ref not in followed:
            followed.add(ref)
            binned = self._revisions.binned(ref)
            ref = binned.into if binned and binned.into else ref
        return ref

    def turn(self, changes: Sequence[AnyTurn], *, by: str) -> None:
        """Take records and texts from one of their states to another. See `Store.turn`."""
        turns = [turn for turn in changes if isinstance(turn, Turn)]
        for change in changes:
            if isinstance(change, TextTurn):
                self._texts.turn(change)
        for turn in turns:
            self._require_at(turn)
        # What was merged into another comes back first: else those that named it would be led on.
        for turn in sorted(turns, key=lambda turn: turn.old is not None):
            if turn.new is not None:
                self.restore(turn.ref, revision=turn.new, by=by)
            elif turn.old is not None:
                self._bin(self.required(turn.ref), "deleted", by=by)

    def _require_at(self, turn: Turn) -> None:
        """Raise ConflictError where a record does not say what it said at the turn's beginning."""
        current = self._reader.get_many((turn.ref,)).get(turn.ref)
        expected: Record | None = None
        if turn.old is not None:
            expected = _chosen(self._revisions.of(turn.ref, current), turn.old).record
        if current is None or expected is None:
            moved = current is not expected
        else:
            moved = bool(changed_fields(current, expected))
        if moved:
            raise ConflictError(
                f"{turn.ref} was changed since, so this step over it cannot be followed.",
                hint="It stays as it is; its history holds what it said before.",
            )

    # Two into one

    def merge(self, keep: Ref, other: Ref, *, by: str) -> Record:
        """Make two records one and return it. See `Store.merge`."""
        kept, gone = self.required(keep), self.required(other)
        if keep == other:
            raise RecordError(f"{keep} cannot be merged with itself.", hint="Name two records.")
        if kept.type != gone.type:
            raise RecordError(
                f"{keep} and {other} are of different types.", hint="Merge two of one type."
            )
        whole = redirected(united(kept, gone), old=other, new=keep) or kept
        whole = self._validity().checked(whole, before=(kept, gone))
        pointing = [ref for ref in self._reader.pointing_at((other,)) if ref not in (keep, other)]
        befores = self._reader.get_many(pointing)
        afters = {ref: redirected(one, old=other, new=keep) for ref, one in befores.items()}
        result = self._changed(kept, whole, by=by)
        changed = [
            self._changed(befores[ref], after, by=by) for ref, after in afters.items() if after
        ]
        for before in (kept, *befores.values()):
            self._revisions.remember(before)
        self._write_all([result, *changed])
        self._revisions.note(result, "merged")
        for record in changed:
            self._revisions.note(record, "edited")
        for ref in (ref for ref, after in afters.items() if after is None):
            self._bin(befores[ref], "deleted", by=by)
        self._bin(gone, "merged", by=by, into=keep)
        self._share_text(keep, other)
        return result

    def _share_text(self, keep: Ref, other: Ref) -> None:
        """Attach the text of a source that goes to the one that stays, if that has none."""
        text = self._texts.get(other) if type_of(keep) == Source.type else None
        if text and self._texts.get(keep) is None:
            self._texts.put(dataclasses.replace(text, source=keep))

    # Texts of sources

    def attach(self, source: Ref, text: str, *, name: str) -> AttachedText:
        """Attach a text to a source and return it. See `Store.attach_text`."""
        record = self.required(source)
        if not isinstance(record, Source):
            raise RecordError(
                f"{source} is no source.", hint="A text is attached to the source it is of."
            )
        attached = checked_text(source, text, name, at=self._time())
        self._texts.put(attached)
        return attached

    def misquoting(self, source: Ref) -> tuple[tuple[Ref, str], ...]:
        """Return id and field of what is quoted from a source and does not stand in its text."""
        validity = self._validity()
        records = self._reader.get_many(self._reader.pointing_at((source,))).values()
        return tuple(
            (record.id, field)
            for record in records
            for field, sources, _ in validity.misquotations(record)
            if source in sources
        )

    # What all changes share

    def _change(self, before: Record, after: Record, change: Change, *, by: str) -> Record:
        """Write a record's next state with its revision and return it."""
        kept = self._changed(before, after, by=by)
        self._revisions.remember(before)
        self._writer.write(kept)
        self._revisions.note(kept, change)
        return kept

    def _changed(self, before: Record, after: Record, *, by: str) -> Record:
        own = dataclasses.replace(after, origin=before.origin)
        return self._stamped(own, revision=before.revision + 1, by=by)

    def _write_all(self, records: list[Record]) -> None:
        """Write records one by one, or, where they are a large part of the library, at once."""
        ordered = sorted(records, key=lambda record: _rank(record.type))
        if len(records) <= _FEW or _LARGE_PART * len(records) <= self._reader.total():
            for record in ordered:
                self._writer.write(record)
        else:
            self._writer.load(ordered)
            self._writer.index_all()

    def required(self, ref: Ref) -> Record:
        """Return the record of an id; raise StoreError saying where it went."""
        found = self._reader.get_many((ref,))
        if ref not in found:
            raise self._unknown(ref)
        return found[ref]

    def _unknown(self, ref: Ref) -> StoreError:
        binned = self._revisions.binned(ref)
        if binned is None:
            return no_record(ref, self._reader)
        who = f" by {binned.changed_by}" if binned.changed_by else ""
        if binned.into:
            return StoreError(
                f"{ref} was merged into {binned.into}{who} at {binned.changed_at}.",
                hint=f"Change {binned.into} instead, or restore {ref}.",
            )
        return StoreError(
            f"{ref} is in the bin: it was deleted{who} at {binned.changed_at}.",
            hint=f"Restore it first (`briefer restore {ref}`).",
        )

    def _validity(self) -> Validity:
        return Validity(self._reader, self._revisions, self._texts)

    def _stamped(self, record: Record, *, revision: int, by: str) -> Record:
        """Return the record with its revision, the time and who made it."""
        name = " ".join(clean_text(by).split())[:_LONGEST_BY]
        return dataclasses.replace(
            record, revision=revision, changed_at=self._time(), changed_by=name or None
        )

    def _time(self) -> str:
        return self._clock().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class _Taken:
    """The ids that records have or had, to be asked with `in`."""

    def __init__(self, reader: Reader, revisions: Revisions) -> None:
        self._reader = reader
        self._revisions = revisions

    def __contains__(self, ref: object) -> bool:
        """Return whether an id is taken."""
        known = isinstance(ref, str) and self._reader.number(ref) is not None
        return known or (isinstance(ref, str) and self._revisions.last(ref) is not None)


def no_record(ref: Ref, reader: Reader) -> StoreError:
    """Return the error that no record has an id, with the nearest one."""
    hint = near_id(ref, reader, type_of(ref))
    return StoreError(f"There is no record {ref!r} in the library.", hint=hint)


def copy_of(record: Record, ref: Ref) -> Record:
    """Return a copy of a record under another id, called a copy where that alters no quotation."""
    match record:
        case Event():
            return dataclasses.replace(record, id=ref, title=_copied(record.title))
        case Actor():
            return dataclasses.replace(record, id=ref, name=_copied(record.name))
        case Statistic():
            return dataclasses.replace(record, id=ref, counts=_copied(record.counts))
        case Source():
            short = _copied(record.short) if record.short else None
            return dataclasses.replace(record, id=ref, title=_copied(record.title), short=short)
        case _:
            return dataclasses.replace(record, id=ref)


def _copied(title: str) -> str:
    return title[: LONGEST_NAME - len(_COPY)] + _COPY


def _rank(type_: str) -> int:
    """Return the order of writing: what others name comes first, so that less is indexed twice."""
    return _FIRST_TYPES.index(type_) if type_ in _FIRST_TYPES else len(_FIRST_TYPES)


def _chosen(known: Sequence[Revision], number: int | None) -> Revision:
    """Return the revision of a number, or the newest; raise StoreError naming those there are."""
    if number is None:
        return known[0]
    for revision in known:
        if revision.revision == number:
            return revision
    numbers = ", ".join(str(revision.revision) for revision in reversed(known))
    raise StoreError(
        f"{known[0].ref} has no revision {number}.", hint=f"It has these: {numbers[:200]}."
    )


def _still_named(refs: Sequence[Ref], naming: Sequence[Ref]) -> RecordError:
    some = ", ".join(naming[:_MOST_NAMED])
    more = len(naming) - _MOST_NAMED
    others = f" and {more:,} more" if more > 0 else ""
    verb = "name" if len(naming) > 1 else "names"
    what = refs[0] if len(refs) == 1 else f"one of {', '.join(refs[:_MOST_NAMED])}"
    return RecordError(
        f"{some}{others} still {verb} {what}.",
        hint="Merge it with the record that should stand there instead, or force it (--force).",
        details="\n".join(naming),
    )
