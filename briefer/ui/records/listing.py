"""What sources, the bin and merging list, asked of the store in its lane.

In: an open store. Out: rows with what they stand for. Must not know: widgets.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefer.citations.styles.house import short
from briefer.documents import Document
from briefer.records import Record, Ref, Source
from briefer.records.vocabulary import CSL_TYPES, VERIFICATIONS
from briefer.store import Store
from briefer.ui.records.work import Done, label_of, name_of, text_turns

_MOST_LISTED = 300
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list: how many records cite it, the name of its attached text or ""."""

    source: Source
    cited: int
    text: str

    @property
    def name(self) -> str:
        """The short form, and the title where that is another."""
        name = short(self.source)
        return name if name == self.source.title else f"{name}: {self.source.title}"

    @property
    def told(self) -> str:
        """Type, year, verification, citing records, text."""
        source = self.source
        year = str(source.issued.year) if source.issued and source.issued.year else "no date"
        cited = "uncited" if not self.cited else f"cited by {self.cited:,}"
        parts = [CSL_TYPES.label(source.csl_type), year, VERIFICATIONS.label(source.verification)]
        return "  ·  ".join([*parts, cited, *(["text attached"] if self.text else [])])


@dataclass(frozen=True)
class Sources:
    """The sources found, and how many there are in all."""

    lines: tuple[SourceLine, ...]
    total: int


def list_sources(store: Store, words: str) -> Sources:
    """Return the sources that words find, all without words."""
    found = store.search(words, types=("source",), limit=_MOST_LISTED)
    lines = []
    for hit in found.hits:
        if isinstance(hit.record, Source):
            text = store.text_of(hit.record.id)
            cited = len(store.naming(hit.record.id))
            lines.append(SourceLine(hit.record, cited, text.name if text else ""))
    return Sources(tuple(lines), found.total)


def attach_document(store: Store, source: Ref, document: Document, name: str) -> Done:
    """Attach a document's text to a source; the change tells what there is to know about it.

    Raise RecordError where it cannot be kept.
    """
    before = store.text_of(source)
    attached = store.attach_text(source, document.text, name=name)
    said = " ".join([f"Attached {name}, {len(attached.text):,} characters.", *document.notes])
    turns = text_turns(source, before, attached)
    record = store.get(source)
    label = label_of("Attach text to", record)
    return Done(record, label, turns, told=attached_told(store, source, said))


def detach_text(store: Store, source: Ref) -> Done:
    """Take the text of a source away."""
    before, record = store.text_of(source), store.get(source)
    store.detach_text(source)
    told = f"The text of {name_of(record)} is detached. It can be undone."
    return Done(record, label_of("Detach text of", record), text_turns(source, before, None), told)


def attached_told(store: Store, source: Ref, said: str) -> str:
    """Return a sentence, and which records quote what the text does not say."""
    wrong = list(dict.fromkeys(ref for ref, _ in store.misquoting(source)))
    if not wrong:
        return f"{said} Every quotation from it stands in the text."
    names = "; ".join(record.label for record in store.get_many(wrong[:_MOST_NAMED]).values())
    more = f" and {len(wrong) - _MOST_NAMED} more" if len(wrong) > _MOST_NAMED else ""
    verb = "quotes" if len(wrong) == 1 else "quote"
    noun = "record" if len(wrong) == 1 else "records"
    return f"{said} {len(wrong)} {noun} {verb} words that are not in it: {names}{more}."


def merge_told(keep: Record, other: Record, naming: int) -> str:
    """Return what merging two records will do."""
    words = "nothing names it" if not naming else "1 record that names it will name the other"
    if naming > 1:
        words = f"{naming:,} records that name it will name the other"
    return (
        f"“{keep.label}” stays and takes what only “{other.label}” knows, citations included."
        f" “{other.label}” goes to the bin; {words}. It can be undone."
    )
