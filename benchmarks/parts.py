"""The parts of a run by name, each a module with `measure(plan)`.

In: a name, a plan. Out: what the part found. They are imported when they run, as some are heavy.
"""

from __future__ import annotations

import importlib

from benchmarks.plan import Plan
from benchmarks.results import Part

PARTS = {
    "export": "benchmarks.export",
    "read": "benchmarks.reading",
    "search": "benchmarks.search",
    "start": "benchmarks.starting",
    "window": "benchmarks.stalls",
    "memory": "benchmarks.remembering",
}


def measure(name: str, plan: Plan) -> Part:
    """Return what one part of a run found."""
    found: Part = importlib.import_module(PARTS[name]).measure(plan)
    return found
