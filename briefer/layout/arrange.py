"""The table from slide to arranger: which function lays out which block."""

from __future__ import annotations

from dataclasses import replace

from briefer.content import (
    Block,
    Chart,
    Diagram,
    Figures,
    Panel,
    Picture,
    Slide,
    SourceList,
    Table,
    Timeline,
)
from briefer.layout.blocks.beside import beside_block
from briefer.layout.blocks.chain import arrange_chain
from briefer.layout.blocks.chart import arrange_chart
from briefer.layout.blocks.figures import arrange_figures
from briefer.layout.blocks.network import arrange_network
from briefer.layout.blocks.panels import arrange_panels
from briefer.layout.blocks.picture import place_pictures
from briefer.layout.blocks.sources import arrange_sources
from briefer.layout.blocks.table import arrange_table
from briefer.layout.blocks.timeline import arrange_timeline
from briefer.layout.body import Body
from briefer.layout.patterns import PATTERNS, Pattern
from briefer.layout.setting import Setting


def arrange(slide: Slide, setting: Setting) -> list[Body]:
    """Return the bodies of a slide's pages, at least one.

    Panels are arranged together by the slide's pattern; each other block has pages of its own.
    Where the pattern keeps a place for a block, panels stand beside it on the same page; elsewhere
    (a note on what is missing) they follow it as text. Pictures stand on
    every page that has a frame for them.
    """
    pattern = PATTERNS[slide.pattern]
    pictures = [block for block in slide.blocks if isinstance(block, Picture)]
    shown, unshown = place_pictures(pictures, pattern, setting)
    if shown:
        pattern = replace(pattern, layout=pattern.pictured)
    bodies = _arranged(slide, pattern, setting)
    if not pictures:
        return bodies
    bodies = [
        replace(body, boxes=(*shown, *body.boxes)) if body.layout == pattern.pictured else body
        for body in bodies
    ]
    return [replace(bodies[0], unshown=unshown), *bodies[1:]]


def _arranged(slide: Slide, pattern: Pattern, setting: Setting) -> list[Body]:
    """Return the bodies of a slide's panels and blocks, pictures left out."""
    panels = tuple(block for block in slide.blocks if isinstance(block, Panel))
    bodies = [
        body
        for block in slide.blocks
        if not isinstance(block, Panel)
        for body in _of_block(block, setting, pattern.layout)
    ]
    beside = tuple(panel for panel in panels if panel.place in pattern.places)
    if pattern.block is not None and bodies and beside:
        bodies = beside_block(bodies, beside, pattern, setting)
        panels = tuple(panel for panel in panels if panel not in beside)
    if panels or not bodies:
        used = pattern if pattern.places and pattern.block is None else PATTERNS["text"]
        bodies.extend(arrange_panels(panels, used, setting))
    return bodies


def _of_block(block: Block, setting: Setting, layout: str) -> list[Body]:
    """Return the bodies of a block that is no panel, none where it has nothing to show."""
    match block:
        case Timeline() if block.moments:
            return arrange_timeline(block, setting)
        case Table() if block.rows:
            return arrange_table(block, setting, layout)
        case Chart() if block.categories and block.series:
            return arrange_chart(block, setting)
        case Figures() if block.figures or block.so_what or block.context:
            return arrange_figures(block, setting)
        case Diagram() if block.links:
            chained = block.form == "chain"
            return (arrange_chain if chained else arrange_network)(block, setting)
        case SourceList():
            return arrange_sources(block, setting)
    return []
