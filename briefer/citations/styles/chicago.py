"""The Chicago Manual's notes: titles in quotation marks or italics, dates in parentheses.

In: source records. Out: notes after the 17th edition, chapter 14; its sections 14.269 to 14.305
word official documents as the Bluebook does (design page "domain", section 5.1).
"""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles import legal, wording
from briefer.citations.styles.bluebook import addressed
from briefer.citations.styles.kinds import Kind, kind_of
from briefer.citations.styles.making import Form, Manner, made
from briefer.citations.styles.pinpoints import page_of, pinpoint, text_accompanying
from briefer.citations.styles.runs import Runs, bracketed, italic, join, quoted, spaced, words_of
from briefer.records.source import Source

_MOST_NAMED = 3


def journal_article(source: Source, page: str) -> Runs:
    """Return: author, “Title,” Journal 118, no. 2 (date): pages. 14.168."""
    issue = wording.numbered(source.issue, word="no.")
    volume = join(spaced(italic(source.container_title), source.volume), issue)
    named = join(_authors(source), quoted(source.title), volume)
    dated = spaced(named, bracketed(wording.long_date(source)))
    return join(dated, page or wording.dashed(source.page), by=": ")


def web_article(source: Source, _page: str) -> Runs:
    """Return: author, “Title,” Site, publisher, date. 14.208."""
    return _in_quotes(source, italic(source.container_title), source.publisher)


def web_page(source: Source, _page: str) -> Runs:
    """Return: author, “Title,” Site, publisher, date; the name of a site in roman. 14.207."""
    return _in_quotes(source, source.container_title, source.publisher)


def newspaper(source: Source, _page: str) -> Runs:
    """Return: author, “Title,” Paper, date; pages are left out. 14.191."""
    return _in_quotes(source, italic(source.container_title))


def press_release(source: Source, _page: str) -> Runs:
    """Return: institution, “Title,” press release, date."""
    kind = spaced(
        _lowered(source.genre) or "press release", wording.numbered(source.number, word="no.")
    )
    by = _authors(source) or source.publisher or source.authority
    return join(by, quoted(source.title), kind, wording.long_date(source))


def speech(source: Source, _page: str) -> Runs:
    """Return: speaker, “Title” (remarks, event, date). 14.217."""
    by = _authors(source) or source.publisher or source.authority
    told = bracketed(
        _lowered(wording.kind_words(source, word="no.")),
        source.container_title,
        wording.long_date(source),
    )
    return spaced(join(by, quoted(source.title)), told)


def un_resolution(source: Source, _page: str) -> Runs:
    """Return: UN General Assembly, Resolution 78/131, Title, A/RES/78/131 (date). 14.284."""
    number = wording.resolution_number(source)
    named = join(
        _body(source),
        f"Resolution {number}" if number else "",
        italic(source.title),
        wording.symbol(source),
    )
    return spaced(named, bracketed(wording.long_date(source)))


def un_meeting_record(source: Source, _page: str) -> Runs:
    """Return: UN General Assembly, Title, A/78/PV.48 (date). 14.284."""
    named = join(_body(source), source.title, source.number)
    return spaced(named, bracketed(wording.long_date(source)))


def report(source: Source, page: str) -> Runs:
    """Return: author, Title, number (publisher, date), page. 14.220."""
    number = spaced(source.genre, wording.numbered(source.number, word="no."))
    by = _authors(source) or source.authority
    return _published(join(by, italic(source.title), number), source, page)


def book(source: Source, page: str) -> Runs:
    """Return: author, Title (publisher, year), page. 14.23."""
    return _published(join(_authors(source), italic(source.title)), source, page)


def chapter(source: Source, page: str) -> Runs:
    """Return: author, “Title,” in Book (publisher, year), page. 14.106."""
    within = italic(source.container_title)
    named = join(_authors(source), quoted(source.title), spaced("in", within) if within else None)
    return _published(named, source, page or wording.dashed(source.page))


def data_set(source: Source, _page: str) -> Runs:
    """Return: institution, “Title,” data set, date. 14.257."""
    by = _authors(source) or source.publisher or source.authority
    kind = _lowered(source.genre) or "data set"
    return join(by, quoted(source.title), kind, wording.long_date(source))


def interview(source: Source, _page: str) -> Runs:
    """Return: person, “Title,” interview, where it appeared, date. 14.213."""
    where = italic(source.container_title) or source.publisher
    people = _authors(source)
    title = None if source.title.strip() == f"Interview with {people}" else quoted(source.title)
    return join(people, title, "interview", where, wording.long_date(source))


def document(source: Source, _page: str) -> Runs:
    """Return: author or institution, Title, what it is and its number, where (date)."""
    by = _authors(source) or source.authority or source.publisher
    kind = wording.kind_words(source, word="no.")
    where = spaced(source.volume, italic(source.container_title), wording.dashed(source.page))
    named = join(by, italic(source.title), kind, where if source.container_title else None)
    return spaced(named, bracketed(wording.long_date(source)))


def short(source: Source) -> str:
    """Return the name of a work at a slide's foot: author and title. 14.30."""
    kind = kind_of(source)
    if kind in _BY_NUMBER and source.number:
        return legal.named_by_number(source, kind)
    title = quoted(source.title) if kind in _QUOTED else source.title
    people = wording.families(source)
    return words_of(join(wording.and_others(people, most=_MOST_NAMED, link="and"), title))


def _in_quotes(source: Source, *where: Runs | str | None) -> Runs:
    """Return author, title in quotation marks, where it stands, and date."""
    return join(_authors(source), quoted(source.title), *where, wording.long_date(source))


def _published(named: Runs, source: Source, page: str) -> Runs:
    """Return a work with publisher and date in parentheses, then the page."""
    return join(spaced(named, bracketed(source.publisher, wording.long_date(source))), page)


def _authors(source: Source) -> str:
    """Return up to three authors, the first of four and more. 14.76."""
    return wording.and_others(wording.names(source), most=_MOST_NAMED, link="and")


def _body(source: Source) -> str:
    """Return an organ of the United Nations with "UN" before it."""
    organ = wording.organ(source, short=False)
    return organ if not organ or organ.startswith(("UN ", "United Nations")) else f"UN {organ}"


def _lowered(words: str | None) -> str:
    """Return what a document is in lower case: "press release"."""
    said = (words or "").strip()
    return said[:1].lower() + said[1:]


_BY_NUMBER: frozenset[Kind] = frozenset({"executive order", "presidential determination"})
_QUOTED: frozenset[Kind] = frozenset(
    {
        *("journal article", "web article", "web page", "newspaper", "press release"),
        *("speech", "chapter", "data set", "interview"),
    }
)
_PAGED: frozenset[Kind] = frozenset(
    {
        *("journal article", "treaty", "statute", "executive order"),
        *("presidential determination", "rule", "case", "report", "book", "chapter"),
    }
)

FORMS: Mapping[Kind, Form] = {
    "journal article": journal_article,
    "web article": web_article,
    "web page": web_page,
    "newspaper": newspaper,
    "press release": press_release,
    "speech": speech,
    "testimony": legal.testimony,
    "UN resolution": un_resolution,
    "UN meeting record": un_meeting_record,
    "treaty": legal.treaty,
    "statute": legal.statute,
    "bill": legal.bill,
    "executive order": legal.executive_order,
    "presidential determination": legal.presidential_determination,
    "rule": legal.rule,
    "indictment": legal.indictment,
    "case": legal.case,
    "report": report,
    "book": book,
    "chapter": chapter,
    "data set": data_set,
    "interview": interview,
    "document": document,
}

CHICAGO = made(
    "chicago",
    "Chicago (notes)",
    Manner(
        forms=FORMS,
        short=short,
        place=pinpoint,
        long_place=text_accompanying,
        page=page_of,
        paged=_PAGED,
        address=addressed,
        resolver_first=True,
    ),
)
