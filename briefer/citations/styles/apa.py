"""APA's entries: author, year, title, where it appeared; titles keep the capitals they have.

In: source records. Out: entries after the Publication Manual, 7th edition, chapter 10, legal ones
after chapter 11, which follows the Bluebook. A date that is not known is left out, not "n.d.": that
would say that the work bears none.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles import legal, wording
from briefer.citations.styles.kinds import Kind, kind_of
from briefer.citations.styles.making import Form, Manner, made
from briefer.citations.styles.pinpoints import page_of, pinpoint, text_accompanying
from briefer.citations.styles.runs import (
    Runs,
    bracketed,
    ended,
    italic,
    join,
    merged,
    spaced,
    words_of,
)
from briefer.content import Text
from briefer.records.source import Name, Source

_MOST_LISTED = 20


def journal_article(source: Source, _page: str) -> Runs:
    """Return: Author. (Year). Title. Journal, 118(2), 371–380. 10.1."""
    volume = italic(source.volume)
    issue = f"({source.issue.strip()})" if source.issue and source.issue.strip() else ""
    number = join(volume, issue, by="")
    where = join(italic(source.container_title), number, wording.dashed(source.page))
    return _entry(source, source.title, where, date=wording.year(source))


def web_article(source: Source, _page: str) -> Runs:
    """Return: Author. (Date). Title. Site. 10.1."""
    where = italic(source.container_title)
    return _entry(source, source.title, where or _unless_author(source, source.publisher))


def web_page(source: Source, _page: str) -> Runs:
    """Return: Author. (Date). Title. Site. 10.16."""
    site = source.container_title or _unless_author(source, source.publisher)
    return _entry(source, italic(source.title), site)


def newspaper(source: Source, _page: str) -> Runs:
    """Return: Author. (Date). Title. Paper, pages. 10.1."""
    where = join(italic(source.container_title), wording.dashed(source.page))
    return _entry(source, source.title, where)


def press_release(source: Source, _page: str) -> Runs:
    """Return: Institution. (Date). Title [Press release]. 10.16."""
    return _described(source, source.genre or "Press release")


def speech(source: Source, _page: str) -> Runs:
    """Return: Speaker. (Date). Title [Speech]. Event. 10.5."""
    return _described(source, source.genre or "Speech", source.container_title)


def data_set(source: Source, _page: str) -> Runs:
    """Return: Author. (Date). Title [Data set]. Publisher. 10.9."""
    return _described(source, source.genre or "Data set", publisher=True)


def interview(source: Source, _page: str) -> Runs:
    """Return: Person. (Date). Title [Interview]. Where it appeared. 10.13."""
    return _described(source, "Interview", source.container_title)


def un_document(source: Source, _page: str) -> Runs:
    """Return: Organ. (Date). Title (A/RES/78/131). 10.4."""
    title = spaced(italic(source.title), bracketed(source.number))
    return _entry(source, title)


def report(source: Source, _page: str) -> Runs:
    """Return: Author. (Date). Title (Report No. 12). Publisher. 10.4."""
    number = words_of(spaced(source.genre, wording.numbered(source.number)))
    title = spaced(italic(source.title), bracketed(number))
    return _entry(source, title, _unless_author(source, source.publisher))


def book(source: Source, _page: str) -> Runs:
    """Return: Author. (Year). Title. Publisher. 10.2."""
    publisher = _unless_author(source, source.publisher)
    return _entry(source, italic(source.title), publisher, date=wording.year(source))


def chapter(source: Source, _page: str) -> Runs:
    """Return: Author. (Year). Title. In Book (pp. 1–20). Publisher. 10.3."""
    pages = bracketed(f"pp. {wording.dashed(source.page)}" if source.page else "")
    book_title = italic(source.container_title)
    within = spaced("In", book_title, pages) if book_title else None
    publisher = _unless_author(source, source.publisher)
    return _entry(source, source.title, within, publisher, date=wording.year(source))


def document(source: Source, _page: str) -> Runs:
    """Return: Author. (Date). Title (kind and number). Where it appeared."""
    kind = wording.kind_words(source)
    where = join(italic(source.container_title), source.volume, wording.dashed(source.page))
    title = spaced(italic(source.title), bracketed(kind))
    publisher = _unless_author(source, source.publisher)
    return _entry(source, title, where if source.container_title else publisher)


def treaty(source: Source, page: str) -> Runs:
    """Return: Title, date in full, 520 U.N.T.S. 151. 11.8."""
    return join(source.title, wording.long_date(source), legal.reporter(source, page))


def case(source: Source, page: str) -> Runs:
    """Return: the Bluebook's form, the case in roman. 11.4."""
    return _upright(legal.case(source, page))


def indictment(source: Source, page: str) -> Runs:
    """Return: the Bluebook's form, the case in roman. 11.4."""
    return _upright(legal.indictment(source, page))


def short(source: Source) -> str:
    """Return the name of a work at a slide's foot: author and year, else title and year. 8.11."""
    kind = kind_of(source)
    people = wording.and_others(wording.families(source), most=2, link="&")
    by_number = legal.named_by_number(source, kind) if kind in _LEGAL else ""
    led = people or by_number or _body(source) or source.title
    return words_of(join(led, wording.year(source)))


def addressed(cited: Runs, address: str) -> Runs:
    """Return an entry followed by an address, which no full stop follows. 9.35."""
    return merged([*ended(cited), Text(f" {address}")])


def _entry(source: Source, title: Runs | str, *rest: Runs | str | None, date: str = "") -> Runs:
    """Return author, date and title, each ended by a full stop; the title first without author."""
    dated = bracketed(date or wording.year_first(source))
    by = _authors(source)
    led = join(spaced(by, dated), title, by=". ") if by else spaced(_stopped(title, dated), dated)
    return join(led, *rest, by=". ")


def _stopped(title: Runs | str, dated: str) -> Runs:
    """Return a title that leads, with the full stop before a date."""
    runs = join(title)
    return ended(runs) if dated else runs


def _described(
    source: Source, kind: str, where: str | None = None, *, publisher: bool = False
) -> Runs:
    """Return an entry that says in square brackets what the work is."""
    said = kind.strip()
    title = spaced(italic(source.title), f"[{said[:1].upper()}{said[1:]}]" if said else "")
    house = _unless_author(source, source.publisher) if publisher else ""
    return _entry(source, title, where or house)


def _authors(source: Source) -> str:
    """Return the authors inverted and ended by a stop; without any the institution. 9.7 to 9.12."""
    people = [name for name in source.author if name.full.strip()]
    led = _listed(people) if people else _body(source)
    return words_of(ended([Text(led)])) if led else ""


def _body(source: Source) -> str:
    """Return the institution that stands as the author where nobody is named, or ""."""
    named = any(person.full.strip() for person in source.author)
    if named or kind_of(source) not in _BY_INSTITUTION:
        return ""
    return source.authority or source.publisher or ""


def _listed(people: list[Name]) -> str:
    """Return names with "&" before the last; of more than twenty nineteen and the last."""
    said = [wording.inverted(name) for name in people]
    if len(said) > _MOST_LISTED:
        return f"{', '.join(said[: _MOST_LISTED - 1])}, . . . {said[-1]}"
    *first, last = said
    return f"{', '.join(first)}, & {last}" if first else last


def _unless_author(source: Source, name: str | None) -> str:
    """Return a publisher, unless it stands as the author already. 9.29."""
    return "" if name == _body(source) else (name or "")


def _upright(runs: Runs) -> Runs:
    return merged(Text(run.text) for run in runs)


FORMS: Mapping[Kind, Form] = {
    "journal article": journal_article,
    "web article": web_article,
    "web page": web_page,
    "newspaper": newspaper,
    "press release": press_release,
    "speech": speech,
    "testimony": legal.testimony,
    "UN resolution": un_document,
    "UN meeting record": un_document,
    "treaty": treaty,
    "statute": legal.statute,
    "bill": legal.bill,
    "executive order": legal.executive_order,
    "presidential determination": legal.presidential_determination,
    "rule": legal.rule,
    "indictment": indictment,
    "case": case,
    "report": report,
    "book": book,
    "chapter": chapter,
    "data set": data_set,
    "interview": interview,
    "document": document,
}
_LEGAL: frozenset[Kind] = frozenset(
    {
        *("testimony", "treaty", "statute", "bill", "executive order"),
        *("presidential determination", "rule", "indictment", "case"),
    }
)
_BY_INSTITUTION: frozenset[Kind] = frozenset(
    {
        *("web page", "press release", "speech", "UN resolution", "UN meeting record"),
        *("report", "data set", "document"),
    }
)
_PAGED: frozenset[Kind] = frozenset(
    {"treaty", "statute", "executive order", "presidential determination", "rule", "case"}
)

APA = made(
    "apa",
    "APA (author and year)",
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
