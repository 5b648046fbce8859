"""Changes of records stand among the steps of a briefing."""

from __future__ import annotations

from briefer.records.turn import Turn
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Card
from briefer.storyboard.history import History


def _three_cards() -> History:
    """Return a history whose briefing has three cards and whose past is empty."""
    briefing = Briefing("Start")
    for name in "abc":
        briefing = edits.add_card(briefing, Card("event", title=name)).briefing
    return History(briefing)


def test_a_change_of_records_is_a_step_between_edits() -> None:
    """It is undone in its turn, by its name, and leaves the briefing as it is."""
    turns = (Turn("event/a", 1, 2),)
    history = _three_cards()
    history = history.do(edits.set_title(history.briefing, 0, "F"))
    history = history.note("Edit record “A”", turns)
    assert history.undo_label == "Edit record “A”"
    undone = history.undo()
    assert undone.briefing == history.briefing
    assert undone.future[-1].turns is turns
    assert undone.redo().past[-1].turns is turns
    assert undone.undo().briefing.cards[0].title == "a"


def test_a_step_over_records_that_cannot_be_followed_is_put_back_or_forgotten() -> None:
    """Put back where the library is busy, forgotten where the record says something else now."""
    turns = (Turn("event/a", 1, 2),)
    history = _three_cards().note("Edit record “A”", turns)
    assert history.undo().unfollowed(turns) == history
    assert not history.undo().without(turns).redo_label
    moved = edits.set_title(history.briefing, 0, "F")
    assert history.undo().do(moved).unfollowed(turns).undo_label == moved.label
