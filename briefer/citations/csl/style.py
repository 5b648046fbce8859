"""A style from a file as one of Briefer's: its words for works and notes, our numbers and places.

In: a checked style file. Out: a `Style`. Short forms and places at a slide's foot are those of the
house; the processor words the full reference. What it worded is kept, because it is slow.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from briefer.citations.csl.checking import StyleFile
from briefer.citations.csl.engine import Engine
from briefer.citations.csl.items import item_of
from briefer.citations.csl.lost import left_out
from briefer.citations.csl.marks import runs_of
from briefer.citations.styles.base import Style
from briefer.citations.styles.house import HOUSE
from briefer.citations.styles.making import address_of, tidied, told
from briefer.citations.styles.pinpoints import pinpoint, text_accompanying
from briefer.citations.styles.runs import Runs, ended, join, merged, words_of
from briefer.content import Inline, Text
from briefer.errors import BrieferError, StyleFileError
from briefer.records.base import Locator
from briefer.records.source import Source

_Said = TypeVar("_Said")
_MOST_KEPT = 5000
_ADDRESS = re.compile(r"(?P<before>[\s,;.(]*)(?P<address>(?:doi:\s*)?(?:https?://|10\.)\S+?)\.?$")


def style_of(name: str, file: StyleFile) -> Style:
    """Return the style of a file under a name; raise StyleFileError where it cannot be loaded."""
    worded = _Worded(file)
    return Style(
        name=name,
        label=file.title,
        work=worded.work,
        short=HOUSE.short,
        pinpoint=pinpoint,
        full=worded.full,
        remark=worded.remark,
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked of the processor: the list's entry of a source, or its note with a page."""

    source: Source
    listed: bool
    page: str = ""


class _Worded:
    """The words of one style, each asked of the processor once; safe on any thread."""

    def __init__(self, file: StyleFile) -> None:
        self._file = file
        self._engine = _sure(lambda: Engine(file.data), file.title)
        self._lock = threading.Lock()
        self._kept: dict[_Wanted, Runs] = {}

    def work(self, source: Source, labels: tuple[str, ...]) -> tuple[Inline, ...]:
        """Return the entry of the sources slide; the house's where the processor fails."""
        known = tidied(source)
        try:
            entry = self._runs(_Wanted(known, listed=self._file.bibliography))
        except StyleFileError:
            return HOUSE.work(source, labels)
        closed = entry if _ADDRESS.search(words_of(entry)) else ended(entry)
        return tuple(told(closed, source, labels))

    def full(self, source: Source, locator: Locator | None) -> str:
        """Return the whole citation with its place and address."""
        known = tidied(source)
        noted = self._file.note
        page = locator.value if noted and locator and locator.label == "page" else ""
        try:
            runs = self._runs(
                _Wanted(known, listed=not noted and self._file.bibliography, page=page)
            )
        except StyleFileError:
            return HOUSE.full(source, locator)
        shown = bool(page) and _plain(page) in _plain(words_of(runs))
        place = "" if shown else text_accompanying(locator)
        return _placed(words_of(runs), place, address_of(known, resolver_first=False))

    def remark(self, source: Source) -> str:
        """Return what the style does badly by a source, "" for nothing."""
        known = tidied(source)
        try:
            runs = self._runs(_Wanted(known, listed=self._file.bibliography))
        except StyleFileError:
            return "cannot word it, so the house style does"
        lost = left_out(known, words_of(runs))
        if not lost:
            return ""
        *first, last = lost
        return f"leaves out {', '.join(first)} and {last}" if first else f"leaves out {last}"

    def _runs(self, wanted: _Wanted) -> Runs:
        with self._lock:
            if wanted not in self._kept:
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                self._kept[wanted] = _sure(lambda: self._worded(wanted), self._file.title)
            return self._kept[wanted]

    def _worded(self, wanted: _Wanted) -> Runs:
        item = item_of(wanted.source)
        marked = self._engine.entry(item) if wanted.listed else ""
        if not marked and (self._file.note or not wanted.listed):
            # A list may leave out works that readers cannot get; a note of it there always is.
            marked = self._engine.note(item, page=wanted.page)
        runs = runs_of(marked)
        if not re.search(r"\w", words_of(runs)):
            raise StyleFileError(f"{self._file.title} prints nothing.", hint="Use another style.")
        return runs


def _sure(work: Callable[[], _Said], title: str) -> _Said:
    """Return what some work of the processor gives; raise StyleFileError whatever it fails with."""
    try:
        return work()
    except BrieferError:
        raise
    except Exception as error:
        # The processor is alpha: a style that it does not understand ends in any error there is.
        raise StyleFileError(
            f"The processor of citation styles cannot follow {title!r}.",
            hint="Use another style.",
            details=f"{type(error).__name__}: {error}",
        ) from error


def _placed(words: str, place: str, address: str) -> str:
    """Return a citation with the place before its address, and its address if it has none."""
    found = _ADDRESS.search(words)
    if found is None:
        cited = join([Text(words.rstrip(". "))] if words.endswith(".") else words, place)
        after = [Text(f", {address}.")] if address else []
        return words_of(merged([*cited, *after])) if after else words_of(ended(cited))
    if not place:
        return words
    head = words[: found.start()]
    before = found["before"] if found["before"].strip() else ". "
    return f"{head}, {place}{before}{found['address']}."


def _plain(text: str) -> str:
    return text.replace("\N{EN DASH}", "-").replace(" ", "")
