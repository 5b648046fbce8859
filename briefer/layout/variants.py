"""Which variant of its kind a slide came out as, once it is laid out.

In: a slide and its first page. Out: a value of its kind's layout. Must not know: kinds, cards.
"""

from __future__ import annotations

from briefer.content import Slide
from briefer.layout.boxes import ChartBox, Page

_BY_LAYOUT = {"Timeline": "axis", "Timeline list": "list"}


def shown_variant(slide: Slide, page: Page | None) -> str:
    """Return the variant that a reader sees, "" where it is none of the kind's.

    Layout decides where a timeline has room for an axis, and where columns have room for labels.
    """
    for box in page.boxes if page else ():
        if isinstance(box, ChartBox):
            return box.shape
    if page and not slide.variant:
        return _BY_LAYOUT.get(page.layout, "")
    return slide.variant
