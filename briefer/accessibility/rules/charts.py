"""Charts: titled, described, told apart by more than colour, and not pictures of charts.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import Chart, OpenedDeck, Shape, Slide

LEAST_PARTS = 2
MOST_NAMED = 50
LONGEST_LABEL = 30
"""Parts that need telling apart; parts whose names are looked for; characters of a label."""
_OF_A_CHART = re.compile(r"\b(chart|graph|plot)\b", re.IGNORECASE)
_OF_TEXT = re.compile(r"\b(screen ?shot|scan(ned)?|text) (of|showing)\b", re.IGNORECASE)


def _charts(deck: OpenedDeck) -> Iterator[tuple[Slide, Shape, Chart]]:
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.chart is not None:
                yield slide, shape, shape.chart


def no_chart_title(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield charts with neither a title nor a heading right before them."""
    for slide, shape, chart in _charts(deck):
        if not chart.title and not _heading(slide, shape):
            yield Fault(
                "The chart has no title, and no heading stands over it.",
                slide,
                shape,
                "Add a chart title that says what is counted.",
            )


def _heading(slide: Slide, chart: Shape) -> Shape | None:
    """Return the text that is read right before a chart and stands over it, None without one."""
    before = [one for one in slide.spoken() if one.order < chart.order]
    last = before[-1] if before else None
    if last is None or last.placeholder in ("title", "ctrTitle") or not last.text.strip():
        return None
    if last.frame is None or chart.frame is None:
        return None
    return last if last.frame.y <= chart.frame.y and last.frame.right > chart.frame.x else None


def unexplained(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield charts, diagrams and described groups on slides without notes."""
    for slide in deck.slides:
        for shape in slide.shapes:
            drawn = shape.kind in ("chart", "diagram") or (shape.kind == "group" and shape.alt)
            if drawn and not slide.notes:
                yield Fault(
                    "A complex picture stands here, and the slide has no notes.",
                    slide,
                    shape,
                    "Say what it shows, with its figures, in the notes or on the next slide.",
                )


def colour_alone(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield charts of several series, or parts, that nothing but colour tells apart."""
    for slide, shape, chart in _charts(deck):
        if len(chart.parts) < LEAST_PARTS:
            continue
        if not chart.told_apart and not _named_beside(slide, shape, chart):
            yield Fault(
                f"Nothing but colour tells the {len(chart.parts)} series of the chart apart.",
                slide,
                shape,
                "Add labels with the names of the series, or a legend with patterns or markers.",
            )
        elif chart.told_apart == {"legend"}:
            yield Fault(
                "The series of the chart are told apart by a legend of colours.",
                slide,
                shape,
                "See that they are told apart in print without colour, or label them directly.",
                "note",
            )


def _named_beside(slide: Slide, chart: Shape, facts: Chart) -> bool:
    """Return whether short texts on the slide name every part, as direct labels do."""
    if len(facts.parts) > MOST_NAMED:
        return False
    said = [" ".join(one.text.split()).casefold() for one in slide.spoken() if one is not chart]
    labels = [words for words in said if len(words) <= LONGEST_LABEL]
    return all(name and any(name.casefold() in words for words in labels) for name in facts.parts)


def picture_of_chart(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield pictures whose alternative text says that they show a chart."""
    return _pictures_of(
        deck, _OF_A_CHART, "a chart", "Insert the chart itself, so that its figures can be read."
    )


def picture_of_text(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield pictures whose alternative text says that they show text."""
    hint = "Write the text itself; keep the picture only where its look matters."
    return _pictures_of(deck, _OF_TEXT, "text", hint)


def _pictures_of(
    deck: OpenedDeck, pattern: re.Pattern[str], what: str, hint: str
) -> Iterator[Fault]:
    for slide in deck.slides:
        for shape in slide.spoken():
            if shape.kind == "picture" and pattern.search(shape.alt):
                message = f"By its alternative text the picture shows {what}."
                yield Fault(message, slide, shape, hint)


RULES = (
    DeckRule(
        "chart-title",
        "Every chart has a title or a heading right before it",
        "warning",
        "Without a title nobody knows what the figures count.",
        "WCAG 1.3.1, 2.4.6; HHS 2.5, 3",
        (6,),
        ("1.3.1", "2.4.6"),
        no_chart_title,
    ),
    DeckRule(
        "chart-notes",
        "Slides with a chart or a drawing have notes",
        "note",
        "Alternative text is short; the figures of a chart need a place where they can be read.",
        "WCAG 1.1.1; HHS 1.10, 2.6; MCFP 1.1",
        (5, 30),
        ("1.1.1",),
        unexplained,
    ),
    DeckRule(
        "chart-colour",
        "More than colour tells the series of a chart apart",
        "error",
        "One man in twelve cannot tell red from green, and print is often grey.",
        "WCAG 1.4.1; AED 10; HHS",
        (18,),
        ("1.4.1",),
        colour_alone,
    ),
    DeckRule(
        "chart-picture",
        "No chart is a picture",
        "warning",
        "The figures of a picture cannot be read, enlarged or copied.",
        "WCAG 1.1.1, 1.4.5; HHS 2.5",
        (6,),
        ("1.1.1", "1.4.5"),
        picture_of_chart,
    ),
    DeckRule(
        "text-picture",
        "No picture is said to show text",
        "warning",
        "Text in a picture cannot be read aloud, enlarged or recoloured.",
        "WCAG 1.4.5; HHS 1.8",
        (27,),
        ("1.4.5",),
        picture_of_text,
    ),
)
