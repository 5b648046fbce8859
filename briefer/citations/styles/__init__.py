"""The citation styles, by the name a briefing gives as its `style`; the first is the usual one."""

from __future__ import annotations

from briefer.citations.styles.ajil import AJIL
from briefer.citations.styles.apa import APA
from briefer.citations.styles.base import Style
from briefer.citations.styles.bluebook import BLUEBOOK
from briefer.citations.styles.chicago import CHICAGO
from briefer.citations.styles.house import HOUSE
from briefer.registry import Registry

STYLES: Registry[Style] = Registry("citation style", (HOUSE, BLUEBOOK, AJIL, CHICAGO, APA))
