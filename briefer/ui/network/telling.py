"""What the network says of itself: how much it shows of how much, and why where it is empty.

In: a network, what was asked. Out: plain words. Must not know: widgets.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefer.errors import BrieferError
from briefer.ui.library.facts import TYPE_WORDS
from briefer.ui.library.finding import Ask
from briefer.ui.network.graph import Network

_TYPES = {"actor", "relation"}


def is_about_others(ask: Ask) -> bool:
    """Return whether only types are wanted that have no place in a network."""
    return bool(ask.types) and not _TYPES & set(ask.types)


def told(network: Network, *, center: str = "") -> str:
    """Return how much of the library is shown; `center` names the actor looked around."""
    shown, edges = len(network.nodes), len(network.edges)
    parts = [f"{_count(shown, 'actor')}, {_count(edges, 'relation')}"]
    whole = shown >= network.tied
    if center:
        parts = [f"{center} and who is around it: {shown:,} of {network.tied:,} actors"]
    elif network.wanted.asked:
        matches = "1 actor matches" if network.matches == 1 else f"{network.matches:,} actors match"
        rest = (
            "" if whole else f"; shown with their neighbors, {shown:,} of {network.tied:,} actors"
        )
        parts = [f"{matches}{rest}"]
    elif not whole:
        parts = [
            f"The {shown:,} best connected of {network.tied:,} actors",
            "search or follow a connection to see others",
        ]
    if edges < network.ties:
        parts.append(f"{edges:,} of the {network.ties:,} relations between them are drawn")
    loose = network.actors - network.tied
    if whole and loose > 0 and not network.wanted.asked:
        verb = "is" if loose == 1 else "are"
        parts.append(f"{_count(loose, 'actor')} without relations {verb} not drawn")
    parts += network.notes
    return "  ·  ".join(parts)


def path_told(network: Network, ends: Sequence[int], path: Sequence[int]) -> str:
    """Return who stands between two actors, or why that cannot be told."""
    if len(ends) != 2:
        return "Choose two actors (Space, Ctrl click) to find the way between them"
    names = " and ".join(network.nodes[row].name for row in ends)
    if not path:
        return f"No way leads from one to the other: {names}"
    between = [network.nodes[row].name for row in path[1:-1]]
    return f"Between {names}: {', '.join(between) or 'nobody, they are tied'}"


def why_empty(network: Network, ask: Ask) -> tuple[str, str]:
    """Return why nothing is shown, and what would help."""
    if is_about_others(ask):
        types = " and ".join(TYPE_WORDS[name][1].lower() for name in ask.types)
        return (
            f"The network shows actors, not {types}.",
            "Clear the filters, or look at them in the list.",
        )
    if network.wanted.asked:
        words = ask.words.strip()
        name = f"“{words}”" if words else "these filters"
        return f"No actor matches {name}.", " ".join(f"{note}." for note in network.notes)
    return (
        "There are no relations in this library.",
        "The network shows which actors are tied to which. Add a relation to see it here.",
    )


def why_failed(error: BrieferError) -> tuple[str, str]:
    """Return what went wrong, and what would help."""
    return error.message, error.hint


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
