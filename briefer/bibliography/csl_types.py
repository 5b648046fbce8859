"""The types of CSL that sources know, those nearest to the others, and what each should say.

In: CSL's `type`. Out: a word of the vocabulary `CSL_TYPES`; the fields without which a citation of
that type lacks something.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefer.records.vocabulary import CSL_TYPES

_NEAREST: Mapping[str, str] = {
    "article": "document",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "paper-conference": "chapter",
    "review": "article-journal",
    "review-book": "article-journal",
    "thesis": "report",
}
"""Types that sources do not know; all others are documents."""

_EXPECTED: Mapping[str, tuple[str, ...]] = {
    "article-journal": ("container-title", "issued", "volume", "page"),
    "article-magazine": ("container-title", "issued"),
    "article-newspaper": ("container-title", "issued"),
    "book": ("issued", "publisher"),
    "chapter": ("container-title", "issued", "publisher"),
    "dataset": ("issued", "publisher"),
    "report": ("issued", "publisher"),
    "post": ("issued", "URL"),
    "post-weblog": ("issued", "URL"),
    "webpage": ("issued", "URL"),
}


def csl_type_of(value: object) -> str:
    """Return the type of ours that a CSL type is, or is nearest to."""
    text = value if isinstance(value, str) else ""
    return text if text in CSL_TYPES else _NEAREST.get(text, "document")


def expected_fields(csl_type: str) -> tuple[str, ...]:
    """Return the fields that a reader would look for in vain if they are absent."""
    return _EXPECTED.get(csl_type, ("issued",))
