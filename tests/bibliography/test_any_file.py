"""Whatever a file holds, it is read or refused by an error of ours, and what is read comes back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.bibliography.items import Bibliography
from briefer.bibliography.plan import plan_import, records_of
from briefer.bibliography.reading import read_bibliography
from briefer.bibliography.writing import WRITERS
from briefer.errors import BibliographyError

BIBTEX = (
    "@article{k,",
    "@misc(k,",
    "@string{a = ",
    "@comment{",
    "title = {T}",
    "author = {Doe, J. and {A B}}",
    "year = 2020",
    "date = {2020-13}",
    "month = jan # feb",
    "briefer = {",
    '{"carried": {"a": 1}}',
    '{"title": []}',
    "{",
    "}",
    ",",
    '"',
    "#",
    "\\",
    "\\'e",
    "\\begin{x}",
    "$",
    "%",
    "@",
    "\n",
    " and ",
    ")",
)
RIS = (
    "TY  - JOUR\n",
    "TY - BOOK\n",
    "ER  - \n",
    "TI  - A\n",
    "AU  - Doe, Jane, Jr., x\n",
    "PY  - 2020/13//\n",
    "DA  - May\n",
    "UR  - a\n",
    "SP  - -\n",
    "U5  - briefer:{}\n",
    'U5  - briefer:{"carried": 7}\n',
    "goes on\n",
    "\n",
    "  - \n",
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ("title", "type", "id", "author", "issued", "accessed", "DOI", "custom", "note", "briefer", "x")
)


def settle(data: bytes) -> Bibliography | None:
    """Return what a file holds, None where it is refused."""
    try:
        return read_bibliography(data, "file")
    except BibliographyError:
        return None


def assert_it_comes_back(found: Bibliography | None) -> None:
    """Assert that the sources of a file come back from each format."""
    sources = [item.source for item in found.items if item.source] if found else []
    for write in WRITERS.values() if sources else ():
        back = read_bibliography(write(sources, notes=True).encode(), "ours")
        assert [item.source for item in back.items] == sources
    if found:
        assert len(records_of(plan_import(found, ()), {})) <= len(found.items)


@settings(max_examples=150)
@given(parts=st.lists(st.sampled_from(BIBTEX), max_size=14))
def test_any_bibtex(parts: list[str]) -> None:
    """Fragments of BibTeX in any order."""
    assert_it_comes_back(settle(("@misc{a, title={A}," + "".join(parts)).encode()))
    assert_it_comes_back(settle(("@misc{a, title={A},".join(parts) + "}").encode()))


@settings(max_examples=150)
@given(parts=st.lists(st.sampled_from(RIS), max_size=14))
def test_any_ris(parts: list[str]) -> None:
    """Lines of RIS in any order."""
    assert_it_comes_back(settle("".join(parts).encode()))
    assert_it_comes_back(settle(("TY  - GEN\nTI  - A\n" + "".join(parts) + "ER  - ").encode()))


@settings(max_examples=150)
@given(items=st.lists(st.dictionaries(NAMES, VALUES), min_size=1, max_size=3))
def test_any_json(items: list[dict[str, object]]) -> None:
    """Values of any type under the names that are read."""
    assert_it_comes_back(settle(json.dumps(items).encode()))


@settings(max_examples=100)
@given(extension=st.dictionaries(NAMES | st.just("carried"), VALUES))
def test_any_extension(extension: dict[str, object]) -> None:
    """What claims to be ours and is not."""
    item = {"title": "A", "type": "book", "custom": {"briefer": extension}}
    assert_it_comes_back(settle(json.dumps([item]).encode()))


@pytest.mark.parametrize(
    "before", [b"", b"[", b"@a{", b"TY  - JOUR\n", b"\xff\xfe", b"\xef\xbb\xbf"]
)
@settings(max_examples=60)
@given(data=st.binary(max_size=60))
def test_any_bytes(before: bytes, data: bytes) -> None:
    """Bytes of any kind."""
    assert_it_comes_back(settle(before + data))
