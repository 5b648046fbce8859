"""Changes of a library in steps, and what each of them leaves.

In: an open library, a word that no other records have. Out: the library changed. `expected` says
what is there after so many steps, in words that `found` reads off a library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from briefer.records import Actor, Citation, Event, Participant, Source
from briefer.records.turn import Turn
from briefer.store import Store

BY = "Somebody"
_LONG = "Words of a source that is some pages long. " * 300


def _source(word: str) -> str:
    return f"source/{word}"


def _actor(word: str) -> str:
    return f"actor/{word}"


def _other(word: str) -> str:
    return f"actor/{word}-other"


def _event(word: str) -> str:
    return f"event/{word}"


def _new_actor(word: str, ref: str, name: str) -> Actor:
    return Actor(id=ref, name=name, actor_type="person", citations=(Citation(_source(word)),))


def add_source(store: Store, word: str) -> None:
    """Add a source."""
    store.add(Source(id=_source(word), csl_type="report", title=f"{word} source"), by=BY)


def attach(store: Store, word: str) -> None:
    """Attach a text to the source."""
    store.attach_text(_source(word), f"{word} first. {_LONG}", name="first.txt")


def add_actor(store: Store, word: str) -> None:
    """Add an actor that cites the source."""
    store.add(_new_actor(word, _actor(word), f"{word} actor"), by=BY)


def rename(store: Store, word: str) -> None:
    """Give the actor another name."""
    record = store.get(_actor(word))
    assert isinstance(record, Actor)
    store.save(replace(record, name=f"{word} renamed"), by=BY)


def undo(store: Store, word: str) -> None:
    """Take the other name back, as undo in the window does."""
    store.turn([Turn(_actor(word), 1, 2).back], by=BY)


def add_event(store: Store, word: str) -> None:
    """Add an event with the actor in it."""
    event = Event(
        id=_event(word),
        title=f"{word} event",
        event_type="publication",
        actors=(Participant(_actor(word), "participant"),),
        citations=(Citation(_source(word)),),
    )
    store.add(event, by=BY)


def delete(store: Store, word: str) -> None:
    """Put the event into the bin."""
    store.delete(_event(word), by=BY)


def restore(store: Store, word: str) -> None:
    """Take the event out of the bin."""
    store.restore(_event(word), by=BY)


def attach_again(store: Store, word: str) -> None:
    """Attach another text in the place of the first."""
    store.attach_text(_source(word), f"{word} second. {_LONG}", name="second.txt")


def add_other(store: Store, word: str) -> None:
    """Add another actor."""
    store.add_all((_new_actor(word, _other(word), f"{word} other"),), by=BY)


def merge(store: Store, word: str) -> None:
    """Make the two actors one."""
    store.merge(_actor(word), _other(word), by=BY)


EDITS: tuple[Callable[[Store, str], None], ...] = (
    add_source,
    attach,
    add_actor,
    rename,
    undo,
    add_event,
    delete,
    restore,
    attach_again,
    add_other,
    merge,
)


def expected(steps: int, word: str) -> dict[str, str]:
    """Return what is there after so many steps: labels of records by id, beginnings of texts."""
    there: dict[str, str] = {}
    for step in range(steps):
        _leave(there, EDITS[step % len(EDITS)], f"{word}-{step // len(EDITS)}")
    return there


def _leave(there: dict[str, str], edit: Callable[[Store, str], None], word: str) -> None:
    """Change what is there as a step does."""
    added: Mapping[Callable[[Store, str], None], tuple[str, str]] = {
        add_source: (_source(word), f"{word} source"),
        attach: (f"text of {_source(word)}", f"{word} first. "),
        add_actor: (_actor(word), f"{word} actor"),
        rename: (_actor(word), f"{word} renamed"),
        undo: (_actor(word), f"{word} actor"),
        add_event: (_event(word), f"{word} event"),
        restore: (_event(word), f"{word} event"),
        attach_again: (f"text of {_source(word)}", f"{word} second. "),
        add_other: (_other(word), f"{word} other"),
    }
    if edit in added:
        ref, says = added[edit]
        there[ref] = says
    else:
        del there[_event(word) if edit is delete else _other(word)]


def found(path: Path) -> dict[str, str]:
    """Return what of the steps is in a library; each text is there to its last word."""
    there: dict[str, str] = {}
    with Store.open(path) as store:
        for record in store.all():
            if record.origin == "user":
                there[record.id] = record.label
                text = store.text_of(record.id) if isinstance(record, Source) else None
                if text is not None:
                    start, _, rest = text.text.partition("Words of")
                    assert f"Words of{rest}".strip() == _LONG.strip(), "a text lacks words"
                    there[f"text of {record.id}"] = start
    return there
