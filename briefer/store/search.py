"""The query language and the full text of a store: what is indexed, asked and shown.

Every word must occur, the last one as a beginning; words in quotation marks stand together. Case
and accents do not matter. Any text is a query: what has no letter or digit is passed over.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefer.records import Actor, Event, Name, PartialDate, Record, Ref, Relation
from briefer.records.fields import fields_of, type_of
from briefer.records.text import clean_text
from briefer.records.vocabulary import RELATION_WORDS

TEXT_COLUMNS = ("title", "body", "names", "words")
"""The columns of the full text; a hit's snippet is from the first of them that matches."""

_LONGEST_QUERY = 1000
_MOST_WORDS = 40
_SNIPPET_WORDS = 24
_SEPARATOR = " · "
_MARK_START, _MARK_END = "\x02", "\x03"
_QUERY_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_NOT_INDEXED = frozenset(
    {"id", "origin", "marking", "date_basis", "language", "verification", "unknown"}
)
_TITLES: Mapping[str, str] = {
    "event": "title",
    "actor": "name",
    "source": "title",
    "statement": "text",
    "statistic": "counts",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record, some of its text, and the (start, end) spans in it that were asked for."""

    record: Record
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits, how many there are of the types asked for, and how many of every type."""

    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[str, int]


def match_expression(query: str) -> str | None:
    """Return the FTS5 expression for a query, None where it says nothing, "" where it cannot match.

    A query of blanks and punctuation says nothing (all records are listed); one of other signs,
    an emoji for example, matches no record.
    """
    text = clean_text(query[:_LONGEST_QUERY])
    parts = [quoted or bare for quoted, bare in _QUERY_PART.findall(text)]
    words = [part for part in parts if any(char.isalnum() for char in part)][:_MOST_WORDS]
    if not words:
        return "" if any(not _is_punctuation(char) for char in text) else None
    # Inside double quotes FTS5 reads no operator; the star after the last one makes it a prefix.
    return " AND ".join(f'"{word}"' for word in words) + "*"


def _is_punctuation(char: str) -> bool:
    return char.isspace() or (char.isascii() and not char.isalnum()) or char in "“”‘’«»…–—"


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


def search_rows(
    connection: sqlite3.Connection, expression: str, types: Sequence[str], *, limit: int
) -> list[tuple[Ref, str, tuple[tuple[int, int], ...]]]:
    """Return (id, snippet, marks) of the best matches.

    Titles weigh most, then names; a relation weighs less than the actors that it ties.
    """
    chosen = f"AND records.type IN ({', '.join('?' * len(types))})" if types else ""
    snippets = ", ".join(
        f"snippet(search, {column}, '{_MARK_START}', '{_MARK_END}', '…', {_SNIPPET_WORDS})"
        for column in range(len(TEXT_COLUMNS))
    )
    rows = connection.execute(
        f"""
        SELECT records.id, {snippets}
        FROM search JOIN records ON records.number = search.rowid
        WHERE search MATCH ? {chosen}
        ORDER BY
            bm25(search, 8.0, 1.0, 4.0, 0.5)
                * CASE records.type WHEN 'relation' THEN 0.3 ELSE 1 END,
            records.id
        LIMIT ?
        """,
        (expression, *types, limit),
    )
    return [(ref, *_marked(_telling(texts))) for ref, *texts in rows]


def _telling(texts: Sequence[str]) -> str:
    """Return the first text with a match, without its lines that have none."""
    text = next((text for text in texts if _MARK_START in text), texts[0])
    lines = dict.fromkeys(line for line in text.split("\n") if _MARK_START in line)
    return _SEPARATOR.join(lines)


def count_rows(connection: sqlite3.Connection, expression: str) -> dict[str, int]:
    """Return how many records of each type match."""
    rows = connection.execute(
        """
        SELECT records.type, count(*) FROM search JOIN records ON records.number = search.rowid
        WHERE search MATCH ? GROUP BY records.type
        """,
        (expression,),
    )
    return dict(rows.fetchall())


def _marked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text without the marks that `snippet` put in, and where they stood."""
    plain, marks, start = "", [], 0
    for part in re.split(f"([{_MARK_START}{_MARK_END}])", text):
        if part == _MARK_START:
            start = len(plain)
        elif part == _MARK_END:
            marks.append((start, len(plain)))
        else:
            plain += part
    return plain, tuple(marks)
