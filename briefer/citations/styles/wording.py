"""Names, dates, numbers and institutions in the words of citation manuals.

In: fields of a source. Out: plain words, "" for what is not known. Must not know: whole citations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.records.dates import PartialDate
from briefer.records.source import Name, Source

_MONTHS = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
"""Bluebook, table T12."""
_INSTITUTIONS = {
    "Administration": "Admin.",
    "Association": "Ass’n",
    "Center": "Ctr.",
    "Centers": "Ctrs.",
    "Commission": "Comm’n",
    "Committee": "Comm.",
    "Congressional": "Cong.",
    "Department": "Dep’t",
    "Government": "Gov’t",
    "International": "Int’l",
    "National": "Nat’l",
    "Research": "Rsch.",
    "Service": "Serv.",
    "University": "Univ.",
}
"""Words of Bluebook's table T6 that names of institutions in this field have."""
_DASH = re.compile(r"(?<=\w)\s*(?:-{1,2}|\N{EN DASH})\s*(?=\w)")
_DIGITS = re.compile(r"\d{5,}")
_SESSION = re.compile(r"^(\d+)(?:st|nd|rd|th)? Congress\b", re.IGNORECASE)
_ORGANS = (
    ("A/", "general assembly", "G.A.", "General Assembly"),
    ("S/", "security council", "S.C.", "Security Council"),
    ("E/", "economic and social council", "E.S.C.", "Economic and Social Council"),
)


def names(source: Source) -> tuple[str, ...]:
    """Return the authors that have a name, in reading order."""
    return tuple(name.full.strip() for name in source.author if name.full.strip())


def and_others(people: Sequence[str], *, most: int, link: str, serial: bool = True) -> str:
    """Return names as one phrase: "A & B", or "A et al." where there are more than `most`.

    With the `serial` comma three names read "A, B, and C".
    """
    if len(people) > most:
        return f"{people[0]} et al."
    *first, last = people or ("",)
    if not first:
        return last
    comma = "," if serial and len(first) > 1 else ""
    return f"{', '.join(first)}{comma} {link} {last}"


def families(source: Source) -> tuple[str, ...]:
    """Return the names under which the authors are known in short."""
    return tuple((n.family or n.full).strip() for n in source.author if n.full.strip())


def inverted(name: Name) -> str:
    """Return a name as APA lists it: "Fidler, D. P."; one that is literal stays as it is."""
    if name.literal or not name.family:
        return name.full.strip()
    given = re.split(r"([\s-]+)", (name.given or "").strip())
    initials = "".join(
        part if index % 2 else f"{part[:1]}." for index, part in enumerate(given) if part
    )
    return f"{name.family}, {initials}" if initials else name.family


def long_date(source: Source) -> str:
    """Return the date as the record words it: "December 4, 2023"."""
    return source.issued.display if source.issued else ""


def short_date(source: Source) -> str:
    """Return the date with the month abbreviated, "Dec. 4, 2023", never finer than the record's."""
    issued = source.issued
    if issued is None or not _plain(issued) or issued.month is None:
        return issued.display if issued else ""
    day = f" {issued.day}," if issued.day else ""
    return f"{_MONTHS[issued.month - 1]}{day} {issued.year}"


def year(source: Source) -> str:
    """Return the year, or the record's words where it has no single one."""
    issued = source.issued
    if issued is None:
        return ""
    return str(issued.year) if _plain(issued) and issued.year else issued.display


def year_first(source: Source) -> str:
    """Return the date as APA brackets it: "2023, December 4"."""
    issued = source.issued
    if issued is None or not _plain(issued) or not issued.month or not issued.year:
        return long_date(source)
    rest = issued.display.removesuffix(str(issued.year)).rstrip(" ,")
    return f"{issued.year}, {rest}" if rest else str(issued.year)


def _plain(date: PartialDate) -> bool:
    """Return whether a date is one that can be worded anew without saying more than it does."""
    return not (date.approximate or date.uncertain or date.overridden)


def dashed(words: str | None) -> str:
    """Return a range with an en dash: "371-80" as "371\N{EN DASH}80"."""
    return _DASH.sub("\N{EN DASH}", (words or "").strip())


def grouped(words: str | None) -> str:
    """Return numbers of five digits and more with commas (Bluebook, rule 6.2): "71,549"."""
    return _DIGITS.sub(lambda match: f"{int(match[0]):,}", (words or "").strip())


def first_page(source: Source) -> str:
    """Return the page on which a work begins, "71,549" of "71549-71553"."""
    return grouped(dashed(source.page).split("\N{EN DASH}")[0])


def numbered(number: str | None, *, word: str = "No.") -> str:
    """Return a number with its word, once: "No. 23-cr-180"."""
    said = (number or "").strip()
    return f"{word} {said}".strip() if re.match(r"\d", said) else said


def section_number(source: Source) -> str:
    """Return a section that has a number, "§ 2301" or "15 C.F.R. pt. 744"; "" for a mere name."""
    said = (source.section or "").strip()
    if not re.search(r"\d", said):
        return ""
    return f"\N{SECTION SIGN} {said}" if re.fullmatch(r"\d[\w.()-]*", said) else said


def institution(name: str | None) -> str:
    """Return an institution with the words shortened that Bluebook's table T6 shortens."""
    said = (name or "").strip()
    return re.sub(r"\w+", lambda match: _INSTITUTIONS.get(match[0], match[0]), said)


def congress(words: str | None) -> str:
    """Return a Congress as Bluebook counts it: "118th Congress" as "118th Cong."."""
    said = (words or "").strip()
    return _SESSION.sub(lambda match: match[0].replace("Congress", "Cong."), said)


def kind_words(source: Source, *, word: str = "No.") -> str:
    """Return what a document is and its number, "Order No. 12"; "" where its title says so."""
    genre, number = (source.genre or "").strip(), (source.number or "").strip()
    title = source.title.lower()
    if genre.lower() in title and number.lower() in title:
        return ""
    return " ".join(part for part in (genre, numbered(number, word=word)) if part)


def organ(source: Source, *, short: bool) -> str:
    """Return the organ of the United Nations: "G.A.", or in full "General Assembly"."""
    body, number = f"{source.authority or ''} {source.publisher or ''}", source.number or ""
    for prefix, words, initials, name in _ORGANS:
        if words in body.lower() or (number.startswith(prefix) and not source.authority):
            return initials if short else name
    named = (source.authority or source.publisher or "").strip()
    return institution(named) if short else named


def resolution_number(source: Source) -> str:
    """Return the number of a resolution without its symbol: "78/131" of "A/RES/78/131"."""
    return (source.number or "").strip().rpartition("/RES/")[2]


def symbol(source: Source) -> str:
    """Return the symbol of a document of the United Nations ("A/RES/78/131"), or ""."""
    said = (source.number or "").strip()
    return said if re.match(r"[A-Z]+/", said) else ""
