"""A process that works on a store until it is killed; each thing done is told through a pipe.

Run as `python -m tests.store.child WORK STORE [WORD]`. A line "begin" comes before the work, and a
line after each step that was acknowledged.
"""

from __future__ import annotations

import dataclasses
import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from briefer.records import Actor, Citation, Event, Locator, Participant
from briefer.store import Store
from briefer.store.backups import backup_folder, backups_of, make_backup
from briefer.store.restoring import restore_backup

ROOT = Path(__file__).resolve().parents[2]
CITED = (Citation("source/note", Locator("note", "35")),)


def start(work: str, store: Path, word: str = "") -> subprocess.Popen[str]:
    """Start a process that does some work on a store; return it once it begins."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.child", work, str(store), word],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert next_line(process) == "begin"
    return process


def next_line(process: subprocess.Popen[str]) -> str:
    """Return what a process tells next."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def labels_after(steps: int, word: str) -> dict[str, str]:
    """Return the labels that the records of `change` have after so many of its steps, by id."""
    labels: dict[str, str] = {}
    for step in range(steps):
        actor, event = _refs(word, step)
        if step % 4 == 0:
            labels[actor] = f"{word} actor {step}"
        elif step % 4 == 1:
            labels[actor] = f"{word} renamed {step}"
        elif step % 4 == 2:
            labels[event] = f"{word} event {step}"
        elif step % 8 == 3:
            labels[event] = f"{word} retold {step}"
        else:
            del labels[event]
    return labels


def _refs(word: str, step: int) -> tuple[str, str]:
    """Return the ids of the actor and the event that a step is about."""
    return f"actor/{word}-{step // 4}", f"event/{word}-{step // 4}"


def change(path: Path, word: str) -> None:
    """Add, rename and delete records without end; see `labels_after`."""
    with Store.open(path, timeout=30) as store:
        _tell("begin")
        for step in itertools.count():
            actor, event = _refs(word, step)
            if step % 4 == 0:
                new = Actor(
                    id=actor, name=f"{word} actor {step}", actor_type="person", citations=CITED
                )
                store.add(new, by="child")
            elif step % 4 == 1:
                store.save(dataclasses.replace(new, name=f"{word} renamed {step}"), by="child")
            elif step % 4 == 2:
                happened = Event(
                    id=event,
                    title=f"{word} event {step}",
                    event_type="publication",
                    actors=(Participant(actor, "participant"),),
                    citations=CITED,
                )
                store.add(happened, by="child")
            elif step % 8 == 3:
                retold = dataclasses.replace(happened, title=f"{word} retold {step}")
                store.save(retold, by="child")
            else:
                store.delete(event, by="child")
            _tell(str(step))


def count(path: Path, word: str) -> None:
    """Add a hundred actors of a name, one by one, and rename each of them; then end."""
    with Store.open(path, timeout=30) as store:
        _tell("begin")
        for number in range(100):
            new = Actor(
                id=f"actor/{word}-{number}", name=word, actor_type="person", citations=CITED
            )
            store.add(new, by=word)
            again = dataclasses.replace(new, aliases=(f"{word} {number}",))
            store.save(again, by=word)


def upgrade(path: Path, _word: str) -> None:
    """Open a store, which upgrades it."""
    _tell("begin")
    Store.open(path).close()
    _tell("done")


def restore(path: Path, _word: str) -> None:
    """Restore the newest backup without end."""
    _tell("begin")
    while True:
        kept = restore_backup(backups_of(path)[0], path)
        _tell(kept.name if kept else "none")


def back_up(path: Path, _word: str) -> None:
    """Make backups without end."""
    _tell("begin")
    while True:
        _tell(make_backup(path, backup_folder(path)).name)


WORKS: Mapping[str, Callable[[Path, str], None]] = {
    "change": change,
    "count": count,
    "upgrade": upgrade,
    "back_up": back_up,
    "restore": restore,
}


def _tell(line: str) -> None:
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    WORKS[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
