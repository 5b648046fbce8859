"""The picture of the network: a list whose rows are discs, at a zoom.

In: a model and a scene. Out: ink, and where each row is. Must not know: keys, buttons of the mouse,
the session. A list view, because then every actor is an item that assistive programs can name and
reach (design page "app", section 12).
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from briefer.ui.network.camera import STEP, Camera
from briefer.ui.network.geometry import Curve, Scene
from briefer.ui.network.model import NetworkModel
from briefer.ui.network.painting import Artist, Standing
from briefer.ui.paint import painting
from briefer.ui.theme import Look, Styled

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 28


class Canvas(QListView, Styled):
    """Discs, names and edges in a viewport that zooms and pans."""

    zoomed = Signal()

    def __init__(self, look: Look, model: NetworkModel) -> None:
        super().__init__()
        self.look = look
        self.network_model = model
        self.scene: Scene | None = None
        self.camera = Camera()
        self.hover = -1
        self._begun = True
        self._curves: tuple[float, tuple[Curve, ...]] = (0.0, ())
        self._names: tuple[object, frozenset[int]] = (None, frozenset())
        self.setModel(model)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.viewport().setAutoFillBackground(False)
        # A frame of hundreds of edges takes long: what waits, such as a key, is answered before
        # the next one, however fast the wheel turns.
        self._next_frame = QTimer(self, singleShot=True, interval=0)
        self._next_frame.timeout.connect(lambda: self.viewport().update())

    @override
    def restyle(self) -> None:
        """Repaint; who made the scene makes another one for the new sizes."""
        self.viewport().update()

    def show_scene(self, scene: Scene) -> None:
        """Show a network that was laid out."""
        self.hover = -1
        self.network_model.show(scene.network)
        self.change_scene(scene)

    def change_scene(self, scene: Scene) -> None:
        """Show the same actors elsewhere."""
        self.scene = scene
        self._curves = (0.0, ())
        self._names = (None, frozenset())
        self.viewport().update()

    def chosen(self) -> list[int]:
        """Return the rows of the chosen actors, the one looked at first."""
        current = self.currentIndex().row()
        rows = sorted(index.row() for index in self.selectedIndexes())
        return sorted(rows, key=lambda row: row != current)

    # Zoom

    def fit(self) -> None:
        """Show everything at the largest zoom up to 100 % at which there is room."""
        if self.scene is not None and self.scene.network.nodes:
            self.camera.fit(self.scene.bounds, self._room())
            self._moved()

    def begin(self) -> None:
        """Show everything, or what is around the actor looked at where that would be too small."""
        row = self.currentIndex().row()
        if self.scene is not None and self.scene.network.nodes:
            at = QPointF(*self.scene.place(max(0, row)))
            self.camera.begin(self.scene.bounds, self._room(), at)
            self._begun = True
            self._moved()

    def _room(self) -> QSizeF:
        margin = 2 * self.look.px(_MARGIN)
        room = QSizeF(self.viewport().size()) - QSizeF(margin, margin)
        return room.expandedTo(QSizeF(1, 1))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the viewport, or about its middle."""
        centre = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        self.camera.zoom_by(factor, QPointF() if at is None else at - centre)
        self._begun = False
        self._moved()

    def step_zoom(self, by: int) -> None:
        """Zoom a step in or out."""
        self.zoom_by(STEP**by)

    def move_by(self, by: QPointF) -> None:
        """Pan by so many px."""
        self.camera.move_by(by)
        self._begun = False
        self._moved()

    def center_on(self, row: int) -> None:
        """Pan so that an actor is in the middle, unless it is well in sight."""
        inset = self.viewport().rect().width() // 6, self.viewport().rect().height() // 5
        sight = self.viewport().rect().adjusted(inset[0], inset[1], -inset[0], -inset[1])
        if not sight.contains(self.disc_rect(row).center()):
            self.move_by(QPointF(self.disc_rect(row).center() - self.viewport().rect().center()))

    def _moved(self) -> None:
        self.zoomed.emit()
        self._next_frame.start()

    def _origin(self) -> QPointF:
        return self.camera.origin(QSizeF(self.viewport().size()))

    # What a list asks of its rows

    @override
    def visualRect(self, index: Index) -> QRect:
        """Return the rectangle of a disc and its name in the viewport."""
        if self.scene is None or not index.isValid():
            return QRect()
        zoom = self.camera.zoom
        whole = self.scene.disc(index.row(), zoom).united(self.scene.name(index.row(), zoom))
        return whole.translated(self._origin()).toAlignedRect()

    def disc_rect(self, row: int) -> QRect:
        """Return the square around a disc in the viewport."""
        if self.scene is None:
            return QRect()
        disc = self.scene.disc(row, self.camera.zoom)
        return disc.translated(self._origin()).toAlignedRect()

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        """Return the actor whose disc, or else whose name, is at a point of the viewport."""
        scene, zoom = self.scene, self.camera.zoom
        if scene is None:
            return QModelIndex()
        at = QPointF(p) - self._origin()
        rows = range(len(scene.network.nodes))
        for row in reversed(rows):
            away = at - scene.disc(row, zoom).center()
            if QPointF.dotProduct(away, away) <= (scene.radius(row, zoom) + 2) ** 2:
                return self.network_model.index(row)
        for row in self.named():
            if scene.name(row, zoom).contains(at):
                return self.network_model.index(row)
        return QModelIndex()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Pan as far as is needed to see an actor."""
        if not index.isValid() or self.scene is None:
            return
        inset = self.look.px(12)
        room = self.viewport().rect().adjusted(inset, inset, -inset, -inset)
        rect = self.visualRect(index)
        right = min(0, rect.left() - room.left()) or max(0, rect.right() - room.right())
        down = min(0, rect.top() - room.top()) or max(0, rect.bottom() - room.bottom())
        if right or down:
            self.move_by(QPointF(right, down))

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the actor at a point, or those whose discs a rectangle touches."""
        selection = QItemSelection()
        at = self.indexAt(rect.topLeft()) if rect.width() <= 1 and rect.height() <= 1 else None
        for row in range(self.network_model.rowCount()):
            index = self.network_model.index(row)
            if index == at if at is not None else self.disc_rect(row).intersects(rect):
                selection.select(index, index)
        self.selectionModel().select(selection, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what is repainted after a change of the choice: edges change with it."""
        return QRegion(self.viewport().rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a picture whole that was shown whole."""
        super().resizeEvent(event)
        if self._begun:
            self.begin()
        elif self.camera.fitted:
            self.fit()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the network."""
        with painting(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), self.look.color("sunken"))
            if self.scene is not None:
                painter.translate(self._origin())
                artist = Artist(self.look, self.scene, self._drawn(), self.standing())
                artist.paint(painter, dpr=self.devicePixelRatioF())

    def standing(self) -> Standing:
        """Return how the nodes stand."""
        current = self.currentIndex().row()
        network = self.network_model.network
        rows = range(len(network.nodes))
        return Standing(
            self.camera.zoom,
            current,
            ringed=self.ringed,
            chosen=frozenset(self.chosen()),
            near=frozenset(network.neighbours(current) if current >= 0 else ()),
            hover=self.hover,
            named=self.named(),
            on_slides=frozenset(row for row in rows if self.network_model.slides(row)),
        )

    @property
    def ringed(self) -> bool:
        """Whether a ring shows where the keyboard is."""
        return False

    def named(self) -> frozenset[int]:
        """Return whose names are shown: those of the actors looked at and chosen first."""
        if self.scene is None:
            return frozenset()
        current, chosen = self.currentIndex().row(), self.chosen()
        key = (self.camera.zoom, current, tuple(chosen))
        if self._names[0] != key:
            network = self.network_model.network
            first = [current, *chosen] if current >= 0 else chosen
            if network.wanted.asked:
                first += [row for row, node in enumerate(network.nodes) if node.matched]
            first += network.neighbours(current) if current >= 0 else ()
            self._names = (key, self.scene.names_shown(self.camera.zoom, first))
        return self._names[1]

    def _drawn(self) -> tuple[Curve, ...]:
        zoom, curves = self._curves
        if self.scene is not None and zoom != self.camera.zoom:
            curves = self.scene.curves(self.camera.zoom)
            self._curves = (self.camera.zoom, curves)
        return curves
