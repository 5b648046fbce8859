"""What is known of the actor looked at, as text: the equal of the picture for who cannot see it.

In: a node, its connections, what would go on a slide. Out: what the user wants. Must not know: the
store, the picture.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from briefer.compose.names import role_of, type_label
from briefer.compose.sentences import capital, with_stop
from briefer.ui.network.choosing import Choice
from briefer.ui.network.connections import ConnectionList
from briefer.ui.network.graph import Connections, Node
from briefer.ui.network.kinds import ACTOR_KINDS
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.buttons import Button, Weight
from briefer.ui.widgets.labels import Label, Line, Rule
from briefer.ui.widgets.surface import Surface

_NONE_TITLE = "No actor chosen"
_NONE_WORDS = "Choose an actor to see what ties it to others, with the sources that say so."


class DetailPanel(Surface, Styled):
    """The actor, its connections with their citations, and the buttons that add slides."""

    add_wanted = Signal()
    profile_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", edges="l")
        self.setAccessibleName("Actor")
        self.kind = Line(look, role="meta_strong")
        self.count = Label(look, role="meta", tone="text2")
        self.title = Label(look, role="title", wrap=True)
        self.about = Label(look, role="small", tone="text2", wrap=True)
        self.heading = Label(look, "Connections", role="heading")
        self.shown = Label(look, role="meta", tone="text2")
        self.list = ConnectionList(look)
        self.hint = Label(look, role="meta", tone="text2", wrap=True)
        self.add = _Wide(look, "Add network slide", icon="plus", weight="primary", height=32)
        self.profile = _Wide(look, "Actor slide", icon="user-plus")
        self.open = _Wide(look, "Open record", icon="edit")
        self._lay_out()
        self.add.clicked.connect(self.add_wanted)
        self.profile.clicked.connect(self.profile_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.open.hide()
        self.restyle()
        self.show_node(None)

    def _lay_out(self) -> None:
        self._head, self._list_head, self._buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.kind, 1)
        self._head.addWidget(self.count)
        self._list_head.addWidget(self.heading, 1)
        self._list_head.addWidget(self.shown)
        self._buttons.addWidget(self.profile, 1)
        self._buttons.addWidget(self.open, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.title)
        self._column.addWidget(self.about)
        self._column.addWidget(Rule(self.look))
        self._column.addLayout(self._list_head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.hint)
        self._column.addWidget(self.add)
        self._column.addLayout(self._buttons)

    @override
    def restyle(self) -> None:
        """Take margins from the look."""
        px = self.look.px
        self._column.setContentsMargins(px(15), px(14), px(14), px(14))
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(8))

    def show_node(self, node: Node | None) -> None:
        """Show an actor whose connections are still to be read, or that none is looked at."""
        for widget in (self.kind, self.count, self.heading, self.shown, self.list):
            widget.setVisible(node is not None)
        for button in (self.profile, self.open):
            button.setEnabled(node is not None)
        if node is None:
            self.title.setText(_NONE_TITLE)
            self.about.setText(_NONE_WORDS)
            self.about.show()
            return
        kind = ACTOR_KINDS[node.kind]
        self.kind.set_text(type_label(node.actor), tone=kind.token, icon=kind.icon)
        self.title.setText(node.name)
        about = role_of(node.actor)
        self.about.setText(with_stop(capital(about)) if about else "")
        self.about.setVisible(bool(about))

    def show_connections(self, connections: Connections) -> None:
        """List what the actor is tied to."""
        listed, total = len(connections.listed), connections.total
        self.count.setText(f"{total:,} {'connection' if total == 1 else 'connections'}")
        self.shown.setText("" if listed == total else f"{listed:,} of {total:,} shown")
        self.list.show_connections(connections)

    def show_choice(self, choice: Choice, *, joined: bool) -> None:
        """Say what the button would add, and who is left out."""
        self.add.set_words(choice.words)
        self.add.setEnabled(bool(choice.taken))
        lone = len(choice.taken) > 1 and not joined
        words = "No relation joins these actors." if lone else choice.left_words
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


class _Wide(Button):
    """A button as wide as its column, icon and words in the middle."""

    def __init__(
        self, look: Look, words: str, *, icon: str, weight: Weight = "secondary", height: int = 30
    ) -> None:
        super().__init__(look, words, icon=icon, weight=weight, height=height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def _paint_content(self, painter: QPainter, area: QRectF, tone: str) -> None:
        width = min(area.width(), self.sizeHint().width())
        painter.translate((area.width() - width) / 2, 0)
        super()._paint_content(painter, QRectF(0, 0, width, area.height()), tone)
        painter.translate((width - area.width()) / 2, 0)
