"""Undo and redo bring back every briefing on the way, whatever the edits were."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing, Card
from briefer.storyboard.edits import Edit
from briefer.storyboard.history import LIMIT, History

Choice = Callable[[Briefing, int, int], Edit]


def _at(briefing: Briefing, number: int) -> int:
    """Return a flat index of the briefing for any number."""
    return number % len(briefing.cards)


NEEDS_CARDS: list[Choice] = [
    lambda b, i, j: edits.delete_cards(b, {_at(b, i), _at(b, j)}),
    lambda b, i, j: edits.move_card(b, _at(b, i), _at(b, j)),
    lambda b, i, j: edits.move_to_section(b, [_at(b, i)], j % len(b.sections)),
    lambda b, i, j: edits.duplicate_cards(b, [_at(b, i)]),
    lambda b, i, j: edits.set_title(b, _at(b, i), f"Title {j}"),
    lambda b, i, j: edits.set_words(b, _at(b, i), "ask", "" if j % 2 else "Decide"),
    lambda b, i, j: edits.set_option(b, _at(b, i), "list", bool(j % 2)),
    lambda b, i, j: edits.add_records(b, _at(b, i), [f"event/{j}"]),
    lambda b, i, j: edits.change_kind(b, _at(b, i), "event" if j % 2 else "quote"),
]
ALWAYS: list[Choice] = [
    lambda b, i, j: edits.add_card(b, Card("event", title=f"{j}"), i % (len(b.cards) + 1)),
    lambda b, i, j: edits.set_briefing(b, title=f"Briefing {j}"),
    lambda b, i, j: edits.add_section(b, i % (len(b.cards) + 1), f"Section {j}"),
]
NEEDS_SECTIONS: list[Choice] = [
    lambda b, i, j: edits.rename_section(b, i % len(b.sections), f"Part {j}"),
    lambda b, i, j: edits.delete_section(b, i % len(b.sections)),
]


def choices_of(briefing: Briefing) -> list[Choice]:
    """Return the edits that this briefing allows."""
    cards = NEEDS_CARDS if briefing.cards else []
    return ALWAYS * 3 + cards + (NEEDS_SECTIONS if briefing.sections else [])


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_as_many_undos_as_edits_give_the_start(numbers: list[tuple[int, int, int]]) -> None:
    """Undoing everything gives the start, step by step; redoing everything gives the end."""
    start = Briefing("Start")
    history = History(start)
    seen = [start]
    for pick, i, j in numbers:
        choices = choices_of(history.briefing)
        edit = choices[pick % len(choices)](history.briefing, i, j)
        history = history.do(edit)
        if edit.briefing != seen[-1]:
            seen.append(edit.briefing)
        assert history.focus is None or history.focus < len(history.briefing.cards)
    end = history
    for expected in reversed(seen[:-1]):
        history = history.undo()
        assert history.briefing == expected
        assert history.focus is None or history.focus < len(history.briefing.cards)
    assert not history.undo_label
    assert history.undo() == history
    for expected in seen[1:]:
        history = history.redo()
        assert history.briefing == expected
        assert history.focus is None or history.focus < len(history.briefing.cards)
    assert not history.redo_label
    assert history.briefing == end.briefing


def _three_cards() -> History:
    """Return a history whose briefing has three cards and whose past is empty."""
    briefing = Briefing("Start")
    for name in "abc":
        briefing = edits.add_card(briefing, Card("event", title=name)).briefing
    return History(briefing)


def test_typing_in_one_field_is_one_step() -> None:
    """Edits with the same merge key are undone together; another field is another step."""
    history = _three_cards()
    start = history.briefing
    for typed in ("F", "Fe", "Fen"):
        history = history.do(edits.set_title(history.briefing, 0, typed), "title 0")
    history = history.do(edits.set_title(history.briefing, 1, "X"), "title 1")
    assert history.undo_label == "Edit title of slide 2"
    history = history.undo()
    assert history.briefing.cards[0].title == "Fen"
    assert history.undo().briefing == start


def test_a_settled_field_begins_a_new_step() -> None:
    """After a pause, or after undo, typing in the same field is a step of its own."""
    history = _three_cards()
    history = history.do(edits.set_title(history.briefing, 0, "F"), "title 0").settled()
    history = history.do(edits.set_title(history.briefing, 0, "Fe"), "title 0")
    assert history.undo().briefing.cards[0].title == "F"
    again = history.undo()
    again = again.do(edits.set_title(again.briefing, 0, "Fo"), "title 0")
    assert again.undo().briefing.cards[0].title == "F"


def test_typing_taken_back_leaves_no_step() -> None:
    """Merged edits that end where they began leave nothing to undo."""
    history = _three_cards()
    for typed in ("ab", "a"):
        history = history.do(edits.set_title(history.briefing, 0, typed), "title 0")
    assert history.undo_label == ""


def test_an_edit_that_changes_nothing_keeps_what_was_undone() -> None:
    """Dropping a card where it was neither adds a step nor loses the redo."""
    history = _three_cards()
    undone = history.do(edits.move_card(history.briefing, 0, 2)).undo()
    same = undone.do(edits.move_card(undone.briefing, 1, 1))
    assert same.redo_label == "Move slide 1"
    assert same.focus == 1


def test_a_new_edit_drops_what_was_undone() -> None:
    """After undo and another edit there is nothing to redo."""
    history = _three_cards()
    history = history.do(edits.set_title(history.briefing, 0, "X")).undo()
    history = history.do(edits.delete_cards(history.briefing, [1]))
    assert history.redo_label == ""
    assert history.undo_label == "Delete slide 2"


def test_undo_selects_what_it_changed() -> None:
    """Undo of a move follows the card, of a deletion shows it again, of an addition its place."""
    history = _three_cards()
    assert history.do(edits.move_card(history.briefing, 2, 0)).undo().focus == 2
    assert history.do(edits.delete_cards(history.briefing, [1])).undo().focus == 1
    added = history.do(edits.add_card(history.briefing, Card("quote"), 3))
    assert added.undo().focus == 2
    assert added.undo().redo().focus == 3
    assert history.do(edits.set_title(history.briefing, 1, "X")).undo().focus == 1


def test_the_oldest_steps_are_forgotten() -> None:
    """No more than the limit can be undone."""
    history = History(Briefing("0"))
    for number in range(1, LIMIT + 11):
        history = history.do(edits.set_briefing(history.briefing, title=str(number)))
    for _ in range(LIMIT + 50):
        history = history.undo()
    assert history.briefing.title == "10"


def test_whether_anything_was_done_since() -> None:
    """An edit taken back is something done; leaving a field is not."""
    first = Briefing(title="A")
    asked = History(first).do(edits.set_briefing(first, title="B"), "title")
    assert asked.settled().stands_as(asked)
    assert not asked.undo().redo().stands_as(asked)
    assert not asked.do(edits.set_briefing(asked.briefing, title="C")).stands_as(asked)
