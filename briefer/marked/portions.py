"""Portion marks on slides: titles, paragraphs, rows, figures, charts.

Portions are marked throughout or not at all: where any record or card carries a marking, and the
profile has portion marks. Design page "domain", section 4.1 (f). A title carries the mark of its
whole slide; a paragraph that of its record and citations; staff's own words that of their card.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.content import (
    Block,
    Chart,
    Figures,
    Inline,
    Panel,
    Para,
    Row,
    Slide,
    SourceList,
    Table,
    Text,
    Timeline,
)
from briefer.marked.rollup import (
    Rollup,
    added_up,
    brought,
    card_marking,
    marked_records,
    shown_on,
)
from briefer.markings import PROFILES, Reading, portion, read
from briefer.records.base import Record, Ref
from briefer.storyboard.briefing import Briefing, Card

_UNMARKED_PLACES = frozenset(
    ("monogram", "number", "designation", "details", "name", "attribution", "time", "provenance")
    + ("contacts", "left-party", "right-party", "left-attribution", "right-attribution", "list")
)
"""Places of panels that hold labels, names and dates, no statement of their own."""

_STATED = frozenset(("decision", "steps"))
"""Places whose panels are repeated, or hold values, and yet state something."""

_CAPTION = "heading"
"""The place over a chart."""

_ROLES = frozenset(("body", "point", "lead", "quote"))


@dataclass(frozen=True)
class _Marker:
    """Gives the parts of one slide their marks."""

    profile: str
    readings: Mapping[Ref, Reading]
    own: tuple[Reading, ...]
    worded: frozenset[Ref]
    bringing: Mapping[Ref, tuple[Ref, ...]]
    chart: Chart | None = None

    def mark(self, value: object, origin: Ref | None = None) -> str:
        """Return the mark of a part of the slide: of its records, or of staff's own words."""
        refs = shown_on(value, self.bringing)
        staff = origin is None or origin in self.worded
        marking = added_up([*(self.readings[ref] for ref in refs), *(self.own if staff else ())])
        return portion(marking, self.profile) if marking is not None else ""

    def marked(self, inlines: tuple[Inline, ...], value: object, origin: Ref | None) -> _Inlines:
        """Return inlines with the mark of a value before them."""
        mark = self.mark(value, origin)
        return (Text(f"{mark} "), *inlines) if mark and inlines else inlines


_Inlines = tuple[Inline, ...]


def with_portions(
    slides: Sequence[Slide],
    rollup: Rollup,
    briefing: Briefing,
    records: Mapping[Ref, Record],
) -> tuple[Slide, ...]:
    """Return slides with portion marks, or as they are where nothing is marked.

    Where a mark was not understood its portion stays without one; such a deck is not exported.
    """
    if not rollup.marks or not PROFILES[rollup.profile].portions:
        return tuple(slides)
    readings = {ref: read(text, rollup.profile) for ref, text in marked_records(records).items()}
    bringing = brought(records, readings)
    made = []
    for slide, marking in zip(slides, rollup.slides, strict=True):
        card = briefing.cards[slide.card] if slide.card is not None else None
        marker = _marker_of(slide, card, rollup.profile, readings, bringing)
        mark = portion(marking, rollup.profile) if marking is not None else ""
        blocks = tuple(_of_block(block, marker) for block in slide.blocks)
        made.append(replace(slide, mark=mark, blocks=blocks))
    return tuple(made)


def _marker_of(
    slide: Slide,
    card: Card | None,
    profile: str,
    readings: Mapping[Ref, Reading],
    bringing: Mapping[Ref, tuple[Ref, ...]],
) -> _Marker:
    own = card_marking(card) if card else ""
    worded = frozenset(field for field, _ in card.text if "/" in field) if card else frozenset()
    chart = next((block for block in slide.blocks if isinstance(block, Chart)), None)
    return _Marker(profile, readings, (read(own, profile),) if own else (), worded, bringing, chart)


def _of_block(block: Block, marker: _Marker) -> Block:
    match block:
        case Panel():
            return replace(block, paras=tuple(_of_paras(block.paras, block, marker)))
        case Timeline():
            moments = tuple(
                replace(moment, text=marker.marked(moment.text, moment, moment.origin))
                for moment in block.moments
            )
            return replace(block, moments=moments)
        case Table():
            widest = _words_column(block)
            return replace(block, rows=tuple(_of_row(row, widest, marker) for row in block.rows))
        case Figures():
            figures = tuple(
                replace(figure, meaning=marker.marked(figure.meaning, figure, figure.origin))
                for figure in block.figures
            )
            so_what = marker.marked(block.so_what, block.so_what, None)
            context = tuple(_of_para(para, marker) for para in block.context)
            return replace(block, figures=figures, so_what=so_what, context=context)
        case SourceList():
            return _of_sources(block, marker)
    return block


def _of_paras(paras: Iterable[Para], panel: Panel, marker: _Marker) -> Iterable[Para]:
    if panel.place == _CAPTION and marker.chart is not None:
        return _captioned(paras, marker.chart, marker)
    if (panel.pinned and panel.place not in _STATED) or panel.place in _UNMARKED_PLACES:
        return paras
    roles = _ROLES | {"value"} if panel.place in _STATED else _ROLES
    return (_of_para(para, marker, roles) for para in paras)


def _captioned(paras: Iterable[Para], chart: Chart, marker: _Marker) -> Iterator[Para]:
    """Yield the caption of a chart, its first line with the mark of the chart's records."""
    for number, para in enumerate(paras):
        origin = chart.records[0] if chart.records else None
        inlines = para.inlines if number else marker.marked(para.inlines, chart, origin)
        yield replace(para, inlines=inlines)


def _of_para(para: Para, marker: _Marker, roles: Collection[str] = _ROLES) -> Para:
    if para.role not in roles:
        return para
    return replace(para, inlines=marker.marked(para.inlines, para, para.origin))


def _words_column(table: Table) -> int:
    """Return the index of the column that has the words: the widest one that is no numeral."""
    shares = [0.0 if column.numeral else column.share for column in table.columns]
    return shares.index(max(shares)) if shares else 0


def _of_row(row: Row, column: int, marker: _Marker) -> Row:
    cells = tuple(
        marker.marked(cell, row, row.origin) if index == column else cell
        for index, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells)


def _of_sources(block: SourceList, marker: _Marker) -> SourceList:
    """Return the list of sources, each work with the mark of its source."""
    origins = block.origins or (None,) * len(block.works)
    works = tuple(
        (letter, marker.marked(inlines, origin or "", origin or letter))
        for (letter, inlines), origin in zip(block.works, origins, strict=True)
    )
    return replace(block, works=works)
