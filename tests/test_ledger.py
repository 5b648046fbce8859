"""Tests that the ledger covers every sentence of both seeds and every citation of the library."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.data.bundled import SEED_FILES, library, quoted_spans, seed_texts
from tests.data.ledger import KEYS, ledger, locators, places, sentences

MOST_WORDS = 5
SOURCES = tuple(SEED_FILES)


@pytest.mark.parametrize("source", SOURCES)
def test_every_sentence_is_covered_once_and_in_order(source: str) -> None:
    """The rows are the sentences of the seed, proved by their digests."""
    found = sentences(source, seed_texts()[source])
    rows = ledger(source)
    assert [(row["sentence"], row["place"]) for row in rows] == [
        (sentence.number, sentence.place) for sentence in found
    ]
    for row, sentence in zip(rows, found, strict=True):
        assert row["sha256"] == sentence.digest, row["sentence"]
        assert tuple(row.get("notes", ())) == sentence.notes, row["sentence"]


@pytest.mark.parametrize("source", SOURCES)
def test_sentences_make_up_the_whole_seed(source: str) -> None:
    """Nothing is lost in cutting: the sentences hold each character of the seed but spaces."""
    text = seed_texts()[source]
    cut = "".join(sentence.text for sentence in sentences(source, text))
    assert "".join(cut.split()) == "".join(text.split())


@pytest.mark.parametrize("source", SOURCES)
def test_rows_show_a_few_words_and_no_more(source: str) -> None:
    """A row's first words are the sentence's; only a private person's name is not printed."""
    for row, sentence in zip(ledger(source), sentences(source, seed_texts()[source]), strict=True):
        if "begins" in row:
            assert sentence.text.startswith(" ".join(row["begins"].split())), row["sentence"]
            assert len(row["begins"].split()) <= MOST_WORDS
        else:
            assert "private person" in row["left_out"], row["sentence"]


@pytest.mark.parametrize("source", SOURCES)
def test_each_row_has_records_or_says_why_none(source: str) -> None:
    """Exactly one of the two, in numbers from one on, with no field that nobody reads."""
    rows = ledger(source)
    assert [row["sentence"] for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        assert not row.keys() - KEYS, row["sentence"]
        assert ("records" in row) != ("why_none" in row), row["sentence"]
        assert row.get("records") or row.get("why_none"), row["sentence"]


@pytest.mark.parametrize("source", SOURCES)
def test_every_record_named_is_in_the_library(source: str) -> None:
    """Each id of a row is a record's, and stands there once."""
    known = {record["id"] for record in library()}
    for row in ledger(source):
        named = row.get("records", [])
        assert set(named) <= known, row["sentence"]
        assert len(set(named)) == len(named), row["sentence"]


@pytest.mark.parametrize("source", SOURCES)
def test_records_cite_the_sentence_they_report(source: str) -> None:
    """A record under a sentence cites its footnote, paragraph or caption, or is the source."""
    by_id = {record["id"]: record for record in library()}
    for row in ledger(source):
        for ref in row.get("records", ()):
            if ref == source:
                assert row["place"] in ("title", "section label"), row["sentence"]
                continue
            cited = set[tuple[str, str]]().union(
                *(locators(c) for c in by_id[ref]["citations"] if c["source"] == source)
            )
            assert cited & places(row), f"{row['sentence']}: {ref} cites {sorted(cited)}"


@pytest.mark.parametrize("source", SOURCES)
def test_every_citation_is_reached_by_a_sentence(source: str) -> None:
    """What a record cites is a place whose sentences, one at least, lead to the record."""
    reached = {
        (ref, place)
        for row in ledger(source)
        for ref in row.get("records", ())
        for place in places(row)
    }
    for record in library():
        for citation in record.get("citations", ()):
            if citation["source"] == source:
                for place in locators(citation):
                    assert (record["id"], place) in reached, f"{record['id']}: {place}"


@pytest.mark.parametrize("source", SOURCES)
def test_a_quotation_is_listed_under_its_sentence(source: str) -> None:
    """Each span in quotation marks leads to the statement that holds it."""
    held = {
        record["id"]: {c["quote"]["exact"] for c in record["citations"] if "quote" in c}
        for record in library()
        if record["type"] == "statement"
    }
    rows = ledger(source)
    for row, sentence in zip(rows, sentences(source, seed_texts()[source]), strict=True):
        for span in quoted_spans(sentence.text):
            assert any(span in held.get(ref, ()) for ref in row["records"]), row["sentence"]


def test_few_sentences_lead_to_nothing() -> None:
    """Only headings, a deck and the site's furniture report nothing."""
    bare = Counter(
        row["place"] for source in SOURCES for row in ledger(source) if "why_none" in row
    )
    assert set(bare) <= {"heading", "deck", "page furniture"}
