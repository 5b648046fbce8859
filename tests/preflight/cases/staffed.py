"""Cases of what staff write, choose and hand over: wording, titles, options, notes, fit."""

from __future__ import annotations

from dataclasses import replace

from briefer.preflight import Subject, findings_of
from briefer.storyboard import edits
from briefer.storyboard.briefing import Card
from tests.builders import make_briefing, make_card, make_event
from tests.preflight.cases.making import TODAY, Case, Found, found, made

_EVENTS = tuple(make_event(f"event/{n}", title=f"Event {n}") for n in range(60))
_ONE = _EVENTS[:1]
_EVENT = make_card("event", _ONE)
_OPTIONS = {"option-1": "Wait", "option-2": "Act", "decision": "Choose one"}


def _untitled(title: str) -> Found:
    """Return the findings where a slide's title came out so."""
    built = made(make_card("event", _ONE), *_EVENTS)
    slides = tuple(replace(slide, title=title) for slide in built.deck.slides[:1])
    deck = replace(built.deck, slides=slides)
    return findings_of(Subject(built.briefing, deck, built.pages, built.records, TODAY))


def _titled(*titles: str) -> Found:
    cards = [make_card("event", [e], title=t) for e, t in zip(_EVENTS, titles, strict=False)]
    return found(make_briefing(*cards), *_EVENTS)


def _set(*cards: Card, **settings: str) -> Found:
    """Return the findings over a briefing with these settings."""
    edit = edits.set_briefing(make_briefing(*(cards or (_EVENT,))), **settings)
    return found(edit.briefing, *_EVENTS)


def _points(count: int) -> Found:
    return found(make_card("talking-points", _EVENTS[:count]), *_EVENTS)


def _noted(words: str) -> Found:
    return found(make_card("event", _ONE, text={"notes": words}), *_EVENTS)


def _table(count: int) -> Found:
    return found(make_card("table", _EVENTS[:count]), *_EVENTS)


def _stated(words: str, points: int = 2) -> Found:
    return found(make_card("bluf", _EVENTS[:points], text={"statement": words}), *_EVENTS)


def _chosen(layout: str) -> Found:
    return found(make_card("timeline", _EVENTS[:3], options={"layout": layout}), *_EVENTS)


def _optioned(**text: str) -> Found:
    """Return the findings over a decision brief's options with further words."""
    recommended = {key: value for key, value in text.items() if key == "recommended"}
    others = {key: value for key, value in text.items() if key != "recommended"}
    card = make_card("options", text=_OPTIONS | others, options=recommended)
    return _set(card, preset="decision")


def _authored(author: str) -> Found:
    return made(make_card("event", _ONE), *_EVENTS, terms=replace(TODAY, author=author)).findings


def _asked(words: str) -> Found:
    return _set(make_card("bluf", _ONE, text={"ask": words}), preset="information")


def _asking(**text: str) -> Found:
    """Return the findings over options, of which these are written."""
    return found(make_card("options", text=text), *_EVENTS)


CASES: dict[str, Case] = {
    "title-missing": Case("error", lambda: _untitled(" "), lambda: _untitled("What happened")),
    "title-duplicate": Case("error", lambda: _titled("One", "one"), lambda: _titled("One", "Two")),
    "title-long": Case("warning", lambda: _titled("Long " * 30), lambda: _titled("Short")),
    "marking": Case(
        "error", lambda: _set(marking="CUI AND MUCH MORE " * 30), lambda: _set(marking="CUI")
    ),
    "label": Case("warning", lambda: _set(audience="Staff " * 60), lambda: _set(audience="Staff")),
    "markup": Case(
        "warning", lambda: _stated("Act **now and then"), lambda: _stated("Act **now** and then")
    ),
    "notes-leak": Case(
        "warning",
        lambda: _noted("DELIBERATIVE: say nothing of the talks"),
        lambda: _noted("Say when the talks were held"),
    ),
    "untitled": Case("warning", lambda: _set(title=" "), lambda: _set(title="Drug policy")),
    "no-author": Case("note", lambda: _authored(" "), lambda: _authored("Staff")),
    "unwritten": Case("error", lambda: _asking(), lambda: _asking(**_OPTIONS)),
    "recommendation": Case(
        "warning", lambda: _optioned(recommended="3"), lambda: _optioned(recommended="2")
    ),
    "briefing-type": Case(
        "error", lambda: _set(preset="decision"), lambda: _set(preset="information")
    ),
    "recommends": Case(
        "warning", lambda: _asked("We recommend a hearing"), lambda: _asked("Read this first")
    ),
    "no-recommendation": Case("error", _optioned, lambda: _optioned(recommended="1")),
    "crowded": Case("warning", lambda: _points(7), lambda: _points(6)),
    "layout": Case("warning", lambda: _chosen("circle"), lambda: _chosen("table")),
    "continued": Case("warning", lambda: _table(60), lambda: _table(6)),
    "shortened": Case(
        "error",
        lambda: _titled("We will act on every link of the chain " * 40),
        lambda: _titled("Short"),
    ),
    "too-many-points": Case(
        "warning", lambda: _stated("Act now", 6), lambda: _stated("Act now", 5)
    ),
    "bottom-line-long": Case(
        "warning", lambda: _stated("Act now and act well. " * 20), lambda: _stated("Act now")
    ),
}
