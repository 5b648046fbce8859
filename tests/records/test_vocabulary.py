"""Tests of the closed lists of words."""

from __future__ import annotations

import pytest

from briefer.records import RECORD_TYPES, Locator, Participant
from briefer.records.fields import fields_of
from briefer.records.vocabulary import EVENT_TYPES, FIELD_WORDS, TRACKS, track_of


def test_every_word_has_a_label_for_people() -> None:
    """Labels begin with a capital and show no underscore."""
    for words in FIELD_WORDS.values():
        for word, label in words.items():
            assert label, word
            assert "_" not in label, word


def test_every_vocabulary_belongs_to_a_field() -> None:
    """The table names classes and fields that exist."""
    classes = [Locator, Participant, *RECORD_TYPES.values()]
    known = {
        (base.__name__, field.name)
        for cls in classes
        for base in cls.__mro__
        for field in fields_of(cls)
    }
    assert set(FIELD_WORDS) <= known


@pytest.mark.parametrize(
    ("event_type", "track"),
    [
        ("law_enforcement.indictment", "enforcement"),
        ("sanctions.designation", "enforcement"),
        ("export_control.entity_list_removal", "bilateral"),
        ("executive.presidential_determination", "bilateral"),
        ("drug_control.scheduling_decision_international", "multilateral"),
        ("multilateral.resolution_adopted", "multilateral"),
        ("bilateral.summit", "bilateral"),
        ("science.synthesis", "background"),
        ("publication", "background"),
    ],
)
def test_tracks(event_type: str, track: str) -> None:
    """An event stands on the track of its type, or of its group."""
    assert event_type in EVENT_TYPES
    assert track_of(event_type) == track


def test_every_event_type_has_a_track() -> None:
    """No event type falls off the timeline."""
    assert {track_of(event_type) for event_type in EVENT_TYPES} == set(TRACKS)


def test_an_unknown_word_is_told_with_the_nearest() -> None:
    """A misspelt word names what it may have meant; a listed one is no problem."""
    assert "law_enforcement.indictment" in EVENT_TYPES.problem("law_enforcement.inditement")
    assert EVENT_TYPES.problem("publication") == ""
    assert EVENT_TYPES.label("some.new_word") == "New word"
