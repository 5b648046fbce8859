"""Cases of claims, sources, quotations and facts."""

from __future__ import annotations

from dataclasses import replace

from briefer.records import Citation, Event, Statement
from briefer.records.source import Source
from tests.builders import (
    SOURCE,
    cited,
    day,
    make_actor,
    make_briefing,
    make_card,
    make_event,
    make_source,
    make_statement,
    make_statistic,
)
from tests.preflight.cases.making import Case, Found, found

_TALKS = make_event()
_EVENT_CARD = make_card("event", [_TALKS])
_REMARK = make_statement()
_ACTOR = make_actor()
_QUOTE = make_card("quote", [_REMARK])
_CHARGES = make_event(
    "event/charges",
    title="Two companies were charged",
    event_type="law_enforcement.indictment",
    actors=[("actor/jane-doe", "defendant")],
)
_SENTENCE = make_event(
    "event/sentence",
    title="A court sentenced the company",
    event_type="law_enforcement.sentencing",
    actors=[("actor/jane-doe", "defendant")],
)


def _sourced(source: Source) -> Found:
    return found(_EVENT_CARD, _TALKS, source)


def _said(answered: bool) -> Found:
    answer = make_statement("statement/answer", responds_to=_REMARK.id)
    cards = (_QUOTE, *((make_card("quote", [answer]),) if answered else ()))
    return found(make_briefing(*cards), _REMARK, answer, _ACTOR)


def _number(as_of: str | None) -> Found:
    number = make_statistic(as_of=as_of, as_of_note=None if as_of else "Not dated")
    return found(make_card("figures", [number]), number)


def _located(place: bool) -> Found:
    event = make_event(
        note="1" if place else None, citations=None if place else (Citation(SOURCE),)
    )
    return found(make_card("event", [event]), event)


def _supported(sources: int) -> Found:
    event = make_event(citations=tuple(cited("1")[0] for _ in range(1)))
    second = Citation("source/second", event.citations[0].locator)
    both = make_event(citations=(*event.citations, *((second,) if sources > 1 else ())))
    return found(make_card("event", [both]), both, make_source("source/second", short="Second"))


def _quoted(stands: bool | None) -> Found:
    compared = {} if stands is None else {_REMARK.id: stands}
    return found(_QUOTE, _REMARK, _ACTOR, compared=compared)


def _told(words: str, *records: Event) -> Found:
    card = make_card("event", [_CHARGES], text={_CHARGES.id: words})
    return found(card, _CHARGES, _ACTOR, *records)


def _planned(date: str) -> Found:
    event = make_event(date=date, status="planned")
    return found(make_card("event", [event]), event)


def _dated(words: str) -> Found:
    return found(
        make_card("timeline", [_TALKS, _CHARGES], text={_TALKS.id: words}), _TALKS, _CHARGES
    )


def _announced(announced: str) -> Found:
    event = replace(_TALKS, announced=day(announced))
    return found(make_card("event", [event]), event)


def _verified(verification: str, *unknown: str) -> Found:
    return _sourced(replace(make_source(), verification=verification, unknown=unknown))


def _missing(ref: str) -> Found:
    return found(make_card("event", [ref]), _TALKS)


def _cited(note: str | None) -> Found:
    event = make_event(note=note)
    return found(make_card("event", [event]), event)


CASES: dict[str, Case] = {
    "uncited": Case("error", lambda: _cited(None), lambda: _cited("1")),
    "missing-record": Case("error", lambda: _missing("event/gone"), lambda: _missing(_TALKS.id)),
    "candidate-source": Case(
        "warning", lambda: _verified("candidate"), lambda: _verified("verified")
    ),
    "incomplete-source": Case(
        "note", lambda: _verified("partial", "page"), lambda: _verified("partial")
    ),
    "locator-missing": Case("note", lambda: _located(False), lambda: _located(True)),
    "single-source": Case("note", lambda: _supported(1), lambda: _supported(2)),
    "quotation-altered": Case("error", lambda: _quoted(False), lambda: _quoted(True)),
    "quotation-unverified": Case("note", lambda: _quoted(None), lambda: _quoted(True)),
    "undated-statistic": Case("note", lambda: _number(None), lambda: _number("2023")),
    "old-statistic": Case("warning", lambda: _number("2019"), lambda: _number("2021")),
    "opposing-statement": Case("warning", lambda: _said(False), lambda: _said(True)),
    "charged": Case(
        "error",
        lambda: _told("Both companies were convicted of smuggling"),
        lambda: _told("Both companies were charged with smuggling"),
    ),
    "planned-past": Case("warning", lambda: _planned("2023-06"), lambda: _planned("2024-06")),
    "date-differs": Case(
        "warning",
        lambda: _dated("They talked in May 2022"),
        lambda: _dated("They talked on June 7, 2023, after a pause since May 2022"),
    ),
    "announced-early": Case("note", lambda: _announced("2023-05"), lambda: _announced("2023-06")),
}

CHARGES, SENTENCE, REMARK = _CHARGES, _SENTENCE, _REMARK
"""Records that other tests tell more of."""


def told(words: str, *records: Event) -> Found:
    """Return the findings where words tell of charges, beside further records."""
    return _told(words, *records)


def spoken(statement: Statement) -> Found:
    """Return the findings where a statement is quoted."""
    return found(make_card("quote", [statement]), statement, _ACTOR)
