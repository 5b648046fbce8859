"""The shapes of a slide as rules see them.

In: the XML of a slide and what lies behind it. Out: `Shape`s in reading order. Must not
know: rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefer.accessibility.charts import read_chart
from briefer.accessibility.colors import Palette
from briefer.accessibility.design import Design
from briefer.accessibility.links import Targets
from briefer.accessibility.model import Cell, Chart, Ground, Kind, Shape, Table
from briefer.accessibility.painting import (
    NOTHING,
    PICTURE,
    Canvas,
    Paint,
    fill_in,
    fill_referred,
)
from briefer.accessibility.table_styles import Place, TableStyle, TableStyles
from briefer.accessibility.texts import Look, TextReader
from briefer.accessibility.transforms import Moved, frame_in
from briefer.accessibility.xml import DECORATIVE, DECORATIVE_URI, A, C, P, R, flag, number
from briefer.errors import DeckError
from briefer.geometry import Frame

MOST_THINGS = 1_000_000
"""Shapes, cells and paragraphs of a deck. A slide has some fifty, a deck five thousand slides."""

_SHAPES: dict[str, Kind] = {
    f"{P}sp": "text",
    f"{P}pic": "picture",
    f"{P}cxnSp": "connector",
    f"{P}grpSp": "group",
    f"{P}graphicFrame": "object",
    f"{P}contentPart": "object",
}
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_GRAPHICS: dict[str, Kind] = {
    "chart": "chart",
    "chartex": "chart",
    "table": "table",
    "diagram": "diagram",
}
_MEDIA = ("audioCd", "wavAudioFile", "audioFile", "videoFile", "quickTimeFile")


@dataclass
class Budget:
    """How much of a deck may still be read, so that no file costs hours."""

    name: str
    left: int = MOST_THINGS

    def spend(self, count: int) -> None:
        """Take so many things off; raise DeckError where there are more than a deck holds."""
        self.left -= count
        if self.left < 0:
            raise DeckError(
                f"{self.name} holds more shapes and words than a deck holds.",
                hint="Choose a .pptx file.",
            )


@dataclass
class ShapeReader:
    """Reads the shapes of one slide, painting as it goes."""

    design: Design
    palette: Palette
    targets: Targets
    styles: TableStyles
    defaults: etree._Element | None
    canvas: Canvas
    budget: Budget
    _order: int = field(default=0)

    def tree(self, tree: etree._Element | None) -> tuple[Shape, ...]:
        """Return the shapes of a slide's tree."""
        return tuple(self._children(tree, Moved(), NOTHING))

    def _children(self, tree: etree._Element | None, moved: Moved, group: Paint) -> Iterator[Shape]:
        for element in () if tree is None else elements_of(tree):
            yield self._shape(element, moved, group)

    def _shape(self, element: etree._Element, moved: Moved, group: Paint) -> Shape:
        self.budget.spend(1)
        identity = element.find(f"*/{P}cNvPr")
        mark = element.find(f"*/{P}nvPr/{P}ph")
        order, self._order = self._order, self._order + 1
        behind = self.design.behind(mark)
        frame = frame_in(element, behind, moved)
        kind, chart, table = self._graphic(element)
        paint = self._paint(element, behind, group, kind)
        ground = self._ground(element, frame, paint, kind)
        self.canvas.add(frame, paint)
        inner = Moved.into(element, moved) if kind == "group" else moved
        body = self._texts(element, mark, behind).paragraphs(element.find(f"{P}txBody"))
        self.budget.spend(len(body))
        decorative, wrong = _decorative(identity)
        return Shape(
            id=number(identity, "id"),
            name="" if identity is None else identity.get("name", ""),
            kind=kind,
            order=order,
            alt="" if identity is None else identity.get("descr", "").strip(),
            decorative=decorative,
            placeholder="" if mark is None else mark.get("type", "obj"),
            frame=frame,
            paragraphs=body,
            ground=ground,
            table=None if table is None else self._table(table, ground),
            chart=chart,
            parts=tuple(self._children(element, inner, paint)) if kind == "group" else (),
            link=self.targets.link(None if identity is None else identity.find(f"{A}hlinkClick")),
            captions=any(True for _ in element.iter("{*}trackLst", "{*}tracksInfo")),
            linked=_linked(element) if kind in ("picture", "media") else False,
            hidden=flag(identity, "hidden"),
            wrong_mark=wrong,
        )

    def _ground(
        self, element: etree._Element, frame: Frame | None, paint: Paint, kind: Kind
    ) -> Ground:
        """Return what lies under a shape's text; without text nobody looks."""
        if kind == "group" or element.find(f".//{A}t") is None:
            return Ground()
        self.budget.spend(self.canvas.painted // 50)
        return self.canvas.ground(frame, paint)

    def _graphic(self, element: etree._Element) -> tuple[Kind, Chart | None, etree._Element | None]:
        """Return the kind of a shape, and the chart or the table that it is."""
        if element.tag == f"{P}pic" and any(
            element.find(f"{P}nvPicPr/{P}nvPr/{A}{name}") is not None for name in _MEDIA
        ):
            return "media", None, None
        data = element.find(f"{A}graphic/{A}graphicData")
        if element.tag != f"{P}graphicFrame" or data is None:
            return _SHAPES[element.tag], None, None
        kind = _GRAPHICS.get(data.get("uri", "").rsplit("/", 1)[-1], "object")
        chart = data.find(f"{C}chart")
        part = "" if chart is None else self.targets.part(chart.get(f"{R}id", ""))
        read = read_chart(self.targets.package.xml(part)) if part else None
        return kind, read, data.find(f"{A}tbl")

    def _paint(
        self,
        element: etree._Element,
        behind: tuple[etree._Element, ...],
        group: Paint,
        kind: Kind,
    ) -> Paint:
        """Return what a shape is filled with, from itself, its placeholder or its style."""
        if kind in ("picture", "media", "diagram", "object"):
            return PICTURE
        if kind in ("connector", "chart", "table"):
            return NOTHING
        if kind == "group":
            told = fill_in(element.find(f"{P}grpSpPr"), self.palette, group)
            return told or NOTHING
        for shape in (element, *behind):
            told = fill_in(shape.find(f"{P}spPr"), self.palette, group)
            if told is not None:
                return told
        style = element.find(f"{P}style/{A}fillRef")
        return fill_referred(style, self.palette, self.design.fills) or NOTHING

    def _texts(
        self,
        element: etree._Element,
        mark: etree._Element | None,
        behind: tuple[etree._Element, ...],
    ) -> TextReader:
        """Return the reader of a shape's text."""
        lists = (shape.find(f"{P}txBody/{A}lstStyle") for shape in (element, *behind))
        kind = "" if mark is None else mark.get("type", "obj")
        style = self.design.style(kind)
        defaults = (style, self.defaults) if mark is not None else (self.defaults, style)
        font = element.find(f"{P}style/{A}fontRef")
        return TextReader(
            design=self.design,
            palette=self.palette,
            layers=tuple(one for one in lists if one is not None),
            defaults=tuple(one for one in defaults if one is not None),
            link=self.targets.link,
            look=Look(tint=self.palette.tint(font)),
        )

    def _table(self, table: etree._Element, ground: Ground) -> Table:
        style = self.styles.style(table)
        rows = list(table.iterchildren(f"{A}tr"))
        cells = [list(row.iterchildren(f"{A}tc")) for row in rows]
        self.budget.spend(sum(map(len, cells)))
        return Table(
            rows=tuple(
                tuple(
                    self._cell(cell, style, Place(row, column, len(cells), len(line)), ground)
                    for column, cell in enumerate(line)
                )
                for row, line in enumerate(cells)
            ),
            header=flag(style.switches, "firstRow"),
            first_column=flag(style.switches, "firstCol"),
        )

    def _cell(self, cell: etree._Element, style: TableStyle, place: Place, ground: Ground) -> Cell:
        own = cell.find(f"{A}txBody/{A}lstStyle")
        texts = TextReader(
            design=self.design,
            palette=self.palette,
            layers=() if own is None else (own,),
            defaults=() if self.defaults is None else (self.defaults,),
            link=self.targets.link,
            look=style.look(place, self.palette),
        )
        body = texts.paragraphs(cell.find(f"{A}txBody"))
        self.budget.spend(len(body))
        told = fill_in(cell.find(f"{A}tcPr"), self.palette)
        paint = told if told is not None else style.fill(place, self.palette, self.design.fills)
        merged = flag(cell, "hMerge") or flag(cell, "vMerge")
        spans = max(number(cell, "gridSpan", 1), number(cell, "rowSpan", 1))
        return Cell(body, paint.on(ground), merged or spans > 1)


def elements_of(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield the shapes of a tree; of alternatives the first that is known."""
    for child in tree:
        if child.tag in _SHAPES:
            yield child
        elif child.tag == _ALTERNATE:
            for choice in child:
                known = [one for one in choice if one.tag in _SHAPES]
                if known:
                    yield from known
                    break


def _decorative(identity: etree._Element | None) -> tuple[bool, bool]:
    """Return whether a shape is marked decorative, and whether that mark is at a wrong place."""
    marks = [] if identity is None else list(identity.iter(DECORATIVE))
    on = [mark for mark in marks if mark.get("val", "1") in ("1", "true")]
    parents = [mark.getparent() for mark in on]
    right = [one for one in parents if one is not None and one.get("uri") == DECORATIVE_URI]
    return bool(right), len(on) > len(right)


def _linked(element: etree._Element) -> bool:
    """Return whether a picture or medium lies outside the file."""
    return any(mark.get(f"{R}link") for mark in element.iter(f"{A}blip", f"{A}videoFile"))
