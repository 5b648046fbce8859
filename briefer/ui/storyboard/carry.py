"""Slides on their way: dragged within a window, or cut and copied to another briefing.

In: cards by their flat index, the session. Out: mime data, and what can be read from it. Within a
window slides are known by their index; everywhere they carry the form of a briefing file, so that
another window, or another briefing in this one, can take copies. What is of no use is refused
without a word. Must not know: views.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

from briefer.compose.kinds import SLIDE_KINDS
from briefer.errors import BrieferError
from briefer.storyboard.briefing import Briefing, Section
from briefer.storyboard.files import BriefingFile
from briefer.storyboard.form import format_briefing, parse_briefing
from briefer.ui.session import Session

CARDS_MIME = "application/x-briefer-cards+json"
"""What slides are within their window: `{"window": token, "cards": [flat indexes]}`."""
SLIDES_MIME = "application/x-briefer-slides+json"
"""What slides are everywhere: a briefing file with these slides and the records they show."""

_STEPS = 2
"""Records come along so many links away: a statement's speaker, and the speaker's sources."""


def copied(session: Session, cards: Sequence[int]) -> QMimeData:
    """Return copies of slides with the records they need."""
    data = QMimeData()
    data.setData(SLIDES_MIME, QByteArray(_form(session, cards).encode()))
    return data


def dragged(session: Session, cards: Sequence[int], *, window: str) -> QMimeData:
    """Return slides for a drag: in the window of this token they move, elsewhere copies come."""
    data = copied(session, cards)
    own = json.dumps({"window": window, "cards": list(cards)})
    data.setData(CARDS_MIME, QByteArray(own.encode()))
    return data


def own_cards(data: QMimeData, *, window: str) -> tuple[int, ...]:
    """Return the slides of this window that are being dragged, none if something else is."""
    if not data.hasFormat(CARDS_MIME):
        return ()
    try:
        found = json.loads(bytes(data.data(CARDS_MIME).data()))
    except (ValueError, RecursionError):
        return ()
    if not isinstance(found, dict) or found.get("window") != window:
        return ()
    cards = found.get("cards")
    return tuple(n for n in cards if isinstance(n, int)) if isinstance(cards, list) else ()


def carried(data: QMimeData | None) -> BriefingFile | None:
    """Return the slides that mime data holds copies of, None for anything else.

    A clipboard that another program emptied, or that cannot be read, has no data at all.
    """
    if data is None or not data.hasFormat(SLIDES_MIME):
        return None
    try:
        text = bytes(data.data(SLIDES_MIME).data()).decode()
        file = parse_briefing(text, name="Clipboard", kinds=SLIDE_KINDS)
    except (BrieferError, ValueError):
        return None
    return file if file.briefing.cards else None


def _form(session: Session, cards: Sequence[int]) -> str:
    # The list may still show slides that an edit just took away.
    held_cards = session.briefing.cards
    chosen = tuple(held_cards[card] for card in cards if card < len(held_cards))
    held = {record.id: record for record in session.file().snapshot}
    needed = dict.fromkeys(ref for card in chosen for ref in card.records)
    for _ in range(_STEPS):
        found = [held[ref] for ref in needed if ref in held]
        needed |= dict.fromkeys(ref for record in found for ref in record.links())
    records = tuple(held[ref] for ref in needed if ref in held)
    briefing = Briefing("", sections=(Section("", chosen),))
    return format_briefing(BriefingFile(briefing, records))
