"""Words are found in a text as a careful reader would find them, and what differs is told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.records.passages import Held, Part, around, compare

TEXT = """The U.S. said that “cooperation between the two sides works well. It’s a malicious smear
against China, fentanyl and its analogues, in these times.” Between March and May, the United
States will . . . work with partners. We will act on every link of this chain. Deaths: 107,543.
芬太尼问题的根源在美国，不在中国。
"""
HELD = [Held("source/x", "x.txt", TEXT)]


@pytest.mark.parametrize(
    ("words", "state", "passage"),
    [
        ("We will act on every  link", "verbatim", "We will act on every link"),
        ("It's a malicious smear against", "verbatim", "It’s a malicious smear against"),
        ("[b]etween March and May", "marked", "Between March and May"),
        ("cooperation . . . work[ed] well", "marked", None),
        ("work[] well", "marked", "works well"),
        ("cooperation [among] the two sides", "marked", "cooperation between the two sides"),
        (
            "smear against [the PRC], [an opioid] and its analogues",
            "marked",
            "smear against China, fentanyl and its analogues",
        ),
        ("a malicious smear [sic] against", "marked", "a malicious smear against"),
        ("a malicious [...] times", "marked", None),
        ("the United States will … work", "marked", "the United States will . . . work"),
        ("the United States will . . . work", "verbatim", "the United States will . . . work"),
        ("… We will act …", "marked", "We will act"),
        ("芬太尼问题的根源在美国", "verbatim", "芬太尼问题的根源在美国"),
    ],
)
def test_words_stand_there(words: str, state: str, passage: str | None) -> None:
    """As they are, or with what the quoter left out and changed marked as such."""
    verdict = compare(words, HELD)
    assert verdict.state == state
    assert verdict.stands
    if passage:
        assert verdict.passage == passage
    assert " ".join(TEXT[verdict.start : verdict.stop].split()) == verdict.passage


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a time-bound effort", "This is a time-\nbound effort of states."),
        ("harm reduction e\ufb00orts", "Harm and harm reduction efforts."),
        ("on fen\u00adtanyl\u200b now", "What is said on fentanyl now."),
        ("on\u00a0fentanyl now", "What is said on fentanyl\u00a0now."),
    ],
)
def test_what_a_printer_or_a_clipboard_adds_is_no_difference(words: str, text: str) -> None:
    """A line's end behind a hyphen, ligatures, and signs that nobody sees."""
    assert compare(words, [Held("source/x", "x.txt", text)]).state == "verbatim"


@pytest.mark.parametrize(
    ("words", "only_ours", "only_theirs"),
    [
        ("We will act on each link of this chain", ["each"], ["every"]),
        ("We will act … on every link of this chain", ["…"], []),
        ("the United States will work with partners", [], [". . ."]),
        ("we will act on every link of this chain", ["we"], ["We"]),
        ("We will act on every lin", ["lin"], ["link"]),
        ("in these times. . . . It’s a malicious smear", None, None),
        ("Deaths: 107,54", None, None),
        ("this chain. Deaths: 107,54", ["107,54"], ["107,543."]),
        ("every link . . . smear against China", None, None),
    ],
)
def test_an_altered_quotation_is_not_taken_for_true(
    words: str, only_ours: list[str] | None, only_theirs: list[str] | None
) -> None:
    """One word, one capital, a word cut short, dots for nothing, parts in another order."""
    verdict = compare(words, HELD)
    assert not verdict.stands
    if only_ours is not None:
        assert [p.words for p in verdict.parts if p.where == "quotation"] == only_ours
        assert [p.words for p in verdict.parts if p.where == "source"] == only_theirs


def test_dots_reach_only_so_far() -> None:
    """Two runs of words a book apart are no quotation."""
    text = "We will act. " + "Other words. " * 500 + "Thank you all."
    assert compare("We will act . . . Thank you all", [Held("s", "n", text)]).state != "marked"
    near = "We will act. " + "Other words. " * 50 + "Thank you all."
    assert compare("We will act . . . Thank you all", [Held("s", "n", near)]).state == "marked"


def test_the_difference_reads_in_order() -> None:
    """Runs of the same words, ours, theirs."""
    assert compare("We will act on each link of this chain", HELD).parts == (
        Part("We will act on", "both"),
        Part("each", "quotation"),
        Part("every", "source"),
        Part("link of this chain", "both"),
    )


def test_a_long_text_is_searched_quickly() -> None:
    """Five million characters, found, nearly found and not at all."""
    text = "Lorem ipsum dolor sit amet, we do it and the United States too. " * 78_000 + TEXT
    started = time.monotonic()
    for words in (
        "We will act on every link",
        "[b]etween March . . . with partners",
        "We will act upon each link of that chain, said the Minister of Justice",
        "Nothing of that kind was ever said there at all, by anyone in Spain",
    ):
        compare(words, [Held("s", "n", text)])
    assert time.monotonic() - started < 10


def test_what_stands_around_is_cut_at_words() -> None:
    """With dots where the text goes on."""
    start = TEXT.index("We will act")
    before, behind = around(TEXT, start, start + len("We will act"), most=30)
    assert (before, behind) == ("… . . . work with partners.", "on every link of this chain. …")
    assert around("We will act.", 0, 11) == ("", ".")


@given(
    st.text("ab .…[]'’\n", max_size=60),
    st.text("ab .…[]'’\n", max_size=200),
)
def test_any_words_are_compared_with_any_text(words: str, text: str) -> None:
    """The passage is where it is said to be, and no pattern runs away."""
    verdict = compare(words, [Held("s", "n", text)])
    assert 0 <= verdict.start <= verdict.stop <= len(text)
    if verdict.stands:
        assert verdict.passage == " ".join(text[verdict.start : verdict.stop].split())


def test_brackets_without_end_are_no_trap() -> None:
    """A word of nothing but brackets, against a text of nothing but one letter."""
    started = time.monotonic()
    words = "a" + "[]a" * 200 + " z . . . " + "[x]" * 300
    assert not compare(words, [Held("s", "n", "a" * 200_000)]).stands
    assert time.monotonic() - started < 5
