"""Items as read to sources: fields checked, what has no field carried in the note, faults told.

In: raw items of a reader. Out: items with their sources, or with what is wrong with them.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from briefer.bibliography.csl import extended, read_item
from briefer.bibliography.items import Finding, Item, RawItem, Unplaced
from briefer.bibliography.notes import LONGEST, joined_note
from briefer.errors import PackError
from briefer.records import Source
from briefer.records.codec import from_pack
from briefer.records.ids import new_id

_SHOWN = 200
_UNNAMED = "source"
_OTHER_SCHEME = re.compile(r"(?!https?:|ftp:)[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
"""Such as `file:`, `javascript:`, and the letter of a drive; behind a host stands a port."""


def item_of(raw: RawItem) -> Item:
    """Return an item of a file with its source, or with what is wrong with it."""
    read = read_item(raw.csl, raw.foreign)
    fields, words = extended(read, raw.extension)
    title = fields.get("title")
    named = title if isinstance(title, str) else ""
    item = Item(raw.number, raw.key, named, None, line=raw.line)
    if not named.strip():
        return dataclasses.replace(item, problem="it has no title, and every source has one.")
    fields.setdefault("id", new_id(_UNNAMED, named))
    kept, lost = _fitting(read.carried)
    note = joined_note(words, kept)
    try:
        record = from_pack({**fields, **({"note": note} if note else {})}, file="", origin="user")
    except PackError as error:
        return dataclasses.replace(item, problem=str(error))
    if not isinstance(record, Source):
        return dataclasses.replace(item, problem=f"{record.id} is no id of a source.")
    told = sorted(read.told.items(), key=lambda one: one[0].lower())
    unplaced = [Unplaced(key, text[:_SHOWN]) for key, text in told if key in kept]
    # What Briefer wrote beside a value says what the value cannot: nothing is doubtful in it.
    doubts = [one for one in read.findings if raw.extension.get(one.field) is None]
    unplaced += [Unplaced(key, f"{text[:_SHOWN]}…", kept=False) for key, text in lost.items()]
    return dataclasses.replace(
        item,
        source=record,
        unplaced=tuple(unplaced),
        findings=(*raw.findings, *doubts, *_contradictions(record), *_odd_address(record)),
    )


def _odd_address(source: Source) -> tuple[Finding, ...]:
    if not source.url or not _OTHER_SCHEME.match(source.url):
        return ()
    said = "it is no address of the web; it is printed in citations as it stands, without a link."
    return (Finding("URL", said),)


def _fitting(carried: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what fits into a note, and what does not: the longest are left out first."""
    kept: dict[str, str] = {}
    lost: dict[str, str] = {}
    room = LONGEST
    for key, text in sorted(carried.items(), key=lambda one: len(one[1])):
        room -= len(key) + len(text)
        (kept if room >= 0 else lost)[key] = text
    return kept, lost


def _contradictions(source: Source) -> tuple[Finding, ...]:
    """Return a finding where a source was looked at before it was published."""
    issued, accessed = source.issued, source.accessed
    if not issued or not accessed or not issued.earliest or not accessed.latest:
        return ()
    if accessed.latest >= issued.earliest:
        return ()
    said = f"accessed {accessed.display}, before it was issued, {issued.display}."
    return (Finding("accessed", said),)
