"""Sentences: splitting a summary into points, cutting to a length, ending without a stop.

In: plain text. Out: plain text. Must not know: records, slides.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "U.S.",
    "U.N.",
    "D.C.",
    "Dr.",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Jr.",
    "Sr.",
    "No.",
    "Nos.",
    "St.",
    "Co.",
    "Inc.",
    "Ltd.",
    "Gen.",
    "Sen.",
    "Rep.",
    "Gov.",
    "v.",
    "n.",
    "para.",
    "e.g.",
    "i.e.",
)
_END = re.compile(r"[.!?][\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]]*\s+")
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.$")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; abbreviations and initials do not end one."""
    words = " ".join(text.split())
    found = []
    start = 0
    for match in _END.finditer(words):
        head = words[start : match.end()].rstrip()
        if not _ends(head, words[match.end() :]):
            continue
        found.append(head)
        start = match.end()
    rest = words[start:].strip()
    return (*found, rest) if rest else tuple(found)


def _ends(head: str, after: str) -> bool:
    """Return whether a stop ends a sentence: no abbreviation, initial or ellipsis does."""
    if after[:1].islower() or after.startswith(".") or head.endswith(". ."):
        return False
    return not _abbreviated(head) and not _INITIAL.search(head)


def _abbreviated(text: str) -> bool:
    return text.rsplit(" ", 1)[-1].lstrip("(\N{LEFT DOUBLE QUOTATION MARK}") in _ABBREVIATIONS


def without_stop(text: str) -> str:
    """Return a text without its final full stop, unless an abbreviation ends it."""
    bare = text.strip()
    if bare.endswith(".") and not _abbreviated(bare) and not bare.endswith(("..", ". .")):
        return bare[:-1]
    return bare


def with_stop(text: str) -> str:
    """Return a text that ends in a full stop, question or exclamation mark."""
    bare = text.strip()
    last = bare.rstrip("\N{RIGHT DOUBLE QUOTATION MARK}")[-1:]
    return bare if not bare or last in ".!?" else f"{bare}."


WITH_ARTICLE = frozenset(
    {
        "American Journal of International Law",
        "Bahamas",
        "Dominican Republic",
        "European Union",
        "Global Coalition",
        "Global Coalition to Address Synthetic Drug Threats",
        "Netherlands",
        "Philippines",
        "United Arab Emirates",
        "United Kingdom",
        "United Nations",
        "United States",
        "White House",
    }
)
"""Names that take "the" inside a sentence."""


def plural_verb(phrase: str) -> str:
    """Return a verb phrase in the plural: "are part of", "supply"."""
    verb, space, rest = phrase.partition(" ")
    if verb == "is":
        return f"are{space}{rest}"
    if verb.endswith("ies"):
        return f"{verb[:-3]}y{space}{rest}"
    return f"{verb.removesuffix('s')}{space}{rest}"


def in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: "the United States", "China"."""
    return f"the {name}" if name in WITH_ARTICLE else name


def capital(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def clipped(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters, cut between words and marked with "..."."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:\N{EM DASH}\N{EN DASH}")
    return f"{head}\N{HORIZONTAL ELLIPSIS}"


def counted(count: int, one: str, several: str = "") -> str:
    """Return a count with its noun: "1 event", "3 events"."""
    return f"{count} {one if count == 1 else several or one + 's'}"


_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def spelled(count: int) -> str:
    """Return a count as prose prints it: in words below ten, in figures from there on."""
    return _SPELLED[count] if count < len(_SPELLED) else str(count)
