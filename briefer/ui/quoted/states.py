"""The quotations on the slide looked at, and how each stands to the text of its source.

In: the session. Out: for each citation on the slide the quotations that rest on it; `changed` when
they were compared anew. Must not know: widgets, how words are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from briefer.content import Reference
from briefer.records import Citation, Locator, Record, Ref
from briefer.records.quotations import Quotation, State
from briefer.store import Store
from briefer.ui.records.work import name_of
from briefer.ui.session import Session
from briefer.ui.stage.zones import cite_zones
from briefer.ui.tasks import Query

_WORST: tuple[State, ...] = ("altered", "not-held", "verified")


@dataclass(frozen=True)
class Stated:
    """A quotation and the name of the source that has it or may have it."""

    quotation: Quotation
    source: str


Place = tuple[Ref, Locator | None]
"""A source and where in it: what a citation names."""


@dataclass(frozen=True)
class States:
    """The quotations of some records, by the places that they are cited from, the worst first."""

    by_place: Mapping[Place, tuple[Stated, ...]] = field(default_factory=dict)

    def of(self, reference: Reference) -> tuple[Stated, ...]:
        """Return the quotations that rest on a citation."""
        return self.by_place.get((reference.source, reference.locator), ())


def states_of(store: Store, refs: Iterable[Ref]) -> States:
    """Return how what records quote stands to the texts of its sources."""
    records = store.get_many(dict.fromkeys(refs))
    quotations = store.quotations(records.values())
    named = store.get_many({source for one in quotations for source in one.sources})
    found: dict[Place, list[Stated]] = {}
    for one in sorted(quotations, key=lambda one: _WORST.index(one.state)):
        for citation in _cited(records[one.record], one):
            of = one.passage.source if one.passage else citation.source
            stated = Stated(one, name_of(named[of]) if of in named else of)
            found.setdefault((citation.source, citation.locator), []).append(stated)
    return States({place: tuple(dict.fromkeys(stated)) for place, stated in found.items()})


def _cited(record: Record, quotation: Quotation) -> Iterable[Citation]:
    """Return the citations of a record that a quotation of it rests on."""
    for citation in record.citations:
        own = citation.quote is not None and citation.quote.exact == quotation.words
        of_text = quotation.field == "text" and citation.supports in (None, "text")
        if citation.source in quotation.sources and (own or of_text):
            yield citation


class QuotedHere(QObject):
    """Has the quotations of the slide compared, whenever it, its records or texts change."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._states = States()
        for signal in (session.built_changed, session.spot_changed):
            signal.connect(self._ask)
        self._ask()

    def of(self, reference: Reference) -> tuple[Stated, ...]:
        """Return the quotations that rest on a citation of the slide, the worst first."""
        return self._states.of(reference)

    def _ask(self) -> None:
        page = self._session.page
        zones = cite_zones(page) if page else ()
        refs = tuple(dict.fromkeys(ref for zone in zones for ref in zone.cited))
        lane = self._session.reading_lane
        if refs:
            Query(lane, lambda store: states_of(store, refs), self._show, key="quoted-here")
        else:
            lane.claim("quoted-here")
            self._show(States())

    def _show(self, states: States) -> None:
        if states != self._states:
            self._states = states
            self.changed.emit()
