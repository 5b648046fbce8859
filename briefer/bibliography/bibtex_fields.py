"""Which field of BibTeX and biblatex is which of CSL, and which entry type is which type.

In: nothing; tables. Both directions are made from them, so that what is written is read back.
"""

from __future__ import annotations

from collections.abc import Mapping

ENTRY_TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "legislation",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "document",
    "mvbook": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""Entry type to CSL type; an `@misc` with an address is a web page (Zotero writes them so)."""

SUBTYPES: Mapping[str, str] = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
"""What biblatex's `entrysubtype` makes of an article."""

WRITTEN_TYPES: Mapping[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
}
"""CSL type to an entry type that every BibTeX style knows; all others are `@misc`."""

FIELDS: Mapping[str, str] = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "shortjournal": "container-title-short",
    "section": "section",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "authority": "authority",
    "type": "genre",
    "volume": "volume",
    "issue": "issue",
    "language": "language",
    "langid": "language",
    "address": "publisher-place",
    "location": "publisher-place",
    "edition": "edition",
    "series": "collection-title",
    "chapter": "chapter-number",
    "isbn": "ISBN",
    "issn": "ISSN",
    "abstract": "abstract",
    "keywords": "keyword",
    "note": "note",
    "annote": "annote",
    "shorttitle": "title-short",
    "eventtitle": "event-title",
    "pagetotal": "number-of-pages",
    "lccn": "call-number",
}
"""Fields that hold text. Of two for one variable, the first that an entry has is taken."""

VERBATIM: Mapping[str, str] = {"doi": "DOI", "url": "URL"}
"""Fields that hold no LaTeX."""

NAMES: Mapping[str, str] = {"author": "author", "editor": "editor", "translator": "translator"}
ACCESSED = ("urldate", "accessdate", "lastchecked")
DATES = ("date", "year", "month", "day")
OURS = "briefer"
"""The field of our own extension."""
