"""Embargoes: until when a briefing is held back, as one absolute time with its zone.

In: ISO 8601 with a zone ("2026-12-01T10:00-05:00", or "...[America/New_York]" behind it). Out: the
line as it is printed, and whether the time has come. Form of the line: design page "domain",
section 2 (release blocks) and 4.4. Must not know: what time it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EASTERN = "America/New_York"
"""Where Washington is: the name of its zone is used wherever the offset is the same."""

_FORM = re.compile(
    r"(?P<time>2[01]\d{2}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)"
    r"(?:\[(?P<zone>[A-Za-z_+\-/0-9]{1,40})\])?"
)
EXAMPLE = "2026-12-01T10:00-05:00"


@dataclass(frozen=True, slots=True)
class Embargo:
    """An embargo: the instant it ends, or what is wrong with how it was written."""

    text: str
    until: datetime | None = None
    problem: str = ""

    def ahead(self, now: datetime) -> bool:
        """Return whether the embargo still holds at a time (with its zone); True if not read."""
        return self.until is None or now < self.until

    @property
    def line(self) -> str:
        """The line as printed: "Embargoed until 10:00 a.m. EST, December 1, 2026"."""
        if self.until is None:
            return f"Embargoed until {self.text.strip()}"
        half = "a.m." if self.until.hour < 12 else "p.m."
        clock = f"{self.until.hour % 12 or 12}:{self.until.minute:02d} {half}"
        day = f"{self.until:%B} {self.until.day}, {self.until.year}"
        return f"Embargoed until {clock} {_zone_name(self.until)}, {day}"


def read_embargo(text: str) -> Embargo:
    """Return the embargo that a text states, with its problem where it states none."""
    form = _FORM.fullmatch(text.strip())
    if form is None:
        told = f"{text.strip()!r} is no date with time and zone. Write it as {EXAMPLE}."
        return Embargo(text, problem=told)
    try:
        stated = datetime.fromisoformat(form["time"])
        zone = _zone(form["zone"]) if form["zone"] else None
        if stated.tzinfo is None and zone is None:
            told = f"The embargo has no time zone, so nobody can tell when it ends. {_MENDED}"
            return Embargo(text, problem=told)
        until = stated.replace(tzinfo=zone) if stated.tzinfo is None else stated
        return Embargo(text, until.astimezone(zone) if zone else until)
    except (ValueError, OSError, ZoneInfoNotFoundError) as error:
        return Embargo(text, problem=f"The embargo names no time that exists: {error}.")


_MENDED = f"Add it: {EXAMPLE} is 10:00 a.m. in Washington in winter, Z at the end is UTC."


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _zone_name(time: datetime) -> str:
    """Return how a time's zone is printed: its own name, Washington's, or the offset from UTC."""
    if not time.utcoffset():
        return "UTC"
    for zone in (time.tzinfo, _eastern()):
        local = time.astimezone(zone) if zone else time
        name = local.tzname() or ""
        if name.isalpha() and local.utcoffset() == time.utcoffset():
            return name
    return f"UTC{time:%z}"[:6] + ":" + f"{time:%z}"[3:5]


def _eastern() -> tzinfo | None:
    try:
        return ZoneInfo(_EASTERN)
    except ZoneInfoNotFoundError:
        return None
