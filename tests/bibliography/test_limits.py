"""Broken, huge and hostile files: refused with file and line, or read, always soon."""

from __future__ import annotations

import gzip
import time

import pytest

from briefer.bibliography.items import MOST_BYTES, MOST_ITEMS
from briefer.bibliography.reading import read_bibliography
from briefer.errors import BibliographyError

ENTRY = "@article{k, title={T}, %s}"
LONGEST = 20.0
"""Seconds; each of these takes one or two, or took minutes while it was not bounded."""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", ("it is empty",)),
        (b"  \n", ("it is empty",)),
        (b"Just text.", ("line 1", "neither CSL-JSON nor BibTeX nor RIS")),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", ("line 1", "XML or HTML")),
        (b"TY  - JOUR\nTI  - \0\nER  -", ("line 2", "zero bytes")),
        (gzip.compress(b"@book{a, title={A}}", mtime=0), ("a compressed file",)),
        (b"PK\x03\x04\x14\x00\x00", ("a compressed file",)),
        (b"\xff\xfeT\x00Y", ("byte 4", "not UTF-16")),
        (b"x" * (MOST_BYTES + 1), ("larger than 64,000,000 bytes",)),
        (b"[" * 100_000, ("nested too deep",)),
        (b'[{"title": "A", "x": ' + b"[" * 40 + b"]" * 40 + b"}]", ("item 1", "nested too deep")),
        (b"[" + b"{}," * MOST_ITEMS + b"{}]", ("more than 20,000 items",)),
        (b'[{"title": "A"}, 7]', ("item 2", "no object in braces")),
        (b'[{"title": "A", "title": "B"}]', ("'title' twice",)),
        (b'[{"title": NaN}]', ("NaN is no number",)),
        (b'[{"title": 1e999}]', ("1e999 is no number",)),
        (b'[{"title": ' + b"1" * 5000 + b"}]", ("integer",)),
        (b'[{"a": 1}\n{"b": 2}]', ("line 2",)),
        (b'[{"a": "b', ("line 1", "string starting at column 8")),
        (b"[]", ("holds no source",)),
        (b'{"version": 1}', ()),
        (b"@comment{nothing}", ("holds no source",)),
        (b"@book{a,\n title={A},\n\n@book{b, title={B}}", ("line 1", "'@book{a, title={A},'")),
        (b"@book{a, title={A}}\n@book{b,\n title={B", ("line 2", "end of file")),
        (b"@book{a title={A}}", ("line 1", "broken")),
        (b"TY  - BOOK\nTI  - A\nTY  - BOOK\nER  -", ("line 3", "line 1 has its ER")),
        (b"TY  - BOOK\nTI  - A\n", ("line 1", "no ER")),
        (b"TI  - A\nTY  - BOOK\nER  -", ("line 1", "TI stands before")),
    ],
)
def test_what_is_refused(data: bytes, words: tuple[str, ...]) -> None:
    """The error names the file and where in it, or the item says itself that it is no source."""
    if not words:
        (item,) = read_bibliography(data, "name.txt").items
        assert item.problem
        return
    with pytest.raises(BibliographyError) as caught:
        read_bibliography(data, "name.txt")
    assert caught.value.message.startswith("name.txt")
    assert caught.value.hint
    for word in words:
        assert word in caught.value.message


def _bomb() -> str:
    lines = ['@string{a0 = "xxxxxxxxxx"}']
    lines += [f"@string{{a{n + 1} = a{n} # a{n}}}" for n in range(60)]
    return "\n".join([*lines, "@misc{a, title=a60}"])


HOSTILE = {
    "and within braces": ENTRY % ("author={{" + "and " * 49_000 + "}}"),
    "a long name": ENTRY % ("author={" + "a " * 90_000 + "}"),
    "names nested": ENTRY % ("author={" + "{" * 90_000 + "}" * 90_000 + "}"),
    "LaTeX nested": ENTRY % ("abstract={" + "{" * 40_000 + "\\a" + "}" * 40_000 + "}"),
    "LaTeX environments": ENTRY % ("abstract={" + "\\begin{a}" * 3000 + "}"),
    "strings joined": ENTRY % ("abstract = " + "a # " * 49_000 + "b"),
    "many fields": "@a{k," + "".join(f"f{n}={{x}}," for n in range(30_000)) + "}",
    "one field often": "@a{k," + "".join(f"f={{x{n}}}," for n in range(10_000)) + "}",
    "unknown keys": '[{"title":"T",' + ",".join(f'"k{n}":{n}' for n in range(40_000)) + "}]",
    "markup": '[{"title":"' + "<span " * 300_000 + '"}]',
    "lines that go on": "TY  - JOUR\nTI  - a\n" + "more\n" * 300_000 + "ER  - \n",
    "a tag often": "TY  - JOUR\nTI  - a\n" + "KW  - a\n" * 200_000 + "ER  - \n",
    "commas": "TY  - JOUR\nTI  - a\nAU  - " + "," * 300_000 + "\nER  -\n",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_values_are_read_soon(name: str) -> None:
    """No value can be made so that it takes long to be read."""
    begun = time.monotonic()
    (item,) = read_bibliography(HOSTILE[name].encode(), "file").items
    assert item.problem or item.source
    assert time.monotonic() - begun < LONGEST


def test_strings_cannot_grow_without_end() -> None:
    """Strings that double each other are refused where they have grown too long."""
    with pytest.raises(BibliographyError, match=r"line \d+: a value of more than 200,000"):
        read_bibliography(_bomb().encode(), "file")


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
        ("latin-1", "Windows-1252"),
    ],
)
def test_encodings_are_told(codec: str, encoding: str) -> None:
    """A file in any encoding gives the same source, and says how it was read."""
    data = "TY  - JOUR\nTI  - Señales\nER  - \n".encode(codec)
    found = read_bibliography(data, "file")
    assert found.encoding == encoding
    assert found.items[0].title == "Señales"
    assert bool(found.notes) == (encoding == "Windows-1252")


def test_bytes_that_windows_lacks_are_latin_1() -> None:
    """The last resort reads any bytes, and says so."""
    found = read_bibliography(b"TY  - JOUR\nTI  - A \x81 B \xf1\nER  - \n", "file")
    assert found.encoding == "Latin-1"
    assert found.items[0].title.endswith("ñ")


@pytest.mark.parametrize(
    "data",
    [
        b"@book{a, title={A}}\n" * 50,
        b"TY  - BOOK\nTI  - A\nER  -\n" * 50,
        b'[{"title": "A"}]',
    ],
    ids=["bibtex", "ris", "csl-json"],
)
def test_a_reader_can_be_stopped_before_it_knows_how_much_there_is(data: bytes) -> None:
    """What `hear` raises ends the reading, before the first item is counted."""

    class StoppedError(Exception):
        """Somebody cancelled."""

    def stop() -> None:
        raise StoppedError

    counted: list[int] = []
    with pytest.raises(StoppedError):
        read_bibliography(data, "x", step=lambda done, _: counted.append(done), hear=stop)
    assert counted == []
