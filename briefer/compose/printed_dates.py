"""Dates as people print them, read back: "December 31, 2023", "1 March 2024", "March 2024".

In: plain text. Out: a partial date, or None where it is not one. Must not know: records, slides.
"""

from __future__ import annotations

import re

from briefer.errors import BrieferError
from briefer.records.date_words import MONTHS
from briefer.records.dates import PartialDate

_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}(?:-(?P<number>\d\d)(?:-(?P<day>\d\d))?)?",
    )
)


def printed_date(words: str) -> PartialDate | None:
    """Return the date that words print, as precise as they are; None for any other words."""
    text = " ".join(words.split())
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _date(match.groupdict())
    return None


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    edtf = parts["year"] or ""
    name, number = parts.get("month"), parts.get("number")
    if name:
        month = _NUMBERS.get(name[:3].casefold())
        if month is None or not MONTHS[month - 1].casefold().startswith(name.casefold()):
            return None
        number = f"{month:02}"
    if number:
        edtf += f"-{number}"
    if parts.get("day"):
        edtf += f"-{int(parts['day'] or 0):02}"
    try:
        return PartialDate.parse(edtf)
    except BrieferError:
        return None
