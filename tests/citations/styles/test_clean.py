"""Whatever is not known of a source leaves no trace in its citation, in any style."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.citations import STYLES
from briefer.citations.styles.base import Style
from briefer.content import Text
from briefer.records import Locator, Name, PartialDate, Source
from tests.citations.styles.samples import SAMPLES

_OPTIONAL: dict[str, Any] = {
    "author": (),
    "issued": None,
    "container_title": None,
    "container_title_short": None,
    "section": None,
    "publisher": None,
    "authority": None,
    "genre": None,
    "number": None,
    "volume": None,
    "issue": None,
    "page": None,
    "doi": None,
    "url": None,
}
_FILLED: dict[str, Any] = {
    "author": (Name(family="Doe", given="Jane Q."), Name(literal="Example Staff")),
    "issued": PartialDate.parse("2023-09-15"),
    "container_title": "The Example Journal",
    "container_title_short": "Ex. J.",
    "section": "12",
    "publisher": "Department of Examples",
    "authority": "Committee on Examples",
    "genre": "Example paper",
    "number": "12345",
    "volume": "7",
    "issue": "2",
    "page": "101-110",
    "doi": "10.1000/182",
    "url": "https://example.org/paper",
}
_STRAY = re.compile(
    r"[,;:][,;:.]"  # a mark and another one
    r"|(?<!\.)\.\.(?!\.)"  # two full stops
    r"|[?!]\.(?!\w)"  # a full stop behind a title's own mark
    r"|\s[,;:.)\]]"  # a mark set off by a space
    r"|[(\[]\s|[(\[][,;:.]|[(\[][)\]]"  # a bracket with nothing, or a mark, behind it
    r"|[,;:]\s*[)\]]"  # a mark before a closing bracket
    r"|\N{LEFT DOUBLE QUOTATION MARK}\s*\N{RIGHT DOUBLE QUOTATION MARK}"
    r"|\N{RIGHT DOUBLE QUOTATION MARK}[,.]"  # a mark outside (American usage wants it inside)
    r"|\s\s|^[\s,;:.)]|[\s,;:(\[]$"
    r"|None|\(\)|\bNo\.\s*[,.(]|\bibid\b|\bid\.|\bsupra\b",
    re.IGNORECASE,
)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Return a source of any kind with any of its fields missing, and others added."""
    source = draw(st.sampled_from(list(SAMPLES.values())))
    lost = draw(st.sets(st.sampled_from(list(_OPTIONAL))))
    added = draw(st.sets(st.sampled_from(list(_FILLED))))
    title = draw(
        st.sampled_from([source.title, "What Now?", "Stop!", "Doe v. Roe Co.", "A: B", " Padded "])
    )
    changes = {name: _FILLED[name] for name in added} | {name: _OPTIONAL[name] for name in lost}
    return replace(source, title=title, **changes)


_STYLE = st.sampled_from(list(STYLES.values()))
_LOCATOR = st.sampled_from(
    [
        None,
        *(Locator("note", value) for value in ("35", "33-35")),
        *(Locator("page", value) for value in ("105", "105-107")),
        *(Locator("paragraph", value) for value in ("3", "3, 5")),
        Locator("section", "Costs, para. 1"),
        Locator("timestamp", "01:02"),
    ]
)


def _words(style: Style, source: Source) -> str:
    return "".join(run.text for run in style.work(source, ()) if isinstance(run, Text))


@settings(max_examples=300)
@given(_STYLE, sources(), _LOCATOR)
def test_missing_fields_leave_nothing_behind(
    style: Style, source: Source, locator: Locator | None
) -> None:
    """No doubled mark, empty bracket, "None" or *ibid.*, whatever is known."""
    for words in (_words(style, source), style.full(source, locator), style.short(source)):
        without_address = re.sub(r"https?://\S+", "address", words)
        assert not _STRAY.search(without_address), words


@settings(max_examples=300)
@given(_STYLE, sources(), _LOCATOR)
def test_a_citation_always_says_what_and_where(
    style: Style, source: Source, locator: Locator | None
) -> None:
    """The whole citation has the pinpoint, and the address where one is known."""
    words = style.full(source, locator)
    if locator is not None:
        last = re.split(r"[-, ]+", locator.value)[-1]
        assert last in words
    if source.url or source.doi:
        assert (source.url or "https://doi.org/") in words or "https://doi.org/" in words
    assert words.strip()


@settings(max_examples=300)
@given(_STYLE, sources())
def test_runs_join_to_one_reading(style: Style, source: Source) -> None:
    """No two neighbors have the same face, none is empty."""
    runs = [run for run in style.work(source, ("note",)) if isinstance(run, Text)]
    assert all(run.text for run in runs)
    assert all(one.italic != other.italic for one, other in zip(runs, runs[1:], strict=False))
    assert "".join(run.text for run in runs).endswith("Cited by note.")
