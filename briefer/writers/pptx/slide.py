"""One slide part: a page's boxes as a shape tree, in order, with ids and relationships.

In: a page, and what the slides of a deck share. Out: the slide part's markup. Must not know: the
package around it, notes, sections.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pptx.opc.constants import RELATIONSHIP_TYPE

from briefer.errors import TemplateError
from briefer.layout.boxes import Box, ChartBox, GroupBox, Page
from briefer.records.addresses import link_of
from briefer.records.text import xml_value
from briefer.template.model import Template, TemplateLayout
from briefer.writers.clean import one_line
from briefer.writers.pptx.chart import Charts
from briefer.writers.pptx.looks import Looks
from briefer.writers.pptx.markup import declared, extension
from briefer.writers.pptx.parts import NewPart
from briefer.writers.pptx.pictures import Pictures
from briefer.writers.pptx.provenance import Tracer
from briefer.writers.pptx.table import TableLook

_DECORATIVE_EXT = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE = extension(_DECORATIVE_EXT, "adec:decorative", 1)
_SLIDE = declared("p:sld", "a", "p", "r")
_OWN_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What a shape tree begins with; it is itself shape 1."""
_AGAIN = "It may have changed since it was read; choose the template again."


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """A slide layout in the package: its part's name, and what fills its placeholders by idx."""

    name: str
    placeholders: Mapping[int, Filled]


@dataclass(frozen=True, slots=True)
class Filled:
    """A placeholder's type, and the `p:ph` of a shape that fills it."""

    type: str
    mark: str


class Identity(NamedTuple):
    """A shape's id and name on its slide, and the `p:cNvPr` that says so."""

    id: int
    name: str
    mark: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What the slides of a deck share. `slides` are the slide parts by page number.

    Without a `tracer` the deck says nothing of where its words come from.
    """

    looks: Looks
    layouts: Mapping[str, LayoutPart]
    slides: Mapping[int, NewPart]
    pictures: Pictures
    charts: Charts
    look: TableLook
    tracer: Tracer | None = None

    @property
    def template(self) -> Template:
        """The template of the deck."""
        return self.looks.template

    def layout_part(self, layout: str) -> LayoutPart:
        """Return a layout in the package; raise TemplateError if the file lost it since read."""
        if layout not in self.layouts:
            raise TemplateError(
                f"Template {self.template.path.name} has no layout {layout!r} any more.",
                hint=_AGAIN,
            )
        return self.layouts[layout]

    def placeholder(self, layout: str, idx: int) -> Filled:
        """Return what fills a placeholder; raise TemplateError if the layout lacks it."""
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
    part: NewPart
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
    def looks(self) -> Looks:
        """The looks of the deck, on the template whose colours the slide uses."""
        return self.shared.looks

    def identify(self, name: str, *, alt: str = "", decorative: bool = False) -> Identity:
        """Return the next id, and a name that no other shape of the slide has.

        An object without alternative text may be marked as decorative.
        """
        self._used[name] += 1
        times = self._used[name]
        title = one_line(name) if times == 1 else f"{one_line(name)} ({times})"
        number = next(self._numbers)
        title = title or f"Object {number}"
        begun = f'<p:cNvPr id="{number}" name="{xml_value(title)}"'
        text = one_line(alt).strip()
        if text:
            return Identity(number, title, f'{begun} descr="{xml_value(text)}"/>')
        if decorative:
            return Identity(number, title, f"{begun}>{_DECORATIVE}</p:cNvPr>")
        return Identity(number, title, f"{begun}/>")

    def traced(self, box: Box, identity: Identity) -> str:
        """Return the tags of a shape that shows a box, "" for none; keep what it shows.

        Its words must be written by then, as their links come before the tags.
        """
        tracer = self.shared.tracer
        if tracer is None:
            return ""
        return tracer.trace(box, identity.id, identity.name, page=self.page, part=self.part)

    def id_of(self, name: str) -> int:
        """Return the shape id of the first box of this name; raise ValueError if there is none."""
        if name not in self._ids:
            raise ValueError(f"page {self.page.number} has no box {name!r} to glue a line to")
        return self._ids[name]

    def placeholder(self, idx: int) -> Filled:
        """Return what fills the layout's placeholder; raise TemplateError if it is gone."""
        return self.shared.placeholder(self.page.layout, idx)

    def to_page(self, number: int) -> str | None:
        """Return the relationship id for a page, None for the page itself.

        Raises ValueError if the deck has no such page.
        """
        if number not in self.shared.slides:
            raise ValueError(f"page {self.page.number} links to page {number}, which is not there")
        if number == self.page.number:
            return None
        return self.part.related.to(RELATIONSHIP_TYPE.SLIDE, self.shared.slides[number].name)

    def to_web(self, url: str) -> str | None:
        """Return the relationship id for a http, https or mailto address, None for any other."""
        address = link_of(url)
        if not address:
            return None
        return self.part.related.to(RELATIONSHIP_TYPE.HYPERLINK, address, outside=True)

    def to_picture(self, data: bytes) -> str:
        """Return the relationship id for a picture's bytes."""
        return self.part.related.to(RELATIONSHIP_TYPE.IMAGE, self.shared.pictures.part(data).name)

    def to_chart(self, box: ChartBox) -> str:
        """Return the relationship id for a new chart part of a box."""
        part = self.shared.charts.part(box, self.looks)
        return self.part.related.to(RELATIONSHIP_TYPE.CHART, part.name)


def slide_of(shapes: str, *, tag: str = _SLIDE) -> str:
    """Return a slide that holds these shapes; `tag` begins it, with the spaces it declares."""
    return (
        f"<{tag}><p:cSld><p:spTree>{_OWN_GROUP}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></{tag.split(' ')[0]}>"
    )


def _names(boxes: Iterable[Box]) -> Iterator[str]:
    """Yield the name of every box, a group's before its children's."""
    for box in boxes:
        yield box.name
        if isinstance(box, GroupBox):
            yield from _names(box.children)
