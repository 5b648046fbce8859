"""Checks of markings: syntax, roll-up, designation block, legend, embargo, portion marks.

In: a briefing and what was made of it. Out: findings. Rules: design page "domain", section 4.
What is marked too low is refused by the export itself, whatever is decided about a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time

from briefer.layout.body import paragraphs_of
from briefer.layout.furniture import NOTICE
from briefer.marked import Rollup, profile_of, raise_marking, roll_up, shown_on
from briefer.markings import (
    PROFILES,
    Problem,
    Reading,
    classified,
    format_marking,
    legend_in,
    missing,
    read,
    read_embargo,
    without_legend,
    wrong_legend,
)
from briefer.preflight.base import Finding, Severity, Subject
from briefer.records import Statement

LONGEST_LEGEND = 60
"""Characters of a legend for which its line has room beside an embargo."""

_PORTION = re.compile(r"\((?:U|CUI(?://[^()]{1,60})?)\)\s")
_CLASSIFIED = re.compile(r"\((?:TS|S)(?://[^()]{0,60})?\)\s")
_SHOWN = 40


def syntax(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the profile and with the markings of briefing, cards and records."""
    briefing = subject.briefing
    if briefing.profile not in PROFILES:
        yield Finding(
            "marking-profile",
            "error",
            f"There is no marking profile {briefing.profile!r}; the marking is printed as it is.",
            hint=f"Choose one of {', '.join(name for name in PROFILES if name)}, or none.",
        )
    profile = profile_of(briefing)
    own = read(briefing.marking, profile)
    # Without a profile the rules are guessed, and what was guessed holds nothing back.
    lenient = not profile and not classified(briefing.marking)
    for problem in own.problems:
        yield _wrong("marking-syntax", "The marking", own, problem, lenient=lenient)
    for mark in _rollup(subject).marks:
        page = _page_of(subject, mark.card)
        for problem in mark.reading.problems:
            name = "marking-record" if mark.record else "marking-card"
            said = f"The marking of {mark.bearer}"
            yield _wrong(
                name, said, mark.reading, problem, page=page, card=mark.card, record=mark.record
            )


def under_marked(subject: Subject) -> Iterator[Finding]:
    """Yield an error where the briefing's marking does not cover what its slides hold."""
    rollup, own = _rollup(subject), subject.briefing.marking
    if rollup.needed is None or rollup.covered(own):
        return
    edit = raise_marking(subject.briefing, rollup)
    to = edit.briefing.marking if edit else format_marking(rollup.needed)
    told = f"The briefing is marked {own!r}" if own else "The briefing is not marked"
    bearers = [mark.bearer for mark in rollup.marks if not _alone_covered(mark.reading, subject)]
    yield Finding(
        "under-marked",
        "error",
        f"{told}, but its slides hold {format_marking(rollup.needed)}.",
        record=next((m.record for m in rollup.marks if m.bearer in bearers[:1]), None),
        hint=f"Raise it to {to}, or take off {' and '.join(bearers[:3])}.",
        suggested=to,
    )


def designation(subject: Subject) -> Iterator[Finding]:
    """Yield errors for a designation block that lacks what its profile requires, or room."""
    briefing = subject.briefing
    profile = PROFILES[profile_of(briefing)]
    marking = read(briefing.marking, profile.name).marking
    if marking is None or not profile.fields or not marking.controlled:
        return
    lacks = missing(profile.fields, marking, dict(briefing.designation))
    if lacks:
        names = ", ".join(f"“{field.label}” ({field.name})" for field in lacks)
        yield Finding(
            "designation",
            "error",
            f"The designation block lacks {names}.",
            1 if subject.pages else None,
            hint="Fill it in; it stands on the first slide.",
        )
    if subject.deck.opening and _cut(subject):
        yield Finding(
            "designation-place",
            "error",
            "The designation block does not fit the first slide, which is no title slide.",
            1 if subject.pages else None,
            hint="Begin with a title slide.",
        )


def legend(subject: Subject) -> Iterator[Finding]:
    """Yield errors for a legend inside the banner, and for one that is none or too long."""
    briefing = subject.briefing
    word = legend_in(briefing.marking)
    if word:
        yield Finding(
            "legend-in-marking",
            "error",
            f"“{word}” stands in the marking; a legend has a line of its own.",
            hint="Write it as the legend.",
            suggested=without_legend(briefing.marking),
        )
    problem = wrong_legend(briefing.legend)
    if problem:
        yield Finding("legend", "error", problem.message, hint="Write Draft, or another legend.")
    elif len(briefing.legend) > LONGEST_LEGEND:
        said = f"The legend has {len(briefing.legend)} characters; its line holds {LONGEST_LEGEND}."
        yield Finding("legend", "error", said, hint="Shorten it.")


def embargo(subject: Subject) -> Iterator[Finding]:
    """Yield an error for an embargo that still holds, or that nobody can tell the end of.

    That of the briefing, and those of the statements that its slides show.
    """
    yield from _embargoed_statements(subject)
    text = subject.briefing.embargo
    if not text.strip():
        return
    stated = read_embargo(text)
    if stated.problem:
        yield Finding("embargo-unclear", "error", stated.problem, hint="Write date, time and zone.")
    elif stated.ahead(_now(subject)):
        yield Finding(
            "embargo",
            "error",
            f"{stated.line}: it still holds.",
            hint="Wait, or override the check “embargo” and say why.",
        )


def _embargoed_statements(subject: Subject) -> Iterator[Finding]:
    texts = {
        ref: record.embargo
        for ref, record in subject.records.items()
        if isinstance(record, Statement) and (record.embargo or "").strip()
    }
    for ref in shown_on(subject.deck.slides, {ref: (ref,) for ref in texts}):
        stated = read_embargo(texts[ref] or "")
        if stated.ahead(_now(subject)):
            yield Finding(
                "embargo-statement",
                "error",
                f"{subject.records[ref].label}: {stated.problem or f'{stated.line}: it holds.'}",
                hint="Wait, take the statement off, or override the check “embargo” and say why.",
                record=ref,
            )


def portions(subject: Subject) -> Iterator[Finding]:
    """Yield a warning where staff typed portion marks by hand, so that most portions lack them."""
    if any(slide.mark for slide in subject.deck.slides):
        return
    for page in subject.pages:
        typed = [p.text for p in paragraphs_of(page.boxes) if _PORTION.match(p.text)]
        if typed:
            yield Finding(
                "portions",
                "warning",
                f"“{typed[0][:_SHOWN]}” has a portion mark, others have none.",
                page.number,
                page.card,
                hint="Choose a profile and mark records or slides: then all portions are marked.",
            )
            return


def unclassified(subject: Subject) -> Iterator[Finding]:
    """Yield an error for each page with a portion mark of classified material."""
    for page in subject.pages:
        for paragraph in paragraphs_of(page.boxes):
            found = _CLASSIFIED.match(f"{paragraph.text} ")
            if found:
                yield Finding(
                    "classified",
                    "error",
                    f"“{paragraph.text[:_SHOWN]}” is marked as classified.",
                    page.number,
                    page.card,
                    hint="Take it out: Briefer is for unclassified information only.",
                )
                break


def _wrong(
    name: str,
    bearer: str,
    reading: Reading,
    problem: Problem,
    *,
    lenient: bool = False,
    page: int | None = None,
    card: int | None = None,
    record: str | None = None,
) -> Finding:
    """Return a finding about one fault of a marking."""
    severity: Severity = "warning" if lenient else problem.severity
    hint = f"Write {reading.suggestion}." if reading.suggestion else ""
    said = f"{bearer} {reading.text.strip()!r}: {problem.message}"
    known = "marking-category" if problem.severity == "warning" else name
    suggested = reading.suggestion
    return Finding(known, severity, said, page, card, record, hint, suggested=suggested)


def _rollup(subject: Subject) -> Rollup:
    return roll_up(subject.briefing, subject.deck.slides, subject.records)


def _alone_covered(reading: Reading, subject: Subject) -> bool:
    """Return whether the briefing's marking covers one mark."""
    alone = Rollup(profile_of(subject.briefing), (), (), reading.marking)
    return alone.covered(subject.briefing.marking)


def _cut(subject: Subject) -> bool:
    """Return whether the line of the first page had to be cut."""
    boxes = [box for page in subject.pages[:1] for box in page.boxes if box.name == NOTICE]
    said = "".join(paragraph.text for paragraph in paragraphs_of(boxes))
    return said != subject.deck.opening


def _page_of(subject: Subject, card: int | None) -> int | None:
    if card is None:
        return None
    return next((page.number for page in subject.pages if page.card == card), None)


def _now(subject: Subject) -> datetime:
    """Return the time that the checks go by: a day alone counts from its beginning."""
    if subject.terms.now is not None:
        return subject.terms.now
    if subject.terms.today is not None:
        return datetime.combine(subject.terms.today, time(), UTC)
    return datetime.min.replace(tzinfo=UTC)
