"""Tests of the text form of a library."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.errors import PackError
from briefer.packs import FILE_NAMES, load, read_pack, references, write_pack
from briefer.paths import bundled_library
from tests.store.library import MEXICO, RECORDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the text form of a small library."""
    write_pack(RECORDS, tmp_path)
    return tmp_path


def edit(folder: Path, name: str, **change: object) -> None:
    """Change fields of the first record of a file."""
    path = folder / name
    items = json.loads(path.read_text(encoding="utf-8"))
    items[0] |= change
    path.write_text(json.dumps(items), encoding="utf-8")


def test_a_library_comes_back_in_id_order(folder: Path) -> None:
    """Reading gives what was written, sorted by id."""
    assert read_pack(folder) == tuple(sorted(RECORDS, key=lambda record: record.id))


@pytest.mark.parametrize("which", ["small", "bundled"])
def test_writing_what_was_read_gives_the_same_bytes(
    which: str, folder: Path, tmp_path: Path
) -> None:
    """The canonical form is a fixed point, the bundled library's too."""
    source = folder if which == "small" else bundled_library()
    target = tmp_path / "again"
    write_pack(read_pack(source), target)
    for name in FILE_NAMES.values():
        assert (target / name).read_bytes() == (source / name).read_bytes(), name


def test_the_canonical_form(folder: Path) -> None:
    """Text files are UTF-8 unescaped, indented by one, and end in a newline."""
    text = (folder / "actors.json").read_text(encoding="utf-8")
    assert text.startswith('[\n {\n  "id": "actor/cartel",\n  "type": "actor",\n')
    assert "Guzmán López" in text
    assert text.endswith("\n]\n")


def test_a_folder_may_lack_types(folder: Path) -> None:
    """A file that is absent has no records; references into it are missed."""
    (folder / "statements.json").unlink()
    assert len(read_pack(folder)) == len(RECORDS) - 1
    (folder / "actors.json").unlink()
    with pytest.raises(PackError, match="there is no record 'actor/"):
        read_pack(folder)


def test_a_folder_without_a_library_is_told(tmp_path: Path) -> None:
    """No folder, an empty one, or a misspelt file is refused."""
    with pytest.raises(PackError, match="no library folder"):
        read_pack(tmp_path / "none")
    with pytest.raises(PackError, match="no library in"):
        read_pack(tmp_path)
    write_pack(RECORDS, tmp_path)
    (tmp_path / "event.json").write_text("[]", encoding="utf-8")
    with pytest.raises(PackError, match=r"event\.json is no file.*Did you mean 'events\.json'\?"):
        read_pack(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'[\n {"id": "actor/x",\n  "name" "X"}\n]', "actors.json, line 3, column 10"),
        (b"\xff\xfe[", "actors.json: byte 0 is not UTF-8"),
        (b'{"id": "actor/x"}', "not a list of records"),
        (b"[7]", "a number, not an object"),
        (b'[{"id": "actor/x", "name": "X", "name": "Y"}]', "actor/x has field 'name' twice"),
        (b'[{"id": "statistic/x", "value": NaN}]', "NaN is no number"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_file_that_is_no_json_names_the_line(folder: Path, content: bytes, said: str) -> None:
    """Mistakes of the file itself are told with the file and, where it helps, the line."""
    (folder / "actors.json").write_bytes(content)
    with pytest.raises(PackError) as raised:
        read_pack(folder)
    assert said in str(raised.value)
    assert "actors.json" in str(raised.value)


def test_a_record_in_the_wrong_file_is_told(folder: Path) -> None:
    """An event among the actors names the file it belongs in."""
    edit(folder, "actors.json", id="event/x", type="event")
    with pytest.raises(PackError, match=r"actors\.json, event/x"):
        read_pack(folder)
    write_pack([], folder)
    (folder / "actors.json").write_bytes(
        b'[{"id": "source/x", "csl_type": "report", "title": "X"}]'
    )
    with pytest.raises(PackError, match=r"Move it to sources\.json"):
        read_pack(folder)


def test_an_id_used_twice_is_told(folder: Path) -> None:
    """Two records of one id are refused, read or written."""
    edit(folder, "actors.json", id="actor/mexico")
    with pytest.raises(PackError, match=r"actors\.json, actor/mexico: the id is used twice"):
        read_pack(folder)
    with pytest.raises(PackError, match="actor/mexico: the id is used twice"):
        write_pack([MEXICO, MEXICO], folder)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("relations.json", {"subject": "actor/mexiko"}, "field 'subject'.*Did you mean"),
        ("relations.json", {"object": "event/sales"}, "'event/sales' is not of type actor"),
        ("statements.json", {"event": "event/none"}, "field 'event': there is no record"),
        ("statements.json", {"contrasts_with": ["statement/no"]}, "field 'contrasts_with'"),
        ("actors.json", {"citations": [{"source": "source/no"}]}, r"citations\[1\]\.source"),
        (
            "actors.json",
            {"citations": [{"source": "source/note", "underlying": "actor/mexico"}]},
            r"citations\[1\]\.underlying.*not of type source",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(
    folder: Path, name: str, change: dict[str, Any], said: str
) -> None:
    """Every reference must name a record of the right type."""
    edit(folder, name, **change)
    with pytest.raises(PackError, match=said):
        read_pack(folder)


def test_every_link_of_a_record_is_checked(folder: Path) -> None:
    """No field links records without being in the table of references."""
    for record in (*RECORDS, *read_pack(bundled_library())):
        checked = [ref for _, ref, _ in references(record)]
        assert sorted(checked) == sorted(record.links())


def test_records_of_a_user_keep_their_origin(folder: Path) -> None:
    """The reader says whose records they are; files do not."""
    records = read_pack(folder, origin="user")
    assert {record.origin for record in records} == {"user"}
    bundled = [dataclasses.replace(record, origin="bundled") for record in records]
    assert tuple(bundled) == read_pack(folder)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text whatever breaks the reader of JSON; a refusal names the file."""
    refusal = ""
    try:
        load(text, file="x.json")
    except PackError as error:
        refusal = error.message
    assert refusal.count("x.json") == bool(refusal)
