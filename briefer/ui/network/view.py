"""The network view of the library: picture, chips, detail panel, and what stands when it is empty.

In: the session and what the library searches for. Out: slides added, actors dragged. Reading and
laying out run in threads of their own; the latest request wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from briefer.errors import BrieferError
from briefer.records import Actor, Record, Ref
from briefer.ui.library.finding import Ask
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.network.arranging import ARRANGEMENTS
from briefer.ui.network.choosing import Choice, choice_of
from briefer.ui.network.geometry import Body, Scene, bodies_of, places_of
from briefer.ui.network.graph import (
    Connections,
    Network,
    Node,
    Wanted,
    read_connections,
    read_network,
)
from briefer.ui.network.model import NetworkModel
from briefer.ui.network.page import Page
from briefer.ui.network.spreading import Point
from briefer.ui.network.telling import is_about_others, told, why_empty, why_failed
from briefer.ui.session import Session
from briefer.ui.tasks import Lane, Query
from briefer.ui.theme import Look, Styled
from briefer.ui.views import WholeView
from briefer.ui.widgets.announce import announce
from briefer.ui.widgets.buttons import Button


@dataclass(frozen=True)
class _Laid:
    """A network with its bodies and places, and how they were arranged."""

    network: Network
    way: str
    bodies: tuple[Body, ...]
    places: tuple[Point, ...]

    def same(self, network: Network, way: str, bodies: Sequence[Body]) -> bool:
        """Return whether another network stands as this one does."""
        mine, other = self.network, network
        nodes = [node.actor.id for node in mine.nodes] == [node.actor.id for node in other.nodes]
        return (
            nodes and mine.links == other.links and way == self.way and tuple(bodies) == self.bodies
        )


class NetworkView(WholeView, Styled):
    """Actors and what ties them, as a picture and as text."""

    record_wanted = Signal(str)
    """A record is to be opened, by its id."""

    def __init__(self, look: Look, session: Session, library: LibraryPanel) -> None:
        super().__init__(look, "Network")
        self._session = session
        self._library = library
        self.lane = Lane[None]("network", lambda: None, failed=session.failed.emit)
        self.model = NetworkModel(self)
        self.page = Page(look, self.model)
        self.canvas, self.detail = self.page.canvas, self.page.detail
        self._ask = Ask()
        self._network = Network()
        self._laid: _Laid | None = None
        self._center: Ref = ""
        self._way = ARRANGEMENTS[0].name
        self._make_tools()
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.page)

    def _make_tools(self) -> None:
        self.neighbours = Button(self.look, "Neighbors", icon="topology-star", weight="quiet")
        self.neighbours.setCheckable(True)
        self.neighbours.setChecked(True)
        self.neighbours.setToolTip("Network slides take the neighbors too (N)")
        self.arrange = Button(self.look, "Arrange", icon="affiliate", trailing="chevron-down")
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.neighbours)
        row.addWidget(self.arrange)
        self.menu = QMenu(self.arrange)
        self.ways = QActionGroup(self)
        for way in ARRANGEMENTS:
            action = QAction(way.words, self.ways)
            action.setCheckable(True)
            action.setChecked(way.name == self._way)
            action.triggered.connect(lambda _=False, name=way.name: self.set_arrangement(name))
            self.menu.addAction(action)

    def _connect(self) -> None:
        canvas, detail, page = self.canvas, self.detail, self.page
        self.neighbours.toggled.connect(lambda _: self._show_choice())
        self.arrange.clicked.connect(
            lambda: self.menu.popup(self.arrange.mapToGlobal(QPoint(0, self.arrange.height())))
        )
        canvas.looked_at.connect(self._look_at_row)
        canvas.chosen_changed.connect(self._show_choice)
        canvas.add_wanted.connect(self.add)
        canvas.neighbours_wanted.connect(self.neighbours.toggle)
        detail.add_wanted.connect(self.add)
        detail.profile_wanted.connect(self._add_profile)
        detail.open_wanted.connect(lambda: self.record_wanted.emit(canvas.current_ref()))
        detail.list.other_wanted.connect(self.go_to)
        page.kinds_changed.connect(self._show)
        page.best_wanted.connect(lambda: self._look_around(""))
        page.list_wanted.connect(self.list_wanted)
        page.clear_wanted.connect(self._clear)
        page.again_wanted.connect(self.refresh)
        self._session.built_changed.connect(self._mark)

    @override
    def restyle(self) -> None:
        """Lay out anew for names of another size."""
        if self._laid is not None:
            self._lay_out()

    # What is shown

    @override
    def look_at(self, ask: Ask) -> None:
        """Show what an ask finds among all actors."""
        if ask != self._ask:
            self._center = ""
        self._ask = ask
        self.refresh()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the actors."""
        self.page.take_focus()

    @override
    def chosen(self) -> list[Record]:
        """Return the actors that are chosen."""
        return [self.model.network.nodes[row].actor for row in self.canvas.chosen()]

    @override
    def close_lane(self) -> None:
        """End the thread that lays out."""
        self.lane.close()

    def set_openable(self) -> None:
        """Offer to open records: `record_wanted` is listened to."""
        self.detail.open.show()

    def refresh(self) -> None:
        """Read the network again."""
        if is_about_others(self._ask):
            self.page.show_empty(*why_empty(Network(), self._ask), clears=True)
            return
        wanted = Wanted(self._ask.query, self._center)
        Query(
            self._session.store_lane,
            lambda store: read_network(store, wanted),
            self._read,
            key="network",
            failed=self._fail,
        )

    def go_to(self, ref: Ref) -> None:
        """Look at an actor; one that is not shown is shown with who is around it."""
        self.page.clear_kinds()
        if self.canvas.look_at_ref(ref):
            self.canvas.center_on(self.canvas.currentIndex().row())
        else:
            self._look_around(ref)

    def set_arrangement(self, name: str) -> None:
        """Arrange the actors another way."""
        self._way = name
        for action, way in zip(self.ways.actions(), ARRANGEMENTS, strict=True):
            action.setChecked(way.name == name)
        self._lay_out()

    @property
    def arrangement(self) -> str:
        """How the actors are arranged."""
        return self._way

    def _look_around(self, ref: Ref) -> None:
        self._center = ref
        self.refresh()

    def _read(self, network: Network) -> None:
        self._network = network
        self.records_read.emit(
            [*(n.actor for n in network.nodes), *(edge.relation for edge in network.edges)]
        )
        counts = Counter(node.kind for node in network.nodes)
        self.page.show_counts(counts)
        if not network.nodes or (network.wanted.asked and not network.matches):
            self._laid = None
            self.page.show_empty(*why_empty(network, self._ask), clears=network.wanted.asked)
            return
        self._lay_out()

    def _lay_out(self) -> None:
        """Place the nodes in the lane, unless they stand where they would stand."""
        network, way = self._network, self._way
        bodies = bodies_of(network, self.look)
        if self._laid is not None and self._laid.same(network, way, bodies):
            self._laid = _Laid(network, way, bodies, self._laid.places)
            self._show()
            return

        def done(places: tuple[Point, ...]) -> None:
            self._laid = _Laid(network, way, bodies, places)
            self._show(anew=True)

        Query(self.lane, lambda _: places_of(way, bodies, network.links), done, key="places")

    def _show(self, *, anew: bool = False) -> None:
        laid = self._laid
        if laid is None:
            return
        refs = [node.actor.id for node in laid.network.nodes]
        scene = Scene(
            laid.network.only(self.page.kinds()),
            dict(zip(refs, laid.bodies, strict=True)),
            dict(zip(refs, laid.places, strict=True)),
        )
        self.page.show_picture()
        self.canvas.show_scene(scene)
        center = next((n.name for n in laid.network.nodes if n.actor.id == self._center), "")
        self.page.tell(told(laid.network, center=center), around=bool(center))
        self._look_somewhere(scene.network)
        if anew:
            self.canvas.begin()
        else:
            self.canvas.scrollTo(self.canvas.currentIndex())
        self._mark()

    def _look_somewhere(self, network: Network) -> None:
        """Look at the actor wanted, else at the one looked at before, else at the best found."""
        if self._center and self.canvas.current_ref() != self._center:
            self.canvas.look_at_ref(self._center)
        current = self.canvas.currentIndex().row()
        lost = current < 0 or (network.wanted.asked and not network.nodes[current].matched)
        found = next((node.actor.id for node in network.nodes if node.matched), "")
        if lost and found and not self.canvas.picking:
            self.canvas.look_at_ref(found)
        self._look_at_row(self.canvas.currentIndex().row())

    def _look_at_row(self, row: int) -> None:
        nodes = self.model.network.nodes
        node = nodes[row] if 0 <= row < len(nodes) else None
        self.detail.show_node(node)
        self._show_choice()
        if node is not None:
            ref = node.actor.id
            Query(
                self._session.store_lane,
                lambda store: read_connections(store, ref),
                self._show_connections,
                key="connections",
                failed=self._fail,
            )

    def _show_connections(self, connections: Connections) -> None:
        self.records_read.emit([item.relation for item in connections.listed])
        if connections.actor == self.canvas.current_ref():
            self.detail.show_connections(connections)

    def _mark(self) -> None:
        self.model.set_showing(self._session.slides_showing())
        self.canvas.viewport().update()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, BrieferError):
            self._laid = None
            self.page.show_empty(*why_failed(error), clears=False, again=True)
        else:
            self._session.failed.emit(error)

    def _clear(self) -> None:
        """Clear what narrows the library."""
        library = self._library
        library.field.clear()
        for chip in library.chips.values():
            chip.setChecked(False)
        library.filters.clear_all()
        library.refresh()

    # Slides

    def choice(self) -> Choice:
        """Return what would go on a network slide."""
        network = self.model.network
        return choice_of(network, self.canvas.chosen(), neighbours=self.neighbours.isChecked())

    def _show_choice(self) -> None:
        choice = self.choice()
        self.detail.show_choice(choice, joined=_joined(self.model.network, choice.taken))

    def add(self, to_slide: bool = False) -> None:
        """Add the chosen actors as a slide behind the current one, or to the current slide."""
        actors: list[Actor] = [node.actor for node in self.choice().taken]
        if not actors:
            return
        if to_slide:
            self._session.add_to_slide(actors)
        else:
            self._session.add(actors)
        names = f"{len(actors)} actors" if len(actors) > 1 else "1 actor"
        announce(self.page.line, f"Slide added with {names}")

    def _add_profile(self) -> None:
        index = self.canvas.currentIndex()
        if index.isValid():
            self._session.add([self.model.node(index).actor])


def _joined(network: Network, nodes: Sequence[Node]) -> bool:
    refs = {node.actor.id for node in nodes}
    return any(e.relation.subject in refs and e.relation.object in refs for e in network.edges)
