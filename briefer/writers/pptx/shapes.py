"""Boxes as shapes: one function a box type.

In: boxes of a page. Out: shapes of its tree as markup, in the same order. Must not know: the
package.
"""

from __future__ import annotations

from typing import assert_never

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
from briefer.records.text import xml_value
from briefer.template.model import Placeholder
from briefer.writers.clean import one_line
from briefer.writers.pptx.looks import geometry, inset, place
from briefer.writers.pptx.markup import declared, marked
from briefer.writers.pptx.slide import Draft, Identity
from briefer.writers.pptx.table import table_of
from briefer.writers.pptx.text import paragraphs_of

_FURNITURE = frozenset(("dt", "ftr", "sldNum"))
"""Placeholders that are spelled out on the slide.

WORKAROUND for LibreOffice, which ignores the layout's styling of them and sets them in centred
Liberation Serif (design page "slides", section 12).
"""

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def shape_of(box: Box, draft: Draft) -> str:
    """Return the shape of a box; a group's children in it."""
    match box:
        case TextBox():
            return _text_box(box, draft) if box.idx is None else _filling(box, box.idx, draft)
        case ShapeBox():
            return _shape(box, draft)
        case LineBox():
            return _connector(box, draft)
        case TableBox():
            return _table(box, draft)
        case ChartBox():
            return _chart(box, draft)
        case PictureBox():
            return _picture(box, draft)
        case GroupBox():
            return _group(box, draft)
        case _:
            assert_never(box)


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


def _marks(box: Box, identity: Identity, draft: Draft, idx: int | None = None) -> str:
    """Return `p:nvPr`: the placeholder that the box fills, the tags of what it shows."""
    mark = "" if idx is None else draft.placeholder(idx).mark
    tags = draft.traced(box, identity)
    return f"<p:nvPr>{mark}{tags}</p:nvPr>" if mark or tags else "<p:nvPr/>"


def _filling(box: TextBox, idx: int, draft: Draft) -> str:
    """Return the shape of a text that fills a placeholder."""
    identity = draft.identify(box.name)
    furniture = draft.placeholder(idx).type in _FURNITURE
    text = paragraphs_of(box.paragraphs, draft, explicit=furniture)
    inherited = draft.layout.placeholder(idx)
    look = _own_look(box, inherited, draft)
    insets = inset(box.insets) if box.own_insets else ""
    anchored = inherited is not None and box.anchor == inherited.anchor
    anchor = "" if anchored else f' anchor="{xml_value(box.anchor)}"'
    return (
        f'<p:sp><p:nvSpPr>{identity.mark}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"{_marks(box, identity, draft, idx)}</p:nvSpPr>{look}"
        f"<p:txBody><a:bodyPr{insets}{anchor}><a:noAutofit/></a:bodyPr><a:lstStyle/>{text}"
        "</p:txBody></p:sp>"
    )


def _own_look(box: TextBox, inherited: Placeholder | None, draft: Draft) -> str:
    """Return `p:spPr`: frame, fill and outline where they differ from the layout's."""
    fill = inherited.fill if inherited else None
    outline = inherited.outline if inherited else None
    framed = place(box.frame) if box.moved else ""
    filled = draft.looks.fill(box.fill) if box.fill != fill else ""
    lined = draft.looks.line(box.outline) if box.outline != outline else ""
    return marked("p:spPr", {}, framed, filled, lined)


def _text_box(box: TextBox, draft: Draft) -> str:
    said = (one_line(run.text) for paragraph in box.paragraphs for run in paragraph.runs)
    empty = not "".join(said).strip()
    identity = draft.identify(box.name, decorative=empty)
    text = paragraphs_of(box.paragraphs, draft, explicit=True)
    return (
        f'<p:sp><p:nvSpPr>{identity.mark}<p:cNvSpPr txBox="1"/>{_marks(box, identity, draft)}'
        f"</p:nvSpPr>{_look(box.frame, 'rect', box, draft)}<p:txBody>"
        f'<a:bodyPr wrap="square" rtlCol="0" anchor="{xml_value(box.anchor)}"{inset(box.insets)}>'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def _look(frame: Frame, preset: str, box: TextBox | ShapeBox, draft: Draft) -> str:
    looks = draft.looks
    filled, lined = looks.fill(box.fill), looks.line(box.outline)
    return f"<p:spPr>{place(frame)}{geometry(preset)}{filled}{lined}</p:spPr>"


def _shape(box: ShapeBox, draft: Draft) -> str:
    identity = draft.identify(box.name, alt=box.alt, decorative=True)
    text = paragraphs_of((), draft, explicit=False)
    return (
        f"<p:sp><p:nvSpPr>{identity.mark}<p:cNvSpPr/>{_marks(box, identity, draft)}</p:nvSpPr>"
        f"{_look(box.frame, box.geometry, box, draft)}<p:txBody>"
        f'<a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>{text}</p:txBody></p:sp>'
    )


def _connector(box: LineBox, draft: Draft) -> str:
    identity = draft.identify(box.name, alt=box.alt, decorative=True)
    glue = [
        f'<{tag} id="{draft.id_of(end[0])}" idx="{end[1]}"/>'
        for tag, end in (("a:stCxn", box.start), ("a:endCxn", box.end))
        if end is not None
    ]
    mirrored = [' flipH="1"'] if box.x2 < box.x1 else []
    mirrored += [' flipV="1"'] if box.y2 < box.y1 else []
    preset = "straightConnector1" if box.start or box.end else "line"
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity.mark}{marked('p:cNvCxnSpPr', {}, *glue)}"
        f"{_marks(box, identity, draft)}</p:nvCxnSpPr><p:spPr>"
        f"{place(frame_of(box), turned=''.join(mirrored))}{geometry(preset)}"
        f"{draft.looks.line(box.line, arrow=box.arrow)}</p:spPr></p:cxnSp>"
    )


def _table(box: TableBox, draft: Draft) -> str:
    identity = draft.identify(box.name, alt=box.alt)
    return _graphic(box, identity, draft, _TABLE, table_of(box, draft, draft.shared.look))


def _chart(box: ChartBox, draft: Draft) -> str:
    identity = draft.identify(box.name, alt=box.alt)
    chart = f'<{declared("c:chart", "c")} r:id="{draft.to_chart(box)}"/>'
    return _graphic(box, identity, draft, _CHART, chart)


def _graphic(
    box: TableBox | ChartBox, identity: Identity, draft: Draft, kind: str, data: str
) -> str:
    """Return a graphic frame around its data."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity.mark}<p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"{_marks(box, identity, draft, box.idx)}</p:nvGraphicFramePr>"
        f'{place(box.frame, tag="p:xfrm")}<a:graphic><a:graphicData uri="{kind}">{data}'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _picture(box: PictureBox, draft: Draft) -> str:
    identity = draft.identify(box.name, alt=box.alt, decorative=True)
    grouped = "" if box.idx is None else ' noGrp="1"'
    blip = f'<a:blip r:embed="{draft.to_picture(box.data)}"/>'
    inherited = None if box.idx is None else draft.layout.placeholder(box.idx)
    own = inherited is None or inherited.frame != box.frame
    framed = place(box.frame) + geometry("rect") if own else ""
    return (
        f'<p:pic><p:nvPicPr>{identity.mark}<p:cNvPicPr><a:picLocks noChangeAspect="1"{grouped}/>'
        f"</p:cNvPicPr>{_marks(box, identity, draft, box.idx)}</p:nvPicPr>"
        f"<p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"{marked('p:spPr', {}, framed)}</p:pic>"
    )


def _group(box: GroupBox, draft: Draft) -> str:
    identity = draft.identify(box.name, alt=box.alt)
    frame = frame_of(box)
    inner = f'<a:chOff x="{frame.x}" y="{frame.y}"/><a:chExt cx="{frame.w}" cy="{frame.h}"/>'
    children = "".join([shape_of(child, draft) for child in box.children])
    return (
        f"<p:grpSp><p:nvGrpSpPr>{identity.mark}<p:cNvGrpSpPr/>{_marks(box, identity, draft)}"
        f"</p:nvGrpSpPr><p:grpSpPr>{place(frame, inner=inner)}</p:grpSpPr>{children}</p:grpSp>"
    )
