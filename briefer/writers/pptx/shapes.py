"""Boxes as shapes: one function a box type.

In: boxes of a page. Out: elements of its shape tree, in the same order. Must not know: the package.
"""

from __future__ import annotations

from typing import assert_never

from lxml import etree

from briefer.geometry import Frame
from briefer.layout.boxes import (
    Box,
    ChartBox,
    GroupBox,
    LineBox,
    PictureBox,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.template.model import Placeholder
from briefer.writers.clean import one_line
from briefer.writers.pptx.slide import Draft
from briefer.writers.pptx.table import add_table
from briefer.writers.pptx.text import add_paragraphs
from briefer.writers.pptx.xml import (
    SPACES,
    add,
    add_fill,
    add_geometry,
    add_line,
    add_xfrm,
    name,
    relate,
    set_insets,
)

_FURNITURE = frozenset(("dt", "ftr", "sldNum"))
"""Placeholders that are spelled out on the slide.

WORKAROUND for LibreOffice, which ignores the layout's styling of them and sets them in centred
Liberation Serif (design page "slides", section 12).
"""

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def add_box(tree: etree._Element, box: Box, draft: Draft) -> None:
    """Append the shape of a box; a group's children with it."""
    match box:
        case TextBox():
            if box.idx is None:
                _add_text_box(tree, box, draft)
            else:
                _add_placeholder(tree, box, box.idx, draft)
        case ShapeBox():
            _add_shape(tree, box, draft)
        case LineBox():
            _add_connector(tree, box, draft)
        case TableBox():
            _add_table_frame(tree, box, draft)
        case ChartBox():
            _add_chart_frame(tree, box, draft)
        case PictureBox():
            _add_picture(tree, box, draft)
        case GroupBox():
            _add_group(tree, box, draft)
        case _:
            assert_never(box)
    draft.trace(tree[-1], box)


def frame_of(box: Box) -> Frame:
    """Return the frame that holds a box; a group's holds all its children."""
    if isinstance(box, LineBox):
        left, top = min(box.x1, box.x2), min(box.y1, box.y2)
        return Frame(left, top, abs(box.x2 - box.x1), abs(box.y2 - box.y1))
    if isinstance(box, GroupBox):
        frames = [frame_of(child) for child in box.children]
        left = min((frame.x for frame in frames), default=0)
        top = min((frame.y for frame in frames), default=0)
        right = max((frame.right for frame in frames), default=0)
        bottom = max((frame.bottom for frame in frames), default=0)
        return Frame(left, top, right - left, bottom - top)
    return box.frame


def _add_placeholder_mark(parent: etree._Element, idx: int | None, draft: Draft) -> None:
    """Append `p:nvPr`, with the layout's `p:ph` attributes if the box fills a placeholder."""
    properties = add(parent, "p:nvPr")
    if idx is not None:
        add(properties, "p:ph", **draft.placeholder(idx))


def _add_placeholder(tree: etree._Element, box: TextBox, idx: int, draft: Draft) -> None:
    shape = add(tree, "p:sp")
    identity = add(shape, "p:nvSpPr")
    draft.identify(identity, box.name)
    add(add(identity, "p:cNvSpPr"), "a:spLocks", noGrp=1)
    _add_placeholder_mark(identity, idx, draft)
    inherited = draft.layout.placeholder(idx)
    _add_own_look(add(shape, "p:spPr"), box, inherited, draft)
    text = add(shape, "p:txBody")
    body = add(text, "a:bodyPr")
    if box.own_insets:
        set_insets(body, box.insets)
    if inherited is None or box.anchor != inherited.anchor:
        body.set("anchor", box.anchor)
    add(body, "a:noAutofit")
    add(text, "a:lstStyle")
    furniture = draft.placeholder(idx).get("type") in _FURNITURE
    add_paragraphs(text, box.paragraphs, draft, explicit=furniture)


def _add_own_look(
    properties: etree._Element, box: TextBox, inherited: Placeholder | None, draft: Draft
) -> None:
    """Append frame, fill and outline where they differ from the layout's."""
    if box.moved:
        add_xfrm(properties, box.frame)
    fill = inherited.fill if inherited else None
    outline = inherited.outline if inherited else None
    if box.fill != fill:
        add_fill(properties, box.fill, draft.template)
    if box.outline != outline:
        add_line(properties, box.outline, draft.template)


def _add_text_box(tree: etree._Element, box: TextBox, draft: Draft) -> None:
    shape = add(tree, "p:sp")
    identity = add(shape, "p:nvSpPr")
    words = (one_line(run.text) for paragraph in box.paragraphs for run in paragraph.runs)
    empty = not "".join(words).strip()
    draft.identify(identity, box.name, decorative=empty)
    add(identity, "p:cNvSpPr", txBox=1)
    add(identity, "p:nvPr")
    _add_look(add(shape, "p:spPr"), box.frame, "rect", box, draft)
    text = add(shape, "p:txBody")
    body = add(text, "a:bodyPr", wrap="square", rtlCol=0, anchor=box.anchor)
    set_insets(body, box.insets)
    add(body, "a:noAutofit")
    add(text, "a:lstStyle")
    add_paragraphs(text, box.paragraphs, draft, explicit=True)


def _add_look(
    properties: etree._Element,
    frame: Frame,
    geometry: str,
    box: TextBox | ShapeBox,
    draft: Draft,
) -> None:
    add_xfrm(properties, frame)
    add_geometry(properties, geometry)
    add_fill(properties, box.fill, draft.template)
    add_line(properties, box.outline, draft.template)


def _add_shape(tree: etree._Element, box: ShapeBox, draft: Draft) -> None:
    shape = add(tree, "p:sp")
    identity = add(shape, "p:nvSpPr")
    draft.identify(identity, box.name, alt=box.alt, decorative=True)
    add(identity, "p:cNvSpPr")
    add(identity, "p:nvPr")
    _add_look(add(shape, "p:spPr"), box.frame, box.geometry, box, draft)
    text = add(shape, "p:txBody")
    add(text, "a:bodyPr", rtlCol=0, anchor="ctr")
    add(text, "a:lstStyle")
    add_paragraphs(text, (), draft, explicit=False)


def _add_connector(tree: etree._Element, box: LineBox, draft: Draft) -> None:
    connector = add(tree, "p:cxnSp")
    identity = add(connector, "p:nvCxnSpPr")
    draft.identify(identity, box.name, alt=box.alt, decorative=True)
    glue = add(identity, "p:cNvCxnSpPr")
    for tag, end in (("a:stCxn", box.start), ("a:endCxn", box.end)):
        if end is not None:
            add(glue, tag, id=draft.id_of(end[0]), idx=end[1])
    add(identity, "p:nvPr")
    properties = add(connector, "p:spPr")
    xfrm = add_xfrm(properties, frame_of(box))
    if box.x2 < box.x1:
        xfrm.set("flipH", "1")
    if box.y2 < box.y1:
        xfrm.set("flipV", "1")
    add_geometry(properties, "straightConnector1" if box.start or box.end else "line")
    add_line(properties, box.line, draft.template, arrow=box.arrow)


def _add_table_frame(tree: etree._Element, box: TableBox, draft: Draft) -> None:
    data = _add_graphic(tree, box, draft, _TABLE)
    add_table(data, box, draft, draft.shared.look)


def _add_chart_frame(tree: etree._Element, box: ChartBox, draft: Draft) -> None:
    data = _add_graphic(tree, box, draft, _CHART)
    spaces = {prefix: SPACES[prefix] for prefix in ("c", "r")}
    chart = etree.SubElement(data, name("c:chart"), nsmap=spaces)
    relate(chart, "id", draft.to_chart(box))


def _add_graphic(
    tree: etree._Element, box: TableBox | ChartBox, draft: Draft, kind: str
) -> etree._Element:
    """Append a graphic frame and return the element that holds its data."""
    frame = add(tree, "p:graphicFrame")
    identity = add(frame, "p:nvGraphicFramePr")
    draft.identify(identity, box.name, alt=box.alt)
    add(add(identity, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", noGrp=1)
    _add_placeholder_mark(identity, box.idx, draft)
    add_xfrm(frame, box.frame, tag="p:xfrm")
    return add(add(frame, "a:graphic"), "a:graphicData", uri=kind)


def _add_picture(tree: etree._Element, box: PictureBox, draft: Draft) -> None:
    picture = add(tree, "p:pic")
    identity = add(picture, "p:nvPicPr")
    draft.identify(identity, box.name, alt=box.alt, decorative=True)
    locks = add(add(identity, "p:cNvPicPr"), "a:picLocks", noChangeAspect=1)
    if box.idx is not None:
        locks.set("noGrp", "1")
    _add_placeholder_mark(identity, box.idx, draft)
    fill = add(picture, "p:blipFill")
    relate(add(fill, "a:blip"), "embed", draft.to_picture(box.data))
    add(add(fill, "a:stretch"), "a:fillRect")
    properties = add(picture, "p:spPr")
    inherited = None if box.idx is None else draft.layout.placeholder(box.idx)
    if inherited is None or inherited.frame != box.frame:
        add_xfrm(properties, box.frame)
        add_geometry(properties, "rect")


def _add_group(tree: etree._Element, box: GroupBox, draft: Draft) -> None:
    group = add(tree, "p:grpSp")
    identity = add(group, "p:nvGrpSpPr")
    draft.identify(identity, box.name, alt=box.alt)
    add(identity, "p:cNvGrpSpPr")
    add(identity, "p:nvPr")
    frame = frame_of(box)
    xfrm = add_xfrm(add(group, "p:grpSpPr"), frame)
    add(xfrm, "a:chOff", x=frame.x, y=frame.y)
    add(xfrm, "a:chExt", cx=frame.w, cy=frame.h)
    for child in box.children:
        add_box(group, child, draft)
