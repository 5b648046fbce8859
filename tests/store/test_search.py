"""Tests of the search: what is found, in what order, and that any text is a safe query."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefer.errors import StoreError
from briefer.records import RECORD_TYPES
from briefer.store import Store
from tests.store.library import EXTRADITION, LEADER, MEXICO


def found(store: Store, query: str, *types: str) -> set[str]:
    """Return the ids that a query finds."""
    return {hit.record.id for hit in store.search(query, types=types).hits}


@pytest.mark.parametrize(
    "query", ["Guzmán", "Guzman", "guzman", "GUZMÁN", "guz", "guzman lo", "raton"]
)
def test_accents_case_and_unfinished_words(store: Store, query: str) -> None:
    """A person is found without accents, in any case, while the name is being typed."""
    assert "actor/leader" in found(store, query)


def test_all_words_must_occur(store: Store) -> None:
    """More words find less; only the last may be unfinished."""
    assert found(store, "extradited cart", "event") == {"event/extradition"}
    assert found(store, "extradited nobody") == set()
    assert found(store, "extrad leader", "event") == set()


def test_an_event_is_found_by_its_actors(store: Store) -> None:
    """Names and aliases of participants lead to the event, a speaker's name to the words."""
    assert "event/extradition" in found(store, "ratón")
    assert found(store, "mexico recent", "statement") == {"statement/garland"}


def test_records_are_found_by_their_words_labels_and_dates(store: Store) -> None:
    """Labels of vocabulary words, the display of a date and a country's name can be searched."""
    assert found(store, "supply chain") == {"event/sales"}
    assert found(store, "late 1970s") == {"event/sales"}
    assert "event/extradition" in found(store, "september 2023")
    assert found(store, "deaths overdose", "statistic") == {"statistic/deaths"}


def test_quoted_words_stand_together(store: Store) -> None:
    """Words in quotation marks are a phrase."""
    assert found(store, '"most recent step"') == {"statement/garland"}
    assert found(store, '"recent most"') == set()


def test_the_record_itself_comes_before_what_mentions_it(store: Store) -> None:
    """A name finds its actor first and relations after what they tie."""
    order = [hit.record.id for hit in store.search("guzman").hits]
    assert order[0] == "actor/leader"
    assert order.index("event/extradition") < order.index("relation/leader-heads-cartel")


def test_marks_show_what_was_found(store: Store) -> None:
    """The marks of a hit cut out the words found, accents and all."""
    hit = store.search("guzman", types=["actor"]).hits[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Guzmán"]
    words = store.search("against", types=["statement"]).hits[0]
    assert [words.snippet[start:end] for start, end in words.marks] == ["against"]
    name = store.search("raton", types=["event"]).hits[0]
    assert name.snippet == "El Ratón"


def test_counts_ignore_the_type_asked_for(store: Store) -> None:
    """Chips show how many there are of each type, whichever is chosen."""
    result = store.search("guzman", types=["event"], limit=1)
    assert result.total == 1
    assert dict(result.counts) == dict.fromkeys(RECORD_TYPES, 0) | {
        "event": 1,
        "actor": 1,
        "relation": 1,
    }
    assert [hit.record.type for hit in result.hits] == ["event"]


def test_the_limit_cuts_hits_but_not_the_total(store: Store) -> None:
    """A short list still tells how many there are."""
    result = store.search("mexico", limit=1)
    assert len(result.hits) == 1
    assert result.total == sum(result.counts.values()) > 1
    for query in ("mexico", ""):
        assert store.search(query, limit=-1).hits == ()


@pytest.mark.parametrize("query", ["", "  ", '"', "*", "()", "\x00", "..."])
def test_a_query_that_says_nothing_lists_all(store: Store, query: str) -> None:
    """Blanks and punctuation list the library as it is browsed."""
    result = store.search(query)
    assert [hit.record for hit in result.hits] == store.all()
    assert result.total == 13
    events = store.search(query, types=["event"], limit=2)
    assert [hit.record.id for hit in events.hits] == ["event/sales", "event/extradition"]
    assert events.total == 3
    assert dict(events.counts) == store.count()


def test_an_emoji_is_in_no_record(store: Store) -> None:
    """Signs that are neither words nor punctuation find nothing; beside words they do no harm."""
    assert store.search("🚨").total == 0
    assert "actor/leader" in found(store, "🚨 guzman")


OPERATORS = ["AND", "OR NOT", "NEAR(", "title:", "^a", "a*b", '"a', "{a b}:", "'; DROP TABLE"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=())) | st.text('ab"*^:()-+{}\\ ANDORTNE\x00'))
@example("a" * 10_000)
@example("a " * 5_000)
@example("a-" * 5_000)
@example('"' * 10_001)
@example("\ud800guz")
@example("guz\x00man")
@example("\U0001e900\U0001e901")
@example("NEAR(a b)")
def test_any_text_is_a_safe_query(store: Store, query: str) -> None:
    """No query whatever breaks the search, and its marks lie within the snippet."""
    result = store.search(query)
    assert len(result.hits) <= result.total == sum(result.counts.values())
    for hit in result.hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


@pytest.mark.parametrize("operator", OPERATORS)
def test_operators_are_only_words(store: Store, operator: str) -> None:
    """What the full-text engine takes for an operator is looked for as text."""
    store.save(dataclasses.replace(EXTRADITION, summary=f"zebra {operator} zebra"))
    assert found(store, f"zebra {operator}", "event") == {"event/extradition"}


def test_an_unknown_type_is_refused(store: Store) -> None:
    """A misspelt type names what it may have meant."""
    with pytest.raises(StoreError, match="Did you mean 'event'"):
        store.search("mexico", types=["evnt"])


def test_a_renamed_actor_is_found_by_the_new_name_everywhere(store: Store) -> None:
    """Saving an actor renews the text of the records that link it."""
    store.save(dataclasses.replace(LEADER, name="Zacarías", aliases=()))
    assert found(store, "zacarias", "event") == {"event/extradition"}
    assert found(store, "guzman") == set()


def test_indexing_anew_changes_nothing(store: Store) -> None:
    """The text written record by record is the one that is written at once."""
    store.save(dataclasses.replace(MEXICO, aliases=("United Mexican States",)))
    before = [store.search(query) for query in ("mexican", "guzman", "a")]
    store.reindex()
    assert [store.search(query) for query in ("mexican", "guzman", "a")] == before
