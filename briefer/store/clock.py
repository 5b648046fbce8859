"""The time: what tells it, and what is used unless a test or a caller brings another clock."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime.datetime]
"""Tells the time, with its time zone."""


def now() -> datetime.datetime:
    """Return the time, in UTC."""
    return datetime.datetime.now(datetime.UTC)
