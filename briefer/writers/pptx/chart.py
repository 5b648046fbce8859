"""Native charts: a `ChartBox` as a chart part with its workbook.

In: chart boxes. Out: the parts, with scheme colours only, so that a new theme colours the chart.
Must not know: slides, blocks.

Traps that PowerPoint or LibreOffice are known for (design page "pptx") are answered here: axis ids
are positive, dates count from 1900, negative values keep their colour, no title comes by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from briefer.geometry import Color, Outline, points
from briefer.layout.boxes import ChartBox, ChartSeries, ValueFormat
from briefer.template.model import Template
from briefer.writers.clean import one_line
from briefer.writers.pptx.workbook import cells, number_text, workbook_of
from briefer.writers.pptx.xml import SPACES, add, add_fill, add_line, name, relate, to_bytes

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
SEPARATOR = Outline(Color("bg1"), points(1.5))
"""What parts the parts of a stacked column (design page "slides", section 10)."""

LINE_WIDTH = points(2.25)
MARKERS = ("circle", "square", "diamond", "triangle", "circle", "square")
MARKER_SIZE = 8


class Charts:
    """The chart parts of a deck; names that the template uses are left alone."""

    def __init__(self, package: Package, taken: Iterable[str]) -> None:
        self._package = package
        self._taken = {part.lower() for part in taken}
        self._count = 0

    def part(self, box: ChartBox, template: Template) -> Part:
        """Return a new chart part for a box, its workbook beside it."""
        chart_name, sheet_name = self._free_names()
        series = [(item.name, item.values) for item in box.series]
        workbook = Part(
            PackURI(sheet_name),
            CONTENT_TYPE.SML_SHEET,
            self._package,
            workbook_of(box.categories, series),
        )
        part = Part(PackURI(chart_name), CONTENT_TYPE.DML_CHART, self._package, b"")
        part.blob = chart_xml(box, template, part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE))
        return part

    def _free_names(self) -> tuple[str, str]:
        while True:
            self._count += 1
            names = (
                f"/ppt/charts/chart{self._count}.xml",
                f"/ppt/embeddings/Microsoft_Excel_Sheet{self._count}.xlsx",
            )
            if not {part.lower() for part in names} & self._taken:
                return names


def chart_xml(box: ChartBox, template: Template, workbook: str) -> bytes:
    """Return the XML of a chart; `workbook` is the relationship id of its data."""
    spaces = {prefix: SPACES[prefix] for prefix in ("c", "a", "r")}
    space = etree.Element(name("c:chartSpace"), nsmap=spaces)
    add(space, "c:date1904", val=0)
    add(space, "c:lang", val="en-US")
    add(space, "c:roundedCorners", val=0)
    chart = add(space, "c:chart")
    add(chart, "c:autoTitleDeleted", val=1)
    area = add(chart, "c:plotArea")
    _add_layout(area, box)
    _add_plot(area, box, template)
    _add_category_axis(area, box, template)
    _add_value_axis(area, box)
    _add_no_look(area)
    if box.legend:
        _add_legend(chart, box, template)
    add(chart, "c:plotVisOnly", val=1)
    add(chart, "c:dispBlanksAs", val="gap")
    _add_no_look(space)
    _add_text_look(space, box, box.ink, template)
    data = add(space, "c:externalData")
    relate(data, "id", workbook)
    add(data, "c:autoUpdate", val=0)
    return to_bytes(space)


def format_code(form: ValueFormat, decimals: int | None = None) -> str:
    """Return a number format in the words of spreadsheets, with other `decimals` if given."""
    places = form.decimals if decimals is None else decimals
    if places < 0:
        digits = "0.0E+00"
    else:
        point = "." + "0" * places if places else ""
        digits = f"#,##0{point}{',' * form.thousands}"
    told = f"{_literal(form.prefix)}{digits}{_literal(form.suffix)}"
    below = f"{_literal(chr(0x2212))}{told}"
    return f"{told};{below}" if form.zeros else f"{told};{below};;"


def _literal(words: str) -> str:
    """Return words that a number format prints as they are."""
    bare = one_line(words).replace('"', "")
    return f'"{bare}"' if bare else ""


def _add_layout(area: etree._Element, box: ChartBox) -> None:
    """Append the manual layout of the plot's inside, as shares of the chart's frame."""
    frame, plot = box.frame, box.plot
    layout = add(add(area, "c:layout"), "c:manualLayout")
    add(layout, "c:layoutTarget", val="inner")
    _add_place(
        layout,
        (plot.x - frame.x) / frame.w,
        (plot.y - frame.y) / frame.h,
        plot.w / frame.w,
        plot.h / frame.h,
    )


def _add_place(layout: etree._Element, x: float, y: float, width: float, height: float) -> None:
    for tag in ("c:xMode", "c:yMode"):
        add(layout, tag, val="edge")
    for tag, value in (("c:x", x), ("c:y", y), ("c:w", width), ("c:h", height)):
        add(layout, tag, val=f"{value:.6f}")


def _add_plot(area: etree._Element, box: ChartBox, template: Template) -> None:
    """Append the columns, bars or lines with all series."""
    if box.shape == "line":
        plot = add(area, "c:lineChart")
        add(plot, "c:grouping", val="standard")
    else:
        plot = add(area, "c:barChart")
        add(plot, "c:barDir", val="bar" if box.shape == "bars" else "col")
        add(plot, "c:grouping", val="stacked" if box.shape == "stacked" else "clustered")
    add(plot, "c:varyColors", val=0)
    for index, series in enumerate(box.series):
        _add_series(plot, series, index, box, template)
    if box.shape == "line":
        add(plot, "c:marker", val=1)
    else:
        add(plot, "c:gapWidth", val=box.gap)
        add(plot, "c:overlap", val=100 if box.shape == "stacked" else 0)
    add(plot, "c:axId", val=CATEGORY_AXIS)
    add(plot, "c:axId", val=VALUE_AXIS)


def _add_series(
    plot: etree._Element, series: ChartSeries, index: int, box: ChartBox, template: Template
) -> None:
    element = add(plot, "c:ser")
    add(element, "c:idx", val=index)
    add(element, "c:order", val=index)
    _add_words(add(element, "c:tx"), cells(index + 1, 1, first=1), (series.name,))
    look = add(element, "c:spPr")
    if box.shape == "line":
        add_line(look, Outline(series.color, LINE_WIDTH), template)
        _add_marker(element, series.color, index, template)
    else:
        add_fill(look, series.color, template)
        add_line(look, SEPARATOR if box.shape == "stacked" else None, template)
        add(element, "c:invertIfNegative", val=0)
    _add_labels(element, series, box, template)
    _add_words(add(element, "c:cat"), cells(0, len(box.categories)), box.categories)
    _add_numbers(add(element, "c:val"), cells(index + 1, len(series.values)), series.values)
    if box.shape == "line":
        add(element, "c:smooth", val=0)


def _add_marker(element: etree._Element, color: Color, index: int, template: Template) -> None:
    """Append the marker of a line's points: a shape of its own, so that colour is not alone."""
    marker = add(element, "c:marker")
    add(marker, "c:symbol", val=MARKERS[index % len(MARKERS)])
    add(marker, "c:size", val=MARKER_SIZE)
    look = add(marker, "c:spPr")
    add_fill(look, color, template)
    add_line(look, Outline(color, points(0.75)), template)


def _add_labels(
    element: etree._Element, series: ChartSeries, box: ChartBox, template: Template
) -> None:
    """Append the values at the marks; those without room for words are taken away.

    No value is told with more decimals than it has, so some have a format of their own.
    """
    labels = add(element, "c:dLbls")
    usual = box.format.decimals
    for index, value in enumerate(series.values):
        if value is None:
            continue
        if index in series.unlabelled:
            label = add(labels, "c:dLbl")
            add(label, "c:idx", val=index)
            add(label, "c:delete", val=1)
        elif box.format.decimals_of(value) != usual:
            label = add(labels, "c:dLbl")
            add(label, "c:idx", val=index)
            code = format_code(box.format, box.format.decimals_of(value))
            _add_label_look(label, code, box, template)
    _add_label_look(labels, format_code(box.format), box, template)


def _add_label_look(labels: etree._Element, code: str, box: ChartBox, template: Template) -> None:
    add(labels, "c:numFmt", formatCode=code, sourceLinked=0)
    _add_no_look(labels)
    color = Color("bg1") if box.shape == "stacked" else box.ink
    _add_text_look(labels, box, color, template, bold=True)
    add(labels, "c:dLblPos", val={"stacked": "ctr", "line": "t"}.get(box.shape, "outEnd"))
    for tag, shown in (
        ("c:showLegendKey", 0),
        ("c:showVal", 1),
        ("c:showCatName", 0),
        ("c:showSerName", 0),
        ("c:showPercent", 0),
        ("c:showBubbleSize", 0),
    ):
        add(labels, tag, val=shown)


def _add_words(parent: etree._Element, address: str, words: Sequence[str]) -> None:
    """Append a reference to cells of words, with a copy of them."""
    reference = add(parent, "c:strRef")
    add(reference, "c:f").text = address
    cache = add(reference, "c:strCache")
    add(cache, "c:ptCount", val=len(words))
    for index, word in enumerate(words):
        add(add(cache, "c:pt", idx=index), "c:v").text = one_line(word)


def _add_numbers(parent: etree._Element, address: str, values: Sequence[float | None]) -> None:
    """Append a reference to cells of numbers, with a copy of them; empty cells are left out."""
    reference = add(parent, "c:numRef")
    add(reference, "c:f").text = address
    cache = add(reference, "c:numCache")
    add(cache, "c:formatCode").text = "General"
    add(cache, "c:ptCount", val=len(values))
    for index, value in enumerate(values):
        if value is not None:
            add(add(cache, "c:pt", idx=index), "c:v").text = number_text(value)


def _add_category_axis(area: etree._Element, box: ChartBox, template: Template) -> None:
    """Append the axis of the categories: words only, its line is drawn over the chart."""
    axis = add(area, "c:catAx")
    add(axis, "c:axId", val=CATEGORY_AXIS)
    down = "maxMin" if box.shape == "bars" else "minMax"
    add(add(axis, "c:scaling"), "c:orientation", val=down)
    add(axis, "c:delete", val=0)
    add(axis, "c:axPos", val="l" if box.shape == "bars" else "b")
    add(axis, "c:numFmt", formatCode="General", sourceLinked=0)
    add(axis, "c:majorTickMark", val="none")
    add(axis, "c:minorTickMark", val="none")
    add(axis, "c:tickLblPos", val="low")
    add(add(add(axis, "c:spPr"), "a:ln"), "a:noFill")
    # WORKAROUND for LibreOffice, which knows no skipped labels: it breaks level ones within words,
    # and leaves out those without room only where they are turned, however little.
    _add_text_look(axis, box, box.ink, template, turn=0 if box.skip == 1 else 1)
    add(axis, "c:crossAx", val=VALUE_AXIS)
    add(axis, "c:crosses", val="autoZero")
    add(axis, "c:auto", val=0)
    add(axis, "c:lblAlgn", val="ctr")
    add(axis, "c:lblOffset", val=100)
    if box.skip > 1:
        add(axis, "c:tickLblSkip", val=box.skip)
    add(axis, "c:noMultiLvlLbl", val=1)


def _add_value_axis(area: etree._Element, box: ChartBox) -> None:
    """Append the axis of the values: unseen, its ends fixed so that places are certain."""
    axis = add(area, "c:valAx")
    add(axis, "c:axId", val=VALUE_AXIS)
    scaling = add(axis, "c:scaling")
    add(scaling, "c:orientation", val="minMax")
    add(scaling, "c:max", val=number_text(box.high))
    add(scaling, "c:min", val=number_text(box.low))
    add(axis, "c:delete", val=1)
    add(axis, "c:axPos", val="b" if box.shape == "bars" else "l")
    add(axis, "c:numFmt", formatCode="General", sourceLinked=0)
    add(axis, "c:majorTickMark", val="none")
    add(axis, "c:minorTickMark", val="none")
    add(axis, "c:tickLblPos", val="nextTo")
    add(axis, "c:crossAx", val=CATEGORY_AXIS)
    add(axis, "c:crosses", val="autoZero")
    add(axis, "c:crossBetween", val="between")


def _add_legend(chart: etree._Element, box: ChartBox, template: Template) -> None:
    legend = add(chart, "c:legend")
    add(legend, "c:legendPos", val="t")
    add(legend, "c:overlay", val=0)
    _add_text_look(legend, box, box.ink, template)


def _add_no_look(parent: etree._Element) -> None:
    """Append a shape look without fill and line."""
    look = add(parent, "c:spPr")
    add(look, "a:noFill")
    add(add(look, "a:ln"), "a:noFill")


def _add_text_look(
    parent: etree._Element,
    box: ChartBox,
    color: Color,
    template: Template,
    *,
    bold: bool = False,
    turn: int | None = None,
) -> None:
    """Append how text is set; `turn` in 1/60000 degree keeps it from being turned."""
    look = add(parent, "c:txPr")
    body = add(look, "a:bodyPr")
    if turn is not None:
        body.set("rot", str(turn))
        body.set("vert", "horz")
    add(look, "a:lstStyle")
    paragraph = add(look, "a:p")
    run = add(add(paragraph, "a:pPr"), "a:defRPr", sz=round(box.size * 100), b=int(bold))
    add_fill(run, color, template)
    add(run, "a:latin", typeface="+mn-lt")
    add(paragraph, "a:endParaRPr", lang="en-US")
