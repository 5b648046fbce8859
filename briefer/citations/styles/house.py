"""The house style: note form, works in full, pinpoints short, never "ibid".

In: source records. Out: the forms of design page "slides", section 6. A field that is not known is
left out and named at the end, so that a citation shows what it lacks.
"""

from __future__ import annotations

from collections.abc import Callable

from briefer.citations.styles.base import Style
from briefer.citations.styles.pinpoints import cited_by, pinpoint
from briefer.content import Inline, Text
from briefer.records.base import Locator
from briefer.records.source import Source

_MANY = 4
_EXPECTED = {"author": "author", "issued": "date", "volume": "volume", "page": "page"}
"""The fields whose absence the entry of a work names, with the words for them."""


def short(source: Source) -> str:
    """Return the name of a work at a slide's foot: its own short form, else author and year."""
    if source.short:
        return source.short
    author = source.author[0] if source.author else None
    name = (author.family or author.full) if author else ""
    if not name:
        return source.title
    more = " et al." if len(source.author) > 1 else ""
    year = source.issued.year if source.issued else None
    return f"{name}{more} ({year})" if year else f"{name}{more}"


def work(source: Source, labels: tuple[str, ...]) -> tuple[Inline, ...]:
    """Return the entry of a work on the sources slide, ending in how it is cited."""
    form = _form(source)
    texts = [*form, Text(_stop("".join(text.text for text in form)))]
    after = " ".join(part for part in (_lacking(source), cited_by(labels)) if part)
    if after:
        texts.append(Text(f" {after}"))
    return tuple(_joined(texts))


def full(source: Source, locator: Locator | None) -> str:
    """Return the whole citation as plain text, with its pinpoint and address."""
    words = "".join(text.text for text in _form(source))
    place = pinpoint(locator)
    cited = f"{words}, {place}" if place else words
    ended = f"{cited}{_stop(cited)}"
    return f"{ended} {source.url}" if source.url else ended


def _stop(words: str) -> str:
    """Return the full stop that ends a citation, or "" where a title's own mark does."""
    return (
        ""
        if words.endswith(("?\N{RIGHT DOUBLE QUOTATION MARK}", "!\N{RIGHT DOUBLE QUOTATION MARK}"))
        else "."
    )


def _form(source: Source) -> list[Text]:
    return _FORMS.get(source.csl_type, _document)(source)


def _article(source: Source) -> list[Text]:
    """Return: author, "Title," Journal volume, no. issue (date): page."""
    issue = f", no. {source.issue}" if source.issue else ""
    number = f" {source.volume}{issue}" if source.volume else issue
    page = f": {source.page}" if source.page else ""
    return [*_quoted_title(source), *_container(source), Text(number + _dated(source) + page)]


def _web(source: Source) -> list[Text]:
    """Return: author, "Title," Site (publisher, date)."""
    return [
        *_quoted_title(source),
        *_container(source),
        Text(_bracketed(source.publisher, _date(source))),
    ]


def _book(source: Source) -> list[Text]:
    """Return: author, Title, genre number (publisher, date)."""
    kind = " ".join(part for part in (source.genre, source.number) if part)
    return [
        Text(_creators(source)),
        Text(source.title, italic=True),
        Text(f", {kind}" if kind else ""),
        Text(_bracketed(source.publisher, _date(source))),
    ]


def _document(source: Source) -> list[Text]:
    """Return: author or authority, Title, genre number, where it appeared (publisher, date)."""
    kind = " ".join(part for part in (source.genre, source.number) if part)
    by = _creators(source) or (f"{source.authority}, " if source.authority else "")
    where = _container(source)
    return [
        Text(by),
        Text(source.title),
        Text(f", {kind}" if kind else ""),
        *([Text(", "), *where] if where else []),
        Text(_bracketed(source.publisher, _date(source))),
    ]


_FORMS: dict[str, Callable[[Source], list[Text]]] = {
    "article-journal": _article,
    "article-magazine": _web,
    "article-newspaper": _web,
    "article": _web,
    "webpage": _web,
    "post": _web,
    "post-weblog": _web,
    "chapter": _web,
    "book": _book,
    "report": _book,
    "thesis": _book,
}


def _creators(source: Source) -> str:
    names = [name.full for name in source.author if name.full]
    if not names:
        return ""
    if len(names) >= _MANY:
        return f"{names[0]} et al., "
    *first, last = names
    return f"{', '.join(first)} and {last}, " if first else f"{last}, "


def _quoted_title(source: Source) -> list[Text]:
    """Return author and title in quotation marks, with the comma before the container inside."""
    comma = "," if source.container_title and not source.title.endswith(("?", "!")) else ""
    title = f"\N{LEFT DOUBLE QUOTATION MARK}{source.title}{comma}\N{RIGHT DOUBLE QUOTATION MARK}"
    space = " " if source.container_title else ""
    return [Text(f"{_creators(source)}{title}{space}")]


def _container(source: Source) -> list[Text]:
    return [Text(source.container_title, italic=True)] if source.container_title else []


def _date(source: Source) -> str:
    return source.issued.display if source.issued else ""


def _dated(source: Source) -> str:
    return f" ({_date(source)})" if source.issued else ""


def _bracketed(*parts: str | None) -> str:
    known = [part for part in parts if part]
    return f" ({', '.join(known)})" if known else ""


def _lacking(source: Source) -> str:
    """Return "Date, volume and page not known." for what a reader would look for in vain."""
    lacking = [word for name, word in _EXPECTED.items() if name in source.unknown]
    if not lacking:
        return ""
    *first, last = lacking
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"{listed[:1].upper()}{listed[1:]} not known."


def _joined(texts: list[Text]) -> list[Text]:
    """Return runs with neighbours of the same face joined and empty ones dropped."""
    joined: list[Text] = []
    for text in texts:
        if not text.text:
            continue
        if joined and joined[-1].italic == text.italic:
            joined[-1] = Text(joined[-1].text + text.text, italic=text.italic)
        else:
            joined.append(text)
    return joined


HOUSE = Style("house", "House (numbered notes)", work, short, pinpoint, full)

__all__ = ["HOUSE", "full", "short", "work"]
