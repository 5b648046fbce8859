"""The full text of a store: what of a record is indexed, in which columns.

In: a record and those it links. Out: the texts of its row in the table `search`. Must not know:
queries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefer.records import Actor, Event, Name, PartialDate, Record, Ref, Relation
from briefer.records.fields import STORE_FIELDS, fields_of, type_of
from briefer.records.vocabulary import RELATION_WORDS

TEXT_COLUMNS = ("title", "body", "names", "words")
"""The columns of the full text; a hit's snippet is from the first of them that matches."""

_NOT_INDEXED = STORE_FIELDS | {"id", "marking", "date_basis", "language", "verification", "unknown"}
_TITLES: Mapping[str, str] = {
    "event": "title",
    "actor": "name",
    "source": "title",
    "statement": "text",
    "statistic": "counts",
}


def search_table(name: str) -> str:
    """Return the SQL that makes a table of full text."""
    # No triggers: sqlite-utils' transform() drops them in silence, so the store writes it instead.
    return f"""
    CREATE VIRTUAL TABLE {name} USING fts5(
        {", ".join(TEXT_COLUMNS)},
        tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
    )
    """


def indexed_text(record: Record, linked: Mapping[Ref, Record]) -> tuple[str, str, str, str]:
    """Return the values of `TEXT_COLUMNS` for a record: title, body, names, words.

    Names are those of the records that it links (an event's actors with their aliases, a
    statement's speaker), so that it is found by them.
    """
    others = [linked[ref] for ref in dict.fromkeys(record.links()) if ref in linked]
    names = [name for other in others for name in _names(other)]
    own = record.aliases if isinstance(record, Actor) else ()
    return (
        title_of(record, linked),
        "\n".join(_texts(record, worded=False)),
        "\n".join((*own, *names)),
        "\n".join(_texts(record, worded=True)),
    )


def title_of(record: Record, linked: Mapping[Ref, Record]) -> str:
    """Return what a record is called in full; a relation by the names of its two actors."""
    if isinstance(record, Relation):
        ends = [linked[ref].label for ref in (record.subject, record.object) if ref in linked]
        return f" {RELATION_WORDS.label(record.relation).lower()} ".join(ends)
    field = _TITLES.get(record.type)
    return str(getattr(record, field)) if field else record.label


def _names(record: Record) -> tuple[str, ...]:
    if isinstance(record, Actor):
        return (record.name, *record.aliases)
    return (record.label,) if isinstance(record, Event) else ()


def _texts(record: Record, *, worded: bool) -> Iterator[str]:
    """Yield the record's own texts, or the labels of its vocabulary words."""
    for field in fields_of(type(record)):
        hidden = field.name in _NOT_INDEXED or field.name == _TITLES.get(record.type)
        if not hidden and (field.words is not None) == worded:
            value = getattr(record, field.name)
            for item in value if field.many else (value,):
                text = _plain(item)
                if text:
                    yield field.words.label(text) if field.words else text


def _plain(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.display
    if isinstance(value, Name):
        return value.full
    return value if isinstance(value, str) and not type_of(value) else ""
