"""What a record may say although the paragraph it cites does not print it, and why."""

from __future__ import annotations

from collections.abc import Mapping

LIKE: Mapping[str, tuple[str, ...]] = {
    "States": ("U.S", "American"),
    "U.S": ("States", "United", "American"),
    "China": ("Chinese",),
    "Republican": ("Republicans",),
    "eighteen": ("18",),
    "forty": ("49",),
    "fifty": ("50",),
}
"""Words of a source, and forms of them that say the same ("forty" stands for "forty-nine")."""

ORDINARY = frozenset(
    (
        "Adding",
        "Aims",
        "Announcement",
        "Before",
        "Consequently",
        "Credited",
        "Description",
        "Enlists",
        "Expected",
        "Fighting",
        "Head",
        "Indicts",
        "Instead",
        "Institution",
        "Known",
        "Legislature",
        "Listing",
        "Partners",
        "Planned",
        "Post",
        "Price",
        "Published",
        "Several",
        "Target",
        "There",
        "Title",
        "Votes",
    )
)
"""Ordinary words that begin a phrase in the library or a seed and are nowhere written small."""

_COUNT = "A count of what the sentence itself lists."
_SUM = "The sum of the three figures of the sentence, which the summary gives one by one."

ALLOWED: Mapping[tuple[str, str], str] = {
    ("event/2022-substances-controlled", "six"): _SUM,
    ("event/mexico-increased-efforts", "two"): _COUNT,
    ("event/us-china-cooperation-breakdown", "two"): _COUNT,
    ("statement/fidler-biden-approach", "three"): _COUNT,
    ("statement/fidler-driving-forces", "two"): _COUNT,
    ("statement/fidler-rivalry", "two"): _COUNT,
    ("statement/note-four-departments", "four"): _COUNT,
}
"""(Record, name or number) that no cited paragraph prints: why it stands there."""
