"""Putting off the search for garbage while a command makes what it keeps to its end.

In: nothing. Out: nothing. Must not know: what is made.

Python looks through all objects for circles the more often the more there are: a sixth of the time
of an export of a thousand slides. What a briefing is made of has no circles and is freed when it is
no longer used, so nothing is gained by it (docs/performance.md).
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def kept_for_later() -> Iterator[None]:
    """Look for garbage only when this block has ended, if that was done before."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()
