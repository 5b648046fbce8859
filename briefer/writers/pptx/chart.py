"""Native charts: a `ChartBox` as a chart part with its workbook.

In: chart boxes. Out: the parts, with scheme colours only, so that a new theme colours the chart.
Must not know: slides, blocks.

Traps that PowerPoint or LibreOffice are known for (design page "pptx") are answered here: axis ids
are positive, dates count from 1900, negative values keep their colour, no title comes by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from briefer.geometry import Color, Outline, points
from briefer.layout.boxes import ChartBox, ChartSeries, ValueFormat
from briefer.records.text import xml_text
from briefer.writers.clean import one_line
from briefer.writers.pptx.looks import Looks
from briefer.writers.pptx.markup import declared, element, part_bytes
from briefer.writers.pptx.parts import NewPart, NewParts
from briefer.writers.pptx.workbook import cells, number_text, workbook_of

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
SEPARATOR = Outline(Color("bg1"), points(1.5))
"""What parts the parts of a stacked column (design page "slides", section 10)."""

_SPACE = declared("c:chartSpace", "c", "a", "r")
_NO_LOOK = element("c:spPr", "<a:noFill/>", "<a:ln><a:noFill/></a:ln>")
"""A shape look without fill and line."""
_SHOWN = "".join(
    element(tag, val=shown)
    for tag, shown in (
        ("c:showLegendKey", 0),
        ("c:showVal", 1),
        ("c:showCatName", 0),
        ("c:showSerName", 0),
        ("c:showPercent", 0),
        ("c:showBubbleSize", 0),
    )
)
"""A label tells its value and nothing else."""
_UNTICKED = (
    element("c:numFmt", formatCode="General", sourceLinked=0)
    + element("c:majorTickMark", val="none")
    + element("c:minorTickMark", val="none")
)

LINE_WIDTH = points(2.25)
MARKERS = ("circle", "square", "diamond", "triangle", "circle", "square")
MARKER_SIZE = 8


class Charts:
    """The chart parts of a deck."""

    def __init__(self, parts: NewParts) -> None:
        self._parts = parts

    def part(self, box: ChartBox, looks: Looks) -> NewPart:
        """Return a new chart part for a box, its workbook beside it."""
        chart_name, sheet_name = self._parts.free(
            "/ppt/charts/chart{}.xml", "/ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx"
        )
        series = [(item.name, item.values) for item in box.series]
        data = workbook_of(box.categories, series)
        workbook = self._parts.add(sheet_name, CONTENT_TYPE.SML_SHEET, data)
        part = self._parts.add(chart_name, CONTENT_TYPE.DML_CHART)
        part.data = chart_xml(box, looks, part.related.to(RELATIONSHIP_TYPE.PACKAGE, workbook.name))
        return part


def chart_xml(box: ChartBox, looks: Looks, workbook: str) -> bytes:
    """Return the XML of a chart; `workbook` is the relationship id of its data."""
    area = element(
        "c:plotArea",
        _layout(box),
        _plot(box, looks),
        _category_axis(box, looks),
        _value_axis(box),
        _NO_LOOK,
    )
    chart = element(
        "c:chart",
        element("c:autoTitleDeleted", val=1),
        area,
        _legend(box, looks) if box.legend else "",
        element("c:plotVisOnly", val=1),
        element("c:dispBlanksAs", val="gap"),
    )
    space = (
        element("c:date1904", val=0),
        element("c:lang", val="en-US"),
        element("c:roundedCorners", val=0),
        chart,
        _NO_LOOK,
        _text_look(box, box.ink, looks),
        f'<c:externalData r:id="{workbook}">{element("c:autoUpdate", val=0)}</c:externalData>',
    )
    return part_bytes(f"<{_SPACE}>{''.join(space)}</c:chartSpace>")


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


def _layout(box: ChartBox) -> str:
    """Return the manual layout of the plot's inside, as shares of the chart's frame."""
    frame, plot = box.frame, box.plot
    shares = (
        ("c:x", (plot.x - frame.x) / frame.w),
        ("c:y", (plot.y - frame.y) / frame.h),
        ("c:w", plot.w / frame.w),
        ("c:h", plot.h / frame.h),
    )
    layout = element(
        "c:manualLayout",
        element("c:layoutTarget", val="inner"),
        element("c:xMode", val="edge"),
        element("c:yMode", val="edge"),
        *(element(tag, val=f"{share:.6f}") for tag, share in shares),
    )
    return element("c:layout", layout)


def _plot(box: ChartBox, looks: Looks) -> str:
    """Return the columns, bars or lines with all series."""
    series = "".join(_series(item, index, box, looks) for index, item in enumerate(box.series))
    unvaried = element("c:varyColors", val=0)
    axes = element("c:axId", val=CATEGORY_AXIS) + element("c:axId", val=VALUE_AXIS)
    if box.shape == "line":
        return element(
            "c:lineChart",
            element("c:grouping", val="standard"),
            unvaried,
            series,
            element("c:marker", val=1),
            axes,
        )
    return element(
        "c:barChart",
        element("c:barDir", val="bar" if box.shape == "bars" else "col"),
        element("c:grouping", val="stacked" if box.shape == "stacked" else "clustered"),
        unvaried,
        series,
        element("c:gapWidth", val=box.gap),
        element("c:overlap", val=100 if box.shape == "stacked" else 0),
        axes,
    )


def _series(series: ChartSeries, index: int, box: ChartBox, looks: Looks) -> str:
    lined = box.shape == "line"
    if lined:
        drawn = looks.line(Outline(series.color, LINE_WIDTH))
    else:
        drawn = looks.fill(series.color)
        drawn += looks.line(SEPARATOR if box.shape == "stacked" else None)
    return element(
        "c:ser",
        element("c:idx", val=index),
        element("c:order", val=index),
        element("c:tx", _words(cells(index + 1, 1, first=1), (series.name,))),
        element("c:spPr", drawn),
        _marker(series.color, index, looks) if lined else element("c:invertIfNegative", val=0),
        _labels(series, box, looks),
        element("c:cat", _words(cells(0, len(box.categories)), box.categories)),
        element("c:val", _numbers(cells(index + 1, len(series.values)), series.values)),
        element("c:smooth", val=0) if lined else "",
    )


def _marker(color: Color, index: int, looks: Looks) -> str:
    """Return the marker of a line's points: a shape of its own, so that colour is not alone."""
    return element(
        "c:marker",
        element("c:symbol", val=MARKERS[index % len(MARKERS)]),
        element("c:size", val=MARKER_SIZE),
        element("c:spPr", looks.fill(color), looks.line(Outline(color, points(0.75)))),
    )


def _labels(series: ChartSeries, box: ChartBox, looks: Looks) -> str:
    """Return the values at the marks; those without room for words are taken away.

    No value is told with more decimals than it has, so some have a format of their own.
    """
    usual = box.format.decimals
    labels = []
    for index, value in enumerate(series.values):
        if value is None:
            continue
        place = element("c:idx", val=index)
        if index in series.unlabelled:
            labels.append(element("c:dLbl", place, element("c:delete", val=1)))
        elif box.format.decimals_of(value) != usual:
            code = format_code(box.format, box.format.decimals_of(value))
            labels.append(element("c:dLbl", place, _label_look(code, box, looks)))
    return element("c:dLbls", *labels, _label_look(format_code(box.format), box, looks))


def _label_look(code: str, box: ChartBox, looks: Looks) -> str:
    color = Color("bg1") if box.shape == "stacked" else box.ink
    return (
        element("c:numFmt", formatCode=code, sourceLinked=0)
        + _NO_LOOK
        + _text_look(box, color, looks, bold=True)
        + element("c:dLblPos", val={"stacked": "ctr", "line": "t"}.get(box.shape, "outEnd"))
        + _SHOWN
    )


def _words(address: str, said: Sequence[str]) -> str:
    """Return a reference to cells of words, with a copy of them."""
    copies = (
        element("c:pt", element("c:v", xml_text(one_line(word))), idx=index)
        for index, word in enumerate(said)
    )
    cache = element("c:strCache", element("c:ptCount", val=len(said)), *copies)
    return element("c:strRef", element("c:f", xml_text(address)), cache)


def _numbers(address: str, values: Sequence[float | None]) -> str:
    """Return a reference to cells of numbers, with a copy of them; empty cells are left out."""
    copies = (
        element("c:pt", element("c:v", number_text(value)), idx=index)
        for index, value in enumerate(values)
        if value is not None
    )
    count = element("c:ptCount", val=len(values))
    cache = element("c:numCache", element("c:formatCode", "General"), count, *copies)
    return element("c:numRef", element("c:f", xml_text(address)), cache)


def _category_axis(box: ChartBox, looks: Looks) -> str:
    """Return the axis of the categories: words only, its line is drawn over the chart."""
    bars = box.shape == "bars"
    return element(
        "c:catAx",
        element("c:axId", val=CATEGORY_AXIS),
        element("c:scaling", element("c:orientation", val="maxMin" if bars else "minMax")),
        element("c:delete", val=0),
        element("c:axPos", val="l" if bars else "b"),
        _UNTICKED,
        element("c:tickLblPos", val="low"),
        element("c:spPr", looks.line(None)),
        # WORKAROUND for LibreOffice, which knows no skipped labels: it breaks level ones within
        # words, and leaves out those without room only where they are turned, however little.
        _text_look(box, box.ink, looks, turn=0 if box.skip == 1 else 1),
        element("c:crossAx", val=VALUE_AXIS),
        element("c:crosses", val="autoZero"),
        element("c:auto", val=0),
        element("c:lblAlgn", val="ctr"),
        element("c:lblOffset", val=100),
        element("c:tickLblSkip", val=box.skip) if box.skip > 1 else "",
        element("c:noMultiLvlLbl", val=1),
    )


def _value_axis(box: ChartBox) -> str:
    """Return the axis of the values: unseen, its ends fixed so that places are certain."""
    scaling = element(
        "c:scaling",
        element("c:orientation", val="minMax"),
        element("c:max", val=number_text(box.high)),
        element("c:min", val=number_text(box.low)),
    )
    return element(
        "c:valAx",
        element("c:axId", val=VALUE_AXIS),
        scaling,
        element("c:delete", val=1),
        element("c:axPos", val="b" if box.shape == "bars" else "l"),
        _UNTICKED,
        element("c:tickLblPos", val="nextTo"),
        element("c:crossAx", val=CATEGORY_AXIS),
        element("c:crosses", val="autoZero"),
        element("c:crossBetween", val="between"),
    )


def _legend(box: ChartBox, looks: Looks) -> str:
    return element(
        "c:legend",
        element("c:legendPos", val="t"),
        element("c:overlay", val=0),
        _text_look(box, box.ink, looks),
    )


def _text_look(
    box: ChartBox, color: Color, looks: Looks, *, bold: bool = False, turn: int | None = None
) -> str:
    """Return how text is set; `turn` in 1/60000 degree keeps it from being turned."""
    turned: dict[str, str | int] = {} if turn is None else {"rot": turn, "vert": "horz"}
    font = element("a:latin", typeface="+mn-lt")
    run = element("a:defRPr", looks.fill(color), font, sz=round(box.size * 100), b=int(bold))
    return element(
        "c:txPr",
        element("a:bodyPr", **turned),
        element("a:lstStyle"),
        element("a:p", element("a:pPr", run), element("a:endParaRPr", lang="en-US")),
    )
