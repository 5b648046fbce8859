"""What differs between the house templates: colours, the colour map, and the surfaces.

Design page "slides", sections 3 and 4. Everything else is the same in every template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SERIF, SANS = "Cambria", "Calibri"
GOLD_NAME = "Signature gold"


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour: a scheme slot with luminance changes in percent, or an RGB."""

    slot: str = ""
    rgb: str = ""
    lum_mod: int = 0
    lum_off: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its paint and its width in points."""

    paint: Paint
    points: float


@dataclass(frozen=True, slots=True)
class Surface:
    """A ground and what is written on it: words, secondary words, labels."""

    fill: Paint
    words: Paint
    muted: Paint
    label: Paint
    line: Line | None = None


@dataclass(frozen=True)
class Tokens:
    """One house template. `scheme` maps theme slots to RGB, `color_map` page slots to theme slots.

    `fonts` are those of headings and of text; `gap` is the distance in inches between
    two filled panels that stand on one another.
    """

    file: str
    label: str
    scheme: Mapping[str, str]
    color_map: Mapping[str, str]
    gold: str
    fonts: tuple[str, str]
    page: Surface
    panel: Surface
    inverse: Surface
    bleed: Surface
    marking: Surface
    motif: Paint
    side_line: Line | None
    gap: float

    def surface(self, name: str) -> Surface:
        """Return a surface by its name: page, panel, inverse, bleed or marking."""
        surfaces = {
            "page": self.page,
            "panel": self.panel,
            "inverse": self.inverse,
            "bleed": self.bleed,
            "marking": self.marking,
        }
        return surfaces[name]


BG1, TX1, BG2, TX2 = Paint("bg1"), Paint("tx1"), Paint("bg2"), Paint("tx2")
ACCENT1, ACCENT2 = Paint("accent1"), Paint("accent2")
MUTED = Paint("tx1", lum_mod=75, lum_off=25)
HAIR = Paint("tx1", lum_mod=25, lum_off=75)


def _scheme(colors: str) -> dict[str, str]:
    """Return the theme's slots in the schema's order for twelve RGBs."""
    slots = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    return dict(zip(slots, colors.split(), strict=True))


def _map(bg1: str, tx1: str, bg2: str, tx2: str) -> dict[str, str]:
    """Return a colour map; accents and links stand for themselves."""
    same = (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    return {"bg1": bg1, "tx1": tx1, "bg2": bg2, "tx2": tx2, **{slot: slot for slot in same}}


def _light() -> Tokens:
    """Return the light template: a white page, navy where it is inverse."""
    gold = Paint(rgb="FFBE2E")
    pale = Paint("bg2", lum_mod=85)
    navy = Surface(TX2, BG1, pale, gold)
    return Tokens(
        file="light",
        label="Briefer Light",
        scheme=_scheme(
            "1B1B1B FFFFFF 162E51 EEF3F9 005EA2 B50909 0F6460 8F4A00 6A3D9A 565C65 005EA2 54278F"
        ),
        color_map=_map("lt1", "dk1", "lt2", "dk2"),
        gold="FFBE2E",
        fonts=(SERIF, SANS),
        page=Surface(BG1, TX1, MUTED, ACCENT1),
        panel=Surface(BG2, TX1, MUTED, ACCENT1),
        inverse=navy,
        bleed=navy,
        marking=Surface(BG2, TX1, TX1, TX1),
        motif=Paint("bg2", lum_mod=50),
        side_line=None,
        gap=0.03,
    )


def _sans() -> Tokens:
    """Return the sans template: one family, slate ink, and pale grounds that print well."""
    gold = "E3A008"
    slate = Surface(TX2, BG1, Paint("bg2", lum_mod=85), Paint(rgb=gold))
    return Tokens(
        file="sans",
        label="Briefer Sans",
        scheme=_scheme(
            "1F2328 FFFFFF 2B3A4A F2F4F5 1D5C7A A3352B 2A6350 7A5200 5F4B8B 5A6169 1D5C7A 5F4B8B"
        ),
        color_map=_map("lt1", "dk1", "lt2", "dk2"),
        gold=gold,
        fonts=(SANS, SANS),
        page=Surface(BG1, TX1, MUTED, ACCENT1),
        panel=Surface(BG2, TX1, MUTED, ACCENT1),
        inverse=slate,
        bleed=Surface(BG2, TX2, MUTED, ACCENT1),
        marking=Surface(BG2, TX1, TX1, TX1),
        motif=HAIR,
        side_line=None,
        gap=0.03,
    )


def _high_contrast() -> Tokens:
    """Return the high-contrast template: a black page, panels told apart by their outlines."""
    gold = Paint(rgb="FFD54A")
    return Tokens(
        file="high-contrast",
        label="Briefer High Contrast",
        scheme=_scheme(
            "000000 FFFFFF 161616 FFFFFF 8CC8FF FFA59B 7DE3BE FFC56B D9BCFF D0D5DB 9AD1FF D9BCFF"
        ),
        color_map=_map("dk1", "lt1", "dk2", "lt2"),
        gold="FFD54A",
        fonts=(SERIF, SANS),
        page=Surface(BG1, TX1, MUTED, ACCENT1),
        panel=Surface(BG2, TX1, MUTED, ACCENT1, Line(TX1, 1.0)),
        inverse=Surface(BG1, TX1, TX1, gold, Line(gold, 1.25)),
        bleed=Surface(BG1, TX1, TX1, gold),
        marking=Surface(TX1, BG1, BG1, BG1),
        motif=TX1,
        side_line=Line(gold, 1.5),
        gap=0.075,
    )


def house_tokens() -> tuple[Tokens, ...]:
    """Return the tokens of every house template."""
    return (_light(), _sans(), _high_contrast())
