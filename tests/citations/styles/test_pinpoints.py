"""Tests of places in a work as words."""

from __future__ import annotations

import pytest

from briefer.citations.styles.pinpoints import (
    at_place,
    at_text_accompanying,
    cited_by,
    pinpoint,
    text_accompanying,
)
from briefer.records import Locator


@pytest.mark.parametrize(
    ("label", "value", "text"),
    [
        ("note", "12", "n. 12"),
        ("note", "33-35", "nn. 33–35"),
        ("note", "4, 9", "nn. 4, 9"),
        ("page", "71", "p. 71"),
        ("page", "71-75", "pp. 71–75"),
        ("paragraph", "3", "para. 3"),
        ("paragraph", "3-5", "paras. 3–5"),
        ("line", "8", "l. 8"),
        ("section", "American Carnage", "“American Carnage”"),
        ("section", "American Carnage, para. 1", "“American Carnage,” para. 1"),
        ("section", "Three-Ring Circus, para. 2", "“Three-Ring Circus,” para. 2"),
        ("section", "opening section, para. 1", "opening section, para. 1"),
        ("section", "4.2", "§ 4.2"),
        ("timestamp", "01:02", "at 01:02"),
    ],
)
def test_pinpoints_read_as_a_lawyer_writes_them(label: str, value: str, text: str) -> None:
    """Each kind of locator has its abbreviation, plural and dash."""
    assert pinpoint(Locator(label, value)) == text


def test_a_whole_work_has_no_pinpoint() -> None:
    """A citation without a locator names no place."""
    assert pinpoint(None) == ""


def test_a_work_says_how_it_is_cited() -> None:
    """The entry of a work names its kinds of locator, or nothing."""
    assert cited_by(("note",)) == "Cited by note."
    assert cited_by(("note", "paragraph")) == "Cited by note and paragraph."
    assert cited_by(()) == ""


@pytest.mark.parametrize(
    ("label", "value", "foot", "whole"),
    [
        ("note", "35", "at n. 35", "text accompanying note 35"),
        ("note", "33-35", "at nn. 33–35", "text accompanying notes 33–35"),
        ("page", "375", "at 375", "at 375"),
        ("paragraph", "3", "¶ 3", "¶ 3"),
        ("paragraph", "3-5", "¶¶ 3–5", "¶¶ 3–5"),
        ("section", "Costs, para. 1", "“Costs,” para. 1", "“Costs,” para. 1"),
        ("line", "8", "at l. 8", "at l. 8"),
        ("timestamp", "01:02", "at 01:02", "at 01:02"),
    ],
)
def test_legal_styles_have_a_short_and_a_long_pinpoint(
    label: str, value: str, foot: str, whole: str
) -> None:
    """Short at a slide's foot; in the whole citation it is the text at the note that is cited."""
    assert at_place(Locator(label, value)) == foot
    assert at_text_accompanying(Locator(label, value)) == whole


def test_other_styles_word_pages_as_pages() -> None:
    """Only a note's place has a longer form outside the legal styles."""
    assert text_accompanying(Locator("note", "35")) == "text accompanying note 35"
    assert text_accompanying(Locator("page", "371-5")) == "pp. 371–5"
    assert text_accompanying(None) == at_place(None) == at_text_accompanying(None) == ""
