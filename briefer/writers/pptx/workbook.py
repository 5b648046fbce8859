"""The workbook behind a chart: one sheet with its categories and series, for "Edit data".

In: categories and series. Out: the bytes of an .xlsx, the same for the same input. Must not know:
charts, slides.

Written part by part because a library stamps the time of export into it and takes a category that
begins with an equals sign for a formula. Words stand in the cells as they are, so nothing is run,
and those that look like a formula stay words when somebody edits the cell.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from briefer.records.text import xml_text
from briefer.writers.clean import one_line
from briefer.writers.pptx.markup import element, marked, part_bytes

SHEET = "Sheet1"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_BEGINNINGS = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}")
_QUOTED = "1"
"""The format of cells that hold words, however they begin: as if typed behind an apostrophe."""

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What begins the escape of a character in a cell (ISO/IEC 29500-1, 22.9.2.19)."""

_CONTENT_TYPES = (
    f'<Types xmlns="{_TYPES}">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SML}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SML}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SML}.styles+xml"/>'
    "</Types>"
)
_PACKAGE_RELS = (
    f'<Relationships xmlns="{_RELS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_WORKBOOK_RELS = (
    f'<Relationships xmlns="{_RELS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>"
)
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def workbook_of(
    categories: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]]
) -> bytes:
    """Return a workbook: categories in column A from row 2, each series' name over its values."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for member, data in (
            ("[Content_Types].xml", _part(_CONTENT_TYPES)),
            ("_rels/.rels", _part(_PACKAGE_RELS)),
            ("xl/workbook.xml", _part(_WORKBOOK)),
            ("xl/_rels/workbook.xml.rels", _part(_WORKBOOK_RELS)),
            ("xl/styles.xml", _part(_STYLES)),
            ("xl/worksheets/sheet1.xml", _sheet(categories, series)),
        ):
            info = zipfile.ZipInfo(member, _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data, compresslevel=6)
    return stream.getvalue()


def cells(column: int, count: int, *, first: int = 2) -> str:
    """Return the address of a column's cells: "Sheet1!$B$2:$B$12"; columns count from 0."""
    letter = column_letter(column)
    start = f"{SHEET}!${letter}${first}"
    return start if count == 1 else f"{start}:${letter}${first + count - 1}"


def column_letter(column: int) -> str:
    """Return the letters of a column counted from 0: A, ..., Z, AA, ..."""
    letter = chr(ord("A") + column % 26)
    return letter if column < 26 else column_letter(column // 26 - 1) + letter


def number_text(value: float) -> str:
    """Return a number as XML holds it, whole ones without a point."""
    whole = abs(value) < 1e15 and value == int(value)
    return str(int(value)) if whole else repr(float(value))


def _part(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _sheet(
    categories: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]]
) -> bytes:
    rows: list[list[str | float | None]] = [["", *(name for name, _ in series)]]
    for index, category in enumerate(categories):
        rows.append([category, *(values[index] for _, values in series)])
    made = (
        element(
            "row",
            *(_cell(f"{column_letter(column)}{number}", value) for column, value in enumerate(row)),
            r=number,
        )
        for number, row in enumerate(rows, start=1)
    )
    return part_bytes(f'<worksheet xmlns="{_MAIN}">{element("sheetData", *made)}</worksheet>')


def _cell(place: str, value: str | float | None) -> str:
    """Return a cell of words or of a number; nothing for an empty one."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        words = one_line(value)
        quoted = {"s": _QUOTED} if words.lstrip().startswith(_BEGINNINGS) else {}
        text = marked("t", {"xml:space": "preserve"}, xml_text(_ESCAPE.sub("_x005F_", words)))
        return element("c", element("is", text), r=place, t="inlineStr", **quoted)
    return element("c", element("v", number_text(value)), r=place)
