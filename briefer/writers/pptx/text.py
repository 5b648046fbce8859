"""Paragraphs and runs as DrawingML.

In: paragraphs of boxes. Out: `a:p` elements as markup. In a placeholder only what differs from the
level's style is written, so that the deck follows its template; elsewhere everything is spelled
out. Lines are left to the viewer. Must not know: shapes, parts.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from briefer.geometry import Color, FontRole
from briefer.layout.boxes import Paragraph, Run
from briefer.records.text import xml_text, xml_value
from briefer.template.model import LevelStyle
from briefer.writers.clean import run_text
from briefer.writers.pptx.looks import Looks
from briefer.writers.pptx.markup import element, extension, marked

_SUPERSCRIPT = 30000
"""Raised by 30 % of the size (design page "slides", section 6)."""

_TABLE_LEADING = 1.2
"""Exact leading in table cells as a factor of the size (design page "slides", section 3)."""

_DASH, _WORD_JOINER = "\N{EN DASH}", "\N{WORD JOINER}"
"""Viewers break lines after a dash; a marker such as 1-5 stays whole, as layout measured it."""

_LINK_COLOR_EXT = "{A12FA001-AC4F-418D-AE19-62706E023703}"
_LINK_COLOR = extension(_LINK_COLOR_EXT, "ahyp:hlinkClr", "tx")
_SLIDE_NUMBER_FIELD = "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, "slidenum")).upper() + "}"
_THEME_FONTS: dict[FontRole, str] = {"major": "+mj-lt", "minor": "+mn-lt"}
_NO_PARAGRAPHS = (Paragraph((), LevelStyle()),)


class Links(Protocol):
    """What gives runs their relationships."""

    @property
    def looks(self) -> Looks:
        """The looks of the deck, on the template whose colours runs use."""
        ...

    def to_page(self, number: int) -> str | None:
        """Return the relationship id for a page, None if the page is the one being written."""
        ...

    def to_web(self, url: str) -> str | None:
        """Return the relationship id for an address, None if it may not be linked."""
        ...


def paragraphs_of(
    paragraphs: Sequence[Paragraph], links: Links, *, explicit: bool, in_table: bool = False
) -> str:
    """Return `a:p` for every paragraph, one empty `a:p` if there is none.

    `explicit` spells every property out; where one paragraph reads from the right, the direction
    of all is written. `in_table` sets exact leading where none is given. A
    numbered list that does not begin with 1 says so on each of its paragraphs.
    """
    first = next((paragraph.number for paragraph in paragraphs if paragraph.number), 1)
    # LibreOffice gives a paragraph the direction of the one before it unless told otherwise.
    directed = any(paragraph.from_right for paragraph in paragraphs)
    made = []
    for paragraph in paragraphs or _NO_PARAGRAPHS:
        spacing = paragraph.spacing_pt
        if in_table and not spacing:
            sizes = [run.size for run in paragraph.runs] or [paragraph.style.size]
            spacing = max(sizes) * _TABLE_LEADING
        look = _paragraph_look(
            paragraph,
            links.looks,
            explicit=explicit,
            spacing=spacing,
            directed=directed,
            first=first if paragraph.number else 1,
        )
        runs = "".join(
            [
                _run(run, paragraph.style, links, explicit=explicit)
                for whole in paragraph.runs
                for run in whole.by_language
            ]
        )
        made.append(f"<a:p>{look}{runs}{_end(paragraph, explicit=explicit)}</a:p>")
    return "".join(made)


def _end(paragraph: Paragraph, *, explicit: bool) -> str:
    last = paragraph.runs[-1] if paragraph.runs else None
    language = xml_value(last.lang or "en-US") if last else "en-US"
    if not explicit:
        return f'<a:endParaRPr lang="{language}"/>'
    size = _hundredths(last.size if last else paragraph.style.size)
    return f'<a:endParaRPr lang="{language}" sz="{size}"/>'


def _paragraph_look(
    paragraph: Paragraph,
    looks: Looks,
    *,
    explicit: bool,
    spacing: float,
    directed: bool,
    first: int,
) -> str:
    """Return `a:pPr`, "" where there is nothing to say; `first` is what a list begins with."""
    style = paragraph.style
    after = style.space_after if paragraph.space_after is None else paragraph.space_after
    own_after = after if explicit or after != style.space_after else None
    align, from_right = (
        (paragraph.align, paragraph.from_right)
        if directed
        else (style.align if explicit else "", False)
    )
    own = style if explicit else None
    level = 1 if explicit else paragraph.level
    key = (own, level, align, directed, from_right, spacing, own_after, first)

    def make() -> str:
        attributes: dict[str, str | int] = {}
        if level > 1:
            attributes["lvl"] = level - 1
        if own:
            attributes |= {"marL": own.margin, "indent": own.indent}
        if align:
            attributes["algn"] = align
        if directed:
            attributes["rtl"] = int(from_right)
        held = [_leading(spacing, own), *([_points("a:spcBef", own.space_before)] if own else [])]
        held += [] if own_after is None else [_points("a:spcAft", own_after)]
        held += [_bullet(own, looks, first=first)] if own else []
        if not own and first > 1 and (attributes or any(held)):
            held.append(_counted(first))
        return marked("a:pPr", attributes, *held) if attributes or any(held) else ""

    return looks.kept(key, make)


def _leading(spacing: float, style: LevelStyle | None) -> str:
    """Return exact line spacing in points, else a style's factor, else nothing."""
    if spacing:
        return _points("a:lnSpc", spacing)
    if style:
        return element("a:lnSpc", element("a:spcPct", val=round(style.line_spacing * 100000)))
    return ""


def _points(tag: str, value: float) -> str:
    return element(tag, element("a:spcPts", val=round(value * 100)))


def _bullet(style: LevelStyle, looks: Looks, *, first: int) -> str:
    """Return a bullet; `first` has a numbered list count from there.

    PowerPoint parts lists whose starts differ.
    """
    if not style.bullet:
        return "<a:buNone/>"
    own, sized = style.bullet_color, style.bullet_size != 1.0
    color = element("a:buClr", looks.color(own)) if own is not None else ""
    size = element("a:buSzPct", val=round(style.bullet_size * 100000)) if sized else ""
    numbered = style.bullet[0].isdigit()
    mark = _counted(first) if numbered else element("a:buChar", char=style.bullet)
    return color + size + mark


def _counted(first: int = 1) -> str:
    """Return the mark of a numbered list, which begins with 1 unless told otherwise."""
    start = {"startAt": first} if first > 1 else {}
    return element("a:buAutoNum", type="arabicPeriod", **start)


def _run(run: Run, style: LevelStyle, links: Links, *, explicit: bool) -> str:
    text = run_text(run.text)
    if not text:
        return ""
    if run.superscript:
        text = text.replace(_DASH, _DASH + _WORD_JOINER)
    look = _run_look(run, style, links, explicit=explicit)
    if run.field == "slidenum":
        return (
            f'<a:fld id="{_SLIDE_NUMBER_FIELD}" type="slidenum">{look}'
            f"<a:t>{xml_text(text)}</a:t></a:fld>"
        )
    return f"<a:r>{look}<a:t>{xml_text(text)}</a:t></a:r>"


class _Own(NamedTuple):
    """What a run says of its look; None is what it leaves to its level's style."""

    lang: str
    size: float | None
    bold: bool | None
    italic: bool | None
    underline: bool
    caps: bool | None
    tracking: float | None
    raised: bool
    color: Color | None
    font: FontRole | None
    linked: bool


def _run_look(run: Run, style: LevelStyle, links: Links, *, explicit: bool) -> str:
    """Return `a:rPr`: of a run in a placeholder only what differs from its level's style."""
    page = None if run.page is None else links.to_page(run.page)
    link = page or (links.to_web(run.url) if run.url else None)
    own = _Own(
        run.lang or "en-US",
        run.size if explicit or run.size != style.size else None,
        run.bold if explicit or run.bold != style.bold else None,
        run.italic if explicit or run.italic != style.italic else None,
        run.underline,
        run.caps if explicit or run.caps != style.caps else None,
        run.tracking if explicit or run.tracking != style.tracking else None,
        run.superscript,
        run.color if explicit or link or run.color != style.color else None,
        run.font if explicit or run.font != style.font else None,
        bool(link),
    )
    looks = links.looks
    look = looks.kept(own, lambda: _look(own, looks))
    return f"{look}{_link(link, to_slide=page is not None)}</a:rPr>" if link else look


def _look(own: _Own, looks: Looks) -> str:
    """Return `a:rPr` for what a run says of its look; that of a link is left open for it."""
    attributes: dict[str, str | int] = {"lang": own.lang}
    for key, value in (
        ("sz", None if own.size is None else _hundredths(own.size)),
        ("b", None if own.bold is None else int(own.bold)),
        ("i", None if own.italic is None else int(own.italic)),
        ("u", "sng" if own.underline else None),
        ("cap", None if own.caps is None else "all" if own.caps else "none"),
        ("spc", None if own.tracking is None else _hundredths(own.tracking)),
        ("baseline", _SUPERSCRIPT if own.raised else None),
    ):
        if value is not None:
            attributes[key] = value
    fill = "" if own.color is None else looks.fill(own.color)
    font = "" if own.font is None else element("a:latin", typeface=_THEME_FONTS[own.font])
    if own.linked:
        return marked("a:rPr", attributes, fill, font).removesuffix("</a:rPr>")
    return marked("a:rPr", attributes, fill, font)


def _link(relationship: str, *, to_slide: bool) -> str:
    """Return a link whose text keeps its own colour ([MS-ODRAWXML] hlinkClr)."""
    action = ' action="ppaction://hlinksldjump"' if to_slide else ""
    return f'<a:hlinkClick r:id="{relationship}"{action}>{_LINK_COLOR}</a:hlinkClick>'


def _hundredths(points: float) -> int:
    """Return points in hundredths."""
    return round(points * 100)
