"""The commands `import-sources` and `export-sources`, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefer import paths
from briefer.store import Store
from tests.cli.program import Program, assert_refused

DATA = Path(__file__).parents[1] / "bibliography" / "data"
SAME = """@misc{same,
  title = {{Fentanyl as a Foreign Policy Issue}},
  date = {2023},
  doi = {10.1000/one}
}
"""


def sources(program: Program) -> list[dict[str, object]]:
    """Return the sources of the user's own library."""
    done = program("list", "sources", "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_a_preview_changes_nothing(program: Program) -> None:
    """A dry run tells of each item, of doubtful fields and where they went, and keeps nothing."""
    before = len(sources(program))
    done = program("import-sources", DATA / "zotero.bib", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "zotero.bib: BibTeX, UTF-8" in done.stdout
    assert "The Fentanyl Trade: U.S. and Mexican Responses" in done.stdout
    assert "item 3 (king_note), line 31: field 'date': year and month say 2018" in done.stdout
    assert "kept in the note: abstract, bibtex:file, ISSN, keyword" in done.stdout
    assert done.stdout.endswith("Would add 3, left out 0.\n")
    assert len(sources(program)) == before
    assert not (program.home / "store.sqlite").exists()


def test_a_title_as_long_as_a_book_is_not_printed(program: Program, tmp_path: Path) -> None:
    """It is to be fixed; how it begins is enough to find it."""
    file = tmp_path / "long.ris"
    file.write_text(f"TY  - JOUR\nTI  - {'x' * 1_000_000}\nER  - \n", "utf-8")
    done = program("import-sources", file, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "To fix" in done.stdout
    assert len(done.stdout) < 3000


def test_sources_are_added_as_candidates(program: Program) -> None:
    """What is imported is found in the library, as nobody has seen it, with who brought it."""
    done = program("import-sources", DATA / "endnote.ris", "--by", "Jane Doe", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["counts"] == {"new": 2, "possible-duplicate": 0, "already-here": 0, "to-fix": 0}
    assert told["encoding"] == "Windows-1252"
    assert "accents" in told["notes"][0]
    added = [source for source in sources(program) if source["id"] in told["added"]]
    assert {source["title"] for source in added} == {
        "Señales: the trade in “precursors”",
        "World Report",
    }
    assert {source["verification"] for source in added} == {"candidate"}
    assert {source["changed_by"] for source in added} == {"Jane Doe"}
    assert all(str(source["id"]).startswith("source/") for source in added)


def test_the_same_file_again_adds_nothing(program: Program) -> None:
    """What is in the library already is told to be, by the record it is."""
    program("import-sources", DATA / "endnote.ris")
    before = len(sources(program))
    done = program("import-sources", DATA / "endnote.ris", "--duplicates", "keep-both", "--json")
    told = json.loads(done.stdout)
    assert told["counts"]["already-here"] == 2
    assert told["added"] == told["changed"] == []
    assert all(item["resembles"] for item in told["items"])
    assert len(sources(program)) == before


@pytest.mark.parametrize(
    ("what", "added", "changed", "volume"),
    [("skip", 0, 0, None), ("keep-both", 1, 0, None), ("merge", 0, 1, "4"), ("replace", 0, 1, "4")],
)
def test_what_becomes_of_a_duplicate(
    program: Program, what: str, added: int, changed: int, volume: str | None
) -> None:
    """An item like a source is left out, added, or goes into that source, as told."""
    (program.folder / "one.bib").write_text(SAME)
    (program.folder / "two.bib").write_text(SAME.replace("date =", "volume = {4},\n  date ="))
    first = json.loads(program("import-sources", "one.bib", "--json").stdout)["added"]
    done = program("import-sources", "two.bib", "--duplicates", what, "--json")
    told = json.loads(done.stdout)
    assert told["items"][0]["status"] == "possible-duplicate"
    assert told["items"][0]["resembles"] == first[0]
    assert told["items"][0]["reason"] == "the same DOI"
    assert (len(told["added"]), len(told["changed"])) == (added, changed)
    found = {source["id"]: source["volume"] for source in sources(program)}
    assert found[first[0]] == volume


def test_what_cannot_be_a_source_is_told(program: Program) -> None:
    """An item without a title is left out and told; the others are added."""
    done = program("import-sources", DATA / "zotero.json")
    assert done.returncode == 0, done.stderr
    assert "To fix" in done.stdout
    assert "it has no title" in done.stdout
    assert done.stdout.endswith("Added 9, left out 1.\n")


def test_a_title_too_long_is_to_be_fixed(program: Program) -> None:
    """What the library would refuse is told before, with the field."""
    (program.folder / "long.json").write_text(json.dumps([{"title": "T" * 600, "type": "book"}]))
    done = program("import-sources", "long.json", "--dry-run")
    assert "field 'title': 600 characters; at most 500 are kept." in done.stdout


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.bib", "@book{a, title={A}}\n\n@book{b, title={B", ("a.bib, line 3", "broken")),
        ("a.ris", "TY  - BOOK\nTI  - A\nER  -\nTY  - BOOK\nTI  - B", ("a.ris, line 4", "no ER")),
        ("a.json", '[{"title": "A"},\n {"title": }]', ("a.json, line 2", "column")),
        ("a.zip", "TY  - BOOK\n\0\0", ("a.zip, line 2", "zero bytes")),
    ],
)
def test_a_broken_file_adds_nothing(
    program: Program, name: str, text: str, words: tuple[str, ...]
) -> None:
    """A broken file is refused with its line, and nothing of it is kept."""
    (program.folder / name).write_text(text)
    assert_refused(program("import-sources", name), *words)
    assert not (program.home / "store.sqlite").exists()


def test_a_file_that_is_not_there(program: Program) -> None:
    """A file that cannot be read is named."""
    assert_refused(program("import-sources", "none.bib"), "none.bib", "No such file")


@pytest.mark.parametrize("format_", ["csl-json", "bibtex", "ris"])
def test_all_sources_come_back(program: Program, format_: str) -> None:
    """A library's sources, written and imported, are all there already: nothing is lost."""
    done = program("export-sources", "--to", format_, "-o", "out.txt", "--with-notes")
    assert done.returncode == 0, done.stderr
    count = len(sources(program))
    assert done.stdout == f"Wrote out.txt: {count} sources\n"
    told = json.loads(program("import-sources", "out.txt", "--dry-run", "--json").stdout)
    assert told["format"] == format_
    assert told["counts"]["already-here"] == count
    assert {item["reason"] for item in told["items"]} == {"the same id"}


def test_an_empty_library_gets_the_same_records(program: Program, tmp_path: Path) -> None:
    """Sources of one library are the same records, under the same ids, in another."""
    program("export-sources", "--to", "ris", "-o", "out.ris", "--with-notes")
    with Store.create(tmp_path / "other.sqlite"):
        pass
    other = ("--store", "other.sqlite")
    done = program(*other, "import-sources", "out.ris", "--keep-verification")
    assert done.returncode == 0, done.stderr
    with Store.open(paths.bundled_store(), read_only=True) as bundled:
        expected = {record.id: record.label for record in bundled.all("source")}
    with Store.open(tmp_path / "other.sqlite") as store:
        assert {record.id: record.label for record in store.all("source")} == expected
        kept = store.get("source/ajil-note")
        with Store.open(paths.bundled_store(), read_only=True) as bundled:
            known = bundled.get("source/ajil-note")
    assert (kept.note, getattr(kept, "verification", "")) == (
        known.note,
        getattr(known, "verification", None),
    )


def test_a_briefings_sources(program: Program) -> None:
    """Of a briefing what it cites is written, in the order of its numbers."""
    sample = paths.sample_briefing()
    done = program("export-sources", "--briefing", sample, "--to", "csl-json", "-o", "cited.json")
    assert done.returncode == 0, done.stderr
    cited = json.loads((program.folder / "cited.json").read_text(encoding="utf-8"))
    assert 0 < len(cited) <= len(sources(program))
    assert "source/ajil-note" in {item["id"] for item in cited}
    assert "note" not in {key for item in cited for key in item}


def test_one_source(program: Program) -> None:
    """A source that is named is written alone; a file that exists is replaced by force only."""
    command = ("export-sources", "source/ajil-note", "--to", "bibtex", "-o", "one.bib")
    assert program(*command).returncode == 0
    text = (program.folder / "one.bib").read_text(encoding="utf-8")
    assert text.startswith("@article{ajil-note,")
    assert "The text is unsigned." not in text
    assert_refused(program(*command), "one.bib exists already", "--force")
    assert program(*command, "--force").returncode == 0


def test_what_is_no_source_is_not_written(program: Program) -> None:
    """Another record, or none, is refused and nothing written."""
    command = ("--to", "ris", "-o", "one.ris")
    assert_refused(program("export-sources", "actor/mexico", *command), "actor/mexico is no source")
    assert_refused(program("export-sources", "source/nobody", *command), "source/nobody")
    assert not (program.folder / "one.ris").exists()
