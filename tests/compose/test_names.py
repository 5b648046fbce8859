"""Tests of how actors are named."""

from __future__ import annotations

import pytest

from briefer.compose.names import (
    capacity_of,
    described,
    initials,
    known_as,
    party_name,
    short_name,
    speaker_name,
)
from tests.builders import make_actor, make_card, make_context, make_statement


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Rahul Gupta", "RG"),
        ("Lisa O. Monaco", "LM"),
        ("Joseph R. Biden, Jr.", "JB"),
        ("Ovidio Guzmán Lopez", "OGL"),
        ("Department of Justice", "DJ"),
        ("Global Coalition to Address Synthetic Drug Threats", "GCA"),
        ("China", "C"),
        ("Émile Zola", "ÉZ"),
        ("X", "X"),
        (". - (", "?"),
        ("", ""),
    ],
)
def test_initials_are_those_a_person_would_write(name: str, letters: str) -> None:
    """Little words, middle initials and suffixes do not count; three letters at most."""
    assert initials(name) == letters


def test_people_and_bodies_are_described_differently() -> None:
    """A person's role follows a comma, what a body does follows a colon."""
    assert described(make_actor()) == "Jane Q. Doe, Director of the Office"
    assert (
        described(make_actor(role="A leader of the group")) == "Jane Q. Doe, a leader of the group"
    )
    agency = make_actor(name="The Office", actor_type="agency", role="Counts deaths")
    assert described(agency) == "The Office: Counts deaths"


def test_a_statement_speaks_for_the_country_of_its_speaker() -> None:
    """The party is the speaker's country, by its name."""
    speaker = make_actor(country="CN")
    context = make_context(make_card("quote"), speaker)
    assert party_name(context, make_statement()) == "China"


def test_a_speaker_without_country_speaks_for_the_affiliation() -> None:
    """The affiliation's country stands in, else the affiliation itself."""
    body = make_actor("actor/body", name="Body", actor_type="igo", country=None, role=None)
    speaker = make_actor(country=None, affiliation="actor/body")
    context = make_context(make_card("quote"), speaker, body)
    assert party_name(context, make_statement()) == "Body"


def test_an_unnamed_speaker_is_labelled_as_the_source_does() -> None:
    """Nobody is named whom the source does not name."""
    context = make_context(make_card("quote"))
    unnamed = make_statement(speaker=None, speaker_label="a spokesperson")
    assert speaker_name(context, unnamed) == "A spokesperson"
    assert party_name(context, unnamed) == "A spokesperson"
    nobody = make_statement(speaker=None)
    assert speaker_name(context, nobody) == "Speaker not named in the source"


def test_the_capacity_is_the_persons_role_unless_recorded() -> None:
    """What a body does is no capacity in which it speaks."""
    office = make_actor("actor/office", name="Office", actor_type="agency", role="Counts deaths")
    context = make_context(make_card("quote"), make_actor(), office)
    assert capacity_of(context, make_statement()) == "Director of the Office"
    assert capacity_of(context, make_statement(speaker="actor/office")) == ""


def test_actors_are_recognised_by_the_names_they_go_by() -> None:
    """A text may name a person by the last name, an agency by its acronym."""
    assert "Doe" in known_as(make_actor())
    agency = make_actor(name="Bureau of Counts", actor_type="agency", aliases=("BOC", "Bureau"))
    assert known_as(agency) == ("Bureau of Counts", "BOC", "Bureau")
    assert short_name(agency) == "BOC"
    assert short_name(make_actor()) == "Jane Q. Doe"
