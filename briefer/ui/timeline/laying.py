"""A reading laid out: rows in lanes, where each lies, and what is told of all dates together.

In: a reading, what lanes stand for, a scale, sizes. Out: a `Table` and an `Arrangement`. It takes
thousands of steps, so it is done in the thread that reads. Must not know: Qt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefer.records.base import Ref
from briefer.ui.timeline.arrange import Arrangement, Sizes
from briefer.ui.timeline.axis import Axis, Crowd, axis_of, years_of
from briefer.ui.timeline.ends import Ends
from briefer.ui.timeline.reading import By, Entry, Lane, Reading, lanes_of


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of the lanes, in each by date; a record may have several.

    `of` are the rows of a record, `order` its place by date; `ends`, `crowd`, `years` and `axis`
    are of all dates.
    """

    lanes: tuple[Lane, ...] = ()
    rows: Sequence[tuple[Entry, Lane]] = ()
    of: Mapping[Ref, Sequence[int]] = field(default_factory=dict)
    order: Mapping[Ref, int] = field(default_factory=dict)
    ends: Ends = field(default_factory=Ends)
    crowd: Crowd = field(default_factory=Crowd)
    years: Mapping[int, int] = field(default_factory=dict)
    axis: Axis = Axis(1, 2, 1.0)


@dataclass(frozen=True, slots=True)
class Laid:
    """A reading, by what its lanes are told apart, its table and where everything lies."""

    reading: Reading
    by: By
    table: Table
    arrangement: Arrangement


def laid_out(reading: Reading, by: By, scale: float, sizes: Sizes) -> Laid:
    """Return a reading laid out at so many px a day."""
    table = table_of(reading, by)
    return Laid(reading, by, table, arranged(table.lanes, table.axis.at_scale(scale), sizes))


def table_of(reading: Reading, by: By) -> Table:
    """Return the rows of a reading in lanes."""
    lanes = lanes_of(reading.entries, by)
    rows = [(entry, lane) for lane in lanes for entry in lane.entries]
    of: dict[Ref, list[int]] = {}
    for row, (entry, _) in enumerate(rows):
        of.setdefault(entry.record.id, []).append(row)
    order = {one.record.id: at for at, one in enumerate(reading.entries)}
    marks = [rows[own[0]][0].mark for own in of.values()]
    ends, crowd, years = Ends(marks), Crowd(marks), years_of(marks)
    return Table(lanes, rows, of, order, ends, crowd, years, axis_of(marks, 1.0))


def arranged(lanes: Sequence[Lane], axis: Axis, sizes: Sizes) -> Arrangement:
    """Return where the entries of lanes lie."""
    marks = [[entry.mark for entry in lane.entries] for lane in lanes]
    return Arrangement(marks, axis, sizes)
