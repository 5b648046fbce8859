"""All kinds of work that are killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.crash.briefings import Briefings, Preferences
from tests.crash.exports import Decks, Pictures, Reports
from tests.crash.harness import Kind, Server, Tally, kill
from tests.crash.libraries import Care, Edits, FirstRuns, Imports, Packs, Upgrades

Make = Callable[[Path], Kind]

KINDS: Mapping[str, tuple[Make, ...]] = {
    "record edits": (Edits,),
    "briefing saves": (Briefings,),
    "exports": (
        lambda folder: Decks(folder, "deck, command line"),
        lambda folder: Pictures(folder, new=False),
        lambda folder: Pictures(folder, new=True),
        lambda folder: Decks(folder, "deck, pipeline"),
        lambda folder: Decks(folder, "PDF"),
        Reports,
    ),
    "imports": (Imports, Packs),
    "upgrades and care": (Upgrades, FirstRuns, Care),
    "settings": (Preferences,),
}
"""What makes each kind, in a folder of its own, by what it belongs to."""


def kill_all(
    group: str, folder: Path, served: Server, *, times: int, seed: int, most: int | None = None
) -> Iterator[Tally]:
    """Kill so often what belongs to a group, its kinds alike often; yield a tally of each.

    `most` kinds are taken, all unless told.
    """
    kinds = KINDS[group][:most]
    for number, make in enumerate(kinds):
        each = -(-times // len(kinds))
        yield kill(make(folder / f"{group} {number}"), served, times=each, seed=seed)
