"""Tests of new ids: readable, well formed, never one that is taken."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.records import RECORD_TYPES
from briefer.records.ids import is_well_formed, new_id, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Mexico extradited Ovidio Guzmán López", "mexico-extradited-ovidio-guzman-lopez"),
        ("China's  “new” rule: 3 steps!", "chinas-new-rule-3-steps"),
        ("…—…", ""),
        ("中国", ""),
        ("x" * 90, "x" * 48),
    ],
)
def test_slug_is_the_title_in_plain_letters(title: str, slug: str) -> None:
    """Accents, signs and capitals go; what has no plain letters gives no slug."""
    assert slug_of(title) == slug


def test_a_long_title_is_cut_between_words() -> None:
    """No word of a slug is cut through."""
    slug = slug_of("The Commission on Narcotic Drugs placed two precursors under control")
    assert slug == "the-commission-on-narcotic-drugs-placed-two"


@given(st.sampled_from(list(RECORD_TYPES)), st.text())
def test_any_title_gives_a_well_formed_id(type_: str, title: str) -> None:
    """Whatever the title, the id is type, slug and eight random letters."""
    ref = new_id(type_, title)
    assert is_well_formed(ref)
    assert re.fullmatch(rf"{type_}/([a-z0-9-]+-)?[a-z]{{8}}", ref)


def test_a_taken_id_is_not_given() -> None:
    """Ids that are taken are passed over."""

    class FirstThree:
        """Says that the first three ids asked for are taken."""

        def __init__(self) -> None:
            self.asked: list[object] = []

        def __contains__(self, ref: object) -> bool:
            self.asked.append(ref)
            return len(self.asked) <= 3

    taken = FirstThree()
    ref = new_id("event", "Talks were held", taken)
    assert ref == taken.asked[-1]
    assert len(set(taken.asked)) == 4


@pytest.mark.parametrize(
    "ref",
    ["", "event/", "event", "/x", "event/A", "event/a b", "event/a/b", "event/ü", "event/a\n"],
)
def test_ids_of_another_form_are_told(ref: str) -> None:
    """Only small letters, digits and hyphens after the type are an id."""
    assert not is_well_formed(ref)
