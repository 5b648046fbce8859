"""The values of a shape's tags, there and back."""

from __future__ import annotations

import pytest

from briefer.provenance.manifest import Claim, ShapeFacts
from briefer.provenance.tags import Tagged, TaggedClaim, read_tags, tags_of

SHAPE = ShapeFacts(
    3,
    "Event, a (2)",
    digest="ff66",
    claims=(
        Claim("1", "1122", "event/x", ("statement/y",), (1,), "point", "title"),
        Claim("2", "3344", cited=("event/x",)),
        Claim("", record="event/x"),
    ),
)
TAGS = tags_of(
    SHAPE, briefing="aa11", slide="card-3", part=2, revisions={"event/x": 4, "statement/y": 1}
)
EXPECTED = Tagged(
    "aa11",
    "card-3",
    2,
    "Event, a (2)",
    "ff66",
    (
        TaggedClaim("1", "point", "title", "1122", (("event/x", 4), ("statement/y", 1)), True),
        TaggedClaim("2", "", "", "3344", (("event/x", 4),), False),
        TaggedClaim("", "", "", "", (("event/x", 4),), True),
    ),
)


def test_tags_are_read_as_they_were_written() -> None:
    """Name, place, records with revisions, and whose words they are."""
    assert read_tags(TAGS) == EXPECTED


def test_tags_have_the_described_form() -> None:
    """The form is the one of docs/provenance.md."""
    assert TAGS == {
        "BRIEFER": "1 aa11 card-3 2 Event%2C%20a%20%282%29 ff66",
        "BRIEFER_CLAIMS": "1,point,title,1122,event/x@4,statement/y@1 2,,,3344,,event/x@4"
        " ,,,,event/x@4",
    }


def test_capitals_mean_nothing() -> None:
    """A program that keeps tags in capitals loses the case of the name and nothing else."""
    read = read_tags({name.lower(): value.upper() for name, value in TAGS.items()})
    assert read is not None
    assert read.claims == EXPECTED.claims
    assert read.name.casefold() == EXPECTED.name.casefold()


@pytest.mark.parametrize(
    "tags",
    [
        {},
        {"REGION": "East"},
        {"BRIEFER": "think-cell"},
        {"BRIEFER": "2 aa11 card-3 2 Event ff66"},
        {"BRIEFER": "1 aa11 card-3 two Event ff66"},
        {**TAGS, "BRIEFER_CLAIMS": "1,point"},
        {**TAGS, "BRIEFER_CLAIMS": "1,point,title,1122,event/x@four"},
        {**TAGS, "BRIEFER_CLAIMS": "1,point,title,1122,event/x"},
    ],
)
def test_other_tags_are_not_ours(tags: dict[str, str]) -> None:
    """Tags of other programs, of another format or damaged say nothing and break nothing."""
    assert read_tags(tags) is None
