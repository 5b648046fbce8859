"""What to say over a slide where the user wrote nothing: the records' own facts, briefly.

In: the records of a slide. Out: plain text. Must not know: marks, layout. Layout adds the sources.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.context import CardContext
from briefer.compose.facts import event_words
from briefer.compose.names import capacity_of, described, speaker_name
from briefer.compose.periods import period
from briefer.compose.quantities import sentence_of
from briefer.compose.quotations import occasion
from briefer.compose.related import events_in_order
from briefer.compose.sentences import capital, counted, sentences, with_stop
from briefer.content import Para
from briefer.records.actor import Actor
from briefer.records.event import Event
from briefer.records.statement import Statement
from briefer.records.statistic import Statistic
from briefer.storyboard.briefing import Briefing

_SENTENCES = 2


def say_title(briefing: Briefing) -> str:
    """Return what the briefing is about and as of when."""
    audience = f" for {briefing.audience}" if briefing.audience else ""
    about = briefing.subtitle or briefing.title
    when = f" The information is as of {briefing.date}." if briefing.date else ""
    return f"A briefing{audience}. {with_stop(about)}{when}"


def say_bluf(statement: Sequence[Para], ask: Sequence[Para], *, points: Sequence[Para]) -> str:
    """Return the bottom line, else the first point, and the ask, each as a sentence."""
    told = (statement or points[:1], ask)
    spoken = [with_stop(" ".join(para.text for para in paras)) for paras in told]
    return " ".join(words for words in spoken if words)


def say_events(events: Sequence[Event]) -> str:
    """Return how many events, over what period, the first and the last."""
    dated = events_in_order(event for event in events if event.date)
    when = period([event.date for event in dated if event.date])
    count = counted(len(events), "event")
    parts = [f"{count}, {when}." if when else f"{count}."]
    if len(dated) > 1:
        parts.append(f"First: {_dated(dated[0])}")
        parts.append(f"Last: {_dated(dated[-1])}")
    return " ".join(parts)


def say_event(event: Event) -> str:
    """Return the event's summary in at most two sentences, or its title, with its date."""
    told = sentences(event.summary or "")[:_SENTENCES] or (with_stop(event_words(event)),)
    when = f" ({event.date.display})" if event.date else ""
    return (
        f"{with_stop(event_words(event) + when)} {' '.join(told)}"
        if event.summary
        else (with_stop(event_words(event) + when))
    )


def say_actor(actor: Actor, events: Sequence[Event]) -> str:
    """Return who the actor is and in how many of the library's events it takes part."""
    who = with_stop(described(actor))
    if not events:
        return who
    return f"{who} Takes part in {counted(len(events), 'event')} in the library."


def say_quote(context: CardContext, statement: Statement) -> str:
    """Return who speaks, in what capacity, where and when."""
    capacity = capacity_of(context, statement)
    who = speaker_name(context, statement)
    named = f"{who}, {capacity}" if capacity else who
    return with_stop(f"{named}; {occasion(context, statement)}")


def say_statements(context: CardContext, left: Statement, right: Statement) -> str:
    """Return both speakers and whether one answers the other."""
    both = f"{say_quote(context, left)} {say_quote(context, right)}"
    if right.responds_to == left.id:
        return f"{both} The second is a reply to the first."
    return both


def say_figures(statistics: Sequence[Statistic]) -> str:
    """Return each figure as a sentence."""
    return " ".join(capital(sentence_of(statistic)) for statistic in statistics)


def _dated(event: Event) -> str:
    when = f", {event.date.display}" if event.date else ""
    return with_stop(f"{event_words(event)}{when}")
