"""Tests of the checks before export: each finds its flaw, and stays silent without it."""

from __future__ import annotations

import dataclasses

from briefer.content import (
    Chart,
    Cite,
    CiteMark,
    Deck,
    Panel,
    Para,
    Reference,
    Series,
    Slide,
    Text,
)
from briefer.geometry import Color
from briefer.layout.boxes import Page
from briefer.preflight import Finding, Subject, findings_of
from briefer.records import Citation, Event, Locator, Record, Source, Statement, Statistic
from briefer.storyboard.briefing import Briefing

CITED = (Citation("source/note", Locator("note", "3")),)
NOTE = Source(id="source/note", csl_type="article-journal", title="A note", short="Note")


def claim(ref: str, *, cited: bool = True) -> Para:
    """Return a claim paragraph of a record."""
    cites = (Cite("source/note", Locator("note", "3"), ref),) if cited else ()
    return Para((Text("A claim."), CiteMark(cites, (1,) if cited else ())), "point", ref)


def slide(key: str = "one", *paras: Para, **fields: object) -> Slide:
    """Return a bottom-line slide."""
    return Slide(
        key=key,
        kind=str(fields.get("kind", "bluf")),
        pattern="bluf",
        title=str(fields.get("title", f"Title {key}")),
        kicker="",
        blocks=(Panel("points", paras),),
        card=0,
    )


def subject(*slides: Slide, records: tuple[Record, ...] = (NOTE,), parts: int = 1) -> Subject:
    """Return a subject of these slides with one page each, or `parts` pages each."""
    references = (
        Reference(1, "source/note", "A", "Note", "n. 3", "A note, n. 3.", Locator("note", "3")),
    )
    pages = tuple(
        Page(
            n * parts + part,
            s.key,
            s.kind,
            "Text",
            s.title,
            (),
            Color("bg1"),
            card=0,
            part=part,
            parts=parts,
        )
        for n, s in enumerate(slides)
        for part in range(1, parts + 1)
    )
    by_id = {record.id: record for record in records}
    return Subject(Briefing("B"), Deck("B", slides, references), pages, by_id)


def names(found: tuple[Finding, ...]) -> list[str]:
    """Return the checks that found something."""
    return [finding.check for finding in found]


def test_a_sound_briefing_has_no_findings() -> None:
    """Cited, titled, short: nothing to report."""
    assert (
        findings_of(subject(slide("one", claim("event/a")), slide("two", claim("event/b")))) == ()
    )


def test_an_uncited_claim_is_an_error_with_its_place() -> None:
    """The finding names the slide, the card and the record."""
    (found,) = findings_of(subject(slide("one", claim("event/a", cited=False))))
    assert (found.check, found.severity, found.page, found.card, found.record) == (
        "uncited",
        "error",
        1,
        0,
        "event/a",
    )


def test_one_uncited_record_among_those_a_chart_counts_is_found() -> None:
    """A mark for many records does not cover the one that nobody can source."""
    cited = Event(
        id="event/a",
        title="Cited",
        event_type="publication",
        citations=(Citation("source/note", Locator("note", "3")),),
    )
    bare = Event(id="event/b", title="Bare", event_type="publication")
    chart = Chart(
        "columns",
        "Actions",
        "Number",
        ("2023",),
        (Series("All", (2.0,)),),
        "Two actions.",
        records=(cited.id, bare.id),
    )
    charted = dataclasses.replace(
        slide("one", claim("event/a")), blocks=(chart, Panel("points", (claim("event/a"),)))
    )
    (found,) = findings_of(subject(charted, records=(NOTE, cited, bare)))
    assert (found.check, found.record) == ("uncited", "event/b")


def test_titles_must_be_there_short_and_unique() -> None:
    """Missing, long and double titles are found."""
    made = subject(
        slide("one", claim("event/a"), title="Same"),
        slide("two", claim("event/a"), title="same"),
        slide("three", claim("event/a"), title=" "),
        slide("four", claim("event/a"), title="Long " * 30),
    )
    assert sorted(names(findings_of(made))) == [
        "title-duplicate",
        "title-duplicate",
        "title-long",
        "title-missing",
    ]


def test_incomplete_and_candidate_sources_are_told_apart() -> None:
    """A held work that lacks fields is a note; an unconfirmed one is a warning."""
    partial = Source(id="source/note", csl_type="book", title="N", unknown=("page", "DOI"))
    (found,) = findings_of(subject(slide("one", claim("event/a")), records=(partial,)))
    assert (found.severity, found.message) == ("note", "N: not known: page, DOI.")
    candidate = Source(id="source/note", csl_type="book", title="N", verification="candidate")
    (found,) = findings_of(subject(slide("one", claim("event/a")), records=(candidate,)))
    assert (found.check, found.severity) == ("candidate-source", "warning")


def test_an_opposing_statement_is_asked_for() -> None:
    """A statement shown without its answer is a warning, with it none."""
    said = Statement(id="statement/a", citations=CITED, text="Blame.", statement_type="quotation")
    answer = Statement(
        id="statement/b",
        citations=CITED,
        text="Smear.",
        statement_type="quotation",
        responds_to="statement/a",
    )
    alone = Slide("q", "quote", "quote", "Said", "", (), card=0, records=("statement/a",))
    both = Slide(
        "q", "statements", "sides", "Said", "", (), card=0, records=("statement/a", "statement/b")
    )
    records = (NOTE, said, answer)
    assert "opposing-statement" in names(findings_of(subject(alone, records=records)))
    assert "opposing-statement" not in names(findings_of(subject(both, records=records)))


def test_undated_statistics_missing_records_and_long_slides_are_found() -> None:
    """A number without date, an id nobody holds, a slide of five pages."""
    number = Statistic(id="statistic/a", citations=CITED, counts="pills", as_of_note="No date")
    made = Slide(
        "f",
        "figures",
        "figures",
        "Numbers",
        "",
        (),
        card=0,
        records=("statistic/a",),
        missing=("event/gone",),
    )
    found = findings_of(subject(made, records=(NOTE, number), parts=5))
    assert {"undated-statistic", "missing-record", "continued"} <= set(names(found))
    assert found[0].severity == "error"


def test_more_than_five_points_are_too_many() -> None:
    """A bottom line of six points is a warning."""
    six = slide("one", *(claim(f"event/{n}") for n in range(6)))
    assert names(findings_of(subject(six))) == ["too-many-points"]
