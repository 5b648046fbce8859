"""Links: words that say where they lead, and addresses that lead there.

In: an opened deck. Out: faults. No address is visited. Must not know: XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from briefer.accessibility.base import DeckRule, Fault, Severity
from briefer.accessibility.model import Link, OpenedDeck, Shape, Slide

_VAGUE = re.compile(
    r"(click( here)?|here|(read |learn |see )?more( here)?|details|link|this( link| page)?"
    r"|website|web ?page|page|source|download|go|url)\W*\Z",
    re.IGNORECASE,
)
_BARE = re.compile(r"(https?://|www\.)\S+\Z", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_USUAL = ("http", "https", "mailto", "tel")
_RUNNING = ("javascript", "vbscript", "data", "ms-msdt", "search-ms")
_HOST = re.compile(r"https?://[^/\s?#]*[\w\]][^\s]*\Z", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+\Z", re.IGNORECASE)
_DRIVE = re.compile(r"(file:|[A-Za-z]:[\\/]|\\\\)", re.IGNORECASE)
_RUNS = ("ppaction://program", "ppaction://macro", "ppaction://ole")


def _links(deck: OpenedDeck) -> Iterator[tuple[Slide, Shape, Link, str, bool]]:
    """Yield each link with its words, and whether other words stand beside it.

    Neighbouring runs with the same link are one link.
    """
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.link is not None:
                yield slide, shape, shape.link, shape.alt or _all_text(shape), False
            for paragraph, _ in shape.texts():
                for link, runs in groupby(paragraph.runs, key=lambda run: run.link):
                    if link is not None:
                        words = "".join(run.text for run in runs).strip()
                        more = len(paragraph.text.strip()) > len(words)
                        yield slide, shape, link, words, more


def _all_text(shape: Shape) -> str:
    return " ".join(" ".join(one.text for one in shape.walk()).split())


def link_words(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield links without words, with words for any link, and bare addresses."""
    for slide, shape, link, words, beside in _links(deck):
        if not words:
            yield Fault("The link has no words.", slide, shape, "Say where it leads.", "error")
        elif _VAGUE.match(words):
            yield Fault(
                f"The link says “{words}”, which does not tell where it leads.",
                slide,
                shape,
                "Link the name of what it leads to.",
            )
        elif link.kind == "address" and _BARE.match(words):
            yield Fault(
                f"The link's words are its address: {words[:60]}",
                slide,
                shape,
                "Link the name of what it leads to; the address can stand in the sources.",
                "note" if beside else None,
            )


def link_target(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield links that lead nowhere, into a computer of the author, or start something."""
    for slide, shape, link, _, _ in _links(deck):
        told = _wrong(link)
        if told:
            message, severity = told
            yield Fault(
                message, slide, shape, "Correct the address, or take the link out.", severity
            )


def _wrong(link: Link) -> tuple[str, Severity] | None:
    """Return what is wrong with where a link leads and how bad that is, None where nothing is."""
    if link.kind == "broken":
        return "The link leads nowhere.", "error"
    if link.kind == "action":
        if link.address.lower().startswith(_RUNS):
            return "The link starts a program or a macro.", "error"
        return None
    if link.kind == "slide":
        return None
    return _wrong_address(link.address)


def _wrong_address(address: str) -> tuple[str, Severity] | None:
    shown = address[:80]
    if _DRIVE.match(address):
        return f"The link leads to a file on a computer or a network: {shown}", "error"
    scheme = _SCHEME.match(address)
    name = scheme.group(1).lower() if scheme else ""
    if name in _RUNNING:
        return f"The link runs something: {shown}", "error"
    if not name:
        return f"The link has no whole address: {shown or '(empty)'}", "warning"
    if name not in _USUAL:
        return f"The link's address begins in an unusual way: {shown}", "warning"
    if name == "mailto" and not _MAIL.match(address.split("?")[0]):
        return f"The e-mail address is not whole: {shown}", "warning"
    if name in ("http", "https") and not _HOST.match(address):
        return f"The link's address is not whole: {shown}", "warning"
    return None


def outside_pictures(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield pictures and media that lie outside the file."""
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.linked:
                yield Fault(
                    "What it shows is not in the file but fetched from elsewhere.",
                    slide,
                    shape,
                    "Break the link in File, Info, Edit Links to Files, and insert it.",
                )


RULES = (
    DeckRule(
        "link-text",
        "The words of each link say where it leads",
        "warning",
        "Screen readers list links by their words alone, and spell addresses letter by letter.",
        "WCAG 2.4.4; MS; AED 6; HHS 1.11",
        (15,),
        ("2.4.4",),
        link_words,
    ),
    DeckRule(
        "link-target",
        "Each link has a whole address that leads outside the author's computer",
        "error",
        "A link that leads nowhere, or starts a program, fails whoever follows it.",
        "HHS 1.12, 1.13",
        (16,),
        ("2.4.4",),
        link_target,
    ),
    DeckRule(
        "outside-pictures",
        "Pictures and media are in the file",
        "warning",
        "Elsewhere they cannot be shown, and fetching them tells somebody who opens the deck.",
        "HHS 1.12",
        (16,),
        (),
        outside_pictures,
    ),
)
