"""Which actors go on a network slide: those chosen, then their neighbours; who is between two.

In: a network and the chosen nodes. Out: a `Choice`, a path. Must not know: widgets.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.ui.network.graph import Network, Node

MOST_ON_SLIDE = 12
"""How many actors a network slide takes."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The actors for a slide, chosen ones first, and those for which there is no room."""

    taken: tuple[Node, ...] = ()
    left: tuple[Node, ...] = ()

    @property
    def words(self) -> str:
        """What the button says."""
        if len(self.taken) == 1:
            return "Add actor slide"
        return f"Add network slide, {len(self.taken)} actors" if self.taken else "Add network slide"

    @property
    def left_words(self) -> str:
        """Which actors were left out: "Left out of 17: China, Mexico and 3 more"."""
        if not self.left:
            return ""
        names = [node.name for node in self.left[:_NAMED]]
        more = len(self.left) - len(names)
        told = ", ".join(names)
        told = f"{told} and {more} more" if more else " and ".join(told.rsplit(", ", 1))
        whole = len(self.taken) + len(self.left)
        return f"The best connected {len(self.taken)} of {whole}; without {told}."


def path_between(network: Network, start: int, end: int) -> tuple[int, ...]:
    """Return the nodes of a shortest way between two, both included; none where there is none."""
    came: dict[int, int] = {start: start}
    waiting = deque([start])
    while waiting and end not in came:
        row = waiting.popleft()
        for other in network.neighbours(row):
            if other not in came:
                came[other] = row
                waiting.append(other)
    if end not in came:
        return ()
    path = [end]
    while path[-1] != start:
        path.append(came[path[-1]])
    return tuple(reversed(path))


def choice_of(network: Network, rows: Sequence[int], *, neighbours: bool) -> Choice:
    """Return the chosen actors and, where wanted, their neighbours, the closest first.

    A neighbour is closer the more of the chosen ones it is tied to.
    """
    chosen = list(dict.fromkeys(rows))
    near: dict[int, int] = {}
    if neighbours:
        for row in chosen:
            for other in network.neighbours(row):
                near[other] = near.get(other, 0) + 1
    order = sorted((row for row in near if row not in chosen), key=lambda row: (-near[row], row))
    nodes = tuple(network.nodes[row] for row in (*chosen, *order))
    return Choice(nodes[:MOST_ON_SLIDE], nodes[MOST_ON_SLIDE:])
