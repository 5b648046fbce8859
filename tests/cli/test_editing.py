"""The commands that change records: JSON in, JSON out, and never the bundled store."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefer import paths
from briefer.cli.main import briefer
from briefer.store import Store
from tests.cli.program import Program, assert_refused

EXTRADITION = "event/2023-09-guzman-lopez-extradition"
BLINKEN = "actor/antony-blinken"
NOTE = "source/ajil-note"

TALKS = {
    "type": "event",
    "title": "Talks were held in Vienna",
    "date": "2024-01",
    "event_type": "bilateral.summit",
    "citations": [{"source": NOTE}],
}


def run(*arguments: str, given: str | None = None) -> Result:
    """Return the result of a command on the user's own store."""
    return CliRunner().invoke(briefer, arguments, input=given)


def done(*arguments: str, given: object = None) -> list[dict[str, Any]]:
    """Return the JSON that a command prints when it succeeds."""
    text = given if given is None or isinstance(given, str) else json.dumps(given)
    result = run(*arguments, "--json", given=text)
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    return found if isinstance(found, list) else [found]


def refused(*arguments: str, given: object = None) -> str:
    """Return the line with which a command is refused."""
    text = given if given is None or isinstance(given, str) else json.dumps(given)
    result = run(*arguments, given=text)
    assert result.exit_code == 1, (result.stdout, result.stderr)
    (line,) = result.stderr.splitlines()
    assert line.startswith("briefer: ")
    return line


def contents() -> list[object]:
    """Return all records of the user's own store, none where there is no store."""
    if not paths.user_store().exists():
        return []
    with Store.open(paths.user_store(), read_only=True) as store:
        return [*store.all(), *store.bin()]


def test_a_record_is_added_to_a_copy_of_the_bundled_store() -> None:
    """The first change makes the user's own store; the bundled one stays as it was."""
    before = paths.bundled_store().read_bytes()
    (kept,) = done("add", "--by", "Jane", given=TALKS)
    assert kept["id"].startswith("event/talks-were-held-in-vienna-")
    assert (kept["origin"], kept["revision"], kept["changed_by"]) == ("user", 1, "Jane")
    assert kept["date"]["display"] == "January 2024"
    assert done("show", kept["id"]) == [kept]
    assert paths.bundled_store().read_bytes() == before


def test_a_list_of_records_is_added_from_a_file(tmp_path: Path) -> None:
    """Records of a file may name each other; people get a line for each."""
    file = tmp_path / "additions.json"
    office = {"id": "actor/office", "name": "Office of Talks", "actor_type": "office"}
    talks = {**TALKS, "id": "event/talks", "actors": [{"actor": "actor/office", "role": "host"}]}
    file.write_text(json.dumps([talks, office]), encoding="utf-8-sig")
    result = run("add", str(file))
    assert result.stdout.splitlines() == [
        "Added event/talks (revision 1): Talks were held in Vienna",
        "Added actor/office (revision 1): Office of Talks",
    ]
    assert not result.stderr


@pytest.mark.parametrize(
    ("third", "words"),
    [
        ({**TALKS, "date": "2024-13"}, ["record 3, field 'date'", "2024-13"]),
        ({**TALKS, "titel": "x"}, ["record 3, field 'titel'", "Did you mean 'title'?"]),
        ({**TALKS, "title": ""}, ["record 3, field 'title'"]),
        ({**TALKS, "part_of": "event/gone"}, ["record 3, event/talks", "'part_of'", "event/gone"]),
        ({**TALKS, "id": BLINKEN}, ["record 3", "field 'type'"]),
        ({**TALKS, "id": EXTRADITION}, ["record 3", EXTRADITION, "exists already"]),
        ({**TALKS, "type": "evnt"}, ["record 3, field 'type'", "Did you mean 'event'?"]),
        ({"title": "x"}, ["record 3, field 'type': missing", "event"]),
        ({**TALKS, "revision": "2"}, ["record 3, field 'revision'"]),
        ("event", ["record 3", "object in braces"]),
    ],
)
def test_a_wrong_record_is_told_with_file_and_row(
    third: object, words: list[str], tmp_path: Path
) -> None:
    """The message names file, record and field, and nothing at all is added."""
    file = tmp_path / "additions.json"
    file.write_text(json.dumps([TALKS, TALKS, third]), encoding="utf-8")
    line = refused("add", str(file))
    for word in ("additions.json", *words):
        assert word in line
    assert not [r for r in contents() if getattr(r, "title", "") == TALKS["title"]]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "line 1, column 1"),
        ("{", "standard input, line 1"),
        ('{"type": "event", "type": "actor"}', "twice"),
        ("[" * 100_000, "nested too deep"),
        ("3", "object in braces"),
        ('{"id": 3}', "no 'id'"),
    ],
)
def test_what_is_no_json_record_is_refused(text: str, word: str) -> None:
    """Broken JSON is told with its place, and no store is made for it."""
    assert word in refused("add", "-", given=text)
    assert contents() == [] or word == "no 'id'"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is missing, a folder, or no text is told by name."""
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    assert "none.json cannot be read" in refused("add", str(tmp_path / "none.json"))
    assert "cannot be read" in refused("edit", EXTRADITION, str(tmp_path))
    assert "bytes.json: byte 0 is not UTF-8" in refused("add", str(tmp_path / "bytes.json"))
    assert "byte 2 is not UTF-16" in refused("attach", NOTE, str(tmp_path / "bytes.json"))


def test_a_likely_duplicate_is_told() -> None:
    """The record is added, and the one that it repeats is named with what to do."""
    blinken = {"type": "actor", "name": "antony j blinken", "actor_type": "person"}
    result = run("add", given=json.dumps(blinken))
    assert result.exit_code == 0
    assert f"may be the same as {BLINKEN}" in result.stderr
    assert f"briefer merge {BLINKEN} actor/antony-j-blinken-" in result.stderr


def test_fields_are_changed() -> None:
    """A file's fields and settings are changed, null and nothing take away, others stay."""
    (before,) = done("show", EXTRADITION)
    (kept,) = done(
        "edit",
        EXTRADITION,
        "-",
        "--set",
        "topics=cartels, law-enforcement",
        "--set",
        "date=2023-09-15",
        "--set",
        "place=",
        given={"summary": "In our words.", "substances": None},
    )
    assert (kept["summary"], kept["topics"]) == ("In our words.", ["cartels", "law-enforcement"])
    assert (kept["date"]["edtf"], kept["place"], kept["substances"]) == ("2023-09-15", None, [])
    assert (kept["revision"], kept["title"], kept["actors"]) == (
        2,
        before["title"],
        before["actors"],
    )


@pytest.mark.parametrize(
    ("ref", "setting", "field", "value"),
    [
        (EXTRADITION, 'title=[a] "b" = c', "title", '[a] "b" = c'),
        (EXTRADITION, "date=1977~/..", "date", "1977~/.."),
        (EXTRADITION, "instruments=Warrant, sealed", "instruments", ["Warrant, sealed"]),
        (EXTRADITION, 'topics=["border"]', "topics", ["border"]),
        (
            EXTRADITION,
            'actors=[{"actor": "actor/mexico", "role": "host"}]',
            "actors",
            [{"actor": "actor/mexico", "role": "host", "as": None, "name": "Mexico"}],
        ),
        (BLINKEN, "unnamed=true", "unnamed", True),
    ],
)
def test_settings_are_read_by_the_field(ref: str, setting: str, field: str, value: object) -> None:
    """Text stands as it is; lists, numbers and parts are read."""
    (kept,) = done("edit", ref, "--set", setting)
    found = kept[field]
    assert (found["edtf"] if field == "date" else found) == value


@pytest.mark.parametrize(
    ("setting", "word"),
    [
        ("titel=x", "Did you mean 'title'?"),
        ("title", "no '='"),
        ("revision=7", "no field 'revision'"),
        ("id=event/x", "no field 'id'"),
        ("title=", "field 'title': missing"),
        ("date=yesterday", "field 'date'"),
        ("topics=[", "--set topics, line 1"),
        ("actors=host", "field 'actors[1]'"),
    ],
)
def test_a_wrong_setting_is_refused(setting: str, word: str) -> None:
    """The message names the field and the next step; nothing is changed."""
    assert word in refused("edit", EXTRADITION, "--set", setting)
    assert done("history", EXTRADITION)[0]["revision"] == 1


def test_numbers_and_truths_are_read() -> None:
    """A number's field takes a number and nothing else."""
    (added,) = done("add", given={"type": "statistic", "counts": "Seizures", "value": 1})
    (kept,) = done("edit", added["id"], "--set", "value=107543.5")
    assert kept["value"] == 107543.5
    assert "'many' is not a number" in refused("edit", added["id"], "--set", "value=many")
    assert "'yes' is not true or false" in refused("edit", BLINKEN, "--set", "unnamed=yes")


def test_what_show_prints_can_be_handed_in() -> None:
    """Printed, changed and handed in again, only the change is made; unchanged, none."""
    shown = run("show", EXTRADITION, "--json").stdout
    assert "nothing was changed" in run("edit", EXTRADITION, "-", given=shown).stdout
    (record,) = json.loads(shown)
    (kept,) = done("edit", EXTRADITION, "-", given={**record, "note": "Ask"})
    assert done("history", EXTRADITION)[0]["changed"] == ["note"]
    assert kept["citations"] == record["citations"]
    added = {**record, "id": "event/again"}
    (again,) = done("add", given=added)
    assert again["actors"] == record["actors"]


def test_a_change_to_an_old_revision_is_refused() -> None:
    """With the revision that was shown, somebody else's change is not overwritten."""
    done("edit", BLINKEN, "--set", "note=First", "--by", "Ann")
    line = refused("edit", BLINKEN, "-", given={"revision": 1, "note": "Second"})
    assert "was changed by Ann at 20" in line
    assert done("show", BLINKEN)[0]["note"] == "First"
    assert done("edit", BLINKEN, "-", given={"revision": 2, "note": "Second"})


def test_one_record_is_edited_at_a_time() -> None:
    """A list of several, or the values of another record, are refused."""
    assert "one record is edited" in refused("edit", BLINKEN, "-", given=[{}, {}])
    assert "are of 'actor/x'" in refused("edit", BLINKEN, "-", given={"id": "actor/x"})
    assert run("edit", BLINKEN).exit_code == 2


def test_a_copy_is_printed() -> None:
    """The copy has a new id and says what it is."""
    (copy,) = done("duplicate", EXTRADITION, "--by", "Jane")
    assert copy["title"].endswith(" (copy)")
    assert copy["id"] != EXTRADITION


def test_deleted_listed_and_restored() -> None:
    """What is deleted stands in the bin with who and when, and comes back."""
    (added,) = done("add", given=TALKS)
    ref = added["id"]
    assert run("bin").stdout == "The bin is empty.\n"
    assert done("delete", ref, "--by", "Jane") == [{"deleted": [ref], "named_by": []}]
    (binned,) = done("bin")
    assert (binned["id"], binned["deleted_by"], binned["into"]) == (ref, "Jane", None)
    assert ref in run("bin").stdout
    assert "in the bin: it was deleted by Jane" in refused("show", ref)
    (restored,) = done("restore", ref)
    assert restored["title"] == added["title"]
    assert done("bin") == []


def test_a_record_that_others_name_is_deleted_by_force_only() -> None:
    """Without --force nothing goes, of several nothing either; with it, who names it is told."""
    (added,) = done("add", given=TALKS)
    assert "still name" in refused("delete", added["id"], BLINKEN)
    assert done("bin") == []
    result = run("delete", BLINKEN, BLINKEN, "--force")
    assert result.exit_code == 0
    assert result.stdout == f"Deleted {BLINKEN}; briefer restore {BLINKEN} brings it back.\n"
    assert "still names what was deleted" in result.stderr


def test_a_revision_is_brought_back_and_listed() -> None:
    """The history names what was done, newest first."""
    done("edit", EXTRADITION, "--set", "title=Other", "--by", "Jane")
    (kept,) = done("restore", EXTRADITION, "--revision", "1")
    assert (kept["revision"], kept["title"][:6]) == (3, "Mexico")
    told = done("history", EXTRADITION)
    assert [(one["revision"], one["change"], one["changed_by"]) for one in told] == [
        (3, "restored", None),
        (2, "edited", "Jane"),
        (1, "loaded", None),
    ]
    assert told[1]["record"]["title"] == "Other"
    lines = run("history", EXTRADITION).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["REVISION", "3", "2", "1"]
    assert "has no revision 9" in refused("restore", EXTRADITION, "--revision", "9")
    assert run("restore", EXTRADITION, "--revision", "0").exit_code == 2


def test_restoring_tells_what_is_missing() -> None:
    """A restored record may name what is not there any more: that is told, not hidden."""
    talks = {**TALKS, "actors": [{"actor": "actor/office", "role": "host"}]}
    office = {"id": "actor/office", "name": "Office", "actor_type": "office"}
    event, _ = done("add", given=[talks, office])
    done("delete", event["id"], "actor/office")
    result = run("restore", event["id"])
    assert f"{event['id']} names actor/office, which is not in the library" in result.stderr


def test_two_records_become_one() -> None:
    """The one that stays is printed; the other lies in the bin and tells where it went."""
    (twin,) = done("add", given={"type": "actor", "name": "A. Blinken", "actor_type": "person"})
    (kept,) = done("merge", BLINKEN, twin["id"])
    assert "A. Blinken" in kept["aliases"]
    assert done("bin")[0]["into"] == BLINKEN
    assert f"merged into {BLINKEN}" in run("bin").stdout
    assert f"was merged into {BLINKEN}" in refused("delete", twin["id"])
    assert "different types" in refused("merge", BLINKEN, EXTRADITION)


def test_a_text_is_attached_and_holds_quotations_to_it(tmp_path: Path) -> None:
    """A quotation that is not in it is refused with the nearest passage, until it is detached."""
    (tmp_path / "note.txt").write_text("They said: “We act now, and\n together.”", "utf-8")
    words = {
        "type": "statement",
        "statement_type": "quotation",
        "text": "We act now, and together!",
        "citations": [{"source": NOTE}],
    }
    (attached,) = done("attach", NOTE, str(tmp_path / "note.txt"))
    assert (attached["source"], attached["name"], attached["characters"]) == (NOTE, "note.txt", 39)
    line = refused("add", given=words)
    assert "these words are not in the text of 'source/ajil-note' (note.txt)" in line
    assert "We act now, and together.”" in line
    assert done("add", given={**words, "text": "We act now, and together."})
    assert "Detached" in run("attach", NOTE, "--detach").stdout
    assert done("add", given=words)
    again = run("attach", NOTE, str(tmp_path / "note.txt"))
    *told, rest = again.stderr.splitlines()
    assert len(told) == 10
    assert all("these words are not in the text" in line for line in told)
    assert "more quotations are not in the text" in rest
    assert done("attach", NOTE, "--detach")
    assert "no text attached" in refused("attach", NOTE, "--detach")
    assert "is no source" in refused("attach", BLINKEN, str(tmp_path / "note.txt"))
    assert run("attach", NOTE).exit_code == 2


@pytest.mark.parametrize(
    "command",
    [
        ("add", "-"),
        ("edit", EXTRADITION, "--set", "note=x"),
        ("duplicate", EXTRADITION),
        ("delete", EXTRADITION, "--force"),
        ("restore", EXTRADITION, "--revision", "1"),
        ("merge", BLINKEN, "actor/mexico"),
        ("attach", NOTE, "--detach"),
    ],
)
def test_the_bundled_store_is_never_changed(command: tuple[str, ...]) -> None:
    """Named with --store, it is refused with what to do instead."""
    before = paths.bundled_store().read_bytes()
    line = refused(*command, "--store", str(paths.bundled_store()), given=TALKS)
    assert "bundled library, which is never changed" in line
    assert paths.bundled_store().read_bytes() == before


def test_another_store_is_changed_where_it_is_named(tmp_path: Path) -> None:
    """`--store` is honoured before and after the command, and the user's own is not made."""
    path = tmp_path / "other.sqlite"
    Store.create(path).close()
    actor = {"type": "actor", "name": "Envoy", "actor_type": "person"}
    (added,) = done("--store", str(path), "add", given=actor)
    assert done("history", added["id"], "--store", str(path))[0]["change"] == "added"
    assert not paths.user_store().exists()


def test_looking_makes_no_store() -> None:
    """The bin and a history are read from the bundled store where there is no other."""
    assert done("bin") == []
    assert [one["change"] for one in done("history", EXTRADITION)] == ["loaded"]
    assert not paths.user_store().exists()


@pytest.mark.parametrize("odd", ["", "/", "event/%s", "🙂", "x\ny", "event/a b"])
@pytest.mark.parametrize(
    "command",
    [("edit", "--set", "note=x"), ("duplicate",), ("delete",), ("restore",), ("history",)],
)
def test_odd_ids_are_one_line(command: tuple[str, ...], odd: str) -> None:
    """An id that names nothing ends with status 1."""
    name, *rest = command
    assert refused(name, odd, *rest)


def test_standard_input_of_a_process(program: Program) -> None:
    """The program itself reads what is piped in, whatever the terminal's encoding."""
    text = json.dumps({**TALKS, "title": "Guzmán was heard"}, ensure_ascii=False)
    finished = subprocess.run(
        [sys.executable, "-m", "briefer", "add", "--json"],
        cwd=program.folder,
        env=program.environment(PYTHONIOENCODING="ascii", LC_ALL="C"),
        input=text.encode(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert json.loads(finished.stdout)[0]["title"] == "Guzmán was heard"


def test_bytes_that_are_no_text_are_one_line(program: Program) -> None:
    """An argument that is no text is an id that names nothing."""
    assert_refused(program("duplicate", b"event/\xff"), "no record")
