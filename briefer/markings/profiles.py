"""The profiles: which rules a briefing's marking follows, and how it is shown under them.

In: a marking's text or a marking. Out: readings, texts for banner, portion and file name. A new
profile is one entry in `PROFILES`. Rules: design page "domain", section 4.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from briefer.markings import custom, designation
from briefer.markings.base import CUI, UNCONTROLLED, Marking, Reading, combine, permits
from briefer.markings.cui import format_cui, looks_like_cui, read_cui
from briefer.markings.designation import Field
from briefer.markings.forbidden import refused
from briefer.markings.tlp import looks_like_tlp, read_tlp
from briefer.registry import Registry


@dataclass(frozen=True, slots=True)
class Profile:
    """A set of rules: how a marking is read, its banner, whether portions are marked.

    `fields` are those of the designation block (for TLP, of the band); without any, whatever was
    filled in is shown.
    """

    name: str
    title: str
    about: str
    read: Callable[[str], Reading]
    banner: Callable[[Marking], str]
    portions: bool = False
    fields: tuple[Field, ...] = ()


def format_marking(marking: Marking) -> str:
    """Return a marking as text, that `read` understands where all of it is of one kind."""
    parts = (format_cui(marking), marking.tlp, *marking.lines)
    return custom.BETWEEN.join(part for part in parts if part)


def portion(marking: Marking, profile: str = "") -> str:
    """Return the mark of a portion: "(CUI//SP-SUB)", "(U)"; "" under a profile without them.

    The Defense Department's portions, like its banner, tell no categories.
    """
    if not PROFILES[profile].portions:
        return ""
    if profile == "dod":
        return f"({CUI})" if marking.controlled else "(U)"
    if marking.controlled:
        words = format_marking(marking)
        return f"({CUI}{words.removeprefix(marking.control)})"
    words = format_marking(marking).removeprefix(UNCONTROLLED).removeprefix(custom.BETWEEN)
    return f"({words or 'U'})"


def file_tag(marking: Marking) -> str:
    """Return what the name of a file says of a marking: "CUI", "TLP-AMBER-STRICT", "SBU", or ""."""
    told = CUI if marking.controlled else marking.tlp or (marking.lines or ("",))[0]
    words = re.sub(r"[^A-Z0-9]+", "-", told).strip("-")
    while len(words) > _TAG and "-" in words:
        words = words.rpartition("-")[0]
    return words[:_TAG]


_TAG = 16
"""Characters of a tag: the longest TLP label, and room for a title in a name of 30."""


def _guessed(text: str) -> Reading:
    """Return what a text says, each of its parts by the rules that it seems to follow."""
    if problem := refused(text):
        return Reading(text, None, (problem,))
    pieces = [piece for piece in text.split(custom.BETWEEN.strip()) if piece.strip()]
    readings = [_guessed_part(piece) for piece in pieces] or [custom.read_custom(text)]
    problems = tuple(problem for reading in readings for problem in reading.problems)
    markings = [reading.marking for reading in readings if reading.marking is not None]
    if len(markings) == len(readings):
        return Reading(text, combine(markings), problems)
    mended = [reading.text.strip() if reading.ok else reading.suggestion for reading in readings]
    return Reading(text, None, problems, custom.BETWEEN.join(mended) if all(mended) else "")


def _guessed_part(text: str) -> Reading:
    if looks_like_cui(text):
        return read_cui(text)
    return read_tlp(text) if looks_like_tlp(text) else custom.read_custom(text)


def _dod_banner(marking: Marking) -> str:
    return CUI if marking.controlled else marking.control


def _nara_banner(marking: Marking) -> str:
    return format_cui(marking)


PROFILES: Registry[Profile] = Registry(
    "marking profile",
    (
        Profile(
            "",
            "No profile",
            "The marking is printed as it is written; a text that begins as a CUI marking or a "
            "TLP label is read as one.",
            _guessed,
            format_marking,
        ),
        Profile(
            "nara",
            "CUI, government-wide",
            "CUI by 32 CFR 2002.20: the whole marking in the banner, portions marked, a "
            "designation block.",
            read_cui,
            _nara_banner,
            portions=True,
            fields=designation.NARA_FIELDS,
        ),
        Profile(
            "dod",
            "CUI, Defense Department",
            "CUI in the banner, without categories or controls; they stand in the designation "
            "block on the first slide.",
            read_cui,
            _dod_banner,
            portions=True,
            fields=designation.DOD_FIELDS,
        ),
        Profile(
            "tlp",
            "TLP 2.0",
            "One label of the Traffic Light Protocol, in its colour on black.",
            read_tlp,
            lambda marking: marking.tlp,
            fields=designation.TLP_FIELDS,
        ),
        Profile(
            "custom",
            "Own words",
            "An office's own marking, such as SBU; several are parted by semicolons.",
            custom.read_custom,
            format_marking,
            portions=True,
        ),
    ),
)


def read(text: str, profile: str = "") -> Reading:
    """Return what a text says as a marking by the rules of a profile; "" is unmarked.

    Raises UnknownNameError for a profile that is not listed.
    """
    rules = PROFILES[profile]
    return rules.read(text) if text.strip() else Reading(text, Marking())


def combined(texts: Iterable[str], profile: str = "") -> Marking | None:
    """Return what texts of markings add up to; None where one of them is not understood."""
    markings = [read(text, profile).marking for text in texts]
    known = [marking for marking in markings if marking is not None]
    return combine(known) if len(known) == len(markings) else None


def banner(text: str, profile: str = "") -> str:
    """Return what stands at the top and foot of every slide for a briefing's marking.

    A text in own words, or one that was not understood, is shown as it was written.
    """
    reading = read(text, profile)
    if reading.marking is None or reading.marking.lines:
        return text.strip()
    return PROFILES[profile].banner(reading.marking)


def raised(text: str, needed: Marking, profile: str = "") -> str:
    """Return a briefing's marking, raised so that it covers what is needed.

    Own words stay in the order in which they were written.
    """
    reading = read(text, profile)
    if permits(reading.marking, needed):
        return text
    if reading.marking is None:
        return format_marking(needed)
    own = reading.marking.lines
    lines = [line.strip() for line in text.split(";") if " ".join(line.upper().split()) in own]
    added = [line for line in needed.lines if line not in own]
    total = combine((reading.marking, needed))
    controls = format_marking(replace(total, lines=()))
    return custom.BETWEEN.join(part for part in (controls, *lines, *added) if part)


def refusal(reading: Reading) -> str:
    """Return the first error of a reading as one sentence, with the corrected text; "" if none."""
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    if not errors:
        return ""
    instead = f" Write {reading.suggestion}." if reading.suggestion else ""
    return f"{errors[0].message}{instead}"
