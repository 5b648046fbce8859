"""How well words match what was typed: whole words first, letters in order last.

In: what was typed, a line of text. Out: a score and where the letters stand. Must not know: what
the lines are.
"""

from __future__ import annotations

from dataclasses import dataclass

_WHOLE, _START, _INSIDE, _LETTERS = 12.0, 10.0, 5.0, 2.0
_LEAST_LETTERS = 0.5
"""How much of a stretch of text its letters must fill to be taken for meant."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well it matches, and the stretches that do."""

    score: float
    spans: tuple[tuple[int, int], ...] = ()


def match(typed: str, line: str) -> Match | None:
    """Return how a line matches each word typed, or None where one of them does not."""
    words, text = typed.casefold().split(), line.casefold()
    if len(text) != len(line):
        text = line.lower() if len(line.lower()) == len(line) else line
    score, spans = 0.0, list[tuple[int, int]]()
    for word in words:
        found = _best(word, text)
        if found is None:
            return None
        score += found.score
        spans.extend(found.spans)
    # Of two lines that match alike the shorter one is meant, then the one that matches earlier.
    first = min((start for start, _ in spans), default=0)
    return Match(score - len(line) / 200 - first / 100, _joined(spans))


def _best(word: str, text: str) -> Match | None:
    at, inside = text.find(word), -1
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            end = at + len(word)
            whole = end == len(text) or not text[end].isalnum()
            return Match(_WHOLE if whole else _START, ((at, end),))
        inside = at if inside < 0 else inside
        at = text.find(word, at + 1)
    if inside >= 0:
        return Match(_INSIDE, ((inside, inside + len(word)),))
    return _letters(word, text)


def _letters(word: str, text: str) -> Match | None:
    """Return the match of letters in order: the first letters of words, or letters close by."""
    starts = [at for at, char in enumerate(text) if at == 0 or not text[at - 1].isalnum()]
    initials = "".join(text[at] for at in starts)
    begin = initials.find(word)
    if begin >= 0 and len(word) > 1:
        own = starts[begin : begin + len(word)]
        return Match(_LETTERS + 1, tuple((at, at + 1) for at in own))
    for start in (at for at in starts if text[at : at + 1] == word[:1]):
        places = _in_order(word, text, list(range(start, len(text))))
        if places is None:
            break
        if len(word) / (places[-1] - places[0] + 1) >= _LEAST_LETTERS and len(word) > 2:
            return Match(_LETTERS, tuple((at, at + 1) for at in places))
    return None


def _in_order(word: str, text: str, places: list[int]) -> list[int] | None:
    """Return the first of the places, in order, at which the letters of a word stand."""
    found: list[int] = []
    rest = iter(places)
    for letter in word:
        at = next((place for place in rest if text[place] == letter), None)
        if at is None:
            return None
        found.append(at)
    return found


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return tuple(joined)
