"""One slide part: a page's boxes as a shape tree, in order, with ids and relationships.

In: a page, and what the slides of a deck share. Out: the slide part's content. Must not know: the
package around it, notes, sections.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part

from briefer.errors import TemplateError
from briefer.layout.boxes import Box, ChartBox, GroupBox, Page
from briefer.template.model import Template, TemplateLayout
from briefer.writers.clean import one_line
from briefer.writers.links import safe_address
from briefer.writers.pptx.chart import Charts
from briefer.writers.pptx.pictures import Pictures
from briefer.writers.pptx.provenance import Tracer
from briefer.writers.pptx.table import TableLook
from briefer.writers.pptx.xml import add, add_identity, root

_AGAIN = "It may have changed since it was read; choose the template again."


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """A slide layout in the package, and the `p:ph` attributes of its placeholders by idx."""

    part: Part
    placeholders: Mapping[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the slides of a deck share. `slides` are the slide parts by page number.

    Without a `tracer` the deck says nothing of where its words come from.
    """

    template: Template
    layouts: Mapping[str, LayoutPart]
    slides: Mapping[int, Part]
    pictures: Pictures
    charts: Charts
    look: TableLook
    tracer: Tracer | None = None

    def layout_part(self, layout: str) -> LayoutPart:
        """Return a layout in the package; raise TemplateError if the file lost it since read."""
        if layout not in self.layouts:
            raise TemplateError(
                f"Template {self.template.path.name} has no layout {layout!r} any more.",
                hint=_AGAIN,
            )
        return self.layouts[layout]

    def placeholders(self, layout: str, idx: int) -> Mapping[str, str]:
        """Return a placeholder's `p:ph` attributes; raise TemplateError if the layout lacks it."""
        placeholders = self.layout_part(layout).placeholders
        if idx not in placeholders:
            name = self.template.path.name
            raise TemplateError(
                f"Template {name}: layout {layout!r} has no placeholder {idx}.", hint=_AGAIN
            )
        return placeholders[idx]


@dataclass
class Draft:
    """A slide as it is written: hands out ids, names and relationships."""

    shared: Shared
    page: Page
    part: Part
    layout: TemplateLayout
    _numbers: Iterator[int] = field(init=False)
    _ids: dict[str, int] = field(init=False)
    _used: Counter[str] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        ids: dict[str, int] = {}
        count = 1
        for count, name in enumerate(_names(self.page.boxes), start=2):
            ids.setdefault(name, count)
        self._ids = ids
        self._numbers = iter(range(2, count + 1))

    @property
    def template(self) -> Template:
        """The template whose colours the slide uses."""
        return self.shared.template

    def identify(
        self, parent: etree._Element, name: str, *, alt: str = "", decorative: bool = False
    ) -> None:
        """Append `p:cNvPr` with the next id and a name that no other shape of the slide has."""
        self._used[name] += 1
        times = self._used[name]
        title = one_line(name) if times == 1 else f"{one_line(name)} ({times})"
        add_identity(parent, next(self._numbers), title, alt=alt, decorative=decorative)

    def trace(self, element: etree._Element, box: Box) -> None:
        """Keep what a box's finished shape shows, for the deck's provenance."""
        if self.shared.tracer is not None:
            self.shared.tracer.trace(element, box, page=self.page, part=self.part)

    def id_of(self, name: str) -> int:
        """Return the shape id of the first box of this name; raise ValueError if there is none."""
        if name not in self._ids:
            raise ValueError(f"page {self.page.number} has no box {name!r} to glue a line to")
        return self._ids[name]

    def placeholder(self, idx: int) -> Mapping[str, str]:
        """Return the `p:ph` attributes of the layout's placeholder; raise TemplateError if gone."""
        return self.shared.placeholders(self.page.layout, idx)

    def to_page(self, number: int) -> str | None:
        """Return the relationship id for a page, None for the page itself.

        Raises ValueError if the deck has no such page.
        """
        if number not in self.shared.slides:
            raise ValueError(f"page {self.page.number} links to page {number}, which is not there")
        if number == self.page.number:
            return None
        return self.part.relate_to(self.shared.slides[number], RELATIONSHIP_TYPE.SLIDE)

    def to_web(self, url: str) -> str | None:
        """Return the relationship id for a http, https or mailto address, None for any other."""
        address = safe_address(url)
        if not address:
            return None
        return self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def to_picture(self, data: bytes) -> str:
        """Return the relationship id for a picture's bytes."""
        return self.part.relate_to(self.shared.pictures.part(data), RELATIONSHIP_TYPE.IMAGE)

    def to_chart(self, box: ChartBox) -> str:
        """Return the relationship id for a new chart part of a box."""
        part = self.shared.charts.part(box, self.template)
        return self.part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def new_slide() -> tuple[etree._Element, etree._Element]:
    """Return an empty `p:sld` and its shape tree."""
    slide = root("p:sld")
    tree = add_tree(add(slide, "p:cSld"))
    add(add(slide, "p:clrMapOvr"), "a:masterClrMapping")
    return slide, tree


def add_tree(content: etree._Element) -> etree._Element:
    """Append an empty shape tree, which is itself shape 1."""
    tree = add(content, "p:spTree")
    group = add(tree, "p:nvGrpSpPr")
    add(group, "p:cNvPr", id=1, name="")
    add(group, "p:cNvGrpSpPr")
    add(group, "p:nvPr")
    xfrm = add(add(tree, "p:grpSpPr"), "a:xfrm")
    for point, size in (("a:off", "a:ext"), ("a:chOff", "a:chExt")):
        add(xfrm, point, x=0, y=0)
        add(xfrm, size, cx=0, cy=0)
    return tree


def _names(boxes: Iterable[Box]) -> Iterator[str]:
    """Yield the name of every box, a group's before its children's."""
    for box in boxes:
        yield box.name
        if isinstance(box, GroupBox):
            yield from _names(box.children)
