"""The names and numbers in a record's own words, and those that its sources give for it.

In: records as plain JSON, and the seeds' sentences. Out: sets of words. A name is a word with a
capital, a number one in digits or letters. What a record may say is what stands in the paragraphs
that it cites, and what the library proves elsewhere: the names, aliases and offices of the actors
it links to, the source's own bibliographic words, its own dates, the labels of its countries.
Notes for colleagues, which compare sources and explain, are left out but for those of relations,
which have no other prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from briefer.records.dates import PartialDate
from briefer.records.vocabulary import COUNTRIES
from tests.data.allowed import LIKE, ORDINARY
from tests.data.bundled import Raw
from tests.data.ledger import locators, places
from tests.data.sentences import Sentence

_TEXT_FIELDS = (
    "title",
    "summary",
    "place",
    "role",
    "capacity",
    "speaker_label",
    "venue",
    "addressee",
    "counts",
    "asserted_by_label",
    "as_of_note",
)
_SOURCE_FIELDS = ("title", "container-title", "short", "publisher")
_LINKS = ("speaker", "affiliation", "asserted_by", "subject", "object")
_DATES = ("date", "announced", "as_of")
_NUMBERS = frozenset(
    re.findall(
        r"\w+",
        "two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty "
        "thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "trillion ",
    )
)
_MARKER = re.compile(r"Footnote \d+")
_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_BEFORE_FIRST = ("", ".", ":", "?", "“")


def own_words(record: Raw) -> Iterator[tuple[str, str]]:
    """Yield (field, text) for what the library says in its own words of a record."""
    for field in _TEXT_FIELDS:
        if field in record:
            yield field, record[field]
    if record.get("statement_type") == "position":
        yield "text", record["text"]
    if record["type"] == "relation" and "note" in record:
        yield "note", record["note"]
    if record.get("unnamed"):
        yield "name", record["name"]
    for participant in record.get("actors", ()):
        if "as" in participant:
            yield "as", participant["as"]


def names_and_numbers(text: str, small: Set[str]) -> set[str]:
    """Return the words of a text that are names or numbers.

    A first word that is written small elsewhere (`small`), or is ordinary, is no name.
    """
    found = set()
    for match in _WORD.finditer(text):
        word = _plain(match[0])
        first = text[: match.start()].rstrip()[-1:] in _BEFORE_FIRST
        if first and word.lower() not in _NUMBERS and (word.lower() in small or word in ORDINARY):
            continue
        if word.lower() in _NUMBERS:
            found.add(word.lower())
        elif word[0].isdigit() or word[0].isupper():
            found.add(word)
    return found


def small_words(text: str) -> set[str]:
    """Return the words of a text that begin with a small letter."""
    return {word for word in _WORD.findall(text) if word[0].islower()}


def all_words(text: str) -> set[str]:
    """Return the words of a text, each also in the forms that say the same."""
    found = {_plain(word) for word in _WORD.findall(_MARKER.sub(" ", text))}
    found |= {word.lower() for word in found if word.lower() in _NUMBERS}
    return found | {like for word in found for like in LIKE.get(word, ())}


def passages(record: Raw, rows: Mapping[str, list[Raw]]) -> set[tuple[str, str]]:
    """Return (source, place) of every paragraph or caption with a sentence that a record cites."""
    return {
        (citation["source"], row["place"])
        for citation in record.get("citations", ())
        for row in rows[citation["source"]]
        if places(row) & locators(citation)
    }


def given_words(
    record: Raw,
    library: Mapping[str, Raw],
    seeds: Mapping[str, tuple[Sentence, ...]],
    rows: Mapping[str, list[Raw]],
) -> set[str]:
    """Return the words that the sources and the linked records give for a record."""
    cited = passages(record, rows)
    texts = [s.text for ref, cut in seeds.items() for s in cut if (ref, s.place) in cited]
    for ref in {citation["source"] for citation in record["citations"]}:
        source = library[ref]
        texts += [source[field] for field in _SOURCE_FIELDS if field in source]
        texts += [_shown(source["issued"])] if "issued" in source else []
    for ref in _linked(record, library):
        actor = library[ref]
        texts += [actor["name"], *actor.get("aliases", ()), actor.get("role", "")]
    if record["type"] == "actor":
        texts += [record["name"], *record.get("aliases", ())] if "unnamed" not in record else []
    texts += [value for c in record["citations"] for at, value in locators(c) if at == "note"]
    texts += [COUNTRIES[code] for code in record.get("countries", ())]
    texts += [_shown(record[field]) for field in _DATES if field in record]
    return set[str]().union(*map(all_words, texts))


def _linked(record: Raw, library: Mapping[str, Raw]) -> set[str]:
    refs = {record[field] for field in _LINKS if field in record}
    refs |= {participant["actor"] for participant in record.get("actors", ())}
    return refs | {library[ref]["affiliation"] for ref in refs if "affiliation" in library[ref]}


def _shown(date: str | Raw) -> str:
    if isinstance(date, str):
        return PartialDate.parse(date).display
    return str(date["display"])


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")
