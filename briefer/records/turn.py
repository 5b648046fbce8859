"""What a change did to a record, so that it can be taken back and done again.

In: revisions of a record. Out: nothing; a value. Must not know: who keeps records, or steps.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefer.records.base import Ref


@dataclass(frozen=True, slots=True)
class Turn:
    """A record said what it said at revision `old`, and then what it says at `new`.

    None: there was no such record, or it lay in the bin.
    """

    ref: Ref
    old: int | None
    new: int | None

    @property
    def back(self) -> Turn:
        """The way back."""
        return Turn(self.ref, self.new, self.old)
