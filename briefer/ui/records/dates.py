"""Dates as people type them: free text in, a date as precise as it was typed out.

In: "Sep 2023", "18 Dec 2023", "2019", "2023-09", or EDTF. Out: a `PartialDate`, or a flaw with the
nearest date that can be meant. Must not know: widgets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefer.errors import DateError
from briefer.records import PartialDate
from briefer.records.date_words import MONTHS

PRECISIONS = {
    "day": "Day",
    "month": "Month",
    "season": "Season",
    "year": "Year",
    "decade": "Decade",
    "century": "Century",
    "interval": "Span of time",
    "set": "One of several",
}
"""The words for precisions."""

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_ABOUT = re.compile(r"(?P<word>c\.|ca\.|circa|around|about|possibly)\s+(?:the\s+)?")
_SINCE = re.compile(r"(?P<word>since|from|until|before)\s+(?P<date>.+)")
_BETWEEN = re.compile(r"between\s+(?P<first>.+?)\s+and\s+(?P<last>.+)")
_OPEN = re.compile(r"(?P<date>.+?)\s+or\s+(?P<side>later|after|earlier|before)")
_SPAN = re.compile(r"\s+(?:to|until|through)\s+|\s*[\N{EN DASH}\N{EM DASH}]\s*|\s+-+\s+")
_MONTH_YEAR = re.compile(r"(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})")
_DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<month>[a-z]{3,9})\.?,?\s+(\d{4})"
)
_MONTH_DAY = re.compile(r"(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_DECADE = re.compile(r"(?:the\s+)?(\d{3})0s")
_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_SHORT_END = re.compile(r"[a-z]+\.?(?:\s+\d{1,2})?|\d{1,2}(?:\s+[a-z]+\.?)?")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class DateFlaw:
    """What is wrong with a date, and text that may be meant, with what taking it is called."""

    message: str
    instead: str = ""
    offer: str = ""


def read_date(text: str) -> PartialDate | DateFlaw:
    """Return the date that was typed, never sharper than that; else what is wrong with it."""
    typed = " ".join(text.split())
    try:
        return PartialDate.parse(typed)
    except DateError:
        pass
    plain = typed.lower()
    flaw = _flaw(plain, typed)
    if flaw:
        return flaw
    edtf = _edtf(plain)
    if edtf is None:
        return DateFlaw(
            f"“{typed[:60]}” is not a date. Type 18 Dec 2023, Sep 2023, 2019, or 2022 to 2023."
        )
    try:
        return PartialDate.parse(edtf)
    except DateError:
        return _impossible(edtf, typed)


def shown(date: PartialDate | None) -> str:
    """Return a date as the field shows it: what `read_date` reads as the same date."""
    if date is None:
        return ""
    words = PartialDate.parse(date.edtf).short
    found = read_date(words)
    return words if isinstance(found, PartialDate) and found.edtf == date.edtf else date.edtf


def _flaw(plain: str, typed: str) -> DateFlaw | None:
    """Return what is wrong with a date in numbers: "2023-13"."""
    match = _NUMERIC.fullmatch(plain)
    if match is None:
        return None
    year, month, day = match[1], int(match[2]), match[3]
    if not 1 <= month <= 12 and not (21 <= month <= 24 and day is None):
        return DateFlaw(f"“{typed}” is not a month. Use {year}?", year, f"Use {year}")
    return None


def _impossible(edtf: str, typed: str) -> DateFlaw:
    start, slash, end = edtf.partition("/")
    if slash and start not in ("", "..") and end not in ("", ".."):
        try:
            PartialDate.parse(f"{end}/{start}")
        except DateError:
            pass
        else:
            return DateFlaw("Ends before it starts.", f"{end}/{start}", "Swap")
    month = edtf[:7]
    try:
        words = PartialDate.parse(month).short
    except DateError:
        return DateFlaw(f"“{typed[:60]}” is not a date.")
    return DateFlaw(f"“{typed[:60]}” is not a day. Use {words}?", words, f"Use {words}")


def _edtf(plain: str) -> str | None:
    """Return the EDTF text of words in small letters, None where they are no date."""
    if match := _OPEN.fullmatch(plain):
        point = _qualified(match["date"])
        return None if point is None else _open_set(point, match["side"])
    if match := _BETWEEN.fullmatch(plain):
        first, last = _qualified(match["first"]), _qualified(match["last"])
        return f"[{first}..{last}]" if first and last else None
    if match := _SINCE.fullmatch(plain):
        point = _qualified(match["date"])
        if point is None:
            return None
        return f"{point}/.." if match["word"] in ("since", "from") else f"../{point}"
    if len(parts := _SPAN.split(plain)) == 2:
        return _span(parts[0].strip(), parts[1].strip())
    return _qualified(plain)


def _qualified(words: str) -> str | None:
    """Return the EDTF text of one date that may be around, or uncertain."""
    match = _ABOUT.match(words)
    lead = match["word"] if match else ""
    bare = words[match.end() :] if match else words
    point = _point(bare.removesuffix("?").strip())
    if point is None:
        return None
    around = lead not in ("", "possibly")
    unsure = lead == "possibly" or bare.endswith("?")
    return point + ("%" if around and unsure else "~" if around else "?" if unsure else "")


def _open_set(point: str, side: str) -> str:
    """Return the set of a date and all later or earlier ones."""
    return f"[{point}..]" if side in ("later", "after") else f"[..{point}]"


def _span(start: str, end: str) -> str | None:
    """Return the interval of two dates; the first may leave the year (and month) to the second."""
    last = _qualified(end)
    first = _qualified(start)
    year = _YEAR.search(end)
    if first is None and year and _SHORT_END.fullmatch(start):
        first = _point(f"{start} {year[0]}")
        if first is None and start.isdigit() and last:
            first = f"{last[:7]}-{int(start):02}"
        if first is None and (match := re.fullmatch(r"([a-z]+)\.? (\d{1,2})", start)):
            first = _point(f"{match[2]} {match[1]} {year[0]}")
    if last is None and first and len(first) == 10 and (match := re.match(r"(\d{1,2}),", end)):
        last = f"{first[:7]}-{int(match[1]):02}"
    return f"{first}/{last}" if first and last else None


def _point(words: str) -> str | None:
    """Return the EDTF text of one date in words."""
    if match := _NUMERIC.fullmatch(words):
        parts = [match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)]
        return "-".join(parts)
    if _YEAR.fullmatch(words):
        return words
    if match := _DECADE.fullmatch(words):
        return f"{match[1]}X"
    if match := _MONTH_YEAR.fullmatch(words):
        unit = _month(match["month"]) or _SEASONS.get(match["month"])
        return f"{match['year']}-{unit:02}" if unit else None
    match = _DAY_MONTH.fullmatch(words) or _MONTH_DAY.fullmatch(words)
    month = _month(match["month"]) if match else None
    return f"{match[3]}-{month:02}-{int(match['day']):02}" if match and month else None


def _month(word: str) -> int | None:
    """Return the number of a month by its name, its first letters, or "sept"."""
    number = _MONTHS.get(word[:3])
    full = MONTHS[number - 1].lower() if number else ""
    return number if full.startswith(word) or word == "sept" else None
