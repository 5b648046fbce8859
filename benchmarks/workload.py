"""What is typed: queries letter by letter, every letter being a search.

In: nothing. Out: the texts in the search field after each key, in the order of typing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

QUERIES = (
    "fentanyl precursor",
    "sanctions designation",
    "sinaloa cartel",
    "treasury",
    "extradition",
    "ministerial",
    "china",
    "controlled substances",
    "overdose deaths",
    "the state of",
    "press conference",
    "xylazine",
)
"""Frequent words and rare ones, alone and together."""

FILTERED = (
    "type:event fentanyl",
    "year:2019 precursor",
    "topic:sanctions country:CN cartel",
    "type:statement after:2015 before:2019-07 china",
    "fentanyl -cartel -type:relation",
    '"the state" verification:verified',
)
"""The same with filters by field, dates, exclusion and a phrase; only Briefer understands them."""

SMOKE_QUERIES = QUERIES[-4:-2]
SMOKE_FILTERED = FILTERED[:1]


def keystrokes(queries: Sequence[str]) -> Iterator[str]:
    """Yield what stands in the field after each key."""
    for query in queries:
        for length in range(1, len(query) + 1):
            yield query[:length]


def full_text_expression(text: str) -> str:
    """Return the FTS5 expression of a text: all words, the one being typed as a beginning."""
    words = " AND ".join(f'"{word}"' for word in text.split())
    return words if text.endswith(" ") else f"{words}*"
