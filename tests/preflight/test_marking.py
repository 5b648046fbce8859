"""Checks of markings: each with a briefing that triggers it, one that does not, and its fix."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefer import paths, pipeline
from briefer.preflight import Finding, Terms
from briefer.preflight.fixes import fix_all, fixes_of
from briefer.records import Statement
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card
from briefer.template.reader import read_template
from tests.builders import make_actor, make_source, make_statement
from tests.marked.decks import RAID, TALKS, briefing, records

_FULL = "CUI//SP-SUB/LEI//FED ONLY"
_NAMES = {
    "marking-syntax",
    "marking-record",
    "marking-card",
    "marking-category",
    "marking-profile",
    "under-marked",
    "designation",
    "designation-place",
    "legend",
    "legend-in-marking",
    "embargo",
    "embargo-unclear",
    "embargo-statement",
    "portions",
    "classified",
}
_NOW = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)


def _found(of: Briefing, held: Gathered | None = None) -> dict[str, Finding]:
    template = read_template(paths.bundled_templates() / "light.pptx")
    made = pipeline.build(of, held or records(), template, terms=Terms(now=_NOW))
    return {finding.check: finding for finding in made.findings if finding.check in _NAMES}


def _filled(of: Briefing, **words: str) -> Briefing:
    told = {name.replace("_", "-"): value for name, value in words.items()}
    return replace(of, designation=tuple(sorted(told.items())))


def _after(found: Finding, of: Briefing) -> Briefing:
    """Return a briefing after the first fix of a finding."""
    return fixes_of(found, of, records())[0].edit.briefing


def test_an_unmarked_briefing_has_no_finding() -> None:
    """Where nothing is marked there is nothing to say."""
    assert _found(briefing()) == {}


@pytest.mark.parametrize(
    ("profile", "marking"),
    [("nara", _FULL), ("tlp", "TLP:AMBER"), ("custom", "Staff only"), ("", "CUI")],
)
def test_a_briefing_marked_right_has_no_finding(profile: str, marking: str) -> None:
    """Every profile can be satisfied."""
    of = _filled(briefing(profile=profile, marking=marking), controlled_by="ONDCP")
    assert _found(of) == {}


def test_a_marking_that_breaks_the_rules_is_mended_by_one_click() -> None:
    """The finding names the rule and the fix writes the right text."""
    of = _filled(briefing(profile="nara", marking="CUI//LEI/SP-SUB"), controlled_by="ONDCP")
    found = _found(of)["marking-syntax"]
    assert found.severity == "error"
    assert "Specified" in found.message
    mended = _after(found, of)
    assert mended.marking == "CUI//SP-SUB/LEI"
    assert _found(mended) == {}


def test_without_a_profile_syntax_holds_nothing_back() -> None:
    """What was guessed is a warning; a classification is an error even so."""
    assert _found(briefing(marking="CUI//LEI/SP-SUB"))["marking-syntax"].severity == "warning"
    assert _found(briefing(marking="SECRET"))["marking-syntax"].severity == "error"


def test_an_unknown_category_or_profile_is_told() -> None:
    """A category may exist elsewhere, a profile may not."""
    of = _filled(briefing(profile="nara", marking="CUI//XENON"), controlled_by="ONDCP")
    assert _found(of)["marking-category"].severity == "warning"
    assert "nara" in _found(briefing(profile="narra", marking="CUI"))["marking-profile"].hint


def test_a_cards_marking_is_mended_on_the_card() -> None:
    """The fix writes the option of the card."""
    card = Card("table", records=(TALKS,), options=(("marking", "CUI//SUB"),))
    of = briefing(Card("title"), card, profile="nara", marking="CUI//SP-SUB")
    of = _filled(of, controlled_by="ONDCP")
    found = _found(of)["marking-card"]
    assert (found.card, found.page) == (1, 2)
    assert _after(found, of).cards[1].option("marking") == "CUI//SP-SUB"


def test_a_records_marking_that_is_not_understood_is_told() -> None:
    """It names the record; the library is where it is mended."""
    found = _found(briefing(profile="nara", marking="CUI"), records(talks="TLP:RED"))
    assert found["marking-record"].record == TALKS
    assert "under-marked" not in found


def test_a_marking_too_low_is_raised_by_one_click() -> None:
    """The fix is safe: it takes nothing away."""
    held = records("CUI//SP-SUB", "CUI//LEI//FED ONLY")
    of = _filled(briefing(profile="nara", marking="CUI//SP-SUB"), controlled_by="ONDCP")
    found = _found(of, held)["under-marked"]
    assert found.severity == "error"
    assert RAID in found.hint
    assert TALKS not in found.hint
    edit = fix_all([found], of, held)
    assert edit is not None
    assert edit.briefing.marking == _FULL
    assert _found(edit.briefing, held) == {}


def test_the_block_is_complete_or_told() -> None:
    """Required fields are named; what is not controlled needs none."""
    of = briefing(profile="dod", marking="CUI//SP-SUB")
    found = _found(of)["designation"]
    for name in ("controlled-by", "office", "dissemination", "contact"):
        assert f"({name})" in found.message
    assert "(category)" not in found.message
    of = _filled(of, controlled_by="A", office="B", dissemination="FEDCON", contact="C")
    assert _found(of) == {}
    assert _found(briefing(profile="dod", marking="UNCLASSIFIED")) == {}


def test_a_long_block_needs_a_title_slide() -> None:
    """A short one has room on another first slide; the fix puts a title slide first."""
    of = briefing(Card("table", records=(TALKS,)), profile="nara", marking="CUI")
    assert _found(_filled(of, controlled_by="ONDCP")) == {}
    of = _filled(of, controlled_by="Office of National Drug Control Policy", contact="A" * 100)
    found = _found(of)["designation-place"]
    mended = _after(found, of)
    assert [card.kind for card in mended.cards] == ["title", "table"]
    assert _found(mended) == {}


def test_a_legend_stands_beside_the_marking() -> None:
    """One in the banner moves to its own line; a control or a speech is no legend."""
    of = _filled(briefing(profile="nara", marking="CUI//DRAFT"), controlled_by="ONDCP")
    mended = _after(_found(of)["legend-in-marking"], of)
    assert (mended.marking, mended.legend) == ("CUI", "Draft")
    assert _found(mended) == {}
    assert "legend" in _found(briefing(legend="CUI//SP-SUB"))
    assert "legend" in _found(briefing(legend="Draft " * 20))


def test_an_embargo_holds_until_its_time() -> None:
    """Before it an error that can be overridden, after it nothing."""
    found = _found(briefing(embargo="2026-03-01T10:01-05:00"))["embargo"]
    assert found.severity == "error"
    assert "10:01 a.m. EST, March 1, 2026" in found.message
    assert _found(briefing(embargo="2026-03-01T10:00-05:00")) == {}


def test_an_embargo_without_a_zone_is_told() -> None:
    """Nobody can tell when it ends."""
    assert "zone" in _found(briefing(embargo="2026-03-01T10:00"))["embargo-unclear"].message


def test_portions_marked_by_hand_are_told() -> None:
    """One typed mark makes the others seem uncontrolled; the profile marks all."""
    card = Card("table", title="(U) Talks", records=(TALKS,))
    assert "portions" in _found(briefing(Card("title"), card))
    of = briefing(Card("title"), card, profile="nara", marking="CUI")
    of = _filled(of, controlled_by="ONDCP")
    assert "portions" not in _found(of, records(talks="CUI"))


@pytest.mark.parametrize("title", ["(S) Talks", "(TS//SI) Talks"])
def test_a_classified_portion_is_an_error(title: str) -> None:
    """The finding names the page; a word in parentheses elsewhere is none."""
    found = _found(briefing(Card("title"), Card("table", title=title, records=(TALKS,))))
    assert (found["classified"].severity, found["classified"].page) == ("error", 2)
    assert _found(briefing(Card("title"), Card("table", title="Drug(s)", records=(TALKS,)))) == {}


@pytest.mark.parametrize("text", ["2026-12-01T10:00-05:00", "2026-12-01", "end of the call"])
def test_a_statement_under_embargo_holds_an_export_back(text: str) -> None:
    """Also where nobody can tell when it ends; once it ended, nothing is said."""
    said = replace(make_statement("statement/said"), embargo=text)
    of = briefing(Card("quote", records=(said.id,)))

    def found(statement: Statement) -> dict[str, Finding]:
        return _found(of, Gathered((statement, make_actor(), make_source())))

    finding = found(said)["embargo-statement"]
    assert (finding.severity, finding.record) == ("error", said.id)
    assert found(replace(said, embargo="2026-02-01T10:00-05:00")) == {}
    elsewhere = briefing(Card("table", records=(TALKS,)))
    assert _found(elsewhere, Gathered((*records().values(), said))) == {}
