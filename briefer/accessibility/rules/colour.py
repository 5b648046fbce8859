"""Contrast of text, through theme, layout, master, background, groups and tables.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.colors import contrast
from briefer.accessibility.model import Ground, OpenedDeck, Run, Shape

ORDINARY = 4.5
LARGE = 3.0
LARGE_SIZE = 18.0
LARGE_BOLD = 14.0
"""Least ratios, and from which size (pt) text is large (WCAG 2.0, 1.4.3)."""
RAISED = 2 / 3
"""How much of its size a raised or lowered character has."""


def low_contrast(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield text that does not stand out enough from all of what lies under it."""
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.hidden:
                continue
            for run, ratio, under in _judged(shape):
                least = _least(run)
                if ratio < least:
                    yield Fault(
                        f"“{_short(run.text)}” is {run.color} on {under}, {ratio:.1f}:1;"
                        f" {least:g}:1 is the least for its size.",
                        slide,
                        shape,
                        "Choose a darker or a lighter colour.",
                    )


def _judged(shape: Shape) -> Iterator[tuple[Run, float, str]]:
    """Yield runs of a shape, one for each pair of colours and size class, with their contrast."""
    seen: set[tuple[str, tuple[str, ...], float]] = set()
    for paragraph, ground in shape.texts():
        for run in paragraph.runs:
            if not run.text.strip() or run.color is None or not ground.colors or ground.picture:
                continue
            key = (run.color, ground.colors, _least(run))
            if key not in seen:
                seen.add(key)
                ratio, under = min((contrast(run.color, one), one) for one in ground.colors)
                yield run, ratio, under


def _least(run: Run) -> float:
    """Return the ratio that a run needs by its size."""
    size = (run.size or 0.0) * (RAISED if run.raised else 1.0)
    return LARGE if size >= LARGE_SIZE or (run.bold and size >= LARGE_BOLD) else ORDINARY


def unknown_contrast(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield text of which a program cannot tell what lies under it, or what colour it has."""
    for slide in deck.slides:
        for shape in slide.spoken():
            why = next(filter(None, (_unknown(run, ground) for run, ground in _runs(shape))), "")
            if why:
                yield Fault(why, slide, shape, "Look whether it can be read well.")


def _runs(shape: Shape) -> Iterator[tuple[Run, Ground]]:
    for paragraph, ground in shape.texts():
        for run in paragraph.runs:
            if run.text.strip():
                yield run, ground


def _unknown(run: Run, ground: Ground) -> str:
    """Return why the contrast of a run cannot be told, "" where it can."""
    if ground.picture:
        return "It cannot be told what lies under the text: a picture or a style of PowerPoint's."
    if run.color is None:
        return "The colour of the text cannot be told: it shines through or is a pattern."
    if not ground.colors:
        return "It cannot be told what lies under the text."
    if any(contrast(run.color, one) < _least(run) for one in ground.beside):
        return "Another shape lies under a part of the text, and hardly differs in colour."
    return ""


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 30 else f"{plain[:29].rstrip()}…"


RULES = (
    DeckRule(
        "contrast",
        "Text stands out from its ground: 4.5:1, and 3:1 where it is large",
        "error",
        "Text that hardly differs from its ground is lost to weak eyes and on a projector.",
        "WCAG 1.4.3; AED 11; MCFP 2.7",
        (17,),
        ("1.4.3",),
        low_contrast,
    ),
    DeckRule(
        "contrast-unknown",
        "It can be told what lies under all text",
        "note",
        "Where a program cannot tell, only eyes can.",
        "WCAG 1.4.3; AED 11",
        (17,),
        ("1.4.3",),
        unknown_contrast,
    ),
)
