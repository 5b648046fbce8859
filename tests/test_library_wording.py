"""Tests of the library's own words: no prose, name or number that its sources do not give.

Rules: design page "product", section "Rules for the content".
"""

from __future__ import annotations

import re

import pytest

from tests.data.allowed import ALLOWED
from tests.data.bundled import SEED_FILES, Raw, library, records, seed_texts, words
from tests.data.ledger import ledger, sentences
from tests.data.sentences import Sentence
from tests.data.wording import (
    all_words,
    given_words,
    names_and_numbers,
    own_words,
    passages,
    small_words,
)

LONGEST_COMMON_RUN = 7
PRIVATE_PERSON_UNTIL = "across the street from "
"""Where a caption that begins with a private person comes to what is public."""

LEFT_OUT = {
    "Shannon": "first name of a photographer",
    "Stapleton": "a photographer credited under a caption",
    "Sarah": "first name of a photographer",
    "Silbiger": "a photographer credited under a caption",
    "Huizhong": "first name of a photographer",
    "Wu": "a photographer credited under a caption",
    "Alexandre": "first name of a photographer",
    "Meneghini": "a photographer credited under a caption",
    "Tenderloin": "where a private person was photographed",
    "February": "the month of a day that the record holds in figures",
    "forty": "the age of forty-nine, which the record writes in figures",
    "nine": "the age of forty-nine, which the record writes in figures",
    "DC": "D.C. in the other caption of the same photograph",
    "TOC": "the article's short form of transnational organized crime",
    "Popular": "furniture of the site",
}
"""Names and numbers of the seeds that the library does not print, and why."""


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Raw]]:
    """Return the ledger of each seed."""
    return {source: ledger(source) for source in SEED_FILES}


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Sentence, ...]]:
    """Return the sentences of each seed."""
    return {source: sentences(source, text) for source, text in seed_texts().items()}


def test_prose_of_the_sources_is_not_copied() -> None:
    """Outside quotations no eight words in a row are a source's."""
    length = LONGEST_COMMON_RUN + 1
    runs = {run for text in seed_texts().values() for run in _runs(words(text), length)}
    for record in library():
        if record["type"] != "source":
            for field, text in [*own_words(record), ("note", record.get("note", ""))]:
                common = runs.intersection(_runs(words(_without_names(text)), length))
                assert not common, f"{record['id']}: {field}: {common}"


def test_own_words_hold_no_name_or_number_that_the_cited_paragraph_lacks(
    rows: dict[str, list[Raw]], seeds: dict[str, tuple[Sentence, ...]]
) -> None:
    """Each name and number stands in a cited paragraph, or the list of exceptions says why."""
    strange = set(_strange(rows, seeds))
    assert strange - ALLOWED.keys() == set()
    assert ALLOWED.keys() - strange == set(), "allowed, and not needed"


def test_the_check_of_names_finds_what_is_invented(
    rows: dict[str, list[Raw]], seeds: dict[str, tuple[Sentence, ...]]
) -> None:
    """A name, a day and a number that no source has are found wherever they stand."""
    by_id = {record["id"]: record for record in library()}
    event = by_id["event/2023-09-guzman-lopez-extradition"]
    given = given_words(event, by_id, seeds, rows)
    said = "Garland thanked Mexico on September 15, after nine years; Culiacan was calm."
    assert names_and_numbers(said, frozenset()) - given == {"Garland", "15", "nine", "Culiacan"}


def test_every_record_stands_on_some_passage(
    rows: dict[str, list[Raw]], seeds: dict[str, tuple[Sentence, ...]]
) -> None:
    """What a record cites is found in the seed: there are words to hold its own against."""
    for record in library():
        if record["type"] != "source":
            for source, place in passages(record, rows):
                assert any(sentence.place == place for sentence in seeds[source]), record["id"]
            assert passages(record, rows), record["id"]


def test_every_name_and_number_of_the_sources_is_in_the_library(
    seeds: dict[str, tuple[Sentence, ...]],
) -> None:
    """Nothing that the seeds name or count is missing, but what is left out and says why."""
    held = all_words(" ".join(_strings(library())))
    small = set[str]().union(*(small_words(text) for text in seed_texts().values()))
    for cut in seeds.values():
        for sentence in cut:
            public = sentence.text.partition(PRIVATE_PERSON_UNTIL)[2] or sentence.text
            plain = re.sub(r"Footnote \d+", " ", public)
            missing = names_and_numbers(plain, small) - held - LEFT_OUT.keys()
            assert not missing, f"{sentence.number}: {missing}"


def test_a_private_person_in_a_photograph_is_no_record(
    seeds: dict[str, tuple[Sentence, ...]],
) -> None:
    """Whom a caption shows using drugs is in neither library nor ledger."""
    told = " ".join(_strings([library(), *(ledger(source) for source in SEED_FILES)]))
    shown = [
        name
        for sentence in seeds["source/fidler-2023"]
        for private, public, _ in [sentence.text.partition(PRIVATE_PERSON_UNTIL)]
        if public
        for name in private.partition(",")[0].split()
    ]
    assert len(set(shown)) == 2
    for name in shown:
        assert not re.search(rf"\b{name}\b", told), name


def test_positions_say_whose_they_are() -> None:
    """What the article reports of others names its author or the one who speaks."""
    for statement in records("statement"):
        if statement["statement_type"] == "position" and any(
            citation["source"] == "source/fidler-2023" for citation in statement["citations"]
        ):
            assert "Fidler" in statement["text"], statement["id"]


def _strange(
    rows: dict[str, list[Raw]], seeds: dict[str, tuple[Sentence, ...]]
) -> list[tuple[str, str]]:
    by_id = {record["id"]: record for record in library()}
    small = set[str]().union(
        *(small_words(text) for text in seed_texts().values()),
        *(small_words(text) for record in by_id.values() for _, text in own_words(record)),
    )
    return [
        (record["id"], word)
        for record in by_id.values()
        if record["type"] != "source"
        for _, text in own_words(record)
        for word in names_and_numbers(text, small) - given_words(record, by_id, seeds, rows)
    ]


def _strings(value: object) -> list[str]:
    """Return all texts in a JSON value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return []


def _without_names(text: str) -> str:
    """Return the text with the long proper names of offices cut, which are nobody's prose."""
    return (
        text.replace("White House Office of National Drug Control Policy", "ONDCP")
        .replace("senior fellow for global health and cybersecurity", "senior fellow")
        .replace("Senior fellow for global health and cybersecurity", "senior fellow")
    )


def _runs(tokens: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(tokens[at : at + length]) for at in range(len(tokens) - length + 1)}
