"""What counts as a change of words or of a record, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.provenance.digests import (
    chart_words,
    record_digest,
    records_digest,
    text_digest,
)
from briefer.records.event import Event

_EVENT = Event(id="event/x", title="A call for a coalition", event_type="meeting")


@pytest.mark.parametrize(
    "same",
    [
        "Nearly 78,000 people",
        "  Nearly\n78,000\tpeople ",
        "Nearly 78,000\N{NO-BREAK SPACE}people",
        "Nearly 78,000\x0bpeople",
    ],
)
def test_white_space_is_no_change(same: str) -> None:
    """Line breaks and spaces that a viewer sets otherwise leave the digest as it is."""
    assert text_digest(same) == text_digest("Nearly 78,000 people")


def test_composed_and_decomposed_letters_are_the_same() -> None:
    """A name with its accent as a letter of its own is the same name."""
    assert text_digest("Lo\N{LATIN SMALL LETTER E WITH ACUTE}") == text_digest(
        "Loe\N{COMBINING ACUTE ACCENT}"
    )


@pytest.mark.parametrize(
    "other", ["nearly 78,000 people", "Nearly 78,001 people", "78,000 people", ""]
)
def test_any_other_word_is_a_change(other: str) -> None:
    """A letter, a digit, a qualifier left out: each gives another digest."""
    assert text_digest(other) != text_digest("Nearly 78,000 people")


def test_digest_is_that_of_the_description() -> None:
    """The digest is what docs/provenance.md says, so that others can take it."""
    assert text_digest(" test ") == "9f86d081884c7d65"


def test_lone_surrogate_has_a_digest() -> None:
    """Words that no file can hold are cleaned as they are when written."""
    assert text_digest("a\ud800b") == text_digest("ab")


def test_record_changes_with_what_it_says_only() -> None:
    """Revision, time and author are the store's; a field is the record's."""
    kept = replace(_EVENT, revision=7, changed_at="2023-12-31T00:00:00Z", changed_by="Staff")
    assert record_digest(kept) == record_digest(_EVENT)
    assert record_digest(replace(_EVENT, status="planned")) != record_digest(_EVENT)


def test_library_is_known_by_its_records_in_any_order() -> None:
    """The order of records says nothing; one more or another digest does."""
    both = [("event/a", "1"), ("event/b", "2")]
    assert records_digest(both) == records_digest(reversed(both))
    assert len({records_digest(both), records_digest(both[:1]), records_digest([])}) == 3


def test_chart_says_its_numbers() -> None:
    """One line for each value; whole numbers are the same however they are written."""
    words = chart_words([("Deaths", ("2021", "2022", "2023"), (70601, None, 74702.0))])
    assert words == "Deaths\t2021\t70601.0\nDeaths\t2023\t74702.0"
