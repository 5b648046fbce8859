"""The table from slide to arranger: which function lays out which block."""

from __future__ import annotations

from briefer.content import Figures, Panel, Slide, SourceList, Table, Timeline
from briefer.layout.blocks.figures import arrange_figures
from briefer.layout.blocks.panels import arrange_panels
from briefer.layout.blocks.sources import arrange_sources
from briefer.layout.blocks.table import arrange_table
from briefer.layout.blocks.timeline import arrange_timeline
from briefer.layout.body import Body
from briefer.layout.patterns import PATTERNS
from briefer.layout.setting import Setting


def arrange(slide: Slide, setting: Setting) -> list[Body]:
    """Return the bodies of a slide's pages, at least one.

    Panels are arranged together by the slide's pattern; each other block has pages of its own.
    Panels beside another block (a note on what is missing) follow it as text.
    """
    bodies: list[Body] = []
    panels = tuple(block for block in slide.blocks if isinstance(block, Panel))
    for block in slide.blocks:
        if isinstance(block, Timeline) and block.moments:
            bodies.extend(arrange_timeline(block, setting))
        elif isinstance(block, Table) and block.rows:
            bodies.extend(arrange_table(block, setting))
        elif isinstance(block, Figures) and (block.figures or block.so_what or block.context):
            bodies.extend(arrange_figures(block, setting))
        elif isinstance(block, SourceList):
            bodies.extend(arrange_sources(block, setting))
    if panels or not bodies:
        name = slide.pattern if PATTERNS[slide.pattern].places else "text"
        bodies.extend(arrange_panels(panels, PATTERNS[name], setting))
    return bodies
