"""Titles: the user's, else one proposed from the records' own facts; each once in a deck.

In: cards and slides. Out: title text. Must not know: layout.

Rules: design page "slides", section 5. A proposed title never claims more than its records say.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefer.compose.periods import period
from briefer.compose.sentences import capital, clipped, counted, spelled
from briefer.content import Slide
from briefer.records.event import Event

MAX_TITLE = 110
"""The longest title in characters: two lines of 28 pt."""


def proposed_title(words: str) -> str:
    """Return words as a title of at most MAX_TITLE characters."""
    return clipped(" ".join(words.split()), MAX_TITLE)


def in_words(count: int, noun: str) -> str:
    """Return a count with its noun as a title begins with it: "Three options", "One signal"."""
    return f"{capital(spelled(count))} {noun}{'' if count == 1 else 's'}"


def events_title(events: Sequence[Event]) -> str:
    """Return "12 events, 1959 to 2023" for events, as far as they are dated.

    Dates such as "since 2020" or "2023 or earlier" bound no period: where some events have only
    these the title says so, "9 events; firm dates run from 1988 to 2023".
    """
    count = counted(len(events), "event")
    dates = [event.date for event in events if event.date]
    within = [date for date in dates if date.year]
    if len(within) == len(dates) or len({date.display for date in dates}) == 1:
        when = period(dates)
        return f"{count}, {when}" if when else count
    span = period([date for date in within if not (date.approximate or date.uncertain)])
    return f"{count}; firm dates run from {span}" if " to " in span else count


def with_unique_titles(slides: Sequence[Slide], given: Sequence[bool]) -> tuple[Slide, ...]:
    """Return slides whose proposed titles differ from all others; `given` titles stay as they are.

    Two equal titles of the user's own are a finding of preflight, not changed here.
    """
    taken = {slide.title.casefold() for slide, own in zip(slides, given, strict=True) if own}
    unique = []
    for slide, own in zip(slides, given, strict=True):
        title = slide.title if own else _free(slide.title, taken)
        taken.add(title.casefold())
        unique.append(slide if title == slide.title else dataclasses.replace(slide, title=title))
    return tuple(unique)


def _free(title: str, taken: set[str]) -> str:
    count = 1
    free = title
    while free.casefold() in taken:
        count += 1
        suffix = f" ({count})"
        free = clipped(title, MAX_TITLE - len(suffix)) + suffix
    return free
