"""Tests of snippets: the words around a match, and what is marked in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.store.query import Term, read_query
from briefer.store.snippets import Sought, snippet_of

LONG = " ".join(f"word{number}" for number in range(100))


def shown(query: str, *texts: str) -> tuple[str, list[str]]:
    """Return the snippet for a query and the words marked in it."""
    text, marks = snippet_of(texts, Sought.of(read_query(query).wanted))
    return text, [text[start:end] for start, end in marks]


def test_a_short_text_is_shown_whole() -> None:
    """Case and accents do not matter; an unfinished word is marked to its end."""
    assert shown("guzm", "Ovidio Guzmán López") == ("Ovidio Guzmán López", ["Guzmán"])


def test_the_first_text_with_a_match_is_shown() -> None:
    """Of several lines only those with a match."""
    snippet = shown("ratón", "A title", "body", "Guzmán\nEl Ratón\nratones\nEl Ratón")
    assert snippet == ("El Ratón · ratones", ["Ratón", "ratones"])


def test_a_long_text_is_cut_around_the_match() -> None:
    """The words before and after the match stay readable."""
    text, marked = shown("word50 ", LONG)
    assert marked == ["word50"]
    assert text.startswith("…word44 ")
    assert text.endswith("…")
    assert len(text.split()) == 24


def test_phrases_are_marked_whole() -> None:
    """A phrase is one mark; its words alone are none."""
    text = "a chip, a bargaining chip"
    assert shown('"bargaining chip"', text) == (text, ["bargaining chip"])


def test_without_a_match_the_beginning_is_shown() -> None:
    """A filter finds records without any word to mark."""
    text, marks = snippet_of(["", LONG, "more"], None)
    assert text.startswith("word0 ")
    assert text.endswith("…")
    assert marks == ()


@given(st.integers(0, 99), st.integers(1, 100))
def test_a_cut_has_as_many_words_wherever_the_match_is(number: int, count: int) -> None:
    """Six words before the match where so many are there, and 24 in all."""
    words = LONG.split()[:count]
    number %= count
    text, marked = shown(f"word{number} ", " ".join(words))
    begin = max(0, min(number - 6, count - 24))
    kept = words[begin : begin + 24]
    assert text.strip("…").split() == kept
    assert marked == [f"word{number}"]
    assert text.startswith("…") == (begin > 0)
    assert text.endswith("…") == (begin + 24 < count)


@given(
    st.lists(st.text("abé́ß \n\u4e2d,."), min_size=1, max_size=4),
    st.lists(st.builds(Term, st.text("abeé"), unfinished=st.booleans()), max_size=3),
)
def test_marks_lie_in_order_within_the_snippet(texts: list[str], terms: list[Term]) -> None:
    """Whatever the texts and terms, marks neither overlap nor leave the snippet."""
    text, marks = snippet_of(texts, Sought.of(terms))
    edge = 0
    for start, end in marks:
        assert edge <= start < end <= len(text)
        edge = end
