"""The forms in which staff type options, steps, signals, talking points and questions.

In: the text of a field (docs/briefing-file.md describes the forms). Out: its parts, as typed. Must
not know: records, slides, layout. Nothing is refused: a line without a form is words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefer.compose.wording import lines_of

MEANS, FOR, AGAINST, VIEW = "What it means", "For", "Against", "Staff view"
CRITERIA = (MEANS, FOR, AGAINST, VIEW)
"""What every option is held to; staff may add criteria of their own."""

_NAME = "name"
_LABELLED = re.compile(r"^(?P<label>[^:.!?|\[\]]{1,40}):(?:\s+|$)(?P<words>.*)$")
_SUB = re.compile(r"^(?:\s*[-\N{BULLET}\N{EN DASH}]\s+|\s{2,}|\t)(?P<words>\S.*)$")


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its name, and (criterion, words) in the order typed."""

    name: str
    criteria: tuple[tuple[str, str], ...]

    def words(self, criterion: str) -> str:
        """Return what is said under a criterion, capitals apart; "" for nothing."""
        wanted = criterion.casefold()
        return next((words for label, words in self.criteria if label.casefold() == wanted), "")


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """A main point: its topic ("" for none), its words, and the points under it."""

    topic: str
    words: str
    under: tuple[str, ...] = ()


def option_of(words: str) -> Option | None:
    """Return the option of a field: its name on the first line, then "Criterion: words" lines.

    A line without a criterion goes on with the one before. An empty field is no option.
    """
    lines = lines_of(words)
    if not lines:
        return None
    name, rest = _named(lines)
    found: dict[str, tuple[str, str]] = {}
    last = MEANS
    for line in rest:
        label, more = _criterion(line) or (last, line)
        last = _known(label) or label
        shown, before = found.get(last.casefold(), (last, ""))
        found[last.casefold()] = (shown, f"{before} {more}".strip())
    return Option(name, tuple(found.values()))


def _named(lines: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the name on the first line and the other lines; no name where it is a criterion."""
    label, words = _criterion(lines[0]) or ("", "")
    if label.casefold() == _NAME:
        return words, lines[1:]
    return ("", lines) if _known(label) else (lines[0], lines[1:])


def pairs_of(words: str) -> tuple[tuple[str, str], ...]:
    """Return each line as what stands before and after its first "|"; ("", line) without one."""
    return tuple(_parted(line) for line in lines_of(words))


def steps_of(words: str) -> tuple[tuple[str, str], ...]:
    """Return (step, owner and date) of each "Step | owner, date" line."""
    parted = (line.partition("|") for line in lines_of(words))
    return tuple((step.strip(), who.strip()) for step, _, who in parted)


def questions_of(words: str) -> tuple[tuple[str, str], ...]:
    """Return (question, answer) of each line, parted by "|" or else after the question mark."""
    found = []
    for line in lines_of(words):
        question, bar, answer = line.partition("|")
        if not bar:
            head, mark, answer = line.partition("? ")
            question = f"{head}{mark.strip()}"
        found.append((question.strip(), answer.strip()))
    return tuple(found)


def talking_points_of(words: str) -> tuple[TalkingPoint, ...]:
    """Return the points of "Topic | words" lines; lines with a dash or indented go under them."""
    found: list[TalkingPoint] = []
    for line in words.splitlines():
        if not line.strip():
            continue
        below = _SUB.match(line)
        if below and found:
            last = found[-1]
            under = (*last.under, below["words"].strip())
            found[-1] = TalkingPoint(last.topic, last.words, under)
        else:
            found.append(TalkingPoint(*_parted((below["words"] if below else line).strip())))
    return tuple(found)


def _parted(line: str) -> tuple[str, str]:
    head, bar, rest = line.partition("|")
    return (head.strip(), rest.strip()) if bar else ("", line)


def _criterion(line: str) -> tuple[str, str] | None:
    """Return the label and words of a "Label: words" line, or None."""
    match = _LABELLED.match(line)
    return (match["label"].strip(), match["words"].strip()) if match else None


def _known(label: str) -> str:
    """Return a criterion that every option has as it is printed, or ""."""
    wanted = label.casefold()
    return next((known for known in CRITERIA if known.casefold() == wanted), "")
