"""What a slide says: blocks of paragraphs of inlines, with cites. No position, size or template.

In: nothing. Out: the vocabulary that `compose` makes and `layout` reads. Must not know: records'
fields (only their ids), templates, points or inches.

A slide has a **pattern** (which arrangement, e.g. `event`) and blocks. A `Panel` fills one named
**place** of the pattern; its paragraphs have **roles**. `layout/patterns.py` says which places and
roles each pattern has. Other blocks have a look of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Literal, TypeAlias

from briefer.records.base import Locator, Ref
from briefer.records.dates import PartialDate

Role = Literal[
    "body",  # plain text of the place
    "heading",  # small capitals over a panel
    "label",  # field label over a value
    "value",  # the value under a label; a name
    "note",  # secondary line
    "point",  # bulleted point
    "lead",  # lead sentence over points
    "quote",  # words of a speaker
    "attribution",  # who said it, where, when
    "number",  # a key figure
]

_PLAIN = frozenset((str, int, float, bool, type(None)))

Track = Literal["enforcement", "bilateral", "multilateral", "background"]


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words. `small` is the unit beside a big number; `url` links to web or mailbox."""

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    lang: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A claim's source: one (source, locator), and the record that carries the citation."""

    source: Ref
    locator: Locator | None
    record: Ref


@dataclass(frozen=True, slots=True)
class CiteMark:
    """The superscript marker of a claim; `numbers` is filled by `citations.number_citations`.

    A mark without cites is a claim nobody can source: it is shown as "[uncited]" and is a finding.
    """

    cites: tuple[Cite, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SlidesShowing:
    """The numbers of the slides on which a record appears, filled in when pages are known."""

    record: Ref


@dataclass(frozen=True, slots=True)
class SlidesCiting:
    """The numbers of the slides on which a cite number appears ("slides 3, 5–7")."""

    number: int


@dataclass(frozen=True, slots=True)
class SlidesOf:
    """The numbers of the slides of a section ("4–6"), filled in when pages are known."""

    section: str


Inline: TypeAlias = Text | CiteMark | SlidesShowing | SlidesCiting | SlidesOf


ASKS = "[write "
"""How words begin that stand on a slide where staff have still to write theirs."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: inlines, the role it plays in its place, and the record it speaks of.

    `number` counts the steps of a numbered list, from 1; 0 is no step.
    """

    inlines: tuple[Inline, ...]
    role: Role = "body"
    origin: Ref | None = None
    number: int = 0

    @property
    def text(self) -> str:
        """The words, markers left out."""
        return "".join(inline.text for inline in self.inlines if isinstance(inline, Text))


@dataclass(frozen=True, slots=True)
class Panel:
    """Text in one named place of the pattern; too much of it continues on a further page.

    `pinned` panels (date, name) are repeated on every further page of the slide.
    """

    place: str
    paras: tuple[Para, ...]
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in one named place of the pattern, by the name of its file.

    Where it cannot be shown, the panels of the pattern's own layout stand instead.
    """

    place: str
    file: str
    alt: str
    origin: Ref
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One event on a timeline."""

    date: PartialDate
    track: Track
    text: tuple[Inline, ...]
    origin: Ref


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of date; layout chooses axis or list, and pages.

    A `listed` one is a list even where it could stand on an axis.
    """

    moments: tuple[Moment, ...]
    listed: bool = False


NO_SOURCE = "None"
"""What stands in a table's column of sources where a row has none."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its heading, its share of the width, and alignment.

    A `numeral` column holds the large numbers of the rows (the parts of an agenda). `blank` stands,
    quietly, in cells that say nothing: a blank cell sounds like the end of the table.
    """

    heading: str
    share: float
    align: Literal["l", "r"] = "l"
    bold: bool = False
    numeral: bool = False
    blank: str = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: one tuple of inlines a cell, and the record it speaks of.

    `below` has for each cell a second, quieter line; it is empty or as long as `cells`.
    """

    cells: tuple[tuple[Inline, ...], ...]
    origin: Ref | None = None
    below: tuple[tuple[Inline, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that is repeated on every page.

    A `CiteMark` in a cell of its own is printed as full-size numbers (the "Source" column).
    With `names` the headings name what is compared and are set as large as the cells.
    `chosen` is the column that stands out, by fill and by words (the recommended option).
    The rows of a `roomy` table share its height where all fit on one page.
    The rows of a `spread` table are set larger and farther apart where all fit on one page so.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str = ""
    chosen: int | None = None
    names: bool = False
    roomy: bool = False
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: the number (with its small unit), its meaning and its scope."""

    number: tuple[Inline, ...]
    meaning: tuple[Inline, ...]
    scope: str
    origin: Ref


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures, one to many; layout chooses how many a page. `so_what` closes the last page.

    `context` points stand beside a figure that is alone.
    """

    figures: tuple[Figure, ...]
    so_what: tuple[Inline, ...] = ()
    context: tuple[Para, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One cite number: the letter of its work, the pinpoint, and where it is used."""

    number: int
    letter: str
    pinpoint: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """Works in full (with letters), then one entry a number, in columns over as many pages.

    `origins` are the sources that the works are, in the same order, where they are known.
    """

    works: tuple[tuple[str, tuple[Inline, ...]], ...]
    entries: tuple[SourceEntry, ...]
    origins: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: its name and a value for each category, None where there is none."""

    name: str
    values: tuple[float | None, ...]
    track: Track | None = None


@dataclass(frozen=True, slots=True)
class Peak:
    """A run of a chart's categories, by index, that stands out, and the words over it."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart. `summary` says in a sentence or two what it shows, `unit` what values count.

    `columns` stand side by side, `stacked` on one another, a `line` joins values over time. What is
    `over_time` keeps its order from left to right; other columns become bars where their labels are
    long. `prefix` and `suffix` stand at every value ("$", "%").
    """

    shape: Literal["columns", "stacked", "bars", "line"]
    heading: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    summary: str
    records: tuple[Ref, ...] = ()
    over_time: bool = False
    prefix: str = ""
    suffix: str = ""
    peak: Peak | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in a diagram: its name, staff's own `note`, else what `kind` of actor it is.

    The kind is left out where it has no room beside the name. In a chain the block is coloured by
    `party` (a country's code) and holds `facts`; below the chain stands what was done (`acts`).
    """

    name: str
    origin: Ref
    kind: str = ""
    note: tuple[Inline, ...] = ()
    party: str = ""
    facts: tuple[Para, ...] = ()
    acts: tuple[Para, ...] = ()


Tone = Literal["pressure", "cooperation", "plain"]


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two nodes by their place in `Diagram.nodes`: its words with their cites.

    Pressure and cooperation differ by colour, dash and words; `plain` ties are neither.
    `sentence` says the tie in full, for readers who do not see it. A mutual one is not `directed`.
    """

    start: int
    end: int
    label: tuple[Inline, ...]
    sentence: str = ""
    tone: Tone = "plain"
    directed: bool = True
    origin: Ref | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """Actors and their ties. A `network` links left to right, a `chain` runs from node to node.

    `headings` stand over the two columns of a network; the first one over the acts of a chain.
    `back` are the words on a chain's way back, which ends nowhere in particular.
    """

    form: Literal["network", "chain"]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    headings: tuple[str, str] = ("", "")
    back: tuple[Inline, ...] = ()


Block: TypeAlias = Panel | Picture | Timeline | Table | Figures | SourceList | Chart | Diagram


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation shown on a slide, in full, for the speaker notes."""

    text: str
    attribution: str
    mark: CiteMark


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that a slide's kind offers, and what its card asks for.

    `known` are the values with their labels; `asked` is "" where the card leaves it to the
    records, and stands as it was written where no such value is known.
    """

    name: str
    known: tuple[tuple[str, str], ...]
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """What a card says. `card` is the card's flat index, or None for slides added by themselves.

    `mark` is its portion mark, which stands before its title, "" where portions have none.
    `variant` is the layout of its kind that was composed, "" where layout decides; the first of
    `choices` is the one between these.
    """

    key: str
    kind: str
    pattern: str
    title: str
    kicker: str
    blocks: tuple[Block, ...]
    section: str = ""
    card: int | None = None
    say: str = ""
    quotations: tuple[Quotation, ...] = ()
    records: tuple[Ref, ...] = ()
    missing: tuple[Ref, ...] = ()
    variant: str = ""
    choices: tuple[Chosen, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One cite number resolved: forms for the slide foot, the sources slide and the notes.

    `short` names the work ("AJIL note"), `pinpoint` the place in it ("n. 12"), `full` is the whole
    citation as plain text with its pinpoint; `locator` is the record's own form of the pinpoint.
    """

    number: int
    source: Ref
    letter: str
    short: str
    pinpoint: str
    full: str
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a briefing after numbering, and what their numbers stand for.

    `marking` stands at the edges of every page, in `ink` on `ground` where these are set (six hex
    digits each); `notice` (legend, embargo) has a line of its own, on the first page `opening`
    where that is set.
    """

    title: str
    slides: tuple[Slide, ...]
    references: tuple[Reference, ...]
    footer: str = ""
    date: str = ""
    marking: str = ""
    notice: str = ""
    opening: str = ""
    ink: str = ""
    ground: str = ""


def parts_of(value: object) -> tuple[object, ...]:
    """Return what a value of a slide is made of: a tuple's items, a dataclass's fields, else none.

    Whole decks are walked by it after every edit.
    """
    kind: type = type(value)
    return value if isinstance(value, tuple) else _reader_of(kind)(value)


def inner_parts(value: object) -> tuple[object, ...]:
    """Return what `parts_of` does without words, numbers and None, which have no parts."""
    return tuple([part for part in parts_of(value) if type(part) not in _PLAIN])


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields, none for another type."""
    return tuple(getattr(kind, "__dataclass_fields__", ()))


@cache
def _reader_of(kind: type) -> Callable[[object], tuple[object, ...]]:
    """Return what reads the fields of a dataclass, nothing of another type."""
    names = names_of(kind)
    if len(names) > 1:
        return attrgetter(*names)  # a tuple only where there are several
    return lambda value: tuple([getattr(value, name) for name in names])
