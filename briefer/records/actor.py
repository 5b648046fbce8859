"""The actor record: a person, office, state, agency, court, company, cartel, body, coalition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefer.records.base import Record, Ref
from briefer.records.dates import PartialDate


def is_file_name(text: str) -> bool:
    """Return whether a text is a file's name alone, which leads to no other folder or disk."""
    name = text.strip()
    return name not in ("", ".", "..") and not any(char in text for char in "/\\:\0")


@dataclass(frozen=True, slots=True)
class Picture:
    """A user's own picture of an actor, with its alternative text and licence.

    `file` is a name in the folder of pictures beside the library.
    """

    file: str
    alt: str
    licence: str | None = None


@dataclass(frozen=True, kw_only=True)
class Actor(Record):
    """Who acts, speaks or is acted upon. `affiliation` is an actor's id."""

    type: ClassVar[str] = "actor"

    name: str
    aliases: tuple[str, ...] = ()
    actor_type: str
    role: str | None = None
    role_date: PartialDate | None = None
    affiliation: Ref | None = None
    country: str | None = None
    unnamed: bool = False
    picture: Picture | None = None

    @property
    def label(self) -> str:
        """The actor's name, or the source's description of an unnamed one."""
        return self.name

    def links(self) -> Iterator[Ref]:
        """Yield the affiliation and sources."""
        if self.affiliation:
            yield self.affiliation
        yield from super().links()
