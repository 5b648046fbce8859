"""Paragraphs and runs as DrawingML.

In: paragraphs of boxes. Out: `a:p` elements. In a placeholder only what differs from the level's
style is written, so that the deck follows its template; elsewhere everything is spelled out. Lines
are left to the viewer. Must not know: shapes, parts.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Protocol

from lxml import etree

from briefer.layout.boxes import Paragraph, Run
from briefer.template.model import LevelStyle, Template
from briefer.writers.clean import run_text
from briefer.writers.pptx.xml import add, add_color, add_extension, add_fill, name, relate

_SUPERSCRIPT = 30000
"""Raised by 30 % of the size (design page "slides", section 6)."""

_TABLE_LEADING = 1.2
"""Exact leading in table cells as a factor of the size (design page "slides", section 3)."""

_DASH, _WORD_JOINER = "\N{EN DASH}", "\N{WORD JOINER}"
"""Viewers break lines after a dash; a marker such as 1-5 stays whole, as layout measured it."""

_LINK_COLOR_EXT = "{A12FA001-AC4F-418D-AE19-62706E023703}"
_SLIDE_NUMBER_FIELD = "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, "slidenum")).upper() + "}"
_THEME_FONTS = {"major": "+mj-lt", "minor": "+mn-lt"}


class Links(Protocol):
    """What gives runs their relationships."""

    @property
    def template(self) -> Template:
        """The template whose colours runs use."""
        ...

    def to_page(self, number: int) -> str | None:
        """Return the relationship id for a page, None if the page is the one being written."""
        ...

    def to_web(self, url: str) -> str | None:
        """Return the relationship id for an address, None if it may not be linked."""
        ...


def add_paragraphs(
    body: etree._Element,
    paragraphs: Sequence[Paragraph],
    links: Links,
    *,
    explicit: bool,
    in_table: bool = False,
) -> None:
    """Append `a:p` for every paragraph, one empty `a:p` if there is none.

    `explicit` spells every property out; where one paragraph reads from the right, the direction
    of all is written. `in_table` sets exact leading where none is given. A
    numbered list that does not begin with 1 says so on each of its paragraphs.
    """
    first = next((paragraph.number for paragraph in paragraphs if paragraph.number), 1)
    # LibreOffice gives a paragraph the direction of the one before it unless told otherwise.
    directed = any(paragraph.from_right for paragraph in paragraphs)
    for paragraph in paragraphs or (Paragraph((), LevelStyle()),):
        element = add(body, "a:p")
        spacing = paragraph.spacing_pt
        if in_table and not spacing:
            sizes = [run.size for run in paragraph.runs] or [paragraph.style.size]
            spacing = max(sizes) * _TABLE_LEADING
        _add_paragraph_properties(
            element,
            paragraph,
            links.template,
            explicit=explicit,
            spacing=spacing,
            directed=directed,
        )
        if paragraph.number and first > 1:
            _begin_at(element, first)
        for run in (part for whole in paragraph.runs for part in whole.by_language):
            _add_run(element, run, paragraph.style, links, explicit=explicit)
        _add_end(element, paragraph, explicit=explicit)


def _add_end(element: etree._Element, paragraph: Paragraph, *, explicit: bool) -> None:
    language = paragraph.runs[-1].lang if paragraph.runs else ""
    end = add(element, "a:endParaRPr", lang=language or "en-US")
    if explicit:
        size = paragraph.runs[-1].size if paragraph.runs else paragraph.style.size
        end.set("sz", _size(size))


def _add_paragraph_properties(
    element: etree._Element,
    paragraph: Paragraph,
    template: Template,
    *,
    explicit: bool,
    spacing: float,
    directed: bool,
) -> None:
    style = paragraph.style
    properties = add(element, "a:pPr")
    if paragraph.level > 1 and not explicit:
        properties.set("lvl", str(paragraph.level - 1))
    if explicit:
        properties.set("marL", str(style.margin))
        properties.set("indent", str(style.indent))
    if explicit or directed:
        properties.set("algn", paragraph.align)
    if directed:
        properties.set("rtl", "1" if paragraph.from_right else "0")
    if spacing:
        _add_points(properties, "a:lnSpc", spacing)
    elif explicit:
        add(add(properties, "a:lnSpc"), "a:spcPct", val=round(style.line_spacing * 100000))
    if explicit:
        _add_points(properties, "a:spcBef", style.space_before)
    after = style.space_after if paragraph.space_after is None else paragraph.space_after
    if explicit or after != style.space_after:
        _add_points(properties, "a:spcAft", after)
    if explicit:
        _add_bullet(properties, style, template)
    if not (properties.attrib or len(properties)):
        element.remove(properties)


def _begin_at(element: etree._Element, first: int) -> None:
    """Have a numbered paragraph count from `first`; PowerPoint parts lists whose starts differ."""
    properties = element.find(name("a:pPr"))
    if properties is None:
        return
    for bullet in properties.findall(name("a:buAutoNum")):
        properties.remove(bullet)
    add(properties, "a:buAutoNum", type="arabicPeriod", startAt=first)


def _add_points(properties: etree._Element, tag: str, value: float) -> None:
    add(add(properties, tag), "a:spcPts", val=round(value * 100))


def _add_bullet(properties: etree._Element, style: LevelStyle, template: Template) -> None:
    if not style.bullet:
        add(properties, "a:buNone")
        return
    if style.bullet_color is not None:
        add_color(add(properties, "a:buClr"), style.bullet_color, template)
    if style.bullet_size != 1.0:
        add(properties, "a:buSzPct", val=round(style.bullet_size * 100000))
    if style.bullet[0].isdigit():
        add(properties, "a:buAutoNum", type="arabicPeriod")
    else:
        add(properties, "a:buChar", char=style.bullet)


def _add_run(
    paragraph: etree._Element, run: Run, style: LevelStyle, links: Links, *, explicit: bool
) -> None:
    text = run_text(run.text)
    if not text:
        return
    if run.superscript:
        text = text.replace(_DASH, _DASH + _WORD_JOINER)
    if run.field == "slidenum":
        element = add(paragraph, "a:fld", id=_SLIDE_NUMBER_FIELD, type="slidenum")
    else:
        element = add(paragraph, "a:r")
    _add_run_properties(element, run, style, links, explicit=explicit)
    add(element, "a:t").text = text


def _add_run_properties(
    element: etree._Element, run: Run, style: LevelStyle, links: Links, *, explicit: bool
) -> None:
    properties = add(element, "a:rPr", lang=run.lang or "en-US")
    if explicit or run.size != style.size:
        properties.set("sz", _size(run.size))
    if explicit or run.bold != style.bold:
        properties.set("b", "1" if run.bold else "0")
    if explicit or run.italic != style.italic:
        properties.set("i", "1" if run.italic else "0")
    if run.underline:
        properties.set("u", "sng")
    if explicit or run.caps != style.caps:
        properties.set("cap", "all" if run.caps else "none")
    if explicit or run.tracking != style.tracking:
        properties.set("spc", str(round(run.tracking * 100)))
    if run.superscript:
        properties.set("baseline", str(_SUPERSCRIPT))
    page = None if run.page is None else links.to_page(run.page)
    link = page or (links.to_web(run.url) if run.url else None)
    if explicit or link or run.color != style.color:
        add_fill(properties, run.color, links.template)
    if explicit or run.font != style.font:
        add(properties, "a:latin", typeface=_THEME_FONTS[run.font])
    if link:
        _add_link(properties, link, to_slide=page is not None)


def _add_link(properties: etree._Element, relationship: str, *, to_slide: bool) -> None:
    """Append a link whose text keeps its own colour ([MS-ODRAWXML] hlinkClr)."""
    click = add(properties, "a:hlinkClick")
    relate(click, "id", relationship)
    if to_slide:
        click.set("action", "ppaction://hlinksldjump")
    add_extension(click, _LINK_COLOR_EXT, "ahyp:hlinkClr").set("val", "tx")


def _size(points: float) -> str:
    """Return a size in hundredths of a point."""
    return str(round(points * 100))
