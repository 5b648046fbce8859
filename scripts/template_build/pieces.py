"""The pieces that layouts share: furniture, panels, rules (design page "slides", section 11)."""

from __future__ import annotations

from dataclasses import replace

from template_build.grid import box
from template_build.specs import Art, Frame, Layout, Level, Place, body, label
from template_build.tokens import Tokens

PANEL_INSETS = (0.25, 0.225, 0.25, 0.2)
KICKER_WIDE, KICKER_NARROW = 6.917, 3.867
"""The kicker is narrow where a key stands at the right of its row."""


def title(
    frame: Frame = (0.667, 0.69, 12.0, 0.9),
    *,
    size: float = 28,
    color: str = "tx2",
    surface: str = "page",
    anchor: str = "t",
    type: str = "title",
) -> Place:
    """Return a title placeholder."""
    level = Level(size, major=True, bold=True, color=color, leading=92)
    return Place(None, type, "Title", box(*frame), (level,), anchor=anchor, surface=surface)


def marking(idx: int, name: str, y: float) -> Place:
    """Return a marking band: black bold capitals on a pale ground, full width."""
    return body(
        idx,
        name,
        (0, y, 13.3333333, 0.3),
        Level(13, bold=True, align="ctr"),
        anchor="ctr",
        surface="marking",
        filled=True,
    )


def kicker(frame: Frame, *, surface: str = "page") -> Place:
    """Return a kicker: section or kind, in capitals over the title."""
    return body(10, "Kicker", frame, label(), surface=surface)


def footers() -> tuple[Place, ...]:
    """Return footer, date and slide number."""
    muted = Level(12, color="muted")
    return (
        body(17, "Footer", (0.667, 6.9, 7.933, 0.3), muted, anchor="ctr", type="ftr"),
        body(
            16,
            "Date",
            (8.8, 6.9, 2.85, 0.3),
            replace(muted, align="r"),
            anchor="ctr",
            type="dt",
        ),
        slide_number("page", "tx2"),
    )


def slide_number(surface: str, color: str) -> Place:
    """Return the slide number."""
    level = Level(12, bold=True, color=color, align="r")
    frame = (11.85, 6.9, 0.817, 0.3)
    return body(18, "Slide number", frame, level, anchor="ctr", surface=surface, type="sldNum")


def content(
    name: str,
    *places: Place,
    art: tuple[Art, ...] = (),
    kicker_width: float = KICKER_WIDE,
    sources: bool = True,
    type: str = "",
) -> Layout:
    """Return a content layout: its places between the furniture, in reading order."""
    source_line = body(
        11, "Source line", (0.667, 6.45, 12.0, 0.45), Level(12, color="muted", leading=95)
    )
    furnished = (
        marking(12, "Marking top", 0),
        kicker((0.667, 0.435, kicker_width, 0.255)),
        title(),
        *places,
        *((source_line,) if sources else ()),
        *footers(),
        marking(13, "Marking bottom", 7.2),
    )
    return Layout(name, furnished, art, type=type)


def rule(name: str, x: float, y: float, w: float) -> Art:
    """Return a hairline."""
    frame = box(x, y, w, 0)
    return Art(name, "line", frame, outline="hair", points=0.75)


def statement_bar(x: float, y: float, h: float) -> Art:
    """Return the gold bar beside a statement."""
    return Art("Statement bar", "rect", box(x, y, 0.06, h), color="gold")


def panel(
    idx: int,
    name: str,
    frame: Frame,
    *levels: Level,
    insets: Frame = PANEL_INSETS,
    anchor: str = "t",
    surface: str = "panel",
) -> Place:
    """Return a filled panel."""
    return body(
        idx, name, frame, *levels, insets=insets, anchor=anchor, surface=surface, filled=True
    )


def upper(frame: Frame, tokens: Tokens) -> Frame:
    """Return the frame of a panel that stands on another, ended where their gap begins."""
    x, y, w, h = frame
    return (x, y, w, round(h + 0.03 - tokens.gap, 4))
