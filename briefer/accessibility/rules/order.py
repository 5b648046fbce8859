"""Reading order, placeholders, and text that only the master shows.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import FURNITURE, TITLES, OpenedDeck, Shape, Slide

MOST_COMPARED = 100
"""Shapes of a slide whose order is compared; beyond, only a person can tell."""
MOST_FOR_LABEL = 60
"""Characters of a text box that may be a label of a drawing."""
_HALF = 0.5
_MARKING = re.compile(
    r"\W*(CUI\b|CONTROLLED|TLP ?:|(TOP )?SECRET|CONFIDENTIAL|UNCLASSIFIED|FOUO|FOR OFFICIAL USE"
    r"|SBU\b|SENSITIVE|LAW ENFORCEMENT SENSITIVE|LES\b|DRAFT|PRE-?DECISIONAL|DELIBERATIVE|EMBARGO)",
    re.IGNORECASE,
)
_RIGHT_TO_LEFT = ("ar", "he", "fa", "ur", "yi", "ps")


def is_marking(text: str) -> bool:
    """Return whether a text begins as handling markings do."""
    return bool(_MARKING.match(text))


def title_late(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides where something that stands beside or under the title is read before it."""
    for slide in deck.slides:
        title = slide.title_shape
        if title is None or title.frame is None:
            continue
        for shape in _heard(slide):
            if shape.order >= title.order:
                break
            if shape.frame is not None and shape.frame.y >= title.frame.y:
                yield Fault(
                    "It is read before the title.",
                    slide,
                    shape,
                    "Put the title first in Arrange, Selection Pane (there: last from above).",
                )
                break


def footer_early(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides where date, footer or number are read before what stands above them."""
    for slide in deck.slides:
        feet = [one for one in _heard(slide) if one.placeholder in FURNITURE and one.frame]
        for foot in feet[:1]:
            late = [
                one
                for one in _heard(slide)
                if one.order > foot.order
                and one.placeholder not in FURNITURE
                and not is_marking(one.text)
                and one.frame
                and foot.frame
                and one.frame.bottom <= foot.frame.y
            ]
            if late:
                yield Fault(
                    f"It is read before “{late[0].name}”, which stands above it.",
                    slide,
                    foot,
                    "Move date, footer and slide number to the end of the reading order.",
                )


def against_sight(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides on which something is read before what stands above or to the left of it."""
    for slide in deck.slides:
        shapes = [one for one in _heard(slide) if one.frame and _is_body(one)]
        if len(shapes) > MOST_COMPARED or _from_right(slide):
            continue
        wrong = [(a, b) for a, b in combinations(shapes, 2) if _comes_first(b, a)]
        if wrong:
            first, second = wrong[0]
            more = f" There are {len(wrong) - 1} more such pairs." if len(wrong) > 1 else ""
            yield Fault(
                f"It is read before “{second.name}”, which stands above or left of it.{more}",
                slide,
                first,
                "Compare the reading order with what eyes do, and change it where it is wrong.",
            )


def _heard(slide: Slide) -> list[Shape]:
    """Return what is read on a slide, groups as one: shapes with words or alternative text."""
    return [
        one
        for one in slide.shapes
        if not one.decorative
        and not one.hidden
        and (one.alt or one.kind != "text" or one.text.strip())
    ]


def _is_body(shape: Shape) -> bool:
    return (
        shape.placeholder not in (*TITLES, *FURNITURE)
        and shape.kind != "connector"
        and not is_marking(shape.text)
    )


def _from_right(slide: Slide) -> bool:
    """Return whether a slide is in a script that runs from right to left."""
    title = slide.title_shape
    runs = [run for one in (title.paragraphs if title else ()) for run in one.runs]
    return any(run.language.split("-")[0].lower() in _RIGHT_TO_LEFT for run in runs)


def _comes_first(shape: Shape, other: Shape) -> bool:
    """Return whether eyes come to a shape before another: it is wholly above, or wholly left."""
    if shape.frame is None or other.frame is None:
        return False
    one, two = shape.frame, other.frame
    above = one.bottom <= two.y and _shared(one.x, one.right, two.x, two.right) > _HALF
    left = one.right <= two.x and _shared(one.y, one.bottom, two.y, two.bottom) > _HALF
    return above or left


def _shared(start: int, end: int, other_start: int, other_end: int) -> float:
    """Return which share of the shorter of two stretches both have in common."""
    shorter = min(end - start, other_end - other_start)
    return (min(end, other_end) - max(start, other_start)) / shorter if shorter > 0 else 0.0


def text_boxes(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides whose text stands in text boxes, where Outline View does not show it."""
    for slide in deck.slides:
        loose = [one for one in _loose(slide) if not _is_label(one, slide)]
        if not loose:
            continue
        placed = any(
            one.placeholder not in ("", *TITLES, *FURNITURE) and (one.text.strip() or one.table)
            for one in slide.spoken()
        )
        yield Fault(
            f"{len(loose)} of its texts stand in text boxes, where Outline View does not show them."
            if placed or len(loose) > 1
            else "Its text stands in a text box, where Outline View does not show it.",
            slide,
            loose[0],
            "Use the placeholders of a layout for text.",
            "note" if placed else None,
        )


def _loose(slide: Slide) -> list[Shape]:
    """Return the text boxes of a slide outside described groups."""
    found = []
    for shape in slide.shapes:
        parts = () if shape.kind == "group" and (shape.alt or shape.decorative) else shape.walk()
        found += [s for s in parts if s.kind == "text" and not s.placeholder and s.text.strip()]
    return [one for one in found if not (one.decorative or is_marking(one.text))]


def _is_label(shape: Shape, slide: Slide) -> bool:
    """Return whether a text box is short and stands on a slide with something to label."""
    drawn = any(one.kind not in ("text", "connector") for one in slide.shapes)
    return drawn and len(shape.text) <= MOST_FOR_LABEL


def empty_placeholders(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield placeholders that were left empty."""
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.placeholder in ("", *TITLES, *FURNITURE) or shape.hidden:
                continue
            if shape.kind == "text" and not shape.text.strip() and not shape.decorative:
                yield Fault(
                    "The placeholder is empty and is still read.",
                    slide,
                    shape,
                    "Delete it, or choose a layout without it.",
                )


def only_in_master(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides whose marking stands in layout or master and nowhere on the slide."""
    for slide in deck.slides:
        said = " ".join(_plain(one.text) for one in slide.walk())
        for text in slide.master_text:
            if is_marking(text) and _plain(text) not in said:
                yield Fault(
                    f"The marking “{text[:50]}” stands in the master only and is not heard.",
                    slide,
                    hint="Put it into a placeholder on each slide.",
                )


def other_master_text(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield, once each, the other words that layouts and masters show."""
    seen: set[str] = set()
    for slide in deck.slides:
        said = " ".join(_plain(one.text) for one in slide.walk())
        for text in slide.master_text:
            plain = _plain(text)
            if len(plain) < 3 or is_marking(text) or plain in said or plain in seen:
                continue
            seen.add(plain)
            yield Fault(
                f"“{text[:60]}” stands in the master only and is not read aloud.",
                slide,
                hint="If it matters, write it on the slide too.",
            )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


RULES = (
    DeckRule(
        "title-first",
        "Nothing that stands beside or under the title is read before it",
        "warning",
        "Who listens hears the shapes in their order; the title tells what the rest is about.",
        "WCAG 1.3.2; MS; AED 2; SSA",
        (10,),
        ("1.3.2", "2.4.3"),
        title_late,
    ),
    DeckRule(
        "footer-last",
        "Date, footer and slide number are read last",
        "warning",
        "Who listens should hear what the slide says before its furniture.",
        "WCAG 1.3.2; MS; AED 2",
        (10,),
        ("1.3.2", "2.4.3"),
        footer_early,
    ),
    DeckRule(
        "reading-order",
        "Shapes are read from above to below and from left to right",
        "warning",
        "Who listens hears the shapes in their order, not in their places.",
        "WCAG 1.3.2, 2.4.3; MS; AED 2; SSA",
        (10,),
        ("1.3.2", "2.4.3"),
        against_sight,
    ),
    DeckRule(
        "text-boxes",
        "Text stands in placeholders",
        "warning",
        "Placeholders have a meaning and an order; text boxes have neither.",
        "WCAG 1.3.1; HHS 1.1, 1.5; SSA 2",
        (12,),
        ("1.3.1",),
        text_boxes,
    ),
    DeckRule(
        "empty-placeholder",
        "No placeholder is left empty",
        "warning",
        "Screen readers announce it and there is nothing.",
        "SSA 2; UC",
        (12, 31),
        ("1.3.1",),
        empty_placeholders,
    ),
    DeckRule(
        "marking-in-master",
        "No marking stands in the master only",
        "error",
        "Screen readers pass over the master, so that nobody hears how the slide is to be handled.",
        "WCAG 1.3.1; AED 7; UC; HHS 2.1",
        (11,),
        ("1.1.1", "1.3.1"),
        only_in_master,
    ),
    DeckRule(
        "master-text",
        "No other words stand in the master only",
        "note",
        "Screen readers pass over the master.",
        "AED 7; UC; HHS 2.1",
        (11,),
        ("1.3.1",),
        other_master_text,
    ),
)
