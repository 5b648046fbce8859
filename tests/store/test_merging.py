"""Tests of merging: one record stays, knows what both knew, and is named by all."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from briefer.errors import RecordError, StoreError
from briefer.packs import references
from briefer.records import (
    Actor,
    Citation,
    Event,
    Locator,
    PartialDate,
    Participant,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
)
from briefer.store import Store
from briefer.store.merging import redirected, united
from tests.store.library import CARTEL, DEATHS, EXTRADITION, HEADS, LEADER, MEXICO, SALES, WORDS

TWIN = Actor(
    id="actor/mexican-state",
    name="United Mexican States",
    aliases=("MEXICO", "Estados Unidos Mexicanos"),
    actor_type="state",
    role="A federal republic",
    topics=("us-mexico",),
    citations=(Citation("source/note", Locator("note", "35")), Citation("source/report")),
)


@pytest.fixture
def twins(store: Store) -> Store:
    """Return a store in which one state has two records, each named by others."""
    store.add(TWIN)
    store.save(dataclasses.replace(WORDS, speaker=TWIN.id, responds_to=None))
    store.save(
        dataclasses.replace(EXTRADITION, actors=(*EXTRADITION.actors, Participant(TWIN.id, "host")))
    )
    store.add(
        Relation(id="relation/twins", subject=MEXICO.id, relation="cooperates_with", object=TWIN.id)
    )
    return store


def test_what_both_knew_is_known(twins: Store) -> None:
    """Citations once each, all names as aliases, absent fields filled, own fields kept."""
    kept = twins.merge(MEXICO.id, TWIN.id, by="Jane")
    assert isinstance(kept, Actor)
    assert kept.name == "Mexico"
    assert kept.aliases == ("United Mexican States", "Estados Unidos Mexicanos")
    assert (kept.role, kept.country) == ("A federal republic", "MX")
    assert kept.topics == ("us-mexico",)
    assert kept.citations == (*MEXICO.citations, Citation("source/report"))
    assert (kept.revision, kept.changed_by, kept.origin) == (2, "Jane", "bundled")


def test_every_reference_follows(twins: Store) -> None:
    """Speakers, participants and relations lead to the one that stays, each with a revision."""
    twins.merge(MEXICO.id, TWIN.id, by="Jane")
    assert getattr(twins.get(WORDS.id), "speaker", None) == MEXICO.id
    assert {p.actor for p in getattr(twins.get(EXTRADITION.id), "actors", ())} == {
        MEXICO.id,
        LEADER.id,
    }
    newest, *_ = twins.history(WORDS.id)
    assert (newest.change, newest.changed, newest.changed_by) == ("edited", ("speaker",), "Jane")
    assert twins.search("actor:mexico recent").total == 1
    assert twins.search("estados", types=["event"]).total == 1
    assert [link for record in twins.all() for link in record.links() if link == TWIN.id] == []


def test_a_relation_to_itself_goes_to_the_bin(twins: Store) -> None:
    """What would tie the record to itself is binned with the other, and can be restored."""
    twins.merge(MEXICO.id, TWIN.id)
    assert {one.record.id: one.into for one in twins.bin()} == {
        TWIN.id: MEXICO.id,
        "relation/twins": None,
    }
    with pytest.raises(StoreError, match=r"was merged into actor/mexico.*restore"):
        twins.save(dataclasses.replace(TWIN, note="x"))


def test_the_other_comes_back_as_it_was(twins: Store) -> None:
    """Restoring it leaves the merged record as it is."""
    before = twins.get(TWIN.id)
    merged = twins.merge(MEXICO.id, TWIN.id)
    restored = twins.restore(TWIN.id)
    assert dataclasses.replace(restored, revision=1, changed_at=before.changed_at) == before
    assert twins.get(MEXICO.id) == merged


def test_an_earlier_revision_names_what_goes_on(twins: Store) -> None:
    """A record brought back to before a merge names the record that stayed."""
    added = twins.get(WORDS.id).revision
    twins.merge(MEXICO.id, TWIN.id)
    twins.merge(LEADER.id, MEXICO.id)
    restored = twins.restore(WORDS.id, revision=added)
    assert getattr(restored, "speaker", None) == LEADER.id


def test_sources_are_merged_with_what_cites_them(store: Store) -> None:
    """Citations lead to the source that stays, also as underlying; what is known is not unknown."""
    twin = Source(
        id="source/twin",
        csl_type="report",
        title="A report on deaths",
        page="4",
        unknown=("DOI", "page"),
        citations=(Citation("source/report"),),
    )
    store.add(twin)
    store.save(dataclasses.replace(DEATHS, citations=(Citation("source/twin"),)))
    store.save(
        dataclasses.replace(SALES, citations=(Citation("source/note", underlying="source/twin"),))
    )
    store.attach_text("source/twin", "The whole text.", name="twin.txt")
    kept = store.merge("source/report", "source/twin")
    assert isinstance(kept, Source)
    assert (kept.page, kept.unknown, kept.citations) == ("4", ("DOI",), ())
    assert store.get(DEATHS.id).citations == (Citation("source/report"),)
    assert store.get(SALES.id).citations[0].underlying == "source/report"
    text = store.text_of("source/report")
    assert text
    assert text.text == "The whole text."


def test_a_source_merged_into_its_underlying_one_is_cited_once(store: Store) -> None:
    """A citation does not name one document as both what it cites and what underlies that."""
    undated = store.get("event/a-undated")
    store.merge("source/note", "source/order")
    assert undated.citations == (Citation("source/note", underlying="source/order"),)
    assert store.get("event/a-undated").citations == (Citation("source/note"),)


def test_statements_do_not_contrast_with_themselves(store: Store) -> None:
    """Where one of two merged statements opposed the other, that goes; what others say follows."""
    twin = dataclasses.replace(
        WORDS, id="statement/twin", contrasts_with=(WORDS.id,), responds_to=WORDS.id, date=None
    )
    other = dataclasses.replace(
        WORDS, id="statement/other", text="No.", contrasts_with=(WORDS.id, "statement/twin")
    )
    store.add_all([twin, other])
    kept = store.merge(WORDS.id, twin.id)
    assert isinstance(kept, Statement)
    assert (kept.contrasts_with, kept.responds_to) == ((), None)
    assert getattr(store.get(other.id), "contrasts_with", None) == (WORDS.id,)


@pytest.mark.parametrize(
    ("keep", "other", "message"),
    [
        (MEXICO.id, MEXICO.id, "with itself"),
        (MEXICO.id, DEATHS.id, "different types"),
        (MEXICO.id, "actor/mexiko", "no record 'actor/mexiko'"),
        (WORDS.id, "statement/other", "quote different words"),
        (DEATHS.id, "statistic/other", "give different numbers"),
        (SALES.id, "event/secret", "carry different markings"),
    ],
)
def test_what_cannot_be_one_stays_two(store: Store, keep: str, other: str, message: str) -> None:
    """Two different things are not merged, and nothing is changed by trying."""
    store.add_all(
        [
            dataclasses.replace(WORDS, id="statement/other", text="Something else."),
            dataclasses.replace(DEATHS, id="statistic/other", value=1.0),
            dataclasses.replace(SALES, id="event/secret", marking="CUI"),
        ]
    )
    store.save(dataclasses.replace(SALES, marking="FOUO"))
    before = store.all()
    with pytest.raises((RecordError, StoreError), match=message):
        store.merge(keep, other)
    assert store.all() == before
    assert store.bin() == ()


def test_fields_that_belong_together_stay_together() -> None:
    """A speaker is not given another's label, nor a number another's qualifier."""
    labelled = dataclasses.replace(WORDS, id="statement/b", speaker=None, speaker_label="Sources")
    assert united(WORDS, labelled) == WORDS
    assert getattr(united(labelled, WORDS), "speaker", "") is None
    bare = dataclasses.replace(DEATHS, id="statistic/b", value=None, qualifier="exact")
    filled = united(bare, DEATHS)
    assert isinstance(filled, Statistic)
    assert (filled.value, filled.qualifier) == (DEATHS.value, "nearly")
    assert united(DEATHS, bare) == DEATHS
    dated = dataclasses.replace(SALES, id="event/b", date_basis="stated")
    assert united(SALES, dated) == SALES


def test_notes_of_both_are_kept() -> None:
    """What colleagues wrote on either is on the one."""
    one, two = dataclasses.replace(SALES, note="One"), dataclasses.replace(SALES, note="Two")
    assert united(one, two).note == "One\n\nTwo"
    assert united(one, one).note == "One"


OLD, NEW = "{}/old", "{}/new"
NAMING: list[Record] = [
    Event(
        id="event/x",
        title="x",
        event_type="publication",
        actors=(Participant("actor/old", "host"), Participant("actor/new", "host")),
        part_of="event/old",
        citations=(Citation("source/old", underlying="source/a"), Citation("source/old")),
    ),
    Actor(id="actor/x", name="x", actor_type="person", affiliation="actor/old"),
    Statement(
        id="statement/x",
        text="x",
        statement_type="position",
        speaker="actor/old",
        event="event/old",
        responds_to="statement/old",
        contrasts_with=("statement/old", "statement/new"),
    ),
    Statistic(id="statistic/x", counts="x", asserted_by="actor/old"),
    Relation(id="relation/x", subject="actor/old", relation="heads", object="actor/old2"),
    Relation(id="relation/y", subject="actor/a", relation="heads", object="actor/old"),
    Source(
        id="source/x",
        csl_type="book",
        title="actor/old",
        citations=(Citation("source/a", underlying="source/old"),),
    ),
]


@pytest.mark.parametrize("record", NAMING, ids=lambda record: record.id)
def test_no_field_keeps_the_old_id(record: Record) -> None:
    """Whatever field names the old record, it names the new one afterwards, and once."""
    found: Record | None = record
    for type_ in ("actor", "event", "statement", "source"):
        assert found
        found = redirected(found, old=OLD.format(type_), new=NEW.format(type_))
    assert found
    named = [ref for _, ref, _ in references(found)]
    assert not [ref for ref in named if ref.endswith("/old")]
    assert any(ref.endswith("/new") for ref in named)
    assert found.label == record.label or isinstance(record, Relation)
    assert len(getattr(found, "contrasts_with", ())) <= 1
    assert len(getattr(found, "actors", ())) <= 1


def test_every_referring_field_is_among_those_tried() -> None:
    """No field that may name a record is missing from the test above."""
    from briefer.packs import _TARGETS

    tried = {(r.type, field.partition("[")[0]) for r in NAMING for field, _, _ in references(r)}
    assert tried >= {(type_, field) for type_, fields in _TARGETS.items() for field in fields}


def test_a_relation_with_one_end_left_is_none() -> None:
    """An actor has no relation to itself."""
    assert redirected(HEADS, old=CARTEL.id, new=LEADER.id) is None


def test_merging_very_many_references_is_indexed_alike(path: Path) -> None:
    """Where hundreds of records follow, search finds them as after indexing anew."""
    with Store.open(path) as store:
        store.add(TWIN)
        day = PartialDate.parse("2024-05")
        store.add_all(
            Event(
                id=f"event/n{n}",
                title=f"Thing {n}",
                event_type="publication",
                date=day,
                actors=(Participant(TWIN.id, "host"),),
            )
            for n in range(600)
        )
        store.merge(MEXICO.id, TWIN.id)
        assert store.search("actor:mexico type:event").total == 601
        before = store.search("estados", facets=["actor", "is"])
        store.reindex()
        assert store.search("estados", facets=["actor", "is"]) == before
