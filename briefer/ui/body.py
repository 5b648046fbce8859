"""The panels in their places, and how they give way in a narrow window.

In: the four panels. Out: the middle of the window. From 1100 effective px down the inspector, from
900 down the library too becomes a rail whose buttons lay the panel over the stage (design page
"app", section 3); so does a panel that the user hides. Effective px are px divided by the text
size.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.ui.layout_memory import LayoutMemory
from briefer.ui.rails import WIDTH, Rail, RailButton
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.splitter import KeySplitter
from briefer.ui.widgets.surface import Surface

Side = Literal["library", "inspector"]
SIDES: tuple[Side, ...] = ("library", "inspector")

FULL, INSPECTOR_RAIL, LIBRARY_RAIL = 1280, 1100, 900
_OVERLAY_EDGES: dict[Side, str] = {"library": "r", "inspector": "l"}
_LOW, _LOWEST = 592, 480
"""Effective heights, in px, below which an overlay, and a view that fills the middle, need the
storyboard's room."""
_LIBRARY = RailButton("library", "search", "Library")
_INSPECTOR = (
    RailButton("slide", "adjustments-horizontal", "Slide"),
    RailButton("checks", "list-check", "Checks"),
)
_WIDTHS: dict[Side, tuple[int, int]] = {"library": (300, 460), "inspector": (272, 420)}


class Body(QWidget, Styled):
    """Library at the left, stage and inspector over the storyboard at the right."""

    tab_wanted = Signal(str)
    """The tab of the right panel whose button of the rail was pressed: `slide` or `checks`."""
    tight = Signal(bool)
    """Whether the storyboard is to give its room to what is looked at."""

    def __init__(
        self,
        look: Look,
        *,
        library: QWidget,
        stage: QWidget,
        inspector: QWidget,
        storyboard: QWidget,
        whole: QWidget,
    ) -> None:
        super().__init__()
        self._look = look
        self._panels: dict[Side, QWidget] = {"library": library, "inspector": inspector}
        self._railed: dict[Side, bool] = {"library": False, "inspector": False}
        self._hidden: set[Side] = set()
        self.rails: dict[Side, Rail] = {
            "library": Rail(look, "Library", (_LIBRARY,), edge="r"),
            "inspector": Rail(look, "Slide and checks", _INSPECTOR, edge="l"),
        }
        self._tab = _INSPECTOR[0].name
        self._width = 0
        self._memory: LayoutMemory | None = None
        self._inspecting = True
        self._wide = 316
        self._whole = whole
        self._outer = KeySplitter(look, "Width of the library")
        self._inner = KeySplitter(look, "Width of the slide and checks panel")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._inner.addWidget(stage)
        self._inner.addWidget(inspector)
        row.addWidget(self._inner, 1)
        row.addWidget(self.rails["inspector"])
        column.addWidget(top, 1)
        column.addWidget(whole, 1)
        column.addWidget(storyboard)
        self._outer.addWidget(library)
        self._outer.addWidget(right)
        self._inner.setStretchFactor(0, 1)
        self._outer.setStretchFactor(1, 1)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.rails["library"])
        beside.addWidget(self._outer, 1)
        self._top = top
        top.installEventFilter(self)
        whole.hide()
        for side, rail in self.rails.items():
            rail.hide()
            rail.opened.connect(lambda name, side=side: self._lay_over(side, name))
        for splitter in (self._outer, self._inner):
            splitter.splitterMoved.connect(lambda *_: self._keep_widths())
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take widths from the look."""
        self._width = 0
        self._arrange()
        self._give_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panels for the new width."""
        super().resizeEvent(event)
        self._arrange()
        self._give_room()
        self._place_overlays()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep overlays as high as the stage is."""
        if watched is self._top and event.type() == QEvent.Type.Resize:
            self._place_overlays()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an overlay away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold()
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep overlays in place after a change of style."""
        super().changeEvent(event)
        self._place_overlays()

    @property
    def splitters(self) -> tuple[KeySplitter, ...]:
        """What stands between the panels, from left to right."""
        return self._outer, self._inner

    def remember(self, memory: LayoutMemory) -> None:
        """Take the widths that the user chose before, and keep those chosen from now on."""
        self._memory = memory
        self.restyle()

    @property
    def step(self) -> str:
        """The responsive step: which panels have a column of their own."""
        if self._width >= FULL:
            return "full"
        return "both" if self._width >= INSPECTOR_RAIL else "library"

    def show_inspector(self, shown: bool) -> None:
        """Show the inspector, or leave its room to the stage: there is nothing to inspect."""
        if shown == self._inspecting:
            return
        self._inspecting = shown
        rail = self.rails["inspector"]
        rail.open("")
        rail.setVisible(shown and self._railed["inspector"])
        self._panels["inspector"].setVisible(shown and not self._railed["inspector"])

    def widen(self, width: int) -> None:
        """Give the right panel another width, in px of the design."""
        self._wide = width
        both = sum(self._inner.sizes())
        if not self._railed["inspector"] and both:
            wanted = self._look.px(self._right_width())
            self._inner.setSizes([both - wanted, wanted])
        self._place_overlays()

    def show_whole(self, shown: bool) -> None:
        """Show one view in place of library, stage and inspector, or these again."""
        self.fold()
        self._whole.setVisible(shown)
        self._top.setVisible(not shown)
        self._panels["library"].setVisible(not shown and not self._railed["library"])
        self.rails["library"].setVisible(not shown and self._railed["library"])
        self._give_room()

    def _give_room(self) -> None:
        """Have the storyboard folded in a low window, while something else needs the room."""
        high = self.height() * 100 // self._look.scale
        over = high < _LOW and bool(self.rails["inspector"].current)
        self.tight.emit(over or (high < _LOWEST and not self._whole.isHidden()))

    def reveal(self, side: Side) -> None:
        """Show a panel, over the stage where it is a rail."""
        if self._railed[side]:
            self.rails[side].open(self._tab if side == "inspector" else side)

    def fold(self) -> None:
        """Take away what lies over the stage."""
        for rail in self.rails.values():
            rail.open("")

    def hide_side(self, side: Side, hidden: bool) -> None:
        """Leave a panel's column to the stage, a rail in its place, or give it back."""
        if hidden:
            self._hidden.add(side)
        else:
            self._hidden.discard(side)
        self.fold()
        self.restyle()

    def is_hidden(self, side: Side) -> bool:
        """Return whether the user hid a panel, however wide the window is."""
        return side in self._hidden

    def show_all(self) -> None:
        """Give every panel the room that it has by the design."""
        self._hidden.clear()
        self.fold()
        self.restyle()

    def turn(self, tab: str) -> None:
        """Know which tab the right panel shows, and show it on the rail."""
        self._tab = tab
        if self.rails["inspector"].current:
            self.rails["inspector"].open(tab)

    def _arrange(self) -> None:
        effective = self.width() * 100 // self._look.scale
        if effective == self._width:
            return
        self._width = effective
        self._set_rail("inspector", effective < INSPECTOR_RAIL or "inspector" in self._hidden)
        self._set_rail("library", effective < LIBRARY_RAIL or "library" in self._hidden)
        px = self._look.px
        library, inspector = self._left_width(), self._right_width()
        for side, (least, most) in _WIDTHS.items():
            self._panels[side].setMinimumWidth(px(least))
            self._panels[side].setMaximumWidth(px(most))
        if not self._railed["library"]:
            self._outer.setSizes([px(library), max(1, self.width() - px(library))])
        if not self._railed["inspector"]:
            rest = self.width() - px(WIDTH if self._railed["library"] else library)
            self._inner.setSizes([max(1, rest - px(inspector)), px(inspector)])

    def _left_width(self) -> int:
        return self._kept("library", 366 if self._width >= FULL else 320)

    def _right_width(self) -> int:
        """Return the width of the right panel, which its tabs want wide or narrow."""
        narrower = 0 if self._width >= FULL else 28
        return self._kept(f"right-{self._wide}", self._wide - narrower)

    def _kept(self, panel: str, usual: int) -> int:
        return self._memory.width(self.step, panel, usual) if self._memory else usual

    def _keep_widths(self) -> None:
        """Remember what the user made of the splitters, in px of the design."""
        if self._memory is None:
            return
        kept: dict[Side, str] = {"library": "library", "inspector": f"right-{self._wide}"}
        for side, name in kept.items():
            panel = self._panels[side]
            if not self._railed[side] and panel.isVisible():
                width = round(panel.width() * 100 / self._look.scale)
                self._memory.keep_width(self.step, name, width)

    def _set_rail(self, side: Side, railed: bool) -> None:
        if railed == self._railed[side]:
            return
        self._railed[side] = railed
        panel, rail = self._panels[side], self.rails[side]
        rail.open("")
        shown = self._inspecting or side == "library"
        whole = side == "library" and not self._whole.isHidden()
        rail.setVisible(railed and shown and not whole)
        if isinstance(panel, Surface):
            panel.set_edges(_OVERLAY_EDGES[side] if railed else "")
        if railed:
            panel.setParent(self)
            panel.hide()
        elif side == "library":
            self._outer.insertWidget(0, panel)
            panel.setVisible(not whole)
        else:
            self._inner.addWidget(panel)
            panel.setVisible(shown)

    def _lay_over(self, side: Side, name: str) -> None:
        panel = self._panels[side]
        if not self._railed[side]:
            return
        panel.setVisible(bool(name))
        if not name:
            self._give_room()
        else:
            if side == "inspector":
                self.tab_wanted.emit(name)
                self._give_room()
            self._place_overlays()
            panel.raise_()

    def _place_overlays(self) -> None:
        px = self._look.px
        if self._railed["library"]:
            left = self.rails["library"].width()
            width = min(px(340), self.width() - left)
            self._panels["library"].setGeometry(left, 0, width, self.height())
        if self._railed["inspector"]:
            width = min(px(self._wide), self.width() - px(WIDTH))
            right = self.width() - self.rails["inspector"].width()
            self._panels["inspector"].setGeometry(right - width, 0, width, self._top.height())
