"""Arrange key figures: one to four a page, each a big number over its meaning."""

from __future__ import annotations

from dataclasses import replace

from briefer.content import Figure, Figures, Para, Text
from briefer.geometry import EMU_PER_PT
from briefer.layout.blocks.panels import text_bodies
from briefer.layout.body import Body
from briefer.layout.boxes import Box, Paragraph, TextBox
from briefer.layout.filling import Filler
from briefer.layout.fitting import empty_box, set_in, text_area
from briefer.layout.inlines import UNIT_SIZE, paragraph_of
from briefer.layout.patterns import Place
from briefer.layout.setting import Setting
from briefer.template.model import Placeholder, TemplateLayout

MOST_A_PAGE = 4
SO_WHAT = 28
_MEANING = Place(24, {"body": (1,), "note": (2,)})
_CONTEXT = Place(SO_WHAT, {"heading": (1,), "point": (2,), "body": (1,)})


def arrange_figures(block: Figures, setting: Setting) -> list[Body]:
    """Return the bodies of a slide of key figures, balanced over its pages."""
    bodies: list[Body] = []
    left = list(block.figures)
    while left:
        pages = -(-len(left) // MOST_A_PAGE)
        count = -(-len(left) // pages)
        body = _page(left[:count], setting)
        while body is None:
            count -= 1
            body = _page(left[:count], setting)
        bodies.append(body)
        left = left[count:]
    return _closed(bodies, block, setting)


def _page(figures: list[Figure], setting: Setting) -> Body | None:
    """Return one page, or None when a meaning does not fit and fewer figures may stand there."""
    layout = setting.template.layout(f"Figures {len(figures)}" if len(figures) > 1 else "Figure 1")
    boxes: list[Box] = []
    shortened = False
    for number, figure in enumerate(figures):
        number_ph = layout.placeholder(20 + number)
        meaning_ph = layout.placeholder(24 + number)
        if number_ph is None or meaning_ph is None:
            return None
        boxes.append(_number(figure, number_ph, setting))
        paras = [Para(figure.meaning, "body", figure.origin)]
        if figure.scope:
            paras.append(Para((Text(figure.scope),), "note", figure.origin))
        filler = Filler(_MEANING, meaning_ph, setting)
        filled = filler.flow(paras)
        if filled.rest and len(figures) > 1:
            return None
        if filled.rest:
            filled = filler.label(paras)
        shortened = shortened or filled.shortened
        boxes.append(filled.box)
    return Body(layout.name, tuple(boxes), shortened=shortened)


def _number(figure: Figure, placeholder: Placeholder, setting: Setting) -> TextBox:
    """Return the big number, its size stepped down until it stands on one line."""
    box = empty_box(placeholder)
    style = placeholder.level(1)
    base = paragraph_of(Para(figure.number, "number", figure.origin), style, 1, setting.look())
    room = text_area(box).w / EMU_PER_PT
    size = style.size
    paragraph = base
    while size > UNIT_SIZE and setting.setter.natural_width(paragraph.runs) > room:
        size -= 4
        paragraph = _sized(base, size)
    return set_in(box, [paragraph], setting.setter)[0]


def _sized(paragraph: Paragraph, size: float) -> Paragraph:
    """Return the paragraph with no run larger than `size` pt."""
    runs = tuple(replace(run, size=min(run.size, size)) for run in paragraph.runs)
    return replace(paragraph, runs=runs)


def _closed(bodies: list[Body], block: Figures, setting: Setting) -> list[Body]:
    """Return the bodies with the so-what or the context on the last page, or on pages after it."""
    if not bodies:
        return text_bodies((*_so_what(block), *block.context), setting)
    last = setting.template.layout(bodies[-1].layout)
    closing, later = _so_what(block), block.context
    if last.name == "Figure 1" and block.context:
        closing, later = later, closing
    box = _closing_box(closing, last, setting) if closing else None
    if box is None:
        later = (*closing, *later)
    else:
        bodies[-1] = replace(bodies[-1], boxes=(*bodies[-1].boxes, box))
    return [*bodies, *text_bodies(later, setting)]


def _so_what(block: Figures) -> tuple[Para, ...]:
    """Return the so-what as paragraphs."""
    return (Para(block.so_what, "body"),) if block.so_what else ()


def _closing_box(
    paras: tuple[Para, ...], layout: TemplateLayout, setting: Setting
) -> TextBox | None:
    """Return the filled closing place, or None when its words do not fit there."""
    placeholder = layout.placeholder(SO_WHAT)
    if placeholder is None:
        return None
    place = _CONTEXT
    if layout.name == "Figure 1" and all(para.role == "body" for para in paras):
        place = Place(SO_WHAT, {"body": (3,)})
    filled = Filler(place, placeholder, setting).flow(paras)
    return None if filled.rest else filled.box
