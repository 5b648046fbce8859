"""The last slide: whom to ask, and where the deck comes from.

What it tells of the deck is counted from the slides that stand beside it; nothing is said to be
checked that was not.
"""

from __future__ import annotations

import re

from briefer import __version__
from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.kind import KICKER, NOTES, SlideKind, TextField
from briefer.compose.links import linked
from briefer.compose.sentences import counted, with_stop
from briefer.compose.totals import Totals
from briefer.compose.wording import lines_of
from briefer.content import Para, Slide

_TITLE = "Questions, corrections and updates"
_NOBODY = "[no contact given]"
_BLANK = re.compile(r"\n[ \t]*\n")
_BETWEEN = " | "


def compose(context: CardContext) -> Slide:
    """Return the closing slide: contacts on the left, the deck's provenance on the right."""
    draft = Draft(
        label=KIND.label,
        pattern="closing",
        title=_TITLE,
        blocks=(
            *panel("contacts", _contacts(context) or (plain(_NOBODY, "value"),)),
            *panel("provenance", _provenance(context), pinned=True),
        ),
        say=_say(context),
        kicker=KIND.label,
    )
    return build(context, draft)


def _contacts(context: CardContext) -> tuple[Para, ...]:
    """Return name and details of each contact: a blank line parts them, the first line is who."""
    paras: list[Para] = []
    for block in _BLANK.split(context.words("contacts")):
        name, *details = lines_of(block) or ("",)
        if name:
            paras.append(Para(linked(name), "value"))
        if details:
            paras.append(Para(linked(_BETWEEN.join(details)), "note"))
    return tuple(paras)


def _provenance(context: CardContext) -> tuple[Para, ...]:
    """Return label and value for each thing that is known of the deck."""
    told = (
        ("Built with", f"Briefer {__version__}, from a local library"),
        ("Information as of", context.briefing.date),
        *_counts(context),
    )
    return tuple(
        para
        for label, value in told
        if value
        for para in (plain(label, "label"), plain(value, "value"))
    )


def _counts(context: CardContext) -> tuple[tuple[str, str], ...]:
    """Return what the deck's slides add up to."""
    totals = context.totals
    if totals is None:
        return ()
    works = counted(totals.works, "work")
    cited = f"{works}, {counted(totals.places, 'pinpoint')}" if totals.works else "None"
    return (
        *_quotations(totals),
        ("Works cited", cited),
        ("Deck fingerprint", totals.fingerprint),
    )


def _quotations(totals: Totals) -> tuple[tuple[str, str], ...]:
    """Return how many quotations there are and what they were compared with, no more than that."""
    if not totals.quotations:
        return ()
    every = totals.quotations
    if not totals.compared:
        return (("Quotations", f"{every}, word for word as the library holds them"),)
    words = f"{totals.found} of {every} found in the text of their source"
    unheld = every - totals.compared
    if unheld:
        words += f"; no text held for {unheld}"
    return (("Quotations checked", words),)


def _say(context: CardContext) -> str:
    """Return whom to ask, and what to quote for a deck of later facts."""
    first = lines_of(context.words("contacts"))[:1]
    asked = f"Questions and corrections go to {with_stop(first[0])}" if first else _TITLE + "."
    mark = context.totals.fingerprint if context.totals else ""
    return f"{asked} This deck's fingerprint is {mark}." if mark else asked


KIND = SlideKind(
    name="contact",
    label="Contact",
    fields=(
        KICKER,
        TextField("contacts", "Contacts: name, then details; a blank line between two contacts"),
        NOTES,
    ),
    compose=compose,
    tells_of_deck=True,
)
