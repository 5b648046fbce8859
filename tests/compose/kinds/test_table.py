"""Tests of the table of events."""

from __future__ import annotations

import pytest

from tests.builders import composed, make_card, make_event, only_table, shown

_MARCH = make_event("event/march", title="Call was made.", date="2023-03", note="25")
_DAY = make_event(
    "event/day", title="Text was adopted", date="2023-12-18", event_type="multilateral.session"
)
_OLD = make_event("event/old", title="Drug was made", date="1959", event_type="science.synthesis")


def test_rows_stand_in_order_with_their_sources_apart() -> None:
    """Date without the year that the heading names; the mark has a cell of its own."""
    table = only_table(composed(make_card("table", [_DAY, _MARCH]), _MARCH, _DAY))
    assert [column.heading for column in table.columns] == [
        "Date, 2023",
        "Action",
        "Track",
        "Source",
    ]
    assert [[shown(cell) for cell in row.cells] for row in table.rows] == [
        ["March", "Call was made", "Bilateral", "{25}"],
        ["December 18", "Text was adopted", "Multilateral", "{1}"],
    ]


def test_several_years_are_written_out() -> None:
    """Without a shared year each date has its own; undated rows come last."""
    undated = make_event("event/undated", date=None)
    slide = composed(make_card("table", [undated, _MARCH, _OLD]), _MARCH, _OLD, undated)
    table = only_table(slide)
    assert table.columns[0].heading == "Date"
    assert [shown(row.cells[0]) for row in table.rows] == ["1959", "Mar 2023", "No date given"]


def test_marks_in_the_users_words_move_to_the_source_cell() -> None:
    """A cell of words holds no superscript."""
    card = make_card("table", [_MARCH], text={"event/march": "A call.[@event/day] It was first."})
    (row,) = only_table(composed(card, _MARCH, _DAY)).rows
    assert shown(row.cells[1]) == "A call. It was first."
    assert shown(row.cells[3]) == "{25,1}"


def test_columns_share_the_whole_width() -> None:
    """The shares of the columns add up to one."""
    for events in ([_MARCH], [_MARCH, _OLD]):
        table = only_table(composed(make_card("table", events), *events))
        assert sum(column.share for column in table.columns) == pytest.approx(1)


def test_a_missing_event_is_a_visible_row() -> None:
    """The table keeps a row for the hole, as wide as the others."""
    slide = composed(make_card("table", [_MARCH, "event/gone"]), _MARCH)
    row = only_table(slide).rows[-1]
    assert [shown(cell) for cell in row.cells] == ["", "[unknown record event/gone]", "", ""]
    assert slide.missing == ("event/gone",)
