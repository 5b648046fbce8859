"""Tests of the user's words: bold, marks, missing records."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.compose.wording import cited_records, inlines_of, lines_of, reworded
from briefer.content import CiteMark, Text
from tests.builders import gathered, make_card, make_context, make_event, shown

_FIRST = make_event("event/first", note="1")
_SECOND = make_event("event/second", note="2")
_RECORDS = gathered(_FIRST, _SECOND)


def test_bold_and_marks_are_read() -> None:
    """Stars make bold, an at-sign cites, and the space before a mark goes."""
    inlines = inlines_of("**Lead.** A fact. [@event/first] More.", _RECORDS)
    assert shown(inlines) == "**Lead.** A fact.{1} More."


def test_marks_inside_bold_are_read() -> None:
    """A record cited in bold words is cited, and an unknown one is named."""
    inlines = inlines_of("**A fact.[@event/first] More[@event/gone]** end", _RECORDS)
    assert shown(inlines) == "**A fact.**{1}** More**** [unknown record event/gone]** end"
    assert cited_records("**a[@event/gone]**") == ("event/gone",)


def test_neighbouring_marks_are_one() -> None:
    """Two records cited at the same spot share one mark."""
    inlines = inlines_of("A fact.[@event/first] [@event/second]", _RECORDS)
    assert shown(inlines) == "A fact.{1,2}"
    assert sum(isinstance(inline, CiteMark) for inline in inlines) == 1


def test_an_unknown_record_is_visible_and_no_error() -> None:
    """Words that cite a record nobody has say so."""
    assert shown(inlines_of("A fact.[@event/gone]", _RECORDS)) == (
        "A fact. [unknown record event/gone]"
    )


def test_brackets_of_a_quotation_are_left_alone() -> None:
    """Only an at-sign makes a mark."""
    words = "“[b]etween us . . . [the] work[] * goes ** on”"
    assert inlines_of(words, _RECORDS) == (Text(words),)


def test_words_name_the_records_they_cite() -> None:
    """The ids in words are found in order."""
    assert cited_records("a[@event/first] b [@event/gone]") == ("event/first", "event/gone")


def test_reworded_records_keep_their_mark() -> None:
    """The user's words replace the proposed ones and never the citation."""
    card = make_card("bluf", [_FIRST], text={"event/first": "My own words."})
    context = make_context(card, _FIRST, _SECOND)
    assert shown(reworded(context, _FIRST, proposed="Talks.")) == "My own words.{1}"
    assert shown(reworded(context, _SECOND, proposed="Talks.")) == "Talks.{2}"


def test_a_mark_that_the_user_set_is_not_repeated() -> None:
    """Words that cite their own record, and another, end in both once."""
    text = {"event/first": "Early.[@event/first] Late.[@event/second]"}
    context = make_context(make_card("bluf", [_FIRST], text=text), _FIRST, _SECOND)
    assert shown(reworded(context, _FIRST, proposed="")) == "Early.{1} Late.{2}"


def test_lines_are_points() -> None:
    """Blank lines make no points."""
    assert lines_of(" one \n\n two\n") == ("one", "two")


@given(st.text(max_size=60))
def test_any_words_are_accepted(words: str) -> None:
    """Nothing a person types is an error, and plain letters all arrive."""
    text = "".join(item.text for item in inlines_of(words, _RECORDS) if isinstance(item, Text))
    if "[@" not in words and "**" not in words:
        assert text == words
