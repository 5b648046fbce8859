"""Which kind of source a record is, as citation manuals tell kinds apart.

In: a source record. Out: one of `KINDS`. CSL has no types of its own for press releases, documents
of the United Nations, executive orders or indictments; they are told by `genre`, `number` and
`authority` (design page "domain", section 7.3). Must not know: styles.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias, get_args

from briefer.records.source import Source

Kind: TypeAlias = Literal[
    "journal article",
    "web article",
    "web page",
    "newspaper",
    "press release",
    "speech",
    "testimony",
    "UN resolution",
    "UN meeting record",
    "treaty",
    "statute",
    "bill",
    "executive order",
    "presidential determination",
    "rule",
    "indictment",
    "case",
    "report",
    "book",
    "chapter",
    "data set",
    "interview",
    "document",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

_CITED_AS: dict[str, Kind] = {
    "article": "web article",
    "article-journal": "journal article",
    "article-magazine": "web article",
    "article-newspaper": "newspaper",
    "bill": "bill",
    "book": "book",
    "chapter": "chapter",
    "collection": "book",
    "dataset": "data set",
    "hearing": "testimony",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "pamphlet": "book",
    "post": "web page",
    "post-weblog": "web article",
    "regulation": "rule",
    "report": "report",
    "speech": "speech",
    "standard": "report",
    "treaty": "treaty",
    "webpage": "web page",
}
_UN_NUMBER = re.compile(r"^(?:A|S|E)/")
_UN_BODY = re.compile(
    r"general assembly|security council|economic and social council|narcotic drugs"
    r"|united nations|\bu\.?n\.?\b",
    re.IGNORECASE,
)
_GENRES: tuple[tuple[str, Kind], ...] = (
    (r"\bexecutive order\b", "executive order"),
    (r"\bpresidential determination\b", "presidential determination"),
    (r"\bindictment\b|\bcriminal complaint\b", "indictment"),
    (r"\btestimony\b", "testimony"),
    (r"\b(?:press|news) release\b|\bfact sheet\b|\bpress statement\b", "press release"),
    (r"\bremarks\b|\bspeech\b|\baddress\b", "speech"),
)
_FIXED = frozenset({"article-journal", "article-newspaper", "book", "chapter", "dataset"})
"""CSL types that say enough: whatever the genre, a book is cited as a book."""


def kind_of(source: Source) -> Kind:
    """Return how a source is cited: by its genre and number where they tell, else by CSL's type."""
    if source.csl_type in _FIXED:
        return _CITED_AS[source.csl_type]
    by_body = _un_document(source)
    if by_body:
        return by_body
    for pattern, kind in _GENRES:
        if re.search(pattern, source.genre or "", re.IGNORECASE):
            return kind
    return _CITED_AS.get(source.csl_type, "document")


def _un_document(source: Source) -> Kind | None:
    """Return which document of the United Nations a source is, or None."""
    number, genre = source.number or "", (source.genre or "").lower()
    if re.search(r"/(?:PV|SR)\.\d", number) or "meeting record" in genre:
        return "UN meeting record"
    ours = _UN_BODY.search(f"{source.authority or ''} {source.publisher or ''}")
    if "/RES/" in number or ("resolution" in genre and (ours or _UN_NUMBER.match(number))):
        return "UN resolution"
    return None
