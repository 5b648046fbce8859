"""The shapes of a slide as they stand in a file: who they are, what they say, their tags.

In: the root of a slide part and the parts its relationships lead to. Out: frozen values. Must not
know: manifests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefer.provenance.digests import chart_words, text_digest
from briefer.provenance.manifest import DATA
from briefer.provenance.tags import Tagged, read_tags

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHAPES = (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp")


@dataclass(frozen=True, slots=True)
class FoundShape:
    """A shape in a deck: id, name, placeholder, words by paragraph ("2", "3.1.1"), its tags."""

    id: int
    name: str
    idx: int | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    tagged: Tagged | None = None

    @property
    def digests(self) -> frozenset[str]:
        """The digests of its paragraphs that say something."""
        return frozenset(text_digest(words) for words in self.words.values() if words.strip())

    @property
    def digest(self) -> str:
        """The digest of all its words, "" without any."""
        words = "\n".join(self.words.values())
        return text_digest(words) if words.strip() else ""


def shapes_of(
    slide: etree._Element, behind: Callable[[str, str], etree._Element | None]
) -> Iterator[FoundShape]:
    """Yield the shapes of a slide in reading order, those in groups too.

    `behind` gives the part that a relationship of a kind, by its id, leads to, if it is there.
    """
    for element in slide.iter(*_SHAPES):
        identity = element.find(f"*/{P}cNvPr")
        properties = element.find(f"*/{P}nvPr")
        if identity is None or properties is None:
            continue
        mark = properties.find(f"{P}ph")
        link = properties.find(f"{P}custDataLst/{P}tags")
        yield FoundShape(
            id=number_told(identity.get("id")) or 0,
            name=identity.get("name", ""),
            idx=None if mark is None else number_told(mark.get("idx", "0")),
            words={**dict(_words(element)), **dict(_data(element, behind))},
            tagged=None if link is None else _tags(behind("tags", link.get(f"{R}id", ""))),
        )


def _tags(listing: etree._Element | None) -> Tagged | None:
    tags = () if listing is None else listing.iter(f"{P}tag")
    return read_tags({tag.get("name", ""): tag.get("val", "") for tag in tags})


def _data(
    shape: etree._Element, behind: Callable[[str, str], etree._Element | None]
) -> Iterator[tuple[str, str]]:
    """Yield a chart's numbers as words, as they are kept in the chart itself."""
    mark = shape.find(f"{A}graphic/{A}graphicData/{C}chart")
    chart = None if mark is None else behind("chart", mark.get(f"{R}id", ""))
    if chart is not None:
        yield DATA, chart_words(map(_series, chart.iter(f"{C}ser")))


def _series(series: etree._Element) -> tuple[str, list[str], list[float | None]]:
    categories = _points(series.find(f"{C}cat"))
    values = _points(series.find(f"{C}val"))
    names = list(_points(series.find(f"{C}tx")).values())
    return (
        names[0] if names else "",
        [categories.get(index, "") for index in sorted(values)],
        [_value(values[index]) for index in sorted(values)],
    )


def _points(holder: etree._Element | None) -> dict[int, str]:
    """Return the cached points of a chart's reference by index."""
    points = () if holder is None else holder.iter(f"{C}pt")
    return {number_told(point.get("idx")) or 0: point.findtext(f"{C}v") or "" for point in points}


def _value(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def paragraph_words(paragraph: etree._Element) -> str:
    """Return a paragraph's words; raised runs are citation markers and left out."""
    return "".join(_run_words(run) for run in paragraph)


def _run_words(run: etree._Element) -> str:
    if run.tag == f"{A}br":
        return "\n"
    if run.tag not in (f"{A}r", f"{A}fld"):
        return ""
    properties = run.find(f"{A}rPr")
    raised = "" if properties is None else properties.get("baseline", "")
    if raised and not raised.startswith(("-", "0")):
        return ""
    return run.findtext(f"{A}t") or ""


def _words(shape: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of each paragraph of a shape's text or table."""
    body = shape.find(f"{P}txBody")
    if body is not None:
        for number, paragraph in enumerate(body.iterchildren(f"{A}p"), start=1):
            yield str(number), paragraph_words(paragraph)
    for row, line in enumerate(shape.iterfind(f".//{A}tbl/{A}tr"), start=1):
        for column, cell in enumerate(line.iterchildren(f"{A}tc"), start=1):
            for number, paragraph in enumerate(cell.iterfind(f"{A}txBody/{A}p"), start=1):
                yield f"{row}.{column}.{number}", paragraph_words(paragraph)


def number_told(text: str | None) -> int | None:
    """Return a number that the schema allows; Python refuses to read one of thousands of digits."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
