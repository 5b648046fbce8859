"""The actors of the network as a list for the view; what they say when dragged or read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from briefer.compose.names import role_of
from briefer.records import Ref
from briefer.ui.library.facts import LibraryCard, facts_of, spoken
from briefer.ui.library.model import RECORDS_MIME, record_data
from briefer.ui.network.graph import Network, Node
from briefer.ui.network.kinds import ACTOR_KINDS

Index = QModelIndex | QPersistentModelIndex


class NetworkModel(QAbstractListModel):
    """The nodes of a network, the best connected first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.network = Network()
        self._showing: Mapping[Ref, tuple[int, ...]] = {}

    def show(self, network: Network) -> None:
        """Show another network."""
        self.beginResetModel()
        self.network = network
        self.endResetModel()

    def set_showing(self, showing: Mapping[Ref, tuple[int, ...]]) -> None:
        """Mark the actors that slides of the briefing show."""
        self._showing = showing
        if self.network.nodes:
            self.dataChanged.emit(self.index(0), self.index(len(self.network.nodes) - 1))

    def node(self, index: Index) -> Node:
        """Return the node of a row."""
        return self.network.nodes[index.row()]

    def slides(self, row: int) -> tuple[int, ...]:
        """Return the slides that show the actor of a row."""
        return self._showing.get(self.network.nodes[row].actor.id, ())

    def card(self, row: int) -> LibraryCard:
        """Return the actor of a row as the card that the list of the library has."""
        actor = self.network.nodes[row].actor
        return LibraryCard(actor, facts_of(actor, self.network.linked), "", ())

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many actors are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.network.nodes)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a row."""
        if not index.isValid() or index.row() >= len(self.network.nodes):
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), node)
        if role == Qt.ItemDataRole.ToolTipRole:
            head = f"{ACTOR_KINDS[node.kind].one} · {connections(node.degree)}"
            return "\n".join(part for part in (node.name, role_of(node.actor), head) if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that actors can be selected and dragged."""
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    @override
    def mimeTypes(self) -> list[str]:
        """Return as what actors are dragged: as the cards of the list are."""
        return [RECORDS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return actors as a list of ids, the best connected first."""
        rows = sorted(index.row() for index in indexes)
        refs = [self.network.nodes[row].actor.id for row in rows]
        return record_data(refs)

    def _spoken(self, row: int, node: Node) -> str:
        said = spoken(facts_of(node.actor, self.network.linked), self.slides(row))
        matched = "found" if node.matched and self.network.wanted.asked else ""
        return ", ".join(part for part in (said, connections(node.degree), matched) if part)


def connections(count: int) -> str:
    """Return how many other actors an actor is tied to, in words."""
    return f"tied to {count:,} {'actor' if count == 1 else 'actors'}"
