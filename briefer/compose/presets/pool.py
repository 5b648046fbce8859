"""The records that a preset may show, and the rules by which it chooses among them.

In: records, selected or a whole library. Out: the most telling ones, always the same for the same
records. Must not know: kinds of slides, any one preset.

The rules, in words (design page "domain", section 2):

- events dated to the day or month come first, then those that happened, then those with the most
  ties (records that point to them, actors, citations), then the latest; where only some are shown,
  one of each month is taken before the second of any;
- figures with an as-of date come first, then the larger;
- two sides are statements of known speakers of which one answers or contrasts with the other; an
  answer comes before a contrast, words that are quoted before positions, none is taken twice;
- relations count only with a citation, those between the most tied actors first; the most tied
  actors are those with most events and relations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefer.records.actor import Actor
from briefer.records.base import Record, Ref
from briefer.records.event import Event
from briefer.records.relation import Relation
from briefer.records.statement import Statement
from briefer.records.statistic import Statistic

R = TypeVar("R", bound=Record)
Pair = tuple[Statement, Statement]
"""Two statements: the one that is answered, or was made first, and the other."""

_LONGEST_PAIR = 520
"""Characters of two statements that stand beside each other on one slide."""

_LONGEST_QUOTE = 220


@dataclass(frozen=True)
class Pool:
    """Records to choose from; `ties` counts for each id how many of them point to it."""

    records: tuple[Record, ...]
    ties: Counter[Ref]

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """Return the records of one type, in the order given."""
        return tuple(record for record in self.records if isinstance(record, record_type))


def pool_of(records: Sequence[Record]) -> Pool:
    """Return the pool of records, each once, by id."""
    by_id = {record.id: record for record in records}
    unique = tuple(by_id[ref] for ref in sorted(by_id))
    links = (ref for record in unique for ref in dict.fromkeys(record.links()))
    return Pool(unique, Counter(links))


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by date, undated ones last."""
    return tuple(sorted(events, key=lambda event: (event.date is None, _day(event), event.id)))


def exact(event: Event) -> bool:
    """Return whether an event is dated to the day or month."""
    date = event.date
    return date is not None and date.precision in ("day", "month") and not date.approximate


def ranked_events(pool: Pool, without: Collection[Ref] = ()) -> tuple[Event, ...]:
    """Return the events that happened or are reported, the most telling first."""
    events = [
        event for event in pool.of(Event) if event.status != "planned" and event.id not in without
    ]

    def rank(event: Event) -> tuple[bool, bool, bool, int, int, str]:
        weight = pool.ties[event.id] + len(event.actors) + len(event.citations)
        undated = event.date is None
        return (
            not exact(event),
            undated,
            event.status != "happened",
            -weight,
            -_day(event),
            event.id,
        )

    return tuple(sorted(events, key=rank))


def key_events(pool: Pool, most: int, without: Collection[Ref] = ()) -> tuple[Event, ...]:
    """Return at most so many events, in order of date; undated ones only where nothing is dated."""
    ranked = ranked_events(pool, without)
    dated = [event for event in ranked if event.date]
    return in_order(_spread(dated or ranked)[:most])


def _spread(ranked: Sequence[Event]) -> list[Event]:
    """Return ranked events so that the second of any month stands behind the first of all."""
    seen: Counter[tuple[bool, int]] = Counter()
    turns = {}
    for event in ranked:
        month = (exact(event), _month(event))
        turns[event.id] = (not exact(event), seen[month])
        seen[month] += 1
    return sorted(ranked, key=lambda event: turns[event.id])


def planned_events(pool: Pool, most: int) -> tuple[Event, ...]:
    """Return at most so many planned events, dated ones first, by date."""
    return in_order(event for event in pool.of(Event) if event.status == "planned")[:most]


def key_figures(pool: Pool, most: int, without: Collection[Ref] = ()) -> tuple[Statistic, ...]:
    """Return at most so many statistics with a number, the most telling first."""
    figures = (item for item in pool.of(Statistic) if item.id not in without)
    ranked = sorted(figures, key=lambda item: (item.as_of is None, -_amount(item), item.id))
    return tuple(ranked[:most])


def opposing_pairs(pool: Pool, most: int, without: Collection[Ref] = ()) -> tuple[Pair, ...]:
    """Return at most so many pairs of opposing statements, no statement twice."""
    taken = set(without)
    chosen: list[Pair] = []
    for left, right in sorted(_opposed(pool), key=_pair_rank):
        if len(chosen) < most and not taken & {left.id, right.id}:
            chosen.append((left, right))
            taken |= {left.id, right.id}
    return tuple(chosen)


def unopposed(pool: Pool, most: int, without: Collection[Ref] = ()) -> tuple[Statement, ...]:
    """Return at most so many quotations that nothing answers or contrasts with.

    What somebody said comes before what a document prints, then the longest that fits a slide well.
    """
    opposed = {item.id for pair in _opposed(pool) for item in pair}
    free = (
        item
        for item in pool.of(Statement)
        if item.verbatim
        and item.speaker
        and not (item.responds_to or item.contrasts_with)
        and item.id not in opposed
        and item.id not in without
    )

    def rank(item: Statement) -> tuple[bool, bool, int, str]:
        length = len(item.text)
        return item.statement_type != "quotation", length > _LONGEST_QUOTE, -length, item.id

    return tuple(sorted(free, key=rank))[:most]


def key_relations(pool: Pool, most: int) -> tuple[Relation, ...]:
    """Return at most so many cited relations, those between the most tied actors first."""
    cited = (item for item in pool.of(Relation) if item.citations)

    def rank(item: Relation) -> tuple[int, str]:
        return -pool.ties[item.subject] - pool.ties[item.object], item.id

    return tuple(sorted(cited, key=rank))[:most]


def key_actors(pool: Pool, most: int) -> tuple[Actor, ...]:
    """Return at most so many actors, those in most events and relations first."""
    acting = pool_of([*pool.of(Event), *pool.of(Relation)]).ties
    actors = (actor for actor in pool.of(Actor) if not actor.unnamed)
    return tuple(sorted(actors, key=lambda actor: (-acting[actor.id], actor.id)))[:most]


def _opposed(pool: Pool) -> Iterator[Pair]:
    """Yield each pair of statements of which one answers or contrasts with the other, once."""
    statements = {item.id: item for item in pool.of(Statement) if item.speaker}
    seen: set[frozenset[Ref]] = set()
    for item in statements.values():
        answered = (item.responds_to,) if item.responds_to else ()
        for ref in (*answered, *item.contrasts_with):
            key = frozenset((ref, item.id))
            if ref in statements and len(key) == 2 and key not in seen:
                seen.add(key)
                yield answered_first(statements[ref], item)


def answered_first(one: Statement, other: Statement) -> Pair:
    """Return two statements with the one that is answered, or was made first, on the left."""
    if one.responds_to == other.id:
        return other, one
    if other.responds_to == one.id or one.date is None or other.date is None:
        return one, other
    return (other, one) if other.date.sort_key < one.date.sort_key else (one, other)


def _pair_rank(pair: Pair) -> tuple[bool, bool, int, int, tuple[Ref, Ref]]:
    left, right = pair
    length = len(left.text) + len(right.text)
    paraphrased = (not left.verbatim) + (not right.verbatim)
    answers = right.responds_to == left.id
    return length > _LONGEST_PAIR, not answers, paraphrased, length, (left.id, right.id)


def _month(event: Event) -> int:
    """Return a number for the month in which an event begins, 0 where it is undated."""
    day = event.date.sort_key[0] if event.date else None
    return 12 * day.year + day.month if day else 0


def _day(event: Event) -> int:
    return event.date.sort_key[0].toordinal() if event.date else 0


def _amount(item: Statistic) -> float:
    return max((abs(number) for number in (item.value, item.high, item.low) if number), default=0)
