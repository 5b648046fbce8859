"""Dates as bibliographies print them, in words or with slashes, to the EDTF text of a record.

In: text such as `2023/09/15/`, `Sept. 15, 2023`, `ca. 1998`. Out: EDTF, or None where it is not
certain what is meant: `09/10/2023` is two different days on two sides of an ocean.
"""

from __future__ import annotations

import re

from briefer.errors import DateError
from briefer.records import PartialDate

_LONGEST = 100
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[t ]\d.*)?")
_SLASHES = re.compile(r"(\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.?,? (\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4}),? ([a-z]+)\.?(?: (\d{1,2}))?")
_YEARS = re.compile(r"(\d{4}) ?[-/\N{EN DASH}] ?(\d{4})")
_ABOUT = re.compile(r"(?:c\.|ca\.?|circa|about|around|approximately|\[?c) ?(.+?)\]?")


def edtf_of_text(text: str) -> str | None:
    """Return the EDTF of a date in words or figures, None where it is not certain."""
    said = " ".join(text.split())
    if not said or len(said) > _LONGEST:
        return None
    return valid(said) or valid(_read(said.lower()) or "")


def valid(edtf: str) -> str | None:
    """Return the text if it is a date that records can hold."""
    try:
        PartialDate.parse(edtf)
    except DateError:
        return None
    return edtf


def month_of(word: str) -> int | None:
    """Return the number of a month by its name, an abbreviation of three letters or more."""
    name = word.strip(" .").lower()
    found = [n for n, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name)]
    return found[0] if found else None


def season_of(word: str) -> int | None:
    """Return the EDTF number of a season by its name."""
    return _SEASONS.get(word.strip(" .").lower())


def joined(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return year, month or season, and day as EDTF text, as far as they are given."""
    text = f"{year:04}"
    if month:
        text += f"-{month:02}"
        if day:
            text += f"-{day:02}"
    return text


def _read(text: str) -> str | None:
    if match := _ISO.fullmatch(text):
        return joined(*(int(part or 0) for part in match.groups()))
    if match := _YEARS.fullmatch(text):
        return f"{match[1]}/{match[2]}"
    if match := _SLASHES.fullmatch(text):
        year, month, day, rest = match.groups()
        season = season_of(rest or "")
        if rest and (season is None or month):
            return None
        return joined(int(year), int(month or 0) or season, int(day or 0))
    if match := _ABOUT.fullmatch(text):
        about = edtf_of_text(match[1])
        return f"{about}~" if about and about[-1].isdigit() and "/" not in about else None
    return _worded(text)


def _worded(text: str) -> str | None:
    if match := _MONTH_FIRST.fullmatch(text):
        word, day, year = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, word, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(text):
        year, word, day = match.groups()
    else:
        return None
    month = month_of(word) or (season_of(word) if not day else None)
    return joined(int(year), month, int(day or 0)) if month else None
