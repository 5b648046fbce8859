"""A clock for tests: it stands until it is told to go on."""

from __future__ import annotations

import datetime


class Clock:
    """Tells a time of November 2026 that only `pass_minutes` moves."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        """Return the time, as somebody east of London sees it."""
        return self.time.astimezone(datetime.timezone(datetime.timedelta(hours=2)))

    def pass_minutes(self, minutes: int) -> None:
        """Let time pass."""
        self.time += datetime.timedelta(minutes=minutes)
