"""The network view of the library: picture, chips, detail panel, and what stands when it is empty.

In: the session and what the library searches for. Out: slides added, actors dragged. Reading and
laying out run in a thread of their own; the latest request wins.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from briefer.errors import BrieferError
from briefer.records import Actor, Record, Ref
from briefer.store import Store
from briefer.ui.library.finding import Ask
from briefer.ui.library.panel import LibraryPanel
from briefer.ui.network.arranging import ARRANGEMENTS
from briefer.ui.network.choosing import Choice, choice_of, path_between
from briefer.ui.network.geometry import Laid, bodies_of, places_of
from briefer.ui.network.graph import (
    Connections,
    Network,
    Wanted,
    read_connections,
    read_network,
)
from briefer.ui.network.model import NetworkModel
from briefer.ui.network.moved import MovedActors
from briefer.ui.network.page import Page
from briefer.ui.network.spreading import Point
from briefer.ui.network.telling import is_about_others, path_told, told, why_empty, why_failed
from briefer.ui.network.tools import NetworkTools
from briefer.ui.session import Session
from briefer.ui.tasks import Lane, Query
from briefer.ui.theme import Look, Styled
from briefer.ui.views import WholeView
from briefer.ui.widgets.announce import announce


class NetworkView(WholeView, Styled):
    """Actors and what ties them, as a picture and as text."""

    types = ("actor", "relation")
    record_wanted = Signal(str)
    """A record is to be opened, by its id."""
    arranged = Signal()
    """Another arrangement was chosen."""
    moved_changed = Signal()
    """Actors were moved, put back, or others are shown."""

    def __init__(self, look: Look, session: Session, library: LibraryPanel) -> None:
        super().__init__(look, "Network")
        self._session = session
        self._library = library
        # A large library takes longer than the search may wait: the store is opened once more.
        self.lane = Lane(
            "network", lambda: Store.open(session.places.store), failed=session.failed.emit
        )
        self.model = NetworkModel(self)
        self.page = Page(look, self.model)
        self.canvas, self.detail = self.page.canvas, self.page.detail
        self._ask = Ask()
        self._network = Network()
        self._laid: Laid | None = None
        self._center: Ref = ""
        self._way = ARRANGEMENTS[0].name
        self._laid_at = look.scale
        places = session.places
        self._moved = MovedActors(places.user_folder / "network.json", places.store)
        self.bar = NetworkTools(look)
        self.tools: QWidget = self.bar
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.page)

    def _connect(self) -> None:
        canvas, detail, page = self.canvas, self.detail, self.page
        self.bar.neighbours.toggled.connect(lambda _: self._show_choice())
        self.bar.way_chosen.connect(self.set_arrangement)
        self.bar.kinds_changed.connect(self._show)
        self.bar.reset_wanted.connect(self.put_back)
        canvas.put.connect(self._put)
        canvas.looked_at.connect(self._look_at_row)
        canvas.chosen_changed.connect(self._show_choice)
        canvas.add_wanted.connect(self.add)
        canvas.path_wanted.connect(self.find_path)
        canvas.left.connect(self.list_wanted)
        canvas.neighbours_wanted.connect(self.bar.neighbours.toggle)
        detail.add_wanted.connect(self.add)
        detail.profile_wanted.connect(self._add_profile)
        detail.open_wanted.connect(lambda: self.record_wanted.emit(canvas.current_ref()))
        detail.list.other_wanted.connect(self.go_to)
        page.best_wanted.connect(lambda: self._look_around(""))
        page.list_wanted.connect(self.list_wanted)
        page.clear_wanted.connect(self._clear)
        page.again_wanted.connect(self.refresh)
        self._session.built_changed.connect(self._mark)

    @override
    def restyle(self) -> None:
        """Lay out anew for names of another size; in other colours all stays where it is."""
        scale, self._laid_at = self._laid_at, self.look.scale
        if self._laid is not None and scale != self.look.scale:
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
        """End the thread that reads and lays out."""
        self.lane.close(release=Store.close)

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
            self.lane,
            lambda store: read_network(store, wanted),
            self._read,
            key="network",
            failed=self._fail,
        )

    def go_to(self, ref: Ref) -> None:
        """Look at an actor; one that is not shown is shown with who is around it."""
        self.bar.clear_kinds()
        if self.canvas.look_at_ref(ref):
            self.canvas.center_on(self.canvas.currentIndex().row())
        else:
            self._look_around(ref)

    def set_arrangement(self, name: str) -> None:
        """Arrange the actors another way."""
        self._way = name
        self.bar.show_way(name)
        self.arranged.emit()
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
        empty = not network.nodes or (network.wanted.asked and not network.matches)
        self.bar.show_counts({} if empty else Counter(node.kind for node in network.nodes))
        if empty:
            self._laid = None
            self.page.show_empty(*why_empty(network, self._ask), clears=network.wanted.asked)
            return
        self._lay_out()

    def _lay_out(self) -> None:
        """Place the nodes in the lane, unless they stand where they would stand."""
        network, way = self._network, self._way
        bodies = bodies_of(network, self.look)
        stands = self._laid is not None and self._laid.same(network, way, bodies)
        if self._laid is not None and stands and self._moved.alike(self._laid, network):
            self._laid = Laid(network, way, bodies, self._laid.places)
            self._show()
            return

        def done(places: tuple[Point, ...]) -> None:
            laid = Laid(network, way, bodies, places)
            self._laid = self._moved.applied(laid, self._scale)
            self._show(anew=True)

        Query(self.lane, lambda _: places_of(way, bodies, network.links), done, key="places")

    # Actors put elsewhere

    @property
    def _scale(self) -> float:
        return self.look.scale / 100

    def _put(self, places: dict[Ref, Point]) -> None:
        if self._laid is not None:
            self._laid = self._moved.moved(self._laid, places, self._scale)
            self._tell_moved()

    def put_back(self) -> None:
        """Let the actors stand where the arrangement puts them."""
        if self._laid is not None and self.any_moved:
            self._moved.forget(self._laid)
            self._laid = None
            self._lay_out()
            announce(self.page.note.line, "Moved actors are back")

    @property
    def any_moved(self) -> bool:
        """Whether actors of what is shown were put elsewhere."""
        return self._moved.any_in(self._laid)

    def _tell_moved(self) -> None:
        self.bar.reset.setEnabled(self.any_moved)
        self.moved_changed.emit()

    def _show(self, *, anew: bool = False) -> None:
        laid = self._laid
        if laid is None:
            return
        scene = laid.scene(self.bar.kinds())
        self.page.show_picture()
        self.canvas.show_scene(scene)
        self._tell_moved()
        center = next((n.name for n in laid.network.nodes if n.actor.id == self._center), "")
        self.page.tell(told(laid.network, center=center), way_back=bool(center))
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
                self.lane,
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

    # What is chosen

    def find_path(self) -> None:
        """Choose who stands between the two actors that are chosen, by the fewest relations."""
        network, rows = self.model.network, self.canvas.chosen()
        path = path_between(network, *rows) if len(rows) == 2 else ()
        self.page.tell(path_told(network, rows, path))
        if path:
            self.bar.neighbours.setChecked(False)
            self.canvas.pick(path)

    def choice(self) -> Choice:
        """Return what would go on a network slide."""
        network = self.model.network
        return choice_of(network, self.canvas.chosen(), neighbours=self.bar.neighbours.isChecked())

    def _show_choice(self) -> None:
        choice = self.choice()
        self.detail.show_choice(choice, joined=self.model.network.joins(choice.taken))

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
        announce(self.page.note.line, f"Slide added with {names}")

    def _add_profile(self) -> None:
        index = self.canvas.currentIndex()
        if index.isValid():
            self._session.add([self.model.node(index).actor])
