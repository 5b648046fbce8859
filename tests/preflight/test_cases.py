"""Every check reports its flaw and stays silent without it; the page lists them all."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefer
from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.pipeline import build, gather
from briefer.preflight import CHECKS
from briefer.preflight.explained import EXPLAINED, SETUP_CHECKS, failed_checks
from briefer.store import Store
from briefer.storyboard.files import load_briefing
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.reader import read_template
from tests.preflight.cases import CASES
from tests.preflight.cases.making import TODAY

PAGE = Path(briefer.__file__).resolve().parents[1] / "docs" / "checks.md"


def test_every_finding_of_every_check_has_a_case() -> None:
    """A check without a briefing that triggers it, and one that does not, is not done."""
    assert set(CASES) == set(EXPLAINED)
    assert {EXPLAINED[name].check for name in CASES} == {*CHECKS, *SETUP_CHECKS}


@pytest.mark.parametrize("name", HOUSE_TEMPLATES)
def test_the_sample_has_no_error_and_no_warning(name: str) -> None:
    """On no house template; its notes are meant."""
    file = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    template = read_template(paths.bundled_templates() / HOUSE_TEMPLATES[name].file)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        records = gather(store, file.briefing, file.snapshot)
    found = build(file.briefing, records, template, terms=TODAY).findings
    assert [finding for finding in found if finding.severity != "note"] == []
    assert failed_checks(found) == frozenset()
    assert {finding.check for finding in found} == {
        "incomplete-source",
        "quotation-unverified",
        "single-source",
        "undated-statistic",
    }


@pytest.mark.parametrize("name", EXPLAINED)
def test_the_flaw_is_found_and_only_where_it_is(name: str) -> None:
    """With its severity, and with words for people."""
    case = CASES[name]
    flaws = [finding for finding in case.flawed() if finding.check == name]
    assert flaws
    assert {finding.severity for finding in flaws} == {case.severity}
    assert all(finding.message for finding in flaws)
    assert [finding for finding in case.sound() if finding.check == name] == []


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_finding_is_on_the_page_of_the_checks(name: str) -> None:
    """With its check, severity, heading and reason."""
    told = EXPLAINED[name]
    page = PAGE.read_text(encoding="utf-8")
    section = page.split(f"Overridden as `{told.check}`.", 1)[1].split("\n### ", 1)[0]
    (row,) = [line for line in section.splitlines() if line.startswith(f"| `{name}` |")]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1].startswith(CASES[name].severity)
    assert cells[2:4] == [told.heading, told.why]
    assert cells[4]
