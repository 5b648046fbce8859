"""Text of a shape with everything it inherits: size, colour, font, language, bullets, links.

In: `a:p` elements and the layers that style them, nearest first. Out: `Paragraph`s. Must not know:
shapes, rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from briefer.accessibility.colors import Palette, Tint
from briefer.accessibility.design import Design
from briefer.accessibility.model import Link, Paragraph, Run
from briefer.accessibility.xml import A, flag, number, share

_BULLETS = (f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip")
_FILLS = tuple(f"{A}{name}" for name in ("solidFill", "gradFill", "noFill", "blipFill", "pattFill"))
_OWN_COLOR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks where nothing nearer tells otherwise."""

    size: float | None = None
    bold: bool | None = None
    tint: Tint | None = None
    font: str = ""
    language: str = ""
    bullet: bool | None = None

    def under(self, nearer: Look) -> Look:
        """Return the look where a nearer one tells some of it."""
        return Look(
            size=self.size if nearer.size is None else nearer.size,
            bold=self.bold if nearer.bold is None else nearer.bold,
            tint=nearer.tint or self.tint,
            font=nearer.font or self.font,
            language=nearer.language or self.language,
            bullet=self.bullet if nearer.bullet is None else nearer.bullet,
        )


@dataclass
class TextReader:
    """Reads the paragraphs of one shape or cell.

    `layers` hold `a:lvl1pPr` and its like, nearest first. `look` comes after those that stand
    before `after` and before the rest: a table's style, or the shape's reference to a font colour.
    """

    design: Design
    palette: Palette
    layers: tuple[etree._Element, ...]
    defaults: tuple[etree._Element, ...]
    link: Callable[[etree._Element | None], Link | None]
    look: Look = Look()
    scale: float = 1.0
    _levels: dict[int, Look] = field(default_factory=dict)

    def paragraphs(self, body: etree._Element | None) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a text body."""
        if body is None:
            return ()
        fitted = body.find(f"{A}bodyPr/{A}normAutofit")
        self.scale = share(fitted, "fontScale")
        return tuple(self._paragraph(one) for one in body.iterchildren(f"{A}p"))

    def _paragraph(self, paragraph: etree._Element) -> Paragraph:
        properties = paragraph.find(f"{A}pPr")
        level = min(max(number(properties, "lvl"), 0), 8)
        look = self._level(level).under(_look_of(properties, None, self.palette))
        runs = tuple(self._runs(paragraph, look))
        return Paragraph(runs, level, bool(look.bullet))

    def _level(self, level: int) -> Look:
        """Return the look of a level, 0 to 8.

        A language of the defaults tells nothing: every program writes one there.
        """
        if level not in self._levels:
            look = Look()
            for layer in reversed(self.defaults):
                look = look.under(self._layer(layer, level))
            look = replace(look, language="").under(self.look)
            for layer in reversed(self.layers):
                look = look.under(self._layer(layer, level))
            self._levels[level] = look
        return self._levels[level]

    def _layer(self, layer: etree._Element, level: int) -> Look:
        """Return what a layer tells of a level; the plain default of a list comes under it."""
        plain = layer.find(f"{A}defPPr")
        told = layer.find(f"{A}lvl{level + 1}pPr")
        look = Look()
        for properties in (plain, told):
            if properties is not None:
                runs = properties.find(f"{A}defRPr")
                look = look.under(_look_of(properties, runs, self.palette))
        return look

    def _runs(self, paragraph: etree._Element, look: Look) -> Iterator[Run]:
        for child in paragraph:
            if child.tag == f"{A}br":
                yield Run("\n")
            elif child.tag in (f"{A}r", f"{A}fld"):
                yield self._run(child, look)

    def _run(self, element: etree._Element, look: Look) -> Run:
        properties = element.find(f"{A}rPr")
        look = look.under(_look_of(None, properties, self.palette))
        click = None if properties is None else properties.find(f"{A}hlinkClick")
        tint = look.tint
        if click is not None and not _keeps_color(click):
            slot = self.palette.slot("hlink")
            tint = Tint(slot) if slot else tint
        return Run(
            text=element.findtext(f"{A}t") or "",
            size=None if look.size is None else round(look.size * self.scale, 1),
            bold=bool(look.bold),
            color=tint.rgb if tint and tint.alpha >= 1 else None,
            font=self.design.fonts.get(look.font, look.font),
            language=look.language,
            link=self.link(click),
            raised=number(properties, "baseline") != 0,
            field=element.get("type", "field") if element.tag == f"{A}fld" else "",
        )


def _keeps_color(click: etree._Element) -> bool:
    """Return whether a link keeps the colour of its text, as newer PowerPoints let it."""
    return any(mark.get("val") == "tx" for mark in click.iter(_OWN_COLOR))


def _look_of(
    paragraph: etree._Element | None, runs: etree._Element | None, palette: Palette
) -> Look:
    """Return what the properties of a paragraph and of runs tell."""
    look = Look(bullet=_bullet(paragraph))
    if runs is None:
        return look
    latin = runs.find(f"{A}latin")
    return replace(
        look,
        size=number(runs, "sz") / 100 if runs.get("sz") else None,
        bold=flag(runs, "b") if runs.get("b") else None,
        tint=_tint(runs, palette),
        font="" if latin is None else latin.get("typeface", ""),
        language=runs.get("lang", ""),
    )


def _bullet(paragraph: etree._Element | None) -> bool | None:
    for child in () if paragraph is None else paragraph:
        if child.tag in _BULLETS:
            return True
        if child.tag == f"{A}buNone":
            return False
    return None


def _tint(runs: etree._Element, palette: Palette) -> Tint | None:
    """Return the colour of text; one that a gradient or a picture gives cannot be told."""
    for fill in runs.iterchildren(*_FILLS):
        if fill.tag == f"{A}solidFill":
            return palette.tint(fill)
        return Tint("000000", 0.0)
    return None
