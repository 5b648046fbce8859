"""Every check reports its flaw and stays silent without it; the page lists them all."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefer
from briefer.preflight import CHECKS
from briefer.preflight.explained import EXPLAINED, SETUP_CHECKS
from tests.preflight.cases import CASES

PAGE = Path(briefer.__file__).resolve().parents[1] / "docs" / "checks.md"


def test_every_finding_of_every_check_has_a_case() -> None:
    """A check without a briefing that triggers it, and one that does not, is not done."""
    assert set(CASES) == set(EXPLAINED)
    assert {EXPLAINED[name].check for name in CASES} == {*CHECKS, *SETUP_CHECKS}


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
