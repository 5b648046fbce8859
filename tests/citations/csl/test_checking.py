"""A style file is looked at before it is used: broken, hostile, dependent, or fit."""

from __future__ import annotations

import time

import pytest

from briefer.citations.csl.checking import LARGEST_FILE, checked_style
from briefer.errors import StyleFileError
from tests.citations.csl.files import AUTHOR_DATE, NOTES

_NS = 'xmlns="http://purl.org/net/xbiblio/csl"'
_TEXT = NOTES.read_text("utf-8")


def _style(inner: str, *, head: str = "", attributes: str = 'class="note" version="1.0"') -> bytes:
    return f"{head}<style {_NS} {attributes}>{inner}</style>".encode()


_LAYOUT = "<citation><layout><text variable='title'/></layout></citation>"
_BOMB = (
    '<!DOCTYPE style [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
_LAUGHS = "".join(
    f"<macro name='m{n}'>" + f"<text macro='m{n + 1}'/>" * 10 + "</macro>\n" for n in range(12)
)
_DEEP = "".join(f"<macro name='d{n}'><text macro='d{n + 1}'/></macro>" for n in range(150))


def test_what_a_style_is() -> None:
    """Its title, its class, whether it has a list, and what is to be known of it."""
    notes = checked_style(NOTES.read_bytes(), "notes.csl")
    assert (notes.title, notes.note, notes.bibliography, notes.notes) == (
        "Notes of the Tests",
        True,
        True,
        (),
    )
    dated = checked_style(AUTHOR_DATE.read_bytes(), "author-date.csl")
    assert not dated.note
    assert "cites in the text" in dated.notes[0]
    bare = checked_style(_style(_LAYOUT), "bare.csl")
    assert (bare.title, bare.bibliography) == ("bare", False)
    assert "no list of works" in bare.notes[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_TEXT.replace("</info>", "</inof>").encode(), "line 8: this is no XML"),
        (b"not xml at all", "line 1: this is no XML"),
        (b"", "this is no XML"),
        (b" " * (LARGEST_FILE + 1), "larger than 1,000,000 bytes"),
        (b"<html><body/></html>", "line 1: the file begins with <html>"),
        (_style(_LAYOUT, attributes='class="note" version="1.1mlz1"'), "version 1.1mlz1 of CSL"),
        (_style(_LAYOUT, attributes='class="other" version="1.0"'), "its class is 'other'"),
        (_style("<info/>"), "says nothing about how to cite"),
        (
            _style(
                "<info>\n<link rel='independent-parent' href='http://x.org/styles/apa'/></info>"
            ),
            r"line 2: it has no rules of its own; it is the style 'apa'",
        ),
        (_style(_LAYOUT, head=_BOMB), "declares a document type"),
        (
            _style(_LAYOUT, head='<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "declares a document type",
        ),
        (
            _style(
                '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
                + _LAYOUT
            ),
            "include is no part of a citation style",
        ),
        (_style("<citation><layout>\n<text macro='x'/></layout></citation>"), "no macro 'x'"),
        (
            _style(
                "<macro name='a'><text macro='a'/></macro>"
                + _LAYOUT.replace("variable='title'", "macro='a'")
            ),
            "the macro 'a' calls itself",
        ),
        (_style('<macro name="a\'b"/>' + _LAYOUT), "a macro is named"),
        (
            _style(
                _LAUGHS + "<macro name='m12'/>" + _LAYOUT.replace("variable='title'", "macro='m0'")
            ),
            "macros call each other too often",
        ),
        (
            _style(
                _DEEP + "<macro name='d150'/>" + _LAYOUT.replace("variable='title'", "macro='d0'")
            ),
            "calls itself|too often",
        ),
        (_style("<group>" * 400 + "</group>" * 400 + _LAYOUT), "no XML"),
        (b"<style>\n<info>", r"line 2: this is no XML: [^,]*\.$"),
    ],
)
def test_what_cannot_be_used_is_refused_at_once(data: bytes, words: str) -> None:
    """With the file's name, the line where there is one, and a next step."""
    started = time.monotonic()
    with pytest.raises(StyleFileError, match=words) as raised:
        checked_style(data, "bad.csl")
    assert raised.value.message.startswith("bad.csl")
    assert raised.value.hint
    assert time.monotonic() - started < 10


def test_a_choice_counts_as_its_longest_way() -> None:
    """Real styles choose between dozens of kinds of source; only one is printed."""
    ways = "".join(f"<if type='t{n}'><text macro='m'/></if>" for n in range(300))
    body = "".join("<text variable='title'/>" for _ in range(100))
    chosen = _LAYOUT.replace("<text variable='title'/>", f"<choose>{ways}</choose>")
    assert checked_style(_style(f"<macro name='m'>{body}</macro>{chosen}"), "wide.csl")
