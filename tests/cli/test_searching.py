"""`search` with filters and counts, and `related`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from briefer import paths
from briefer.cli.main import briefer


def output(*arguments: str) -> str:
    """Return what a command prints on the bundled store."""
    done = CliRunner().invoke(briefer, ["--store", str(paths.bundled_store()), *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def found(*arguments: str) -> list[dict[str, Any]]:
    """Return the records that a search prints as JSON."""
    records = json.loads(output("search", *arguments, "--json", "--limit", "500"))
    assert isinstance(records, list)
    return records


def test_filters_narrow() -> None:
    """Fields in the words keep to records of that type, year and actor."""
    records = found("actor:blinken", "year:2023", "type:statement")
    assert records
    for record in records:
        assert record["type"] == "statement"
        assert record["date"]["edtf"].startswith("2023")
        assert record["linked"][record["speaker"]] == "Antony J. Blinken"


def test_a_word_with_a_minus_is_left_out() -> None:
    """A minus is no option, also before a filter."""
    everything = {record["id"] for record in found("china")}
    without = {record["id"] for record in found("china", "-type:relation")}
    assert without < everything
    assert everything - without == {ref for ref in everything if ref.startswith("relation/")}


def test_a_value_with_blanks_needs_no_second_quotation_marks() -> None:
    """The shell takes the marks away; the value stays together."""
    records = found("topic:law enforcement")
    assert records
    assert all("law-enforcement" in record["topics"] for record in records)


def test_facets_are_counted() -> None:
    """Counts come below the table, or as JSON for programs."""
    text = output("search", "fentanyl", "--facets", "--limit", "2")
    assert "Event type" in text
    assert "Topic" in text
    counts = json.loads(output("search", "fentanyl", "--facets", "--json"))
    types = {value["value"]: value["count"] for value in counts["facets"]["type"]}
    assert sum(types.values()) == counts["total"]


def test_an_unknown_value_is_told() -> None:
    """A filter that means nothing is named below the result."""
    text = output("search", "topic:nonsense")
    assert text == "Nothing found.\nNo topic is called “nonsense”.\n"


@pytest.mark.parametrize(
    ("ref", "nearest"),
    [
        ("statement/chinese-foreign-ministry-smear", "Stands against it"),
        ("event/2023-09-biden-determination", "Same event"),
    ],
)
def test_related_says_why(ref: str, nearest: str) -> None:
    """Every row says why; the closest stands first."""
    lines = output("related", ref).splitlines()
    assert lines[0].split() == ["WHY", "RECORD", "ID"]
    assert lines[1].startswith(nearest)
    records = json.loads(output("related", ref, "--json"))
    assert [record["id"] for record in records] == [line.split()[-1] for line in lines[1:]]
    assert all(record["reason"] for record in records)


def test_a_record_without_relatives() -> None:
    """Nothing related is an answer."""
    assert output("related", "source/ajil-note") == "Nothing is related to it.\n"
