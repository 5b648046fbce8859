"""Runs of numbers as words: cite numbers at a claim, slide numbers in a list.

In: whole numbers in any order. Out: text, three or more in a row joined by an en dash (design
page "slides", section 6). Knows nothing of slides or citations.
"""

from __future__ import annotations

from collections.abc import Iterable

_EN_DASH = "\N{EN DASH}"
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def number_list(numbers: Iterable[int], separator: str = ",") -> str:
    """Return numbers as a marker prints them: "4,16\N{EN DASH}18"."""
    return separator.join(_run_text(run, separator) for run in _runs(numbers))


def slide_list(numbers: Iterable[int]) -> str:
    """Return slide numbers as words: "slide 3", "slides 3, 5\N{EN DASH}7", or "" for none."""
    listed = sorted(set(numbers))
    if not listed:
        return ""
    noun = "slide" if len(listed) == 1 else "slides"
    return f"{noun} {number_list(listed, ', ')}"


def page_range(numbers: Iterable[int]) -> str:
    """Return the slides of a section: "7", "23\N{EN DASH}24".

    A section is one run of slides; of sections that share a title the first run is told, and an
    ellipsis that there are more.
    """
    runs = _runs(numbers)
    if not runs:
        return ""
    first, *others = runs
    words = str(first[0]) if len(first) == 1 else f"{first[0]}{_EN_DASH}{first[-1]}"
    return f"{words} {_ELLIPSIS}" if others else words


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _run_text(run: list[int], separator: str) -> str:
    if len(run) >= 3:
        return f"{run[0]}{_EN_DASH}{run[-1]}"
    return separator.join(str(number) for number in run)
