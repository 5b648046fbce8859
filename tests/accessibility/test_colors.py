"""Colours through theme, colour map and changes, and their contrast."""

from __future__ import annotations

import pytest

from briefer.accessibility.colors import Palette, Tint, contrast
from tests.accessibility.decks import element

SLOTS = {"dk1": "1B1B1B", "lt1": "FFFFFF", "accent1": "4F81BD", "hlink": "0000FF"}


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),
        ("767676", "FFFFFF", 4.54),
        ("162E51", "FFFFFF", 13.60),
        ("B9CBE6", "162E51", 8.26),
    ],
)
def test_contrast(first: str, second: str, ratio: float) -> None:
    """The ratios of the design page and of WCAG's well-known greys, either way round."""
    assert contrast(first, second) == pytest.approx(ratio, abs=0.006)
    assert contrast(second, first) == contrast(first, second)


@pytest.mark.parametrize(
    ("color", "rgb"),
    [
        ('<a:srgbClr val="ffbe2e"/>', "FFBE2E"),
        ('<a:schemeClr val="tx1"/>', "1B1B1B"),
        ('<a:schemeClr val="bg1"/>', "FFFFFF"),
        ('<a:schemeClr val="lt1"/>', "FFFFFF"),
        ('<a:sysClr val="windowText" lastClr="101010"/>', "101010"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:prstClr val="dkBlue"/>', "00008B"),
        ('<a:prstClr val="ltGray"/>', "D3D3D3"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000"),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"),
        # tx1 at three quarters of its luminance and a quarter up: the design page's "muted"
        (
            '<a:schemeClr val="tx1"><a:lumMod val="75000"/><a:lumOff val="25000"/></a:schemeClr>',
            "545454",
        ),
        # what PowerPoint shows as "Accent 1, darker 25 %" and "lighter 60 %"
        ('<a:schemeClr val="accent1"><a:lumMod val="75%"/></a:schemeClr>', "376092"),
        (
            '<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/>'
            "</a:schemeClr>",
            "B9CDE5",
        ),
        # the bands of its usual table style
        ('<a:schemeClr val="accent1"><a:tint val="40000"/></a:schemeClr>', "D0D8E8"),
        ('<a:schemeClr val="accent1"><a:tint val="20000"/></a:schemeClr>', "E9EDF4"),
        ('<a:srgbClr val="000000"><a:tint val="50000"/></a:srgbClr>', "BCBCBC"),
        ('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>', "BCBCBC"),
        ('<a:srgbClr val="FF0000"><a:hueOff val="7200000"/></a:srgbClr>', "00FF00"),
        ('<a:srgbClr val="FF0000"><a:satMod val="0"/></a:srgbClr>', "808080"),
        ('<a:srgbClr val="FF0000"><a:inv/></a:srgbClr>', "00FFFF"),
        ('<a:srgbClr val="FF0000"><a:comp/></a:srgbClr>', "00FFFF"),
    ],
)
def test_color(color: str, rgb: str) -> None:
    """Every way of telling a colour, and what may be done to it."""
    holder = element("<a:solidFill/>")
    holder.append(element(color))
    tint = Palette(SLOTS).tint(holder)
    assert tint is not None
    assert _near(tint.rgb, rgb)


def _near(one: str, other: str) -> bool:
    """Return whether two colours differ by no more than one step of rounding."""
    places = (0, 2, 4)
    return all(abs(int(one[p : p + 2], 16) - int(other[p : p + 2], 16)) <= 1 for p in places)


@pytest.mark.parametrize(
    "color", ['<a:srgbClr val="red"/>', '<a:schemeClr val="accent9"/>', '<a:prstClr val="mud"/>']
)
def test_no_color(color: str) -> None:
    """What is no colour is none, and no crash."""
    holder = element("<a:solidFill/>")
    holder.append(element(color))
    assert Palette(SLOTS).tint(holder) is None


def test_color_map_turns_slots() -> None:
    """A dark slide maps text to the light colour."""
    dark = Palette(SLOTS, {"bg1": "dk1", "tx1": "lt1"})
    assert (dark.slot("tx1"), dark.slot("bg1")) == ("FFFFFF", "1B1B1B")


def test_shining_through() -> None:
    """Half of black over white is grey."""
    assert Tint("000000", 0.5).over("FFFFFF") == "808080"
