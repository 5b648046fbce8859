"""What a marking is, which of two is stricter, and what several add up to.

A marking is the product of three independent parts: controls of the CUI rules, a TLP label, and
lines in an office's own words. Markings are ordered by strictness; `combine` is the least marking
that covers all given, so that it does not matter in which order, or how often, they are combined.
Rules: design page "domain", section 4. Must not know: records, briefings, how a marking looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from briefer.markings.dissemination import strictest

UNCONTROLLED, CONTROLLED, CUI = "UNCLASSIFIED", "CONTROLLED", "CUI"
CONTROLS = ("", UNCONTROLLED, CONTROLLED, CUI)
"""The control words, none first. CONTROLLED and CUI say the same: which, the designator chooses."""

TLP_LABELS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of TLP 2.0, the widest sharing first."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A handling marking, its parts in their canonical order; nothing set means unmarked.

    `control` is one of `CONTROLS`; `specified` and `basic` are categories without the prefix SP-;
    `dissemination` are limited dissemination controls ("FED ONLY", "REL TO USA, GBR"); `tlp` is
    one of `TLP_LABELS` or ""; `lines` are an office's own words, in capitals.
    """

    control: str = ""
    specified: tuple[str, ...] = ()
    basic: tuple[str, ...] = ()
    dissemination: tuple[str, ...] = ()
    tlp: str = ""
    lines: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything is marked."""
        return self != UNMARKED

    @property
    def controlled(self) -> bool:
        """Return whether this is controlled unclassified information."""
        return self.control in (CONTROLLED, CUI)


UNMARKED = Marking()


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a marking's text: which element, what is wrong, and how much it matters."""

    element: str
    message: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says as a marking.

    `marking` is None where there is an error, so that nothing can be compared with what was not
    understood. `suggestion` is the corrected text, "" where the text stands or none is known.
    """

    text: str
    marking: Marking | None
    problems: tuple[Problem, ...] = ()
    suggestion: str = ""

    @property
    def ok(self) -> bool:
        """Return whether the text was understood."""
        return self.marking is not None


def combine(markings: Iterable[Marking]) -> Marking:
    """Return the least strict marking that covers all given; `UNMARKED` for none.

    Categories are united, of dissemination controls the strictest hold, the highest TLP label
    and all own lines stay.
    """
    total = UNMARKED
    for marking in markings:
        total = Marking(
            control=max(total.control, marking.control, key=CONTROLS.index),
            specified=_united(total.specified, marking.specified),
            basic=_united(total.basic, marking.basic),
            dissemination=strictest(total.dissemination, marking.dissemination),
            tlp=max(total.tlp, marking.tlp, key=tlp_rank),
            lines=_united(total.lines, marking.lines),
        )
    return total


def permits(limit: Marking | None, marking: Marking | None) -> bool:
    """Return whether what is so marked may stand in a document of this limit.

    That is: marking it too would not make the document's marking any stricter. What was not
    understood (None, on either side) is never permitted, nor is another kind of marking than the
    limit's.
    """
    if limit is None or marking is None:
        return False
    return _level(combine((limit, marking))) == _level(limit)


def above(marking: Marking | None, level: Marking | None) -> bool:
    """Return whether a marking is above a level: not permitted at it."""
    return not permits(level, marking)


def tlp_rank(label: str) -> int:
    """Return how strict a TLP label is; -1 for no label."""
    return TLP_LABELS.index(label) if label else -1


def _united(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*one, *other}))


def _level(marking: Marking) -> Marking:
    """Return a marking with control words of one meaning made one.

    Uncontrolled is no control at all, and so is the TLP label that limits nothing.
    """
    control = CUI if marking.controlled else ""
    tlp = "" if tlp_rank(marking.tlp) <= 0 else marking.tlp
    return replace(marking, control=control, tlp=tlp)
