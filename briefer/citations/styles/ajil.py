"""Forms like those of the American Journal of International Law, Contemporary Practice section.

In: source records. Out: the Bluebook's forms, with the journal's own where design page "domain",
section 1.3 shows them: a press release led by its institution, an address after "at".
"""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles import bluebook, legal, wording
from briefer.citations.styles.kinds import Kind
from briefer.citations.styles.making import Form, Manner, made
from briefer.citations.styles.pinpoints import at_place, at_text_accompanying, page_of
from briefer.citations.styles.runs import Runs, bracketed, ended, italic, join, merged, spaced
from briefer.content import Text
from briefer.records.source import Source

_JOURNAL = "American Journal of International Law"


def journal_article(source: Source, page: str) -> Runs:
    """Return: author, Title, 118 AJIL 371, page (year): the journal by its initials."""
    cited = bluebook.journal_article(source, page)
    if source.container_title != _JOURNAL:
        return cited
    named = source.container_title_short or _JOURNAL
    *first, last = cited
    return [*first, Text(last.text.replace(named, "AJIL", 1))]


def press_release(source: Source, _page: str) -> Runs:
    """Return: White House Press Release, Title (date), as the section cites one."""
    by = wording.institution(source.publisher or source.authority)
    kind = " ".join(part[:1].upper() + part[1:] for part in (source.genre or "").split())
    number = wording.numbered(source.number)
    led = spaced(by, kind or "Press Release", number)
    return spaced(join(led, italic(source.title)), bracketed(wording.short_date(source)))


def un_resolution(source: Source, _page: str) -> Runs:
    """Return: GA Res. 78/131, Title (date)."""
    number = wording.resolution_number(source)
    organ = _undotted(wording.organ(source, short=True))
    named = join(spaced(organ, "Res.", number) if number else None, source.title)
    return spaced(named, bracketed(wording.short_date(source)))


def un_meeting_record(source: Source, _page: str) -> Runs:
    """Return: title, UN Doc. A/78/PV.48 (date)."""
    document = f"UN Doc. {source.number.strip()}" if source.number else ""
    return spaced(join(source.title, document), bracketed(wording.short_date(source)))


def treaty(source: Source, page: str) -> Runs:
    """Return: Title, date, 520 UNTS 151."""
    return join(source.title, wording.short_date(source), _undotted(legal.reporter(source, page)))


def addressed(cited: Runs, address: str) -> Runs:
    """Return a citation followed by "at", its address and a full stop."""
    return merged(ended(join(cited, f"at {address}")))


def short(source: Source) -> str:
    """Return the Bluebook's short form, the United Nations without stops."""
    return _undotted(bluebook.short(source))


def _undotted(words: str) -> str:
    """Return the initials of organs and treaty series without stops, as the journal prints them."""
    for dotted in ("E.S.C.", "G.A.", "S.C.", "U.N.T.S.", "U.S.T.", "U.N."):
        words = words.replace(dotted, dotted.replace(".", ""))
    return words


FORMS: Mapping[Kind, Form] = {
    **bluebook.FORMS,
    "journal article": journal_article,
    "press release": press_release,
    "UN resolution": un_resolution,
    "UN meeting record": un_meeting_record,
    "treaty": treaty,
}

AJIL = made(
    "ajil",
    "AJIL (international law notes)",
    Manner(
        forms=FORMS,
        short=short,
        place=at_place,
        long_place=at_text_accompanying,
        page=page_of,
        paged=bluebook.PAGED,
        address=addressed,
    ),
)
