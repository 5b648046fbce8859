"""`list`, `show` and `search`: whole records as JSON, columns for people."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from click.testing import CliRunner, Result

from briefer import paths
from briefer.cli.main import briefer
from briefer.cli.records import TYPES
from briefer.records import RECORD_TYPES
from briefer.store import Store
from tests.cli.program import Program, assert_refused


def invoke(*arguments: str) -> Result:
    """Return the result of a command on the bundled store."""
    done = CliRunner().invoke(briefer, ["--store", str(paths.bundled_store()), *arguments])
    assert done.exit_code == 0, done.output
    return done


def ids(output: str) -> list[str]:
    """Return the ids in a printed table: the last column."""
    return [line.split()[-1] for line in output.splitlines()[1:] if "/" in line.split()[-1]]


def as_json(*arguments: str) -> list[dict[str, object]]:
    """Return the records that a command prints as JSON."""
    found = json.loads(invoke(*arguments, "--json").output)
    assert isinstance(found, list)
    return found


def test_types_are_the_record_types() -> None:
    """The names that the command line knows without importing records are all of them."""
    assert tuple(RECORD_TYPES) == TYPES


@pytest.mark.parametrize("name", TYPES)
def test_list_prints_every_record(name: str) -> None:
    """Every record of a type is a row of text and an item of JSON, in the same order."""
    with Store.open(paths.bundled_store(), read_only=True) as store:
        expected = [record.id for record in store.all(name)]
    assert expected
    assert ids(invoke("list", f"{name}s").output) == expected
    assert [record["id"] for record in as_json("list", f"{name}s")] == expected


def test_singular_type_is_understood() -> None:
    """`list event` is `list events`."""
    assert invoke("list", "event").output == invoke("list", "events").output


@pytest.mark.parametrize("name", TYPES)
def test_json_holds_whole_records(name: str) -> None:
    """Id, type, every field by its name, and citations with source and locator."""
    keys = {
        str(field.metadata.get("key", field.name)).rstrip("_")
        for field in RECORD_TYPES[name].__dataclass_fields__.values()
    }
    for record in as_json("list", f"{name}s"):
        assert record["type"] == name
        assert keys <= set(record)
        citations = record["citations"]
        assert isinstance(citations, list)
        assert citations or name == "source"
        for citation in citations:
            assert citation["source"].startswith("source/")
            if citation["locator"] is not None:
                assert set(citation["locator"]) == {"label", "value"}


def test_json_dates_carry_their_bounds() -> None:
    """A month stays a month: EDTF, words, first and last possible day."""
    (record,) = as_json("show", "event/2023-09-guzman-lopez-extradition")
    assert record["date"] == {
        "edtf": "2023-09",
        "display": "September 2023",
        "earliest": "2023-09-01",
        "latest": "2023-09-30",
    }


def test_json_names_actors_with_roles() -> None:
    """An event's actors are ids with roles and names."""
    (record,) = as_json("show", "event/2023-09-guzman-lopez-extradition")
    actors = record["actors"]
    assert isinstance(actors, list)
    roles = {actor["role"]: actor for actor in actors}
    assert len(roles) >= 2
    assert "Ovidio Guzmán Lopez" in {actor["name"] for actor in actors}
    assert all(actor["actor"].startswith("actor/") for actor in actors)


def test_json_is_utf8_unescaped(program: Program) -> None:
    """Accents are characters, not escapes, even where the terminal knows only ASCII."""
    done = program("search", "guzman", "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert "Guzmán" in done.stdout


def test_text_survives_a_poor_terminal(program: Program) -> None:
    """Where the terminal knows only ASCII, text is printed with question marks."""
    done = program("search", "guzman", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert "Guzm?n" in done.stdout


def test_show_prints_fields_and_citations() -> None:
    """Label first, then fields by name; dates in words; ids with names; the citation."""
    output = invoke("show", "event/2023-09-guzman-lopez-extradition").output
    assert output.splitlines()[0] == "Mexico extradited Ovidio Guzmán Lopez to the United States"
    assert "September 2023" in output
    assert "Ovidio Guzmán Lopez (actor/ovidio-guzman-lopez)" in output
    assert "AJIL note (source/ajil-note), note" in output
    assert "None" not in output
    assert "{" not in output


def test_every_record_can_be_shown() -> None:
    """No record of the library is too odd to be shown."""
    with Store.open(paths.bundled_store(), read_only=True) as store:
        refs = [record.id for record in store.all()]
    for ref in refs[:: max(1, len(refs) // 40)]:
        assert ref in invoke("show", ref).output


def test_quotation_is_shown_verbatim() -> None:
    """The JSON of a statement holds the source's exact words."""
    with Store.open(paths.bundled_store(), read_only=True) as store:
        statements = store.all("statement")
    shown = {record["id"]: record["text"] for record in as_json("list", "statements")}
    assert shown == {record.id: getattr(record, "text", None) for record in statements}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["guzman"], "event/2023-09-guzman-lopez-extradition"),
        (["GUZMÁN", "extrad"], "event/2023-09-guzman-lopez-extradition"),
        (["extradited guzman"], "event/2023-09-guzman-lopez-extradition"),
    ],
)
def test_search_folds_and_completes(words: Sequence[str], expected: str) -> None:
    """Accents, capitals and the ends of words do not matter."""
    assert expected in ids(invoke("search", *words).output)


def test_search_is_filtered_and_limited() -> None:
    """`--type` keeps a type (or several), `--limit` the best so many; the total is told."""
    assert {record["type"] for record in as_json("search", "fentanyl", "--type", "actors")} == {
        "actor"
    }
    both = as_json("search", "fentanyl", "--type", "actor", "--type", "event", "--limit", "500")
    assert {record["type"] for record in both} == {"actor", "event"}
    output = invoke("search", "fentanyl", "--limit", "2").output
    assert len(ids(output)) == 2
    assert output.splitlines()[-1].startswith("2 of ")


def test_nothing_found_is_no_error() -> None:
    """No match is an answer: words for people, an empty array for programs."""
    assert invoke("search", "xyzzyplugh").output == "Nothing found.\n"
    assert as_json("search", "xyzzyplugh") == []


@pytest.mark.parametrize(
    "words",
    ['"', "AND", "NOT", "*", "a OR", "🙂", "(", "NEAR(", "-", "'; DROP TABLE records", "^x"],
)
def test_any_words_are_safe(words: str) -> None:
    """Whatever is typed is a search, never an error."""
    assert isinstance(json.loads(invoke("search", "--json", "--", words).output), list)


@pytest.mark.parametrize(
    "odd", ["", " ", "event/", "/", "../../etc/passwd", "event/%s", "🙂", "x\ny"]
)
def test_unknown_id_is_one_line(odd: str) -> None:
    """An id that names nothing ends with status 1 and names the id."""
    done = CliRunner().invoke(briefer, ["--store", str(paths.bundled_store()), "show", odd])
    assert done.exit_code == 1
    assert done.stderr.startswith("briefer: ")
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout


def test_near_id_is_proposed(program: Program) -> None:
    """A slip in an id is answered with the id that was meant."""
    assert_refused(
        program("show", "event/2023-09-guzman-lopez-extraditon"),
        "Did you mean 'event/2023-09-guzman-lopez-extradition'?",
    )


def test_reading_creates_nothing(program: Program) -> None:
    """Reading commands leave the user's folder and the working folder as they were."""
    assert program("list", "events").returncode == 0
    assert program("search", "fentanyl").returncode == 0
    assert list(program.folder.iterdir()) == []


def test_own_store_comes_before_the_bundled_one(program: Program) -> None:
    """Where the user has a store, it is the one that is read."""
    with Store.create(program.home / "store.sqlite"):
        pass
    done = program("list", "events", "--json")
    assert json.loads(done.stdout) == []
