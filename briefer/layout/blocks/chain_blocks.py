"""The blocks of a chain: where they stand, their colours, header, facts, arrows between them.

Geometry: design page "slides", section 10. Colour follows the party: China, Mexico and the United
States have theirs; every block has its name, so that colour is never alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.content import Diagram, Link, Node, Para
from briefer.geometry import EMU_PER_PT, Color, Frame, Insets, Outline, inches, points
from briefer.layout.blocks.diagram import (
    LEFT,
    LINE_LEFT,
    LINE_RIGHT,
    NOTE_SIZE,
    RIGHT,
    bold_style,
    note_runs,
    unique_names,
)
from briefer.layout.blocks.flowing import Flow
from briefer.layout.blocks.marks import EDGE, NAVY, label_paragraph, label_style
from briefer.layout.blocks.names import NameSetter, cut_to_lines, line_count
from briefer.layout.boxes import LineBox, ShapeBox, TextBox
from briefer.layout.fitting import set_in, text_area
from briefer.layout.inlines import Look, runs_of
from briefer.layout.setting import Setting

TOP = inches(1.875)
HEADER = inches(0.75)
SIDE, FACTS_ABOVE, FACTS_BELOW = inches(0.2), inches(0.14), inches(0.12)
WIDTHS = {2: inches(4.5), 3: inches(2.85), 4: inches(2.1)}
_PARTIES = {"CN": Color("accent2"), "MX": Color("accent3"), "US": Color("accent1")}
_OTHERS = (NAVY, Color("accent6"))
_NAME_SIZES = (22.0, 20.0, 18.0, 16.0)
_LABEL_SIZES = (18.0, 16.0)
_LABEL_SIDE, _LABEL_ABOVE_LINE = inches(0.04), inches(0.07)
_LINE = Outline(NAVY, points(4))

ChainBox = TextBox | ShapeBox | LineBox


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the name of its shape, its frame, and the colour of its party."""

    name: str
    frame: Frame
    hue: Color


def places_of(nodes: Sequence[Node], height: int) -> list[Place]:
    """Return the places of blocks `height` EMU high, spread over the width of the slide."""
    width = WIDTHS[len(nodes)]
    step = (RIGHT - LEFT - width) / (len(nodes) - 1)
    names = unique_names(f"Node: {node.name}" for node in nodes)
    places, others = [], 0
    for at, (node, name) in enumerate(zip(nodes, names, strict=True)):
        hue = _PARTIES.get(node.party)
        if hue is None:
            hue, others = _OTHERS[others % len(_OTHERS)], others + 1
        places.append(Place(name, Frame(LEFT + round(at * step), TOP, width, height), hue))
    return places


def facts_flow(nodes: Sequence[Node], setting: Setting) -> Flow:
    """Return the flow of facts through the blocks."""
    return Flow(WIDTHS[len(nodes)] - 2 * SIDE, setting)


def block_boxes(
    node: Node, place: Place, facts: Sequence[Para], setting: Setting
) -> tuple[list[ChainBox], bool]:
    """Return a block's panel, header and facts, and whether words had to be cut.

    The header of a block without facts fills it.
    """
    frame = place.frame
    words = place.name.removeprefix("Node: ")
    panel = ShapeBox(
        place.name, frame, fill=Color("bg2"), outline=Outline(EDGE), origin=node.origin
    )
    header, cut = _header(node, place, HEADER if facts else frame.h, setting)
    boxes: list[ChainBox] = [panel, header]
    if facts:
        top = HEADER + FACTS_ABOVE
        area = Frame(frame.x + SIDE, frame.y + top, frame.w - 2 * SIDE, frame.h - top)
        boxes.append(Flow(area.w, setting).box(f"Facts: {words}", area, facts))
    return boxes, cut


def _header(node: Node, place: Place, height: int, setting: Setting) -> tuple[TextBox, bool]:
    bg1 = Color("bg1")
    box = TextBox(
        name=f"Name: {place.name.removeprefix('Node: ')}",
        frame=replace(place.frame, h=height),
        paragraphs=(),
        anchor="ctr",
        insets=Insets(SIDE, inches(0.02), inches(0.1), inches(0.02)),
        fill=place.hue,
        outline=Outline(EDGE),
        origin=node.origin,
    )
    area = text_area(box)
    quiet = label_style(NOTE_SIZE, color=bg1)
    names = NameSetter(bold_style(22, color=bg1, serif=True), _NAME_SIZES, area.w, area.h, setting)
    note = note_runs(node, quiet, Look(setting.numbers, bg1))
    fitted = names.named(node.name, note, quiet, spare=not node.note)
    paragraphs = [replace(paragraph, origin=node.origin) for paragraph in fitted.paragraphs]
    return set_in(box, paragraphs, setting.setter)[0], fitted.shortened


def arrow_of(link: Link, start: Place, end: Place, block: Diagram) -> LineBox:
    """Return the arrow of a link, glued to both blocks."""
    y = start.frame.y + start.frame.h // 2
    names = (block.nodes[index].name for index in (link.start, link.end))
    return LineBox(
        name=f"Link: {' to '.join(names)}",
        x1=start.frame.right,
        y1=y,
        x2=end.frame.x,
        y2=y,
        line=_LINE,
        arrow=link.directed,
        start=(start.name, LINE_RIGHT),
        end=(end.name, LINE_LEFT),
        origin=link.origin,
    )


def label_of(link: Link, line: LineBox, setting: Setting) -> tuple[TextBox, bool]:
    """Return the words over an arrow, and whether they had to be cut."""
    frame = Frame(line.x1, TOP, line.x2 - line.x1, line.y1 - TOP - _LABEL_ABOVE_LINE)
    width = frame.w - 2 * _LABEL_SIDE
    for size in _LABEL_SIZES:
        style = bold_style(size, color=NAVY, align="ctr")
        runs = runs_of(link.label, style, setting.look())
        paragraph = label_paragraph(runs, style, origin=link.origin, role="label")
        paragraph = replace(paragraph, said=link.sentence)
        most = int(frame.h / EMU_PER_PT / paragraph.spacing_pt)
        whole = setting.setter.widest_word(runs) <= width / EMU_PER_PT
        cut = line_count(paragraph, width, setting) > most
        if whole and not cut:
            break
    if cut:
        paragraph = cut_to_lines(paragraph, width, most, setting)
    box = TextBox(
        name=f"Label: {line.name.removeprefix('Link: ')}",
        frame=frame,
        paragraphs=(),
        anchor="b",
        insets=Insets(_LABEL_SIDE, 0, _LABEL_SIDE, 0),
    )
    return set_in(box, [paragraph], setting.setter)[0], cut
