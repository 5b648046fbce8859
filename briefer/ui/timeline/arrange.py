"""Where everything lies on the canvas: lanes, the rows packed into them, marks and cards.

In a lane whole years stand first, then cards, then what has no known beginning or end.

In: the marks of each lane in order of date, an axis, sizes in px. Out: an `Arrangement`, which also
answers what lies in a rectangle. Places are those of the whole canvas: x along the axis, y from the
first lane down. Must not know: Qt, records.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefer.ui.timeline.axis import Axis
from briefer.ui.timeline.marks import Mark


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in px. A band shorter than `band_least` is drawn as a card under a bar instead."""

    card_width: float = 166
    card_height: float = 56
    mark: float = 8
    band: float = 22
    band_least: float = 240
    gap: float = 6
    pad: float = 8
    lane_least: float = 60


@dataclass(slots=True)
class Place:
    """Where one entry lies: its mark from `start` to `stop`, and the box of all that is drawn."""

    row: int
    lane: int
    start: float
    stop: float
    left: float
    right: float
    band: bool
    open: bool = False
    top: float = 0.0
    height: float = 0.0

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane: its upper edge, its height, its first row and how many it has."""

    top: float
    height: float
    first: int
    count: int


@dataclass(slots=True)
class _Track:
    """Places side by side, from left to right, none over another."""

    top: float
    height: float
    places: list[Place]
    lefts: list[float]
    rights: list[float]


class Arrangement:
    """Lanes one below the other, and the place of every row."""

    def __init__(self, lanes: Sequence[Sequence[Mark]], axis: Axis, sizes: Sizes) -> None:
        self.axis = axis
        self.sizes = sizes
        self.places: list[Place] = []
        self.lanes: list[LaneBox] = []
        self._tracks: list[_Track] = []
        self.height = 0.0
        for number, marks in enumerate(lanes):
            self._add_lane(number, marks)
        self._tops = [track.top for track in self._tracks]
        places = self.places
        self.width = max(axis.width, max((place.right for place in places), default=0.0))

    def _add_lane(self, number: int, marks: Sequence[Mark]) -> None:
        first = len(self.places)
        places = [
            _placed(first + at, number, mark, self.axis, self.sizes)
            for at, mark in enumerate(marks)
        ]
        self.places += places
        top, pad = self.height + self.sizes.pad, self.sizes.pad
        bands = [place for place in places if place.band and not place.open]
        cards = [place for place in places if not place.band]
        vague = [place for place in places if place.open]
        for own in (bands, cards, vague):
            card = self.sizes.mark + self.sizes.card_height
            height = card if own is cards else self.sizes.band
            for packed in pack(own, gap=self.sizes.gap):
                for place in packed:
                    place.top, place.height = top, height
                lefts = [place.left for place in packed]
                rights = [place.right for place in packed]
                self._tracks.append(_Track(top, height, packed, lefts, rights))
                top += height + self.sizes.gap
        height = max(self.sizes.lane_least, top - self.sizes.gap + pad - self.height)
        self.lanes.append(LaneBox(self.height, height, first, len(marks)))
        self.height += height

    def within(self, left: float, top: float, right: float, bottom: float) -> Iterator[Place]:
        """Yield the places that a rectangle touches, row by row from the left."""
        for track in self._tracks[max(0, bisect_right(self._tops, top) - 1) :]:
            if track.top > bottom:
                break
            if track.top + track.height < top:
                continue
            first = bisect_left(track.rights, left)
            last = bisect_right(track.lefts, right)
            yield from track.places[first:last]

    def lane_at(self, y: float) -> int:
        """Return the lane at a height, the nearest where there is none."""
        tops = [lane.top for lane in self.lanes]
        return max(0, min(len(tops) - 1, bisect_right(tops, y) - 1))

    def beside(self, row: int, lanes: int) -> int:
        """Return the row nearest in date so many lanes away, the row itself at the edge."""
        place = self.places[row]
        step = 1 if lanes > 0 else -1
        number = place.lane + lanes
        while 0 <= number < len(self.lanes) and not self.lanes[number].count:
            number += step
        if not 0 <= number < len(self.lanes):
            return row
        lane = self.lanes[number]
        own = self.places[lane.first : lane.first + lane.count]
        return min(own, key=lambda other: abs(other.start - place.start)).row

    def between(self, one: int, other: int) -> list[int]:
        """Return the rows of the lanes from one row to another that lie between both in date."""
        first, last = self.places[one], self.places[other]
        lanes = range(min(first.lane, last.lane), max(first.lane, last.lane) + 1)
        low, high = min(first.start, last.start), max(first.start, last.start)
        same = first.lane == last.lane
        rows = range(min(one, other), max(one, other) + 1) if same else None
        return [
            place.row
            for number in lanes
            for place in self._own(number)
            if (place.row in rows if rows is not None else low <= place.start <= high)
        ]

    def _own(self, number: int) -> Sequence[Place]:
        lane = self.lanes[number]
        return self.places[lane.first : lane.first + lane.count]


def pack(places: Sequence[Place], *, gap: float) -> list[list[Place]]:
    """Return places in as few rows as they need, each in the uppermost one that has room."""
    rows: list[list[Place]] = []
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    for place in sorted(places, key=lambda place: (place.left, place.row)):
        while busy and busy[0][0] + gap <= place.left:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            number = heapq.heappop(free)
        else:
            number = len(rows)
            rows.append([])
        rows[number].append(place)
        heapq.heappush(busy, (place.right, number))
    return rows


def _placed(row: int, lane: int, mark: Mark, axis: Axis, sizes: Sizes) -> Place:
    """Return where a mark lies along the axis, as a band where its words have room in it."""
    start = axis.x(mark.start) if mark.start is not None else 0.0
    stop = axis.x(mark.stop) if mark.stop is not None else axis.width
    if mark.shape == "band" and (mark.open or stop - start >= sizes.band_least):
        return Place(row, lane, start, stop, start, stop, band=True, open=mark.open)
    if mark.shape == "diamond":
        middle = (start + stop) / 2
        left = middle - sizes.mark
        return Place(row, lane, middle, middle, left, left + sizes.card_width, band=False)
    right = max(stop, start + sizes.card_width)
    return Place(row, lane, start, stop, start, right, band=False)
