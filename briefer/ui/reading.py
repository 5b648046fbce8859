"""How long words take to say, in words."""

from __future__ import annotations

from collections.abc import Iterable

_WORDS_A_MINUTE = 130


def seconds_to_say(texts: Iterable[str]) -> int:
    """Return how many seconds texts take to say, at 130 words a minute."""
    return round(sum(len(text.split()) for text in texts) * 60 / _WORDS_A_MINUTE)


def duration(seconds: int) -> str:
    """Return "about 45 seconds" to the next 5, from two minutes on "about 3 minutes", or ""."""
    if not seconds:
        return ""
    if seconds < 90:
        return f"about {max(5, round(seconds / 5) * 5)} seconds"
    minutes = round(seconds / 60)
    return f"about {minutes} minutes"
