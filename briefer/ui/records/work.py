"""What the record windows ask of the store, as plain functions for its lane.

In: an open store. Out: records, and for each change a `Done`: what was kept, the label of the step,
and what was done to which record, so that it can be undone. Must not know: widgets.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefer.citations.styles.house import short
from briefer.records import Record, Ref, Source, Statement
from briefer.records.passages import Held, Verdict, compare
from briefer.records.quotations import Quotation
from briefer.records.turn import AnyTurn, TextTurn, Turn
from briefer.store import AttachedText, Related, Revision, Store
from briefer.ui.library.facts import Linked, facts_of, linked_refs

_LONGEST = 40
_MOST_FOUND = 8
_MOST_NAMING = 200


@dataclass(frozen=True)
class Opened:
    """A record as the editor shows it: with what it names, what names it, its past, its kin."""

    record: Record
    linked: Linked
    naming: tuple[Record, ...]
    """Some of the records that name it."""
    named_by: int
    history: tuple[Revision, ...]
    related: tuple[Related, ...]
    texts: Mapping[Ref, AttachedText]


@dataclass(frozen=True)
class Done:
    """A change made: the record as kept (None if it is gone), the step's label, what was done.

    `told` is what there is to know about it besides.
    """

    record: Record | None
    label: str
    turns: tuple[AnyTurn, ...]
    told: str = ""


@dataclass(frozen=True)
class Found:
    """Records found, and what their lines name."""

    records: tuple[Record, ...]
    linked: Linked


def name_of(record: Record, linked: Linked | None = None) -> str:
    """Return the line by which lists name a record."""
    if isinstance(record, Source):
        return short(record)
    return facts_of(record, linked or {}).name


def label_of(verb: str, record: Record) -> str:
    """Return the label of a step over a record: "Edit record “Launch of the coalition”"."""
    name = " ".join(record.label.split())
    shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
    return f"{verb} record “{shown}”"


def open_record(store: Store, ref: Ref) -> Opened:
    """Return a record with all that the editor shows beside it; raise StoreError if it is gone."""
    record = store.get(ref)
    refs = store.naming(ref)
    naming = tuple(store.get_many(refs[:_MOST_NAMING]).values())
    related = store.related(ref, limit=40)
    around = [record, *naming, *(one.record for one in related)]
    linked = store.get_many([*record.links(), *linked_refs(around)])
    texts = texts_of(store, [citation.source for citation in record.citations])
    if isinstance(record, Source):
        texts |= texts_of(store, [record.id])
    return Opened(record, linked, naming, len(refs), store.history(ref), related, texts)


def texts_of(store: Store, sources: Iterable[Ref]) -> dict[Ref, AttachedText]:
    """Return the texts attached to sources."""
    found = {source: store.text_of(source) for source in dict.fromkeys(sources)}
    return {source: text for source, text in found.items() if text is not None}


def look_up(store: Store, words: str, types: Sequence[str]) -> Found:
    """Return the records of some types that words find, best first."""
    hits = store.search(words, types=tuple(types), limit=_MOST_FOUND).hits
    records = tuple(hit.record for hit in hits)
    return Found(records, store.get_many(linked_refs(records)))


def alike(store: Store, record: Record) -> Found:
    """Return the records that a record likely repeats."""
    records = store.duplicates(record, limit=3)
    return Found(records, store.get_many(linked_refs(records)))


def add_record(store: Store, record: Record, *, by: str) -> Done:
    """Add a new record under an id of its own."""
    ref = store.new_id(record.type, record.label)
    kept = store.add(dataclasses.replace(record, id=ref), by=by)
    return Done(kept, label_of("Add", kept), (Turn(ref, None, kept.revision),))


def save_record(store: Store, record: Record, *, by: str) -> Done:
    """Keep a changed record; without a difference nothing is done."""
    kept = store.save(record, by=by)
    changed = kept.revision != record.revision
    turns = (Turn(kept.id, record.revision, kept.revision),) if changed else ()
    return Done(kept, label_of("Edit", kept), turns)


def duplicate_record(store: Store, ref: Ref, *, by: str) -> Done:
    """Add a copy of a record."""
    kept = store.duplicate(ref, by=by)
    return Done(kept, label_of("Duplicate", kept), (Turn(kept.id, None, kept.revision),))


def delete_records(store: Store, refs: Sequence[Ref], *, by: str) -> Done:
    """Put records into the bin, whatever names them."""
    gone = store.get_many(refs)
    store.delete_all(tuple(gone), by=by, force=True)
    turns = tuple(Turn(ref, record.revision, None) for ref, record in gone.items())
    labels = [label_of("Delete", record) for record in gone.values()]
    return Done(None, labels[0] if len(labels) == 1 else f"Delete {len(labels)} records", turns)


def restore_record(store: Store, ref: Ref, *, revision: int | None = None, by: str) -> Done:
    """Bring a record back from the bin, or back to a revision."""
    before = store.get_many((ref,)).get(ref)
    kept = store.restore(ref, revision=revision, by=by)
    old = before.revision if before else None
    turns = (Turn(ref, old, kept.revision),) if old != kept.revision else ()
    return Done(kept, label_of("Restore", kept), turns)


def merge_records(store: Store, keep: Ref, other: Ref, *, by: str) -> Done:
    """Make two records one; a source that stays may take over the text of the other."""
    text = store.text_of(keep)
    before = store.get_many(dict.fromkeys((keep, other, *store.naming(other))))
    kept = store.merge(keep, other, by=by)
    after = store.get_many(before)
    turns: tuple[AnyTurn, ...] = tuple(
        Turn(ref, record.revision, after[ref].revision if ref in after else None)
        for ref, record in before.items()
        if ref not in after or after[ref].revision != record.revision
    )
    turns += text_turns(keep, text, store.text_of(keep))
    return Done(kept, label_of("Merge", kept), turns)


def text_turns(
    source: Ref, old: AttachedText | None, new: AttachedText | None
) -> tuple[AnyTurn, ...]:
    """Return what it was for a source to have the new text instead of the old one."""
    was, now = old.digest if old else None, new.digest if new else None
    return (TextTurn(source, was, now),) if was != now else ()


@dataclass(frozen=True)
class Compared:
    """How a record's words stand to the texts of what it cites, and these texts.

    `sources` are the records of the sources; `all_held`: the text of each that may say it is there.
    """

    verdict: Verdict
    texts: Mapping[Ref, AttachedText]
    sources: Mapping[Ref, Record]
    all_held: bool
    quoted: tuple[Quotation, ...] = ()


def compare_with(store: Store, record: Record) -> Compared:
    """Return how what a record quotes stands to the texts attached to its sources."""
    cited = [citation.source for citation in record.citations]
    words, asked = "", cited
    if isinstance(record, Statement):
        words = record.text
        asked = [c.source for c in record.citations if c.supports in (None, "text")]
    else:
        quoted = next((c for c in record.citations if c.quote), None)
        if quoted and quoted.quote:
            words, asked = quoted.quote.exact, [quoted.source]
    asked = [record.id] if isinstance(record, Source) else list(dict.fromkeys(asked))
    texts = texts_of(store, [*asked, *cited])
    held = [Held(ref, texts[ref].name, texts[ref].text) for ref in asked if ref in texts]
    sources = store.get_many(dict.fromkeys(cited))
    stated = store.quotations([record])
    return Compared(compare(words, held), texts, sources, len(held) == len(asked), stated)
