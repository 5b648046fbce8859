"""The looks that timelines share: track colours, words and marker shapes, drawn text, alt text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefer.content import CiteMark, Inline, Moment, Text, Track
from briefer.geometry import Align, Anchor, Color, Frame, Outline, points
from briefer.layout.blocks.alternatives import shortened_alt
from briefer.layout.boxes import Paragraph, Run, ShapeBox, TextBox
from briefer.layout.fitting import set_in
from briefer.layout.inlines import runs_of
from briefer.layout.setting import Setting
from briefer.layout.text import run_of
from briefer.template.model import LevelStyle

HAIR = Color("tx1", lum_mod=25, lum_off=75)
EDGE = Color("tx2", lum_mod=10, lum_off=90)
MUTED = Color("tx1", lum_mod=75, lum_off=25)
NAVY = Color("tx2")
LABEL_LEADING = 1.19
"""Exact leading of diagram labels, in text sizes (design page "slides", section 3)."""


@dataclass(frozen=True, slots=True)
class TrackLook:
    """A track's word, colour and marker: never colour alone."""

    label: str
    color: Color
    geometry: str
    size: float
    """Marker size in inches."""


TRACKS: Mapping[Track, TrackLook] = {
    "multilateral": TrackLook("Multilateral", Color("accent3"), "ellipse", 0.17),
    "enforcement": TrackLook("Enforcement", Color("accent2"), "rect", 0.16),
    "bilateral": TrackLook("Bilateral", Color("accent1"), "diamond", 0.22),
    "background": TrackLook("Background", Color("accent6"), "ellipse", 0.17),
}


def label_style(size: float, *, align: Align = "l", color: Color | None = None) -> LevelStyle:
    """Return the style of a drawn label of `size` pt."""
    return LevelStyle(font="minor", size=size, align=align, color=color or Color("tx1"))


def label_paragraph(
    runs: Sequence[Run],
    style: LevelStyle,
    *,
    origin: str | None = None,
    role: str = "",
    after: float = 0.0,
) -> Paragraph:
    """Return a label's paragraph, with exact leading."""
    return Paragraph(
        tuple(runs),
        style,
        spacing_pt=round(style.size * LABEL_LEADING, 1),
        space_after=after or None,
        origin=origin,
        role=role,
    )


def label_box(
    name: str,
    frame: Frame,
    paragraphs: Sequence[Paragraph],
    setting: Setting,
    anchor: Anchor = "t",
) -> tuple[TextBox, float]:
    """Return a drawn text box with its lines, and the text's height in pt."""
    box = TextBox(name=name, frame=frame, paragraphs=(), anchor=anchor)
    return set_in(box, paragraphs, setting.setter)


def words_of(inlines: Sequence[Inline]) -> str:
    """Return the words of inlines, markers left out."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Text)).strip()


def moment_runs(moment: Moment, size: float, setting: Setting) -> tuple[Run, ...]:
    """Return a moment's text as runs, its end stop dropped (cards are labels)."""
    inlines = list(moment.text)
    for index in range(len(inlines) - 1, -1, -1):
        inline = inlines[index]
        if isinstance(inline, Text):
            inlines[index] = replace(inline, text=inline.text.rstrip().removesuffix("."))
            break
        if not isinstance(inline, CiteMark):
            break
    return runs_of(inlines, label_style(size), setting.look())


def day_known(moment: Moment) -> bool:
    """Return whether the source gives the exact day."""
    return moment.date.precision == "day" and not approximate(moment)


def approximate(moment: Moment) -> bool:
    """Return whether a moment is drawn hollow: year, decade, "since", circa."""
    date = moment.date
    return date.approximate or date.uncertain or date.precision not in ("day", "month")


def marker(moment: Moment, x: int, y: int) -> ShapeBox:
    """Return a track's marker centred at (x, y) EMU, hollow when the date is approximate."""
    look = TRACKS[moment.track]
    return marker_shape(look, x, y, hollow=approximate(moment), name=f"{look.label} marker")


def marker_shape(look: TrackLook, x: int, y: int, *, hollow: bool, name: str) -> ShapeBox:
    """Return a marker shape centred at (x, y) EMU."""
    size = round(look.size * 914400)
    return ShapeBox(
        name=name,
        frame=Frame(x - size // 2, y - size // 2, size, size),
        geometry=look.geometry,
        fill=Color("bg1") if hollow else look.color,
        outline=Outline(look.color, points(2) if hollow else points(1)),
    )


def timeline_alt(moments: Sequence[Moment]) -> str:
    """Return the alternative text of a timeline (design page "slides", section 8)."""
    first, last = moments[0].date.display, moments[-1].date.display
    count = f"{len(moments)} event{'s' if len(moments) != 1 else ''}"
    told = [with_date(moment) for moment in moments]
    return shortened_alt(f"Timeline, {first} to {last}, {count}.", told)


def with_date(moment: Moment) -> str:
    """Return a moment as a sentence that tells its date, for readers who do not see its place."""
    return f"{moment.date.display}: {words_of(moment.text).rstrip('.')}."


def plain_runs(text: str, style: LevelStyle) -> tuple[Run, ...]:
    """Return one run of a style."""
    return (run_of(text, style),)
