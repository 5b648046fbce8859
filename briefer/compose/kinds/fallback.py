"""The text slide that stands in where a card cannot be shown as its kind.

In: a card that has too few, too many or missing records. Out: every known record as a point and
visible words for what is missing. Nothing is lost and nothing is raised.
"""

from __future__ import annotations

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import placeholder, plain
from briefer.compose.context import CardContext
from briefer.compose.facts import dated_event_point, fact_point
from briefer.compose.quotations import quotations_of
from briefer.content import Para, Slide
from briefer.records.base import Record
from briefer.records.event import Event
from briefer.records.statement import Statement


def compose_text(context: CardContext, *, label: str, title: str = "", lead: str = "") -> Slide:
    """Return a text slide with a point for each record of the card, in the user's order."""
    points = [_point(context, record) for record in context.picked]
    points += [placeholder(ref) for ref in context.missing]
    paras = [plain(lead, "lead")] if lead else []
    if not points and not lead:
        paras = [plain("[nothing picked]", "lead")]
    draft = Draft(
        label=label,
        pattern="text",
        title=title or label,
        blocks=panel("text", (*paras, *points)),
        quotations=quotations_of(context, context.of(Statement)),
    )
    return build(context, draft)


def _point(context: CardContext, record: Record) -> Para:
    if isinstance(record, Event):
        return dated_event_point(context, record)
    return fact_point(context, record)
