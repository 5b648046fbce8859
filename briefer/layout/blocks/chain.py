"""Arrange a chain: blocks from left to right, glued arrows, a way back, and what was done below.

Geometry: design page "slides", section 10. Facts and deeds that have no room continue on further
pages, under the same blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.content import Diagram
from briefer.geometry import Color, Frame, Insets, Outline, inches, points
from briefer.layout.blocks.chain_blocks import (
    FACTS_ABOVE,
    FACTS_BELOW,
    HEADER,
    TOP,
    WIDTHS,
    ChainBox,
    Place,
    arrow_of,
    block_boxes,
    facts_flow,
    label_of,
    places_of,
)
from briefer.layout.blocks.diagram import (
    FLOOR,
    LABEL_SIZE,
    LEFT,
    LINE_BOTTOM,
    RIGHT,
    alt_of,
    heading_box,
)
from briefer.layout.blocks.flowing import Flow, Paras
from briefer.layout.blocks.marks import MUTED, label_paragraph, label_style, words_of
from briefer.layout.blocks.names import cut_to_lines, line_count
from briefer.layout.body import Body
from briefer.layout.boxes import GroupBox, LineBox, Paragraph, ShapeBox, TextBox
from briefer.layout.fitting import set_in
from briefer.layout.inlines import runs_of
from briefer.layout.setting import Setting

LAYOUT = "Supply chain"
BLOCK, BLOCK_WITHOUT_FACTS = inches(2.175), inches(1.35)
BACK_DROP = inches(0.34)
"""How far below the blocks the way back runs."""

BACK_WIDTH, BACK_LINES, BACK_SIDE, BACK_PAD = inches(6.4), 6, inches(0.1), inches(0.03)
ACTS_GAP, ACTS_HEADING, ACTS_TEXT = inches(0.15), inches(0.28), inches(0.46)
"""Room over the heading of what was done, its height, and where the text begins below it."""

RULE_TOP, RULE = inches(0.35), inches(0.045)
_DASHES = Outline(MUTED, points(1.75), "dash")


@dataclass(frozen=True, slots=True)
class _Share:
    """What one page shows of each block's facts and deeds, and the height of its blocks."""

    facts: tuple[Paras, ...]
    acts: tuple[Paras, ...]
    height: int


@dataclass(frozen=True, slots=True)
class _Back:
    """The words of the way back, set, with the height of their box."""

    paragraph: Paragraph
    width: int
    height: int
    shortened: bool

    @property
    def drop(self) -> int:
        """How far below the blocks the way back runs: so that its words stand clear of them."""
        return max(BACK_DROP, self.height // 2 + BACK_PAD)

    @property
    def room(self) -> int:
        """How much lower the slide goes on because of the way back."""
        return self.drop + self.height // 2


def arrange_chain(block: Diagram, setting: Setting) -> list[Body]:
    """Return the pages of a chain; the way back stands on the first."""
    facts = tuple(node.facts for node in block.nodes)
    acts = tuple(node.acts for node in block.nodes)
    back = _back(block, setting)
    bodies: list[Body] = []
    while not bodies or any(facts) or any(acts):
        share, facts, acts = _shared(block, facts, acts, back, setting)
        bodies.append(_body(block, share, back, setting))
        back = None
    return bodies


def _shared(
    block: Diagram,
    facts: tuple[Paras, ...],
    acts: tuple[Paras, ...],
    back: _Back | None,
    setting: Setting,
) -> tuple[_Share, tuple[Paras, ...], tuple[Paras, ...]]:
    """Return what the next page shows, and the facts and deeds that are left for later ones.

    Where not all has room, facts come first and deeds after them.
    """
    none: tuple[Paras, ...] = ((),) * len(block.nodes)
    flow, deeds = facts_flow(block.nodes, setting), _acts_flows(block, setting)
    room = FLOOR - TOP - (back.room if back else 0)
    around = HEADER + FACTS_ABOVE + FACTS_BELOW
    least = BLOCK if any(facts) else BLOCK_WITHOUT_FACTS
    height = max(least, around + max(flow.height(paras) for paras in facts))
    below = max(f.height(paras) for f, paras in zip(deeds, acts, strict=True))
    below += ACTS_GAP + ACTS_TEXT if any(acts) else 0
    if height + below <= room:
        return _Share(facts, acts, height), none, none
    if any(facts):
        parted = [flow.split(paras, room - around) for paras in facts]
        shown, rest = _halves(parted)
        height = max(BLOCK, around + max(flow.height(paras) for paras in shown))
        some, later = none, acts
        if not any(rest):
            some, later = _first_acts(deeds, acts, room - height - ACTS_GAP - ACTS_TEXT)
        return _Share(shown, some, height), rest, later
    left = room - least - ACTS_GAP - ACTS_TEXT
    shown, rest = _halves([f.split(paras, left) for f, paras in zip(deeds, acts, strict=True)])
    return _Share(none, shown, least), none, rest


def _halves(parted: Sequence[tuple[Paras, Paras]]) -> tuple[tuple[Paras, ...], tuple[Paras, ...]]:
    return tuple(part[0] for part in parted), tuple(part[1] for part in parted)


def _first_acts(
    flows: Sequence[Flow], acts: tuple[Paras, ...], room: int
) -> tuple[tuple[Paras, ...], tuple[Paras, ...]]:
    """Return the deeds that still have room, whole and some for each block, and the rest."""
    if any(
        paras and flow.height(paras[:1]) > room for flow, paras in zip(flows, acts, strict=True)
    ):
        return ((),) * len(acts), acts
    return _halves([flow.split(paras, room) for flow, paras in zip(flows, acts, strict=True)])


def _acts_flows(block: Diagram, setting: Setting) -> list[Flow]:
    """Return the flows of what was done: somewhat wider than the blocks, but for the last."""
    count = len(block.nodes)
    width = WIDTHS[count]
    gap = (RIGHT - LEFT - count * width) // (count - 1)
    wide = width + min(inches(0.6), gap - inches(0.2))
    return [Flow(width if at == count - 1 else wide, setting) for at in range(count)]


def _body(block: Diagram, share: _Share, back: _Back | None, setting: Setting) -> Body:
    places = places_of(block.nodes, share.height)
    arrows = [arrow_of(link, places[link.start], places[link.end], block) for link in block.links]
    lines: list[ChainBox] = [*arrows]
    boxes: list[ChainBox] = []
    cut = bool(back and back.shortened)
    for at, (node, place) in enumerate(zip(block.nodes, places, strict=True)):
        made, shortened = block_boxes(node, place, share.facts[at], setting)
        boxes += made
        cut = cut or shortened
        for link, arrow in zip(block.links, arrows, strict=True):
            if link.start == at:
                label, shortened = label_of(link, arrow, setting)
                boxes.append(label)
                cut = cut or shortened
    bottom = TOP + share.height
    if back:
        lines += _way_back(places, back.drop)
        boxes.append(_back_box(back, places, setting))
        bottom += back.room
    if any(share.acts):
        made, shortened = _acts(block, share, places, bottom + ACTS_GAP, setting)
        boxes += made
        cut = cut or shortened
    group = GroupBox("Chain", (*lines, *boxes), _alt(block, with_back=back is not None))
    return Body(LAYOUT, (group,), shortened=cut)


def _alt(block: Diagram, *, with_back: bool) -> str:
    return alt_of(block, block.links, *((_told_back(block),) if with_back else ()))


def _told_back(block: Diagram) -> str:
    return f"Way back: {words_of(block.back).rstrip('.')}."


def _back(block: Diagram, setting: Setting) -> _Back | None:
    """Return the words of the way back, cut where they would take too much of the slide."""
    if not block.back:
        return None
    style = label_style(LABEL_SIZE, align="ctr")
    runs = runs_of(block.back, style, setting.look())
    paragraph = label_paragraph(runs, style, role="label")
    most = BACK_WIDTH - 2 * BACK_SIDE
    cut = line_count(paragraph, most, setting) > BACK_LINES
    if cut:
        paragraph = cut_to_lines(paragraph, most, BACK_LINES, setting)
    count = line_count(paragraph, most, setting)
    natural = points(setting.setter.natural_width(paragraph.runs) + 1)
    width = natural if count == 1 else setting.setter.balanced_width(paragraph, most)
    height = points(count * paragraph.spacing_pt) + 2 * BACK_PAD
    paragraph = replace(paragraph, said=_told_back(block))
    return _Back(paragraph, width + 2 * BACK_SIDE, height, cut)


def _way_back(places: Sequence[Place], drop: int) -> list[LineBox]:
    """Return the dashed way back: down, across, down; without arrow head, for it ends nowhere."""
    first, last = places[0], places[-1]
    start, end = (place.frame.x + place.frame.w // 2 for place in (last, first))
    top, y = first.frame.bottom, first.frame.bottom + drop
    name = "Way back"
    return [
        LineBox(f"{name}: from", start, top, start, y, _DASHES, start=(last.name, LINE_BOTTOM)),
        LineBox(f"{name}: across", start, y, end, y, _DASHES),
        LineBox(f"{name}: to", end, top, end, y, _DASHES, start=(first.name, LINE_BOTTOM)),
    ]


def _back_box(back: _Back, places: Sequence[Place], setting: Setting) -> TextBox:
    y = places[0].frame.bottom + back.drop - back.height // 2
    middle = (LEFT + RIGHT) // 2
    box = TextBox(
        name="Label: way back",
        frame=Frame(middle - back.width // 2, y, back.width, back.height),
        paragraphs=(),
        anchor="ctr",
        insets=Insets(BACK_SIDE, BACK_PAD, BACK_SIDE, BACK_PAD),
        fill=Color("bg1"),
    )
    return set_in(box, [back.paragraph], setting.setter)[0]


def _acts(
    block: Diagram, share: _Share, places: Sequence[Place], y: int, setting: Setting
) -> tuple[list[ChainBox], bool]:
    """Return what was done, below the blocks it was done about; `y` is where its heading stands."""
    frame = Frame(LEFT, y, RIGHT - LEFT, ACTS_HEADING)
    heading, cut = heading_box(block.headings[0], frame, setting)
    boxes: list[ChainBox] = [heading]
    flows = _acts_flows(block, setting)
    for flow, place, paras in zip(flows, places, share.acts, strict=True):
        if not paras:
            continue
        words = place.name.removeprefix("Node: ")
        rule = Frame(place.frame.x, y + RULE_TOP, place.frame.w, RULE)
        area = Frame(place.frame.x, y + ACTS_TEXT, flow.width, flow.height(paras))
        boxes.append(ShapeBox(f"Rule: {words}", rule, fill=place.hue))
        boxes.append(flow.box(f"Acts: {words}", area, paras))
    return boxes, cut
