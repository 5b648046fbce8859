"""Tests of native charts in decks: what a program that opens them reads, and what is seen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from pptx import Presentation
from pptx.chart.chart import Chart as NativeChart

from briefer.geometry import Color, Frame
from briefer.layout.boxes import ChartBox, ChartSeries, Page, ValueFormat
from briefer.paths import bundled_templates
from briefer.template.model import Template
from briefer.template.reader import read_template
from briefer.writers.pptx import write_deck
from briefer.writers.pptx.chart import format_code
from briefer.writers.pptx.workbook import cells, workbook_of
from tests.package_rules import C, package_problems
from tests.rendering import needs_libreoffice, render_pngs
from tests.writers.builders import PROPERTIES

Shape = Literal["columns", "stacked", "bars", "line"]
SHAPES: tuple[Shape, ...] = ("columns", "stacked", "bars", "line")
FRAME = Frame.of_inches(0.667, 2.475, 7.933, 3.825)
PLOT = Frame.of_inches(0.667, 2.934, 7.933, 3.041)
RED, BLUE = Color("accent2"), Color("accent1")
MONTHS = ("Mar", "Apr", "May")
SERIES = (
    ChartSeries("Enforcement", (1, 0, 2), RED),
    ChartSeries("Bilateral", (0, 3, 1.5), BLUE),
)
ALT = "Stacked column chart of actions. Full data in the speaker notes."
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def chart(
    series: Sequence[ChartSeries] = SERIES,
    *,
    categories: tuple[str, ...] = MONTHS,
    shape: Shape = "stacked",
    form: ValueFormat | None = None,
) -> ChartBox:
    """Return a chart box in the chart placeholder of the layout Chart."""
    return ChartBox(
        name="Chart",
        frame=FRAME,
        shape=shape,
        categories=categories,
        series=tuple(series),
        alt=ALT,
        plot=PLOT,
        low=0,
        high=4,
        labels=tuple((name,) for name in categories),
        format=form or ValueFormat(zeros=False, decimals=1),
        legend=(tuple(range(len(series))),) if len(series) > 1 else (),
        idx=20,
    )


@pytest.fixture(scope="module")
def light() -> Template:
    """Return the light house template."""
    return read_template(bundled_templates() / "light.pptx")


def written(path: Path, template: Template, *boxes: ChartBox) -> Path:
    """Return a deck with a page for each chart."""
    pages = [
        Page(number, f"s{number}", "chart", "Chart", f"Finding {number}", (box,), Color("bg1"))
        for number, box in enumerate(boxes, start=1)
    ]
    write_deck(pages, template, path, properties=PROPERTIES, overwrite=True)
    return path


def opened(path: Path) -> list[NativeChart]:
    """Return the charts of a deck as python-pptx reads them."""
    slides = Presentation(str(path)).slides
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def part(path: Path, name: str) -> etree._Element:
    """Return a part of a deck, parsed."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def sheet_rows(data: bytes) -> list[list[str]]:
    """Return the words and numbers of a workbook's cells, row by row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [
        [next(cell.iter(f"{_SHEET}v", f"{_SHEET}t")).text or "" for cell in row]
        for row in root.iter(f"{_SHEET}row")
    ]


def test_a_program_reads_the_values_of_the_box(tmp_path: Path, light: Template) -> None:
    """Categories and series of the plot and of the workbook are the box's."""
    deck = written(tmp_path / "d.pptx", light, chart())
    (native,) = opened(deck)
    (plot,) = native.plots
    assert list(plot.categories) == list(MONTHS)
    assert [(one.name, tuple(one.values)) for one in plot.series] == [
        ("Enforcement", (1.0, 0.0, 2.0)),
        ("Bilateral", (0.0, 3.0, 1.5)),
    ]
    with zipfile.ZipFile(deck) as archive:
        rows = sheet_rows(archive.read("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"))
    assert rows == [
        ["Enforcement", "Bilateral"],
        ["Mar", "1", "0"],
        ["Apr", "0", "3"],
        ["May", "2", "1.5"],
    ]


def test_it_fills_the_charts_placeholder_with_words_for_it(tmp_path: Path, light: Template) -> None:
    """A graphic frame in placeholder 20 of type chart, with its alternative text and place."""
    deck = written(tmp_path / "d.pptx", light, chart())
    (shape,) = Presentation(str(deck)).slides[0].shapes
    assert (shape.placeholder_format.idx, shape.has_chart) == (20, True)
    assert shape.placeholder_format.type.name == "CHART"
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == ALT
    assert (shape.left, shape.top, shape.width, shape.height) == (
        FRAME.x,
        FRAME.y,
        FRAME.w,
        FRAME.h,
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["light", "high-contrast", "sans"])
def test_every_shape_is_a_sound_part(tmp_path: Path, shape: Shape, name: str) -> None:
    """The validator and the package rules find nothing, with gaps, negatives and odd words."""
    series = (
        ChartSeries("=1+1", (1.5, None, -2), RED, unlabelled=(0,)),
        ChartSeries("B & <C>\x00", (None, None, None), BLUE),
    )
    odd = ("=HYPERLINK(1)", "", "中文 \U0001f600\x0b\n")
    template = read_template(bundled_templates() / f"{name}.pptx")
    deck = written(tmp_path / "d.pptx", template, chart(series, categories=odd, shape=shape))
    assert package_problems(deck) == []
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(deck)
    assert [str(error) for error in found.errors] == []


def test_colours_are_the_themes(tmp_path: Path, light: Template) -> None:
    """A change of theme changes the chart: no colour and no typeface is fixed."""
    deck = written(tmp_path / "d.pptx", light, chart())
    root = part(deck, "ppt/charts/chart1.xml")
    assert list(root.iter(f"{A}srgbClr")) == []
    slots = {node.get("val") for node in root.iter(f"{A}schemeClr")}
    assert slots == {"accent1", "accent2", "bg1", "tx1"}
    assert {node.get("typeface") for node in root.iter(f"{A}latin")} == {"+mn-lt"}
    assert {node.get("sz") for node in root.iter(f"{A}defRPr")} == {"1400"}


def test_what_the_design_leaves_out_is_out(tmp_path: Path, light: Template) -> None:
    """No gridlines, no value axis, no title by itself; a legend only for several series."""
    alone = chart(SERIES[:1])
    many, one = (
        part(written(tmp_path / f"{n}.pptx", light, box), "ppt/charts/chart1.xml")
        for n, box in enumerate((chart(), alone))
    )
    for root in (many, one):
        assert not list(root.iter(f"{C}majorGridlines", f"{C}title"))
        deleted = [axis.find(f"{C}delete") for axis in root.iter(f"{C}valAx")]
        assert [node.get("val") for node in deleted if node is not None] == ["1"]
    assert len(list(many.iter(f"{C}legend"))) == 1
    assert not list(one.iter(f"{C}legend"))


def test_the_same_charts_give_the_same_bytes(tmp_path: Path, light: Template) -> None:
    """Workbook and chart hold no time and no chance."""
    boxes = (chart(), chart(shape="line"), chart(shape="bars"))
    first = written(tmp_path / "a.pptx", light, *boxes).read_bytes()
    assert written(tmp_path / "b.pptx", light, *boxes).read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        books = [name for name in archive.namelist() if name.endswith(".xlsx")]
        assert len(books) == 3
        for book in books:
            with zipfile.ZipFile(io.BytesIO(archive.read(book))) as inner:
                assert {info.date_time for info in inner.infolist()} == {(1980, 1, 1, 0, 0, 0)}
                assert not [name for name in inner.namelist() if name.startswith("docProps")]


def test_words_in_cells_are_never_formulas() -> None:
    """A label that begins with an equals sign stays words."""
    data = workbook_of(["=1+1", "http://x.example"], [("@SUM(A1)", [1.0, None])])
    assert sheet_rows(data) == [["@SUM(A1)"], ["=1+1", "1"], ["http://x.example"]]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_cells_are_named_as_spreadsheets_do() -> None:
    """One cell, a column, and the column after Z."""
    assert cells(1, 1, first=1) == "Sheet1!$B$1"
    assert cells(0, 3) == "Sheet1!$A$2:$A$4"
    assert cells(26, 2) == "Sheet1!$AA$2:$AA$3"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (ValueFormat(), '#,##0;"−"#,##0'),
        (ValueFormat("$", "M", 1, 2), '"$"#,##0.0,,"M";"−""$"#,##0.0,,"M"'),
        (ValueFormat(suffix="%", decimals=2, zeros=False), '#,##0.00"%";"−"#,##0.00"%";;'),
        (ValueFormat('"', decimals=-1), '0.0E+00;"−"0.0E+00'),
    ],
)
def test_number_formats(form: ValueFormat, code: str) -> None:
    """Signs are literal words, thousands are commas at the end, zeros hidden by empty parts."""
    assert format_code(form) == code


def test_values_keep_their_own_decimals(tmp_path: Path, light: Template) -> None:
    """A label has a format of its own where its value is shorter, none where it has no room."""
    series = (ChartSeries("A", (3.0, 4.25, 0.5), RED, unlabelled=(2,)),)
    box = chart(series, shape="columns", form=ValueFormat(decimals=2))
    root = part(written(tmp_path / "d.pptx", light, box), "ppt/charts/chart1.xml")
    told = {}
    for label in root.iter(f"{C}dLbl"):
        index, code = label.find(f"{C}idx"), label.find(f"{C}numFmt")
        assert index is not None
        told[index.get("val")] = "" if code is None else code.get("formatCode")
    assert told == {"0": '#,##0;"−"#,##0', "2": ""}


_NUMBERS = st.none() | st.floats(-1e15, 1e15) | st.integers(-9, 99).map(float)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_series_come_back_as_they_went(
    tmp_path: Path, light: Template, data: st.DataObject
) -> None:
    """Property: what python-pptx reads are the box's values, whatever they are."""
    count = data.draw(st.integers(1, 12))
    rows = st.lists(_NUMBERS, min_size=count, max_size=count).map(tuple)
    values = data.draw(st.lists(rows, min_size=1, max_size=6))
    series = [ChartSeries(f"S{n}", row, BLUE) for n, row in enumerate(values)]
    labels = tuple(f"C{n}" for n in range(count))
    shape = data.draw(st.sampled_from(SHAPES))
    box = replace(chart(series, categories=labels, shape=shape), low=-1e15, high=1e15)
    deck = written(tmp_path / "d.pptx", light, box)
    (native,) = opened(deck)
    assert [tuple(one.values) for one in native.plots[0].series] == values
    assert package_problems(deck) == []


@needs_libreoffice
def test_libreoffice_draws_the_columns_where_the_box_says(tmp_path: Path, light: Template) -> None:
    """Each column's middle has its colour, a place over it the page's."""
    box = chart((ChartSeries("A", (1, 2, 3), RED),), shape="columns", form=ValueFormat())
    deck = written(tmp_path / "d.pptx", light, box)
    (png,) = render_pngs(deck, tmp_path, dpi=72)
    image = Image.open(png).convert("RGB")
    for index in range(3):
        mark = box.mark(0, index)
        assert mark
        across = (mark.x + mark.w / 2) / 12700
        red = tuple(int(light.rgb(RED)[n : n + 2], 16) for n in (0, 2, 4))
        inside = image.getpixel((round(across), round((mark.y + mark.h * 0.5) / 12700)))
        top = image.getpixel((round(mark.x / 12700 + 3), round(mark.y / 12700 + 3)))
        over = image.getpixel((round(mark.x / 12700 + 3), round(mark.y / 12700 - 3)))
        assert inside == top == red
        assert over == (255, 255, 255)


_FAULTS = [
    ("an axis id is -7", 'axId val="111111111"', 'axId val="-7"'),
    ("axes of the plot are not the axes", 'axId val="222222222"', 'axId val="5"'),
    ("dates do not count from 1900", 'date1904 val="0"', 'date1904 val="1"'),
    ("a title would come by itself", "<c:autoTitleDeleted", "<c:other"),
    ("lose their colour", 'invertIfNegative val="0"', 'invertIfNegative val="1"'),
    ("a value outside its count", 'ptCount val="3"', 'ptCount val="1"'),
    ("a value of a chart is 'None'", "<c:v>1.5</c:v>", "<c:v>None</c:v>"),
    ("the chart has no workbook", "c:externalData", "c:elsewhere"),
]


@pytest.mark.parametrize(("problem", "old", "new"), _FAULTS)
def test_the_package_rules_know_the_faults_of_charts(
    tmp_path: Path, light: Template, problem: str, old: str, new: str
) -> None:
    """Each trap that programs fell into is found where it is made on purpose."""
    deck = written(tmp_path / "d.pptx", light, chart())
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(deck) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode("latin-1")
            if name == "ppt/charts/chart1.xml":
                assert old in data
                data = data.replace(old, new)
            target.writestr(name, data.encode("latin-1"))
    assert any(problem in found for found in package_problems(broken))
