"""Undo and redo: past and future briefings, kept whole, so that there is nothing to invert.

In: edits, and what was done to records beside them. Out: the briefing as it stands, and the labels
of the next undo and redo. Must not know: what the edits do, how records are kept, windows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefer.records.turn import AnyTurn
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.edits import Edit

LIMIT = 200
"""How many steps can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """An edit's label, the briefing on its far side, and the card it touched.

    `turns` is what it did to records of the library, which whoever holds the store follows.
    """

    label: str
    briefing: Briefing
    focus: int | None
    turns: tuple[AnyTurn, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """A briefing, the steps that led to it and those undone. `focus` is the card to select."""

    briefing: Briefing
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    focus: int | None = None
    merge_key: str | None = None

    def do(self, edit: Edit, merge_key: str | None = None) -> History:
        """Return the history after an edit; one with the last one's merge key is the same step.

        An edit that changes nothing is no step, nor are merged edits that end where they began.
        """
        if edit.briefing == self.briefing:
            return replace(self, focus=edit.focus)
        past = (*self.past, Step(edit.label, self.briefing, edit.focus))[-LIMIT:]
        if merge_key is not None and merge_key == self.merge_key and self.past:
            begun = self.past[-1].briefing
            past = (*self.past[:-1], Step(edit.label, begun, edit.focus))
            if begun == edit.briefing:
                return History(begun, self.past[:-1], focus=edit.focus)
        return History(edit.briefing, past, focus=edit.focus, merge_key=merge_key)

    def note(self, label: str, turns: tuple[AnyTurn, ...]) -> History:
        """Return the history after a change of records, which is a step like any other."""
        past = (*self.past, Step(label, self.briefing, None, turns))[-LIMIT:]
        return History(self.briefing, past, focus=None)

    def without(self, turns: tuple[AnyTurn, ...]) -> History:
        """Return the history without the step over these records: it cannot be followed."""
        return replace(
            self,
            past=tuple(step for step in self.past if step.turns is not turns),
            future=tuple(step for step in self.future if step.turns is not turns),
        )

    def unfollowed(self, turns: tuple[AnyTurn, ...]) -> History:
        """Return the history as before the last undo or redo of a step that was not followed.

        Where something else was done since, the step is gone.
        """
        if self.future and self.future[-1].turns is turns:
            return self.redo()
        if self.past and self.past[-1].turns is turns:
            return self.undo()
        return self.without(turns)

    def settled(self) -> History:
        """Return the history whose next edit is a step of its own (the field was left)."""
        return replace(self, merge_key=None)

    def undo(self) -> History:
        """Return the history one step back, or itself when there is nothing to undo."""
        if not self.past:
            return self
        step = self.past[-1]
        future = (*self.future, replace(step, briefing=self.briefing))
        focus = None if step.turns else _changed(self.briefing, step.briefing, step.focus)
        return History(step.briefing, self.past[:-1], future, focus)

    def redo(self) -> History:
        """Return the history one step forward, or itself when nothing was undone."""
        if not self.future:
            return self
        step = self.future[-1]
        past = (*self.past, replace(step, briefing=self.briefing))
        return History(step.briefing, past, self.future[:-1], _within(step.focus, step.briefing))

    def stands_as(self, earlier: History) -> bool:
        """Return whether nothing was done, undone or redone since an earlier history."""
        return (
            self.briefing == earlier.briefing
            and self.past is earlier.past
            and self.future is earlier.future
        )

    @property
    def undo_label(self) -> str:
        """The label of the step that `undo` takes back, or ""."""
        return self.past[-1].label if self.past else ""

    @property
    def redo_label(self) -> str:
        """The label of the step that `redo` does again, or ""."""
        return self.future[-1].label if self.future else ""


def _within(focus: int | None, briefing: Briefing) -> int | None:
    """Return the index of a card, None where the briefing has no such card: a journal may lie."""
    return focus if focus is not None and focus < len(briefing.cards) else None


def _changed(old: Briefing, new: Briefing, focus: int | None) -> int | None:
    """Return the index in `new` of the card that an undone edit had changed, brought or taken."""
    if not new.cards:
        return None
    if len(new.cards) == len(old.cards):
        focus = _within(focus, old)
        moved = focus is not None and old.cards[focus] in new.cards
        return new.cards.index(old.cards[focus]) if moved and focus is not None else focus
    pairs = zip(old.cards, new.cards, strict=False)
    first = next((index for index, (was, now) in enumerate(pairs) if was != now), None)
    return min(len(old.cards) if first is None else first, len(new.cards) - 1)
