"""The layout of a slide: a tile for each variant of its kind, and the way back to the proposed one.

In: the session. Out: edits of the card's option. Which variants a kind has is the kind's to say.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy
from typing_extensions import override

from briefer.compose.choices import Choice
from briefer.compose.kinds import SLIDE_KINDS
from briefer.layout.variants import shown_variant
from briefer.storyboard import edits
from briefer.storyboard.briefing import Card
from briefer.ui.inspector.section import Section
from briefer.ui.inspector.tiles import Tiles
from briefer.ui.paint import CENTER, painting, ring, text, text_width
from briefer.ui.session import Session
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.ringed import RingedButton

_FOLLOWS = "Follows template"


class Reset(RingedButton, Styled):
    """The link in the heading that brings back what is proposed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setText("Changed, reset")
        self.setAccessibleName("Layout changed, reset")
        self.setToolTip("Lay the slide out as proposed")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def restyle(self) -> None:
        """Take the size from the look."""
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the words and of the margin that all headings have."""
        px = self._look.px
        return QSize(round(text_width(self.text(), self._look.font("meta"))) + px(22), px(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as a link, underlined under the pointer."""
        look, px = self._look, self._look.px
        with painting(self) as painter:
            area = QRectF(self.rect()).adjusted(0, 0, -px(6), 0)
            font = look.font("meta")
            if self.underMouse():
                font = QFont(font)
                font.setUnderline(True)
            text(painter, area, self.text(), font, look.color("accent"), align=CENTER)
            if self.ringed:
                ring(painter, area, px(5), look.color("focus"))


class LayoutSection(Section):
    """The tiles; hidden where a kind has only one layout."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, "Layout")
        self._session = session
        self.tiles = Tiles(look, name="Layout")
        self.reset = Reset(look)
        self._top = QHBoxLayout()
        self._outer.removeWidget(self.heading)
        self._outer.insertLayout(1, self._top)
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.reset)
        self.column.addWidget(self.tiles)
        self.tiles.chosen.connect(self._choose)
        self.tiles.left.connect(session.settle)
        self.reset.clicked.connect(self._reset)

    def show_card(self) -> None:
        """Show the layouts of the card looked at, and which one it has."""
        card, choice = self._session.card, self._choice()
        self.setVisible(choice is not None)
        if card is None or choice is None:
            return
        asked = choice.find(_written(card, choice))
        if asked or self._session.up_to_date:
            self.tiles.show_values(card.kind, choice.values, asked or self._shown(choice))
        changed = bool(asked) or self._unknown()
        self.set_count("" if changed else _FOLLOWS)
        if not changed and self.reset.hasFocus():
            self.focus_tile()
        self.reset.setVisible(changed)

    def focus_tile(self) -> None:
        """Put the keyboard on the tile of the layout that the slide has, or on the first one."""
        tiles = self.tiles.tiles.values()
        tile = next((tile for tile in tiles if tile.isChecked()), next(iter(tiles), None))
        if tile is not None:
            tile.setFocus(Qt.FocusReason.TabFocusReason)

    def _choice(self) -> Choice | None:
        card = self._session.card
        return next(iter(SLIDE_KINDS[card.kind].choices), None) if card else None

    def _shown(self, choice: Choice) -> str:
        """Return the layout on the screen, "" where it is none of the kind's."""
        slide = self._session.slide
        shown = shown_variant(slide, self._session.page) if slide else ""
        return shown if shown in {item.value for item in choice.values} else ""

    def _unknown(self) -> bool:
        """Return whether the card asks for a layout that nobody knows."""
        slide = self._session.slide
        return bool(self._session.up_to_date and slide and any(c.asked for c in slide.choices))

    def _choose(self, value: str) -> None:
        index, choice = self._session.spot.card, self._choice()
        if index is not None and choice is not None:
            edit = edits.choose_layout(self._session.briefing, index, choice.name, value)
            self._session.do(edit, merge=f"layout {index}")

    def _reset(self) -> None:
        index, choice = self._session.spot.card, self._choice()
        if index is not None and choice is not None:
            self._session.settle()
            briefing = self._session.briefing
            self._session.do(edits.choose_layout(briefing, index, choice.name, None))


def _written(card: Card, choice: Choice) -> str:
    """Return what a card asks for, as it is written there."""
    return str(card.option(choice.name) or card.words(choice.name))
