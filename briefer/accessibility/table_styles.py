"""Table styles: the colours that a table gives its cells by their place.

In: the part of table styles. Out: `TableStyle`s. Must not know: the words in cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefer.accessibility.colors import Palette
from briefer.accessibility.painting import NOTHING, PICTURE, Paint, fill_in, fill_referred
from briefer.accessibility.texts import Look
from briefer.accessibility.xml import A, flag

_BARE = ("{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}")
_MEDIUM = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""Styles built into PowerPoint that a file need not hold: without fill (with and without a grid),
and "Medium Style 2, Accent 1", which PowerPoint and python-pptx give a new table."""
_MEDIUM_XML = """
<a:tblStyle xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:wholeTbl><a:tcTxStyle><a:schemeClr val="dk1"/></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill>
<a:schemeClr val="accent1"><a:tint val="20000"/></a:schemeClr></a:solidFill></a:fill></a:tcStyle>
</a:wholeTbl><a:band1H><a:tcStyle><a:fill><a:solidFill><a:schemeClr val="accent1">
<a:tint val="40000"/></a:schemeClr></a:solidFill></a:fill></a:tcStyle></a:band1H>
<a:band1V><a:tcStyle><a:fill><a:solidFill><a:schemeClr val="accent1">
<a:tint val="40000"/></a:schemeClr></a:solidFill></a:fill></a:tcStyle></a:band1V>
<a:lastCol><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill>
<a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:fill></a:tcStyle></a:lastCol>
<a:firstCol><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill>
<a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:fill></a:tcStyle></a:firstCol>
<a:lastRow><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill>
<a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:fill></a:tcStyle></a:lastRow>
<a:firstRow><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill>
<a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:fill></a:tcStyle></a:firstRow>
</a:tblStyle>
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands in a table of so many rows and columns, from 0."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table's style with the parts of it that the table has switched on."""

    style: etree._Element | None
    switches: etree._Element | None
    known: bool = True

    def fill(self, place: Place, palette: Palette, fills: Mapping[int, etree._Element]) -> Paint:
        """Return what a cell is filled with; nobody knows that of a style that is not here."""
        if not self.known:
            return PICTURE
        for part in self._parts(place):
            cell = part.find(f"{A}tcStyle")
            if cell is None:
                continue
            told = fill_in(cell.find(f"{A}fill"), palette)
            told = told or fill_referred(cell.find(f"{A}fillRef"), palette, fills)
            if told is not None:
                return told
        whole = None if self.style is None else self.style.find(f"{A}tblBg")
        return fill_in(None if whole is None else whole.find(f"{A}fill"), palette) or NOTHING

    def look(self, place: Place, palette: Palette) -> Look:
        """Return how the style sets a cell's text."""
        look = Look()
        for part in self._parts(place):
            text = part.find(f"{A}tcTxStyle")
            if text is not None:
                bold = flag(text, "b") if text.get("b") in ("on", "off") else None
                look = Look(bold=bold, tint=palette.tint(text)).under(look)
        return look

    def _parts(self, place: Place) -> Iterator[etree._Element]:
        """Yield the parts of the style that a cell falls under, the nearest first."""
        on = {
            "firstRow": place.row == 0,
            "lastRow": place.row == place.rows - 1,
            "firstCol": place.column == 0,
            "lastCol": place.column == place.columns - 1,
        }
        names = [name for name, here in on.items() if here and flag(self.switches, name)]
        first = int(flag(self.switches, "firstRow")), int(flag(self.switches, "firstCol"))
        for switch, count in (
            ("bandRow", place.row - first[0]),
            ("bandCol", place.column - first[1]),
        ):
            if flag(self.switches, switch) and count >= 0:
                names.append(f"band{count % 2 + 1}{'H' if switch == 'bandRow' else 'V'}")
        for name in (*names, "wholeTbl"):
            part = None if self.style is None else self.style.find(f"{A}{name}")
            if part is not None:
                yield part


@dataclass(frozen=True)
class TableStyles:
    """The table styles of a deck by id."""

    styles: Mapping[str, etree._Element]

    @classmethod
    def of(cls, root: etree._Element | None) -> TableStyles:
        """Return the styles of a part, None where the deck has none, and those built in."""
        found = {_MEDIUM: etree.fromstring(_MEDIUM_XML)}
        for style in () if root is None else root.iterchildren(f"{A}tblStyle"):
            found[style.get("styleId", "")] = style
        return cls(found)

    def style(self, table: etree._Element) -> TableStyle:
        """Return the style of a table."""
        switches = table.find(f"{A}tblPr")
        name = None if switches is None else switches.findtext(f"{A}tableStyleId")
        style = self.styles.get(name or "")
        return TableStyle(style, switches, style is not None or not name or name in _BARE)
