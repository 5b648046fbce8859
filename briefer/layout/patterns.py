"""The patterns: which template layout each uses, and where its places and roles stand on it.

In: pattern, place and role names from `content`. Out: layout names, placeholder idx and the
ladder of levels to try (design page "slides", section 11). One table, no logic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefer.content import Role


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder by idx, and for each role the levels to try, largest first.

    A `balanced` place is set as narrow as its line count allows. `most` is how many points a page
    may have, 0 for any number.
    """

    idx: int
    roles: Mapping[Role, tuple[int, ...]] = field(default_factory=lambda: {"body": (1,)})
    balanced: bool = False
    most: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named arrangement: a template layout and its places in reading order."""

    name: str
    layout: str
    places: Mapping[str, Place]
    tail: tuple[str, ...] = ()
    """Places that stand on the last page only (an ask, a so-what)."""
    columns: tuple[tuple[str, str], ...] = ()
    """Places that stand on one another: the upper and the lower one lend each other height."""
    plain: str = ""
    """The layout of pages on which the optional last place is empty; its art would stand alone."""
    block: int | None = None
    """The placeholder of a table or chart that stands beside the places on the same page."""
    pictured: str = ""
    """The layout of a slide whose picture can be shown; the picture's places are `pictures`."""
    pictures: Mapping[str, int] = field(default_factory=dict)
    """The placeholders of pictures on the pictured layout, by place."""


_HEADED_POINTS: Mapping[Role, tuple[int, ...]] = {"heading": (1,), "point": (2,)}
_FACTS: Mapping[Role, tuple[int, ...]] = {"label": (1,), "value": (2,)}
_EVENT_PLACES = {
    "date": Place(20, {"label": (1,), "value": (2,), "note": (3,)}),
    "facts": Place(21, _FACTS),
    "happened": Place(22, _HEADED_POINTS),
    "matters": Place(23, _HEADED_POINTS),
}
_HEADED: Mapping[Role, tuple[int, ...]] = {"heading": (1,), "body": (2,)}
_NAMED: Mapping[Role, tuple[int, ...]] = {"value": (1,), "note": (2,)}

_TEXT: Mapping[Role, tuple[int, ...]] = {"lead": (1,), "point": (2,), "body": (3,)}

PATTERNS: Mapping[str, Pattern] = {
    pattern.name: pattern
    for pattern in (
        Pattern(
            "title",
            "Title",
            {
                "subtitle": Place(1),
                "details": Place(20, _FACTS),
                "designation": Place(21),
            },
            columns=(("details", "designation"),),
        ),
        Pattern(
            "bluf",
            "Bottom line",
            {
                "statement": Place(20, _HEADED),
                "ask": Place(22, _HEADED),
                "points": Place(21, {"point": (1,)}),
            },
            columns=(("statement", "ask"),),
        ),
        Pattern("timeline", "Timeline", {}),
        Pattern("timeline-list", "Timeline list", {}),
        Pattern("event", "Event", _EVENT_PLACES),
        Pattern(
            "event-statement",
            "Event and statement",
            {**_EVENT_PLACES, "statement": Place(24, {"quote": (1,), "attribution": (2,)})},
            plain="Event",
        ),
        Pattern(
            "profile",
            "Profile monogram",
            {
                "monogram": Place(24),
                "name": Place(20, _NAMED),
                "role": Place(21, _HEADED_POINTS),
                "deck": Place(23, _FACTS),
                "words": Place(22, {"heading": (1,), "quote": (2, 4, 5), "attribution": (3,)}),
            },
            pictured="Profile picture",
            pictures={"picture": 19},
        ),
        Pattern(
            "quote",
            "Quote",
            {
                "quotation": Place(20, {"quote": (1, 2)}, balanced=True),
                "monogram": Place(24),
                "attribution": Place(21, _NAMED),
                "context": Place(22),
            },
        ),
        Pattern(
            "sides",
            "Two sides",
            {
                "left-party": Place(20),
                "left-words": Place(22, {"quote": (1,)}),
                "left-attribution": Place(24, _NAMED),
                "right-party": Place(21),
                "right-words": Place(23, {"quote": (1,)}),
                "right-attribution": Place(25, _NAMED),
                "differ": Place(26),
            },
            tail=("differ",),
        ),
        Pattern("figures", "Figures 4", {}),
        Pattern("table", "Table", {}, block=20),
        Pattern(
            "agenda",
            "Agenda",
            {"decision": Place(21, _HEADED), "time": Place(22, _HEADED)},
            columns=(("decision", "time"),),
            block=20,
        ),
        Pattern("options", "Options", {"decision": Place(21)}, tail=("decision",), block=20),
        Pattern(
            "watch",
            "Watch and next steps",
            {"steps": Place(21, {"heading": (1,), "value": (2,), "note": (3,)})},
            block=20,
        ),
        Pattern(
            "chart",
            "Chart",
            {"heading": Place(21, _NAMED), "takeaway": Place(22, _HEADED_POINTS)},
            block=20,
        ),
        Pattern(
            "section",
            "Section",
            {
                "number": Place(20),
                "summary": Place(21),
                "list": Place(22, {"body": (1,), "value": (2,)}),
            },
        ),
        Pattern(
            "closing", "Closing", {"contacts": Place(20, _NAMED), "provenance": Place(21, _FACTS)}
        ),
        Pattern("network", "Actor network", {}),
        Pattern("chain", "Supply chain", {}),
        Pattern("sources", "Sources", {}),
        Pattern("text", "Text", {"text": Place(20, _TEXT)}),
        Pattern("talking-points", "Text", {"points": Place(20, _TEXT, most=6)}),
    )
}
