"""Alternative texts of drawings: short enough to be heard in one go, the rest in the notes.

In: what a drawing tells, part by part. Out: words. Must not know: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_ALT = 250
"""Characters of alternative text that are heard well in one go (HHS checklist 1.9)."""

_REST = "Full description in the speaker notes."


def shortened_alt(head: str, parts: Sequence[str]) -> str:
    """Return head and parts, as many as have room; where some have none, where all are told."""
    whole = " ".join((head, *parts))
    if len(whole) <= LONGEST_ALT:
        return whole
    for count in range(len(parts) - 1, 0, -1):
        rest = len(parts) - count
        told = " ".join((head, *parts[:count], f"And {rest} more.", _REST))
        if len(told) <= LONGEST_ALT:
            return told
    return f"{head} {_REST}"
