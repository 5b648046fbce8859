"""The full-bleed layouts: title, section, closing."""

from __future__ import annotations

from template_build.grid import Box, box, column_x, emu
from template_build.pieces import KICKER_WIDE, kicker, marking, slide_number, title
from template_build.specs import Art, Layout, Level, Place, body, label
from template_build.tokens import Tokens


def _bleed_art(filled_node: int, tokens: Tokens) -> tuple[Art, ...]:
    """Return tag, side panel and route motif of the title and the closing."""
    nodes = []
    for number in range(3):
        solid = number == filled_node
        nodes.append(
            Art(
                f"Route node {number + 1}",
                "ellipse",
                Box(column_x(1) + number * emu(3.0), emu(6.35), emu(0.18), emu(0.18)),
                color="gold" if solid else "fill",
                surface="bleed",
                outline="gold",
                points=2,
            )
        )
    side = Art("Side panel", "rect", box(8.4, 0, 4.9333333, 7.5), color="bg1")
    edge = Art("Side panel edge", "line", box(8.4, 0, 0, 7.5), outline="side_line", points=1.5)
    return (
        side,
        *((edge,) if tokens.side_line else ()),
        _tag(),
        Art("Route", "line", box(0, 6.44, 8.4, 0), outline="motif", points=1),
        *nodes,
    )


def _tag() -> Art:
    """Return the gold tag of a full-bleed slide."""
    return Art("Tag", "rect", box(0.667, 0.9, 0.9, 0.09), color="gold")


def _bleed(name: str, places: tuple[Place, ...], art: tuple[Art, ...], *, type: str) -> Layout:
    """Return a full-bleed layout between its markings."""
    furnished = (marking(12, "Marking top", 0), *places, marking(13, "Marking bottom", 7.2))
    return Layout(name, furnished, art, ground="bleed", type=type, master_art=False, footers=False)


DETAILS = (label(12, color="muted", after=1), Level(18, after=13))


def title_layout(tokens: Tokens) -> Layout:
    """Return the layout of the deck's title."""
    places = (
        kicker((0.667, 1.2, KICKER_WIDE, 0.3), surface="bleed"),
        title(
            (0.667, 1.8, 7.2, 2.4),
            size=48,
            color="words",
            surface="bleed",
            anchor="b",
            type="ctrTitle",
        ),
        body(
            1,
            "Subtitle",
            (0.667, 4.5, 6.6, 1.35),
            Level(20, color="muted"),
            surface="bleed",
            type="subTitle",
        ),
        body(20, "Details", (8.8, 1.2, 3.867, 3.3), *DETAILS, filled=True),
        body(
            21,
            "Designation block",
            (8.8, 5.01, 3.867, 1.44),
            Level(12, after=2),
            insets=(0.15, 0.08, 0.1, 0.08),
            anchor="ctr",
            filled=True,
            line="hair",
        ),
    )
    return _bleed("Title", places, _bleed_art(0, tokens), type="title")


def closing_layout(tokens: Tokens) -> Layout:
    """Return the layout of the last slide: contacts and provenance."""
    places = (
        kicker((0.667, 1.2, KICKER_WIDE, 0.3), surface="bleed"),
        title((0.667, 1.8, 7.2, 1.5), size=40, color="words", surface="bleed", anchor="b"),
        body(
            20,
            "Contacts",
            (0.667, 3.75, 7.2, 2.1),
            Level(20, bold=True),
            Level(18, color="muted", after=11),
            surface="bleed",
        ),
        body(21, "Provenance", (8.8, 1.2, 3.867, 5.4), *DETAILS, filled=True),
    )
    return _bleed("Closing", places, _bleed_art(2, tokens), type="")


def section_layout() -> Layout:
    """Return the layout that opens a section. Its number's box holds 115 pt with room to spare."""
    places = (
        body(
            20,
            "Section number",
            (0.637, 1.11, 2.85, 1.95),
            Level(115, major=True, bold=True, color="label", leading=90),
            surface="bleed",
        ),
        title((0.667, 3.06, 6.917, 1.86), size=40, color="words", surface="bleed"),
        body(
            21,
            "Section summary",
            (0.667, 5.04, 6.517, 1.2),
            Level(20, color="muted"),
            surface="bleed",
        ),
        body(
            22,
            "Section list",
            (9.2, 1.2, 3.467, 4.95),
            Level(18, color="muted", after=9, hang=0.35),
            Level(20, bold=True, color="label", after=9, hang=0.35),
            anchor="ctr",
            surface="bleed",
        ),
        slide_number("bleed", "words"),
    )
    line = Art("Section rule", "line", box(8.9, 1.2, 0, 4.95), outline="motif", points=0.75)
    return _bleed("Section", places, (_tag(), line), type="secHead")
