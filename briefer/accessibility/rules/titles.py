"""Titles: there, in a title placeholder, each its own.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import OpenedDeck, Slide

MOST_FOR_TITLE = 110
"""Characters of a text that may have been meant as a title."""


def no_title(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield the slides without a title in a title placeholder."""
    for slide in deck.slides:
        if slide.title:
            continue
        if slide.title_shape is not None:
            yield Fault("The title is empty.", slide, slide.title_shape, "Write a title.")
            continue
        likely = _likely_title(slide)
        said = f" “{likely}” looks like one, but stands in a text box." if likely else ""
        yield Fault(
            f"The slide has no title.{said}",
            slide,
            hint="Choose a layout with a title and write the title into it.",
        )


def double_titles(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield the slides whose title an earlier one has."""
    first: dict[str, int] = {}
    for slide in deck.slides:
        title = slide.title.casefold()
        if title and title in first:
            yield Fault(
                f"Slide {first[title]} has the same title: “{slide.title}”.",
                slide,
                slide.title_shape,
                "Tell them apart, for example by “(2 of 2)”.",
            )
        first.setdefault(title, slide.number)


def double_placeholders(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield the slides with several title placeholders that say something."""
    for slide in deck.slides:
        titles = [s for s in slide.walk() if s.placeholder in ("title", "ctrTitle") and s.text]
        if len(titles) > 1:
            yield Fault(
                f"The slide has {len(titles)} titles.",
                slide,
                titles[1],
                "Keep one; make the others text.",
            )


def _likely_title(slide: Slide) -> str:
    """Return the short text set largest in a text box, "" without a larger one."""
    sizes = Counter[str]()
    for shape in slide.spoken():
        words = " ".join(shape.text.split())
        if words and not shape.placeholder and len(words) <= MOST_FOR_TITLE:
            runs = [run.size or 0 for one in shape.paragraphs for run in one.runs if run.text]
            sizes[words] = round(max(runs, default=0))
    best = sizes.most_common(2)
    return best[0][0] if best and best[0][1] >= 24 else ""


RULES = (
    DeckRule(
        "title",
        "Every slide has a title in a title placeholder",
        "error",
        "Screen readers list slides by title and jump from title to title.",
        "WCAG 2.4.2, 2.4.6; MS; AED 1; UC",
        (1,),
        ("1.3.1", "2.4.2", "2.4.6"),
        no_title,
    ),
    DeckRule(
        "title-twice",
        "No two slides have the same title",
        "warning",
        "In a list of titles nobody can tell which of two slides is which.",
        "WCAG 2.4.6; MS; UC; PE",
        (2,),
        ("2.4.6",),
        double_titles,
    ),
    DeckRule(
        "one-title",
        "A slide has one title",
        "warning",
        "Screen readers announce the first title and take the others for text.",
        "WCAG 1.3.1; MS",
        (1,),
        ("1.3.1",),
        double_placeholders,
    ),
)
