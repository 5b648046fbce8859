"""Whether statements stand in the texts that are attached to their sources.

In: records and the attached texts of a store. Out: for each quotation that could be compared,
whether its words are in a text of its source. Must not know: what is said about it on a slide.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefer.records import Record, Ref
from briefer.records.statement import Statement
from briefer.store.texts import Texts, spaced
from briefer.store.validity import quotations


def compared(records: Iterable[Record], texts: Texts) -> dict[Ref, bool]:
    """Return for each verbatim statement whether its words stand in a text of its sources.

    A statement is left out where no text is attached, or where its words may stand in a source
    whose text is not. White space apart, every character counts.
    """
    held: dict[Ref, str | None] = {}
    found: dict[Ref, bool] = {}
    for record in records:
        for field, sources, words in quotations(record) if isinstance(record, Statement) else ():
            if field != "text":
                continue
            for source in sources:
                if source not in held:
                    attached = texts.get(source)
                    held[source] = spaced(attached.text) if attached else None
            said = [text for source in sources if (text := held[source]) is not None]
            if any(spaced(words) in text for text in said):
                found[record.id] = True
            elif len(said) == len(sources):
                found[record.id] = False
    return found
