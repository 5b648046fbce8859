"""The track of an event: enforcement, bilateral, multilateral or background.

In: event records. Out: a track and its label. Must not know: colours, shapes.
"""

from __future__ import annotations

from briefer.compose.context import CardContext
from briefer.content import Track
from briefer.records.event import Event
from briefer.records.vocabulary import TRACKS, track_of

_TRACKS: tuple[Track, ...] = ("enforcement", "bilateral", "multilateral", "background")


def event_track(context: CardContext, event: Event) -> Track:
    """Return an event's track: the card's option named by its id, else that of its type."""
    chosen = context.card.option(event.id)
    return next((track for track in _TRACKS if track == chosen), track_of(event.event_type))


def track_label(track: Track) -> str:
    """Return the word for a track."""
    return TRACKS.label(track)
