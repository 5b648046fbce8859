"""Measure and break text.

In: runs, a paragraph style and a width. Out: paragraphs whose lines are broken and placed. Must
not know: slides, blocks, placeholders. Widths come from `metrics`; the rules of breaking are those
of the design page "slides", section 12: a spaced ellipsis clings to the word before it, an em dash
and a hyphen allow a break after them, trailing spaces take no room.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice, pairwise
from typing import TypeAlias

from briefer.geometry import EMU_PER_PT, Align, FontRole, Frame, points
from briefer.layout.boxes import Line, Paragraph, Piece, Run
from briefer.layout.metrics import Family, Metrics, family_of, load_metrics
from briefer.layout.scripts import seen_from_left
from briefer.template.model import LevelStyle, Template

SUPERSCRIPT_SCALE = 0.66
"""How large viewers draw superscript glyphs, as a share of the run's size (measured)."""

CUTS_KEPT = 4096
"""How many texts' cuts a setter keeps: those of some hundred slides."""

_LONG = 20_000
"""Letters of a text that fills several slides: it is cut no further than is asked for."""
_PART = 4000
"""Letters of it that are cut at once."""
_MOST_LINES = 1000
"""Lines that no page holds: it is 56 inches high at most, and no type is below 6 pt."""

_Words: TypeAlias = list[tuple[Run, str, float]]

_CLINGING = frozenset(".,;:!?)]}’”…%")
_BREAK_AFTER = frozenset("-—–‐")
_NO_BREAK_SPACES = "\u00a0\u202f\u2060"


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Text up to a break opportunity: pieces of runs, width in pt without and with its spaces."""

    pieces: tuple[tuple[Run, str, float], ...]
    solid: float
    full: float


@lru_cache(maxsize=4096)
def _wide(char: str) -> bool:
    """Return whether a line may break on both sides of this character (CJK, emoji)."""
    return unicodedata.east_asian_width(char) in "WF" and unicodedata.category(char) != "Ps"


def break_positions(text: str) -> list[int]:
    """Return the indexes in `text` before which a line may begin."""
    return [index for index in range(1, len(text)) if _may_break(text, index)]


def breaks_of_page(text: str) -> list[int]:
    """Return those of `break_positions` that a page could end at: none holds more letters."""
    return break_positions(text[:_LONG])


def _may_break(text: str, index: int) -> bool:
    """Return whether a line may begin at `index` (UAX 14, the few rules named above)."""
    before, after = text[index - 1], text[index]
    if after.isspace() or after in _CLINGING:
        return False
    if before.isspace():
        return before not in _NO_BREAK_SPACES
    if before in _BREAK_AFTER:
        in_word = index >= 2 and not text[index - 2].isspace()
        return in_word and not after.isdigit() and after not in _BREAK_AFTER
    wide = _wide(before) or _wide(after)
    return wide and unicodedata.category(after) not in ("Mn", "Pe", "Po")


class TextSetter:
    """Sets runs in lines. Holds the width tables, and the cuts of the runs it has seen lately.

    Safe on any thread; keep one, so that a text that did not change is not measured again.
    """

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._chunks = lru_cache(maxsize=CUTS_KEPT)(self._cut)

    def width(self, run: Run, text: str) -> float:
        """Return the width in pt of `text` set as `run` is."""
        size = run.size * SUPERSCRIPT_SCALE if run.superscript else run.size
        shown = text.upper() if run.caps else text
        measured = self._metrics.text_width(
            shown, font=run.font, size=size, bold=run.bold, italic=run.italic
        )
        return measured + run.tracking * len(shown)

    def line_height(self, runs: Iterable[Run], style: LevelStyle, exact: float = 0.0) -> float:
        """Return the height in pt of a line of these runs."""
        if exact:
            return exact
        natural = [self._metrics.line_height(run.font) * run.size for run in runs]
        empty = self._metrics.line_height(style.font) * style.size
        return max(natural, default=empty) * style.line_spacing

    def descent(self, runs: Iterable[Run], style: LevelStyle) -> float:
        """Return how far in pt the baseline lies above the bottom of a line of these runs."""
        depths = [self._metrics.descent(run.font) * run.size for run in runs]
        return max(depths, default=self._metrics.descent(style.font) * style.size)

    def broken(self, runs: Sequence[Run], first: float, rest: float) -> list[list[Piece]]:
        """Return the lines of `runs` in `first` pt for the first line and `rest` pt for others.

        Pieces carry x and width in EMU from the line's own start. A word wider than a line is
        broken between characters. A tab ends the first column: what follows starts at
        `first - rest` when the paragraph hangs.
        """
        return list(self._broken(runs, first, rest))

    def line_count(self, runs: Sequence[Run], width: float) -> int:
        """Return how many lines of `width` pt runs take, one at least; no more than a page has."""
        return max(1, sum(1 for _ in islice(self._lines(runs, width, width), _MOST_LINES)))

    def _broken(self, runs: Sequence[Run], first: float, rest: float) -> Iterator[list[Piece]]:
        """Yield what `broken` returns, each line when it is asked for."""
        for line in self._lines(runs, first, rest):
            yield _placed(self._trimmed(line))

    def _lines(self, runs: Sequence[Run], first: float, rest: float) -> Iterator[_Words]:
        """Yield what `broken` does before words are placed: runs, words and their widths."""
        line: _Words = []
        used, limit = 0.0, first
        for chunk in self._cuts(tuple(runs)):
            pieces = chunk.pieces
            if line and used + chunk.solid > limit + 0.01:
                yield line
                line, used, limit = [], 0.0, rest
            if chunk.solid > limit + 0.01:
                for each in self._break_word(pieces, limit, rest):
                    if line:
                        yield line
                        limit = rest
                    line = each
                used = sum(width for _, _, width in line)
                continue
            for run, text, width in pieces:
                if text == "\t":
                    width = max(0.0, (first - rest) - used)
                line.append((run, text, width))
                used += width
        yield line

    def _trimmed(self, line: _Words) -> _Words:
        """Return a line without the spaces at its end."""
        while line:
            run, text, _ = line[-1]
            stripped = text.rstrip(" \n")
            if stripped == text:
                break
            line = line[:-1]
            if stripped:
                return [*line, (run, stripped, self.width(run, stripped))]
        return line

    def _break_word(
        self, pieces: Sequence[tuple[Run, str, float]], limit: float, rest: float
    ) -> Iterator[_Words]:
        """Yield the lines of a word that is wider than one, character by character."""
        line: _Words = []
        used = 0.0
        for run, text, _ in pieces:
            for char in text:
                width = self.width(run, char)
                if line and used + width > limit and not char.isspace():
                    yield line
                    line, used, limit = [], 0.0, rest
                line.append((run, char, width))
                used += width
        yield line

    def _cuts(self, runs: tuple[Run, ...]) -> Iterable[_Chunk]:
        """Return the runs cut at break opportunities, of a long text as far as it is asked for."""
        if sum(len(run.text) for run in runs) <= _LONG:
            return self._chunks(runs)
        return (chunk for part in _parts(runs) for chunk in self._cut(part))

    def _cut(self, runs: tuple[Run, ...]) -> tuple[_Chunk, ...]:
        """Return the runs cut at break opportunities."""
        text = "".join(run.text for run in runs)
        tabs = [i + step for i, char in enumerate(text) if char == "\t" for step in (0, 1)]
        cuts = sorted({0, len(text), *break_positions(text), *tabs})
        bounds: list[tuple[int, int, Run]] = []
        position = 0
        for run in runs:
            bounds.append((position, position + len(run.text), run))
            position += len(run.text)
        chunks = []
        at = 0
        for start, end in pairwise(cuts):
            pieces = []
            while bounds[at][1] <= start:
                at += 1
            for place in range(at, len(bounds)):
                run_start, run_end, run = bounds[place]
                if run_start >= end:
                    break
                part = text[max(start, run_start) : min(end, run_end)]
                if part:
                    pieces.append((run, part, self.width(run, part)))
            chunks.append(self._chunk(tuple(pieces)))
        return tuple(chunks)

    def _chunk(self, pieces: tuple[tuple[Run, str, float], ...]) -> _Chunk:
        """Return a chunk with its width without trailing spaces and in full."""
        full = sum(width for _, _, width in pieces)
        solid = full
        for run, text, width in reversed(pieces):
            stripped = text.rstrip()
            solid -= width - self.width(run, stripped) if stripped else width
            if stripped:
                break
        return _Chunk(pieces, max(solid, 0.0), full)

    def set(
        self, paragraph: Paragraph, frame: Frame, top: float, *, most: float = math.inf
    ) -> tuple[Paragraph, float]:
        """Return the paragraph with lines placed from `top` (pt below the frame's top), its height.

        `frame` is the text area in EMU, insets already taken off. The height in pt leaves out the
        space after the paragraph, and what follows the first line that ends below `most` pt.
        """
        style = paragraph.style
        margin, indent = style.margin / EMU_PER_PT, style.indent / EMU_PER_PT
        rest = max(frame.w / EMU_PER_PT - margin, 1.0)
        hangs = bool(style.bullet)
        first = rest if hangs else max(rest - indent, 1.0)
        mirrored, align = paragraph.from_right, paragraph.align
        height = 0.0
        lines = []
        for number, pieces in enumerate(self._broken(paragraph.runs, first, rest)):
            runs = [piece.run for piece in pieces]
            tall = self.line_height(runs, style, paragraph.spacing_pt)
            baseline = top + height + tall - self.descent(runs, style)
            inset = style.margin + (0 if hangs or number else style.indent)
            shown = _from_right(pieces) if mirrored else pieces
            start = frame.x + (0 if mirrored else inset)
            start += _align_shift(align, frame.w - inset, shown)
            lines.append(
                Line(
                    baseline=frame.y + points(baseline),
                    pieces=tuple([Piece(one.x + start, one.width, one.run) for one in shown]),
                    bullet_x=self._bullet_x(paragraph, frame) if hangs and not number else None,
                )
            )
            height += tall
            if top + height > most:
                break
        return replace(paragraph, lines=tuple(lines)), height

    def _bullet_x(self, paragraph: Paragraph, frame: Frame) -> int:
        """Return the left edge of a bullet, which stands at the side where reading starts."""
        style = paragraph.style
        aside = style.margin + style.indent
        if not paragraph.from_right:
            return frame.x + aside
        size = (paragraph.runs[0].size if paragraph.runs else style.size) * style.bullet_size
        bullet = replace(run_of(style.bullet, style), size=size)
        return frame.right - aside - points(self.width(bullet, style.bullet))

    def widest_word(self, runs: Sequence[Run]) -> float:
        """Return the width in pt of the widest word, which no line should be narrower than."""
        return max((chunk.solid for chunk in self._cuts(tuple(runs))), default=0.0)

    def natural_width(self, runs: Iterable[Run]) -> float:
        """Return the width in pt of runs on one line."""
        return sum(self.width(run, run.text) for run in runs)

    def balanced_width(self, paragraph: Paragraph, width: int) -> int:
        """Return the narrowest width in EMU that keeps the paragraph's line count.

        Used for two-line titles and quotations (design page "slides", section 5).
        """
        room = width / EMU_PER_PT
        count = sum(1 for _ in self._lines(paragraph.runs, room, room))
        if count < 2:
            return width
        low, high = room / count, room
        while high - low > 1.0:
            middle = (low + high) / 2
            if sum(1 for _ in self._lines(paragraph.runs, middle, middle)) > count:
                low = middle
            else:
                high = middle
        return min(width, points(high + 4.0))


def _placed(line: Sequence[tuple[Run, str, float]]) -> list[Piece]:
    """Return a line's pieces at their x, neighbours of one run joined."""
    joined: list[tuple[Run, list[str], float]] = []
    for run, text, width in line:
        if joined and joined[-1][0] is run and text != "\t" and joined[-1][1] != ["\t"]:
            _, texts, before = joined[-1]
            texts.append(text)
            joined[-1] = (run, texts, before + width)
        else:
            joined.append((run, [text], width))
    pieces, x = [], 0.0
    for run, texts, width in joined:
        if texts != ["\t"]:
            pieces.append(Piece(points(x), points(width), run.saying("".join(texts))))
        x += width
    return pieces


def _parts(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Yield runs some thousand letters at a time, cut where a line may begin.

    A word that is longer still is cut anywhere: it is broken between characters in any case.
    """
    text = "".join(run.text for run in runs)
    start = 0
    while start < len(text):
        end = min(len(text), start + _PART)
        if end < len(text):
            end = next((at for at in range(end, start, -1) if _may_break(text, at)), end)
        yield tuple(_between(runs, start, end))
        start = end


def _between(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Yield the runs of the letters from one place to another."""
    position = 0
    for run in runs:
        part = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if part:
            yield run.saying(part)
        if position >= end:
            return


def _from_right(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line that reads from the right, in their order from the left."""
    x, placed = 0, []
    for piece in seen_from_left([(piece, piece.run.text) for piece in pieces]):
        placed.append(replace(piece, x=x))
        x += piece.width
    return placed


def _align_shift(align: Align, room: int, pieces: Sequence[Piece]) -> int:
    """Return how far in EMU an aligned line starts from the left of its room."""
    if align == "l" or not pieces:
        return 0
    last = pieces[-1]
    end = last.x + last.width
    return room - end if align == "r" else (room - end) // 2


def run_of(text: str, style: LevelStyle, *, font: FontRole | None = None) -> Run:
    """Return a run set as a level is."""
    return Run(
        text=text,
        font=font or style.font,
        size=style.size,
        color=style.color,
        bold=style.bold,
        italic=style.italic,
        caps=style.caps,
        tracking=style.tracking,
    )


@cache
def house_setter() -> TextSetter:
    """Return the setter of the house fonts, made once."""
    return TextSetter(load_metrics())


def setter_of(template: Template) -> TextSetter:
    """Return the setter of a template's fonts, made once for each pair of them."""
    major = family_of(template.major_font, "major")
    return _setter(major, family_of(template.minor_font, "minor"))


@cache
def _setter(major: Family, minor: Family) -> TextSetter:
    return TextSetter(load_metrics(major, minor))
