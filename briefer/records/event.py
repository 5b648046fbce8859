"""The event record: something that happened or is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefer.records.base import Record, Ref
from briefer.records.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in an event: the role played and, where given, the office held at the time."""

    actor: Ref
    role: str
    as_: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something that happened or is planned, dated as precisely as the source dates it."""

    type: ClassVar[str] = "event"

    title: str
    summary: str | None = None
    date: PartialDate | None = None
    date_basis: str | None = None
    announced: PartialDate | None = None
    status: str = "happened"
    event_type: str
    place: str | None = None
    actors: tuple[Participant, ...] = ()
    part_of: Ref | None = None
    instruments: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The event's title."""
        return self.title

    def links(self) -> Iterator[Ref]:
        """Yield participants, the containing event and sources."""
        yield from (participant.actor for participant in self.actors)
        if self.part_of:
            yield self.part_of
        yield from super().links()
