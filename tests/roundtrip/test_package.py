"""Files that anybody may have sent: refused with one clear error, never unpacked without bound."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import struct
import zipfile
from pathlib import Path

import pytest

from briefer.errors import DeckError
from briefer.roundtrip import package, read_deck
from tests.roundtrip.decks import MANIFEST, parts_of, rewritten


def refused(path: Path) -> str:
    """Return the error with which a file is refused."""
    with pytest.raises(DeckError) as caught:
        read_deck(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no presentation"),
        (b"not a zip", "is no presentation"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted or an old .ppt file"),
        (b"PK\x05\x06" + bytes(18), "holds no presentation"),
    ],
)
def test_what_is_no_presentation(tmp_path: Path, data: bytes, words: str) -> None:
    """Nothing, text, an encrypted file, an empty zip."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert words in refused(path)


def test_missing_file_folder_and_pipe(tmp_path: Path) -> None:
    """What is not there, or no file, is told without waiting for it."""
    assert "There is no file" in refused(tmp_path / "none.pptx")
    assert "is no file" in refused(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pptx")
        assert "is no file" in refused(tmp_path / "pipe.pptx")


def test_name_that_no_file_can_have() -> None:
    """A null byte in a name is no crash."""
    assert "cannot be read" in refused(Path("a\0b.pptx"))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_cut_short(sample: Path, tmp_path: Path, share: float) -> None:
    """A download that broke off is no presentation."""
    data = sample.read_bytes()
    path = tmp_path / "cut.pptx"
    path.write_bytes(data[: int(len(data) * share)])
    assert "is no presentation" in refused(path)


def test_every_fiftieth_byte_wrong(sample: Path, tmp_path: Path) -> None:
    """A file with a byte turned is read, or refused in words; it is never a crash."""
    data = sample.read_bytes()
    path = tmp_path / "turned.pptx"
    for place in range(0, len(data), len(data) // 50):
        turned = bytearray(data)
        turned[place] ^= 0x55
        path.write_bytes(bytes(turned))
        with contextlib.suppress(DeckError):
            assert read_deck(path).slides


@pytest.mark.parametrize("part", [MANIFEST, "ppt/presentation.xml", "ppt/slides/slide2.xml"])
def test_part_that_unpacks_to_too_much(sample: Path, tmp_path: Path, part: str) -> None:
    """A hundred megabytes of spaces in a small zip are not read."""
    bomb = b"<a>" + b" " * 100_000_000 + b"</a>"
    path = rewritten(sample, tmp_path / "bomb.pptx", {part: bomb})
    assert path.stat().st_size < 1_000_000
    assert f"unpacks to more than a deck holds ({part})" in refused(path)


def test_size_that_the_zip_does_not_tell(sample: Path, tmp_path: Path) -> None:
    """A part that is longer than the zip says is cut there and found damaged."""
    path = rewritten(sample, tmp_path / "bomb.pptx", {MANIFEST: b"<a>" + b" " * 10**6 + b"</a>"})
    data = path.read_bytes()
    real = struct.pack("<I", 10**6 + 7)
    assert data.count(real) == 2
    path.write_bytes(data.replace(real, struct.pack("<I", 1000)))
    assert "is damaged" in refused(path)


def test_all_parts_together_are_bounded(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many large parts are as refused as one."""
    monkeypatch.setattr(package, "BOUNDS", dataclasses.replace(package.BOUNDS, total=100_000))
    assert "unpacks to more than a deck holds" in refused(sample)


def test_too_many_parts(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of parts longer than any deck's is refused before a part is read."""
    monkeypatch.setattr(package, "BOUNDS", dataclasses.replace(package.BOUNDS, members=50))
    assert "more parts than a deck has" in refused(sample)


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 100 + b'">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "http://localhost:9/none.dtd"><a/>',
    ],
)
def test_document_types_are_refused(sample: Path, tmp_path: Path, declared: bytes) -> None:
    """No entity is expanded and nothing is fetched."""
    path = rewritten(sample, tmp_path / "entities.pptx", {MANIFEST: declared})
    assert "declares a document type" in refused(path)


def test_deep_xml_is_refused(sample: Path, tmp_path: Path) -> None:
    """A part nested a hundred thousand deep is damaged, not a crash."""
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    assert "cannot be read" in refused(rewritten(sample, tmp_path / "d.pptx", {MANIFEST: deep}))


def test_relationships_cannot_leave_the_package(sample: Path, tmp_path: Path) -> None:
    """A target with dots upwards is a name in the zip and nothing else."""
    name = "ppt/_rels/presentation.xml.rels"
    rels = parts_of(sample)[name].replace(b"slides/slide3.xml", b"../../../../etc/passwd")
    assert "part etc/passwd cannot be read" in refused(
        rewritten(sample, tmp_path / "up.pptx", {name: rels})
    )


def test_part_with_a_password(sample: Path, tmp_path: Path) -> None:
    """A zip whose parts are locked is told."""
    path = tmp_path / "locked.pptx"
    data = bytearray(sample.read_bytes())
    with zipfile.ZipFile(sample) as archive:
        start = archive.getinfo("_rels/.rels").header_offset
    central = data.index(b"_rels/.rels", data.index(b"PK\x01\x02")) - 46
    data[start + 6] |= 1
    data[central + 8] |= 1
    path.write_bytes(bytes(data))
    assert "is damaged: part _rels/.rels cannot be read" in refused(path)


def test_id_of_thousands_of_digits(sample: Path, tmp_path: Path) -> None:
    """A number that no program can hold is none; the deck is read all the same."""
    name = "ppt/presentation.xml"
    part = parts_of(sample)[name].replace(
        b'<p:sldId id="257"', b'<p:sldId id="' + b"9" * 5000 + b'"'
    )
    deck = read_deck(rewritten(sample, tmp_path / "digits.pptx", {name: part}))
    assert deck.slides[1].id == 0
