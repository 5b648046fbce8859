"""What a deck shows of its marking: the banner, its colours, the lines beside it, the block.

Rules: design page "domain", section 4; the band is that of design page "slides", section 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefer.content import Panel, Para, Slide, Text
from briefer.marked.rollup import profile_of
from briefer.markings import COLOURS, GROUND, PROFILES, banner, block, read, read_embargo
from briefer.storyboard.briefing import Briefing

TITLE, PLACE = "title", "designation"
"""The kind of slide that has a place for the designation block, and that place."""

RESTRICTIONS = "restrictions"
"""The field of a TLP briefing that limits sharing further; it stands in the band."""


@dataclass(frozen=True, slots=True)
class Banner:
    """What stands at the edges of every slide, and once on the first.

    `notice` is the line of legend and embargo, never part of the banner; `ink` and `ground` are
    six hex digits each where a profile has colours of its own, else ""; `block` are the lines of
    the designation block, label and words.
    """

    text: str
    notice: str = ""
    ink: str = ""
    ground: str = ""
    block: tuple[tuple[str, str], ...] = ()


def banner_of(briefing: Briefing) -> Banner:
    """Return what a briefing's deck shows of its marking, legend, embargo and designation."""
    profile = profile_of(briefing)
    text = banner(briefing.marking, profile)
    filled = dict(briefing.designation)
    reading = read(briefing.marking, profile)
    label = reading.marking.tlp if reading.marking else ""
    ink = COLOURS.get(label, "") if profile == "tlp" else ""
    if ink and (further := " ".join(filled.get(RESTRICTIONS, "").split())):
        text = f"{text} | {further}"
    embargo = read_embargo(briefing.embargo).line if briefing.embargo.strip() else ""
    legend = " ".join(briefing.legend.split())
    return Banner(
        text=text,
        notice=_line(part for part in (legend, embargo) if part),
        ink=ink,
        ground=GROUND if ink else "",
        block=_block(briefing, profile),
    )


def with_block(slides: Sequence[Slide], banner: Banner) -> tuple[Slide, ...]:
    """Return slides with the designation block on the title slide, before staff's own words there.

    A briefing that begins with another slide has it as a line there (`opening_of`).
    """
    paras = tuple(
        Para((Text(f"{label}: ", bold=True), Text(words))) for label, words in banner.block
    )
    if not paras or not begins_with_title(slides):
        return tuple(slides)
    title = slides[0]
    own = [b for b in title.blocks if isinstance(b, Panel) and b.place == PLACE]
    others = tuple(block for block in title.blocks if block not in own)
    after = tuple(para for panel in own for para in panel.paras)
    made = replace(title, blocks=(*others, Panel(PLACE, (*paras, *after))))
    return (made, *slides[1:])


def opening_of(banner: Banner, slides: Sequence[Slide]) -> str:
    """Return the line of the first slide where that is no title slide: notice, then the block.

    "" where the first slide shows no more than the others.
    """
    if not banner.block or begins_with_title(slides):
        return ""
    told = (f"{label}: {words}" for label, words in banner.block)
    return _line(part for part in (banner.notice, *told) if part)


def begins_with_title(slides: Sequence[Slide]) -> bool:
    """Return whether the first slide has a place for the designation block."""
    return bool(slides) and slides[0].kind == TITLE


def _line(parts: Iterable[str]) -> str:
    """Return parts as one line."""
    return " | ".join(parts)


def _block(briefing: Briefing, profile: str) -> tuple[tuple[str, str], ...]:
    """Return the lines of the designation block, where the profile has one."""
    if profile == "tlp":
        return ()
    reading = read(briefing.marking, profile)
    if reading.marking is None:
        return ()
    return block(PROFILES[profile].fields, reading.marking, dict(briefing.designation))
