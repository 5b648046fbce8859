"""Set paragraphs in boxes: stack, anchor, measure, balance.

In: text boxes and paragraphs. Out: boxes with every line placed, and heights in points. Must not
know: content, places, templates' layouts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from briefer.geometry import EMU_PER_PT, Frame, points
from briefer.layout.boxes import Line, Paragraph, Tag, TextBox
from briefer.layout.text import TextSetter
from briefer.template.model import Placeholder

INSET_REACH = 4.0
"""How far in pt a panel's last line may reach into the bottom inset."""


def text_area(box: TextBox) -> Frame:
    """Return the frame of a box less its insets."""
    inset = box.insets
    return Frame(
        box.frame.x + inset.left,
        box.frame.y + inset.top,
        max(box.frame.w - inset.left - inset.right, 1),
        max(box.frame.h - inset.top - inset.bottom, 1),
    )


def empty_box(placeholder: Placeholder, *, tag: Tag = "paragraph") -> TextBox:
    """Return a text box on a placeholder, without words."""
    return TextBox(
        name=placeholder.name,
        frame=placeholder.frame,
        paragraphs=(),
        idx=placeholder.idx,
        ph_type=placeholder.type,
        anchor=placeholder.anchor,
        insets=placeholder.insets,
        fill=placeholder.fill,
        outline=placeholder.outline,
        tag=tag,
    )


def set_in(
    box: TextBox, paragraphs: Sequence[Paragraph], setter: TextSetter, *, most: float = math.inf
) -> tuple[TextBox, float]:
    """Return the box with paragraphs broken, placed and anchored, and their height in pt.

    What follows a paragraph that ends below `most` pt is left out: the height is too much anyway.
    """
    area = text_area(box)
    placed, height = _stack(paragraphs, area, setter, most)
    slack = area.h / EMU_PER_PT - height
    shift = {"t": 0.0, "ctr": slack / 2, "b": slack}[box.anchor]
    if shift:
        placed = [_moved(paragraph, points(shift)) for paragraph in placed]
    return replace(box, paragraphs=tuple(placed)), height


def _stack(
    paragraphs: Sequence[Paragraph], area: Frame, setter: TextSetter, most: float
) -> tuple[list[Paragraph], float]:
    """Return paragraphs set one under the other, and the height in pt of all, or beyond `most`."""
    placed: list[Paragraph] = []
    top = 0.0
    bottom = 0.0
    for paragraph in paragraphs:
        top += paragraph.style.space_before if placed else 0.0
        done, height = setter.set(paragraph, area, top, most=most)
        placed.append(done)
        bottom = top + height
        if bottom > most:
            break
        after = paragraph.space_after
        top = bottom + (paragraph.style.space_after if after is None else after)
    return placed, bottom


def _moved(paragraph: Paragraph, down: int) -> Paragraph:
    """Return the paragraph moved down by `down` EMU."""
    lines = tuple(
        Line(line.baseline + down, line.pieces, line.bullet_x) for line in paragraph.lines
    )
    return replace(paragraph, lines=lines)


def most_in(box: TextBox) -> float:
    """Return the height in pt of the most text that fits in the box.

    A filled panel lets a last line reach a little into its bottom inset.
    """
    spare = min(box.insets.bottom / EMU_PER_PT / 2, INSET_REACH)
    return text_area(box).h / EMU_PER_PT + 0.5 + spare


def fits(box: TextBox, height: float) -> bool:
    """Return whether text of `height` pt fits in the box."""
    return height <= most_in(box)


def balanced(box: TextBox, setter: TextSetter) -> TextBox:
    """Return a box of one paragraph as narrow as its line count allows, by its inset."""
    area = text_area(box)
    if len(box.paragraphs) != 1:
        return box
    (paragraph,) = box.paragraphs
    narrow = setter.balanced_width(paragraph, area.w)
    if narrow >= area.w:
        return box
    spare = area.w - narrow
    if paragraph.from_right:
        insets = replace(box.insets, left=box.insets.left + spare)
    else:
        insets = replace(box.insets, right=box.insets.right + spare)
    done, height = set_in(replace(box, insets=insets, own_insets=True), [paragraph], setter)
    same = len(done.paragraphs[0].lines) == len(paragraph.lines)
    return done if same and fits(done, height) else box
