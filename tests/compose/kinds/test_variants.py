"""Tests of the layouts of kinds: each says the same facts, cited, in a look of its own."""

from __future__ import annotations

import pytest

from briefer.compose import SLIDE_KINDS
from briefer.content import Chart, Figures, Panel, Slide, Table, Timeline
from briefer.layout.patterns import PATTERNS
from briefer.records import Record
from tests.builders import (
    composed,
    lines,
    make_actor,
    make_card,
    make_event,
    make_relation,
    make_statement,
    make_statistic,
    only_table,
    shown,
)

_TALKS = make_event(actors=(("actor/jane-doe", "host"),), summary="They met. They spoke.")
_LATE = make_event("event/late", title="A deal was made", date="2023-09", note="6")
_UNDATED = make_event("event/undated", title="Order was given", date=None)
_DOE = make_actor()
_REMARK = make_statement(event="event/talks")
_REPLY = make_statement("statement/reply", text="we will not.", responds_to="statement/remark")
_VIEW = make_statement("statement/view", text="It should stop.", statement_type="position")
_DEATHS = make_statistic()
_PRICE = make_statistic("statistic/price", value=1, unit="USD", counts="Price of a pill")
_MEMBER = make_relation()
_RECORDS: tuple[Record, ...] = (
    *(_TALKS, _LATE, _UNDATED, _DOE, _REMARK, _REPLY, _VIEW, _DEATHS, _PRICE, _MEMBER),
)
_PICKS: dict[str, list[Record]] = {
    "timeline": [_TALKS, _LATE],
    "event": [_TALKS, _LATE],
    "actor": [_DOE, _REMARK],
    "network": [_MEMBER],
    "quote": [_REMARK],
    "statements": [_REMARK, _REPLY],
    "figures": [_DEATHS, _PRICE],
    "chart": [_TALKS, _LATE],
    "table": [_TALKS, _LATE],
}
_VARIANTS = [
    (kind.name, choice.name, item.value)
    for kind in SLIDE_KINDS.values()
    for choice in kind.choices
    for item in choice.values
]


def _slide(
    kind: str, value: str, *, name: str = "layout", text: dict[str, str] | None = None
) -> Slide:
    card = make_card(kind, _PICKS[kind], options={name: value}, text=text)
    return composed(card, *_RECORDS)


def _cells(slide: Slide) -> list[list[str]]:
    return [[shown(cell) for cell in row.cells] for row in only_table(slide).rows]


@pytest.mark.parametrize(("kind", "name", "value"), _VARIANTS)
def test_layout_has_a_place_and_role_for_all_that_a_variant_says(
    kind: str, name: str, value: str
) -> None:
    """Each variant is composed as asked; panels and roles are those of its pattern."""
    slide = _slide(kind, value, name=name)
    assert slide.variant == value or kind == "timeline"
    assert slide.kind == kind
    places = PATTERNS[slide.pattern].places
    for block in slide.blocks:
        if isinstance(block, Panel):
            assert {para.role for para in block.paras} <= set(places[block.place].roles)


@pytest.mark.parametrize(("kind", "name", "value"), _VARIANTS)
def test_no_variant_loses_a_record_that_was_picked(kind: str, name: str, value: str) -> None:
    """What is picked is used in every look, and the speaker notes quote what was quoted."""
    slide = _slide(kind, value, name=name)
    assert {record.id for record in _PICKS[kind]} <= set(slide.records)
    if kind in ("quote", "statements", "actor"):
        assert slide.quotations[0].text == _REMARK.text


def test_a_timeline_is_a_list_or_a_table_on_demand() -> None:
    """The axis is proposed as it ever was; a table has room for what has no date."""
    (listed,) = _slide("timeline", "list").blocks
    assert isinstance(listed, Timeline)
    assert listed.listed
    (axis,) = _slide("timeline", "axis").blocks
    assert axis == _slide("timeline", "").blocks[0]
    card = make_card("timeline", [_UNDATED, _TALKS], options={"layout": "table"})
    assert _cells(composed(card, *_RECORDS)) == [
        ["Jun 2023", "Talks were held", "Bilateral", "{1}"],
        ["No date given", "Order was given", "Bilateral", "{1}"],
    ]


def test_an_event_stands_with_a_statement_or_without() -> None:
    """One that is asked for is found at the event; without a panel a picked one is a point."""
    assert lines(_slide("event", "statement"), "statement")[0] == (
        "quote: “we will act on [the] threat.”{3}"
    )
    assert _slide("event", "").variant == "plain"
    card = make_card("event", [_TALKS, _REMARK], options={"layout": "plain"})
    slide = composed(card, *_RECORDS)
    assert slide.pattern == "event"
    assert "point: Jane Q. Doe: “we will act on [the] threat.”{3}" in lines(slide, "matters")
    assert [quotation.text for quotation in slide.quotations] == [_REMARK.text]


def test_an_actor_as_text_is_named_and_keeps_words_and_slides() -> None:
    """The title has name and role; points, slides, then the words with where they were said."""
    slide = _slide("actor", "text")
    assert slide.title == "Jane Q. Doe, Director of the Office"
    assert lines(slide, "text") == [
        "lead: Role in the file",
        "point: June 2023: Talks were held.{1}",
        "point: It should stop.{3}",
        "point: A member of [unknown record actor/office].{5}",
        "point: In this deck: <SlidesShowing actor/jane-doe>",
        "lead: In their words",
        "point: “we will act on [the] threat.”{3}",
        "body: Summit, June 2023",
    ]


def test_an_actor_as_text_is_named_where_the_title_says_something_else() -> None:
    """Under a title of the user's own, name and role lead the text."""
    card = make_card("actor", [_DOE], title="Who led it", options={"layout": "text"})
    assert lines(composed(card, *_RECORDS), "text")[0] == (
        "lead: Jane Q. Doe, Director of the Office"
    )


def test_a_quote_in_context_stands_over_what_it_is_tied_to() -> None:
    """The words are in marks; the event and the answer carry marks of their own."""
    assert lines(_slide("quote", "context", text={"context": "In public."}), "text") == [
        "lead: “we will act on [the] threat.”{3}",
        "body: Jane Q. Doe, Director of the Office; Summit, June 2023.",
        "body: In public.",
        "lead: In context",
        "point: June 2023: Talks were held.{1}",
        "point: Jane Q. Doe: “we will not.”{3}",
    ]


def test_a_position_is_never_set_as_a_large_quotation() -> None:
    """It stands in context, as the paraphrase that it is."""
    slide = composed(make_card("quote", [_VIEW], options={"layout": "large"}), *_RECORDS)
    assert (slide.pattern, slide.variant) == ("text", "context")
    assert lines(slide, "text")[:2] == [
        "lead: It should stop.{3}",
        "body: Jane Q. Doe, Director of the Office; June 2023. Paraphrased; not a quotation.",
    ]


def test_two_statements_stand_one_under_the_other() -> None:
    """Party, words and source; the last row says how they stand together."""
    text = {"left_lead": "She said:", "differ": "in aim.[@event/talks]\nIn means."}
    assert _cells(_slide("statements", "table")) == [
        ["Jane Q. Doe", "“we will act on [the] threat.”", "{3}"],
        ["Jane Q. Doe", "“we will not.”", "{3}"],
        ["Together", "Jane Q. Doe spoke in reply to Jane Q. Doe.", "{3}"],
    ]
    slide = _slide("statements", "table", text=text)
    assert _cells(slide)[0][1] == "She said: “we will act on [the] threat.”"
    assert _cells(slide)[2] == ["Where they differ", "in aim. In means. ", "{1}"]
    assert shown(only_table(slide).rows[0].below[0]) == "Summit, June 2023"


def test_figures_stand_in_a_table_with_their_so_what() -> None:
    """Every figure keeps words, scope and source; own context follows as text."""
    text = {"so_what": "it costs.[@event/talks]", "context": "It grows."}
    slide = _slide("figures", "table", text=text)
    table = slide.blocks[0]
    assert isinstance(table, Table)
    assert [[shown(cell) for cell in row.cells] for row in table.rows] == [
        ["78,000", "Deaths from overdose in one year", "2023", "{4}"],
        ["$1", "Price of a pill", "2023", "{4}"],
        ["So what", "it costs.", "", "{1}"],
    ]
    assert lines(slide, "text") == ["lead: In context", "point: It grows.{}"]
    assert isinstance(_slide("figures", "cards").blocks[0], Figures)


def test_a_table_says_tracks_or_who_took_part_or_neither() -> None:
    """The third column changes; date, action and source stay."""
    assert _cells(_slide("table", "parties"))[0] == [
        "June",
        "Talks were held",
        "Jane Q. Doe",
        "{1}",
    ]
    assert _cells(_slide("table", "plain"))[0] == ["June", "Talks were held", "{1}"]
    assert _cells(_slide("table", ""))[0][2] == "Bilateral"
    card = make_card("table", [_TALKS, "event/gone"], options={"layout": "plain"})
    table = only_table(composed(card, *_RECORDS))
    assert all(len(row.cells) == len(table.columns) == 3 for row in table.rows)


def test_events_are_stacked_by_track_or_counted_together() -> None:
    """Side by side or in a line, zeros of each track would hide the counts."""
    raid = make_event("event/raid", event_type="law_enforcement.indictment")
    for shape, names in (("stacked", ["Enforcement", "Bilateral"]), ("bars", ["All actions"])):
        card = make_card("chart", [_TALKS, raid], options={"shape": shape})
        chart = next(b for b in composed(card, *_RECORDS, raid).blocks if isinstance(b, Chart))
        assert chart.shape == shape
        assert [series.name for series in chart.series] == names
        assert sum(value or 0 for series in chart.series for value in series.values) == 2


def test_a_chart_that_may_go_on_is_cited_on_each_of_its_pages() -> None:
    """The heading is repeated, so it carries the mark; the points beside the first page are not."""
    events = [make_event(f"event/{n}", date=f"2023-{n:02}", note=str(n)) for n in (1, 5, 9)]
    for shape, note in (("bars", "note: Number of bilateral actions{1,5,9}"), ("line", None)):
        slide = composed(make_card("chart", events, options={"shape": shape}), *events)
        assert lines(slide, "heading")[1] == (note or "note: Number of bilateral actions")


def test_only_what_is_over_time_is_a_line() -> None:
    """A line from one category to another would claim a course that there is not."""
    data = {"data": "Mexico: 3\nChina: 4"}
    apart = composed(make_card("chart", text=data, options={"shape": "line"}))
    assert apart.variant == "columns"
    years = {"data": "2021: 3\n2022: 4"}
    assert composed(make_card("chart", text=years, options={"shape": "line"})).variant == "line"
    old = composed(make_card("chart", text={**years, "shape": "Bar"}))
    assert old.variant == "bars"
