"""The slide kinds, in the order in which menus and `briefer kinds` list them."""

from __future__ import annotations

from briefer.compose.kind import SlideKind, Takes, TextField
from briefer.compose.kinds import (
    actor,
    agenda,
    bluf,
    chart,
    contact,
    event,
    figures,
    network,
    options,
    questions,
    quote,
    section,
    sources,
    statements,
    table,
    talking_points,
    timeline,
    title,
    watch,
)
from briefer.registry import Registry

SLIDE_KINDS: Registry[SlideKind] = Registry(
    "slide kind",
    (
        title.KIND,
        agenda.KIND,
        bluf.KIND,
        section.KIND,
        timeline.KIND,
        event.KIND,
        actor.KIND,
        network.KIND,
        quote.KIND,
        statements.KIND,
        figures.KIND,
        chart.KIND,
        table.KIND,
        options.KIND,
        watch.KIND,
        talking_points.KIND,
        questions.KIND,
        contact.KIND,
        sources.KIND,
    ),
)

__all__ = ["SLIDE_KINDS", "SlideKind", "Takes", "TextField"]
