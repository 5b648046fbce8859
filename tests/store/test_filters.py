"""Tests of filters and facets: `field:value` in a query, and counts that follow the query."""

from __future__ import annotations

import dataclasses

import pytest

from briefer.records import Event, PartialDate, Source
from briefer.store import FACETS, Store
from tests.store.library import EXTRADITION, NOTE, SALES

ALL = tuple(FACETS)


def found(store: Store, query: str) -> list[str]:
    """Return the ids that a query finds, in order."""
    return [hit.record.id for hit in store.search(query).hits]


def counts(store: Store, query: str, facet: str) -> dict[str, int]:
    """Return the counts of a facet's values for a query."""
    values = store.search(query, facets=[facet]).facets[facet]
    return {value.value: value.count for value in values}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("type:statistic", ["statistic/deaths"]),
        ("type:statistics", ["statistic/deaths"]),
        ("type:stat", ["statement/garland", "statistic/deaths"]),
        (
            "type:event,statistic",
            ["event/sales", "event/extradition", "event/a-undated", "statistic/deaths"],
        ),
        ("event_type:extradition", ["event/extradition"]),
        ("event-type:sale", ["event/sales"]),
        ('topic:"supply chain"', ["event/sales"]),
        ("topic:supply", ["event/sales"]),
        ("country:mexico", ["actor/mexico"]),
        ("country:MX", ["actor/mexico"]),
        ("actor:guzman", ["event/extradition", "actor/leader", "relation/leader-heads-cartel"]),
        ("actor:raton type:event", ["event/extradition"]),
        ("actor:actor/cartel -type:actor", ["relation/leader-heads-cartel"]),
        (
            "actor:sinaloa actor:mexico type:statement,relation",
            ["statement/garland", "relation/leader-heads-cartel"],
        ),
        ('source:"the note" type:event', ["event/extradition", "event/a-undated"]),
        ("year:2023", ["event/extradition", "statistic/deaths"]),
        ("year:2022..2022", ["statistic/deaths"]),
        ("year:..1999", ["event/sales"]),
        ("is:undated type:event", ["event/a-undated"]),
        ("-is:undated type:event -year:2023", ["event/sales"]),
        ("cartel -type:actor -type:relation -against", ["event/extradition"]),
        ("verification:partial type:statistic", ["statistic/deaths"]),
        ("status:happened year:1977", ["event/sales"]),
    ],
)
def test_filters(store: Store, query: str, ids: list[str]) -> None:
    """Values of one field widen, other fields narrow; what is found stands in listing order."""
    assert found(store, query) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("date:2023-09", {"event/sales", "event/extradition"}),
        ("date:2023-09-15", {"event/sales", "event/extradition"}),
        ("date:2023-06", {"event/sales", "statistic/deaths"}),
        ("date:2023-06..2023-09", {"event/sales", "event/extradition", "statistic/deaths"}),
        ("date:..1980", {"event/sales"}),
        ("date:2024..", {"event/sales"}),
        ("before:2023", {"event/sales", "statistic/deaths"}),
        ("before:1977", set()),
        ("after:2023-08", {"event/sales", "event/extradition"}),
        ("after:2023-09", {"event/sales"}),
    ],
)
def test_days_and_partial_dates(store: Store, query: str, ids: set[str]) -> None:
    """A record is found where its date may fall in; one without end may fall into any later day."""
    assert set(found(store, query)) == ids


@pytest.mark.parametrize("query", ["topic:nonsense", "actor:nobody", "date:soon", "year:1066"])
def test_a_value_that_is_unknown_is_told(store: Store, query: str) -> None:
    """Nothing is found, and a note says which value means nothing here."""
    result = store.search(query)
    assert result.total == 0
    value = query.split(":")[1]
    assert len(result.notes) == 1
    assert f"“{value}”" in result.notes[0]


def test_counts_follow_the_query(store: Store) -> None:
    """Each facet counts what the query finds."""
    assert counts(store, "", "type") == {
        "source": 4,
        "actor": 3,
        "event": 3,
        "relation": 1,
        "statement": 1,
        "statistic": 1,
    }
    assert counts(store, "extradited", "actor") == {"actor/leader": 1, "actor/mexico": 2}
    assert counts(store, "", "year") == {"2023": 2, "2022": 1, "1977": 1}
    assert counts(store, "type:event", "topic") == {"supply-chain": 1}


def test_a_facet_does_not_hide_its_own_values(store: Store) -> None:
    """With a type chosen the other types are still counted, so that one can change over."""
    assert counts(store, "type:event", "type") == counts(store, "", "type")
    assert counts(store, "type:event year:2023", "year") == {"2023": 1, "1977": 1}


def test_every_count_is_what_the_filter_finds(store: Store) -> None:
    """A chip that says 3 leads to three records, for every value of every facet."""
    result = store.search("", facets=ALL)
    assert set(result.facets) == set(ALL)
    for name, values in result.facets.items():
        for value in values:
            assert value.count == store.search(f'{name}:"{value.value}"').total, (name, value)
            assert value.label


def test_labels_are_words_for_people(store: Store) -> None:
    """Actors and sources by name, words of the vocabularies by their labels."""
    facets = store.search("", facets=ALL).facets
    labels = {name: {value.label for value in values} for name, values in facets.items()}
    assert labels["actor"] == {"Mexico", "Ovidio Guzmán López", "Sinaloa Cartel"}
    assert "The note" in labels["source"]
    assert labels["topic"] == {"Supply chain"}
    assert labels["country"] == {"Mexico"}
    assert "Extradition" in labels["event_type"]
    assert labels["verification"] == {"Partly verified"}


def test_asking_twice_finds_the_same(store: Store) -> None:
    """A filter leaves what is kept in memory as it was."""
    for query in ("actor:guzman", "guzman", "source:note", "note"):
        assert found(store, query) == found(store, query)
    with Store.open(store.path) as fresh:
        assert found(fresh, "guzman") == found(store, "guzman")


def test_facets_follow_changes(store: Store) -> None:
    """A changed record leaves its old values and has its new ones at once."""
    moved = dataclasses.replace(SALES, date=PartialDate.parse("2024-05"), topics=("border",))
    store.save(moved)
    assert counts(store, "", "year") == {"2024": 1, "2023": 2, "2022": 1}
    assert counts(store, "", "topic") == {"border": 1}
    assert found(store, "date:2024-05") == [SALES.id]


def test_verification_is_that_of_the_sources(store: Store) -> None:
    """When a source is verified, so is what cites it, though those records were not touched."""
    store.save(dataclasses.replace(NOTE, verification="verified"))
    verified = set(found(store, "verification:verified"))
    assert {"source/note", EXTRADITION.id} <= verified
    assert SALES.id not in verified


def test_another_connection_sees_the_change(store: Store) -> None:
    """Sets kept in memory do not outlive a change made by another window."""
    with Store.open(store.path) as other:
        assert other.search("topic:supply").total == 1
        store.save(dataclasses.replace(SALES, topics=()))
        assert other.search("topic:supply").total == 0


def test_years_of_a_long_date(store: Store) -> None:
    """A date of some years is found under each of them, one of centuries under none."""
    for name, date in (("short", "2001/2003"), ("long", "1500/2003")):
        store.add(
            Event(
                id=f"event/{name}",
                title=f"A {name} time",
                date=PartialDate.parse(date),
                event_type="publication",
            )
        )
    assert found(store, "year:2002") == ["event/short"]
    assert set(found(store, "date:2002")) == {"event/short", "event/long", "event/sales"}


def test_a_source_is_found_under_its_own_name(store: Store) -> None:
    """The source itself stands among what cites it."""
    store.add(Source(id="source/zzz", csl_type="book", title="Zebra handbook"))
    assert found(store, "source:zebra") == ["source/zzz"]
