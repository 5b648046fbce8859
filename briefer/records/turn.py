"""What a change did to a record, or to the text of a source: to be taken back and done again.

In: revisions of a record, digests of texts. Out: nothing; values. Must not know: who keeps
records, or steps.
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


@dataclass(frozen=True, slots=True)
class TextTurn:
    """A source had the text of the digest `old`, and then the one of `new`.

    None: it had no text.
    """

    ref: Ref
    old: str | None
    new: str | None

    @property
    def back(self) -> TextTurn:
        """The way back."""
        return TextTurn(self.ref, self.new, self.old)


AnyTurn = Turn | TextTurn
"""What a step can do beside the briefing."""
