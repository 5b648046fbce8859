"""The fields of an embargo: date, time and zone, with the line as it will be printed.

In: the embargo's text. Out: `edited` with a text that `read_embargo` reads, or "". Must not know:
the briefing.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefer.markings import read_embargo
from briefer.records import PartialDate
from briefer.ui.records.choices import LineInput
from briefer.ui.records.dates import read_date, shown
from briefer.ui.records.field_box import FieldBox
from briefer.ui.theme import Look, Styled
from briefer.ui.widgets.choice import Choice
from briefer.ui.widgets.fields import NativeUndoOff

ZONES = (
    ("Washington (Eastern)", "America/New_York"),
    ("Chicago (Central)", "America/Chicago"),
    ("Denver (Mountain)", "America/Denver"),
    ("Los Angeles (Pacific)", "America/Los_Angeles"),
    ("Anchorage (Alaska)", "America/Anchorage"),
    ("Honolulu (Hawaii)", "Pacific/Honolulu"),
    ("UTC", "UTC"),
    ("Mexico City", "America/Mexico_City"),
    ("London", "Europe/London"),
    ("Geneva, Vienna, Brussels", "Europe/Brussels"),
    ("Beijing", "Asia/Shanghai"),
)
"""Words and names of the zones that are offered, Washington first."""

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?\s?m\.?)?", re.IGNORECASE)
_NAMED = re.compile(r"\[([^\]]*)\]\s*$")
_INCOMPLETE = "An embargo needs both date and time."


def read_clock(text: str) -> time | None:
    """Return a time of day as typed: "10:00 a.m.", "10 am", "22:30"; None where it is none."""
    match = _CLOCK.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    hour, half = int(match[1]), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class EmbargoFields(QWidget, Styled):
    """Three inputs in a row; what they add up to is told under them."""

    edited = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told = ""
        self._typed = False
        self.date = LineInput(look, "Embargoed until: date", hint="1 Dec 2026")
        self.time = LineInput(look, "Embargoed until: time", hint="10:00 a.m.")
        self.zone = Choice(look, "Embargoed until: time zone")
        for words, name in ZONES:
            self.zone.addItem(words, name)
        holder = QWidget()
        holder.setFocusProxy(self.date)
        holder.setAccessibleName("Embargoed until")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        for widget, share in ((self.date, 3), (self.time, 3), (self.zone, 4)):
            self._row.addWidget(widget, share)
        self.box = FieldBox(look, "Embargoed until", holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        for line in (self.date, self.time):
            NativeUndoOff(line)
            line.edited.connect(self._edited)
        self.zone.activated.connect(lambda _: self._edited())
        self.restyle()

    @override
    def restyle(self) -> None:
        """Take gaps from the look."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(6))

    def show_embargo(self, text: str) -> None:
        """Show an embargo; while the same is typed the fields stay as they are."""
        if text != self._told:
            self._told, self._typed = text, False
            self._fill(text)
        self._tell()

    @property
    def unfinished(self) -> bool:
        """Whether what was typed is no embargo, and so does not count."""
        return self._typed and self._text() is None

    def _fill(self, text: str) -> None:
        until = read_embargo(text).until if text.strip() else None
        if until is None:
            self.date.show_value(text)
            self.time.show_value("")
            self.zone.setCurrentIndex(0)
            return
        self.date.show_value(shown(PartialDate.parse(f"{until:%Y-%m-%d}")))
        half = "a.m." if until.hour < 12 else "p.m."
        self.time.show_value(f"{until.hour % 12 or 12}:{until.minute:02d} {half}")
        self.zone.setCurrentIndex(self._row_of(text, until))

    def _row_of(self, text: str, until: datetime) -> int:
        """Return the row of an embargo's zone; one that is not offered gets a row of its own."""
        match = _NAMED.search(text)
        if match is None:
            offset = f"{until:%z}"
            name = f"{offset[:3]}:{offset[3:5]}"
            same = [zone for _, zone in ZONES if _offset_in(until, zone) == name]
            words, name = f"UTC{name}", same[0] if same else name
        else:
            words = name = match[1]
        row = self.zone.findData(name)
        if row < 0:
            self.zone.addItem(words, name)
            row = self.zone.count() - 1
        return row

    def _text(self) -> str | None:
        """Return the embargo that the fields state, "" for none, None where they are no embargo."""
        day, clock = self.date.text().strip(), self.time.text().strip()
        if not day and not clock:
            return ""
        found, at = read_date(day) if day else None, read_clock(clock)
        if not isinstance(found, PartialDate) or found.precision != "day" or at is None:
            return None
        zone = str(self.zone.currentData())
        stated = f"{found.edtf}T{at:%H:%M}"
        text = f"{stated}[{zone}]" if zone[:1] not in "+-" else f"{stated}{zone}"
        return text if read_embargo(text).until is not None else None

    def _edited(self) -> None:
        self._typed = True
        text = self._text()
        if text is not None and text != self._told:
            self._told = text
            self.edited.emit(text)
        self._tell()

    def _tell(self) -> None:
        """Tell the line that is printed, or what is wrong."""
        text = self._text()
        if text is None:
            self.box.say(self._flaw())
        elif text:
            embargo = read_embargo(text)
            ahead = embargo.ahead(datetime.now(UTC))
            tail = "It still holds, and holds an export back." if ahead else "It is over."
            tone = "warning" if ahead else "text2"
            self.box.say(f"Printed: {embargo.line}. {tail}", tone=tone)
        else:
            self.box.say("")

    def _flaw(self) -> str:
        day, clock = self.date.text().strip(), self.time.text().strip()
        found = read_date(day) if day else None
        if day and not (isinstance(found, PartialDate) and found.precision == "day"):
            return f"“{day[:40]}” is not a day. Write it as 1 Dec 2026."
        if clock and read_clock(clock) is None:
            return f"“{clock[:20]}” is not a time. Write it as 10:00 a.m. or 22:30."
        return _INCOMPLETE if not (day and clock) else "There is no such time in this zone."


def _offset_in(until: datetime, zone: str) -> str:
    """Return the offset from UTC that a zone has at a time."""
    named = read_embargo(f"{until:%Y-%m-%dT%H:%M}[{zone}]").until
    offset = f"{named:%z}" if named else ""
    return f"{offset[:3]}:{offset[3:5]}"
