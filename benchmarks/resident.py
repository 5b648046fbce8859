"""How much memory this process holds. Light, as what is measured imports it."""

from __future__ import annotations

import math
from pathlib import Path


def memory(what: str) -> float:
    """Return this process' memory in MB: `VmRSS` now or `VmHWM` at most; NaN where not told."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return math.nan
    fields = dict(line.split(":", 1) for line in status.splitlines())
    return int(fields[what].split()[0]) / 1024
