"""Arrange a network: who acts on the left, whom they act on at the right, glued lines between.

Geometry: design page "slides", section 10. What cannot be drawn so that it can be read (labels of
many words, many pages) becomes a table of the same ties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefer.content import NO_SOURCE, CiteMark, Column, Diagram, Link, Row, Table, Text
from briefer.geometry import EMU_PER_PT, Color, Frame, Insets, inches, points
from briefer.layout.blocks.diagram import (
    FLOOR,
    LABEL_SIZE,
    LEFT,
    LINE_LEFT,
    LINE_RIGHT,
    RIGHT,
    TONES,
    alt_of,
    heading_box,
    key_of,
    tone_of,
)
from briefer.layout.blocks.marks import label_paragraph, label_style
from briefer.layout.blocks.network_labels import Span, place_labels
from briefer.layout.blocks.network_nodes import RIGHT_WIDTH, columns_of
from briefer.layout.blocks.network_pages import NetworkPage, Strand, pages_of
from briefer.layout.blocks.table import arrange_table
from briefer.layout.body import Body
from briefer.layout.boxes import GroupBox, LineBox, Paragraph, ShapeBox, TextBox
from briefer.layout.fitting import set_in
from briefer.layout.inlines import runs_of
from briefer.layout.setting import Setting

LAYOUT = "Actor network"
HEADING_TOP, HEADING_HEIGHT = inches(1.855), inches(0.3)
BAR = inches(0.08)
LABEL_MOST = inches(2.6)
LABEL_LINES = 2
LABEL_PAD, LABEL_SIDE = inches(0.028), inches(0.1)
MOST_PAGES = 4


@dataclass(frozen=True, slots=True)
class _Label:
    """The words of a strand, a paragraph a link, and the size of their box in EMU."""

    paragraphs: tuple[Paragraph, ...]
    width: int
    height: int
    readable: bool


def arrange_network(block: Diagram, setting: Setting) -> list[Body]:
    """Return the pages of a network, or those of a table of its ties."""
    pages = pages_of(block.links)
    if len(pages) <= MOST_PAGES:
        bodies = [_body(block, page, setting) for page in pages]
        drawn = [body for body in bodies if body]
        if len(drawn) == len(pages):
            return drawn
    return arrange_table(table_of(block), setting)


def table_of(block: Diagram) -> Table:
    """Return the ties of a network as rows, in order; each has its source in a cell of its own."""
    columns = (
        Column("Who", 0.28, bold=True),
        Column("Tie", 0.22),
        Column("With whom", 0.38),
        Column("Source", 0.12, align="r", blank=NO_SOURCE),
    )
    return Table(columns, tuple(_row(block, link) for link in block.links), "Table of ties")


def _row(block: Diagram, link: Link) -> Row:
    words = tuple(inline for inline in link.label if not isinstance(inline, CiteMark))
    marks = [inline for inline in link.label if isinstance(inline, CiteMark)]
    cites = dict.fromkeys(cite for mark in marks for cite in mark.cites)
    numbers = sorted({number for mark in marks for number in mark.numbers})
    ends = [block.nodes[index] for index in (link.start, link.end)]
    who, whom = ((Text(node.name),) for node in ends)
    below = (ends[0].note, (), ends[1].note, ())
    cells = (who, words, whom, (CiteMark(tuple(cites), tuple(numbers)),))
    return Row(cells, link.origin, below if any(below) else ())


def _body(block: Diagram, page: NetworkPage, setting: Setting) -> Body | None:
    """Return one page's body, None where its labels have no room or would be hard to read."""
    left, right = columns_of(block, page, setting)
    starts = dict(zip(page.left, left.boxes, strict=True))
    ends = dict(zip(page.right, right.boxes, strict=True))
    lines = [_line(s, starts[s.left], ends[s.right], block=block) for s in page.strands]
    labels = [_label(strand, setting) for strand in page.strands]
    spans = [_span(line, label) for line, label in zip(lines, labels, strict=True)]
    frames = place_labels(spans, HEADING_TOP + HEADING_HEIGHT, FLOOR)
    if frames is None or not all(label.readable for label in labels):
        return None
    texts = [
        _label_box(label, frame, line.name, setting)
        for label, frame, line in zip(labels, frames, lines, strict=True)
    ]
    texts.sort(key=lambda box: (box.frame.y, box.frame.x))
    panels = [box for node in page.right for box in _panel(ends[node], page, node)]
    links = [link for strand in page.strands for link in strand.links]
    group = GroupBox("Network", (*lines, *left.boxes, *texts, *panels), alt_of(block, links))
    headings, cut = _headings(block, setting)
    key = key_of([strand.links for strand in page.strands], setting)
    cut = cut or left.shortened or right.shortened
    return Body(LAYOUT, (*headings, group), key=key, shortened=cut)


def _line(strand: Strand, start: TextBox, end: TextBox, *, block: Diagram) -> LineBox:
    """Return the line of a strand, from the right edge of one node to the left of the other."""
    names = (block.nodes[index].name for index in (strand.left, strand.right))
    first = strand.links[0]
    return LineBox(
        name=f"Link: {' to '.join(names)}",
        x1=start.frame.right,
        y1=start.frame.y + start.frame.h // 2,
        x2=end.frame.x,
        y2=end.frame.y + end.frame.h // 2,
        line=TONES[tone_of(strand.links)].line,
        arrow=any(link.directed for link in strand.links),
        start=(start.name, LINE_RIGHT),
        end=(end.name, LINE_LEFT),
        origin=first.origin,
    )


def _label(strand: Strand, setting: Setting) -> _Label:
    """Return the words of a strand, measured; a long label is set on lines of even length."""
    style = label_style(LABEL_SIZE, align="ctr")
    setter, look = setting.setter, setting.look()
    paragraphs, width, count = [], 0.0, 0
    most = (LABEL_MOST - 2 * LABEL_SIDE) / EMU_PER_PT
    readable = True
    for link in strand.links:
        runs = runs_of(link.label, style, look)
        lines = setter.broken(runs, most, most)
        readable = readable and 0 < len(lines) <= LABEL_LINES
        paragraph = label_paragraph(runs, style, origin=link.origin, role="label")
        paragraphs.append(replace(paragraph, said=link.sentence))
        even = setter.balanced_width(paragraph, points(most)) / EMU_PER_PT
        natural = setter.natural_width(runs)
        width = max(width, natural if len(lines) == 1 else even)
        count += len(lines)
    leading = paragraphs[0].spacing_pt
    return _Label(
        tuple(paragraphs),
        points(width + 1) + 2 * LABEL_SIDE,
        points(count * leading) + 2 * LABEL_PAD,
        readable,
    )


def _span(line: LineBox, label: _Label) -> Span:
    return Span(line.x1, line.y1, line.x2, line.y2, label.width, label.height)


def _label_box(label: _Label, frame: Frame, line: str, setting: Setting) -> TextBox:
    """Return a label's box, which hides the line behind it."""
    box = TextBox(
        name=f"Label: {line.removeprefix('Link: ')}",
        frame=frame,
        paragraphs=(),
        anchor="ctr",
        insets=Insets(LABEL_SIDE, LABEL_PAD, LABEL_SIDE, LABEL_PAD),
        fill=Color("bg1"),
    )
    return set_in(box, label.paragraphs, setting.setter)[0]


def _panel(box: TextBox, page: NetworkPage, node: int) -> Iterator[TextBox | ShapeBox]:
    """Yield a node that is acted on, and the bar that has the colour of what is done to it."""
    yield box
    tied = [link for strand in page.strands if strand.right == node for link in strand.links]
    frame = replace(box.frame, w=BAR)
    name = f"Bar: {box.name.removeprefix('Node: ')}"
    yield ShapeBox(name, frame, fill=TONES[tone_of(tied)].line.color)


def _headings(block: Diagram, setting: Setting) -> tuple[list[TextBox], bool]:
    """Return the headings over both columns, and whether words of theirs had to be cut."""
    right = RIGHT - RIGHT_WIDTH
    frames = (
        Frame(LEFT, HEADING_TOP, right - LEFT - inches(0.2), HEADING_HEIGHT),
        Frame(right, HEADING_TOP, RIGHT_WIDTH, HEADING_HEIGHT),
    )
    pairs = zip(block.headings, frames, strict=True)
    made = [heading_box(words, frame, setting) for words, frame in pairs if words]
    return [box for box, _ in made], any(cut for _, cut in made)
