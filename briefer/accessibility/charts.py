"""A chart of a slide: its title, its series, and what besides colour tells them apart.

In: the root of a chart part. Out: a `Chart`. Must not know: slides.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefer.accessibility.model import Chart
from briefer.accessibility.xml import A, C, flag

_PIES = tuple(f"{C}{name}" for name in ("pieChart", "pie3DChart", "doughnutChart", "ofPieChart"))
_NAMING = ("showSerName", "showCatName")


def read_chart(root: etree._Element) -> Chart:
    """Return a chart."""
    plots = [plot for plot in root.iterfind(f"{C}chart/{C}plotArea/*") if plot.tag.endswith("hart")]
    series = [one for plot in plots for one in plot.iterchildren(f"{C}ser")]
    return Chart(
        plots=tuple(etree.QName(plot).localname for plot in plots),
        title=_title(root),
        parts=_parts(plots, series),
        told_apart=frozenset(_told_apart(root, plots, series)),
        axis_titles=sum(1 for _ in root.iterfind(f"{C}chart/{C}plotArea/*/{C}title")),
    )


def _title(root: etree._Element) -> str:
    title = root.find(f"{C}chart/{C}title")
    if title is None:
        return ""
    words = [node.text or "" for node in title.iter(f"{A}t", f"{C}v")]
    return " ".join("".join(words).split())


def _name(series: etree._Element) -> str:
    told = series.find(f"{C}tx")
    return "" if told is None else " ".join(node.text or "" for node in told.iter(f"{C}v"))


def _told_apart(
    root: etree._Element, plots: list[etree._Element], series: list[etree._Element]
) -> Iterator[str]:
    """Yield what tells series, or the parts of a pie, apart besides their colours."""
    if root.find(f"{C}chart/{C}legend") is not None:
        yield "legend"
    for holder in (*plots, *series):
        labels = holder.find(f"{C}dLbls")
        if any(flag(labels.find(f"{C}{name}"), "val") for name in _NAMING if labels is not None):
            yield "labels"
    for one in series:
        for mark in one.iter(f"{A}pattFill", f"{A}blipFill", f"{A}prstDash", f"{C}symbol"):
            name = etree.QName(mark).localname
            if mark.get("val") not in ("solid", "none", "auto"):
                yield {"prstDash": "dashes", "symbol": "markers"}.get(name, "patterns")


def _parts(plots: list[etree._Element], series: list[etree._Element]) -> tuple[str, ...]:
    """Return the names of what has a colour of its own: the series, or the slices of a pie."""
    if series and plots[0].tag in _PIES:
        categories = series[0].find(f"{C}cat")
        points = () if categories is None else categories.iter(f"{C}pt")
        return tuple(point.findtext(f"{C}v") or "" for point in points)
    return tuple(_name(one) for one in series)
