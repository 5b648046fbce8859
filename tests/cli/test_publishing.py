"""`export --pdf`, `--handout` and `--png`: files that open, and refusals that write nothing.

The program runs as users start it, in a process of its own and without a display.
"""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.cli.program import Program, assert_refused
from tests.cli.test_export import counts, slides_in, write_briefing

needs_poppler = pytest.mark.skipif(
    not all(shutil.which(name) for name in ("pdfinfo", "pdffonts", "pdftotext")),
    reason="not installed: poppler-utils",
)


def told_by(command: str, *arguments: str | Path) -> str:
    """Return what a program of poppler prints."""
    done = subprocess.run([command, *arguments], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout


def fields(printed: str) -> dict[str, str]:
    """Return what pdfinfo prints by name."""
    rows = (line.partition(":") for line in printed.splitlines())
    return {name: value.strip() for name, _, value in rows}


def bare(text: str) -> str:
    """Return a text without blanks and joiners, its letters in their plain forms."""
    plain = unicodedata.normalize("NFKC", text).replace("\N{WORD JOINER}", "")
    return "".join(plain.split())


def titles(outline: list[Any], depth: int = 0) -> list[tuple[int, str]]:
    """Return the bookmarks of a PDF with how deep they stand."""
    found: list[tuple[int, str]] = []
    for item in outline:
        if isinstance(item, list):
            found += titles(item, depth + 1)
        else:
            assert isinstance(item, Destination)
            found.append((depth, str(item.title)))
    return found


def test_all_is_exported_at_once(program: Program) -> None:
    """Deck, PDF, handout and pictures show the same slides; one report counts them."""
    arguments = ("-o", "deck.pptx", "--pdf", "deck.pdf", "--handout", "notes.pdf", "--png", "png")
    done = program("export", "--sample", *arguments)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    written = [f"Wrote {name}" for name in ("deck.pptx", "deck.pdf", "notes.pdf", "png")]
    assert done.stdout.splitlines()[:4] == written
    slides = counts("\n".join(done.stdout.splitlines()[3:]))["slides"]
    assert slides == slides_in(program.folder / "deck.pptx")
    assert slides == len(PdfReader(program.folder / "deck.pdf").pages)
    pictures = sorted(path.name for path in (program.folder / "png").iterdir())
    assert len(pictures) == slides
    assert pictures[0] == "01-title.png"
    assert len(PdfReader(program.folder / "notes.pdf").pages) >= slides
    names = {path.name for path in program.folder.iterdir()} - {"home"}
    assert names == {"deck.pptx", "deck.pdf", "notes.pdf", "png"}


@needs_poppler
def test_pdf_tells_what_it_is_and_no_more(program: Program) -> None:
    """Title and language, fonts embedded, the deck's size; no time, no author, no claim of tags."""
    write_briefing(program.folder, subtitle="What was done")
    assert program("export", "small.briefing", "--pdf", "deck.pdf").returncode == 0
    target = program.folder / "deck.pdf"
    told = fields(told_by("pdfinfo", target))
    assert told["Title"] == "Fentanyl"
    assert told["Subject"] == "What was done"
    assert told["Producer"] == told["Creator"] == "Briefer"
    assert told["Pages"] == "3"
    assert told["Page size"] == "960 x 540 pts"
    assert told["Tagged"] == "no"
    assert not {"Author", "CreationDate", "ModDate"} & set(told)
    fonts = told_by("pdffonts", target).splitlines()[2:]
    assert len(fonts) >= 2
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in fonts), fonts
    root = PdfReader(target).root_object
    assert str(root["/Lang"]) == "en-US"
    assert str(root["/ViewerPreferences"]) == "{'/DisplayDocTitle': True}"
    assert not {"/MarkInfo", "/StructTreeRoot", "/Metadata"} & set(root)


def test_the_author_is_who_is_named(program: Program) -> None:
    """Deck, PDF and handout name the author; the accessibility check is content."""
    write_briefing(program.folder, subtitle="What was done")
    files = ("-o", "deck.pptx", "--pdf", "deck.pdf", "--handout", "notes.pdf")
    named = program("export", "small.briefing", *files, "--author", " Committee\x0bstaff é ")
    assert named.returncode == 0, named.stderr
    for name in ("deck.pdf", "notes.pdf"):
        told = PdfReader(program.folder / name).metadata
        assert told is not None
        assert told.author == "Committee staff é"
    properties = Presentation(str(program.folder / "deck.pptx")).core_properties
    assert properties.author == properties.last_modified_by == "Committee staff é"
    assert "author" not in program("check", "deck.pptx").stdout
    unnamed = program("export", "small.briefing", "-o", "deck.pptx", "--force")
    assert unnamed.returncode == 0, unnamed.stderr
    assert "--author" in program("check", "deck.pptx").stdout


@needs_poppler
def test_every_word_of_a_page_is_in_the_text(program: Program) -> None:
    """What is on the deck's slides can be found, selected and copied in the PDF."""
    done = program("export", "--sample", "-o", "deck.pptx", "--pdf", "deck.pdf")
    assert done.returncode == 0, done.stderr
    printed = told_by("pdftotext", "-raw", program.folder / "deck.pdf", "-")
    assert "\t" not in printed
    pages = [bare(page).casefold() for page in printed.split("\f")]
    for slide, page in zip(
        Presentation(str(program.folder / "deck.pptx")).slides, pages, strict=False
    ):
        for shape in slide.placeholders:
            if shape.has_text_frame and not shape.text_frame.text.isdecimal():
                for word in shape.text_frame.text.split():
                    assert bare(word).casefold() in page, word


def test_bookmarks_follow_sections_and_slides(program: Program) -> None:
    """Each section is a bookmark that holds those of its slides."""
    write_briefing(program.folder)
    assert program("export", "small.briefing", "--pdf", "deck.pdf").returncode == 0
    reader = PdfReader(program.folder / "deck.pdf")
    found = titles(reader.outline)
    assert [depth for depth, _ in found] == [0, 1, 1, 0, 1]
    assert found[0] == (0, "Facts")
    assert found[1] == (1, "Fentanyl")
    assert found[3] == (0, "Sources")


def test_links_lead_somewhere(program: Program) -> None:
    """Citation markers lead to the page that lists their number, addresses to the web."""
    assert program("export", "--sample", "--pdf", "deck.pdf").returncode == 0
    reader = PdfReader(program.folder / "deck.pdf")
    numbers = {page.indirect_reference: n for n, page in enumerate(reader.pages, start=1)}
    inside, outside = set(), set()
    for number, page in enumerate(reader.pages, start=1):
        for annotation in page.annotations or []:
            link = annotation.get_object()
            left, bottom, right, top = map(float, link["/Rect"])
            assert 0 <= left < right <= 960
            assert 0 <= bottom < top <= 540
            if "/Dest" in link:
                target = numbers[link["/Dest"][0]]
                assert target != number
                inside.add((number, target))
            else:
                outside.add(str(link["/A"]["/URI"]))
    sources = {target for _, target in inside}
    assert "Sources" in str(reader.pages[max(sources) - 1].extract_text()).title()
    assert len({number for number, _ in inside}) > len(numbers) / 2
    assert all(address.startswith(("https://", "mailto:")) for address in outside), outside


@needs_poppler
def test_handout_holds_notes_and_sources_in_full(program: Program) -> None:
    """Letter paper; each slide's notes and full sources; the marking on every sheet; numbers."""
    write_briefing(program.folder, marking="CUI")
    assert program("export", "small.briefing", "--handout", "notes.pdf").returncode == 0
    target = program.folder / "notes.pdf"
    told = fields(told_by("pdfinfo", target))
    assert told["Page size"] == "612 x 792 pts (letter)"
    sheets = told_by("pdftotext", "-layout", target, "-").split("\f")[:-1]
    assert len(sheets) == int(told["Pages"]) >= 3
    for number, sheet in enumerate(sheets, start=1):
        assert f"Page {number} of {len(sheets)}" in sheet
        assert sheet.count("CUI") >= 2
    event = next(sheet for sheet in sheets if "2. " in sheet)
    for words in ("What to say", "Claims on this slide", "Sources in full", "n. 35"):
        assert words in event
    assert "event/2023-09-guzman-lopez-extradition" not in "".join(sheets)


@needs_poppler
def test_long_notes_go_on_to_further_sheets(program: Program) -> None:
    """Every word of long notes is printed, on sheets that say which slide they belong to."""
    notes = "\n".join(f"Point {number} of a long story." for number in range(1, 121))
    cards = [{"kind": "title", "text": {"notes": notes}}]
    write_briefing(program.folder, sections=[{"title": "", "cards": cards}])
    assert program("export", "small.briefing", "--handout", "notes.pdf").returncode == 0
    sheets = told_by("pdftotext", "-layout", program.folder / "notes.pdf", "-").split("\f")[:-1]
    assert len(sheets) >= 3
    assert all("Slide 1, continued" in sheet for sheet in sheets[1:])
    printed = bare("".join(sheets))
    assert all(bare(f"Point {number} of") in printed for number in range(1, 121))


def test_pictures_are_as_wide_as_asked(program: Program) -> None:
    """1920 pixels, or what is said, in the deck's proportions."""
    write_briefing(program.folder)
    assert program("export", "small.briefing", "--png", "png").returncode == 0
    done = program("export", "small.briefing", "--png", "small", "--png-width", "640")
    assert done.returncode == 0, done.stderr
    for folder, size in (("png", (1920, 1080)), ("small", (640, 360))):
        pictures = sorted((program.folder / folder).iterdir())
        assert [path.name for path in pictures] == [
            "01-title.png",
            "02-event.png",
            "03-sources.png",
        ]
        for path in pictures:
            with Image.open(path) as picture:
                assert picture.size == size
                assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 10


def test_the_same_bytes_twice(program: Program) -> None:
    """Two exports, each in a process of its own, are the same byte for byte."""
    for folder in ("one", "two"):
        (program.folder / folder).mkdir()
        arguments = ("--pdf", f"{folder}/a.pdf", "--handout", f"{folder}/b.pdf")
        done = program("export", "--sample", *arguments, "--png", f"{folder}/png")
        assert done.returncode == 0, done.stderr
    first = sorted(path for path in (program.folder / "one").rglob("*") if path.is_file())
    assert len(first) > 10
    for path in first:
        other = program.folder / "two" / path.relative_to(program.folder / "one")
        assert path.read_bytes() == other.read_bytes(), path.name


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--pdf", "mine.pdf"), ("mine.pdf exists already", "--force")),
        (("--handout", "mine.pdf"), ("mine.pdf exists already", "--force")),
        (("--png", "mine"), ("01-title.png exists already", "--force")),
        (("--png", "mine.pdf"), ("mine.pdf is no folder",)),
        (("--pdf", "missing/deck.pdf"), ("missing",)),
        (("--png", "missing/png"), ("missing",)),
        (("--pdf", "deck.pptx"), ("ends in .pdf",)),
        (("--handout", "deck"), ("ends in .pdf",)),
        (("-o", "deck.pptx", "--pdf", "mine.pdf"), ("mine.pdf exists already",)),
    ],
)
def test_refused_before_anything_is_written(
    program: Program, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """What is in the way is named and kept, and nothing else is written either."""
    write_briefing(program.folder)
    (program.folder / "mine.pdf").write_bytes(b"mine")
    (program.folder / "mine").mkdir()
    (program.folder / "mine" / "01-title.png").write_bytes(b"mine")
    before = sorted(program.folder.rglob("*"))
    assert_refused(program("export", "small.briefing", *arguments), *words)
    assert sorted(path for path in program.folder.rglob("*") if "home" not in path.parts) == before
    assert (program.folder / "mine.pdf").read_bytes() == b"mine"


def test_force_replaces_and_lets_other_files_be(program: Program) -> None:
    """With `--force` files of the same names are replaced; what else is in the folder stays."""
    write_briefing(program.folder)
    (program.folder / "deck.pdf").write_bytes(b"old")
    folder = program.folder / "png"
    folder.mkdir()
    (folder / "01-title.png").write_bytes(b"old")
    (folder / "other.txt").write_bytes(b"kept")
    arguments = ("--pdf", "deck.pdf", "--png", "png", "--force")
    done = program("export", "small.briefing", *arguments)
    assert done.returncode == 0, done.stderr
    assert (program.folder / "deck.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "01-title.png").read_bytes().startswith(b"\x89PNG")
    assert (folder / "other.txt").read_bytes() == b"kept"
    assert sorted(path.suffix for path in folder.iterdir()) == [".png", ".png", ".png", ".txt"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "Say what to write"),
        (("--pdf", "a.pdf", "--handout", "a.pdf"), "same file"),
        (("--pdf", "a.pdf", "--png-width", "640"), "--png-width"),
        (("--png", "png", "--png-width", "9"), "--png-width"),
    ],
)
def test_wrong_usage_is_status_2(program: Program, arguments: tuple[str, ...], word: str) -> None:
    """What cannot be meant is told with how to get help; nothing is written."""
    done = program("export", "--sample", *arguments)
    assert done.returncode == 2
    assert word in done.stderr
    assert list(program.folder.iterdir()) == []


def test_a_briefing_is_never_replaced(program: Program) -> None:
    """A PDF may not take the place of what it is made from, even by force."""
    path = write_briefing(program.folder)
    link = program.folder / "deck.pdf"
    link.symlink_to(path)
    done = program("export", "small.briefing", "--pdf", "deck.pdf", "--force")
    assert_refused(done, "is what the PDF is made from")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that root may not write")
def test_a_closed_folder_is_refused(program: Program) -> None:
    """A folder that nobody may write is named."""
    write_briefing(program.folder)
    assert_refused(program("export", "small.briefing", "--pdf", "/proc/deck.pdf"), "/proc/deck.pdf")
    assert_refused(program("export", "small.briefing", "--png", "/proc/png"), "/proc/png")


def test_fonts_that_are_missing_altogether_are_told(
    program: Program, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On a computer without fonts nothing empty is written."""
    folder = tmp_path_factory.mktemp("fonts")
    settings = folder / "fonts.conf"
    settings.write_text(f"<fontconfig><cachedir>{folder}</cachedir></fontconfig>", "utf-8")
    write_briefing(program.folder)
    done = program("export", "small.briefing", "--pdf", "a.pdf", FONTCONFIG_FILE=str(settings))
    assert done.returncode == 1
    assert "no fonts" in done.stderr
    assert not (program.folder / "a.pdf").exists()
