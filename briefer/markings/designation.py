"""The designation block: who controls the information, what it is, whom to ask.

In: what the briefing's staff filled in, and the marking. Out: labelled lines in reading order, and
which required ones are missing. What the marking itself says (category, dissemination) need not
be filled in again. Rules: design page "domain", sections 4.1 and 4.2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefer.markings.base import Marking

CATEGORY, DISSEMINATION = "category", "dissemination"
TOLD_BY_MARKING = (CATEGORY, DISSEMINATION)
"""The fields whose words follow from the marking."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a designation block: its name in the briefing, its label, whether it must be."""

    name: str
    label: str
    required: bool = False
    hint: str = ""


NARA_FIELDS = (
    Field("controlled-by", "Controlled by", True, "The agency that designated the information"),
    Field("office", "Office", hint="The office in that agency"),
    Field(CATEGORY, "Category", hint="Told by the marking unless written here"),
    Field(DISSEMINATION, "Dissemination", hint="Told by the marking unless written here"),
    Field("contact", "Contact", hint="Name, telephone or mail of a point of contact"),
    Field("decontrol", "Decontrol", hint="The date or event that ends the control"),
)
DOD_FIELDS = (
    Field("controlled-by", "Controlled by", True, "The component"),
    Field("office", "Controlled by", True, "The office"),
    Field(CATEGORY, "CUI Category", True, "Told by the marking unless written here"),
    Field(DISSEMINATION, "Distribution/LDC", True, "Told by the marking unless written here"),
    Field("contact", "POC", True, "Name and telephone or mail of the point of contact"),
)

TLP_FIELDS = (
    Field("restrictions", "Further restrictions", hint="Stand beside the label on every slide"),
)


def block(
    fields: Sequence[Field], marking: Marking, filled: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return (label, words) of the block's lines; nothing where nothing is controlled.

    What was filled in under names that the profile does not have follows, the name its label.
    """
    told = {**_told(marking), **_cleaned(filled)}
    if fields and not marking.controlled:
        return ()
    known = [(field.label, told.pop(field.name, "")) for field in fields]
    others = [(name, words) for name, words in told.items() if name not in _told(marking)]
    return tuple((label, words) for label, words in (*known, *others) if words)


def missing(
    fields: Sequence[Field], marking: Marking, filled: Mapping[str, str]
) -> tuple[Field, ...]:
    """Return the required fields that neither the marking tells nor anybody filled in."""
    if not marking.controlled:
        return ()
    told = {**_told(marking), **_cleaned(filled)}
    return tuple(field for field in fields if field.required and not told.get(field.name))


def _told(marking: Marking) -> dict[str, str]:
    """Return what a marking says of itself."""
    categories = (*(f"SP-{name}" for name in marking.specified), *marking.basic)
    told = {CATEGORY: ", ".join(categories), DISSEMINATION: ", ".join(marking.dissemination)}
    return {name: words for name, words in told.items() if words}


def _cleaned(filled: Mapping[str, str]) -> dict[str, str]:
    """Return fields by the names they have here: `controlled_by` is `controlled-by`."""
    known = {field.name for field in (*NARA_FIELDS, *DOD_FIELDS)}
    cleaned: dict[str, str] = {}
    for name, words in filled.items():
        plain, told = name.lower().replace("_", "-"), " ".join(words.split())
        if told:
            cleaned.setdefault(plain if plain in known else name, told)
    return cleaned
