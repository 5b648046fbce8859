"""The statement record: words or a position of a speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from briefer.records.base import Record, Ref
from briefer.records.dates import PartialDate


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """A quotation, document quotation or position; `text` is verbatim unless it is a position."""

    type: ClassVar[str] = "statement"

    speaker: Ref | None = None
    speaker_label: str | None = None
    capacity: str | None = None
    text: str
    statement_type: str
    date: PartialDate | None = None
    venue: str | None = None
    event: Ref | None = None
    addressee: str | None = None
    mode: str | None = None
    language: str | None = None
    responds_to: Ref | None = None
    contrasts_with: tuple[Ref, ...] = ()
    stance: str | None = None
    embargo: str | None = None

    @property
    def verbatim(self) -> bool:
        """Whether `text` is the source's exact words (a position is a paraphrase)."""
        return self.statement_type != "position"

    @property
    def label(self) -> str:
        """The first words of the statement."""
        words = self.text.split()
        return " ".join(words[:12]) + (" …" if len(words) > 12 else "")

    def links(self) -> Iterator[Ref]:
        """Yield speaker, event, answered and contrasted statements, and sources."""
        yield from (ref for ref in (self.speaker, self.event, self.responds_to) if ref)
        yield from self.contrasts_with
        yield from super().links()
