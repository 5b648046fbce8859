"""Tests of charts of events, of statistics and of typed figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.compose.counting import count_events
from briefer.content import Chart, Peak, Slide
from briefer.records import Event, PartialDate, Statistic
from briefer.records.statistic import SeriesPoint
from tests.builders import composed, lines, make_card, make_event, make_statistic, places

_YEAR_2023 = (
    ("03", "multilateral.session"),
    ("04", "law_enforcement.indictment"),
    ("06", "law_enforcement.indictment"),
    ("07", "multilateral.session"),
    ("09", "law_enforcement.extradition"),
    ("09", "multilateral.session"),
    ("09", "bilateral.summit"),
    ("10", "law_enforcement.indictment"),
    ("11", "bilateral.summit"),
    ("12", "law_enforcement.indictment"),
    ("12", "multilateral.session"),
)
ACTIONS = tuple(
    make_event(f"event/{n}", date=f"2023-{month}", event_type=kind, note=str(n))
    for n, (month, kind) in enumerate(_YEAR_2023, start=1)
)


def chart_of(slide: Slide) -> Chart:
    """Return the slide's chart."""
    (chart,) = (block for block in slide.blocks if isinstance(block, Chart))
    return chart


def chart_card(
    *records: Event | Statistic, text: dict[str, str] | None = None
) -> tuple[Slide, Chart]:
    """Return the slide of a chart card with these records, and its chart."""
    slide = composed(make_card("chart", records, text=text), *records)
    return slide, chart_of(slide)


def series_over(*points: tuple[str, float], counts: str = "Deaths") -> Statistic:
    """Return a statistic with a series."""
    made = tuple(SeriesPoint(PartialDate.parse(at), value) for at, value in points)
    return replace(make_statistic(f"statistic/{counts.lower()}", counts=counts), series=made)


def test_events_are_counted_by_month_and_track() -> None:
    """Months without events stay; the run that holds most is bracketed and told as it is."""
    slide, chart = chart_card(*ACTIONS)
    assert " ".join(chart.categories) == "Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    assert [(one.name, one.track) for one in chart.series] == [
        ("Enforcement", "enforcement"),
        ("Bilateral", "bilateral"),
        ("Multilateral", "multilateral"),
    ]
    assert chart.series[0].values == (0, 1, 0, 1, 0, 0, 1, 1, 0, 1)
    assert chart.peak == Peak(6, 9, "7 of 11 actions")
    title = "Seven of the eleven actions shown fell between September and December 2023"
    assert slide.title == title
    assert lines(slide, "takeaway") == [
        "heading: What it shows",
        "point: 11 actions: 5 enforcement, 2 bilateral, 4 multilateral.{1,2,3,4,5,6,7,8,9,10,11}",
        "point: Seven of the eleven fell between September and December 2023, three of them in "
        "September.{5,6,7,8,9,10,11}",
    ]
    assert "Peak: September 2023, 3." in chart.summary


def test_what_is_less_exact_is_told_and_not_counted() -> None:
    """No event is put into a month that its source does not give; planned is not past."""
    others = (
        make_event("event/year", date="2023", note="21"),
        make_event("event/none", date=None, note="22"),
        make_event("event/about", date="2023-05~", note="23"),
        make_event("event/plan", date="2023-08", status="planned", note="24"),
    )
    slide, chart = chart_card(*ACTIONS, *others)
    assert sum(value or 0 for one in chart.series for value in one.values) == len(ACTIONS)
    assert (
        "point: Not counted: 1 dated only to the year, 1 without a date, 1 dated only about, "
        "1 planned.{21,22,23,24}"
    ) in lines(slide, "takeaway")


@pytest.mark.parametrize(
    ("dates", "categories"),
    [
        (("2021-02", "2022-12-24"), ["Q1 2021", "Q2 2021", "Q4 2022"]),
        (("2015", "2023-01"), ["2015", "2016", "2023"]),
        (("1959", "2023"), ["1950s", "1960s", "2020s"]),
        (("2022-12", "2023-01"), ["Dec 2022", "Jan 2023", "Jan 2023"]),
    ],
)
def test_long_spans_are_counted_by_coarser_units(
    dates: tuple[str, ...], categories: list[str]
) -> None:
    """First, second and last category of the proposed unit."""
    events = [make_event(f"event/{n}", date=date) for n, date in enumerate(dates)]
    _, chart = chart_card(*events)
    assert [chart.categories[0], chart.categories[1], chart.categories[-1]] == categories


def test_the_user_names_the_unit_shape_and_words() -> None:
    """Heading, units, shape and points are the user's; the data keep their sources."""
    words = {
        "by": "quarters",
        "shape": "line",
        "heading": "Actions",
        "units": "actions a quarter",
        "points": "It grew.[@event/1]",
    }
    slide, chart = chart_card(*ACTIONS, text=words)
    assert (chart.shape, chart.heading, chart.unit) == ("line", "Actions", "actions a quarter")
    assert chart.categories == ("Q1 2023", "Q2 2023", "Q3 2023", "Q4 2023")
    assert lines(slide, "takeaway")[1:] == [
        "point: It grew.{1}",
        "point: The data of the chart.{1,2,3,4,5,6,7,8,9,10,11}",
    ]


@given(st.lists(st.sampled_from(("2023", "2023-01", "2022-11-05", "1999", "2023~")), min_size=1))
def test_every_event_is_counted_once_or_told_as_left(dates: list[str]) -> None:
    """Counting loses nothing, and nothing stands where its date does not put it."""
    events = [make_event(f"event/{n}", date=date) for n, date in enumerate(dates)]
    found = count_events(events)
    if found is None:
        assert all("~" in date for date in dates)
        return
    placed = [event for _, event in found.placed]
    assert sorted(event.id for event in (*placed, *found.left)) == sorted(e.id for e in events)
    for unit, event in found.placed:
        assert event.date
        assert unit in found.units
        if found.unit == "month":
            assert event.date.month
            assert unit == 12 * (event.date.year or 0) + event.date.month - 1


def test_events_without_a_usable_date_are_listed() -> None:
    """Nothing to draw is said in words, and no event is lost."""
    events = [make_event("event/a", date=None), make_event("event/b", date="1977~/..")]
    slide = composed(make_card("chart", events), *events)
    assert slide.pattern == "text"
    assert lines(slide, "text")[0] == "lead: [no chart: no event is dated exactly enough]"
    assert len(lines(slide, "text")) == 3


def test_statistics_of_one_unit_are_bars() -> None:
    """Each bar has its name with its qualifier, each point its sentence with its mark."""
    one = make_statistic("statistic/a", counts="Deaths", value=100, note="1")
    two = make_statistic("statistic/b", counts="Arrests", value=20, qualifier="more than", note="2")
    slide, chart = chart_card(one, two)
    assert chart.shape == "bars"
    assert chart.categories == ("Deaths", "Arrests (more than)")
    assert chart.series[0].values == (100, 20)
    assert lines(slide, "takeaway")[1:] == [
        "point: Deaths: 100 people (2023).{1}",
        "point: Arrests: more than 20 people (2023).{2}",
    ]
    assert "largest" not in slide.title


def test_statistics_that_cannot_be_compared_are_listed() -> None:
    """Different units share no axis."""
    one = make_statistic("statistic/a", counts="Deaths")
    two = make_statistic("statistic/b", counts="Price", unit="USD", value=3)
    slide = composed(make_card("chart", [one, two]), one, two)
    assert lines(slide, "text")[0] == "lead: [no chart: the statistics have different units]"
    assert len(lines(slide, "text")) == 3


def test_a_range_is_told_and_not_drawn() -> None:
    """No number is made up between two."""
    one = make_statistic("statistic/a", counts="Deaths", value=100)
    two = make_statistic("statistic/b", counts="Arrests", value=None, low=10, high=30)
    slide, chart = chart_card(one, two)
    assert chart.categories == ("Deaths",)
    assert lines(slide, "takeaway")[-1] == "point: Arrests: 10–30 people (2023).{4}"


def test_series_stand_over_time_with_their_gaps() -> None:
    """Years without a value stay empty; the course is told from first to last."""
    item = series_over(("2018", 10.0), ("2021", 40.0), ("2019", 60.0))
    slide, chart = chart_card(item)
    assert (chart.shape, chart.over_time) == ("columns", True)
    assert chart.categories == ("2018", "2019", "2020", "2021")
    assert chart.series[0].values == (10.0, 60.0, None, 40.0)
    assert lines(slide, "takeaway")[1:] == [
        "point: Deaths: 2018, 10 people; 2021, 40 people.{4}",
        "point: Highest: 2019, 60 people.{4}",
    ]


def test_a_long_series_is_a_line() -> None:
    """Eight years and more are joined."""
    item = series_over(*((str(year), float(year)) for year in range(2010, 2020)))
    assert chart_card(item)[1].shape == "line"


def test_statistics_beside_events_are_points() -> None:
    """Events are drawn; no picked record is lost."""
    slide, chart = chart_card(*ACTIONS, make_statistic(note="30"))
    assert len(chart.records) == len(ACTIONS)
    assert lines(slide, "takeaway")[-1].endswith("{30}")


def test_typed_figures_without_a_source_are_staffs_and_uncited() -> None:
    """They are labelled so, with an empty mark, which is a finding."""
    slide, chart = chart_card(text={"data": "Mexico: 1,200\nChina: -3.5", "units": "kilograms"})
    assert chart.categories == ("Mexico", "China")
    assert chart.series[0].values == (1200, -3.5)
    assert lines(slide, "heading") == ["value: Kilograms", "note: Staff’s figures{}"]
    assert lines(slide, "takeaway")[1:] == ["point: Highest: Mexico, 1,200."]


def test_typed_figures_are_cited_by_picked_records_or_lines() -> None:
    """What some lines cite does not vouch for the others."""
    event = make_event(note="7")
    slide, _ = chart_card(event, text={"data": "A: 1\nB: 2"})
    assert lines(slide, "takeaway")[1:] == ["point: Highest: B, 2.{7}"]
    card = make_card("chart", text={"data": "A: 1 [@event/talks]\nB: 2\nC: 3 [@event/gone]"})
    slide = composed(card, event)
    assert lines(slide, "takeaway")[1:] == [
        "point: Highest: C, 3.{7}",
        "point: Staff’s figures: B, C.{}",
        "point: [unknown record event/gone]",
    ]
    assert slide.missing == ("event/gone",)


def test_typed_series_have_their_names() -> None:
    """Several values a line make several series, missing ones are empty."""
    data = "2020: 10%, 20%\n2021: 5.5%; -\n2022: n/a; 7%"
    _, chart = chart_card(text={"data": data, "series": "Meth, Fentanyl"})
    assert [one.name for one in chart.series] == ["Meth", "Fentanyl"]
    assert [one.values for one in chart.series] == [(10, 5.5, None), (20, None, 7)]
    assert (chart.suffix, chart.over_time) == ("%", True)


def test_lines_that_are_no_data_are_shown() -> None:
    """Nothing typed is lost; alone it makes no chart."""
    slide, chart = chart_card(text={"data": "A: 1\nno number here\nB: many"})
    assert chart.categories == ("A",)
    assert lines(slide, "takeaway")[-2:] == [
        "point: [no number in “no number here”]",
        "point: [no number in “B: many”]",
    ]
    slide = composed(make_card("chart", text={"data": "nothing"}))
    assert places(slide) == ["text"]


def test_a_missing_record_is_visible() -> None:
    """The hole stands in the takeaway."""
    slide = composed(make_card("chart", [ACTIONS[0], "event/gone"]), ACTIONS[0])
    assert lines(slide, "takeaway")[-1] == "point: [unknown record event/gone]"
