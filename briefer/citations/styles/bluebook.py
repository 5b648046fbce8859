"""The Bluebook's forms as practitioners set them: titles in italics, journals in roman.

In: source records. Out: the forms of design page "domain", section 5; rule numbers are the
Bluebook's. *Id.* and *supra* are never used, because slides move.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles import legal, wording
from briefer.citations.styles.kinds import Kind, kind_of
from briefer.citations.styles.making import Form, Manner, made
from briefer.citations.styles.pinpoints import at_place, at_text_accompanying, page_of
from briefer.citations.styles.runs import Runs, bracketed, ended, italic, join, spaced, words_of
from briefer.content import Text
from briefer.records.source import Source


def journal_article(source: Source, page: str) -> Runs:
    """Return: author, Title, 118 Am. J. Int’l L. 371, page (year). Rule 16."""
    cited = join(_authors(source), italic(source.title), legal.reporter(source, page))
    return spaced(cited, bracketed(wording.year(source)))


def web_article(source: Source, _page: str) -> Runs:
    """Return: author, Title, Site (date). Rule 18."""
    site = source.container_title_short or source.container_title
    by = site or wording.institution(source.publisher)
    cited = join(_authors(source), italic(source.title), by)
    return spaced(cited, bracketed(wording.short_date(source)))


def newspaper(source: Source, page: str) -> Runs:
    """Return: author, Title, Paper, date, at A1 in print; as a web article otherwise. Rule 16."""
    if not source.page:
        return web_article(source, page)
    paper = source.container_title_short or source.container_title
    at = f"at {page or wording.dashed(source.page)}"
    return join(_authors(source), italic(source.title), paper, wording.short_date(source), at)


def press_release(source: Source, _page: str) -> Runs:
    """Return: Press Release, institution, Title (date). Rule 17."""
    kind = _titled(source.genre) or "Press Release"
    by = wording.institution(source.publisher or source.authority) or _authors(source)
    named = join(spaced(kind, wording.numbered(source.number)), by, italic(source.title))
    return spaced(named, bracketed(wording.short_date(source)))


def speech(source: Source, _page: str) -> Runs:
    """Return: speaker, Title, Remarks at the event (date). Rule 17."""
    by = _authors(source) or wording.institution(source.publisher or source.authority)
    where = f"at {source.container_title.strip()}" if source.container_title else ""
    kind = _titled(wording.kind_words(source)) or ("Address" if where else "")
    named = join(by, italic(source.title), spaced(kind, where))
    return spaced(named, bracketed(wording.short_date(source)))


def report(source: Source, page: str) -> Runs:
    """Return: author, institution, number, Title page (date). Rules 13 and 15."""
    by = wording.institution(source.publisher or source.authority)
    number = wording.numbered(source.number)
    named = join(_authors(source), by, number, spaced(italic(source.title), page))
    return spaced(named, bracketed(wording.short_date(source)))


def book(source: Source, page: str) -> Runs:
    """Return: author, Title page (year). Rule 15."""
    named = join(_authors(source), spaced(italic(source.title), page))
    return spaced(named, bracketed(wording.year(source)))


def chapter(source: Source, page: str) -> Runs:
    """Return: author, Title, in Book first page, page (year). Rule 15."""
    book_title = source.container_title or ""
    within = spaced([Text("in", italic=True)], italic(book_title)) if book_title.strip() else None
    begins = wording.first_page(source)
    cited = join(_authors(source), italic(source.title), spaced(within, begins), page)
    return spaced(cited, bracketed(wording.year(source)))


def data_set(source: Source, _page: str) -> Runs:
    """Return: institution, Title (data set) (date). Rule 18."""
    by = _authors(source) or wording.institution(source.publisher or source.authority)
    kind = bracketed(source.genre or "data set")
    named = spaced(join(by, italic(source.title)), kind)
    return spaced(named, bracketed(wording.short_date(source)))


def interview(source: Source, _page: str) -> Runs:
    """Return: Interview with ..., Title, where it appeared (date). Rule 17."""
    people = _authors(source)
    asked = f"Interview with {people}" if people else ""
    title = None if source.title.strip() == asked else italic(source.title)
    where = source.container_title_short or source.container_title or source.publisher
    return spaced(join(asked, title, where), bracketed(wording.short_date(source)))


def document(source: Source, _page: str) -> Runs:
    """Return: author or institution, Title, what it is and its number, where (date)."""
    by = _authors(source) or wording.institution(source.authority or source.publisher)
    kind = _titled(wording.kind_words(source))
    cited = join(by, italic(source.title), kind, legal.reporter(source))
    return spaced(cited, bracketed(wording.short_date(source)))


def short(source: Source) -> str:
    """Return the name of a work at a slide's foot: author and title; an instrument's own name."""
    by_number = legal.named_by_number(source, kind_of(source))
    by = wording.and_others(wording.families(source), most=2, link="&")
    return by_number or words_of(join(by, source.title))


def addressed(cited: Runs, address: str) -> Runs:
    """Return a citation followed by an address and a full stop."""
    return ended(join(cited, address))


PAGED: frozenset[Kind] = frozenset(
    {
        *("journal article", "newspaper", "treaty", "statute", "executive order"),
        *("presidential determination", "rule", "case", "report", "book", "chapter"),
    }
)
"""The kinds whose form has a place for the page that is cited."""


def _authors(source: Source) -> str:
    """Return "A", "A & B", or "A et al." for three and more (rule 15.1)."""
    return wording.and_others(wording.names(source), most=2, link="&")


def _titled(words: str | None) -> str:
    """Return the words for a kind of document with capitals: "Press release" as in a title."""
    small = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "the", "to"}
    parts = (words or "").split()
    return " ".join(
        part if index and part in small else part[:1].upper() + part[1:]
        for index, part in enumerate(parts)
    )


FORMS: Mapping[Kind, Form] = {
    "journal article": journal_article,
    "web article": web_article,
    "web page": web_article,
    "newspaper": newspaper,
    "press release": press_release,
    "speech": speech,
    "testimony": legal.testimony,
    "UN resolution": legal.un_resolution,
    "UN meeting record": legal.un_meeting_record,
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

BLUEBOOK = made(
    "bluebook",
    "Bluebook (legal notes)",
    Manner(
        forms=FORMS,
        short=short,
        place=at_place,
        long_place=at_text_accompanying,
        page=page_of,
        paged=PAGED,
        address=addressed,
    ),
)
