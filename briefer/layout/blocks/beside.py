"""Panels beside a table or chart: both on the same pages, whichever of them is longer."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from briefer.content import Panel
from briefer.layout.blocks.panels import continued_as_text, panel_pages
from briefer.layout.body import Body
from briefer.layout.boxes import Box, ChartBox, TableBox, TextBox
from briefer.layout.patterns import Pattern
from briefer.layout.setting import Setting


def beside_block(
    bodies: Sequence[Body], panels: tuple[Panel, ...], pattern: Pattern, setting: Setting
) -> list[Body]:
    """Return the bodies of a block with its panels beside it.

    What is pinned stands on every page; a panel too long for the first page goes on beside the
    block's next pages, and alone or as text after its last, where a chart stands again. A tail
    (the decision sought) begins beside the block's last page. What stands above the block is read
    before it.
    """
    pinned = tuple(panel for panel in panels if panel.pinned)
    at_end = all(panel.place in pattern.tail for panel in panels)
    charted = any(isinstance(box, ChartBox) for box in bodies[-1].boxes)
    filled = panel_pages(panels, pattern, setting)
    keep = len(filled) if charted else 1 if at_end else len(bodies)
    beside: list[Body | None] = list(continued_as_text(filled, keep, setting))
    if at_end:
        beside = [*itertools.repeat(None, len(bodies) - 1), *beside]
    if len(beside) < len(bodies) and pinned:
        (again,) = panel_pages(pinned, pattern, setting)
        beside += [again.body] * (len(bodies) - len(beside))
    if charted:
        bodies = [*bodies, *itertools.repeat(bodies[-1], len(beside) - len(bodies))]
    pages = []
    for body, panel in itertools.zip_longest(bodies, beside):
        both = [part for part in (body, panel) if part is not None]
        pages.append(
            dataclasses.replace(
                both[0],
                boxes=_in_reading_order([part.boxes for part in both]),
                shortened=any(part.shortened for part in both),
            )
        )
    return pages


def _in_reading_order(parts: Sequence[tuple[Box, ...]]) -> tuple[Box, ...]:
    """Return a block's boxes and a panel's, first the text that stands above the block."""
    block, *panels = parts
    top = min((box.frame.y for box in block if isinstance(box, TableBox | ChartBox)), default=0)
    beside = [box for panel in panels for box in panel]
    above = [box for box in beside if isinstance(box, TextBox) and box.frame.bottom <= top]
    return (*above, *block, *(box for box in beside if box not in above))
