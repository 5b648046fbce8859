"""What no decision lets pass: an export that is marked lower than what it holds."""

from __future__ import annotations

from briefer.errors import ExportError
from briefer.marked.rollup import Rollup, card_marking
from briefer.markings import classified, format_marking, refusal
from briefer.storyboard.briefing import Briefing


def require_marked(briefing: Briefing, rollup: Rollup) -> None:
    """Raise ExportError where a briefing is marked lower than what its slides hold.

    So is one that claims to be classified, or holds a marking that is not understood: nobody can
    then tell whether its banner covers it. No override lifts this.
    """
    texts = [briefing.marking, *(card_marking(card) for card in briefing.cards)]
    texts += [mark.reading.text for mark in rollup.marks]
    for text in texts:
        if word := classified(text):
            raise ExportError(
                f"A marking says {word}: Briefer exports unclassified briefings only.",
                hint="Take out what carries it, and handle it on a system approved for it.",
            )
    if rollup.unread:
        mark = rollup.unread[0]
        raise ExportError(
            f"The marking {mark.reading.text!r} of {mark.bearer} is not understood, so nothing "
            f"tells whether the briefing's marking covers it. {refusal(mark.reading)}",
            hint="Mend that marking, or take off what carries it.",
        )
    if not rollup.covered(briefing.marking):
        needed = format_marking(rollup.needed) if rollup.needed else ""
        now = f"marked {briefing.marking!r}" if briefing.marking else "not marked"
        raise ExportError(
            f"The briefing is {now}, but its slides hold {needed}.",
            hint=f"Raise the marking to {needed}, or take off what carries it.",
        )
