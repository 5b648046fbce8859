"""The fonts that pages are painted with: the template's, or the nearest installed ones.

In: a template's font names and a run's look. Out: Qt fonts at `UNITS_PER_PT`. Must not know: where
text stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFont

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
_HINTS: Mapping[FontRole, QFont.StyleHint] = {
    "major": QFont.StyleHint.Serif,
    "minor": QFont.StyleHint.SansSerif,
}


class Fonts:
    """Qt fonts of a template by role and look; each is made once. Use one object a thread."""

    def __init__(self, template: Template) -> None:
        named: dict[FontRole, str] = {
            "major": template.major_font,
            "minor": template.minor_font,
        }
        self._families = {role: families(name, role) for role, name in named.items()}
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
            font = QFont(list(self._families[role]))
            font.setStyleHint(_HINTS[role])
            font.setPixelSize(max(1, round(size * UNITS_PER_PT)))
            font.setBold(bold)
            font.setItalic(italic)
            font.setUnderline(underline)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setStyleStrategy(
                QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias
            )
            # PowerPoint joins no letters, and layout measures them apart.
            font.setFeature(QFont.Tag.fromString("liga"), 0)
            if tracking:
                spacing = tracking * UNITS_PER_PT
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
            self._made[key] = font
        return self._made[key]


def families(name: str, role: FontRole) -> tuple[str, ...]:
    """Return the families to try for a template's font, the best first."""
    return tuple(dict.fromkeys((name, *ALIKE.get(name, ()), *_HOUSE[role])))
