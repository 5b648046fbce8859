"""Tests that what the two sources set against each other is linked, and candidates stay uncited.

The decks are built from the library's text, so that they need no store.
"""

from __future__ import annotations

import pytest

from briefer import paths, pipeline
from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.propose import propose_card
from briefer.packs import read_pack
from briefer.records import Event, Source, Statement
from briefer.records.gathered import Gathered
from briefer.storyboard.files import load_briefing
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.data.bundled import LIBRARY
from tests.end_to_end.exports import briefing_of, card, words_of

SIDES = (
    ("biden-major-country", "chinese-foreign-ministry-smear"),
    ("biden-major-source", "chinese-foreign-ministry-smear"),
    ("milgram-chinese-companies", "chinese-foreign-ministry-smear"),
    ("blinken-leading-cause", "note-leading-cause"),
    ("note-coalition-size", "fidler-coalition-size"),
    ("note-exchange", "media-possible-deal"),
    ("media-possible-deal", "republicans-bargaining-chip"),
    ("note-deterioration", "fidler-cooperation-broken"),
    ("white-house-china-action", "fidler-china-rebuff"),
    ("white-house-china-action", "fidler-china-leverage"),
    ("white-house-china-action", "note-other-countries"),
    ("nncc-notice", "fidler-china-rebuff"),
    ("blinken-harm-reduction", "fidler-first-time"),
    ("politicians-military-attacks", "coalition-legal-limits"),
    ("coalition-new-solutions", "fidler-over-fifty-years"),
    ("coalition-new-solutions", "fidler-vulnerable-strategy"),
    ("coalition-complement", "fidler-vulnerable-strategy"),
    ("coalition-existing-treaties", "fidler-over-fifty-years"),
    ("gupta-global-coalition", "fidler-likeminded-coalitions"),
)
"""Statements that the seeds set against each other: what differs, opposes or casts doubt."""


@pytest.fixture(scope="module")
def held() -> Gathered:
    """Return the whole library."""
    return Gathered(read_pack(LIBRARY))


@pytest.fixture(scope="module")
def light() -> Template:
    """Return the light house template."""
    return read_template(paths.bundled_templates() / "light.pptx")


def statement(held: Gathered, slug: str) -> Statement:
    """Return a statement of the library."""
    found = held[f"statement/{slug}"]
    assert isinstance(found, Statement)
    return found


def candidates(held: Gathered) -> list[Source]:
    """Return the sources that nobody has confirmed."""
    return [
        record
        for record in held.values()
        if isinstance(record, Source) and record.verification == "candidate"
    ]


@pytest.mark.parametrize(("left", "right"), SIDES)
def test_each_side_names_the_other(held: Gathered, left: str, right: str) -> None:
    """Two sides are linked from both, so that either leads to a slide that shows both."""
    first, second = statement(held, left), statement(held, right)
    assert second.id in first.contrasts_with
    assert first.id in second.contrasts_with
    proposed = propose_card([first, second])
    assert proposed.kind == "statements"
    assert set(proposed.records) == {first.id, second.id}


def test_no_other_pair_is_linked(held: Gathered) -> None:
    """Every link is one of the pairs that were weighed; none stands on one side only."""
    linked = {
        frozenset((record.id, other))
        for record in held.values()
        if isinstance(record, Statement)
        for other in record.contrasts_with
    }
    assert linked == {frozenset((f"statement/{a}", f"statement/{b}")) for a, b in SIDES}


def test_an_answer_is_also_an_opposite(held: Gathered) -> None:
    """What responds to a statement is linked as standing against it."""
    answers = [r for r in held.values() if isinstance(r, Statement) and r.responds_to]
    assert answers
    for answer in answers:
        assert answer.responds_to in answer.contrasts_with, answer.id


def test_one_side_alone_is_told_and_both_are_not(held: Gathered, light: Template) -> None:
    """The check of a briefing misses the other side of a quotation, and is content with both."""
    left, right = ("statement/biden-major-source", "statement/chinese-foreign-ministry-smear")
    for cards, told in (
        ([card("quote", [left])], True),
        ([card("statements", [left, right])], False),
    ):
        built = pipeline.build(briefing_of(cards), held, light)
        checks = {finding.check for finding in built.findings}
        assert ("opposing-statement" in checks) == told


def test_candidates_stand_behind_records_and_are_cited_by_none(held: Gathered) -> None:
    """A candidate is what the journal note may rely on; the claim's source is the note."""
    found = {source.id for source in candidates(held)}
    citations = [citation for record in held.values() for citation in record.citations]
    assert found
    assert not {citation.source for citation in citations} & found
    assert {citation.underlying for citation in citations if citation.underlying} == found
    for citation in citations:
        if citation.underlying:
            assert citation.source == "source/ajil-note"
            assert citation.locator is not None
            assert citation.locator.label == "note"


def test_candidates_sharpen_no_date(held: Gathered) -> None:
    """An event behind which a dated document stands keeps the date that its source gives."""
    behind = [
        (record, held[citation.underlying])
        for record in held.values()
        if isinstance(record, Event)
        for citation in record.citations
        if citation.underlying
    ]
    assert behind
    for event, source in behind:
        assert isinstance(source, Source)
        assert source.issued is not None
        for date in (event.date, event.announced):
            assert date is None or date.edtf != source.issued.edtf, event.id


def test_a_slide_cites_no_candidate(held: Gathered, light: Template) -> None:
    """Records with a document behind them are cited from the sources that report them."""
    behind = [r for r in held.values() if any(c.underlying for c in r.citations)]
    cards = [propose_card([record]) for record in behind]
    built = pipeline.build(briefing_of(cards), held, light)
    cited = {reference.source for reference in built.deck.references}
    assert "source/ajil-note" in cited
    assert cited <= {"source/ajil-note", "source/fidler-2023"}
    shown = " ".join(words_of(page) for page in built.pages)
    for source in candidates(held):
        assert source.label not in shown


def test_the_sample_cites_no_candidate(held: Gathered, light: Template) -> None:
    """The bundled briefing cites the two documents that the library reports, and nothing else."""
    briefing, _ = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    built = pipeline.build(briefing, held, light)
    cited = {reference.source for reference in built.deck.references}
    assert cited == {"source/ajil-note", "source/fidler-2023"}
    assert "candidate-source" not in {finding.check for finding in built.findings}
