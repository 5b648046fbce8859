"""What a rule sees and what it reports.

In: nothing. Out: `DeckFinding` and `DeckRule`. Must not know: any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefer.accessibility.model import OpenedDeck, Shape, Slide

Severity: TypeAlias = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Worst first. An error is a fault by a standard; a note asks a person to look."""


@dataclass(frozen=True, slots=True)
class DeckFinding:
    """A flaw of a deck: which rule, how bad, what, where, and the next step.

    `slide` is a slide's number, None for the whole deck; `shape` the name of a shape on it.
    """

    rule: str
    severity: Severity
    message: str
    slide: int | None = None
    shape: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found, before it is known which rule it was and how bad that is.

    `severity` is given where it differs from the rule's own.
    """

    message: str
    slide: Slide | None = None
    shape: Shape | None = None
    hint: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class DeckRule:
    """A named rule over an opened deck.

    `reason` says whom a breach hurts, `source` who asks for it. `rules` are the numbers of the
    project's 31 rules for decks that it checks and `criteria` the WCAG 2.0 criteria it bears on.
    """

    name: str
    label: str
    severity: Severity
    reason: str
    source: str
    rules: tuple[int, ...]
    criteria: tuple[str, ...]
    run: Callable[[OpenedDeck], Iterator[Fault]]

    def findings(self, deck: OpenedDeck) -> Iterator[DeckFinding]:
        """Yield what is wrong with a deck by this rule."""
        for fault in self.run(deck):
            yield DeckFinding(
                rule=self.name,
                severity=fault.severity or self.severity,
                message=fault.message,
                slide=fault.slide.number if fault.slide else None,
                shape=fault.shape.name if fault.shape else "",
                hint=fault.hint,
            )
