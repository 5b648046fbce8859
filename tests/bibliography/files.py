"""Files in the form that other programs write, and what is found in them."""

from __future__ import annotations

from pathlib import Path

from briefer.bibliography.items import Bibliography, Item
from briefer.bibliography.reading import read_bibliography
from briefer.records import Source

DATA = Path(__file__).with_name("data")


def read(name: str) -> Bibliography:
    """Return the sources of a file of the tests."""
    return read_bibliography((DATA / name).read_bytes(), name)


def read_text(text: str) -> Bibliography:
    """Return the sources of a text."""
    return read_bibliography(text.encode(), "file")


def source_of(item: Item) -> Source:
    """Return the source of an item that has no fault."""
    assert item.source is not None, item.problem
    return item.source


def only(text: str) -> Item:
    """Return the one item of a text."""
    (item,) = read_text(text).items
    return item
