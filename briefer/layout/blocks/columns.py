"""Places that stand on one another in a column, and lend one another the height they do not need.

In: a pattern, a layout and what its places are to say. Out: the placeholders, some of them of
another height than the layout's. Must not know: slide kinds, what the places are for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefer.content import Para
from briefer.geometry import Frame
from briefer.layout.filling import Filler
from briefer.layout.patterns import Pattern
from briefer.layout.setting import Setting
from briefer.template.model import Placeholder, TemplateLayout


def placeholders_of(
    pattern: Pattern,
    layout: TemplateLayout,
    wanted: Mapping[str, Sequence[Para]],
    setting: Setting,
) -> dict[str, Placeholder]:
    """Return the placeholders of a pattern's places, those of its columns with shared heights."""
    found = {name: layout.placeholder(place.idx) for name, place in pattern.places.items()}
    known = {name: placeholder for name, placeholder in found.items() if placeholder is not None}
    for upper, lower in pattern.columns:
        if upper in known and lower in known:
            above, below = known[upper], known[lower]
            heights = [
                Filler(pattern.places[name], known[name], setting).height(wanted.get(name, ()))
                for name in (upper, lower)
            ]
            frames = _shared(above.frame, below.frame, *heights)
            known[upper] = replace(above, frame=frames[0])
            known[lower] = replace(below, frame=frames[1])
    return known


def _shared(above: Frame, below: Frame, upper: int, lower: int) -> tuple[Frame, Frame]:
    """Return two frames of a column for the heights that are wanted in them, 0 where nothing is.

    Both stay as the layout has them while that is enough. The one that stands alone begins at the
    top and may take the whole column; of two, the one that needs more moves the gap between them.
    """
    column = below.bottom - above.y
    if not lower:
        return replace(above, h=max(above.h, min(upper, column))), below
    if not upper:
        return above, replace(below, y=above.y, h=max(below.h, min(lower, column)))
    lent = min(max(lower - below.h, 0), max(above.h - upper, 0))
    lent -= min(max(upper - above.h, 0), max(below.h - lower, 0))
    return replace(above, h=above.h - lent), replace(below, y=below.y - lent, h=below.h + lent)
