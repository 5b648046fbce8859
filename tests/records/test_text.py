"""Tests of the cleaning of text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefer.records.text import clean_text

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
