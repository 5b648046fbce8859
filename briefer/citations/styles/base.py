"""What a citation style is: four functions from a source and a locator to words.

In: source records and locators. Out: text. Must not know: numbers, slides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefer.content import Inline
from briefer.records.base import Locator
from briefer.records.source import Source


@dataclass(frozen=True, slots=True)
class Style:
    """A named way to word citations.

    `work(source, labels)` is the entry of the sources slide, told by which kinds of locator the
    work is cited; `short(source)` the name at a slide's foot; `pinpoint(locator)` the place in a
    work, "" for none; `full(source, locator)` the whole citation as plain text.
    """

    name: str
    label: str
    work: Callable[[Source, tuple[str, ...]], tuple[Inline, ...]]
    short: Callable[[Source], str]
    pinpoint: Callable[[Locator | None], str]
    full: Callable[[Source, Locator | None], str]
