"""What moves, goes on alone, or sounds.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import OpenedDeck

_FLASHING = ("flash", "strips", "checker", "blinds", "random", "randomBar", "dissolve", "glitter")
_QUIET = ("fade", "cut", "push", "wipe", "cover", "pull", "none")


def animations(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides with animations; one that repeats for ever is worse."""
    for slide in deck.slides:
        if slide.animated:
            yield Fault(
                "An animation repeats without end." if slide.repeats else "Shapes are animated.",
                slide,
                hint="Remove the animation in the Animation Pane.",
                severity="error" if slide.repeats else None,
            )


def advancing(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides that go on by themselves."""
    for slide in deck.slides:
        if slide.advances:
            yield Fault(
                "The slide goes on by itself after a time.",
                slide,
                hint="Untick After in Transitions, Advance Slide.",
            )


def transitions(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield slides with a transition; those that flicker are worse."""
    for slide in deck.slides:
        if slide.transition:
            flickers = slide.transition in _FLASHING
            quiet = slide.transition in _QUIET
            yield Fault(
                f"The transition “{slide.transition}” {'flickers' if flickers else 'moves'}."
                if not quiet
                else f"The slide has a transition: “{slide.transition}”.",
                slide,
                hint="Choose None in Transitions.",
                severity="error" if flickers else "note" if quiet else None,
            )


def media(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield audio and video without captions in the file."""
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.kind == "media" and not shape.captions:
                yield Fault(
                    "The audio or video has no captions in the file.",
                    slide,
                    shape,
                    "Insert captions, and a transcript where it is audio only.",
                )


RULES = (
    DeckRule(
        "animation",
        "Nothing is animated",
        "warning",
        "Movement distracts, makes some people ill, and screen readers read twice or not at all.",
        "WCAG 2.2.2, 2.3.1; AED 13; HHS 1.7; MCFP 2.5",
        (20,),
        ("2.2.2", "2.3.1"),
        animations,
    ),
    DeckRule(
        "advance",
        "No slide goes on by itself",
        "error",
        "Who reads slowly, or listens, loses the slide.",
        "WCAG 2.2.1, 2.2.2; AED 13; HHS 1.7",
        (20,),
        ("2.2.1", "2.2.2"),
        advancing,
    ),
    DeckRule(
        "transition",
        "No transition moves or flickers",
        "warning",
        "Movement distracts, and what flickers more than three times a second may cause a seizure.",
        "WCAG 2.2.2, 2.3.1; AED 13; HHS 1.7",
        (20,),
        ("2.2.2", "2.3.1"),
        transitions,
    ),
    DeckRule(
        "captions",
        "Audio and video have captions",
        "error",
        "Who cannot hear it has nothing else.",
        "WCAG 1.2.2; MS; AED 12",
        (21,),
        ("1.2.2",),
        media,
    ),
)
