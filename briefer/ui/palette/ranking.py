"""Which entries are listed, and in which order: what matches best, then what was used last.

In: what was typed, the entries there are, what was used. Out: sections of entries with the letters
that match. Must not know: widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.ui.palette.entries import COMMANDS, RECORDS, SLIDES, Entry
from briefer.ui.palette.matching import match

PREFIXES = {">": COMMANDS, "#": SLIDES, "@": RECORDS}
"""What is typed first to look at one section only; `@` finds actors."""
_MOST = {COMMANDS: 7, SLIDES: 5, RECORDS: 6}
"""How many of a section are listed beside others."""
_USED = 3.0
"""What the command used last gains; each one before it gains less."""
_PENALTY = 4.0
"""What is lost by what cannot be run now."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the section it is about (empty: all), and the words."""

    section: str
    words: str


@dataclass(frozen=True)
class Ranked:
    """An entry, and where in its words the letters typed stand."""

    entry: Entry
    spans: tuple[tuple[int, int], ...] = ()


def asked(typed: str) -> Asked:
    """Return what was typed, its prefix read."""
    text = typed.lstrip()
    section = PREFIXES.get(text[:1], "")
    return Asked(section, (text[1:] if section else text).strip())


def ranked(ask: Asked, entries: Sequence[Entry], used: Sequence[str]) -> tuple[Ranked, ...]:
    """Return what is listed, section by section; records come ranked by the store already."""
    listed: list[Ranked] = []
    for section in (COMMANDS, SLIDES, RECORDS):
        if ask.section not in ("", section):
            continue
        own = [entry for entry in entries if entry.section == section]
        found = _records(ask, own) if section == RECORDS else _matching(ask, own, used)
        alone = bool(ask.section) or not ask.words
        listed.extend(found if alone else found[: _MOST[section]])
    return tuple(listed)


def _matching(ask: Asked, entries: Sequence[Entry], used: Sequence[str]) -> list[Ranked]:
    scored: list[tuple[float, Ranked]] = []
    for entry in entries:
        found = match(ask.words, entry.words)
        also = match(ask.words, f"{entry.words} {entry.also}") if found is None else None
        best = found or also
        if best is None:
            continue
        score = best.score if ask.words else 0.0
        score -= _PENALTY if entry.why_not and ask.words else 0.0
        if entry.key in used:
            score += _USED * (1 - used.index(entry.key) / len(used))
        scored.append((score, Ranked(entry, found.spans if found else ())))
    scored.sort(key=lambda pair: -pair[0])
    return [one for _, one in scored]


def _records(ask: Asked, entries: Sequence[Entry]) -> list[Ranked]:
    if not ask.words and not ask.section:
        return []
    found = [(entry, match(ask.words, entry.words)) for entry in entries]
    return [Ranked(entry, hit.spans if hit else ()) for entry, hit in found]
