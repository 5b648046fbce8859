"""Fonts are the template's, or those of the same widths, at exact sizes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF

from briefer.draw.fonts import UNITS_PER_PT, Fonts, families
from tests.draw.pages import TEMPLATE


def test_a_missing_font_is_replaced_by_one_of_the_same_widths() -> None:
    """Office's fonts come first, their equals next, the house's last."""
    assert families("Cambria", "major") == ("Cambria", "Caladea")
    assert families("Calibri", "minor") == ("Calibri", "Carlito")
    assert families("Arial", "minor") == ("Arial", "Liberation Sans", "Arimo", "Calibri", "Carlito")
    assert families("Agency Serif", "major") == ("Agency Serif", "Cambria", "Caladea")


def test_roles_are_two_installed_families() -> None:
    """Titles and text are not set in the same face."""
    fonts = Fonts(TEMPLATE)
    major = QFontInfo(fonts.font("major", 18)).family()
    minor = QFontInfo(fonts.font("minor", 18)).family()
    assert major != minor
    installed = QFontDatabase.families()
    if "Carlito" in installed and "Calibri" not in installed:
        assert minor == "Carlito"
    if "Caladea" in installed and "Cambria" not in installed:
        assert major == "Caladea"


def test_an_unknown_font_is_drawn_in_the_house_font() -> None:
    """A template's rare font brings no surprise face."""
    rare = Fonts(replace(TEMPLATE, minor_font="No Such Font"))
    house = Fonts(TEMPLATE)
    assert QFontInfo(rare.font("minor", 18)).family() == QFontInfo(house.font("minor", 18)).family()


def test_sizes_and_looks() -> None:
    """Size is in points, bold is heavier, tracking widens by itself for every letter."""
    fonts = Fonts(TEMPLATE)
    assert fonts.font("minor", 18).pixelSize() == 18 * UNITS_PER_PT
    assert fonts.font("minor", 18) is fonts.font("minor", 18)
    assert fonts.font("minor", 18, bold=True).bold()
    assert fonts.font("minor", 18, italic=True).italic()
    plain = QFontMetricsF(fonts.font("minor", 14)).horizontalAdvance("SCALE")
    tracked = QFontMetricsF(fonts.font("minor", 14, tracking=0.6)).horizontalAdvance("SCALE")
    assert abs(tracked - plain - 5 * 0.6 * UNITS_PER_PT) < 1


def test_letters_are_not_joined() -> None:
    """Letters that the font would join ("ti") are as wide as apart, as layout measured them."""
    for role in ("major", "minor"):
        metrics = QFontMetricsF(Fonts(TEMPLATE).font(role, 100))
        apart = metrics.horizontalAdvance("t") + metrics.horizontalAdvance("i")
        assert metrics.horizontalAdvance("ti") == pytest.approx(apart, rel=0.004)
