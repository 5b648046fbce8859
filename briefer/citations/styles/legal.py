"""Forms of official documents, after the Bluebook; Chicago and APA word them much alike.

In: a source and the page cited. Out: runs. Rules: design page "domain", section 5.
Must not know: the other kinds of source.
"""

from __future__ import annotations

import re

from briefer.citations.styles import wording
from briefer.citations.styles.kinds import Kind
from briefer.citations.styles.runs import Runs, bracketed, italic, join, spaced, words_of
from briefer.records.source import Source

_RECORDS = {"G.A.": "U.N. GAOR", "S.C.": "U.N. SCOR", "E.S.C.": "U.N. ESCOR"}
"""Official records of the organs of the United Nations (Bluebook, rule 21.7.1)."""


def reporter(source: Source, page: str = "") -> str:
    """Return volume, reporter and first page: "86 Fed. Reg. 71,549", and the page cited."""
    name = (source.container_title_short or source.container_title or "").strip()
    if not name:
        return ""
    begins = wording.first_page(source)
    place = " ".join(part for part in (source.volume, name, begins) if part)
    return f"{place}, {wording.grouped(page)}" if page and begins else place


def executive_order(source: Source, page: str) -> Runs:
    """Return: Exec. Order No. 14,059, 86 Fed. Reg. 71,549 (date). Rule 14."""
    return _numbered(source, page, "executive order")


def presidential_determination(source: Source, page: str) -> Runs:
    """Return: Presidential Determination No. 2023-12, 88 Fed. Reg. 66,673 (date). Rule 14."""
    return _numbered(source, page, "presidential determination")


def un_resolution(source: Source, page: str) -> Runs:
    """Return: G.A. Res. 78/131 (date). Rule 21.7."""
    return _numbered(source, page, "UN resolution")


def _numbered(source: Source, page: str, kind: Kind) -> Runs:
    """Return what number and kind say; without a number the title does."""
    named = named_by_number(source, kind) or source.title
    where = reporter(source, page)
    return spaced(join(named, where), bracketed(wording.short_date(source)))


def named_by_number(source: Source, kind: Kind) -> str:
    """Return the name of an instrument that its number tells, without date; "" for others."""
    if kind == "executive order" and source.number:
        return f"Exec. Order {wording.numbered(wording.grouped(source.number))}"
    if kind == "presidential determination" and source.number:
        return f"Presidential Determination {wording.numbered(source.number)}"
    number = wording.resolution_number(source) if kind == "UN resolution" else ""
    return words_of(spaced(wording.organ(source, short=True), "Res.", number)) if number else ""


def rule(source: Source, page: str) -> Runs:
    """Return: Title, 88 Fed. Reg. 80,955 (date) (to be codified at ...). Rule 14."""
    codified = f"to be codified at {source.section.strip()}" if source.section else ""
    cited = join(source.title, reporter(source, page))
    return spaced(cited, bracketed(wording.short_date(source)), bracketed(codified))


def statute(source: Source, page: str) -> Runs:
    """Return: Title, 21 U.S.C. § 2301 (year), or with its public law and page. Rule 12."""
    law = wording.numbered(source.number, word="Pub. L. No.")
    section = wording.section_number(source)
    where = reporter(source, page)
    if source.page or not where:
        cited = join(source.title, law, section, where)
    else:
        cited = join(source.title, law, spaced(where, section))
    return spaced(cited, bracketed(wording.year(source)))


def bill(source: Source, _page: str) -> Runs:
    """Return: Title, H.R. 1234, 118th Cong. (year). Rule 13."""
    cited = join(source.title, source.number, wording.congress(source.authority))
    return spaced(cited, bracketed(wording.year(source)))


def testimony(source: Source, _page: str) -> Runs:
    """Return: Title: Hearing Before the committee, number (year) (statement of ...). Rule 13."""
    body = source.authority or source.container_title
    before = f"Hearing Before {_committee(body)}" if body else ""
    cited = join(italic(words_of(join(source.title, before, by=": "))), source.number)
    people = wording.and_others(wording.names(source), most=2, link="&")
    statement = f"statement of {people}" if people else ""
    return spaced(cited, bracketed(wording.year(source)), bracketed(statement))


def _committee(body: str) -> str:
    """Return a committee as rule 13 shortens it: "the H. Comm. on the Judiciary"."""
    said = wording.institution(body.strip().removeprefix("the "))
    said = re.sub(r"^(?:U\.S\. )?(House|Senate) Comm\.", lambda m: f"{m[1][0]}. Comm.", said)
    return f"the {said}"


def treaty(source: Source, page: str) -> Runs:
    """Return: Title, date, 520 U.N.T.S. 151. Rule 21.4."""
    return join(source.title, wording.short_date(source), reporter(source, page))


def indictment(source: Source, _page: str) -> Runs:
    """Return: Indictment, case, No. ... (court unsealed date). Rule 10.8."""
    genre = (source.genre or "").lower()
    paper = "Criminal Complaint" if "complaint" in genre else "Indictment"
    unsealed = "unsealed" if "unsealed" in genre and source.issued else ""
    decided = bracketed(source.authority, unsealed, wording.short_date(source), by=" ")
    return spaced(join(paper, italic(source.title), wording.numbered(source.number)), decided)


def case(source: Source, page: str) -> Runs:
    """Return: case, 593 F. Supp. 123 (court year); a case not reported by docket. Rule 10."""
    where = reporter(source, page)
    docket = "" if where else wording.numbered(source.number)
    date = wording.year(source) if where else wording.short_date(source)
    cited = join(italic(source.title), where, docket)
    # Programs for references write the court as publisher: RIS has no other place for it.
    return spaced(cited, bracketed(source.authority or source.publisher, date, by=" "))


def un_meeting_record(source: Source, _page: str) -> Runs:
    """Return: U.N. GAOR, title, U.N. Doc. A/78/PV.48 (date). Rule 21.7."""
    organ = wording.organ(source, short=True)
    document = f"U.N. Doc. {source.number.strip()}" if source.number else ""
    cited = join(_RECORDS.get(organ, organ), source.title, document)
    return spaced(cited, bracketed(wording.short_date(source)))
