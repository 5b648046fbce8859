"""For every finding a briefing that has it and one that has not; a new check adds its own here."""

from __future__ import annotations

from tests.preflight.cases import claims, marked, pages, sourced, staffed
from tests.preflight.cases.making import Case

CASES: dict[str, Case] = {
    **claims.CASES,
    **marked.CASES,
    **pages.CASES,
    **sourced.CASES,
    **staffed.CASES,
}
"""By the name that a finding carries."""
