"""Hypothesis strategies for dates and for whole records of every type."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from briefer.records import RECORD_TYPES, PartialDate, Record
from briefer.records.fields import STORE_FIELDS, Field, fields_of
from briefer.records.text import clean_text

QUALIFIERS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    """Return a date of any precision, with or without a qualifier."""
    day = draw(st.dates(datetime.date(10, 1, 1)))
    year = f"{day.year:04d}"
    form = draw(st.sampled_from(["day", "month", "year", "season", "decade", "masked"]))
    text = {
        "day": day.isoformat(),
        "month": f"{year}-{day.month:02d}",
        "year": year,
        "season": f"{year}-{21 + day.day % 4}",
        "decade": f"{year[:3]}X",
        "masked": f"{year}-{day.month:02d}-XX",
    }[form]
    return text + draw(QUALIFIERS)


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    """Return any text of the EDTF subset."""
    first, second = sorted(
        (draw(points()) for _ in range(2)),
        key=lambda text: PartialDate.parse(text).sort_key,
    )
    forms = [first, f"{first}/..", f"{first}/", f"../{first}", f"/{first}", f"[{first}..]"]
    forms += [f"{first}/{second}", f"[..{first}]", f"[{first},{second}]", f"[{first}..{second}]"]
    return draw(st.sampled_from(forms))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Return dates, some with words of their own."""
    own = st.sampled_from([None, "in the term of a president", "since long ago"])
    return st.builds(PartialDate.parse, edtf_texts(), own)


SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
TEXTS = st.text(max_size=40).map(clean_text).filter(str.strip)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def _values(field: Field) -> st.SearchStrategy[Any]:
    if field.words is not None:
        one: st.SearchStrategy[Any] = st.sampled_from(sorted(field.words))
    elif field.hint is PartialDate:
        one = partial_dates()
    elif field.hint is str:
        one = TEXTS
    elif field.hint is float:
        one = NUMBERS
    elif field.hint is bool:
        one = st.booleans()
    else:
        one = parts(field.hint)
    return st.lists(one, max_size=2).map(tuple) if field.many else one


@st.composite
def parts(draw: st.DrawFn, cls: type) -> object:
    """Return an object of a record type or part with all, some or only its required fields."""
    return cls(**_drawn(draw, cls))


def _drawn(draw: st.DrawFn, cls: type) -> dict[str, Any]:
    return {
        field.name: draw(_values(field))
        for field in fields_of(cls)
        if field.name not in STORE_FIELDS and (field.required or draw(st.booleans()))
    }


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return a record of any type; its references need not lead anywhere."""
    cls = draw(st.sampled_from(list(RECORD_TYPES.values())))
    return cls(**_drawn(draw, cls) | {"id": f"{cls.type}/{draw(SLUGS)}"})
