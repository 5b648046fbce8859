"""Cut a paragraph in two where it reads best; both parts keep their citations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefer.content import CiteMark, Inline, Para, Text


def last_fitting(positions: Sequence[int], room_for: Callable[[int], bool]) -> int | None:
    """Return the last of ascending positions that fits, or None when none does."""
    low, high = 0, len(positions)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if room_for(positions[middle]) else (low, middle)
    return positions[low - 1] if low else None


def most_fitting(counts: Sequence[int], room_for: Callable[[int], bool]) -> int | None:
    """Return the last of ascending counts that fits, or None when none does.

    For questions that cost the more the higher the count: far beyond the answer nothing is asked.
    """
    fitting, step = 0, 1
    while fitting < len(counts):
        asked = min(fitting + step, len(counts))
        if not room_for(counts[asked - 1]):
            further = last_fitting(counts[fitting : asked - 1], room_for)
            if further is not None:
                return further
            break
        fitting, step = asked, 2 * step
    return counts[fitting - 1] if fitting else None


def sentence_end(text: str, position: int) -> int:
    """Return the last sentence end before `position` if that keeps two thirds, else `position`."""
    for mark in (". ", "? ", "! ", "; "):
        found = text.rfind(mark, position * 2 // 3, position)
        if found > 0 and not text[:found].endswith("."):
            return found + len(mark)
    return position


def cut_para(para: Para, position: int) -> tuple[Para, Para]:
    """Return the paragraph in two at a character of its words; both keep its markers."""
    head: list[Inline] = []
    tail: list[Inline] = []
    used = 0
    for inline in para.inlines:
        if not isinstance(inline, Text):
            tail.append(inline)
            if isinstance(inline, CiteMark):
                head.append(inline)
            continue
        before = inline.text[: max(0, position - used)]
        after = inline.text[max(0, position - used) :]
        used += len(inline.text)
        if before:
            head.append(replace(inline, text=before))
        if after:
            tail.append(replace(inline, text=after))
    words = [i for i, inline in enumerate(head) if isinstance(inline, Text)]
    if words:
        last = head[words[-1]]
        assert isinstance(last, Text)
        head[words[-1]] = replace(last, text=last.text.rstrip())
    return replace(para, inlines=tuple(head)), replace(para, inlines=tuple(tail))
