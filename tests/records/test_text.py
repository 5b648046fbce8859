"""Tests of the cleaning of text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefer.records.text import clean_text, xml_text, xml_value

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_what_xml_cannot_hold_is_taken_out() -> None:
    """Control characters, lone surrogates and non-characters go; breaks become newlines."""
    assert clean_text("a\x00b\x1fc\ud800d\ufffee") == "abcde"
    assert clean_text("a\r\nb\rc\x0bd\u2028e") == "a\nb\nc\nd\ne"
    assert clean_text("Guzmán 🚨\tok") == "Guzmán 🚨\tok"


@given(ANY_TEXT)
def test_clean_text_survives_xml_and_json(text: str) -> None:
    """Clean text comes back from XML as it was, and cleaning it again changes nothing."""
    clean = clean_text(text)
    element = etree.Element("a")
    element.text = clean
    back = etree.fromstring(etree.tostring(element, encoding="utf-8")).text or ""
    assert back == clean
    assert clean_text(clean) == clean
    assert clean.encode("utf-8").decode("utf-8") == clean


@given(ANY_TEXT)
def test_text_written_as_xml_is_read_as_it_was(text: str) -> None:
    """In an element and in an attribute; nothing in it is taken for markup."""
    clean = clean_text(text)
    read = etree.fromstring(f'<a b="{xml_value(clean)}">{xml_text(clean)}</a>'.encode())
    assert (read.get("b"), read.text or "", len(read)) == (clean, clean, 0)


@given(ANY_TEXT)
def test_clean_text_holds_no_more_than_xml_does(text: str) -> None:
    """The shorter way for text that can be printed leaves nothing in that the longer takes out."""
    assert all(char in "\t\n" or ord(char) >= 0x20 for char in clean_text(text))
    assert not any(
        "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff" for char in clean_text(text)
    )
