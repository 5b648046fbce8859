"""Which style words a deck's sources, and what that style does badly by them.

In: the name that a briefing gives, the styles there are. Out: a style, and sentences for the
checks. Must not know: findings, slides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefer.citations.styles import STYLES
from briefer.citations.styles.base import Style
from briefer.content import Reference
from briefer.errors import BrieferError, UnknownNameError
from briefer.records.base import Record, Ref
from briefer.records.source import Source

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a style, the next step, and the first source that it is of, if any."""

    message: str
    hint: str = ""
    source: Ref | None = None


def chosen_style(name: str, styles: Mapping[str, Style]) -> tuple[Style, Remark | None]:
    """Return the style of a name; the house's, with a remark, where it cannot be used."""
    house = next(iter(STYLES.values()))
    try:
        return styles[name], None
    except UnknownNameError as error:
        message = f"There is no citation style {name!r}; the house style is used."
        return house, Remark(message, error.hint)
    except BrieferError as error:
        return house, Remark(f"{error.message} The house style is used.", error.hint)


def remarks(
    style: Style, references: Iterable[Reference], records: Mapping[Ref, Record]
) -> tuple[Remark, ...]:
    """Return what a style does badly by the sources that are cited, each fault told once."""
    by_fault: dict[str, list[Source]] = {}
    for ref in dict.fromkeys(reference.source for reference in references):
        source = records.get(ref)
        fault = style.remark(source) if isinstance(source, Source) else ""
        if fault and isinstance(source, Source):
            by_fault.setdefault(fault, []).append(source)
    return tuple(_told(style, fault, sources) for fault, sources in by_fault.items())


def _told(style: Style, fault: str, sources: list[Source]) -> Remark:
    named = "; ".join(source.label for source in sources[:_MOST_NAMED])
    more = f" and {len(sources) - _MOST_NAMED} more" if len(sources) > _MOST_NAMED else ""
    return Remark(
        f"The citation style “{style.label}” {fault}: {named}{more}.",
        "Look whether readers can find the source, or choose another style.",
        sources[0].id,
    )
