"""Cases of markings: what they say, what they cover, what stands beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from briefer.pipeline import build
from briefer.preflight import Terms
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card
from tests.builders import make_actor, make_source, make_statement
from tests.marked.decks import TALKS, briefing, records
from tests.preflight.cases.making import Case, Found, light

_AT_NOON = Terms(now=datetime(2026, 3, 1, 12, 0, tzinfo=UTC))
_TABLE = Card("table", records=(TALKS,))


def _found(of: Briefing, held: Gathered | None = None) -> Found:
    return build(of, held or records(), light(), terms=_AT_NOON).findings


def _nara(marking: str, *cards: Card, held: Gathered | None = None) -> Found:
    """Return the findings over a briefing marked by the NARA handbook, its block filled."""
    of = briefing(*cards, profile="nara", marking=marking)
    return _found(replace(of, designation=(("controlled-by", "ONDCP"),)), held)


def _long_block(*cards: Card) -> Found:
    """Return the findings over a briefing whose block is too long for one line."""
    of = briefing(*cards, profile="nara", marking="CUI")
    contact = "A. Staff, 202-555-0100, " * 8
    return _found(replace(of, designation=(("contact", contact), ("controlled-by", "ONDCP"))))


def _of(marking: str) -> Card:
    return replace(_TABLE, options=(("marking", marking),))


def _said(embargo: str) -> Found:
    """Return the findings over a slide of a statement under an embargo."""
    said = replace(make_statement("statement/said"), embargo=embargo)
    of = briefing(Card("quote", records=(said.id,)))
    return _found(of, Gathered((said, make_actor(), make_source())))


def _titled(title: str) -> Found:
    return _found(briefing(Card("title"), replace(_TABLE, title=title)))


CASES: dict[str, Case] = {
    "marking-syntax": Case(
        "error", lambda: _nara("CUI//LEI/SP-SUB"), lambda: _nara("CUI//SP-SUB/LEI")
    ),
    "marking-record": Case(
        "error",
        lambda: _nara("CUI", held=records(talks="TLP:RED")),
        lambda: _nara("CUI", held=records(talks="CUI")),
    ),
    "marking-card": Case(
        "error",
        lambda: _nara("CUI//SP-SUB", Card("title"), _of("CUI//SUB")),
        lambda: _nara("CUI//SP-SUB", Card("title"), _of("CUI//SP-SUB")),
    ),
    "marking-category": Case("warning", lambda: _nara("CUI//XENON"), lambda: _nara("CUI//LEI")),
    "marking-profile": Case(
        "error",
        lambda: _found(briefing(profile="narra", marking="CUI")),
        lambda: _nara("CUI"),
    ),
    "under-marked": Case(
        "error",
        lambda: _nara("CUI", held=records(talks="CUI//SP-SUB")),
        lambda: _nara("CUI//SP-SUB", held=records(talks="CUI//SP-SUB")),
    ),
    "designation": Case(
        "error", lambda: _found(briefing(profile="nara", marking="CUI")), lambda: _nara("CUI")
    ),
    "designation-place": Case(
        "error", lambda: _long_block(_TABLE), lambda: _long_block(Card("title"), _TABLE)
    ),
    "legend": Case(
        "error",
        lambda: _found(briefing(legend="Draft " * 20)),
        lambda: _found(briefing(legend="Draft")),
    ),
    "legend-in-marking": Case("error", lambda: _nara("CUI//DRAFT"), lambda: _nara("CUI")),
    "embargo": Case(
        "error",
        lambda: _found(briefing(embargo="2026-03-01T12:01Z")),
        lambda: _found(briefing(embargo="2026-03-01T11:59Z")),
    ),
    "embargo-statement": Case(
        "error",
        lambda: _said("2026-03-01T12:01Z"),
        lambda: _said("2026-03-01T11:59Z"),
    ),
    "embargo-unclear": Case(
        "error",
        lambda: _found(briefing(embargo="2026-03-01T11:00")),
        lambda: _found(briefing(embargo="2026-03-01T11:00Z")),
    ),
    "portions": Case("warning", lambda: _titled("(U) Talks"), lambda: _titled("Talks")),
    "classified": Case("error", lambda: _titled("(S) Talks"), lambda: _titled("Drug(s)")),
}
