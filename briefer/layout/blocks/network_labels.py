"""Places for the labels of a network's lines: on their line, apart from one another.

In: lines and the sizes of their labels, in EMU. Out: a frame for each label, or none where they
have no room. Must not know: words, blocks.

A label stands where it covers no other line as far as that can be; near the middle of its span, or
near one end where lines cross (design page "slides", section 10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.geometry import Frame, inches

MARGIN = inches(0.05)
END_ROOM = inches(0.3)
"""How much of a line must be seen before its arrow head."""

START_ROOM = inches(0.22)
_PLACES = tuple(percent / 100 for percent in range(14, 88, 3))
_MIDDLE = 0.55
_COVERED = 3.0
"""What covering another line costs, against standing a whole span away from the middle."""

_KEPT = 60


@dataclass(frozen=True, slots=True)
class Span:
    """A line from left to right, in EMU, and the size of its label."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int
    height: int

    def frame(self, share: float) -> Frame:
        """Return the frame of the label centred at a share of the line."""
        x = self.x1 + (self.x2 - self.x1) * share
        y = self.y1 + (self.y2 - self.y1) * share
        return Frame(round(x - self.width / 2), round(y - self.height / 2), self.width, self.height)


@dataclass(frozen=True, slots=True)
class _Choice:
    frame: Frame
    cost: float


def place_labels(spans: Sequence[Span], top: int, bottom: int) -> list[Frame] | None:
    """Return a frame for each span's label, none overlapping another; None where none is found.

    Labels keep between `top` and `bottom`.
    """
    order = sorted(range(len(spans)), key=lambda at: -spans[at].width)
    states: list[tuple[float, tuple[Frame, ...]]] = [(0.0, ())]
    for at in order:
        choices = [c for c in _choices(spans, at) if top <= c.frame.y and c.frame.bottom <= bottom]
        grown = [
            (cost + choice.cost, (*frames, choice.frame))
            for cost, frames in states
            for choice in choices
            if not any(overlap(choice.frame, frame, MARGIN) for frame in frames)
        ]
        states = sorted(grown, key=lambda state: state[0])[:_KEPT]
    if not states:
        return None
    placed = dict(zip(order, states[0][1], strict=True))
    return [placed[at] for at in range(len(spans))]


def overlap(one: Frame, other: Frame, margin: int = 0) -> bool:
    """Return whether two frames come nearer to one another than a margin."""
    return (
        one.x < other.right + margin
        and other.x < one.right + margin
        and one.y < other.bottom + margin
        and other.y < one.bottom + margin
    )


def _choices(spans: Sequence[Span], at: int) -> list[_Choice]:
    """Return where a label may stand on its line, and what each place costs."""
    span = spans[at]
    others = [other for index, other in enumerate(spans) if index != at]
    choices = []
    for share in _PLACES:
        frame = span.frame(share)
        if frame.x < span.x1 + START_ROOM or frame.right > span.x2 - END_ROOM:
            continue
        covered = sum(_covers(frame, other) for other in others)
        choices.append(_Choice(frame, abs(share - _MIDDLE) + _COVERED * covered))
    return choices


def _covers(frame: Frame, span: Span) -> bool:
    """Return whether a line runs through a frame or close by it."""
    left, right = max(frame.x, span.x1), min(frame.right, span.x2)
    if left >= right:
        return False
    slope = (span.y2 - span.y1) / max(span.x2 - span.x1, 1)
    ys = [span.y1 + slope * (x - span.x1) for x in (left, right)]
    return min(ys) < frame.bottom + MARGIN // 2 and max(ys) > frame.y - MARGIN // 2
