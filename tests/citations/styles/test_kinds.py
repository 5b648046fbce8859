"""Tests of telling kinds of sources apart."""

from __future__ import annotations

import pytest

from briefer.citations.styles.kinds import KINDS, Kind, kind_of
from briefer.records import Source
from briefer.records.vocabulary import CSL_TYPES
from tests.citations.styles.samples import SAMPLES


@pytest.mark.parametrize("kind", KINDS)
def test_sample_is_of_its_kind(kind: Kind) -> None:
    """Each kind has an example, told by the fields a record would have."""
    assert kind_of(SAMPLES[kind]) == kind


@pytest.mark.parametrize("csl_type", list(CSL_TYPES))
def test_every_csl_type_is_cited_as_some_kind(csl_type: str) -> None:
    """A type without a form of its own is cited as a document."""
    assert kind_of(Source(id="source/x", csl_type=csl_type, title="X")) in KINDS


@pytest.mark.parametrize(
    ("csl_type", "genre", "number", "authority", "kind"),
    [
        ("webpage", "News release", "NR-281-14", None, "press release"),
        ("document", "Fact sheet", None, None, "press release"),
        ("speech", "Testimony", None, "Senate Committee on Examples", "testimony"),
        ("report", "Resolution", "S/RES/2999", None, "UN resolution"),
        ("document", None, "E/RES/2023/9", None, "UN resolution"),
        ("document", "Resolution", "66/1", "Commission on Narcotic Drugs", "UN resolution"),
        ("legislation", "Resolution", "12", "House of Representatives", "statute"),
        ("document", None, "S/PV.9999", None, "UN meeting record"),
        ("document", "Summary record", "E/CN.7/2023/SR.2", None, "UN meeting record"),
        ("document", "Criminal complaint", None, None, "indictment"),
        ("webpage", "Executive Order", "14059", None, "executive order"),
        ("book", "Speeches and remarks", None, None, "book"),
        ("regulation", "Notice", None, None, "rule"),
    ],
)
def test_genre_number_and_body_tell_what_csl_has_no_type_for(
    csl_type: str, genre: str | None, number: str | None, authority: str | None, kind: Kind
) -> None:
    """What CSL cannot say is told by other fields; a book stays a book."""
    source = Source(
        id="source/x",
        csl_type=csl_type,
        title="X",
        genre=genre,
        number=number,
        authority=authority,
    )
    assert kind_of(source) == kind
