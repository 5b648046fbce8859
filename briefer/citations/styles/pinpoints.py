"""Places in a work as words: "n. 12", "nn. 33\N{EN DASH}35", "pp. 4\N{EN DASH}6".

In: a locator. Out: text for every style of this project. Must not know: sources.
"""

from __future__ import annotations

import re

from briefer.records.base import Locator

_ABBREVIATIONS = {
    "note": ("n.", "nn."),
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
    "line": ("l.", "ll."),
}
_RANGE = re.compile(r"(?<=[\w\]])\s*(?:-{1,2}|\N{EN DASH})\s*(?=[\w\[])")
_SECTION_TAIL = re.compile(r"^(?P<name>.*?)[,;]\s*(?P<tail>(?:para|p|l|n)[a-z]*\.?\s*\d.*)$")


def pinpoint(locator: Locator | None) -> str:
    """Return the place in a work, or "" where the work is cited as a whole."""
    if locator is None:
        return ""
    value = locator.value.strip()
    if locator.label == "section":
        return _section(value)
    if locator.label == "timestamp":
        return f"at {value}"
    one, several = _ABBREVIATIONS.get(locator.label, (locator.label, locator.label))
    ranged = _RANGE.sub("\N{EN DASH}", value)
    return f"{several if _several(ranged) else one} {ranged}"


def at_place(locator: Locator | None) -> str:
    """Return the place as lawyers write it: "at n. 35", "at 375", "¶ 3"."""
    if locator is None:
        return ""
    value = _RANGE.sub("\N{EN DASH}", locator.value.strip())
    if locator.label == "paragraph":
        sign = "\N{PILCROW SIGN}"
        return f"{sign * 2 if _several(value) else sign} {value}"
    if locator.label == "page":
        return f"at {value}"
    words = pinpoint(locator)
    return f"at {words}" if locator.label in ("note", "line") else words


def text_accompanying(locator: Locator | None) -> str:
    """Return the place as a whole citation words it: "text accompanying note 35", "p. 375".

    What is cited is the text that carries the note's marker, not the note.
    """
    return _accompanying(locator) or pinpoint(locator)


def at_text_accompanying(locator: Locator | None) -> str:
    """Return the place as a lawyer's whole citation words it: the text at a note, "at 375"."""
    return _accompanying(locator) or at_place(locator)


def _accompanying(locator: Locator | None) -> str:
    if locator is None or locator.label != "note":
        return ""
    value = _RANGE.sub("\N{EN DASH}", locator.value.strip())
    return f"text accompanying {'notes' if _several(value) else 'note'} {value}"


def page_of(locator: Locator) -> str:
    """Return the page that is cited, without a word before it."""
    return _RANGE.sub("\N{EN DASH}", locator.value.strip())


def _several(value: str) -> bool:
    return bool(re.search(r"[\N{EN DASH},;&]| and ", value))


def cited_by(labels: tuple[str, ...]) -> str:
    """Return how a work is cited: "Cited by note.", or "" without locators."""
    if not labels:
        return ""
    return f"Cited by {' and '.join(labels)}."


def _section(value: str) -> str:
    """Return a section's name in quotation marks, what follows it outside; a number with its sign.

    Example: "American Carnage, para. 1" gives the name in marks, the comma inside (American
    usage), then "para. 1". A description in lower case ("opening section") is no name and has
    no marks.
    """
    if value[:1].islower():
        return value
    if re.fullmatch(r"[\d.]+[a-z]?", value):
        return f"\N{SECTION SIGN} {value}"
    tail = _SECTION_TAIL.match(value)
    if tail:
        return (
            f"\N{LEFT DOUBLE QUOTATION MARK}{tail['name']},\N{RIGHT DOUBLE QUOTATION MARK} "
            + (tail["tail"])
        )
    return f"\N{LEFT DOUBLE QUOTATION MARK}{value}\N{RIGHT DOUBLE QUOTATION MARK}"
