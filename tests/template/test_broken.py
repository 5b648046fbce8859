"""Tests of files that are no templates: each is refused by name, with what to do."""

from __future__ import annotations

import dataclasses
import zipfile
from pathlib import Path

import pytest

from briefer.errors import TemplateError
from briefer.template import package
from briefer.template.reader import read_template
from tests.template.builders import MASTER, PRESENTATION, changed_template, swap

RELS = "ppt/_rels/presentation.xml.rels"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"


def refusal(path: Path) -> TemplateError:
    """Return the error that reading the file raises, which names it and offers a next step."""
    with pytest.raises(TemplateError) as caught:
        read_template(path)
    assert path.name in caught.value.message
    assert caught.value.hint
    return caught.value


def test_missing_file(tmp_path: Path) -> None:
    """The message says that it does not exist."""
    assert "does not exist" in refusal(tmp_path / "gone.pptx").message


def test_folder(tmp_path: Path) -> None:
    """A folder is no template."""
    folder = tmp_path / "folder.pptx"
    folder.mkdir()
    assert "cannot be read" in refusal(folder).message


@pytest.mark.parametrize("data", [b"", b"not a zip", b"%PDF-1.7\n", b"PK\x03\x04 torn"])
def test_no_zip(tmp_path: Path, data: bytes) -> None:
    """Text, PDF and torn files are no presentations."""
    path = tmp_path / "letter.pptx"
    path.write_bytes(data)
    assert "is no presentation" in refusal(path).message


def test_encrypted_file(tmp_path: Path) -> None:
    """An encrypted file is told apart, and the hint is to remove its password."""
    path = tmp_path / "secret.pptx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert "password" in refusal(path).hint


def test_document_of_another_kind(tmp_path: Path) -> None:
    """A zip without a presentation part is none."""
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "is no presentation" in refusal(path).message


def test_truncated_file(tmp_path: Path) -> None:
    """A download that stopped half way is refused."""
    whole = changed_template(tmp_path / "whole.pptx", {}).read_bytes()
    path = tmp_path / "half.pptx"
    path.write_bytes(whole[: len(whole) // 2])
    assert "half.pptx" in refusal(path).message


def test_flipped_bytes(tmp_path: Path) -> None:
    """A part whose packed bytes were changed is damage, not a crash."""
    path = changed_template(tmp_path / "flipped.pptx", {})
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(MASTER).header_offset + 120
    data = bytearray(path.read_bytes())
    data[start : start + 40] = bytes(b ^ 0xFF for b in data[start : start + 40])
    path.write_bytes(bytes(data))
    assert "is damaged" in refusal(path).message


def test_part_with_a_password(tmp_path: Path) -> None:
    """A zip whose parts are encrypted is refused."""
    path = changed_template(tmp_path / "locked.pptx", {})
    data = bytearray(path.read_bytes())
    # Bit 0 of the flags of each local header and each directory entry says "encrypted".
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(bytes(data))
    assert "is damaged" in refusal(path).message


@pytest.mark.parametrize(
    ("part", "kind", "words"),
    [
        (RELS, "slideMaster", "has no slide master"),
        (MASTER_RELS, "theme", "has no theme"),
        (MASTER_RELS, "slideLayout", "has no layouts"),
    ],
)
def test_missing_relationship(tmp_path: Path, part: str, kind: str, words: str) -> None:
    """A presentation without master, theme or layouts says which it lacks."""
    edit = swap(f'relationships/{kind}"', 'relationships/other"')
    assert words in refusal(changed_template(tmp_path / "bare.pptx", {part: edit})).message


def test_missing_part(tmp_path: Path) -> None:
    """A part that is named and absent is named in the message."""
    path = changed_template(tmp_path / "holed.pptx", {}, without=("ppt/theme/theme1.xml",))
    assert "ppt/theme/theme1.xml" in refusal(path).message


@pytest.mark.parametrize(
    "edit", [swap("</p:sldMaster>", ""), swap('sz="2800"', 'sz="big"'), swap('cx="', 'cx="x')]
)
def test_damaged_xml(tmp_path: Path, edit: object) -> None:
    """XML that does not parse, and numbers that are none, are damage."""
    assert callable(edit)
    assert "is damaged" in refusal(changed_template(tmp_path / "bad.pptx", {MASTER: edit})).message


def test_entities_are_refused(tmp_path: Path) -> None:
    """A part that declares a document type is refused before anything in it is used."""
    bomb = '<!DOCTYPE p:presentation [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<p:presentation'
    edit = swap("<p:presentation", bomb, count=1)
    path = changed_template(tmp_path / "bomb.pptx", {PRESENTATION: edit})
    assert "declares a document type" in refusal(path).message


def test_strict_files_are_told_apart(tmp_path: Path) -> None:
    """A Strict Open XML file says how to save it instead."""
    edit = swap(
        "http://schemas.openxmlformats.org/presentationml/2006/main",
        "http://purl.oclc.org/ooxml/presentationml/main",
    )
    error = refusal(changed_template(tmp_path / "strict.pptx", {PRESENTATION: edit}))
    assert "Strict" in error.hint


def test_too_large_part(tmp_path: Path) -> None:
    """A part that unpacks to more than the limit is not unpacked."""
    blank = b" " * (package.BOUNDS.member)
    path = changed_template(tmp_path / "huge.pptx", {PRESENTATION: lambda data: data + blank})
    assert "too large" in refusal(path).message


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip of more parts than any deck has is no template."""
    path = changed_template(tmp_path / "crowd.pptx", {})
    monkeypatch.setattr(package, "BOUNDS", dataclasses.replace(package.BOUNDS, members=50))
    assert "too large to be a template: it has" in refusal(path).message


def test_as_many_parts_as_a_large_deck_has(tmp_path: Path) -> None:
    """A deck of thousands of slides can be a template: only what it needs of it is read."""
    path = changed_template(tmp_path / "crowd.pptx", {})
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(20_000):
            archive.writestr(f"ppt/slides/slide{number}.xml", b"")
    assert read_template(path).layouts
