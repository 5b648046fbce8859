"""Tests of taking a query apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.store.query import Filter, Query, Term, read_query


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("fent", (Term("fent", unfinished=True),)),
        ("fentanyl seiz", (Term("fentanyl"), Term("seiz", unfinished=True))),
        ("fentanyl ", (Term("fentanyl"),)),
        ("fent* china", (Term("fent*", unfinished=True), Term("china", unfinished=True))),
        ('"bargaining chip"', (Term("bargaining chip"),)),
        ("“bargaining chip”", (Term("bargaining chip"),)),
        ('"bargaining ch', (Term("bargaining ch", unfinished=True),)),
        ("china -mexico", (Term("china"), Term("mexico", excluded=True))),
        ('china -"joint action"', (Term("china"), Term("joint action", excluded=True))),
        ("anti-drug 14:30", (Term("anti-drug"), Term("14:30", unfinished=True))),
        ("see: this", (Term("see:"), Term("this", unfinished=True))),
        ("- — () …", ()),
    ],
)
def test_words_and_phrases(text: str, terms: tuple[Term, ...]) -> None:
    """The last word may be unfinished; a space after it, or a closing quotation mark, ends it."""
    assert read_query(text) == Query(terms=terms)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("actor:blinken", (Filter("actor", "blinken"),)),
        ('Topic:"law enforcement"', (Filter("topic", "law enforcement"),)),
        ("event-type:extradition", (Filter("event_type", "extradition"),)),
        ("-type:relation", (Filter("type", "relation", excluded=True),)),
        (
            "year:2022..2023 before:2023-07",
            (Filter("year", "2022..2023"), Filter("before", "2023-07")),
        ),
        ("type:", ()),
        ('topic:"', ()),
    ],
)
def test_filters(text: str, filters: tuple[Filter, ...]) -> None:
    """A known field and a value; a value not yet typed asks for nothing."""
    assert read_query(text) == Query(filters=filters)


def test_words_beside_filters() -> None:
    """What is no filter is a word, also if it looks like one of an unknown field."""
    asked = read_query("type:event nonsense:x fentanyl")
    assert asked.filters == (Filter("type", "event"),)
    assert [term.text for term in asked.wanted] == ["nonsense:x", "fentanyl"]


def test_signs_alone_match_nothing() -> None:
    """An emoji is in no record; punctuation says nothing at all."""
    assert read_query("🚨").nothing
    assert not read_query("…").nothing
    assert not read_query("🚨 fentanyl").nothing


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_read(text: str) -> None:
    """Every term has something to look for."""
    for term in read_query(text).terms:
        assert any(char.isalnum() for char in term.text)
