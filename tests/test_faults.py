"""What is told of a fault: kinds and places, never words or folders."""

from __future__ import annotations

import logging
import sqlite3
import sys

import pytest

from briefer.faults import Discreet, place_of, told


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("/home/jane/env/lib/python3.11/site-packages/lxml/etree.py", "lxml/etree.py"),
        ("C:\\Users\\jane\\briefer\\briefer\\ui\\stage.py", "briefer/ui/stage.py"),
        ("/home/jane/notes.py", "notes.py"),
        ("<string>", "<string>"),
    ],
)
def test_place_names_no_folder_of_the_computer(file: str, place: str) -> None:
    """Of a file only what follows the program's or a library's folder is told."""
    assert place_of(file) == place


def test_causes_are_told_without_words() -> None:
    """Each fault of a chain is named, the first one first, and none says what it was about."""
    try:
        try:
            sqlite3.connect(":memory:").execute("SELECT secret")
        except sqlite3.Error as error:
            raise KeyError("secret") from error
    except KeyError as error:
        lines = told(error).splitlines()
    assert lines[1] == "sqlite3.OperationalError (SQLITE_ERROR)"
    assert lines[-1] == "KeyError"
    assert not [line for line in lines if "secret" in line]


def test_what_another_formatter_left_is_not_used() -> None:
    """A trace that another handler kept with the record is neither written nor lost."""
    try:
        raise ValueError("secret")
    except ValueError:
        record = logging.LogRecord("x", 50, "x.py", 1, "Fault", None, sys.exc_info())
    plain = logging.Formatter().format(record)
    assert "secret" in plain
    assert "secret" not in Discreet().format(record)
    assert logging.Formatter().format(record) == plain
