"""The records of a briefing, read again only where the briefing asks for others, or they changed.

In: a store, in its thread; a briefing and the records its file brought. Out: the very same records
as last time as long as they stand, so that an edit of words reads nothing. Must not know: widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.pipeline import gather, wanted_refs
from briefer.records import Record
from briefer.records.base import Ref
from briefer.records.gathered import Gathered
from briefer.store import Store
from briefer.storyboard.briefing import Briefing


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read: from which store, as it stood when, for which briefing."""

    store: Store
    version: int
    wanted: Sequence[Ref]
    snapshot: Sequence[Record]
    records: Gathered


class Gathering:
    """Reads the records of one briefing; belongs to the thread of the store that is read."""

    def __init__(self) -> None:
        self._known: _Known | None = None

    def read(self, store: Store, briefing: Briefing, snapshot: Sequence[Record]) -> Gathered:
        """Return the records that a briefing needs as `pipeline.gather` does."""
        # Asked first: a change that comes while they are read is found out the next time.
        version, wanted, known = store.version, wanted_refs(briefing), self._known
        if (
            known is None
            or known.store is not store
            or known.version != version
            or known.wanted != wanted
            or known.snapshot != snapshot
        ):
            records = gather(store, briefing, snapshot)
            known = self._known = _Known(store, version, wanted, snapshot, records)
        return known.records
