"""The fonts that pages are painted with: the template's, or the nearest installed ones.

In: a template's font names and a run's look. Out: Qt fonts at `UNITS_PER_PT`. Must not know: where
text stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFont, QFontInfo

from briefer.geometry import FontRole
from briefer.template.model import Template

UNITS_PER_PT = 16
"""Painter units to the point. Qt takes whole font sizes; this makes them exact to 1/16 pt."""

ALIKE: Mapping[str, tuple[str, ...]] = {
    "Cambria": ("Caladea",),
    "Calibri": ("Carlito",),
    "Arial": ("Liberation Sans", "Arimo"),
    "Helvetica": ("Liberation Sans", "Arimo"),
    "Times New Roman": ("Liberation Serif", "Tinos"),
}
"""For a font the ones of the same widths, which stand in where it is not installed."""

_HOUSE: Mapping[FontRole, tuple[str, ...]] = {
    "major": ("Cambria", "Caladea"),
    "minor": ("Calibri", "Carlito"),
}
_MEASURED = frozenset(name for names in _HOUSE.values() for name in names)
"""The families whose widths layout measures with."""
_HINTS: Mapping[FontRole, QFont.StyleHint] = {
    "major": QFont.StyleHint.Serif,
    "minor": QFont.StyleHint.SansSerif,
}


_BULLETS = ("Arial", "Liberation Sans", "Arimo", "DejaVu Sans")
"""Bullets are set in Arial whatever the text's font, as the house templates say."""


class Fonts:
    """Qt fonts of a template by role and look; each is made once. Use one object a thread."""

    def __init__(self, template: Template) -> None:
        named: dict[FontRole, str] = {
            "major": template.major_font,
            "minor": template.minor_font,
        }
        self._families = {role: families(name, role) for role, name in named.items()}
        self._bullets: dict[float, QFont] = {}
        self._measured: dict[FontRole, bool] = {}
        self._made: dict[tuple[FontRole, float, bool, bool, bool, float], QFont] = {}

    def font(
        self,
        role: FontRole,
        size: float,
        *,
        bold: bool = False,
        italic: bool = False,
        underline: bool = False,
        tracking: float = 0.0,
    ) -> QFont:
        """Return the font of this look; size and tracking in pt."""
        key = (role, size, bold, italic, underline, tracking)
        if key not in self._made:
            font = _plain_font(self._families[role], size)
            font.setStyleHint(_HINTS[role])
            font.setBold(bold)
            font.setItalic(italic)
            font.setUnderline(underline)
            if tracking:
                spacing = tracking * UNITS_PER_PT
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
            self._made[key] = font
        return self._made[key]

    def has_measured_widths(self, role: FontRole) -> bool:
        """Return whether the family found for a role has the widths that layout measures with."""
        if role not in self._measured:
            family = QFontInfo(_plain_font(self._families[role], 12)).family()
            self._measured[role] = family in _MEASURED
        return self._measured[role]

    def bullet_font(self, size: float) -> QFont:
        """Return the font of bullets of this size in pt."""
        if size not in self._bullets:
            self._bullets[size] = _plain_font(_BULLETS, size)
        return self._bullets[size]


def _plain_font(names: tuple[str, ...], size: float) -> QFont:
    """Return a font of the first installed family, its letters smooth, unhinted and unjoined."""
    font = QFont(list(names))
    font.setPixelSize(max(1, round(size * UNITS_PER_PT)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(
        QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias
    )
    # PowerPoint joins no letters, and layout measures them apart.
    font.setFeature(QFont.Tag.fromString("liga"), 0)
    return font


def families(name: str, role: FontRole) -> tuple[str, ...]:
    """Return the families to try for a template's font, the best first."""
    return tuple(dict.fromkeys((name, *ALIKE.get(name, ()), *_HOUSE[role])))
