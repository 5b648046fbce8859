"""Tests of what may be kept: a bad record is refused by name and field; what was there stays."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from briefer.errors import DateError, RecordError
from briefer.markings import read, refusal
from briefer.packs import references, write_pack
from briefer.records import (
    Actor,
    Citation,
    Event,
    Locator,
    PartialDate,
    Participant,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.records.actor import Picture
from briefer.store import Store, build_store
from briefer.store.validity import LONGEST_LIST, LONGEST_NAME, LONGEST_TEXT, cleaned
from tests.records.strategies import records
from tests.store.library import (
    CARTEL,
    DEATHS,
    EXTRADITION,
    HEADS,
    MEXICO,
    NOTE,
    RECORDS,
    SALES,
    WORDS,
)

DATE = PartialDate.parse("2023-09")


changed: Callable[..., Record] = dataclasses.replace
"""Returns a record with fields of any value, right or wrong, as code can make one."""

WRONG: list[tuple[Record, str, str]] = [
    (changed(SALES, title=""), "title", "empty"),
    (changed(SALES, title=" \x00 "), "title", "empty"),
    (changed(SALES, title=None), "title", "empty"),
    (changed(MEXICO, name="\n"), "name", "empty"),
    (changed(WORDS, text=""), "text", "empty"),
    (changed(DEATHS, counts=""), "counts", "empty"),
    (changed(NOTE, title=""), "title", "empty"),
    (changed(SALES, title=7), "title", "not text"),
    (changed(SALES, title="x" * (LONGEST_NAME + 1)), "title", "501 characters"),
    (changed(SALES, summary="x" * 2**20), "summary", "1,048,576 characters"),
    (changed(SALES, note="x" * (LONGEST_TEXT + 1)), "note", "20,001 characters"),
    (changed(MEXICO, aliases=("a", "x" * 501)), "aliases[2]", "501 characters"),
    (changed(SALES, instruments=("x",) * (LONGEST_LIST + 1)), "instruments", "1,001 items"),
    (changed(SALES, event_type="trafficking.sail"), "event_type", "mean 'trafficking.sale'"),
    (changed(SALES, topics=("sanktions",)), "topics[1]", "mean 'sanctions'"),
    (changed(MEXICO, country="XX"), "country", "no country"),
    *(
        (changed(MEXICO, picture=Picture(path, "A face")), "picture.file", "no file name")
        for path in ("/home/x/face.png", "../face.png", "C:\\face.png", "a/b.png", "..")
    ),
    (changed(SALES, date="2023-02-30"), "date", "2023-02-30"),
    (changed(SALES, date=dataclasses.replace(DATE, edtf="2023-13")), "date", "2023-13"),
    (changed(SALES, date=dataclasses.replace(DATE, edtf="9" * 9000)), "date", "999… "),
    (changed(SALES, announced="9" * 9000), "announced", "9,000 characters"),
    (changed(DEATHS, value="many"), "value", "not a number"),
    (changed(DEATHS, value=float("nan")), "value", "beyond"),
    (changed(DEATHS, value=True), "value", "true or false"),
    (changed(MEXICO, unnamed="yes"), "unnamed", "not true or false"),
    (changed(SALES, part_of="event/gone"), "part_of", "no record 'event/gone'"),
    (changed(SALES, part_of="event/extraditon"), "part_of", "mean 'event/extradition'"),
    (changed(SALES, part_of=MEXICO.id), "part_of", "not an event"),
    (changed(SALES, part_of="extradition"), "part_of", "no record 'extradition'"),
    (changed(SALES, part_of=SALES.id), "part_of", "names itself"),
    (changed(SALES, actors=(Participant(NOTE.id, "host"),)), "actors", "not an actor"),
    (changed(SALES, actors=(Participant(MEXICO.id, "hots"),)), "actors[1].role", "mean 'host'"),
    (changed(SALES, actors=(MEXICO.id,)), "actors[1]", "not an object"),
    (changed(SALES, citations=(Citation(MEXICO.id),)), "citations[1].source", "not a source"),
    (
        changed(SALES, citations=(Citation(NOTE.id), Citation(NOTE.id, underlying="source/no"))),
        "citations[2].underlying",
        "no record",
    ),
    (
        changed(SALES, citations=(Citation(NOTE.id, Locator("leaf", "3")),)),
        "citations[1].locator.label",
        "locator label",
    ),
    (changed(WORDS, contrasts_with=("statement/a",)), "contrasts_with", "no record"),
    (changed(WORDS, responds_to=WORDS.id), "responds_to", "names itself"),
    (changed(HEADS, object=HEADS.subject), "object", "subject too"),
    (changed(CARTEL, affiliation=CARTEL.id), "affiliation", "names itself"),
    (changed(SALES, marking="CUI//LEI/SP-SUB"), "marking", "Write CUI//SP-SUB/LEI."),
    (changed(SALES, marking="TLP:WHITE"), "marking", "Write TLP:CLEAR."),
    (changed(SALES, marking="SECRET"), "marking", "classification"),
]


@pytest.mark.parametrize(
    ("record", "field", "problem"), WRONG, ids=[f"{field}-{problem}" for _, field, problem in WRONG]
)
def test_a_bad_record_is_refused(store: Store, record: Record, field: str, problem: str) -> None:
    """Saved or added, it is refused with its id, the field and the reason; all stays as it was."""
    before = store.all()
    with pytest.raises(RecordError) as raised:
        store.save(record)
    assert raised.value.message.startswith(f"{record.id}, field {field!r}: ")
    assert problem in str(raised.value)
    assert len(str(raised.value)) < 600
    new = changed(record, id=f"{record.type}/new")
    if "itself" not in problem:
        with pytest.raises(RecordError, match=f"^{record.type}/new, field"):
            store.add(new)
    assert store.all() == before
    assert [one.change for one in store.history(record.id)] == ["loaded"]


@pytest.mark.parametrize(
    "ref",
    [
        "event/Talks",
        "event/a b",
        "event/ü",
        "event/",
        "talks",
        "",
        "planet/x",
        "event/a\ud800",
        "event/" + "x" * 500,
        "event/x'; DROP TABLE records; --",
    ],
)
def test_an_id_of_another_form_is_refused(store: Store, ref: str) -> None:
    """Ids are small letters, digits and hyphens after the type."""
    with pytest.raises(RecordError, match="field 'id'"):
        store.add(dataclasses.replace(SALES, id=ref))


@pytest.mark.parametrize("marking", ["CUI//SP-SUB//FED ONLY", "TLP:AMBER+STRICT", "SBU", "U"])
def test_a_marking_that_is_understood_is_kept(store: Store, marking: str) -> None:
    """CUI, labels and an office's own words, as they were written."""
    assert store.save(dataclasses.replace(SALES, marking=marking)).marking == marking


def test_a_marking_of_an_earlier_time_stays_readable(tmp_path: Path) -> None:
    """A library that holds one opens; the record can be changed elsewhere, not marked so anew."""
    old = dataclasses.replace(SALES, marking="CUI//LEI/SP-SUB")
    write_pack([old if one.id == old.id else one for one in RECORDS], tmp_path / "library")
    path = tmp_path / "old.sqlite"
    build_store(tmp_path / "library", path)
    with Store.open(path) as store:
        assert store.get(SALES.id).marking == old.marking
        kept = store.save(dataclasses.replace(store.get(SALES.id), note="Sold"))
        assert (kept.marking, kept.note) == (old.marking, "Sold")
        with pytest.raises(RecordError, match="marking"):
            store.save(dataclasses.replace(kept, marking="CUI//INV/FOUO LEI"))


def test_an_id_of_another_type_is_refused(store: Store) -> None:
    """An event is no actor, whatever its id says."""
    with pytest.raises(RecordError, match="field 'type'"):
        store.add(dataclasses.replace(SALES, id="actor/sales"))


def test_control_characters_are_cleaned_out(store: Store) -> None:
    """What no file of ours can hold goes; the rest of the words is not touched."""
    kept = store.add(
        Event(
            id="event/dirty",
            title="A\x00B\x1b[31m\ud800 C\ufffe",
            summary="line\r\nline\u2028line\x0b",
            event_type="publication",
        )
    )
    assert isinstance(kept, Event)
    assert kept.title == "AB[31m C"
    assert kept.summary == "line\nline\nline\n"
    assert store.get(kept.id) == kept


def test_a_quotation_is_not_normalised(store: Store) -> None:
    """Decomposed letters, brackets, dots and blanks of a quotation stay as its source has them."""
    text = "Lo\u0301pez  [sic] said . . . “no”\u00a0—\tnever"
    words = dataclasses.replace(WORDS, id="statement/odd", text=text)
    assert getattr(store.add(words), "text", "") == text


def test_the_longest_texts_are_kept(store: Store) -> None:
    """A text of just the length that is allowed is whole."""
    kept = store.save(
        dataclasses.replace(SALES, title="t" * LONGEST_NAME, summary="s" * LONGEST_TEXT)
    )
    assert len(getattr(kept, "summary", "")) == LONGEST_TEXT


def test_a_forged_date_is_read_anew(store: Store) -> None:
    """Bounds and words come from the date's text, whatever the value says."""
    forged = dataclasses.replace(DATE, earliest=None, latest=None)
    kept = store.save(dataclasses.replace(SALES, date=forged))
    assert getattr(kept, "date", None) == DATE


def test_an_impossible_date_cannot_even_be_made() -> None:
    """The usual way to a date refuses it before any record holds it."""
    with pytest.raises(DateError):
        PartialDate.parse("2023-02-30")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records())
def test_any_record_of_the_types_is_kept_or_refused_by_name(store: Store, record: Record) -> None:
    """A record that nobody wrote by hand is kept whole, or refused for references or marking."""
    sound = cleaned(record)
    assert sound == record
    if store.get_many([record.id]) or list(references(record)):
        return
    if refusal(read(record.marking or "")):
        with pytest.raises(RecordError, match="marking"):
            store.add(record)
        return
    assert dataclasses.replace(store.add(record), origin="bundled", changed_at=None) == record


UNSOUND: list[Record] = [
    changed(MEXICO, actor_type="planet"),
    changed(WORDS, statement_type="shout"),
    changed(DEATHS, qualifier="roughly"),
    changed(HEADS, relation="likes"),
    changed(NOTE, csl_type="leaflet"),
]


@pytest.mark.parametrize("record", UNSOUND, ids=lambda record: record.id)
def test_every_vocabulary_is_held_to(store: Store, record: Record) -> None:
    """A word that is not on the list of its field is refused."""
    with pytest.raises(RecordError, match=f"{record.id}, field"):
        store.save(record)


def test_every_type_can_be_added(store: Store) -> None:
    """A sound record of each type is kept."""
    new: list[Record] = [
        Source(id="source/x", csl_type="report", title="X"),
        Actor(id="actor/x", name="X", actor_type="person", affiliation=MEXICO.id),
        Event(id="event/x", title="X", event_type="publication", part_of=EXTRADITION.id),
        Statement(id="statement/x", text="X", statement_type="position", speaker="actor/x"),
        Statistic(id="statistic/x", counts="X", value=1.0),
        Relation(id="relation/x", subject="actor/x", relation="heads", object=CARTEL.id),
    ]
    assert len(store.add_all(new)) == 6
