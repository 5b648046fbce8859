"""Tests that the bundled library says what its two sources say, and nothing sharper.

Rules: design page "product", section "Rules for the content".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefer.packs import read_pack, write_pack
from briefer.records import RECORD_TYPES
from briefer.records.date_words import MONTHS
from briefer.records.dates import PartialDate
from tests.data.bundled import (
    LIBRARY,
    Raw,
    cited_sources,
    library,
    quoted_spans,
    records,
    seed_texts,
)
from tests.data.sentences import article_sections

MINIMUM = {"event": 60, "actor": 85, "statement": 80, "statistic": 17, "relation": 58, "source": 9}
LONGEST_TITLE = 75
DATE_FIELDS = ("date", "announced", "as_of", "issued", "role_date", "accessed")


@pytest.mark.parametrize("type_", MINIMUM)
def test_there_are_enough_records_of_each_type(type_: str) -> None:
    """The library holds at least what the two sources were counted to report."""
    assert len(records(type_)) >= MINIMUM[type_]


def test_files_are_canonical(tmp_path: Path) -> None:
    """Reading the library and writing it again gives the same bytes."""
    write_pack(read_pack(LIBRARY), tmp_path)
    for type_ in RECORD_TYPES:
        name = f"{type_}s.json"
        assert (tmp_path / name).read_bytes() == (LIBRARY / name).read_bytes(), name


def test_every_reference_names_a_record() -> None:
    """Each id that a record gives for another is the id of a record."""
    known = {record["id"] for record in library()}
    for record in library():
        for ref in _references(record):
            assert ref in known, f"{record['id']} names {ref}"


def test_every_record_but_sources_is_cited() -> None:
    """No record reaches a slide without a source and a place in it."""
    for record in library():
        if record["type"] != "source":
            assert record.get("citations"), record["id"]
            for citation in record["citations"]:
                assert citation["locator"]["value"], record["id"]


def test_every_actor_is_used_or_described() -> None:
    """An actor appears in another record or at least says what it is."""
    used = {ref for record in library() for ref in _references(record)}
    for actor in records("actor"):
        assert actor["id"] in used or actor.get("role"), actor["id"]


def test_note_locators_cover_every_footnote() -> None:
    """Each of the journal note's 49 footnote markers is some record's locator; no other is."""
    found = {
        number
        for record in library()
        for citation in record.get("citations", ())
        if citation["locator"]["label"] == "note"
        for number in _numbers(citation["locator"]["value"])
    }
    assert found == set(range(1, 50))


def test_paragraph_locators_exist() -> None:
    """A paragraph that a citation names is in the text."""
    texts = seed_texts()
    note = len(texts["source/ajil-note"].split("\n"))
    sections = {
        name: len(paragraphs)
        for name, paragraphs in article_sections(texts["source/fidler-2023"]).items()
    }
    for record in library():
        for citation in record.get("citations", ()):
            label, value = citation["locator"]["label"], citation["locator"]["value"]
            if label == "paragraph":
                assert 1 <= int(value) <= note, record["id"]
            elif label == "section" and ", para. " in value:
                section, _, number = value.partition(", para. ")
                assert 1 <= int(number) <= sections[section], f"{record['id']}: {value}"
            elif label == "section" and value != "author note":
                assert value.split(", ")[1] in sections, f"{record['id']}: {value}"


def test_quotations_are_verbatim() -> None:
    """Each quotation is found exactly once in its source, letter for letter."""
    texts = seed_texts()
    for statement in records("statement"):
        quotes = [c["quote"] for c in statement["citations"] if "quote" in c]
        if statement["statement_type"] != "position":
            assert [quote["exact"] for quote in quotes] == [statement["text"]], statement["id"]
        for citation in statement["citations"]:
            if "quote" in citation:
                quote = citation["quote"]
                passage = quote["prefix"] + quote["exact"] + quote["suffix"]
                assert texts[citation["source"]].count(passage) == 1, statement["id"]


def test_quotations_end_where_the_source_closes_them() -> None:
    """A quotation is all that stands between the source's quotation marks."""
    for statement in records("statement"):
        for citation in statement["citations"]:
            if "quote" in citation:
                assert citation["quote"]["prefix"].endswith("“"), statement["id"]
                assert citation["quote"]["suffix"].startswith("”"), statement["id"]


def test_note_quotations_are_cited_at_their_footnote() -> None:
    """A quotation's note is the first footnote marker after it."""
    text = seed_texts()["source/ajil-note"]
    for statement in records("statement"):
        for citation in statement["citations"]:
            if "quote" in citation and citation["source"] == "source/ajil-note":
                marker = re.search(
                    r"Footnote (\d+)", text[text.index(citation["quote"]["exact"]) :]
                )
                assert marker, statement["id"]
                assert citation["locator"] == {"label": "note", "value": marker[1]}


def test_every_quoted_span_is_a_record() -> None:
    """What the sources put in quotation marks is in the library, each span of it."""
    held = {
        (citation["source"], citation["quote"]["exact"])
        for statement in records("statement")
        for citation in statement["citations"]
        if "quote" in citation
    }
    for source, text in seed_texts().items():
        for span in quoted_spans(text):
            assert (source, span) in held, span


def test_wording_of_figures_is_verbatim() -> None:
    """The few words that a figure keeps stand in a source that it cites."""
    texts = seed_texts()
    for statistic in records("statistic"):
        assert any(statistic["wording"] in texts[ref] for ref in cited_sources(statistic))


def test_figures_have_a_number_a_date_and_a_speaker() -> None:
    """A figure says what it counts, when, and who says so."""
    for statistic in records("statistic"):
        has = statistic.keys()
        assert "value" in has or {"low", "high"} <= has, statistic["id"]
        assert has & {"as_of", "as_of_note"}, statistic["id"]
        assert has & {"asserted_by", "asserted_by_label"}, statistic["id"]


def test_dates_parse() -> None:
    """Every date is in the subset of EDTF that records use."""
    for record, field, date in _dates():
        text, display = (date, None) if isinstance(date, str) else (date["edtf"], date["display"])
        assert PartialDate.parse(text, display).display, f"{record['id']}: {field}"


def test_days_stand_in_the_source() -> None:
    """A date names a day only where a cited source prints that day.

    A candidate's own date is its own: it sharpens nothing.
    """
    texts = seed_texts()
    for record, field, date in _dates():
        if record.get("verification") == "candidate":
            continue
        edtf = date if isinstance(date, str) else date["edtf"]
        for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", edtf):
            printed = f"{MONTHS[int(month) - 1]} {int(day)}, {year}"
            assert any(
                printed in texts[ref].replace("\xa0", " ") for ref in cited_sources(record)
            ), f"{record['id']}: {field} {edtf}"


def test_events_say_how_their_date_is_known() -> None:
    """A dated event has a basis; an undated one has none and says why, or is planned."""
    for event in records("event"):
        assert ("date" in event) == ("date_basis" in event), event["id"]
        assert "date" in event or event.get("announced") or event.get("note"), event["id"]


def test_titles_fit_a_timeline_card() -> None:
    """Event titles are short, and no two are alike."""
    titles = [event["title"] for event in records("event")]
    assert max(map(len, titles)) <= LONGEST_TITLE
    assert len(set(titles)) == len(titles)


def test_names_are_the_sources_names() -> None:
    """An actor that the source names has a name that stands in a cited source or is its title."""
    texts = {ref: text.replace("\xa0", " ") for ref, text in seed_texts().items()}
    for source in records("source"):
        if source["id"] in texts:
            texts[source["id"]] += source["container-title"]
    for actor in records("actor"):
        if not actor.get("unnamed"):
            names = [actor["name"], *actor.get("aliases", ())]
            assert any(name in texts[ref] for name in names for ref in cited_sources(actor)), names


def test_planned_is_not_past_and_charged_not_convicted() -> None:
    """Plans are worded as plans, and no title or summary says guilty of those charged."""
    for event in records("event"):
        if event["status"] == "planned":
            assert re.search(r"\bto \w+", event["title"]) or "set out" in event["title"]
        said = f"{event['title']} {event.get('summary', '')}"
        assert not re.search(r"\b(convicted|guilty|convictions?)\b", said), event["id"]


def test_what_the_sources_differ_on_stands_twice() -> None:
    """Coalition size, its name and the rank of the cause of death keep both versions."""
    by_id = {record["id"]: record for record in library()}
    assert by_id["statistic/coalition-size-note"]["value"] == 120
    assert by_id["statistic/coalition-size-fidler"]["qualifier"] == "more than"
    coalition = by_id["actor/global-coalition"]
    assert "Global Coalition to Address Synthetic Drugs" in coalition["aliases"]
    assert " a leading cause" in by_id["statement/note-leading-cause"]["text"]
    assert " the leading cause" in by_id["statement/blinken-leading-cause"]["text"]


def test_unknown_fields_of_a_source_are_absent() -> None:
    """What is not known of a source is listed as unknown and not filled in."""
    for source in records("source"):
        assert not set(source.get("unknown", ())) & source.keys(), source["id"]


def _references(record: Raw) -> Iterator[str]:
    for citation in record.get("citations", ()):
        yield from (citation[key] for key in ("source", "underlying") if key in citation)
    for participant in record.get("actors", ()):
        yield participant["actor"]
    for field in ("part_of", "affiliation", "speaker", "event", "responds_to", "asserted_by"):
        if field in record:
            yield record[field]
    if record["type"] == "relation":
        yield from (record["subject"], record["object"])
    yield from record.get("contrasts_with", ())


def _numbers(value: str) -> range:
    first, _, last = value.partition("-")
    return range(int(first), int(last or first) + 1)


def _dates() -> Iterator[tuple[Raw, str, Any]]:
    for record in library():
        for field in DATE_FIELDS:
            if field in record:
                yield record, field, record[field]
