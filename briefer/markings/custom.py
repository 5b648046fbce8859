"""Reading markings in an office's own words: `SBU`, several parted by semicolons.

Own words have no order among themselves: each line stands for itself, and only a document that
carries a line covers it.
"""

from __future__ import annotations

from briefer.markings.base import Marking, Problem, Reading
from briefer.markings.forbidden import refused

BETWEEN = "; "


def read_custom(text: str) -> Reading:
    """Return what a text says as a marking in own words: all but a classification is accepted."""
    if problem := refused(text):
        return Reading(text, None, (problem,))
    bare = text.strip()
    bare = bare[1:-1] if bare.startswith("(") and bare.find(")") == len(bare) - 1 else bare
    lines = sorted({" ".join(line.upper().split()) for line in bare.split(";")} - {""})
    if not lines:
        return Reading(text, None, (Problem("text", "The marking has no words."),))
    return Reading(text, Marking(lines=tuple(lines)))
