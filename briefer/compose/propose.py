"""The card proposed for picked records.

In: records in the order picked. Out: a card of the kind that suits them, its records in the order
in which they are best told. Must not know: slides.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.chains import MOST, path_of
from briefer.compose.kinds import SLIDE_KINDS
from briefer.compose.related import events_in_order
from briefer.records.actor import Actor
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement
from briefer.storyboard.briefing import Card

_MOST_POINTS = 6
"""A bottom line and five points under it; more records are points to be said one by one."""

_MOST_CARDS = 8
"""Key figures on two pages of four; more are read in a table."""

_LONGEST_SIDE = 500
"""Characters of a statement on two pages of its side; in a table a longer one needs fewer pages."""


def propose_card(records: Sequence[Record]) -> Card:
    """Return the proposed card for records; sources have no slide of their own and are left out.

    Its layout is proposed with it where the records ask for one that composing would not give.

    One event makes an event slide, several a timeline or, where one is undated, a table; one
    statement a quote, two statements two sides with the answered one on the left; statistics key
    figures; actors and relations a network; one actor a profile. One event or one actor beside
    records that are tied to it makes its slide, whichever was picked first. Anything else makes a
    bottom line, or talking points where it is too much for one.
    """
    shown = list({record.id: record for record in records if record.type != "source"}.values())
    kind = _kind(shown)
    refs = tuple(record.id for record in _in_order(kind, shown))
    return Card(kind=kind, records=refs, options=_layout(kind, shown))


def _kind(records: Sequence[Record]) -> str:
    if not records:
        return "bluf"
    kind = _of_one_type(records) or _of_ties(records) or _about(records)
    if kind and SLIDE_KINDS[kind].fits(record.type for record in records):
        return kind
    fits = SLIDE_KINDS["bluf"].fits(record.type for record in records)
    return "bluf" if fits and len(records) <= _MOST_POINTS else "talking-points"


def _of_one_type(records: Sequence[Record]) -> str:
    """Return the kind for records of one type, "" where they are mixed or too many for it."""
    alone = len(records) == 1
    match sorted({record.type for record in records}):
        case ["event"] if alone:
            return "event"
        case ["event"]:
            dated = all(isinstance(item, Event) and item.date for item in records)
            return "timeline" if dated else "table"
        case ["statement"] if len(records) <= 2:
            return "quote" if alone else "statements"
        case ["statistic"]:
            return "figures"
        case ["actor"] if alone:
            return "actor"
    return ""


def _of_ties(records: Sequence[Record]) -> str:
    """Return the network for relations, for several actors, and for both."""
    types = {record.type for record in records}
    return "network" if types <= {"actor", "relation"} else ""


def _about(records: Sequence[Record]) -> str:
    """Return the slide of the only event, or of the only actor, that the others are tied to."""
    events = [item for item in records if isinstance(item, Event)]
    actors = [item for item in records if isinstance(item, Actor)]
    for kind, found in (("event", events), ("actor", actors)):
        if len(found) == 1 and (records[0] == found[0] or _all_tied(found[0], records)):
            return kind
    return ""


def _all_tied(about: Record, records: Sequence[Record]) -> bool:
    """Return whether a record links to each of the others, or they to it."""
    own = set(about.links())
    return all(item.id in own or about.id in item.links() for item in records if item != about)


def _layout(kind: str, records: Sequence[Record]) -> tuple[tuple[str, str], ...]:
    """Return the option for a layout that the records ask for, () where composing decides.

    Relations that supply one another in a row are a chain; more figures than two pages of cards
    hold are a table, and so are two sides of which one would run over several pages.
    """
    relations = [item for item in records if isinstance(item, Relation)]
    if kind == "network" and len(relations) > 1:
        row = set(path_of(relations)) if all(r.relation == "supplies" for r in relations) else set()
        others = {item.id for item in records if isinstance(item, Actor)}
        if row and len(row) <= MOST and others <= row:
            return (("form", "chain"),)
    spoken = max((len(item.text) for item in records if isinstance(item, Statement)), default=0)
    many = kind == "figures" and len(records) > _MOST_CARDS
    if many or (kind == "statements" and spoken > _LONGEST_SIDE):
        return (("layout", "table"),)
    return ()


def _in_order(kind: str, records: Sequence[Record]) -> Sequence[Record]:
    """Return records in the order in which a kind tells them: its subject first, events by date."""
    if kind in ("timeline", "table"):
        return events_in_order(item for item in records if isinstance(item, Event))
    if kind == "statements":
        return answered_first(*(item for item in records if isinstance(item, Statement)))
    if kind in ("event", "actor"):
        return sorted(records, key=lambda item: item.type != kind)
    return records


def answered_first(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """Return two statements with the one that is answered on the left, else in the order given."""
    return (other, one) if one.responds_to == other.id else (one, other)
