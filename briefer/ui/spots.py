"""Where the user looks: the spot of a page, the page at a spot.

In: what was built. Out: pages, spots, numbers of slides. Must not know: the session.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefer.layout.boxes import Page
from briefer.pipeline import Built
from briefer.records.base import Ref


@dataclass(frozen=True, slots=True)
class Spot:
    """The slide looked at: a card's page, or (`card` None) one of those added by themselves."""

    card: int | None
    part: int = 1


def page_at(built: Built | None, spot: Spot) -> Page | None:
    """Return the page at a spot, or the nearest part of the same slide."""
    pages = built.pages if built else ()
    own = [page for page in pages if page.card == spot.card]
    return own[min(spot.part, len(own)) - 1] if own else None


def spot_of(built: Built | None, page: Page) -> Spot:
    """Return the spot at which a page stands."""
    pages = built.pages if built else ()
    own = [other.number for other in pages if other.card == page.card]
    return Spot(page.card, own.index(page.number) + 1 if page.number in own else 1)


class Showing:
    """Which slides show each record of the pages last asked about, which is worked out once."""

    def __init__(self) -> None:
        self._known: tuple[Built | None, dict[Ref, tuple[int, ...]]] = (None, {})

    def of(self, built: Built | None) -> dict[Ref, tuple[int, ...]]:
        """Return for each record shown the numbers of the slides that show it."""
        if built is not self._known[0]:
            self._known = (built, slides_showing(built))
        return self._known[1]


def slides_showing(built: Built | None) -> dict[Ref, tuple[int, ...]]:
    """Return for each record shown the numbers of the slides that show it."""
    showing: dict[Ref, list[int]] = {}
    cards = built.briefing.cards if built is not None else ()
    for page in built.pages if built is not None else ():
        if page.part == 1 and page.card is not None and page.card < len(cards):
            for ref in dict.fromkeys(cards[page.card].records):
                showing.setdefault(ref, []).append(page.number)
    return {ref: tuple(pages) for ref, pages in showing.items()}
