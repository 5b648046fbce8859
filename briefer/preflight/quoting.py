"""Checks of what claims rest on: quotations compared, places in sources, how many sources.

In: a briefing and what was made of it. Out: findings. Each tells of a source once: what is so of
many claims is read once, not forty times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefer.content import Slide
from briefer.preflight.base import Finding, Subject
from briefer.records import Actor, Source, Statement
from briefer.records.base import Record, Ref

_PAGED = frozenset(
    (
        *("article-journal", "book", "chapter", "hearing", "legal_case", "legislation"),
        *("regulation", "report", "treaty"),
    )
)
"""Kinds of sources so long that a reader needs the place in them."""
_SHOWN = 60


def quotations(subject: Subject) -> Iterator[Finding]:
    """Yield an error for a quotation that differs from its source, a note for those not compared.

    A source's text that is not attached says nothing about its quotations.
    """
    unheld: Counter[Ref] = Counter()
    shown = _statements(subject)
    for ref, slide in shown.items():
        statement = subject.records[ref]
        stands = subject.compared.get(ref)
        if stands is False:
            yield subject.finding(
                "quotation-altered",
                "error",
                f"“{statement.label}” does not stand so in the text of its source.",
                slide=slide,
                record=ref,
                hint="Compare it with the attached text and quote what stands there.",
            )
        elif stands is None:
            unheld.update({citation.source for citation in statement.citations})
    for source, count in unheld.items():
        yield Finding(
            "quotation-unverified",
            "note",
            f"{_counted(count, 'quotation')} from {_name(subject, source)} cannot be compared:"
            " its text is not attached.",
            record=source,
            hint="Attach the text of the source in the library.",
        )


def _statements(subject: Subject) -> dict[Ref, Slide]:
    """Return the verbatim statements on slides, each with the first slide that shows it."""
    found: dict[Ref, Slide] = {}
    for slide in subject.deck.slides:
        for ref in slide.records:
            record = subject.records.get(ref)
            if isinstance(record, Statement) and record.verbatim:
                found.setdefault(ref, slide)
    return found


def single_sources(subject: Subject) -> Iterator[Finding]:
    """Yield a note that says how many of the records shown rest on one source alone."""
    records = [r for r in _shown(subject) if r.citations and not isinstance(r, Actor | Source)]
    alone = [record for record in records if len({c.source for c in record.citations}) == 1]
    sources = Counter(record.citations[0].source for record in alone)
    if not alone:
        return
    named = ", ".join(f"{_name(subject, ref)} ({n})" for ref, n in sources.most_common(3))
    more = f" and {len(sources) - 3} more" if len(sources) > 3 else ""
    yield Finding(
        "single-source",
        "note",
        f"{len(alone)} of {_counted(len(records), 'record')} shown rest on one source alone:"
        f" {named}{more}.",
        hint="Look for a second source for what a decision rests on.",
    )


def locators(subject: Subject) -> Iterator[Finding]:
    """Yield a note for each long source that is cited without the place in it."""
    cited = Counter(r.source for r in subject.deck.references if r.locator is None)
    for ref, count in cited.items():
        source = subject.records.get(ref)
        if isinstance(source, Source) and source.csl_type in _PAGED:
            yield Finding(
                "locator-missing",
                "note",
                f"{_counted(count, 'citation')} of {_name(subject, ref)} "
                f"{'names' if count == 1 else 'name'} no place in it.",
                record=ref,
                hint="Give page, paragraph or note in the citations of the records.",
            )


def _shown(subject: Subject) -> Iterator[Record]:
    """Yield the records on slides, each once."""
    refs = dict.fromkeys(ref for slide in subject.deck.slides for ref in slide.records)
    yield from (subject.records[ref] for ref in refs if ref in subject.records)


def _name(subject: Subject, ref: Ref) -> str:
    """Return what a source is called, cut where that is long."""
    source = subject.records.get(ref)
    name = source.label if source else ref
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN].rstrip()}…"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
