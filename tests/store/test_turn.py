"""Changes of records are taken back and done again, wholly or not at all."""

from __future__ import annotations

import dataclasses

import pytest

from briefer.errors import ConflictError, StoreError
from briefer.records import Event
from briefer.records.turn import TextTurn, Turn
from briefer.store import Store
from briefer.store.texts import MOST_KEPT
from tests.store.library import CARTEL, EXTRADITION, HEADS, LEADER, MEXICO, NOTE


def _titled(store: Store, title: str) -> Turn:
    """Give the extradition another title and return what that did."""
    old = store.get(EXTRADITION.id)
    assert isinstance(old, Event)
    new = store.save(dataclasses.replace(old, title=title))
    return Turn(old.id, old.revision, new.revision)


def test_edits_are_undone_and_redone_in_any_number(store: Store) -> None:
    """Two edits back and forth again: what is said is what was said then."""
    turns = [_titled(store, "One"), _titled(store, "Two")]
    said = []
    for turn in (turns[1].back, turns[0].back, turns[0], turns[1]):
        store.turn((turn,))
        said.append(store.get(EXTRADITION.id).label)
    assert said == ["One", EXTRADITION.title, "One", "Two"]


def test_an_edit_made_elsewhere_is_not_overwritten(store: Store) -> None:
    """A step over a record that says something else by now is refused; nothing is written."""
    turn = _titled(store, "One")
    _titled(store, "Somebody else's")
    before = store.history(EXTRADITION.id)
    with pytest.raises(ConflictError, match="event/extradition was changed since"):
        store.turn((turn.back,))
    assert store.history(EXTRADITION.id) == before


def test_a_new_record_goes_and_comes_again(store: Store) -> None:
    """Undoing an addition bins the record; doing it again brings it back."""
    copy = store.duplicate(EXTRADITION.id)
    turn = Turn(copy.id, None, copy.revision)
    store.turn((turn.back,))
    assert [one.record.id for one in store.bin()] == [copy.id]
    store.turn((turn,))
    assert store.get(copy.id).label == copy.label
    with pytest.raises(ConflictError):
        store.turn((turn,))


def test_a_merge_is_undone_whole(store: Store) -> None:
    """Both records are there again, and what named the one names it again."""
    before = {ref: store.get(ref) for ref in (CARTEL.id, LEADER.id, HEADS.id)}
    naming = store.naming(LEADER.id)
    assert HEADS.id in naming
    old = {ref: store.get(ref) for ref in (MEXICO.id, LEADER.id, *naming)}
    store.merge(MEXICO.id, LEADER.id)
    turns = tuple(
        Turn(ref, record.revision, record.revision + 1 if ref in store.get_many([ref]) else None)
        for ref, record in old.items()
    )
    store.turn([turn.back for turn in turns])
    for ref, record in before.items():
        assert dataclasses.replace(store.get(ref), revision=record.revision) == dataclasses.replace(
            record, changed_at=store.get(ref).changed_at
        )
    store.turn(turns)
    with pytest.raises(StoreError, match="is in the bin"):
        store.get(LEADER.id)


def test_what_names_a_record_is_told(store: Store) -> None:
    """Sources are named by what cites them."""
    assert EXTRADITION.id in store.naming(NOTE.id)
    assert store.naming("source/nowhere") == ()


def _attached(store: Store, words: str) -> str:
    """Attach a text to the note and return its digest."""
    return store.attach_text(NOTE.id, words, name="note.txt").digest


def test_texts_go_back_and_forth(store: Store) -> None:
    """A text replaced or detached comes back word for word, with the time it was attached."""
    one = _attached(store, "First words")
    first = store.text_of(NOTE.id)
    two = _attached(store, "Second words")
    store.detach_text(NOTE.id)
    steps = [
        TextTurn(NOTE.id, None, one),
        TextTurn(NOTE.id, one, two),
        TextTurn(NOTE.id, two, None),
    ]
    for step in reversed(steps):
        store.turn((step.back,))
        if step.old == one:
            assert store.text_of(NOTE.id) == first
    assert store.text_of(NOTE.id) is None
    for step in steps[:2]:
        store.turn((step,))
    held = store.text_of(NOTE.id)
    assert held
    assert held.text == "Second words"


def test_a_text_attached_elsewhere_is_not_overwritten(store: Store) -> None:
    """A step over a text that is another by now is refused, as is one to a text nobody kept."""
    one = _attached(store, "First words")
    two = _attached(store, "Second words")
    with pytest.raises(ConflictError, match="changed since"):
        store.turn((TextTurn(NOTE.id, one, None),))
    for turn in (TextTurn(NOTE.id, two, "0" * 64), TextTurn(EXTRADITION.id, None, one)):
        with pytest.raises(ConflictError):
            store.turn((turn,))
    held = store.text_of(NOTE.id)
    assert held
    assert held.text == "Second words"


def test_only_the_texts_kept_last_come_back(store: Store) -> None:
    """A store does not grow by every text that a source ever had."""
    digests = [_attached(store, f"Words {number}") for number in range(MOST_KEPT + 2)]
    with pytest.raises(ConflictError):
        store.turn((TextTurn(NOTE.id, digests[-1], digests[0]),))
    store.turn((TextTurn(NOTE.id, digests[-1], digests[1]),))
