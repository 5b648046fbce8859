"""Where a slide stands: pages of boxes, lines broken, in reading order.

In: nothing. Out: the vocabulary that `layout` makes and writers and painter read. Must not know:
slide kinds, blocks, records' fields. All coordinates are EMU on the page; sizes are points.

Writers send paragraphs and let the viewer break lines; the painter draws `lines` as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal, TypeAlias

from briefer.geometry import Align, Anchor, Color, FontRole, Frame, Insets, Outline
from briefer.layout.scripts import by_script, reads_from_right
from briefer.records.base import Ref
from briefer.template.model import Art, LevelStyle

Tag = Literal["heading", "paragraph", "list", "table", "figure", "artifact"]
Field = Literal["", "slidenum"]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text with one look. `page` links to that page number, `url` to the web.

    `superscript` is a citation marker, set at `size` and raised 30 %; `numbers` are the cite
    numbers a marker shows, `cited` the records whose citations they are.
    """

    text: str
    font: FontRole
    size: float
    color: Color
    bold: bool = False
    italic: bool = False
    caps: bool = False
    tracking: float = 0.0
    superscript: bool = False
    underline: bool = False
    numbers: tuple[int, ...] = ()
    cited: tuple[Ref, ...] = ()
    page: int | None = None
    url: str = ""
    field: Field = ""
    lang: str = "en-US"

    def saying(self, text: str) -> Run:
        """Return a run of the same look with other words; itself where they are its own.

        All fields by hand: lines are broken into thousands of these, and `replace` takes five times
        as long.
        """
        if text == self.text:
            return self
        return Run(
            text,
            self.font,
            self.size,
            self.color,
            self.bold,
            self.italic,
            self.caps,
            self.tracking,
            self.superscript,
            self.underline,
            self.numbers,
            self.cited,
            self.page,
            self.url,
            self.field,
            self.lang,
        )

    @property
    def by_language(self) -> tuple[Run, ...]:
        """The run in parts of one script, each with its language, so that it is read aloud right.

        They look as the run does: widths and line breaks stay as they are.
        """
        if self.field:
            return (self,)
        parts = by_script(self.text, self.lang)
        if len(parts) == 1 and parts[0][1] == self.lang:
            return (self,)
        return tuple(replace(self, text=text, lang=lang) for text, lang in parts)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a run on a line, at its x and with its measured width (EMU)."""

    x: int
    width: int
    run: Run


@dataclass(frozen=True, slots=True)
class Line:
    """One line as layout broke it: its baseline's y and its pieces. `bullet_x` if it has one."""

    baseline: int
    pieces: tuple[Piece, ...]
    bullet_x: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the level of its placeholder (1..9), that level's style, runs and lines.

    For a box that is no placeholder `style` is what the writer must spell out in full.
    `spacing_pt`, when not 0, is exact line spacing in points that replaces the style's factor.
    `origin` is the record it speaks of, `role` the role it plays in its place.
    `number` is what a numbered paragraph counts as; a list that continues does not begin with 1.
    `said` is what it says where it is told apart from its place (the words of a diagram's line).
    """

    runs: tuple[Run, ...]
    style: LevelStyle
    level: int = 1
    lines: tuple[Line, ...] = ()
    spacing_pt: float = 0.0
    space_after: float | None = None
    origin: Ref | None = None
    number: int = 0
    role: str = ""
    said: str = ""

    @property
    def text(self) -> str:
        """The words, markers left out."""
        return "".join(run.text for run in self.runs if not run.superscript)

    @property
    def from_right(self) -> bool:
        """Whether it reads from the right; a paragraph with a hanging column never does."""
        text = self.text
        return reads_from_right(text) and "\t" not in text

    @property
    def align(self) -> Align:
        """Where its lines stand; what reads from the right starts there."""
        return "r" if self.style.align == "l" and self.from_right else self.style.align


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a frame. `idx` and `ph_type` name the layout's placeholder, or None and "".

    A placeholder inherits frame, fill, anchor and insets unless `moved` (frame differs from the
    layout's) or `own_insets` is set; `fill` and `outline` are what is seen either way.
    `place` is the pattern's place that it fills.
    """

    name: str
    frame: Frame
    paragraphs: tuple[Paragraph, ...]
    idx: int | None = None
    ph_type: str = ""
    anchor: Anchor = "t"
    insets: Insets = Insets()
    own_insets: bool = False
    moved: bool = False
    fill: Color | None = None
    outline: Outline | None = None
    tag: Tag = "paragraph"
    origin: Ref | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class ShapeBox:
    """A native shape without text: `rect`, `ellipse`, `diamond`. Decorative unless it has alt.

    `origin` is the record that it shows, where it shows one.
    """

    name: str
    frame: Frame
    geometry: str = "rect"
    fill: Color | None = None
    outline: Outline | None = None
    alt: str = ""
    origin: Ref | None = None


@dataclass(frozen=True, slots=True)
class LineBox:
    """A straight connector from (x1, y1) to (x2, y2). Decorative unless it has alt.

    `start` and `end` name the boxes it is glued to, each with a connection site number; `origin`
    is the record (a relation) that it shows.
    """

    name: str
    x1: int
    y1: int
    x2: int
    y2: int
    line: Outline
    arrow: bool = False
    start: tuple[str, int] | None = None
    end: tuple[str, int] | None = None
    alt: str = ""
    origin: Ref | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: paragraphs, insets, alignment by its paragraphs' styles, its own fill."""

    paragraphs: tuple[Paragraph, ...]
    insets: Insets
    fill: Color | None = None


@dataclass(frozen=True, slots=True)
class TableBox:
    """A native table: column widths and row heights in EMU, first row the header.

    `rules` are drawn by the template's table style; the painter draws the same: header and outer
    rules in tx2, row rules in the hair colour.
    """

    name: str
    frame: Frame
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    idx: int | None = None


@dataclass(frozen=True, slots=True)
class ValueFormat:
    """How the values of a chart are told: "$1.5M".

    At most `decimals` stand after the point, none that the value lacks; -1 stands for powers of
    ten. `thousands` is how often a value is divided by a thousand, which the suffix names ("M"
    after two). Where not `zeros`, a zero is not told.
    """

    prefix: str = ""
    suffix: str = ""
    decimals: int = 0
    thousands: int = 0
    zeros: bool = True

    def words(self, value: float) -> str:
        """Return a value as it stands at its mark."""
        if not value and not self.zeros:
            return ""
        sign = "\N{MINUS SIGN}" if value < 0 else ""
        if self.decimals < 0:
            return f"{sign}{self.prefix}{abs(value):.1E}{self.suffix}"
        return f"{sign}{self.prefix}{self._rounded(value):,f}{self.suffix}"

    def decimals_of(self, value: float) -> int:
        """Return how many decimals a value is told with."""
        if self.decimals < 1:
            return self.decimals
        _, _, after = f"{self._rounded(value):f}".partition(".")
        return len(after)

    def _rounded(self, value: float) -> Decimal:
        """Return a value's size, a half rounded up as spreadsheets do, without zeros at its end."""
        with localcontext() as context:
            context.prec = 400
            size = Decimal(repr(abs(value))).scaleb(-3 * self.thousands)
            told = size.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
            whole = told.to_integral_value()
            return whole if told == whole else told.normalize()


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series of a chart and the colour it is drawn in.

    `unlabelled` are the indexes of values that have no room for words at their mark.
    """

    name: str
    values: tuple[float | None, ...]
    color: Color
    unlabelled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A native chart with its workbook. Text is `size` pt in the minor font, in `ink`.

    There are no gridlines and no value axis: values stand at their marks, told as `format` says.
    `plot` is the area of the marks alone, in EMU on the page; its edges stand for the values `low`
    and `high`. `gap` is the room between categories in percent of a mark's width. `labels` are the
    lines of each category's label, () for one that has no room (every `skip`th is shown). `legend`
    has the indexes of the series in rows above the plot, where there is more than one.
    `records` are those that its values come from.
    """

    name: str
    frame: Frame
    shape: Literal["columns", "stacked", "bars", "line"]
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    alt: str
    plot: Frame
    low: float
    high: float
    labels: tuple[tuple[str, ...], ...]
    format: ValueFormat = ValueFormat()
    gap: int = 34
    skip: int = 1
    legend: tuple[tuple[int, ...], ...] = ()
    size: float = 14.0
    ink: Color = Color("tx1")
    idx: int | None = None
    records: tuple[Ref, ...] = ()

    @property
    def slot(self) -> float:
        """The room of one category along its axis, in EMU."""
        room = self.plot.h if self.shape == "bars" else self.plot.w
        return room / len(self.categories)

    @property
    def width(self) -> float:
        """The width of a column, the thickness of a bar, in EMU."""
        beside = 1 if self.shape == "stacked" else len(self.series)
        return self.slot / (beside + self.gap / 100)

    def middle(self, index: int) -> int:
        """Return where the middle of a category stands: its x, for bars its y."""
        start = self.plot.y if self.shape == "bars" else self.plot.x
        return round(start + (index + 0.5) * self.slot)

    def place(self, value: float) -> int:
        """Return where a value stands: its y, for bars its x."""
        share = (value - self.low) / (self.high - self.low)
        if self.shape == "bars":
            return round(self.plot.x + share * self.plot.w)
        return round(self.plot.y + (1 - share) * self.plot.h)

    def mark(self, series: int, index: int) -> Frame | None:
        """Return the rectangle of a column or bar, None where there is no value."""
        value = self.series[series].values[index]
        if value is None:
            return None
        base, before = 0.0, 0 if self.shape == "stacked" else series
        if self.shape == "stacked":
            below = (item.values[index] or 0.0 for item in self.series[:series])
            base = sum(part for part in below if (part >= 0) == (value >= 0))
        start = self.middle(index) - self.slot / 2 + self.width * (self.gap / 200 + before)
        first, last = sorted((self.place(base), self.place(base + value)))
        across, width = round(start), round(self.width)
        if self.shape == "bars":
            return Frame(first, across, last - first, width)
        return Frame(across, first, width, last - first)


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture: PNG or JPEG bytes already cropped to the frame; `origin` is whose it is."""

    name: str
    frame: Frame
    data: bytes
    alt: str
    idx: int | None = None
    origin: Ref | None = None


@dataclass(frozen=True, slots=True)
class Unshown:
    """A picture that a page does without: its record, its file, and why, as a clause."""

    record: Ref
    file: str
    problem: str


@dataclass(frozen=True, slots=True)
class GroupBox:
    """Boxes that are one picture to a reader: one alternative text, children still editable."""

    name: str
    children: tuple[TextBox | ShapeBox | LineBox, ...]
    alt: str


Box: TypeAlias = TextBox | ShapeBox | LineBox | TableBox | ChartBox | PictureBox | GroupBox


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the deck. `boxes` are in reading order, which is z-order.

    `art` and `background` come from the template's layout and are painted, never written.
    `part` and `parts` count the pages of one slide; `numbers` are the cite numbers on this page;
    `shortened` says that words of a label had to be cut to fit; `unshown` names pictures that
    could not be shown. `title` begins with `mark`, the slide's portion mark, where it has one.
    """

    number: int
    slide: str
    kind: str
    layout: str
    title: str
    boxes: tuple[Box, ...]
    background: Color
    art: tuple[Art, ...] = ()
    notes: str = ""
    section: str = ""
    card: int | None = None
    part: int = 1
    parts: int = 1
    numbers: tuple[int, ...] = ()
    shortened: bool = False
    unshown: tuple[Unshown, ...] = ()
    mark: str = ""

    @property
    def plain_title(self) -> str:
        """The title without its portion mark."""
        return self.title.removeprefix(f"{self.mark} ") if self.mark else self.title


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a printed document: boxes on white, and a page of the deck drawn in a frame.

    `width` and `height` are EMU. Bookmarks name `section` and `title`; a sheet without title has
    none, as it continues the one before.
    """

    width: int
    height: int
    boxes: tuple[Box, ...] = ()
    page: Page | None = None
    frame: Frame | None = None
    title: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """The core properties of a deck; `category` is its marking, `status` its legend."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: str = ""
    language: str = "en-US"
    category: str = ""
    status: str = ""
