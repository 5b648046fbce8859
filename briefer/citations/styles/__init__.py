"""The citation styles, by the name a briefing gives as its `style`."""

from __future__ import annotations

from briefer.citations.styles.base import Style
from briefer.citations.styles.house import HOUSE
from briefer.registry import Registry

STYLES: Registry[Style] = Registry("citation style", (HOUSE,))
