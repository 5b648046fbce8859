"""Which fields the form of each record type has, in order, with their words and inputs.

In: nothing. Out: `FORMS`, an explicit table. Must not know: widgets, how values are read. A new
field of a record type is added here by hand; a test compares the table with the record types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefer.records.vocabulary import (
    ACTOR_TYPES,
    COUNTRIES,
    CSL_TYPES,
    DATE_BASES,
    EVENT_STATUSES,
    EVENT_TYPES,
    QUALIFIERS,
    RELATION_WORDS,
    STATEMENT_MODES,
    STATEMENT_TYPES,
    SUBSTANCES,
    TOPICS,
    VERIFICATIONS,
    Vocabulary,
)

Kind = Literal[
    "line",
    "words",
    "choice",
    "tags",
    "date",
    "number",
    "flag",
    "record",
    "records",
    "cast",
    "lines",
    "names",
    "series",
    "picture",
    "marking",
]
"""What a field takes: a line, words on several lines, a word or words of a vocabulary, a date, a
number, yes or no, a record, records, actors with roles, lines, names, dated values, a picture, a
marking."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a form. `name` is the record's own name for it.

    `missing` is said where it is empty and must not be; `type` is that of the records it takes;
    `narrow` fields stand side by side; `more` ones behind a fold.
    """

    name: str
    label: str
    kind: Kind = "line"
    missing: str = ""
    words: Vocabulary | None = None
    type: str = ""
    hint: str = ""
    narrow: bool = False
    more: bool = False


_DATE_HINT = "18 Dec 2023, Sep 2023 or 2019"

_SHARED = (
    FieldSpec("topics", "Topics", "tags", words=TOPICS),
    FieldSpec("substances", "Substances", "tags", words=SUBSTANCES, more=True),
    FieldSpec("countries", "Countries", "tags", words=COUNTRIES, more=True),
    FieldSpec("marking", "Marking", "marking", hint="None, or such as CUI//SP-SUB", more=True),
    FieldSpec("note", "Note to colleagues", "words", hint="Never leaves the library", more=True),
)

_EVENT = (
    FieldSpec("title", "Title", "words", missing="An event needs a title."),
    FieldSpec("date", "Date", "date", hint=_DATE_HINT, narrow=True),
    FieldSpec(
        "event_type",
        "Type of event",
        "choice",
        missing="Choose what kind of event it is.",
        words=EVENT_TYPES,
        narrow=True,
    ),
    FieldSpec("summary", "Summary", "words", hint="In your own words"),
    FieldSpec("actors", "Who took part", "cast", type="actor"),
    FieldSpec("place", "Place", narrow=True),
    FieldSpec("status", "Status", "choice", words=EVENT_STATUSES, narrow=True),
    FieldSpec("part_of", "Part of", "record", type="event", more=True),
    FieldSpec("announced", "Announced", "date", hint=_DATE_HINT, narrow=True, more=True),
    FieldSpec(
        "date_basis", "How the date is known", "choice", words=DATE_BASES, narrow=True, more=True
    ),
    FieldSpec("instruments", "Treaties, orders, laws", "lines", hint="One on a line", more=True),
)

_ACTOR = (
    FieldSpec("name", "Name", missing="An actor needs a name, or what the source calls it."),
    FieldSpec(
        "actor_type",
        "Type of actor",
        "choice",
        missing="Choose what kind of actor it is.",
        words=ACTOR_TYPES,
        narrow=True,
    ),
    FieldSpec("country", "Country", "choice", words=COUNTRIES, narrow=True),
    FieldSpec("role", "Office or role", hint="As the source gives it", narrow=True),
    FieldSpec("role_date", "Held as of", "date", hint=_DATE_HINT, narrow=True),
    FieldSpec("affiliation", "Belongs to", "record", type="actor"),
    FieldSpec("aliases", "Other names", "lines", hint="One on a line"),
    FieldSpec("unnamed", "The source names nobody", "flag", more=True),
    FieldSpec("picture", "Picture", "picture", more=True),
)

_STATEMENT = (
    FieldSpec("speaker", "Speaker", "record", type="actor"),
    FieldSpec("speaker_label", "Speaker in words", hint="Where no actor is named", narrow=True),
    FieldSpec("capacity", "Speaking as", narrow=True),
    FieldSpec("text", "Quotation", "words", missing="A statement needs the words said."),
    FieldSpec(
        "statement_type",
        "Type of statement",
        "choice",
        missing="Choose whether these are the exact words.",
        words=STATEMENT_TYPES,
        narrow=True,
    ),
    FieldSpec("date", "Date", "date", hint=_DATE_HINT, narrow=True),
    FieldSpec("venue", "Where it was said", narrow=True),
    FieldSpec("addressee", "Said to", narrow=True),
    FieldSpec("event", "Said at the event", "record", type="event", more=True),
    FieldSpec("responds_to", "Answers", "record", type="statement", more=True),
    FieldSpec("contrasts_with", "Stands against", "records", type="statement", more=True),
    FieldSpec("stance", "Stance", hint="In a word or two", narrow=True, more=True),
    FieldSpec("mode", "Mode", "choice", words=STATEMENT_MODES, narrow=True, more=True),
    FieldSpec("language", "Language", narrow=True, more=True),
    FieldSpec("embargo", "Not to be used before", narrow=True, more=True),
)

_STATISTIC = (
    FieldSpec("counts", "What is counted", "words", missing="Say what is counted."),
    FieldSpec("qualifier", "Exactness", "choice", words=QUALIFIERS, narrow=True),
    FieldSpec("value", "Number", "number", narrow=True),
    FieldSpec("low", "From, for a range", "number", narrow=True),
    FieldSpec("high", "To", "number", narrow=True),
    FieldSpec("unit", "Unit", hint="deaths, kilograms, percent", narrow=True),
    FieldSpec("as_of", "As of", "date", hint=_DATE_HINT, narrow=True),
    FieldSpec("as_of_note", "Why no date is known", more=True),
    FieldSpec("asserted_by", "Who says so", "record", type="actor"),
    FieldSpec("asserted_by_label", "Who says so, in words", more=True),
    FieldSpec("wording", "The source's words for the number", more=True),
    FieldSpec("series", "Values for a chart", "series", hint="2019: 36,359 on a line", more=True),
)

_RELATION = (
    FieldSpec("subject", "Actor", "record", missing="Choose the first actor.", type="actor"),
    FieldSpec(
        "relation",
        "How they are tied",
        "choice",
        missing="Choose what ties them.",
        words=RELATION_WORDS,
        narrow=True,
    ),
    FieldSpec("date", "As of", "date", hint=_DATE_HINT, narrow=True),
    FieldSpec("object", "Other actor", "record", missing="Choose the other actor.", type="actor"),
)

_SOURCE = (
    FieldSpec("title", "Title", "words", missing="A source needs a title."),
    FieldSpec(
        "csl_type",
        "Type of source",
        "choice",
        missing="Choose what kind of source it is.",
        words=CSL_TYPES,
        narrow=True,
    ),
    FieldSpec("issued", "Published", "date", hint=_DATE_HINT, narrow=True),
    FieldSpec("author", "Authors", "names", hint="Family, Given on a line, or a body's name"),
    FieldSpec("short", "Short form", hint="At the foot of slides", narrow=True),
    FieldSpec("verification", "Verification", "choice", words=VERIFICATIONS, narrow=True),
    FieldSpec("container_title", "Appeared in"),
    FieldSpec("publisher", "Publisher", narrow=True),
    FieldSpec("page", "Pages", narrow=True),
    FieldSpec("url", "Web address"),
    FieldSpec("doi", "DOI", narrow=True),
    FieldSpec("accessed", "Seen on", "date", hint=_DATE_HINT, narrow=True),
    FieldSpec("container_title_short", "Appeared in, short", narrow=True, more=True),
    FieldSpec("section", "Section", narrow=True, more=True),
    FieldSpec("authority", "Issuing authority", narrow=True, more=True),
    FieldSpec("genre", "Genre", narrow=True, more=True),
    FieldSpec("number", "Number", narrow=True, more=True),
    FieldSpec("volume", "Volume", narrow=True, more=True),
    FieldSpec("issue", "Issue", narrow=True, more=True),
    FieldSpec("language", "Language", narrow=True, more=True),
    FieldSpec("unknown", "Fields known to be unknown", "lines", hint="One on a line", more=True),
)

FORMS: Mapping[str, tuple[FieldSpec, ...]] = {
    "event": _EVENT + _SHARED,
    "actor": _ACTOR + _SHARED,
    "statement": _STATEMENT + _SHARED,
    "statistic": _STATISTIC + _SHARED,
    "relation": _RELATION + _SHARED,
    "source": _SOURCE + _SHARED,
}
"""The fields by record type. Citations have a place of their own under them."""
