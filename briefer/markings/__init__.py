"""Handling markings: their syntax by profile, what is stricter, what several add up to.

`read` takes a text, `combine` rolls markings up, `permits` compares them, `PROFILES` lists the
rules. A new profile is one entry in `profiles.py`. Must not know: records, briefings, slides.
"""

from __future__ import annotations

from briefer.markings.base import (
    TLP_LABELS,
    UNMARKED,
    Marking,
    Problem,
    Reading,
    above,
    combine,
    permits,
)
from briefer.markings.categories import CATEGORIES, Category
from briefer.markings.designation import TOLD_BY_MARKING, Field, block, missing
from briefer.markings.dissemination import CONTROLS as DISSEMINATION
from briefer.markings.embargo import Embargo, read_embargo
from briefer.markings.forbidden import classified
from briefer.markings.legends import LEGENDS, legend_in, without_legend, wrong_legend
from briefer.markings.profiles import (
    PROFILES,
    Profile,
    banner,
    combined,
    file_tag,
    format_marking,
    portion,
    raised,
    read,
    refusal,
)
from briefer.markings.tlp import COLOURS, GROUND

__all__ = [
    "CATEGORIES",
    "COLOURS",
    "DISSEMINATION",
    "GROUND",
    "LEGENDS",
    "PROFILES",
    "TLP_LABELS",
    "TOLD_BY_MARKING",
    "UNMARKED",
    "Category",
    "Embargo",
    "Field",
    "Marking",
    "Problem",
    "Profile",
    "Reading",
    "above",
    "banner",
    "block",
    "classified",
    "combine",
    "combined",
    "file_tag",
    "format_marking",
    "legend_in",
    "missing",
    "permits",
    "portion",
    "raised",
    "read",
    "read_embargo",
    "refusal",
    "without_legend",
    "wrong_legend",
]
