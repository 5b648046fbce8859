"""Which tag of RIS is which variable of CSL, and which type is which.

In: nothing; tables. Programs disagree on tags; where they do, the readings of Zotero, EndNote and
Mendeley are all taken.
"""

from __future__ import annotations

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "INPR": "article-journal",
    "ABST": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CONF": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CPAPER": "paper-conference",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "RPRT": "report",
    "GOVDOC": "report",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "post-weblog",
    "ICOMM": "post",
    "BILL": "bill",
    "CASE": "legal_case",
    "STAT": "legislation",
    "LEGAL": "regulation",
    "HEAR": "hearing",
    "DATA": "dataset",
    "DBASE": "dataset",
    "AGGR": "dataset",
    "PAMP": "pamphlet",
    "PCOMM": "personal_communication",
    "STAND": "standard",
    "SER": "collection",
    "JFULL": "periodical",
    "SLIDE": "speech",
    "THES": "thesis",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    "GEN": "document",
    "MPCT": "motion_picture",
    "VIDEO": "motion_picture",
    "SOUND": "song",
    "MAP": "map",
    "PAT": "patent",
    "COMP": "software",
    "ART": "graphic",
    "FIGURE": "figure",
}
"""RIS type to CSL type."""

WRITTEN_TYPES: Mapping[str, str] = {
    csl: next(tag for tag, type_ in TYPES.items() if type_ == csl) for csl in TYPES.values()
} | {"interview": "PCOMM", "treaty": "STAT"}
"""CSL type to RIS type, the first that means it; all others are `GEN`."""

TEXTS: tuple[tuple[str, str], ...] = (
    ("TI", "title"),
    ("T1", "title"),
    ("T2", "container-title"),
    ("JF", "container-title"),
    ("JO", "container-title"),
    ("BT", "container-title"),
    ("J2", "container-title-short"),
    ("JA", "container-title-short"),
    ("T3", "collection-title"),
    ("ST", "title-short"),
    ("SE", "section"),
    ("PB", "publisher"),
    ("CY", "publisher-place"),
    ("ET", "edition"),
    ("VL", "volume"),
    ("LA", "language"),
    ("AB", "abstract"),
    ("N2", "abstract"),
    ("DB", "archive"),
    ("CN", "call-number"),
)
"""Tags that hold text. Of two for one variable the first that an item has is taken."""

NAMES: tuple[tuple[str, str], ...] = (
    ("AU", "author"),
    ("A1", "author"),
    ("ED", "editor"),
    ("A2", "editor"),
    ("A3", "collection-editor"),
    ("A4", "translator"),
)

BOOK_TYPES = frozenset({"book", "chapter", "collection", "report", "paper-conference"})
"""Types whose `SN` is an ISBN; of all others it is an ISSN."""

OURS = "U5"
"""The tag, free for a user's own, under which our own extension stands."""

OUR_MARK = "briefer:"
