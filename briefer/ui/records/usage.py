"""Where a record is used, in words: on slides of the briefing, and in other records.

In: slide numbers and records. Out: sentences. Must not know: widgets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefer.records import Record
from briefer.ui.library.facts import TYPE_WORDS

_MOST_NAMED = 3
_MOST_SLIDES = 6


def slides_told(slides: Sequence[int]) -> str:
    """Return the slides that show a record: "slide 8", "slides 3, 5 and 8"; "" for none."""
    if not slides:
        return ""
    if len(slides) > _MOST_SLIDES:
        return f"{len(slides)} slides"
    numbers = [str(number) for number in slides]
    if len(numbers) == 1:
        return f"slide {numbers[0]}"
    return f"slides {', '.join(numbers[:-1])} and {numbers[-1]}"


def used_told(slides: Sequence[int], count: int) -> str:
    """Return where a record is used, as one line under a heading; `count` records name it."""
    on = slides_told(slides)
    parts = [f"Used on {on}" if on else "Not in this briefing"]
    if count:
        parts.append(f"named by {count:,} other record{'s' if count > 1 else ''}")
    return f"{', '.join(parts)}. Changes appear in the briefing at once and can be undone."


def loss_told(slides: Sequence[int], naming: Sequence[Record]) -> str:
    """Return what deleting a record leaves behind, "" where it is used nowhere."""
    sentences = []
    if slides:
        verb = "show" if len(slides) > 1 else "shows"
        said = slides_told(slides)
        sentences.append(f"{said[:1].upper()}{said[1:]} of this briefing {verb} it.")
    if naming:
        names = "; ".join(f"“{record.label}”" for record in naming[:_MOST_NAMED])
        more = len(naming) - _MOST_NAMED
        rest = f" and {more} more" if more > 0 else ""
        counted = _counted(naming)
        sentences.append(f"{counted} in the library name it: {names}{rest}.")
    return " ".join([*sentences, "It can be undone."]) if sentences else ""


def _counted(records: Sequence[Record]) -> str:
    counts = Counter(record.type for record in records)
    parts = [
        f"{count} {TYPE_WORDS[type_][count > 1].lower()}" for type_, count in counts.most_common()
    ]
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
