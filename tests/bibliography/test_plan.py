"""What importing a file would do, and the records that a person's choices make."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from briefer.bibliography.duplicates import normal_address, normal_doi
from briefer.bibliography.notes import split_note
from briefer.bibliography.plan import Choice, Plan, Status, plan_import, records_of, turns_of
from briefer.bibliography.writing import WRITERS
from briefer.errors import RecordError
from briefer.records import Citation, Name, PartialDate, Source
from briefer.store import Store
from briefer.store.trying import problem_of
from tests.bibliography.files import read_text
from tests.builders import make_source

KNOWN = Source(
    id="source/known",
    csl_type="article-journal",
    title="Fentanyl and Foreign Policy",
    author=(Name(family="Doe", given="Jane"),),
    issued=PartialDate.parse("2023-08"),
    container_title="Journal of Notes",
    doi="10.1000/ABC",
    url="https://www.example.org/paper/",
    verification="verified",
    short="Doe on policy",
    topics=("sanctions",),
    note="Seen in print.",
    unknown=("volume", "page"),
    origin="bundled",
    revision=3,
)


def plan_of(*items: dict[str, object], known: tuple[Source, ...] = (KNOWN,)) -> Plan:
    """Return what importing items of CSL-JSON would do to a library."""
    return plan_import(read_text(json.dumps(items)), known, problem_of=problem_of)


def item(**fields: object) -> dict[str, object]:
    """Return a book in the terms of CSL."""
    said = {key.replace("_", "-"): value for key, value in fields.items()}
    return {"type": "book", "title": "Another Work", **said}


def dated(year: int, month: int | None = None) -> dict[str, object]:
    """Return a date of CSL."""
    return {"date-parts": [[year, month] if month else [year]]}


@pytest.mark.parametrize(
    ("fields", "status", "reason"),
    [
        (item(), "new", ""),
        (item(DOI="https://doi.org/10.1000/abc"), "possible-duplicate", "the same DOI"),
        (
            item(URL="http://example.org/paper?utm_source=x#page=3"),
            "possible-duplicate",
            "the same address",
        ),
        (
            item(title="Fentanyl & Foreign  Policy".replace("&", "and"), issued=dated(2023)),
            "possible-duplicate",
            "the same title and date",
        ),
        (
            item(title="FENTANYL AND FOREIGN POLICY."),
            "possible-duplicate",
            "the same title; one of them has no date",
        ),
        (item(title="Fentanyl and Foreign Policy", issued=dated(2019)), "new", ""),
        (item(title="Fentanyl and Foreign Policy", issued=dated(2023, 9)), "new", ""),
        (item(title="T" * 501), "to-fix", "at most 500"),
        ({"type": "book"}, "to-fix", "no title"),
    ],
)
def test_the_status_of_an_item(fields: dict[str, object], status: Status, reason: str) -> None:
    """An item is new, like one of the library and says why, or to be fixed and says why."""
    (planned,) = plan_of(fields).items
    assert planned.status == status
    assert reason in planned.reason
    assert planned.resembles == ("source/known" if status == "possible-duplicate" else None)
    assert (planned.record is None) == (status == "to-fix")


def test_what_the_library_says_already_is_there() -> None:
    """A source written and read again is there, though its file says less than the library."""
    (planned,) = plan_import(read_text(WRITERS["ris"]([KNOWN])), [KNOWN]).items
    assert (planned.status, planned.resembles) == ("already-here", "source/known")
    assert records_of(plan_import(read_text(WRITERS["ris"]([KNOWN])), [KNOWN]), {}) == ()


def test_two_alike_in_a_file() -> None:
    """The second of two that are one is told to be like the first, which is new."""
    plan = plan_of(item(DOI="10.1/x"), item(title="The Same", DOI="doi:10.1/X"), known=())
    first, second = plan.items
    assert first.status == "new"
    assert first.record is not None
    assert (second.status, second.resembles) == ("possible-duplicate", first.record.id)
    assert second.in_file
    assert plan.counts == {"new": 1, "possible-duplicate": 1, "already-here": 0, "to-fix": 0}


def test_what_is_chosen_for_two_alike_in_a_file() -> None:
    """The second goes into the first, stands beside it, or alone where the first is left out."""
    plan = plan_of(item(DOI="10.1/x"), item(DOI="10.1/x", volume="7"), known=())
    (merged,) = records_of(plan, {2: "merge"})
    assert (merged.title, merged.volume) == ("Another Work", "7")
    assert len(records_of(plan, {2: "keep-both"})) == 2
    (alone,) = records_of(plan, {1: "skip", 2: "merge"})
    assert alone.volume == "7"
    assert records_of(plan, {1: "skip"}) == ()


@pytest.mark.parametrize("choice", ["merge", "replace"])
def test_a_source_made_of_two(choice: Choice) -> None:
    """Identity, citing and the words of the note stay; what was missing is filled in."""
    fields = item(
        type="article-journal",
        title="Fentanyl and Foreign Policy",
        DOI="10.1000/abc",
        volume="12",
        issued=dated(2023, 9),
        abstract="Why.",
    )
    (made,) = records_of(plan_of(fields), {1: choice})
    assert (made.id, made.revision, made.origin) == ("source/known", 3, "bundled")
    assert (made.short, made.topics, made.author) == (KNOWN.short, KNOWN.topics, KNOWN.author)
    assert (made.volume, made.unknown) == ("12", ("page",))
    assert made.issued is not None
    assert made.issued.edtf == ("2023-08" if choice == "merge" else "2023-09")
    assert made.verification == ("verified" if choice == "merge" else "candidate")
    assert split_note(made.note) == ("Seen in print.", {"abstract": "Why."})


def test_what_is_imported_is_a_candidate() -> None:
    """A file that says a source was verified is believed only where that is asked for."""
    file = read_text(WRITERS["csl-json"]([KNOWN]))
    (planned,) = plan_import(file, ()).items
    assert planned.record is not None
    assert (planned.record.verification, planned.record.id) == ("candidate", "source/known")
    (believed,) = plan_import(file, (), keep_verification=True).items
    assert believed.record is not None
    assert believed.record.verification == "verified"


def test_an_id_that_is_taken_is_not_given() -> None:
    """A source of our own whose id lies in the bin comes under another one."""
    (planned,) = plan_import(
        read_text(WRITERS["csl-json"]([KNOWN])), (), taken={"source/known"}
    ).items
    assert planned.record is not None
    assert planned.record.id.startswith("source/fentanyl-and-foreign-policy-")


def test_two_items_of_one_id() -> None:
    """An item that stands twice in a file of ours gives two records, not one over the other."""
    text = json.loads(WRITERS["csl-json"]([KNOWN]))
    plan = plan_import(read_text(json.dumps([*text, *text])), ())
    assert len({planned.record.id for planned in plan.items if planned.record}) == 2


def test_a_source_that_relies_on_one_nobody_has() -> None:
    """What links to a record that is not there is told before the library refuses it."""
    source = dataclasses.replace(KNOWN, citations=(Citation("source/nobody"),))
    (planned,) = plan_import(read_text(WRITERS["csl-json"]([source])), ()).items
    assert planned.status == "to-fix"
    assert "source/nobody" in planned.reason
    (fine,) = plan_import(
        read_text(WRITERS["csl-json"]([source])), [make_source("source/nobody")]
    ).items
    assert fine.status == "new"


def test_all_or_nothing_is_kept(tmp_path: Path) -> None:
    """New and changed records are one change of the store: one that is refused takes all back."""
    with Store.create(tmp_path / "store.sqlite") as store:
        first = store.add(make_source("source/first"))
        assert isinstance(first, Source)
        changed = dataclasses.replace(first, title="Changed")
        new = [make_source(f"source/new-{number}") for number in range(3)]
        stale = dataclasses.replace(first, title="Stale", revision=7)
        with pytest.raises(RecordError):
            store.keep_all([*new, changed, dataclasses.replace(new[0], title="")])
        assert [record.id for record in store.all()] == ["source/first"]
        kept = store.keep_all([*new, changed], by="Jane Doe")
        assert [(record.id, record.revision) for record in kept] == [
            ("source/new-0", 1),
            ("source/new-1", 1),
            ("source/new-2", 1),
            ("source/first", 2),
        ]
        assert store.get("source/first").label == "Note"
        assert {revision.changed_by for revision in store.history("source/new-1")} == {"Jane Doe"}
        with pytest.raises(Exception, match="revision 2"):
            store.keep_all([make_source("source/late"), stale])
        assert "source/late" not in {record.id for record in store.all()}


def test_an_import_is_one_step_to_undo(tmp_path: Path) -> None:
    """What an import added goes, and what it changed is as before, in one turn and back again."""
    with Store.create(tmp_path / "store.sqlite") as store:
        known = store.add(dataclasses.replace(KNOWN, revision=1))
        assert isinstance(known, Source)
        plan = plan_of(item(), item(DOI="10.1000/abc", volume="12"), known=(known,))
        turns = turns_of(plan, store.keep_all(records_of(plan, {2: "merge"})))
        added = turns[0].ref
        assert len(turns) == 2
        store.turn([turn.back for turn in turns])
        back = store.get("source/known")
        assert isinstance(back, Source)
        assert back.volume is None
        assert store.count()["source"] == 1
        store.turn([dataclasses.replace(turns[0], old=None, new=1)])
        assert store.get(added).label == "Another Work"


@pytest.mark.parametrize(
    ("address", "normal"),
    [
        ("HTTPS://WWW.Example.org/A/b/", "example.org/A/b"),
        ("example.org/a", "example.org/a"),
        ("http://example.org/?id=3&utm_medium=x", "example.org?id=3"),
        ("http://[broken", "http://[broken"),
        ("", ""),
    ],
)
def test_addresses_compared(address: str, normal: str) -> None:
    """An address is compared without what does not tell two pages apart."""
    assert normal_address(address) == normal


@pytest.mark.parametrize("doi", ["10.1/AB", "doi:10.1/ab", "https://doi.org/10.1/ab", " 10.1/ab "])
def test_dois_compared(doi: str) -> None:
    """A DOI is compared without what programs put before it."""
    assert normal_doi(doi) == "10.1/ab"
