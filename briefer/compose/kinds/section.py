"""The slide that opens a section: its number among the parts, its finding, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.compose.build import Draft, build, panel
from briefer.compose.claims import plain
from briefer.compose.context import CardContext
from briefer.compose.kind import NOTES, SlideKind, TextField
from briefer.compose.parts import Part, part_named, parts_of
from briefer.compose.sentences import clipped, with_stop
from briefer.compose.wording import staff_words
from briefer.content import Para, Slide

_LINE = 26
"""How many characters a line of the list holds."""

_LONGEST = 2 * _LINE
_ROOM = 14.5
"""How many lines the list holds; the gap under an entry is about two fifths of one."""

_GAP = 0.4
_MORE = "\t\N{HORIZONTAL ELLIPSIS}"


def compose(context: CardContext) -> Slide:
    """Return the section's slide: number, finding, summary, and the list of parts."""
    parts = parts_of(context.briefing)
    part = part_named(parts, context.section.title)
    number = (plain(str(part.number)),) if part else ()
    title = " ".join(context.section.title.split()) or "Untitled section"
    draft = Draft(
        label=KIND.label,
        pattern="section",
        title=title,
        blocks=(
            *panel("number", number, pinned=True),
            *panel("summary", staff_words(context, "summary")),
            *panel("list", _list(parts, part), pinned=True),
        ),
        say=_say(context, title, part),
    )
    return build(context, draft)


def _list(parts: Sequence[Part], current: Part | None) -> tuple[Para, ...]:
    """Return the parts as "number, tab, title", the current one set apart; none where alone."""
    if len(parts) < 2:
        return ()
    first, last = _window(parts, current)
    before = (plain(_MORE),) if first else ()
    after = (plain(_MORE),) if last < len(parts) else ()
    return (*before, *(_entry(part, current) for part in parts[first:last]), *after)


def _entry(part: Part, current: Part | None) -> Para:
    words = f"{part.number}\t{clipped(part.title, _LONGEST)}"
    return plain(words, "value" if part == current else "body")


def _window(parts: Sequence[Part], current: Part | None) -> tuple[int, int]:
    """Return from where to where the list shows parts: as many around the current one as fit."""
    if _room_for(parts) <= _ROOM:
        return 0, len(parts)
    start = parts.index(current) if current else 0
    first, last = start, start + 1
    while True:
        wider = (max(first - 1, 0), min(last + 1, len(parts)))
        if wider == (first, last) or _room_for(parts[slice(*wider)]) > _ROOM - 2:
            return first, last
        first, last = wider


def _room_for(parts: Sequence[Part]) -> float:
    """Return about how many lines of the list parts take, the gaps between them included."""
    lines = sum(1 if len(part.title) <= _LINE else 2 for part in parts)
    return lines + _GAP * len(parts)


def _say(context: CardContext, title: str, part: Part | None) -> str:
    """Return which part begins, with its finding and summary."""
    finding = " ".join(context.card.title.split()) or title
    summary = " ".join(para.text for para in staff_words(context, "summary"))
    told = f"Part {part.number}: {finding}" if part else finding
    return " ".join(with_stop(words) for words in (told, summary) if words)


KIND = SlideKind(
    name="section",
    label="Section opener",
    fields=(TextField("summary", "Summary"), NOTES),
    compose=compose,
)
