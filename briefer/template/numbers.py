"""Numbers as the schema of DrawingML and PresentationML bounds them.

In: the text of an attribute. Out: an int, or ValueError, which the reader tells as damage. A number
beyond its bounds is in no file that PowerPoint opens; pages of light years and type of minus
eighteen points cost a layout hours.
"""

from __future__ import annotations

COORDINATE = 27_273_042_316_900
"""EMU, either way (ECMA-376 part 1, 20.1.10.16)."""
_LONGEST = 20


def whole(text: str, low: int, high: int) -> int:
    """Return the whole number that a text is; raise ValueError where it is none within bounds."""
    if len(text) > _LONGEST:
        raise ValueError(f"a number has {len(text)} digits")
    number = int(text)
    if not low <= number <= high:
        raise ValueError(f"{number} is not between {low} and {high}")
    return number


def coordinate(text: str) -> int:
    """Return a place in EMU, left and up of the page too."""
    return whole(text, -COORDINATE, COORDINATE)


def length(text: str) -> int:
    """Return a length in EMU, which is not negative."""
    return whole(text, 0, COORDINATE)


def percent(text: str) -> float:
    """Return a share: "92000" (transitional, thousandths of a per cent) or "92%" (strict)."""
    thousandths = _thousandths(text[:-1]) if text.endswith("%") else text
    return whole(thousandths, -10_000_000, 100_000_000) / 100_000


def _thousandths(text: str) -> str:
    """Return a per cent with decimals as thousandths."""
    units, _, decimals = text.partition(".")
    return f"{units}{decimals[:3]:0<3}"
