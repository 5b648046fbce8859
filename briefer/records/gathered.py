"""The records that slides need, gathered from a store: by id, and by what points at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefer.records.base import Record, Ref


class Gathered(Mapping[Ref, Record]):
    """A read-only mapping from id to record, in id order; equal and hashable by value.

    `compared` tells of statements whether their words stand in the text of their source, for those
    whose source's text is held; others are not in it.
    """

    def __init__(
        self, records: Iterable[Record] = (), *, compared: Mapping[Ref, bool] | None = None
    ) -> None:
        by_id = {record.id: record for record in records}
        self._records = {ref: by_id[ref] for ref in sorted(by_id)}
        pointing: dict[Ref, list[Record]] = {}
        for record in self._records.values():
            for ref in dict.fromkeys(record.links()):
                pointing.setdefault(ref, []).append(record)
        self._pointing = {ref: tuple(records) for ref, records in pointing.items()}
        self.compared = MappingProxyType(dict(sorted((compared or {}).items())))
        self._hash = hash((tuple(self._records.values()), tuple(self.compared.items())))

    def __getitem__(self, ref: Ref) -> Record:
        """Return the record of this id; raise KeyError where it was not gathered."""
        return self._records[ref]

    def __iter__(self) -> Iterator[Ref]:
        """Iterate over the ids in order."""
        return iter(self._records)

    def __len__(self) -> int:
        """Return how many records were gathered."""
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        """Return whether the other holds the same records."""
        if isinstance(other, Gathered):
            return self._records == other._records and self.compared == other.compared
        return NotImplemented

    def __hash__(self) -> int:
        """Return a hash of the records."""
        return self._hash

    def pointing_at(self, ref: Ref) -> tuple[Record, ...]:
        """Return the gathered records whose links name this one, in id order."""
        return self._pointing.get(ref, ())
