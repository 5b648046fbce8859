"""Words in the boxes of a diagram: as large as they fit, on few lines, else cut.

In: words, sizes to try, the room. Out: paragraphs, and whether words were cut. Must not know:
blocks. Citation markers are never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.geometry import EMU_PER_PT
from briefer.layout.blocks.marks import label_paragraph
from briefer.layout.boxes import Paragraph, Run
from briefer.layout.setting import Setting
from briefer.layout.text import run_of
from briefer.template.model import LevelStyle

NAME_LINES = 3
"""The most lines of a name; most boxes are low enough for two."""

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Paragraphs that fit their room, and whether words had to be cut for it."""

    paragraphs: tuple[Paragraph, ...]
    shortened: bool = False


@dataclass(frozen=True)
class NameSetter:
    """Sets names in `width` by `height` EMU, in a style at the first of `sizes` that fits."""

    style: LevelStyle
    sizes: Sequence[float]
    width: int
    height: int
    setting: Setting

    def named(
        self, name: str, note: Sequence[Run], note_style: LevelStyle, *, spare: bool = False
    ) -> Fitted:
        """Return a name with its note (runs in a style of their own, () for none).

        A `spare` note is left out where there is no room for it.
        """
        quiet = (label_paragraph(note, note_style, role="note"),) if note else ()
        for size in self.sizes:
            paragraphs = (self._name(name, size), *quiet)
            if self._fits(paragraphs):
                return Fitted(paragraphs)
        if note and spare:
            return self.named(name, (), note_style)
        whole = self._name(name, self.sizes[-1])
        if quiet and self._fits((whole,)):
            kept = self._cut_to_fit((whole,), quiet[0])
            return Fitted(kept or (whole,), shortened=True)
        return Fitted(self._cut_to_fit((), whole) or (whole,), shortened=True)

    def _name(self, name: str, size: float) -> Paragraph:
        style = replace(self.style, size=size)
        return label_paragraph((run_of(name, style),), style, role="value")

    def _fits(self, paragraphs: Sequence[Paragraph]) -> bool:
        lines = [line_count(paragraph, self.width, self.setting) for paragraph in paragraphs]
        tall = sum(count * p.spacing_pt for count, p in zip(lines, paragraphs, strict=True))
        return max(lines) <= NAME_LINES and tall <= self.height / EMU_PER_PT

    def _cut_to_fit(
        self, above: tuple[Paragraph, ...], paragraph: Paragraph
    ) -> tuple[Paragraph, ...] | None:
        """Return the paragraphs with the last one cut until all fit, None where none is left."""
        for count in range(len(paragraph.text) - 1, 0, -1):
            tried = (*above, cut_words(paragraph, count))
            if self._fits(tried):
                return tried
        return None


def line_count(paragraph: Paragraph, width: int, setting: Setting) -> int:
    """Return how many lines a paragraph takes in `width` EMU."""
    room = width / EMU_PER_PT
    return len(setting.setter.broken(paragraph.runs, room, room))


def cut_words(paragraph: Paragraph, count: int) -> Paragraph:
    """Return a paragraph with its first `count` characters and an ellipsis; markers stay."""
    runs: list[Run] = []
    left = count
    for run in paragraph.runs:
        if run.numbers or run.superscript:
            runs.append(run)
            continue
        if left > 0:
            text = run.text if len(run.text) <= left else run.text[:left].rstrip() + _ELLIPSIS
            runs.append(replace(run, text=text))
        left -= len(run.text)
    return replace(paragraph, runs=tuple(runs))


def cut_to_lines(paragraph: Paragraph, width: int, lines: int, setting: Setting) -> Paragraph:
    """Return a paragraph cut until it takes at most so many lines in `width` EMU."""
    low, high = 1, max(len(paragraph.text) - 1, 1)
    while low < high:
        middle = (low + high + 1) // 2
        if line_count(cut_words(paragraph, middle), width, setting) <= lines:
            low = middle
        else:
            high = middle - 1
    return cut_words(paragraph, low)
