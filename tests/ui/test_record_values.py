"""What a record's form reads and writes, without a window: fields, dates, quotations, usage."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from briefer import paths
from briefer.records import RECORD_TYPES, PartialDate, Source, Statistic
from briefer.records.fields import STORE_FIELDS
from briefer.records.passages import Held, compare
from briefer.store import Store
from briefer.ui.records.dates import DateFlaw, read_date, shown
from briefer.ui.records.draft import blank_values, draft_of, values_of
from briefer.ui.records.forms import FORMS
from briefer.ui.records.usage import loss_told, slides_told, used_told

TEXT = "He said that “[t]his is a malicious smear against\nChina in these times.” And he left soon."


@pytest.fixture
def library() -> Iterator[Store]:
    """Return the bundled library, to be read only."""
    with Store.open(paths.bundled_store(), read_only=True) as store:
        yield store


@pytest.mark.parametrize("type_", RECORD_TYPES)
def test_a_form_has_every_field_of_its_record(type_: str) -> None:
    """A field that is added to a record type is added to its form."""
    fields = {field.name for field in dataclasses.fields(RECORD_TYPES[type_])}
    assert {spec.name for spec in FORMS[type_]} == fields - STORE_FIELDS - {"id", "citations"}
    assert len(FORMS[type_]) == len({spec.name for spec in FORMS[type_]})


def test_a_record_that_nobody_changed_is_read_back_as_it_was(library: Store) -> None:
    """Every record of the bundled library, with all dates, names and numbers."""
    for record in library.all():
        draft = draft_of(record.type, values_of(record), record.citations, base=record)
        assert draft.record == record
        assert draft.flaws == {}


@pytest.mark.parametrize("type_", RECORD_TYPES)
def test_an_empty_form_lacks_what_is_required(type_: str) -> None:
    """Each required field that has no usual value is told; nothing is kept."""
    draft = draft_of(type_, blank_values(type_), ())
    assert draft.record is None
    missing = {spec.name for spec in FORMS[type_] if spec.missing and spec.name in draft.flaws}
    assert missing
    assert all(draft.flaws[name].message.endswith(".") for name in draft.flaws)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("Sep 2023", "2023-09"),
        ("18 Dec 2023", "2023-12-18"),
        ("December 18th, 2023", "2023-12-18"),
        ("2019", "2019"),
        ("2023-9-5", "2023-09-05"),
        ("sept. 2023", "2023-09"),
        ("autumn 2023", "2023-23"),
        ("the 1970s", "197X"),
        ("around 1977", "1977~"),
        ("since the late 1970s", None),
        ("Since c. 1977", "1977~/.."),
        ("until May 2020", "../2020-05"),
        ("possibly 2017", "2017?"),
        ("2022 to 2023", "2022/2023"),
        ("Jul – Aug 2023", "2023-07/2023-08"),
        ("Sep 14 – 15, 2023", "2023-09-14/2023-09-15"),
        ("Sep 2023 or later", "[2023-09..]"),
        ("between 2017 and 2021", "[2017..2021]"),
        ("2022-07/2023-06", "2022-07/2023-06"),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, edtf: str | None) -> None:
    """Never sharper than typed; what is no date is told."""
    found = read_date(typed)
    assert (found.edtf if isinstance(found, PartialDate) else None) == edtf


def test_what_the_date_field_shows_is_read_as_the_same_date(library: Store) -> None:
    """All dates of the bundled library."""
    for record in library.all():
        for field in dataclasses.fields(record):
            date = getattr(record, field.name)
            if isinstance(date, PartialDate):
                found = read_date(shown(date))
                assert isinstance(found, PartialDate)
                assert found.edtf == date.edtf


def test_a_date_keeps_its_own_words_until_it_is_changed() -> None:
    """The display of a record's date stays with the date, and goes with another one."""
    date = PartialDate.parse("1977~/..", "since the late 1970s")
    source = Source(id="source/x", csl_type="book", title="A book", issued=date)
    values = values_of(source)
    assert values["issued"] == "Since c. 1977"
    kept = draft_of("source", {**values, "issued": "since around 1977"}, (), base=source).record
    assert isinstance(kept, Source)
    assert kept.issued == date
    other = draft_of("source", {**values, "issued": "1978"}, (), base=source).record
    assert isinstance(other, Source)
    assert other.issued == PartialDate.parse("1978")


def test_a_range_and_a_series_are_checked_together() -> None:
    """A range that ends before it starts, and a line that is no value of a chart, are told."""
    values = blank_values("statistic") | {"counts": "deaths", "low": "5", "high": "3"}
    assert draft_of("statistic", values, ()).flaws["high"].message.startswith("The range ends")
    values |= {"high": "1,234.5", "series": "2019: 36,359\nnonsense"}
    assert "nonsense" in draft_of("statistic", values, ()).flaws["series"].message
    draft = draft_of("statistic", values | {"series": "2019: 36,359\nSep 2023: 2.5"}, ())
    assert isinstance(draft.record, Statistic)
    assert (draft.record.low, draft.record.high) == (5, 1234.5)
    assert [(one.at.edtf, one.value) for one in draft.record.series] == [
        ("2019", 36359),
        ("2023-09", 2.5),
    ]


@pytest.mark.parametrize(
    ("words", "state", "count"),
    [
        ("[t]his is a malicious  smear against China", "verbatim", 0),
        ("[t]his is a vicious smear against China in these times", "differs", 1),
        ("[t]his is a smear against China in these bad old times", "differs", 2),
        ("[t]his is . . . in these times", "marked", 0),
        ("Nothing of the kind was ever said there", "nowhere", 8),
        ("  ", "empty", 0),
    ],
)
def test_a_quotation_is_held_to_the_text(words: str, state: str, count: int) -> None:
    """White space apart, every word counts; marks around the passage are no part of it."""
    verdict = compare(words, [Held("source/x", "x.txt", TEXT)])
    assert (verdict.state, verdict.count) == (state, count)
    if state in ("differs", "verbatim"):
        shown_at = " ".join(TEXT[verdict.start : verdict.stop].split())
        assert shown_at == verdict.passage
        assert compare(verdict.passage, [Held("source/x", "x.txt", TEXT)]).state == "verbatim"


def test_without_a_text_nothing_is_claimed() -> None:
    """No text, no verdict."""
    assert compare("words", []).state == "unheld"


def test_where_a_record_is_used_is_said_in_words(library: Store) -> None:
    """Few slides are named, many counted; the records that name it by type."""
    assert slides_told((8,)) == "slide 8"
    assert slides_told((3, 5, 8)) == "slides 3, 5 and 8"
    assert slides_told(tuple(range(1, 13))) == "12 slides"
    assert used_told((), 0).startswith("Not in this briefing. Changes")
    assert used_told((8,), 1).startswith("Used on slide 8, named by 1 other record.")
    assert loss_told((), ()) == ""
    events = library.all("event")[:4]
    told = loss_told((2,), events)
    assert told.startswith("Slide 2 of this briefing shows it. 4 events in the library name")
    assert told.endswith("and 1 more. It can be undone.")


def test_a_flaw_of_a_date_says_what_may_be_meant() -> None:
    """The offer, taken, is a date."""
    for typed in ("2023-13", "30 Feb 2023", "Nov 2023 to Jan 2022", "2023-02-31"):
        flaw = read_date(typed)
        assert isinstance(flaw, DateFlaw)
        assert isinstance(read_date(flaw.instead), PartialDate)
