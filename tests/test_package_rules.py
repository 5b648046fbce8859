"""The package test reports each fault it knows, made in a deck that has none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.writers.pptx import write_deck
from tests.package_rules import package_problems
from tests.writers.builders import PROPERTIES, every_kind_of_page, small_template

Members = dict[str, bytes]
Fault = Callable[[Members], None]

SLIDE, SECOND, THIRD = (f"ppt/slides/slide{number}.xml" for number in (1, 2, 3))
MAIN = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
RELS = "ppt/slides/_rels/slide{}.xml.rels"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a deck without problems."""
    folder = tmp_path_factory.mktemp("sound")
    template = small_template(folder / "small.pptx")
    write_deck(every_kind_of_page(), template, folder / "deck.pptx", properties=PROPERTIES)
    return folder / "deck.pptx"


def swap(name: str, old: str, new: str) -> Fault:
    """Return a fault that replaces one text in a member, which must hold it."""

    def apply(members: Members) -> None:
        assert old.encode() in members[name], f"{old!r} is not in {name}"
        members[name] = members[name].replace(old.encode(), new.encode(), 1)

    return apply


def drop(name: str) -> Fault:
    """Return a fault that takes a member out."""
    return lambda members: members.__delitem__(name)


def put(name: str, data: bytes) -> Fault:
    """Return a fault that adds or replaces a member."""
    return lambda members: members.__setitem__(name, data)


def cut(name: str, start: str, end: str) -> Fault:
    """Return a fault that cuts from one text to the end of another."""

    def apply(members: Members) -> None:
        text = members[name].decode()
        first = text.index(start)
        last = text.index(end, first) + len(end)
        members[name] = (text[:first] + text[last:]).encode()

    return apply


FAULTS: list[tuple[str, Fault]] = [
    ("has a content type but is not in the zip", drop(SLIDE)),
    ("which is missing", drop("ppt/slideLayouts/slideLayout1.xml")),
    ("is no well-formed XML", put(SLIDE, b"<p:sld>")),
    ("has no content type", put("ppt/media/image9.webp", b"RIFF")),
    ("no content type of its own", put("ppt/slides/slide9.xml", b"<x/>")),
    ("is reached by no relationship", put("ppt/media/image9.png", b"\x89PNG\r\n\x1a\n")),
    ("is not what its type image/png says", put("ppt/media/image1.png", b"\xff\xd8\xff\xe0")),
    ("is called image/jpg", swap(TYPES, "image/jpeg", "image/jpg")),
    ("is not of the type of a presentation", swap(TYPES, "presentation.main", "template.main")),
    ("of another content type", swap(TYPES, "tableStyles+xml", "viewProps+xml")),
    ("has two content types", swap(TYPES, "</Types>", f'<Override PartName="/{SLIDE}"/></Types>')),
    ("has no slideLayout", swap(RELS.format(1), '/slideLayout"', '/other"')),
    ("relationship rId1 is there 2 times", swap(RELS.format(1), "rId2", "rId1")),
    ("names 'rId99'", swap(SLIDE, 'r:id="rId2"', 'r:id="rId99"')),
    ("names 'an empty relationship'", swap(SLIDE, 'r:id="rId2"', 'r:id=""')),
    ("belongs to no part", put("ppt/slides/_rels/slide77.xml.rels", b"<Relationships/>")),
    (
        "leads outside to file:///C:/secret",
        swap(RELS.format(2), "https://example.org/a%20note", "file:///C:/secret"),
    ),
    ("slide id 256 is there 2 times", swap(MAIN, 'p:sldId id="257"', 'p:sldId id="256"')),
    ("is out of range", swap(MAIN, 'p:sldId id="257"', 'p:sldId id="1"')),
    ("4 slides are listed, 5 are there", cut(MAIN, '<p:sldId id="257"', "/>")),
    ("names a slide that is not there", swap(MAIN, 'p14:sldId id="257"', 'p14:sldId id="999"')),
    ("does not name each slide once", cut(MAIN, '<p14:sldId id="257"', "/>")),
    ("the notes master is not listed", cut(MAIN, "<p:notesMasterIdLst", "</p:notesMasterIdLst>")),
    (
        "has no notesMaster",
        swap("ppt/notesSlides/_rels/notesSlide1.xml.rels", '/notesMaster"', '/other"'),
    ),
    (
        "lists of the presentation are out of order",
        swap(MAIN, "<p:sldMasterIdLst", "<p:sldSz/><p:sldMasterIdLst"),
    ),
    ("shape id 2 is there 2 times", swap(SECOND, 'id="3"', 'id="2"')),
    ("is glued to shape 77", swap(SECOND, '<a:endCxn id="5"', '<a:endCxn id="77"')),
    ("a text body has no paragraph", cut(SLIDE, "<a:p>", "</a:p>")),
    ("a text box has no text body", cut(SECOND, "<p:txBody><a:bodyPr wrap=", "</p:txBody>")),
    ("a size is negative", swap(SECOND, 'cx="', 'cx="-')),
    ("a colour is", swap(SECOND, 'srgbClr val="FF', 'srgbClr val="F')),
    ("a baseline is 300000", swap(SLIDE, 'baseline="30000"', 'baseline="300000"')),
    ("has 1 cells in 2 columns", cut(THIRD, "<a:tc>", "</a:tc>")),
    ("a table cell has no text body", cut(THIRD, "<a:txBody>", "</a:txBody>")),
    ("a run has no language: 'Finding 1'", swap(SLIDE, ' lang="en-US"', "")),
    ("'Table of events' has no alternative text", swap(THIRD, ' descr="Table of events."', "")),
    (
        "'Seal' has no alternative text",
        swap("ppt/slides/slide4.xml", 'decorative" val="1"', 'decorative" val="0"'),
    ),
]


def test_sound_deck_passes(sound: Path) -> None:
    """A deck without faults has no problems."""
    assert package_problems(sound) == []


@pytest.mark.parametrize(("words", "fault"), FAULTS, ids=[words for words, _ in FAULTS])
def test_fault_is_reported(sound: Path, tmp_path: Path, words: str, fault: Fault) -> None:
    """Each fault is named."""
    with zipfile.ZipFile(sound) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    fault(members)
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(broken, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert any(words in problem for problem in package_problems(broken)), package_problems(broken)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_part_written_twice_is_reported(sound: Path, tmp_path: Path) -> None:
    """A name that is in the zip twice makes one of the two parts vanish."""
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(sound.read_bytes())
    with zipfile.ZipFile(broken, "a") as archive:
        archive.writestr(SLIDE, archive.read(SECOND))
    assert f"{SLIDE} is in the zip 2 times" in package_problems(broken)


def test_misplaced_content_types_are_reported(sound: Path, tmp_path: Path) -> None:
    """The content types come first."""
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(sound) as source, zipfile.ZipFile(broken, "w") as archive:
        for name in reversed(source.namelist()):
            archive.writestr(name, source.read(name))
    assert package_problems(broken) == ["[Content_Types].xml is not the first member"]


def test_zip_without_a_presentation_is_reported(tmp_path: Path) -> None:
    """An empty zip is no deck."""
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    assert "the package has no presentation" in package_problems(broken)
