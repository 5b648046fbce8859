"""Alternative text: there, meant for people, not too long; and what is marked decorative.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import OpenedDeck, Shape, Slide

LONGEST = 250
"""Characters that screen readers read in one go; for more there are the slide and its notes."""
_FILE = re.compile(
    r"\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|heic|mp4|mov|wmv|mp3|wav|xlsx?|pptx?)\Z", re.I
)
_GENERIC = re.compile(
    r"(picture|image|graphic|photo|chart|table|diagram|group|shape|rectangle|oval|object|content"
    r" placeholder|screenshot|img|dsc)[ _-]*\d*\Z",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(an?|the|this is an?)?\s*(image|picture|photo|photograph|graphic|icon|screenshot)"
    r" (of|showing)\b",
    re.IGNORECASE,
)
_MADE_BY_PROGRAM = "description automatically generated"
_NOUNS = {
    "picture": "picture",
    "chart": "chart",
    "table": "table",
    "diagram": "diagram",
    "media": "audio or video",
    "object": "embedded object",
    "group": "group",
    "connector": "line",
    "text": "drawing",
}


def _needing(deck: OpenedDeck) -> Iterator[tuple[Slide, Shape]]:
    """Yield what is shown and needs alternative text: neither text nor decorative.

    A group with alternative text speaks for its parts; one without leaves it to them, if they have
    any.
    """
    for slide in deck.slides:
        for shape in slide.shapes:
            for one in _needing_in(shape):
                yield slide, one


def _needing_in(shape: Shape) -> Iterator[Shape]:
    if shape.decorative or shape.hidden:
        return
    if shape.kind == "group":
        parts = [one for part in shape.parts for one in _needing_in(part)]
        if shape.alt:
            yield shape
        elif any(part.alt for part in parts) or not parts:
            yield from parts
        else:
            yield shape
    elif shape.kind != "text" or (not shape.text.strip() and not shape.placeholder):
        yield shape


def no_alternative(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield what is no text and has no alternative text."""
    for slide, shape in _needing(deck):
        if not shape.alt:
            yield Fault(
                f"The {_NOUNS[shape.kind]} has no alternative text.",
                slide,
                shape,
                "Say in a sentence or two what it shows, or mark it as decorative.",
            )


def poor_alternative(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield alternative text that is a file's name, fits any picture, or is a program's guess."""
    for slide, shape in _needing(deck):
        alt = " ".join(shape.alt.split())
        if _FILE.search(alt) or ("/" in alt and " " not in alt):
            what = f"The alternative text “{_short(alt)}” is the name of a file."
        elif alt and (_GENERIC.match(alt) or alt.casefold() == shape.name.casefold()):
            what = f"The alternative text “{_short(alt)}” says nothing of what is shown."
        elif _MADE_BY_PROGRAM in alt.casefold():
            what = "A program guessed the alternative text and nobody has approved it."
        else:
            continue
        yield Fault(what, slide, shape, "Say in a sentence or two what it shows.")


def long_alternative(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield alternative text that is longer than screen readers read well."""
    for slide, shape in _needing(deck):
        if len(shape.alt) > LONGEST:
            message = f"The alternative text has {len(shape.alt)} characters; {LONGEST} are enough."
            long = shape.kind in ("group", "chart", "diagram") and bool(slide.notes)
            yield Fault(
                message + (" It stands for a drawing, and the slide has notes." if long else ""),
                slide,
                shape,
                "Say the rest on the slide or in the notes.",
                "note" if long else None,
            )


def opening_words(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield alternative text that begins with "image of"."""
    for slide, shape in _needing(deck):
        if _OPENING.match(shape.alt):
            yield Fault(
                f"The alternative text begins with “{_short(shape.alt, 24)}”.",
                slide,
                shape,
                "Leave that out: screen readers say what kind of thing it is.",
            )


def decorative(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield marks for decoration that contradict themselves or that PowerPoint does not read."""
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.wrong_mark:
                yield Fault(
                    "It is marked decorative in a way that PowerPoint does not read.",
                    slide,
                    shape,
                    "Mark it again in PowerPoint: Alternative text, Mark as decorative.",
                )
            elif shape.decorative and shape.alt:
                yield Fault(
                    "It is marked decorative and has alternative text too.",
                    slide,
                    shape,
                    "Decide for one of the two.",
                )
            elif shape.decorative and shape.kind in ("chart", "table", "diagram", "media"):
                yield Fault(
                    f"A {_NOUNS[shape.kind]} is marked decorative; nobody will hear of it.",
                    slide,
                    shape,
                    "Take the mark away and write alternative text.",
                )


def loose_drawing(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides with many loose pieces of a drawing that each is read out."""
    for slide in deck.slides:
        loose = [s for s in slide.shapes if s.kind == "connector" and not s.decorative]
        if len(loose) >= 3:
            yield Fault(
                f"{len(loose)} lines lie loose on the slide and are read out one by one.",
                slide,
                loose[0],
                "Group the drawing and give the group one alternative text.",
            )


def _short(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


RULES = (
    DeckRule(
        "alt-missing",
        "Everything that is no text has alternative text or is marked decorative",
        "error",
        "Who cannot see a picture, a chart or a table hears its alternative text instead.",
        "WCAG 1.1.1; MS; HHS 1.9, 3.2; AED 4",
        (3, 4, 9),
        ("1.1.1",),
        no_alternative,
    ),
    DeckRule(
        "alt-poor",
        "No alternative text is a file's name or a word for any picture",
        "error",
        "A file's name tells nothing to who hears it, and may tell what should stay in the house.",
        "WCAG 1.1.1; MS",
        (3,),
        ("1.1.1",),
        poor_alternative,
    ),
    DeckRule(
        "alt-long",
        f"No alternative text is longer than {LONGEST} characters",
        "warning",
        "Screen readers read it in one go, without a way back.",
        "HHS 1.9; AED 4",
        (3,),
        ("1.1.1",),
        long_alternative,
    ),
    DeckRule(
        "alt-opening",
        "No alternative text begins with “image of”",
        "warning",
        "Screen readers say “graphic” by themselves, so that it is heard twice.",
        "WCAG 1.1.1; HHS 1.9",
        (3,),
        ("1.1.1",),
        opening_words,
    ),
    DeckRule(
        "decorative",
        "What is marked decorative is marked rightly",
        "warning",
        "What is marked decorative is passed over; a wrong mark hides what matters, or nothing.",
        "WCAG 1.1.1; MS; HHS 2.2",
        (4,),
        ("1.1.1",),
        decorative,
    ),
    DeckRule(
        "loose-drawing",
        "The lines of a drawing are grouped or decorative",
        "warning",
        "Lines that are read out one by one bury what they connect.",
        "WCAG 1.1.1, 1.3.1; HHS 2.3, 2.4",
        (28,),
        ("1.1.1", "1.3.1"),
        loose_drawing,
    ),
)
