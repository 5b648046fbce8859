"""Tests of the text form of records: round trips, and refusals that name the field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from briefer.errors import PackError
from briefer.records import Actor, Event, PartialDate, Participant, Record, Statistic
from briefer.records.codec import from_pack, to_json, to_pack
from tests.records.strategies import records

EVENT: dict[str, Any] = {
    "id": "event/extradition",
    "type": "event",
    "citations": [{"source": "source/note", "locator": {"label": "note", "value": "35"}}],
    "title": "Mexico extradited a leader",
    "date": "2023-09",
    "status": "happened",
    "event_type": "law_enforcement.extradition",
    "actors": [{"actor": "actor/mexico", "role": "sending_state", "as": "State"}],
}


@given(records())
def test_a_record_comes_back_from_its_text_form(record: Record) -> None:
    """Reading what was written gives the same record, through JSON too."""
    packed = json.loads(json.dumps(to_pack(record)))
    assert from_pack(packed, file="x.json") == record


@given(records())
def test_what_says_nothing_is_not_written(record: Record) -> None:
    """Text files hold no null, no empty text, no empty list and no origin."""
    packed = to_pack(record)
    assert not any(value is None or value == "" or value == [] for value in packed.values())
    assert "origin" not in packed
    assert list(packed)[:2] == ["id", "type"]


def test_reading_and_writing_keeps_every_field() -> None:
    """A record in canonical form is written as it was read, trailing underscores hidden."""
    record = from_pack(EVENT, file="events.json")
    assert isinstance(record, Event)
    assert record.actors == (Participant("actor/mexico", "sending_state", as_="State"),)
    assert to_pack(record) == EVENT
    assert list(to_pack(record)) == list(EVENT)


def test_whole_numbers_stay_whole() -> None:
    """Text files say 107543, not 107543.0."""
    statistic = Statistic(id="statistic/x", counts="deaths", value=107543.0, low=0.5)
    assert json.dumps(to_pack(statistic)).count("107543,") == 1
    assert to_pack(statistic)["low"] == 0.5


def test_own_words_of_a_date_are_kept() -> None:
    """A date with its own display is an object in files; one with the usual words is text."""
    date = {"edtf": "1977~/..", "display": "since the late 1970s"}
    record = from_pack(EVENT | {"date": date}, file="events.json")
    assert to_pack(record)["date"] == date
    usual = from_pack(EVENT | {"date": {"edtf": "2023-09"}}, file="events.json")
    assert to_pack(usual)["date"] == "2023-09"


def test_characters_that_xml_cannot_hold_are_cleaned() -> None:
    """A control character pasted into a field does not reach the record."""
    record = from_pack(EVENT | {"title": "Mexico\x00 acted\x0b"}, file="events.json")
    assert record.label == "Mexico acted\n"


WRONG = [
    ({"titel": "x"}, "'titel'", "Did you mean 'title'?"),
    ({"title": None}, "'title'", "Leave the field out"),
    ({"title": ""}, "'title'", "Leave the field out"),
    ({"title": "\x00"}, "'title'", "Leave the field out"),
    ({"title": 7}, "'title'", "a number, not text"),
    ({"date": 2023}, "'date'", "a number, not EDTF text"),
    ({"date": "2023-13"}, "'date'", "2023-13"),
    ({"date": {"edtf": "2023", "disply": "x"}}, "'date.disply'", "Did you mean 'display'?"),
    ({"event_type": "law_enforcement.inditement"}, "'event_type'", "law_enforcement.indictment"),
    ({"countries": "MX"}, "'countries'", "not a list"),
    ({"countries": ["MX", "XX"]}, "'countries[2]'", "'XX' is no country"),
    ({"actors": [{"actor": "actor/x"}]}, "'actors[1].role'", "missing"),
    ({"actors": ["actor/x"]}, "'actors[1]'", "text, not an object"),
    ({"citations": [{"sauce": "x"}]}, "'citations[1].sauce'", "Did you mean 'source'?"),
    ({"origin": "user"}, "'origin'", "unknown field"),
    ({"type": "actor"}, "'type'", "the id says 'event'"),
]


@pytest.mark.parametrize(("change", "field", "said"), WRONG)
def test_wrong_fields_are_named(change: dict[str, Any], field: str, said: str) -> None:
    """An error names the file, the record, the field and the next step."""
    with pytest.raises(PackError) as raised:
        from_pack(EVENT | change, file="events.json")
    text = str(raised.value)
    assert text.startswith(f"events.json, event/extradition, field {field}: ")
    assert said in text


def test_a_missing_field_is_named() -> None:
    """A record without a required field names it."""
    raw = {key: value for key, value in EVENT.items() if key != "title"}
    with pytest.raises(PackError, match="field 'title': missing"):
        from_pack(raw, file="events.json")


@pytest.mark.parametrize(
    "raw", [None, 7, [], {}, {"id": 7}, {"id": "x"}, {"id": "event/"}, {"id": "evnt/x"}]
)
def test_what_is_no_record_is_refused(raw: object) -> None:
    """A value without a usable id is refused, naming the file."""
    with pytest.raises(PackError, match="events.json"):
        from_pack(raw, file="events.json")


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 10**400, True, "7"])
def test_numbers_must_be_numbers(value: object) -> None:
    """A statistic's value is a finite number."""
    raw = {"id": "statistic/x", "counts": "deaths", "value": value}
    with pytest.raises(PackError, match="field 'value'"):
        from_pack(raw, file="statistics.json")


def test_the_command_line_shows_whole_records() -> None:
    """JSON for the command line has every field, dates with bounds, actors with names."""
    record = from_pack(EVENT, file="events.json")
    mexico = Actor(id="actor/mexico", name="Mexico", actor_type="state")
    shown = to_json(record, linked={"actor/mexico": mexico})
    assert shown["type"] == "event"
    assert shown["date"] == {
        "edtf": "2023-09",
        "display": "September 2023",
        "earliest": "2023-09-01",
        "latest": "2023-09-30",
    }
    assert shown["summary"] is None
    assert shown["topics"] == []
    assert shown["citations"] == [
        {
            "source": "source/note",
            "locator": {"label": "note", "value": "35"},
            "quote": None,
            "supports": None,
            "underlying": None,
        }
    ]
    assert shown["actors"] == [
        {"actor": "actor/mexico", "role": "sending_state", "as": "State", "name": "Mexico"}
    ]
    assert shown["linked"] == {"actor/mexico": "Mexico"}


def test_an_open_bound_is_null_on_the_command_line() -> None:
    """A date that has not ended has no latest day."""
    record = Event(
        id="event/x", title="x", event_type="publication", date=PartialDate.parse("2020/..")
    )
    date = to_json(record, linked={})["date"]
    assert isinstance(date, dict)
    assert (date["earliest"], date["latest"]) == ("2020-01-01", None)


@given(records())
def test_every_record_can_be_shown(record: Record) -> None:
    """No record fails to become JSON."""
    shown = json.loads(json.dumps(to_json(record, linked={record.id: record})))
    assert shown["id"] == record.id
