"""Tests of the timeline."""

from __future__ import annotations

from tests.builders import composed, lines, make_card, make_event, only_timeline, shown

_MARCH = make_event("event/march", title="Call was made.", date="2023-03", note="25")
_DAY = make_event(
    "event/day", title="Text was adopted", date="2023-12-18", event_type="multilateral.session"
)


def test_events_stand_in_order_of_date_with_track_and_mark() -> None:
    """The order of picking does not matter; a moment has no full stop before its mark."""
    timeline = only_timeline(composed(make_card("timeline", [_DAY, _MARCH]), _MARCH, _DAY))
    assert [(m.date.short, m.track, shown(m.text), m.origin) for m in timeline.moments] == [
        ("Mar 2023", "bilateral", "Call was made{25}", "event/march"),
        ("Dec 18, 2023", "multilateral", "Text was adopted{1}", "event/day"),
    ]


def test_words_and_track_can_be_the_users() -> None:
    """A card rewords a moment and puts it on another track; the mark stays."""
    card = make_card(
        "timeline",
        [_MARCH, _DAY],
        text={"event/march": "Gupta calls"},
        options={"event/march": "multilateral", "event/day": "no track"},
    )
    first, second = only_timeline(composed(card, _MARCH, _DAY)).moments
    assert (shown(first.text), first.track) == ("Gupta calls{25}", "multilateral")
    assert second.track == "multilateral"


def test_the_proposed_title_counts_events_and_names_the_period() -> None:
    """The title claims no more than number and dates."""
    assert composed(make_card("timeline", [_MARCH, _DAY]), _MARCH, _DAY).title == (
        "2 events, March to December 2023"
    )


def test_one_event_alone_is_shown_as_an_event() -> None:
    """A timeline of one moment would be no timeline."""
    assert composed(make_card("timeline", [_MARCH]), _MARCH).pattern == "event"


def test_an_undated_event_is_not_lost() -> None:
    """What cannot stand on an axis is listed in text with all others."""
    undated = make_event("event/undated", title="Order was given", date=None)
    slide = composed(make_card("timeline", [_MARCH, undated]), _MARCH, undated)
    assert slide.pattern == "text"
    assert lines(slide, "text") == [
        "point: March 2023: Call was made.{25}",
        "point: Order was given.{1}",
    ]


def test_a_missing_event_is_visible() -> None:
    """A timeline with a hole is listed as text that names the hole."""
    slide = composed(make_card("timeline", [_MARCH, "event/gone", _DAY]), _MARCH, _DAY)
    assert slide.missing == ("event/gone",)
    assert lines(slide, "text")[-1] == "point: [unknown record event/gone]"
