"""Dates as CSL-JSON has them, to and from the dates of records.

In: a CSL date, `{"date-parts": [[2023, 9, 15]]}` or one of its other forms. Out: EDTF text and
whether it says all that the CSL date says; and back. What CSL cannot express becomes a `literal`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefer.bibliography.date_text import edtf_of_text, joined, season_of, valid
from briefer.records import PartialDate

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_SPRING, _WINTER = 21, 24
_TEXTS = ("edtf", "raw", "literal")
_KNOWN = frozenset({"date-parts", "season", "circa", *_TEXTS})


@dataclass(frozen=True, slots=True)
class ReadDate:
    """The EDTF of a date, None where it is not understood; `whole` if nothing of it is left out."""

    edtf: str | None
    whole: bool
    problem: str = ""


def read_csl_date(value: object) -> ReadDate:
    """Return what a CSL date says."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return _of_text(str(value))
    if not isinstance(value, Mapping):
        return ReadDate(None, False, "no date.")
    if value.get("date-parts"):
        return _of_parts(value)
    said = [text for key in _TEXTS if isinstance(text := value.get(key), str) and text.strip()]
    if said:
        found = _of_text(said[0])
        return found if len(said) == 1 else replace(found, whole=False)
    return ReadDate(None, False, "a date without a year.")


def _of_text(text: str) -> ReadDate:
    edtf = edtf_of_text(text)
    if edtf is None:
        return ReadDate(None, False, f"the date {text[:60]!r} is not understood.")
    return ReadDate(edtf, True)


def _of_parts(value: Mapping[object, object]) -> ReadDate:
    parts = value["date-parts"]
    said = [_point(part, value) for part in parts[:2]] if isinstance(parts, list) else []
    problem = f"the date {str(parts)[:60]} is not one that exists."
    if not said or said[0] is None:
        return ReadDate(None, False, problem)
    text = said[0] if len(said) == 1 else f"{said[0]}/{said[1] or '..'}"
    edtf = valid(text)
    whole = isinstance(parts, list) and len(parts) <= 2 and _KNOWN.issuperset(map(str, value))
    extra = any(value.get(key) for key in _TEXTS)
    return ReadDate(edtf, bool(edtf) and whole and not extra, "" if edtf else problem)


def _point(part: object, value: Mapping[object, object]) -> str | None:
    """Return a year, month and day as EDTF text, "" where the part stands for an open end."""
    numbers = [_number(one) for one in part[:3]] if isinstance(part, list) else [None]
    if None in numbers:
        return None
    year, month, day = ([one or 0 for one in numbers] + [0, 0, 0])[:3]
    if year == 0:
        return ""
    if not 0 < year <= 9999 or month < 0 or day < 0:
        return None
    if 13 <= month <= 16:
        # CSL 1.0 counts seasons on from the months.
        month += _SPRING - 13
    text = joined(year, month or _season(value.get("season")), day)
    return f"{text}~" if _is_true(value.get("circa")) else text


def _number(one: object) -> int | None:
    """Return a number of a date, 0 where it is left empty, None where it is none."""
    if one is None or one == "":
        return 0
    if isinstance(one, bool):
        return None
    if isinstance(one, int):
        return one
    if isinstance(one, float) and one.is_integer():
        return int(one)
    if isinstance(one, str) and re.fullmatch(r"\s*-?\d{1,4}\s*", one):
        return int(one)
    return None


def _season(season: object) -> int | None:
    if isinstance(season, str) and season_of(season):
        return season_of(season)
    number = _number(season)
    if number is None:
        return None
    if 1 <= number <= 4:
        return number + _SPRING - 1
    return number if _SPRING <= number <= _WINTER else None


def _is_true(value: object) -> bool:
    return value not in (None, False, 0, "", "0", "false")


def words_of_csl_date(date: object) -> str:
    """Return what a date that is not understood says in words."""
    found = date.get("literal", date.get("raw")) if isinstance(date, Mapping) else None
    return found if isinstance(found, str) else ""


def csl_date_of(date: PartialDate) -> dict[str, object]:
    """Return a date as CSL has it; where CSL has no form for it, in words."""
    left, slash, right = date.edtf.partition("/")
    points = [_POINT.fullmatch(end) for end in ((left, right) if slash else (left,))]
    parts = [_parts(match) for match in points if match]
    seasons = {part[1] for part in parts if len(part) > 1 and part[1] > 12}
    if len(parts) != len(points) or (seasons and slash):
        return {"literal": date.display}
    found: dict[str, object] = {"date-parts": [part[:1] if seasons else part for part in parts]}
    if seasons:
        found["season"] = seasons.pop() - _SPRING + 1
    if all(match and match[4] in ("~", "%") for match in points):
        found["circa"] = True
    return found


def _parts(match: re.Match[str]) -> list[int]:
    return [int(part) for part in match.groups()[:3] if part]
