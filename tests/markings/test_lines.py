"""Embargoes, legends and designation blocks: the lines beside a banner."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefer.markings import (
    LEGENDS,
    PROFILES,
    Marking,
    block,
    legend_in,
    missing,
    read_embargo,
    without_legend,
    wrong_legend,
)

_MARKING = Marking("CUI", ("SUB",), ("LEI",), ("FED ONLY",))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2026-12-01T10:00-05:00", "Embargoed until 10:00 a.m. EST, December 1, 2026"),
        ("2026-07-01T12:05-04:00", "Embargoed until 12:05 p.m. EDT, July 1, 2026"),
        ("2026-07-01T00:00Z", "Embargoed until 12:00 a.m. UTC, July 1, 2026"),
        (
            "2026-12-01T10:00[America/New_York]",
            "Embargoed until 10:00 a.m. EST, December 1, 2026",
        ),
        (
            "2026-12-01T10:00+01:00[Europe/Berlin]",
            "Embargoed until 10:00 a.m. CET, December 1, 2026",
        ),
        ("2026-12-01T13:30+05:30", "Embargoed until 1:30 p.m. UTC+05:30, December 1, 2026"),
    ],
)
def test_an_embargo_is_one_absolute_time(text: str, line: str) -> None:
    """Clock, zone and day stand in one line."""
    embargo = read_embargo(text)
    assert not embargo.problem
    assert embargo.line == line


def test_an_embargo_ends() -> None:
    """Before its time it holds, from then on it does not, whatever zone it was written in."""
    embargo = read_embargo("2026-12-01T10:00-05:00")
    assert embargo.ahead(datetime(2026, 12, 1, 14, 59, tzinfo=UTC))
    assert not embargo.ahead(datetime(2026, 12, 1, 15, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2026-12-01T10:00", "no time zone"),
        ("tomorrow", "date with time and zone"),
        ("2026-12-01", "date with time and zone"),
        ("2026-13-01T10:00Z", "month"),
        ("2026-12-01T10:00Z[Nowhere/Else]", "Nowhere/Else"),
        ("9999-12-31T23:59-14:00", "date with time and zone"),
        ("2026-12-01T10:00Z[../../passwd]", "date with time and zone"),
    ],
)
def test_an_embargo_that_names_no_time_is_told(text: str, word: str) -> None:
    """What is wrong is said, and the embargo still counts as holding."""
    embargo = read_embargo(text)
    assert word in embargo.problem
    assert embargo.ahead(datetime(2100, 1, 1, tzinfo=UTC))
    assert text in embargo.line


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_legend_in_a_banner_is_found_and_taken_out(legend: str) -> None:
    """Legends are found in any case, and what is left is the marking."""
    assert legend_in(f"CUI//{legend.upper()}").lower() == legend.lower()
    assert without_legend(f"CUI//{legend.upper()}") == "CUI"
    assert without_legend(f"{legend} - CUI//SP-SUB") == "CUI//SP-SUB"
    assert not legend_in("CUI//SP-SUB/LEI//FED ONLY")
    assert wrong_legend(legend) is None


@pytest.mark.parametrize("text", ["CUI//SP-SUB", "TLP:RED", "SECRET"])
def test_a_control_is_no_legend(text: str) -> None:
    """A legend may not carry what belongs in the banner."""
    assert wrong_legend(text) is not None


def test_a_block_tells_what_the_marking_says() -> None:
    """Category and dissemination come from the marking, the rest from staff, in order."""
    filled = {"controlled-by": "ONDCP", "contact": "A. Staff, 202-555-0100", "Copy": "3 of 5"}
    assert block(PROFILES["nara"].fields, _MARKING, filled) == (
        ("Controlled by", "ONDCP"),
        ("Category", "SP-SUB, LEI"),
        ("Dissemination", "FED ONLY"),
        ("Contact", "A. Staff, 202-555-0100"),
        ("Copy", "3 of 5"),
    )
    assert block(PROFILES["nara"].fields, Marking("UNCLASSIFIED"), filled) == ()


def test_what_a_block_lacks_is_named() -> None:
    """The Defense Department wants five fields, the handbook one."""
    assert [f.name for f in missing(PROFILES["nara"].fields, _MARKING, {})] == ["controlled-by"]
    assert [f.name for f in missing(PROFILES["dod"].fields, Marking("CUI"), {"office": " "})] == [
        "controlled-by",
        "office",
        "category",
        "dissemination",
        "contact",
    ]
    assert missing(PROFILES["dod"].fields, Marking("UNCLASSIFIED"), {}) == ()
