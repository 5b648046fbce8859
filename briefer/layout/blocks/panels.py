"""Arrange panels: fill the places of a pattern, page after page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.content import Panel, Para
from briefer.layout.blocks.columns import placeholders_of
from briefer.layout.body import Body
from briefer.layout.boxes import Box
from briefer.layout.filling import Filler
from briefer.layout.patterns import PATTERNS, Pattern
from briefer.layout.setting import Setting

_TEXT = "text"
_TRICKLE = 4
"""Pages after the first from which on it is asked whether plain text would need far fewer."""

_FEWER = 3
"""How many times fewer pages plain text has to need, to be worth another look of the page."""


@dataclass(frozen=True, slots=True)
class PanelPage:
    """The body of one page of panels, and the paragraphs that are left for the pages after it."""

    body: Body
    left: tuple[Para, ...]


def arrange_panels(panels: tuple[Panel, ...], pattern: Pattern, setting: Setting) -> list[Body]:
    """Return the bodies of a slide of panels, as `panel_pages` fills them.

    What is left after the first page and would trickle through a small place goes on as text.
    """
    pages = panel_pages(panels, pattern, setting)
    if pattern.name == _TEXT:
        return [page.body for page in pages]
    return continued_as_text(pages, 1, setting)


def panel_pages(panels: tuple[Panel, ...], pattern: Pattern, setting: Setting) -> list[PanelPage]:
    """Return the pages of a slide of panels, each place of the pattern filled until all is shown.

    Pinned panels stand on every page. The pattern's tail places stand on the last page only; what
    does not fit there continues like everything else.
    """
    pinned = {panel.place: panel.paras for panel in panels if panel.pinned}
    flowing = {
        panel.place: panel.paras
        for panel in panels
        if not panel.pinned and panel.place not in pattern.tail
    }
    tail = {p.place: p.paras for p in panels if not p.pinned and p.place in pattern.tail}
    pages: list[PanelPage] = []
    while flowing or tail or not pages:
        layout = _layout_name(pattern, flowing)
        boxes, rest, cut = _page(pinned, flowing, pattern, setting, layout)
        if not rest and tail:
            tail_boxes, tail, tail_cut = _page({}, tail, pattern, setting, layout)
            boxes = _in_order({**boxes, **tail_boxes}, pattern)
            cut = cut or tail_cut
            rest = tail
            tail = {}
        body = Body(layout, tuple(boxes.values()), shortened=cut)
        left = [paras for place in (rest, tail) for paras in place.values()]
        pages.append(PanelPage(body, tuple(para for paras in left for para in paras)))
        flowing = rest
    return pages


def continued_as_text(pages: Sequence[PanelPage], keep: int, setting: Setting) -> list[Body]:
    """Return the first `keep` bodies and the others, as plain text where that saves most.

    A place of two lines would carry a long text over dozens of pages.
    """
    bodies = [page.body for page in pages]
    later = len(bodies) - keep
    if later < _TRICKLE:
        return bodies
    text = text_bodies(tuple(_as_text(para) for para in pages[keep - 1].left), setting)
    return [*bodies[:keep], *text] if _FEWER * len(text) <= later else bodies


def _as_text(para: Para) -> Para:
    """Return a paragraph of any place as one of plain text: a lead or a point."""
    leads = ("heading", "label", "quote", "lead")
    return replace(para, role="lead" if para.role in leads else "point")


def _layout_name(pattern: Pattern, flowing: Mapping[str, tuple[Para, ...]]) -> str:
    """Return the page's layout: the plain one where the pattern's last place stays empty."""
    last = list(pattern.places)[-1] if pattern.places else ""
    return pattern.plain if pattern.plain and last not in flowing else pattern.layout


def _page(
    pinned: Mapping[str, tuple[Para, ...]],
    flowing: Mapping[str, tuple[Para, ...]],
    pattern: Pattern,
    setting: Setting,
    layout_name: str,
) -> tuple[dict[str, Box], dict[str, tuple[Para, ...]], bool]:
    """Return one page's boxes by place, what is left of each place, and whether words were cut."""
    layout = setting.template.layout(layout_name)
    boxes: dict[str, Box] = {}
    rest: dict[str, tuple[Para, ...]] = {}
    shortened = False
    wanted = {**flowing, **{name: paras for name, paras in pinned.items() if paras}}
    for name, placeholder in placeholders_of(pattern, layout, wanted, setting).items():
        paras = wanted.get(name, ())
        if not paras:
            continue
        filler = Filler(pattern.places[name], placeholder, setting)
        filled = filler.label(paras) if name in pinned else filler.flow(paras)
        moved = layout.placeholder(placeholder.idx) != placeholder
        boxes[name] = replace(filled.box, place=name, moved=moved)
        shortened = shortened or filled.shortened
        if filled.rest:
            rest[name] = filled.rest
    return boxes, rest, shortened


def _in_order(boxes: Mapping[str, Box], pattern: Pattern) -> dict[str, Box]:
    """Return boxes in the pattern's reading order."""
    return {name: boxes[name] for name in pattern.places if name in boxes}


def text_bodies(paras: tuple[Para, ...], setting: Setting) -> list[Body]:
    """Return bodies of plain text, for what has no place of its own."""
    if not paras:
        return []
    return arrange_panels((Panel(_TEXT, paras),), PATTERNS[_TEXT], setting)
