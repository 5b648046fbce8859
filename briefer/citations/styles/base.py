"""What a citation style is: four functions from a source and a locator to words.

In: source records and locators. Out: text. Must not know: numbers, slides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefer.content import Inline
from briefer.records.base import Locator
from briefer.records.source import Source


def _nothing(_: Source) -> str:
    """Return that there is nothing to remark."""
    return ""


@dataclass(frozen=True, slots=True)
class Style:
    """A named way to word citations.

    `work(source, labels)` is the entry of the sources slide, told by which kinds of locator the
    work is cited; `short(source)` the name at a slide's foot; `pinpoint(locator)` the place in a
    work, "" for none; `full(source, locator)` the whole citation as plain text.
    `remark(source)` is what the style does badly by a source ("leaves out number and agency"), ""
    for nothing.
    """

    name: str
    label: str
    work: Callable[[Source, tuple[str, ...]], tuple[Inline, ...]]
    short: Callable[[Source], str]
    pinpoint: Callable[[Locator | None], str]
    full: Callable[[Source, Locator | None], str]
    remark: Callable[[Source], str] = _nothing
