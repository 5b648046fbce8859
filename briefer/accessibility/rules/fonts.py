"""Size and family of type.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import FURNITURE, OpenedDeck, Shape, Slide

BODY = 18.0
FLOOR = 12.0
"""Least sizes in pt: of running text, and of anything (source lines, footers, labels)."""
LISTED = (
    "Arial",
    "Calibri",
    "Helvetica",
    "Open Sans",
    "Tahoma",
    "Times New Roman",
    "Verdana",
)
_SMALL_PRINT = re.compile(
    r"source|note|footer|cit(ed|ation)|reference|kicker|contact|provenance|caption|attribution"
    r"|legend|marking|designation",
    re.IGNORECASE,
)


def too_small(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield shapes with text under the floor for any text; raised marks are not counted."""
    for slide in deck.slides:
        for shape in slide.spoken():
            least = min(_sizes(shape), default=FLOOR)
            if least < FLOOR:
                yield Fault(
                    f"Text of {least:g} pt; {FLOOR:g} pt is the least, also for sources and feet.",
                    slide,
                    shape,
                    "Set it larger, or say less.",
                )


def small_body(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides with running text that is nowhere as large as such text should be."""
    for slide in deck.slides:
        small = [
            shape
            for shape in slide.shapes
            if not (shape.decorative or shape.hidden) and _is_running(shape, slide)
        ]
        sizes = [max(_sizes(shape), default=BODY) for shape in small]
        low = [(shape, size) for shape, size in zip(small, sizes, strict=True) if size < BODY]
        if low:
            shape, size = min(low, key=lambda pair: pair[1])
            count = f"{len(low)} texts are" if len(low) > 1 else "Text is"
            yield Fault(
                f"{count} set in {size:g} pt or more, but under {BODY:g} pt.",
                slide,
                shape,
                "Set running text larger; labels, notes and sources may stay.",
            )


def _is_running(shape: Shape, slide: Slide) -> bool:
    """Return whether a text is to be read in a room: no label, source line, foot or list of works.

    Tables, the labels of drawings, and slides that list sources are the exceptions that the house
    makes: they are consulted, not read out.
    """
    return (
        shape.kind == "text"
        and shape.placeholder not in FURNITURE
        and not _SMALL_PRINT.search(shape.name)
        and not _SMALL_PRINT.search(slide.layout)
        and len(" ".join(shape.text.split())) > 60
    )


def _sizes(shape: Shape) -> list[float]:
    """Return the sizes of a shape's text, cells too."""
    return [
        run.size
        for paragraph, _ in shape.texts()
        for run in paragraph.runs
        if run.size is not None and run.text.strip() and not run.raised
    ]


def unlisted(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield, once each, the fonts that are on none of the agencies' lists."""
    slides: dict[str, list[int]] = defaultdict(list)
    for slide in deck.slides:
        for shape in slide.spoken():
            for paragraph, _ in shape.texts():
                for run in paragraph.runs:
                    if run.text.strip() and run.font and run.font not in LISTED:
                        slides[run.font].append(slide.number)
    for font, numbers in sorted(slides.items()):
        count = len(set(numbers))
        yield Fault(
            f"{font} ({count} {'slide' if count == 1 else 'slides'}) is not among the fonts that"
            f" agencies list: {', '.join(LISTED)}.",
            hint="Ask whether your agency takes it, or choose a template with a listed font.",
        )


RULES = (
    DeckRule(
        "font-floor",
        f"No text is smaller than {FLOOR:g} pt",
        "warning",
        "Smaller text cannot be read from a seat, nor by many on a screen.",
        "house; MCFP 2.4 asks for 18",
        (19,),
        ("1.4.4",),
        too_small,
    ),
    DeckRule(
        "font-body",
        f"Running text has at least {BODY:g} pt; labels, notes and sources may be smaller",
        "note",
        "A room reads what is large enough; the rest is for the handout.",
        "MCFP 2.4, with the house's exceptions",
        (19,),
        ("1.4.4",),
        small_body,
    ),
    DeckRule(
        "font-family",
        "Fonts are among those that agencies list",
        "note",
        "Listed fonts are on every computer and have plain letters.",
        "HHS 1.4; UC",
        (19,),
        (),
        unlisted,
    ),
)
