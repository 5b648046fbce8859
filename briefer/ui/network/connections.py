"""The connections of an actor as a list: an arrow, the words, the kind of tie, the citation.

In: connections. Out: rows to read, to drag, and to go to the other actor from. Must not know: the
picture, the store.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from briefer.ui.library.model import RECORDS_MIME, record_data
from briefer.ui.network.graph import Connection, Connections
from briefer.ui.network.kinds import MUTUAL, TIE_KINDS
from briefer.ui.paint import box, line_height, ring, text
from briefer.ui.prose import Prose, height_of
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import KEYBOARD_REASONS

Index = QModelIndex | QPersistentModelIndex
_INDENT = 26


class ConnectionModel(QAbstractListModel):
    """The connections of one actor."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Connection, ...] = ()

    def show(self, rows: Sequence[Connection]) -> None:
        """Show other connections."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many connections there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what views and assistive programs ask of a row."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that connections can be selected and dragged."""
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    @override
    def mimeTypes(self) -> list[str]:
        """Return as what connections are dragged."""
        return [RECORDS_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the relations of rows as a list of ids."""
        refs = [self.rows[index.row()].relation.id for index in indexes]
        return record_data(refs)


class ConnectionList(QListView, Styled):
    """Connections to read; Enter or a double click goes to the other actor."""

    other_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.connections = ConnectionModel(self)
        self.rows = _ConnectionDelegate(look, self)
        self.setModel(self.connections)
        self.setItemDelegate(self.rows)
        self.setAccessibleName("Connections")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._go)

    def show_connections(self, connections: Connections) -> None:
        """Show the connections of an actor."""
        self.connections.show(connections.listed)
        self.setAccessibleName(f"Connections, {connections.total:,}")
        self.scrollToTop()

    @override
    def restyle(self) -> None:
        """Measure the rows anew."""
        self.verticalScrollBar().setSingleStep(self._look.px(30))
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the other actor with Enter."""
        self.rows.keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus, on the first row if on none."""
        self.rows.keyboard = event.reason() in KEYBOARD_REASONS
        if self.rows.keyboard and not self.currentIndex().isValid():
            self.setCurrentIndex(self.connections.index(0))
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away."""
        self.rows.keyboard = False
        super().mousePressEvent(event)

    def _go(self, index: Index) -> None:
        self.other_wanted.emit(self.connections.rows[index.row()].other)


class _ConnectionDelegate(QStyledItemDelegate):
    """Paints connections."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.keyboard = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row: its words on up to two lines, and one line below."""
        look = self._look
        room = self._room(self._view.viewport().width())
        words = height_of(_row(index).words, look.font("small"), room)
        below = line_height(look.font("meta"))
        return QSize(look.px(80), round(words) + below + look.px(14))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        look, px = self._look, self._look.px
        row, area = _row(index), QRectF(option.rect).adjusted(0, 1, -px(2), -1)
        state, flags = option.state, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & flags.State_Selected:
            box(painter, area, px(6), fill=look.color("selected"))
        elif state & flags.State_MouseOver:
            box(painter, area, px(6), fill=look.color("hover"))
        if self.keyboard and state & flags.State_HasFocus:
            ring(painter, area, px(6), look.color("focus"))
        kind = TIE_KINDS[row.kind]
        dpr = painter.device().devicePixelRatio()
        icon = look.icon(_icon(row), kind.token, 16, dpr=dpr)
        top = area.top() + px(6)
        painter.drawPixmap(QPointF(area.left() + px(4), top + px(1)), icon)
        left = area.left() + px(_INDENT)
        words = Prose(row.words, look.font("small"), self._room(option.rect.width()))
        words.paint(painter, QPointF(left, top), look.color("text"))
        place = QRectF(left, top + words.height, area.right() - left - px(4), 0)
        place.setHeight(line_height(look.font("meta")))
        said = " · ".join(part for part in (kind.words, row.date, row.citation) if part)
        text(painter, place, said, look.font("meta"), look.color("text2"))
        painter.restore()

    def _room(self, width: int) -> int:
        """Return how wide the words of a row may be."""
        px = self._look.px
        return width - px(_INDENT) - px(8)


def _row(index: Index) -> Connection:
    model = index.model()
    assert isinstance(model, ConnectionModel)
    return model.rows[index.row()]


def _icon(row: Connection) -> str:
    if row.relation.relation in MUTUAL:
        return "arrows-left-right"
    return "arrow-right" if row.outward else "arrow-left"
