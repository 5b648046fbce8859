"""Which field of a record a slide's words repeat."""

from __future__ import annotations

import pytest

from briefer.provenance.digests import normalised
from briefer.provenance.fields import field_repeated, texts_of
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.statement import Statement

_WORDS = "a global coalition of countries dedicated to driving solutions"
_STATEMENT = Statement(id="statement/x", text=_WORDS, statement_type="quotation", venue="Vienna")
_EVENT = Event(
    id="event/x",
    title="U.S. announced first indictments",
    summary="U.S. announced first indictments of Chinese entities.",
    event_type="indictment",
    note="Checked against the press release of that day",
)


def _repeated(record: Record, words: str) -> str:
    return field_repeated(texts_of(record), normalised(words))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (_WORDS, "text"),
        (f"\N{LEFT DOUBLE QUOTATION MARK}{_WORDS}\N{RIGHT DOUBLE QUOTATION MARK}", "text"),
        (f"Rahul Gupta called for {_WORDS}.", "text"),
        ("coalition of countries dedicated", "text"),
        (_WORDS.replace("global", "world"), ""),
        ("Vienna", "venue"),
        ("He spoke in Vienna that day", ""),
        ("a global", ""),
    ],
)
def test_statement(words: str, field: str) -> None:
    """Whole, quoted, in a sentence, or a part of it continued; a changed word is not it."""
    assert _repeated(_STATEMENT, words) == field


def test_longest_field_counts() -> None:
    """A summary that begins with the title is the summary, the title alone is the title."""
    assert _repeated(_EVENT, _EVENT.summary or "") == "summary"
    assert _repeated(_EVENT, "U.S. announced first indictments.") == "title"


def test_staff_note_of_a_record_is_never_shown() -> None:
    """What is kept about a record is not what it says."""
    assert _repeated(_EVENT, "Checked against the press release of that day") == ""
