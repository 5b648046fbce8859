"""Arrange a timeline: an axis for few events in a short span, else lists of rows.

Geometry: design page "slides", section 10. An event never looks more exact than its date: only an
exact day gets a dot at its place; a date coarser than the axis' unit sends the slide to the list.
"""

from __future__ import annotations

from briefer.content import Timeline
from briefer.layout.blocks.timeline_axis import arrange_axis
from briefer.layout.blocks.timeline_list import arrange_list
from briefer.layout.body import Body
from briefer.layout.setting import Setting


def arrange_timeline(block: Timeline, setting: Setting) -> list[Body]:
    """Return the bodies of a timeline slide."""
    axis = None if block.listed else arrange_axis(block.moments, setting)
    return [axis] if axis else arrange_list(block.moments, setting)
