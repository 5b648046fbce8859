"""The timeline: marks as vague as their dates, packing, lanes, and what can be done in the view."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefer.records import PartialDate
from briefer.ui.library.model import dragged_refs
from briefer.ui.main_window import MainWindow
from briefer.ui.timeline.arrange import Arrangement, Sizes
from briefer.ui.timeline.axis import (
    Axis,
    Crowd,
    axis_of,
    overview_day,
    overview_x,
    stretches,
    ticks,
    years_of,
)
from briefer.ui.timeline.ends import Ends
from briefer.ui.timeline.marks import Mark, mark_of, precision_words
from tests.ui.driving import CTRL, NONE, SHIFT, Key, cards, kinds, press, search, settle, wait_for

LEFT = Qt.MouseButton.LeftButton


def mark(text: str) -> Mark:
    """Return the mark of a date."""
    return mark_of(PartialDate.parse(text))


def arranged(lanes: Sequence[Sequence[str]], *, scale: float = 3.0) -> Arrangement:
    """Return lanes of dates laid out."""
    marks = [[mark(text) for text in lane] for lane in lanes]
    return Arrangement(marks, axis_of([one for lane in marks for one in lane], scale), Sizes())


# Marks


@pytest.mark.parametrize(
    ("text", "shape", "days", "note"),
    [
        ("2023-05-23", "diamond", 1, ""),
        ("2023-09", "bar", 30, ""),
        ("2023-22", "bar", 92, "Season only in source"),
        ("2023", "band", 365, "Year only in source"),
        ("202X", "band", 3653, "Decade only in source"),
        ("2023-05-01/2023-05-03", "bar", 3, ""),
        ("2022-07/2023-06", "band", 365, ""),
        ("[2023-01,2023-02]", "bar", 59, ""),
    ],
)
def test_a_mark_is_as_wide_as_its_date_is_vague(
    text: str, shape: str, days: int, note: str
) -> None:
    """A diamond only where the day is known; a month, quarter, year or decade has its width."""
    found = mark(text)
    assert found.start is not None
    assert found.stop is not None
    assert (found.shape, found.stop - found.start, found.note) == (shape, days, note)


@pytest.mark.parametrize(
    ("text", "open_start", "open_stop"),
    [("2020/..", False, True), ("[..2023-08]", True, False), ("[2023-11..]", False, True)],
)
def test_an_end_that_is_not_known_stays_open(text: str, open_start: bool, open_stop: bool) -> None:
    """What has no beginning or end is a band that goes on to the edge of the axis."""
    found = mark(text)
    assert found.shape == "band"
    assert (found.start is None, found.stop is None) == (open_start, open_stop)
    places = arranged([[text, "2019-01-05", "2024-06-01"]]).places
    axis = axis_of([found, mark("2019-01-05"), mark("2024-06-01")], 3.0)
    assert (places[0].start == 0.0) is open_start
    assert (places[0].stop == axis.width) is open_stop


def test_what_a_source_leaves_open_is_said() -> None:
    """The record at the right says how much of the date the source gives."""
    said = {text: precision_words(PartialDate.parse(text)) for text in ("2023-05-23", "2023-09")}
    assert said == {"2023-05-23": "", "2023-09": "Month only; the source gives no day"}
    assert "approximate" in precision_words(PartialDate.parse("1977~/.."))


# Axis


def test_ticks_have_room_for_their_words() -> None:
    """Days, months, quarters, years or more, whichever is the smallest with room."""
    start = datetime.date(2023, 1, 1).toordinal()
    words = {}
    for scale in (60.0, 3.0, 0.6, 0.15, 0.02):
        axis = Axis(start, start + 3 * 366, scale)
        found = ticks(axis, 0, 900)
        gaps = [axis.x(b.day) - axis.x(a.day) for a, b in zip(found, found[1:], strict=False)]
        assert all(gap >= 46 for gap in gaps)
        words[scale] = [tick.words for tick in found][:4]
    assert words[60.0] == ["Jan 1", "2", "3", "4"]
    assert words[3.0] == ["2023", "Feb", "Mar", "Apr"]
    assert words[0.6] == ["2023", "Q2", "Q3", "Q4"]
    assert words[0.15][:2] == ["2023", "2024"]
    assert words[0.02][:2] == ["2020", "2030"]


def test_ticks_at_both_ends_of_the_calendar() -> None:
    """The first and the last year there are do not break the axis."""
    last = datetime.date.max.toordinal()
    for axis in (Axis(1, 400, 3.0), Axis(last - 400, last, 3.0), Axis(1, last, 0.0003)):
        assert ticks(axis, 0, axis.width + 500)
    assert axis_of([mark("9999-12-31"), mark("0001-01-01")], 1.0).start == 1


def test_overview_cuts_out_empty_years() -> None:
    """Between 1959 and 2017 lies a break; days go to places and back."""
    found = stretches(years_of([mark("1959"), mark("2017"), mark("2018-05")]), 500, gap=20)
    assert [datetime.date.fromordinal(one.start).year for one in found] == [1959, 2017, 2018]
    assert found[0].left == 0
    assert found[-1].right == pytest.approx(500)
    assert found[1].left - found[0].right == 20
    assert found[2].left == found[1].right
    for text in ("1959-03-01", "2017-12-01", "2018-05-20"):
        day = datetime.date.fromisoformat(text).toordinal()
        assert overview_day(found, overview_x(found, day)) == pytest.approx(day, abs=0.5)
    assert overview_x(found, datetime.date(1980, 1, 1).toordinal()) == found[0].right
    assert stretches({}, 500, gap=20) == ()


def test_the_busiest_days_come_first() -> None:
    """The window at first shows where most dates are, whatever years or open ends there are."""
    marks = [mark(t) for t in ("1959", "1960-01", "2023-05", "2023-06-02", "2023-07", "2020/..")]
    day = Crowd(marks).busiest(300)
    assert day < datetime.date(2023, 5, 1).toordinal() < day + 300
    assert datetime.date(2023, 7, 1).toordinal() < day + 300


def test_ends_count_what_is_not_seen() -> None:
    """What lies wholly before or after is counted; what goes on past the edge is not."""
    ends = Ends([mark(t) for t in ("1959", "2017", "2023-05", "[..2010]", "2020/..", "2030-01")])
    first = datetime.date(2023, 1, 1).toordinal()
    last = datetime.date(2024, 1, 1).toordinal()
    assert (ends.earlier(first), ends.later(last)) == (3, 1)
    assert ends.before(first) == datetime.date(2017, 1, 1).toordinal()
    assert ends.after(last) == datetime.date(2030, 1, 1).toordinal()
    assert Ends().before(first) is None
    assert Ends().after(first) is None


# Arrangement


def test_nothing_lies_over_anything_else() -> None:
    """However many dates fall on the same days, cards and bands stay clear of one another."""
    lanes = [
        ["2023-05"] * 5 + ["2023-06-01", "2023", "2022", "2020/..", "[..2023-08]"],
        [f"2023-{month:02}" for month in range(1, 13)] * 3,
    ]
    for scale in (0.1, 0.5, 3.0, 20.0):
        found = arranged(lanes, scale=scale)
        boxes = [(p.left, p.top, p.right, p.bottom) for p in found.places]
        for number, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[:number]:
                apart = right <= other[0] or other[2] <= left or bottom <= other[1]
                assert apart or other[3] <= top
        for place in found.places:
            lane = found.lanes[place.lane]
            assert lane.top <= place.top
            assert place.bottom <= lane.top + lane.height


def test_rows_are_used_again() -> None:
    """A card stands in the uppermost row that has room, so lanes stay low."""
    found = arranged([["2023-01", "2023-01", "2023-05", "2023-05", "2023-09"]])
    tops = [place.top for place in found.places]
    assert tops[2] == tops[0] == tops[4]
    assert tops[3] == tops[1] > tops[0]


def test_a_year_is_a_band_only_where_its_words_have_room() -> None:
    """Zoomed out a year becomes a card under a bar of its true width."""
    near, far = arranged([["2023"]]).places[0], arranged([["2023"]], scale=0.2).places[0]
    assert near.band
    assert not far.band
    assert far.stop - far.start == pytest.approx(365 * 0.2)
    assert far.right - far.left == Sizes().card_width


def test_what_a_rectangle_touches_is_found() -> None:
    """The same as trying every place, for rectangles all over the canvas."""
    found = arranged([["2023-05"] * 4 + ["2023", "2020/.."], ["2022-01", "2023-07-04"], []])
    for x in range(0, int(found.width), 173):
        for y in range(0, int(found.height), 31):
            box = (x, y, x + 120, y + 40)
            slow = {
                p.row
                for p in found.places
                if p.left <= box[2] and p.right >= box[0] and p.top <= box[3] and p.bottom >= box[1]
            }
            assert {p.row for p in found.within(*box)} == slow


def test_rows_between_two() -> None:
    """Shift takes the dates between two of a lane; of several lanes those between both dates."""
    found = arranged([["2023-01", "2023-03", "2023-05"], ["2023-02", "2023-04", "2023-12"]])
    assert found.between(0, 2) == [0, 1, 2]
    assert found.between(4, 1) == [1, 4]
    assert found.beside(1, 1) == 3
    assert found.beside(5, -1) == 2
    assert found.beside(0, -1) == 0


# The view


def open_timeline(window: MainWindow) -> None:
    """Go to the timeline and wait for its records."""
    press(window, Key.Key_2, CTRL)
    wait_for(lambda: window.timeline.model.rowCount() > 0)


def seen_cards(window: MainWindow) -> list[int]:
    """Return the rows of different records whose cards are wholly seen."""
    canvas, model = window.timeline.canvas, window.timeline.model
    area = canvas.viewport().rect().adjusted(canvas.lane_width, 0, 0, 0)
    rows: dict[str, int] = {}
    for place in canvas.arrangement.places:
        if not place.band and area.contains(canvas.visualRect(model.index(place.row))):
            rows.setdefault(model.entry(place.row).record.id, place.row)
    return list(rows.values())


def click(window: MainWindow, row: int, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Click on a row of the canvas."""
    canvas = window.timeline.canvas
    at = canvas.visualRect(window.timeline.model.index(row)).center()
    QTest.mouseClick(canvas.viewport(), LEFT, modifier, at)
    QApplication.processEvents()


def test_selected_events_become_one_timeline_slide(window: MainWindow) -> None:
    """Ctrl 2, a click and Ctrl clicks, the button: one slide of all, one step to undo."""
    open_timeline(window)
    assert window.timeline.isVisible()
    assert not window.stage.isVisible()
    assert window.storyboard.isVisible()
    before, rows = kinds(window), seen_cards(window)[:3]
    click(window, rows[0])
    assert window.timeline.toolbar.add.text() == "Add event slide"
    for row in rows[1:]:
        click(window, row, CTRL)
    tools = window.timeline.toolbar
    assert tools.count.text() == "3 selected"
    assert tools.add.text() == "Add timeline slide"
    chosen = {window.timeline.model.entry(row).record.id for row in rows}
    tools.add.click()
    settle(window)
    added = cards(window)[window.session.spot.card or 0]
    assert added.kind == "timeline"
    assert set(added.records) == chosen
    window.session.undo()
    assert kinds(window) == before


def test_one_slide_each_is_one_step(window: MainWindow) -> None:
    """Each selected event gets a slide; undo takes all of them back."""
    open_timeline(window)
    before, rows = kinds(window), seen_cards(window)[:3]
    window.timeline.canvas.choose(rows)
    window.timeline.toolbar.each.click()
    assert len(cards(window)) == len(before) + 3
    assert [card.kind for card in cards(window)].count("event") == before.count("event") + 3
    window.session.undo()
    assert kinds(window) == before


def test_a_rubber_band_selects_what_it_touches(window: MainWindow) -> None:
    """A drag from an empty place over all that is seen selects it; a click beside clears."""
    open_timeline(window)
    canvas = window.timeline.canvas
    view = canvas.viewport()
    bottom = QPoint(view.width() - 60, view.height() - 60)
    first = QPoint(canvas.lane_width + 3, 1)
    assert not canvas.indexAt(first).isValid()
    QTest.mousePress(view, LEFT, NONE, first)
    QTest.mouseMove(view, QPoint(bottom.x() // 2, bottom.y() // 2))
    QTest.mouseMove(view, bottom)
    QTest.mouseRelease(view, LEFT, NONE, bottom)
    chosen = {record.id for record in canvas.chosen()}
    model = window.timeline.model
    assert {model.entry(row).record.id for row in seen_cards(window)[:2]} <= chosen
    QTest.mouseClick(view, LEFT, NONE, first)
    assert canvas.chosen() == []


def test_the_keyboard_alone_is_enough(window: MainWindow) -> None:
    """Arrows move, Space selects, Shift extends, Enter adds, Escape clears, then leaves."""
    open_timeline(window)
    canvas, model = window.timeline.canvas, window.timeline.model
    assert canvas.hasFocus()
    row = canvas.currentIndex().row()
    assert row >= 0
    press(canvas, Key.Key_Space)
    press(canvas, Key.Key_Right)
    assert canvas.currentIndex().row() == row + 1
    press(canvas, Key.Key_Space)
    assert len(canvas.chosen()) == 2
    press(canvas, Key.Key_Down)
    assert model.lane(canvas.currentIndex().row()) is not model.lane(row)
    press(canvas, Key.Key_Up)
    press(canvas, Key.Key_Home)
    press(canvas, Key.Key_Right, SHIFT)
    assert canvas.chosen() == model.records([0, 1])
    count = len(cards(window))
    press(canvas, Key.Key_Return)
    assert len(cards(window)) == count + 1
    press(canvas, Key.Key_Escape)
    assert canvas.chosen() == []
    press(canvas, Key.Key_Escape)
    assert window.views.current == "list"
    assert window.stage.isVisible()


def test_zoom_keeps_the_day_under_the_pointer(window: MainWindow) -> None:
    """Ctrl wheel zooms where the pointer is; + - 0 zoom too; the brush follows."""
    open_timeline(window)
    canvas = window.timeline.canvas
    at = QPointF(600, 100)

    def day() -> float:
        return canvas.axis.day(at.x() - canvas.lane_width + canvas.horizontalOffset())

    before, scale = day(), canvas.axis.scale
    turn = QWheelEvent(
        at,
        canvas.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    canvas.wheelEvent(turn)
    assert canvas.axis.scale > scale
    assert day() == pytest.approx(before, abs=1)
    QTest.keyClicks(canvas, "-")
    assert canvas.axis.scale == pytest.approx(scale)
    window.timeline.overview.fit.click()
    assert window.timeline.axis.earlier.isHidden()
    assert window.timeline.axis.later.isHidden()
    QTest.keyClicks(canvas, "0")
    assert canvas.axis.scale == pytest.approx(scale)
    earlier = window.timeline.axis.earlier
    assert earlier.text() == f"{canvas.ends()[0]} earlier"
    first = canvas.days_seen()[0]
    earlier.click()
    assert canvas.days_seen()[0] < first


def test_a_record_is_selected_in_all_its_lanes(window: MainWindow) -> None:
    """An event with two topics stands in two lanes and is one of the selection."""
    open_timeline(window)
    model, canvas = window.timeline.model, window.timeline.canvas
    row = next(r for r in range(model.rowCount()) if len(model.entry(r).lanes["topic"]) > 1)
    twins = model.rows_of(model.entry(row).record.id)
    canvas.choose([row])
    assert len(canvas.chosen()) == 1
    assert {index.row() for index in canvas.selectedIndexes()} == set(twins)
    data = model.mimeData(canvas.selectedIndexes())
    assert dragged_refs(data) == (model.entry(row).record.id,)
    assert window.library.record(model.entry(row).record.id) is not None


def test_lanes_stand_for_what_was_chosen(window: MainWindow) -> None:
    """Topic, actor, country or kind; what was selected stays selected."""
    open_timeline(window)
    timeline = window.timeline
    timeline.canvas.choose(seen_cards(window)[:2])
    chosen = [record.id for record in timeline.canvas.chosen()]
    named = {}
    for number, by in enumerate(("topic", "actor", "country", "kind")):
        timeline.toolbar.lanes.setCurrentIndex(number)
        timeline.toolbar.lanes.activated.emit(number)
        named[by] = [lane.name for lane in timeline.model.lanes]
        assert [record.id for record in timeline.canvas.chosen()] == chosen
    assert "United States and China" in named["topic"]
    assert "China" in named["country"]
    assert "Law enforcement" in named["kind"]
    assert named["country"][-1] == "No country"


def test_lanes_that_are_chosen_while_records_are_read(window: MainWindow) -> None:
    """What was read for other lanes stands in those chosen meanwhile, each row in its place."""
    open_timeline(window)
    timeline = window.timeline
    timeline.look_at(window.library.ask())
    timeline.toolbar.lanes.setCurrentIndex(2)
    timeline.toolbar.lanes.activated.emit(2)
    timeline.lane.wait(lambda _: None)
    QApplication.processEvents()
    assert [lane.name for lane in timeline.model.lanes][-1] == "No country"
    arrangement = timeline.canvas.arrangement
    assert [lane.count for lane in arrangement.lanes] == [
        len(lane.entries) for lane in timeline.model.lanes
    ]
    assert len(arrangement.places) == timeline.model.rowCount()


def test_the_search_narrows_the_timeline(window: MainWindow) -> None:
    """The field and the chips are those of the library; what has no date is counted and listed."""
    open_timeline(window)
    everything = window.timeline.model.rowCount()
    assert window.library.chips["event"].isChecked()
    search(window, "coalition")
    wait_for(lambda: 0 < window.timeline.model.rowCount() < everything)
    window.library.field.clear()
    wait_for(lambda: window.timeline.model.rowCount() == everything)
    undated = window.timeline.overview.undated
    count = int(undated.text().split()[0])
    undated.click()
    assert window.views.current == "list"
    wait_for(lambda: window.library.model.total == count)


def test_nothing_dated_says_so(window: MainWindow) -> None:
    """Actors have no date: the view says so and leads to the list."""
    open_timeline(window)
    window.library.chips["actor"].click()
    window.library.chips["event"].click()
    empty = window.timeline.empty
    wait_for(empty.isVisible)
    assert empty.words.text().startswith("None of these ")
    empty.button.click()
    assert window.views.current == "list"


def test_the_current_record_is_told(window: MainWindow) -> None:
    """The panel at the right has date, precision, citation and Add; it adds that record."""
    open_timeline(window)
    row = seen_cards(window)[0]
    click(window, row)
    entry = window.timeline.model.entry(row)
    said = " ".join(
        label.text() for label in window.timeline.detail.findChildren(type(window.library.strong))
    )
    assert entry.facts.title in said
    assert entry.date.long in said
    assert entry.cited[0].short in said
    count = len(cards(window))
    window.timeline.detail.add_button.click()
    assert len(cards(window)) == count + 1
    assert entry.record.id in cards(window)[window.session.spot.card or 0].records


def test_assistive_programs_read_every_entry(window: MainWindow) -> None:
    """Each entry is an item with its words, its lane and its place on the screen."""
    open_timeline(window)
    canvas = window.timeline.canvas
    interface = QAccessible.queryAccessibleInterface(canvas)
    row = seen_cards(window)[0]
    item = interface.child(row)
    said = item.text(QAccessible.Text.Name)
    entry = window.timeline.model.entry(row)
    assert said.startswith("Event, ")
    assert entry.facts.title in said
    assert f"lane {window.timeline.model.lane(row).name}" in said
    seen = canvas.visualRect(window.timeline.model.index(row))
    assert item.rect().size() == seen.size()
