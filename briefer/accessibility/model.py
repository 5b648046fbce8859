"""A deck as rules see it: frozen values, everything inherited already looked up.

In: nothing. Out: the types. Lengths are EMU, type sizes points, colours six hex digits. Must not
know: XML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefer.geometry import Frame

Kind: TypeAlias = Literal[
    "text", "picture", "chart", "table", "diagram", "media", "object", "group", "connector"
]
TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr")
"""Types of placeholders for titles, and for date, footer, slide number and header."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: where it leads and how. `broken` has an id that no relationship has."""

    kind: Literal["address", "slide", "action", "broken"]
    address: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under text: colours of which any may (`colors`); `beside` may lie under a part.

    Neither holds anything where a picture or an unknown table style lies under it.
    """

    colors: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text set in one way. None where nothing in the file tells.

    `raised` is a super- or subscript, `field` the type of a field ("slidenum"), "" for typed text.
    """

    text: str
    size: float | None = None
    bold: bool = False
    color: str | None = None
    font: str = ""
    language: str = ""
    link: Link | None = None
    raised: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its runs, its level from 0, whether a bullet or number is set before it."""

    runs: tuple[Run, ...]
    level: int = 0
    bullet: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: text, what lies under it, whether it is merged with another."""

    paragraphs: tuple[Paragraph, ...]
    ground: Ground
    merged: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return words_of(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows; whether a first row and a first column are marked as headers."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool
    first_column: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: kinds of plot, title, names of its parts, and what tells these apart.

    Parts are series, or the slices of a pie.
    `told_apart` names what does so besides colour: "legend", "labels", "patterns", "markers",
    "dashes".
    """

    plots: tuple[str, ...]
    title: str
    parts: tuple[str, ...]
    told_apart: frozenset[str] = frozenset()
    axis_titles: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: who it is, what it says, its alternative text, the placeholder it fills.

    `order` is its place in the slide's reading order. `parts` are the shapes of a group. `linked`
    tells that its picture or medium is outside the file.
    """

    id: int
    name: str
    kind: Kind
    order: int
    alt: str = ""
    decorative: bool = False
    placeholder: str = ""
    frame: Frame | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    ground: Ground = Ground()
    table: Table | None = None
    chart: Chart | None = None
    parts: tuple[Shape, ...] = ()
    link: Link | None = None
    captions: bool = False
    linked: bool = False
    hidden: bool = False
    wrong_mark: bool = False

    @property
    def text(self) -> str:
        """Its own words, those of parts and cells not."""
        return words_of(self.paragraphs)

    def walk(self) -> Iterator[Shape]:
        """Yield the shape and, in order, all shapes in it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def texts(self) -> Iterator[tuple[Paragraph, Ground]]:
        """Yield its paragraphs, those of cells too, each with what lies under it."""
        for paragraph in self.paragraphs:
            yield paragraph, self.ground
        for row in self.table.rows if self.table else ():
            for cell in row:
                for paragraph in cell.paragraphs:
                    yield paragraph, cell.ground


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: shapes in reading order, and what else a rule asks of it.

    `master_text` is the text that its layout and master show and it does not hold itself.
    `watched` names what moves: "animation", "transition"; `advances` tells that it goes on alone.
    """

    number: int
    id: int
    shapes: tuple[Shape, ...]
    hidden: bool = False
    layout: str = ""
    master_text: tuple[str, ...] = ()
    background_picture: bool = False
    animated: bool = False
    repeats: bool = False
    transition: str = ""
    advances: bool = False
    comments: int = 0
    notes: str = ""

    @property
    def title_shape(self) -> Shape | None:
        """The title placeholder, None without one."""
        return next((s for s in self.walk() if s.placeholder in TITLES), None)

    @property
    def title(self) -> str:
        """The words of the title placeholder on one line, "" without any."""
        shape = self.title_shape
        return " ".join(shape.text.split()) if shape else ""

    def walk(self) -> Iterator[Shape]:
        """Yield all shapes in reading order, those in groups too."""
        for shape in self.shapes:
            yield from shape.walk()

    def spoken(self) -> Iterator[Shape]:
        """Yield the shapes that are shown and not marked decorative, those in groups too."""
        return (shape for shape in self.walk() if not (shape.hidden or shape.decorative))


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the slide list: its name and how many slides it has."""

    name: str
    slides: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a deck came from, as far as it tells.

    `altered` says in words what differs from the export; without any, nothing that can be seen
    does. `charts` and `drawings` are those of the export.
    """

    briefer: str
    altered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedDeck:
    """A deck for rules. `origin` is None where Briefer did not make it.

    `double` are the parts that the file holds twice; `properties` the core properties by name.
    """

    name: str
    slides: tuple[Slide, ...]
    size: tuple[int, int]
    properties: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    double: tuple[str, ...] = ()
    locked: bool = False
    origin: Origin | None = None


def words_of(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the words of paragraphs, a line each."""
    return "\n".join(paragraph.text for paragraph in paragraphs)
