"""Styles are kept as files in a folder, and found by name beside Briefer's own."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from briefer.citations import STYLES, chosen_style, number_citations, remarks
from briefer.citations.csl import Shelf
from briefer.citations.csl import trial as trial_module
from briefer.content import Reference
from briefer.errors import StyleFileError, UnknownNameError
from tests.citations.csl.files import AUTHOR_DATE, NOTES
from tests.citations.styles.samples import SAMPLES


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return the styles of a folder that is not there yet."""
    return Shelf(tmp_path / "styles")


def test_without_a_folder_there_are_the_houses(shelf: Shelf) -> None:
    """Nothing is made by looking."""
    assert list(shelf) == list(STYLES)
    assert shelf["bluebook"] is STYLES["bluebook"]
    assert len(shelf) == len(STYLES)


def test_a_style_is_added_listed_and_removed(shelf: Shelf, tmp_path: Path) -> None:
    """Under its file's name; the file itself may go."""
    file = tmp_path / "My Notes (2nd).CSL"
    shutil.copyfile(NOTES, file)
    added, found = shelf.add(file)
    file.unlink()
    assert (added.name, added.label, added.problem) == (
        "csl:my-notes-2nd",
        "Notes of the Tests",
        "",
    )
    assert found.note
    assert "csl:my-notes-2nd" in shelf
    assert shelf["csl:my-notes-2nd"].label == "Notes of the Tests"
    assert shelf["csl:my-notes-2nd"] is shelf["csl:my-notes-2nd"]
    assert list(shelf)[-1] == "csl:my-notes-2nd"
    assert shelf.listed()[-1] == added
    shelf.remove("csl:my-notes-2nd")
    assert list(shelf) == list(STYLES)
    with pytest.raises(UnknownNameError):
        shelf.remove("my-notes-2nd")
    with pytest.raises(StyleFileError, match="Briefer's own"):
        shelf.remove("house")


def test_a_name_that_is_taken_is_kept(shelf: Shelf, tmp_path: Path) -> None:
    """Unless it is to be replaced; the new file then counts at once."""
    shelf.add(NOTES)
    before = shelf["csl:notes"]
    other = tmp_path / "notes.csl"
    shutil.copyfile(AUTHOR_DATE, other)
    with pytest.raises(StyleFileError, match="a style 'csl:notes' already"):
        shelf.add(other)
    assert shelf["csl:notes"] is before
    shelf.add(other, replace=True)
    assert shelf["csl:notes"].label == "Author and Date of the Tests"


def test_what_is_no_style_is_not_kept(shelf: Shelf, tmp_path: Path) -> None:
    """Broken grammar is told with its line; nothing is left in the folder."""
    text = NOTES.read_text("utf-8")
    wrong = tmp_path / "wrong.csl"
    wrong.write_text(text.replace('form="ordinal"', 'form="roman-ordinal"'), "utf-8")
    with pytest.raises(StyleFileError, match=r"wrong\.csl, line \d+: ") as raised:
        shelf.add(wrong)
    line = int(raised.value.message.split("line ")[1].split(":")[0])
    assert (
        "roman-ordinal"
        in text.replace('form="ordinal"', 'form="roman-ordinal"').splitlines()[line - 1]
    )
    wrong.write_text(text.replace('variable="title"', 'variable="titel"'), "utf-8")
    with pytest.raises(StyleFileError, match=r"wrong\.csl, (?:near )?line [1-9]\d*: "):
        shelf.add(wrong)
    with pytest.raises(StyleFileError, match="cannot be read"):
        shelf.add(tmp_path / "none.csl")
    (tmp_path / "(!).csl").write_text(text, "utf-8")
    with pytest.raises(StyleFileError, match="gives no name"):
        shelf.add(tmp_path / "(!).csl")
    assert not (tmp_path / "styles").exists()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("deep", [1, 5, 20, 90])
def test_a_wrong_word_is_told_however_deep_it_stands(
    shelf: Shelf, tmp_path: Path, deep: int
) -> None:
    """Its line too, and soon: the grammar's reader would take years; a right one is kept."""
    text = AUTHOR_DATE.read_text("utf-8")
    line = '<text macro="author"/>'
    assert line in text
    style = tmp_path / "deep.csl"
    for word, right in (("macro", True), ("micro", False)):
        inner = f'\n<text {word}="author"/>'
        style.write_text(
            text.replace(line, "<group>" * deep + inner + "</group>" * deep, 1), "utf-8"
        )
        if right:
            assert shelf.add(style)[0].name == "csl:deep"
        else:
            with pytest.raises(StyleFileError, match=r"deep\.csl, (?:near )?line \d+: "):
                shelf.add(style, replace=True)


def test_a_slow_style_is_not_kept(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is tried before it is kept."""
    monkeypatch.setattr(trial_module, "LONGEST_SECONDS", 0.0)
    with pytest.raises(StyleFileError, match="takes longer"):
        shelf.add(NOTES)
    assert list(shelf) == list(STYLES)


def test_a_file_that_went_bad_is_listed_with_why(shelf: Shelf, tmp_path: Path) -> None:
    """It cannot be used, and everything else can."""
    folder = tmp_path / "styles"
    shelf.add(NOTES)
    (folder / "bad.csl").write_text("<style", "utf-8")
    (folder / "Not a name.csl").write_text("x", "utf-8")
    (folder / "other.txt").write_text("x", "utf-8")
    assert [style.name for style in shelf.listed()[-2:]] == ["csl:bad", "csl:notes"]
    assert "line 1" in shelf.listed()[-2].problem
    assert "csl:bad" not in shelf
    for name in ("csl:../bad", "csl:", "csl:Not a name", "nothing"):
        assert name not in shelf
        with pytest.raises(UnknownNameError):
            shelf[name]


def test_a_file_replaced_from_outside_is_read_again(shelf: Shelf, tmp_path: Path) -> None:
    """Its time or its length tells."""
    shelf.add(NOTES)
    assert shelf["csl:notes"].label == "Notes of the Tests"
    kept = tmp_path / "styles" / "notes.csl"
    kept.write_text(NOTES.read_text("utf-8").replace("Notes of the Tests", "Renamed"), "utf-8")
    os.utime(kept, (1, 1))
    assert shelf["csl:notes"].label == "Renamed"


def test_without_the_processor_it_is_told_how_to_get_it(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The house's styles work; a file's is listed with the way to the extra."""
    shelf.add(NOTES)
    monkeypatch.setitem(sys.modules, "citeproc", None)
    assert "house" in shelf
    assert "csl:notes" not in shelf
    assert "pip install 'briefer[csl]'" in shelf.listed()[-1].problem
    with pytest.raises(StyleFileError, match="citeproc-py, which is not installed"):
        shelf.add(AUTHOR_DATE)


def test_a_deck_is_worded_in_a_style_from_a_file(shelf: Shelf) -> None:
    """Numbers and letters are ours; what the style leaves out is told once for all sources."""
    shelf.add(AUTHOR_DATE)
    style, problem = chosen_style("csl:author-date", shelf)
    assert problem is None
    sources = {source.id: source for source in SAMPLES.values()}
    references = [
        Reference(number, source, "A", "", "", "", None) for number, source in enumerate(sources, 1)
    ]
    told = remarks(style, references, sources)
    assert len({remark.message for remark in told}) == len(told)
    lacking = next(remark for remark in told if "leaves out agency:" in remark.message)
    assert lacking.message.startswith("The citation style “Author and Date of the Tests” leaves")
    assert lacking.source == SAMPLES["press release"].id
    assert number_citations((), sources, style=style).references == ()


def test_a_style_that_cannot_be_used_gives_way_with_the_reason(
    shelf: Shelf, tmp_path: Path
) -> None:
    """The house's words stand, and the check says why."""
    style, problem = chosen_style("csl:nothing", shelf)
    assert style is STYLES["house"]
    assert problem
    assert "no citation style 'csl:nothing'" in problem.message
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "bad.csl").write_text("<style", "utf-8")
    style, problem = chosen_style("csl:bad", shelf)
    assert style is STYLES["house"]
    assert problem
    assert problem.message.endswith("The house style is used.")
