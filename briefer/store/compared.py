"""How quotations stand to the texts that are attached to their sources.

In: records and the attached texts of a store. Out: for each quotation its state with passage and
difference, or only whether its words are there. Must not know: what is said about it on a slide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.records import Record, Ref
from briefer.records.passages import Held, standing
from briefer.records.quotations import Quotation, judged, quotations
from briefer.records.statement import Statement
from briefer.store.texts import Texts


def compared(records: Iterable[Record], texts: Texts) -> dict[Ref, bool]:
    """Return for each verbatim statement whether its words stand in a text of its sources.

    A statement is left out where no text is attached, or where its words may stand in a source
    whose text is not.
    """
    held = Reading(texts)
    found: dict[Ref, bool] = {}
    for record in records:
        for field, sources, words in quotations(record) if isinstance(record, Statement) else ():
            if field != "text":
                continue
            said = held.of(sources)
            if standing(words, tuple(said.values())):
                found[record.id] = True
            elif len(said) == len(sources):
                found[record.id] = False
    return found


def quoted(records: Iterable[Record], texts: Texts) -> tuple[Quotation, ...]:
    """Return every quotation of some records with its state, in their order.

    Words that a statement has as its text and again in a citation are one quotation.
    """
    held = Reading(texts)
    found: dict[tuple[Ref, str, Ref], Quotation] = {}
    for record in records:
        for words in quotations(record):
            _, sources, said = words
            if all((record.id, said, source) in found for source in sources):
                continue
            quotation = judged(record.id, words, held.of(sources))
            found.update({(record.id, said, source): quotation for source in sources})
    return tuple(dict.fromkeys(found.values()))


class Reading:
    """The attached texts that are asked for, each read once."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._read: dict[Ref, Held | None] = {}

    def of(self, sources: Iterable[Ref]) -> Mapping[Ref, Held]:
        """Return the texts of those sources that have one."""
        found = {source: self._text(source) for source in sources}
        return {source: text for source, text in found.items() if text is not None}

    def _text(self, source: Ref) -> Held | None:
        if source not in self._read:
            attached = self._texts.get(source)
            self._read[source] = (
                Held(source, attached.name, attached.text) if attached is not None else None
            )
        return self._read[source]
