"""Arrange panels: fill the places of a pattern, page after page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefer.content import Panel, Para
from briefer.layout.body import Body
from briefer.layout.boxes import Box
from briefer.layout.filling import Filler
from briefer.layout.patterns import PATTERNS, Pattern
from briefer.layout.setting import Setting


def arrange_panels(panels: tuple[Panel, ...], pattern: Pattern, setting: Setting) -> list[Body]:
    """Return the bodies of a slide of panels.

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
    bodies: list[Body] = []
    while flowing or tail or not bodies:
        layout = _layout_name(pattern, flowing)
        boxes, rest, cut = _page(pinned, flowing, pattern, setting, layout)
        if not rest and tail:
            tail_boxes, tail, tail_cut = _page({}, tail, pattern, setting, layout)
            boxes = _in_order({**boxes, **tail_boxes}, pattern)
            cut = cut or tail_cut
            rest = tail
            tail = {}
        bodies.append(Body(layout, tuple(boxes.values()), shortened=cut))
        flowing = rest
    return bodies


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
    for name, place in pattern.places.items():
        placeholder = layout.placeholder(place.idx)
        paras = pinned.get(name) or flowing.get(name)
        if placeholder is None or not paras:
            continue
        filler = Filler(place, placeholder, setting)
        filled = filler.label(paras) if name in pinned else filler.flow(paras)
        boxes[name] = replace(filled.box, place=name)
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
    return arrange_panels((Panel("text", paras),), PATTERNS["text"], setting)
