"""Tests of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.compose.sentences import (
    clipped,
    counted,
    in_sentence,
    plural_verb,
    sentences,
    with_stop,
    without_stop,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("One fact.", ("One fact.",)),
        ("One fact. Another fact.", ("One fact.", "Another fact.")),
        ("The U.S. Treasury acted. It listed ten.", ("The U.S. Treasury acted.", "It listed ten.")),
        ("Joseph R. Biden, Jr. Spoke twice.", ("Joseph R. Biden, Jr. Spoke twice.",)),
        ("He said “no.” Then he left.", ("He said “no.”", "Then he left.")),
        ("Drugs move. . . and then sell.", ("Drugs move. . . and then sell.",)),
        (
            "It left the nation. Then it came in. End.",
            ("It left the nation.", "Then it came in.", "End."),
        ),
        ("No stop at the end", ("No stop at the end",)),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: tuple[str, ...]) -> None:
    """Abbreviations, initials and ellipses do not end a sentence."""
    assert sentences(text) == parts


@given(st.text(alphabet="ab .!?AB”", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """The sentences together are the text with its spaces made one."""
    assert " ".join(sentences(text)) == " ".join(text.split())


def test_stops_are_taken_off_and_put_on() -> None:
    """A title has no stop, a point has one, and an abbreviation keeps its own."""
    assert without_stop("It ended.") == "It ended"
    assert without_stop("It came from the U.S.") == "It came from the U.S."
    assert with_stop("It ended") == "It ended."
    assert with_stop("He said “no.”") == "He said “no.”"
    assert with_stop("") == ""


@given(st.text(alphabet="word ,", max_size=80), st.integers(5, 40))
def test_clipped_text_keeps_to_its_limit(text: str, limit: int) -> None:
    """A cut text is never longer than allowed and says that it is cut."""
    cut = clipped(text, limit)
    assert len(cut) <= limit
    assert cut == text or cut.endswith("…")


def test_counts_agree_with_their_noun() -> None:
    """One is singular, a plural of its own is used."""
    assert counted(1, "event") == "1 event"
    assert counted(2, "body", "bodies") == "2 bodies"


def test_verbs_follow_several_actors() -> None:
    """The verb "is" becomes "are", and a verb loses the ending of the singular."""
    assert plural_verb("is part of") == "are part of"
    assert plural_verb("supplies") == "supply"
    assert plural_verb("opposes") == "oppose"


def test_names_take_their_article_inside_a_sentence() -> None:
    """Only some names of states take "the"."""
    assert in_sentence("United States") == "the United States"
    assert in_sentence("China") == "China"
