"""The nodes of a network: who acts on the left, filled; whom they act on at the right, in panels.

In: a page of the graph. Out: text boxes at their rows, named apart. Must not know: lines, labels.
Geometry: design page "slides", section 10.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.content import Diagram, Node
from briefer.geometry import Color, Frame, Insets, Outline, inches
from briefer.layout.blocks.diagram import (
    LEFT,
    NOTE_SIZE,
    RIGHT,
    bold_style,
    note_runs,
    unique_names,
)
from briefer.layout.blocks.marks import EDGE, MUTED, NAVY, label_style
from briefer.layout.blocks.names import NameSetter
from briefer.layout.blocks.network_pages import NetworkPage, rows_of
from briefer.layout.boxes import TextBox
from briefer.layout.fitting import set_in, text_area
from briefer.layout.inlines import Look
from briefer.layout.setting import Setting
from briefer.template.model import LevelStyle

TOP = inches(2.25)
LEFT_WIDTH, RIGHT_WIDTH = inches(2.2833), inches(3.6167)
LEFT_WIDE = inches(2.95)
"""The width of the left column where its names would be small in the usual one."""

SMALL = 18.0
SIZES = {1: (1.2, 0.0), 2: (1.1, 1.6), 3: (0.95, 1.35), 4: (0.8, 1.075), 5: (0.71, 0.8325)}
"""Height and pitch in inches of the nodes in columns of so many rows."""

_ABOVE = inches(0.02)


@dataclass(frozen=True, slots=True)
class Column:
    """The nodes of one column from the top as boxes, and whether words had to be cut."""

    boxes: tuple[TextBox, ...]
    shortened: bool

    @property
    def smallest(self) -> float:
        """The size in pt of the smallest name."""
        return min(box.paragraphs[0].style.size for box in self.boxes)


@dataclass(frozen=True, slots=True)
class _Style:
    """How the nodes of a column look; those who act are not told what they are."""

    x: int
    width: int
    name: LevelStyle
    sizes: tuple[float, ...]
    note: LevelStyle
    insets: Insets
    fill: Color
    outline: Outline | None = None
    marker: Color | None = None
    with_kind: bool = True


_ACTING = _Style(
    x=LEFT,
    width=LEFT_WIDTH,
    name=bold_style(22, color=Color("bg1"), serif=True),
    sizes=(22.0, 20.0, 18.0, 16.0),
    note=label_style(NOTE_SIZE, color=Color("bg1")),
    insets=Insets(inches(0.2), _ABOVE, inches(0.1), _ABOVE),
    fill=NAVY,
    marker=Color("bg1"),
    with_kind=False,
)
_ACTED_ON = _Style(
    x=RIGHT - RIGHT_WIDTH,
    width=RIGHT_WIDTH,
    name=bold_style(20, color=NAVY),
    sizes=(20.0, 18.0, 16.0),
    note=label_style(NOTE_SIZE, color=MUTED),
    insets=Insets(inches(0.24), _ABOVE, inches(0.1), _ABOVE),
    fill=Color("bg2"),
    outline=Outline(EDGE),
)


def columns_of(block: Diagram, page: NetworkPage, setting: Setting) -> tuple[Column, Column]:
    """Return both columns of a page."""
    left_rows, right_rows = rows_of(page)
    count = max(len(left_rows), len(right_rows))
    shown = [block.nodes[index] for index in (*page.left, *page.right)]
    names = unique_names(f"Node: {node.name}" for node in shown)
    left_names, right_names = names[: len(left_rows)], names[len(left_rows) :]
    acting, acted_on = shown[: len(left_rows)], shown[len(left_rows) :]
    left = _column(acting, left_names, left_rows, count, _ACTING, setting)
    if left.shortened or left.smallest < SMALL:
        wide = replace(_ACTING, width=LEFT_WIDE)
        left = _column(acting, left_names, left_rows, count, wide, setting)
    return left, _column(acted_on, right_names, right_rows, count, _ACTED_ON, setting)


def _column(
    nodes: Sequence[Node],
    names: Sequence[str],
    rows: Sequence[float],
    count: int,
    style: _Style,
    setting: Setting,
) -> Column:
    height, pitch = SIZES[count]
    boxes, cut = [], False
    for node, name, row in zip(nodes, names, rows, strict=True):
        y = TOP + round(inches(pitch) * row)
        frame = Frame(style.x, y, style.width, inches(height))
        box, shortened = _node(node, name, frame, style=style, setting=setting)
        boxes.append(box)
        cut = cut or shortened
    return Column(tuple(boxes), cut)


def _node(
    node: Node, name: str, frame: Frame, *, style: _Style, setting: Setting
) -> tuple[TextBox, bool]:
    """Return a node's box with its name and note, and whether words had to be cut."""
    box = TextBox(
        name=name,
        frame=frame,
        paragraphs=(),
        anchor="ctr",
        insets=style.insets,
        fill=style.fill,
        outline=style.outline,
        origin=node.origin,
    )
    area = text_area(box)
    look = Look(setting.numbers, style.marker) if style.marker else setting.look()
    note = note_runs(node, style.note, look, with_kind=style.with_kind)
    names = NameSetter(style.name, style.sizes, area.w, area.h, setting)
    fitted = names.named(node.name, note, style.note, spare=not node.note)
    paragraphs = [replace(paragraph, origin=node.origin) for paragraph in fitted.paragraphs]
    return set_in(box, paragraphs, setting.setter)[0], fitted.shortened
