"""Which records a set of slides needs, followed from the ones that the user picked.

In: ids and the store's reader. Out: records. A report that forgets a citation one level
down is the commonest fault of such tools; so the sources of every record gathered come along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefer.records import Record, Ref, Source
from briefer.records.fields import type_of
from briefer.store.reading import Reader

Fetch = Callable[[Iterable[Ref]], dict[Ref, Record]]

_LEVELS = 2
_MOST_POINTING = 500
"""Of each type, at one record: of a million, fifty thousand may name one state, and all of them
would be read after every edit of a slide that shows it."""


def gathered_records(refs: Iterable[Ref], reader: Reader) -> tuple[Record, ...]:
    """Return the records named, what they link two levels down, what points at them, all sources.

    What points at a named source is left out: it is the whole library. Records that point here
    bring what they link themselves (a relation's other actor, an event's participants). Of very
    many that point at one record the first of each type come along (`Reader.around`).
    """
    fetch = reader.get_many
    named = fetch(refs)
    subjects = [ref for ref, record in named.items() if not isinstance(record, Source)]
    found = dict(named)
    _follow(found, named, fetch, levels=_LEVELS)
    around = reader.around(subjects, most=_MOST_POINTING)
    pointing = fetch(ref for ref in around if ref not in named)
    found.update(pointing)
    _follow(found, pointing, fetch, levels=1)
    sources = {ref for record in found.values() for ref in record.links() if _is_source(ref)}
    found.update(fetch(sources - found.keys()))
    # A source may itself be cited from another source; those are few and end quickly.
    _follow(found, {ref: found[ref] for ref in sources if ref in found}, fetch, levels=_LEVELS)
    return tuple(found[ref] for ref in sorted(found))


def _follow(
    found: dict[Ref, Record], start: dict[Ref, Record], fetch: Fetch, *, levels: int
) -> None:
    level = start
    for _ in range(levels):
        wanted = {ref for record in level.values() for ref in record.links()}
        level = fetch(sorted(wanted - found.keys()))
        found.update(level)


def _is_source(ref: Ref) -> bool:
    return type_of(ref) == Source.type
