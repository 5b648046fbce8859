"""Reading a file of sources and keeping what was chosen of it, as plain functions for lanes.

In: a path, an open store. Out: a plan to look at, and a `Done` that one undo takes back. Must not
know: widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefer.bibliography.items import MOST_BYTES
from briefer.bibliography.plan import Choice, Plan, plan_import, records_of, turns_of
from briefer.bibliography.reading import read_bibliography
from briefer.errors import BibliographyError, CancelledError
from briefer.records import Ref, Source
from briefer.store import Store
from briefer.store.trying import problem_of
from briefer.ui.records.work import Done
from briefer.ui.tasks import Steps

NOT_READ = "The file was not read to its end."
_TOLD_EVERY = 50


@dataclass(frozen=True)
class Library:
    """What a file is compared with: the sources that there are, and the ids that are taken."""

    sources: tuple[Source, ...]
    taken: frozenset[Ref]


def library_of(store: Store) -> Library:
    """Return what a file of sources is compared with."""
    sources = tuple(one for one in store.all("source") if isinstance(one, Source))
    return Library(sources, frozenset(binned.record.id for binned in store.bin()))


def read_plan(path: Path, library: Library, steps: Steps) -> Plan:
    """Return what importing a file would do.

    Raise BibliographyError where it cannot be read, CancelledError where the user cancelled.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise BibliographyError(
            f"{path.name} cannot be read: {error.strerror}.", hint="Choose another file."
        ) from error
    hear = partial(_stop_if_cancelled, steps)
    whole = read_bibliography(data, path.name, step=_half(steps, 0), hear=hear)
    step, count = _half(steps, 1), len(whole.items)
    behind = iter(range(count + 1))

    def look_at(source: Source) -> str:
        step(next(behind), count)
        return problem_of(source)

    return plan_import(whole, library.sources, taken=library.taken, problem_of=look_at)


def _half(steps: Steps, half: int) -> Callable[[int, int], None]:
    """Return what tells of the progress in a half of the work, and stops it where cancelled."""

    def step(done: int, total: int) -> None:
        _stop_if_cancelled(steps)
        if done % _TOLD_EVERY == 0:
            steps.progress(half * total + done, 2 * total)

    return step


def _stop_if_cancelled(steps: Steps) -> None:
    if steps.cancelled():
        raise CancelledError(NOT_READ)


def import_sources(store: Store, plan: Plan, choices: Mapping[int, Choice], *, by: str) -> Done:
    """Keep what the choices make of a plan, all or nothing, as one step.

    Raise ConflictError where a source was changed since the plan was made.
    """
    kept = store.keep_all(records_of(plan, choices), by=by)
    added = sum(record.id not in plan.known for record in kept)
    changed = len(kept) - added
    told = [f"{counted(added)} added"] if added else []
    told += [f"{counted(changed)} changed"] if changed else []
    words = f"{' and '.join(told)} from {plan.bibliography.name}. One undo takes all of it back."
    return Done(None, f"Import {counted(len(kept))}", turns_of(plan, kept), told=words)


def counted(number: int) -> str:
    """Return a number of sources in words: "1 source", "12 sources"."""
    return f"{number:,} {'source' if number == 1 else 'sources'}"
