"""Tests of addresses that become links."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.compose.links import linked


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("Write to a.b-c@example.gov.", {"a.b-c@example.gov": "mailto:a.b-c@example.gov"}),
        ("mailto:x@example.gov", {"x@example.gov": "mailto:x@example.gov"}),
        ("<x@example.gov>", {"x@example.gov": "mailto:x@example.gov"}),
        ("(https://example.gov/a_(b))", {"https://example.gov/a_(b)": "https://example.gov/a_(b)"}),
        ("HTTP://example.gov!", {"HTTP://example.gov": "HTTP://example.gov"}),
        (
            "https://a.gov | https://b.gov",
            {"https://a.gov": "https://a.gov", "https://b.gov": "https://b.gov"},
        ),
        ("file:///etc/passwd javascript:alert(1) ftp://x.gov", {}),
        ("555-0100, @handle, a@b, www.example.gov", {}),
    ],
)
def test_web_and_mail_addresses_link_and_nothing_else(words: str, links: dict[str, str]) -> None:
    """Stops and closing brackets after an address are not part of it."""
    assert {run.text: run.url for run in linked(words) if run.url} == links


@given(st.text(alphabet=st.sampled_from("ab@.:/() mailtohttps"), max_size=60))
def test_no_words_are_lost(words: str) -> None:
    """The runs are the words; only "mailto:" before a mailbox is not printed."""
    runs = linked(words)
    assert "".join(run.url if run.url.startswith("mailto:") else run.text for run in runs).replace(
        "mailto:", ""
    ) == words.replace("mailto:", "")
    assert all(run.text for run in runs)


@pytest.mark.parametrize("word", ["a", "a.", "a@", "a@b.", "http://a.b/)", "'"])
def test_words_of_megabytes_take_no_longer_than_short_ones(word: str) -> None:
    """A mailbox is sought from its first letter only, and what follows an address cut at once."""
    begun = time.thread_time()
    for words in (word * (400_000 // len(word)), "http://a.b/" + word * 50_000):
        assert "".join(run.text for run in linked(words)) == words
    assert linked("http://a.b/" + ")" * 400_000)[0].text == "http://a.b/"
    assert time.thread_time() - begun < 3
