"""The relation record: an actor tied to an actor, with evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefer.records.base import Record, Ref
from briefer.records.dates import PartialDate


@dataclass(frozen=True, kw_only=True)
class Relation(Record):
    """Subject, relation word (`heads`, `member_of`, `not_member_of`, `supplies`, ...), object."""

    type: ClassVar[str] = "relation"

    subject: Ref
    relation: str
    object: Ref
    date: PartialDate | None = None

    @property
    def label(self) -> str:
        """Subject, relation and object by their ids' slugs."""
        subject, object_ = (ref.split("/", 1)[-1] for ref in (self.subject, self.object))
        return f"{subject} {self.relation.replace('_', ' ')} {object_}"

    def links(self) -> Iterator[Ref]:
        """Yield both actors, and sources."""
        yield self.subject
        yield self.object
        yield from super().links()
