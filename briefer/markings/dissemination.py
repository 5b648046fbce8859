"""Limited dissemination controls: which there are, which exclude each other, the strictest of two.

In: controls as a marking writes them, "FED ONLY", "REL TO USA, GBR". Rules: the registry's list in
design page "domain", section 4.1. Must not know: categories, markings as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

REL_TO, DISPLAY_ONLY, NOFORN = "REL TO", "DISPLAY ONLY", "NOFORN"
FED_ONLY, FEDCON, NOCON, DL_ONLY = "FED ONLY", "FEDCON", "NOCON", "DL ONLY"
ATTORNEY = ("Attorney-Client", "Attorney-WP")
"""Controls that only legally privileged information (category PRIVILEGE) may carry."""

CONTROLS = (*ATTORNEY, DISPLAY_ONLY, DL_ONLY, FED_ONLY, FEDCON, NOCON, NOFORN, REL_TO, "RELIDO")
LISTING = (REL_TO, DISPLAY_ONLY)
"""Controls that name countries."""

CONFLICTS = ((NOFORN, REL_TO), (NOFORN, DISPLAY_ONLY), (FED_ONLY, FEDCON), (NOCON, FEDCON))

_SPELLINGS = {
    **{control.upper(): control for control in CONTROLS},
    "AC": ATTORNEY[0],
    "AWP": ATTORNEY[1],
    "FEDONLY": FED_ONLY,
    "DLONLY": DL_ONLY,
    "NO FORN": NOFORN,
    "NF": NOFORN,
}
_CODE = re.compile(r"[A-Z]{3,4}")
_HOME = "USA"


def control_of(text: str) -> str:
    """Return the control that a text names, however spelled ("fed only"), or "" for none."""
    words = " ".join(text.upper().split())
    for listing in LISTING:
        if words.startswith(f"{listing} "):
            return listing
    return _SPELLINGS.get(words, "")


def countries_of(text: str) -> tuple[str, ...]:
    """Return the country codes that a control lists, as written: none for most controls."""
    words = " ".join(text.upper().split())
    name = control_of(text)
    if name not in LISTING:
        return ()
    return tuple(code for code in re.split(r"[,\s]+", words.removeprefix(name)) if code)


def written(name: str, countries: Iterable[str] = ()) -> str:
    """Return a control as it is written: the United States first, then trigraphs, tetragraphs."""
    ordered = sorted(set(countries), key=lambda code: (code != _HOME, len(code), code))
    return f"{name} {', '.join(ordered)}" if ordered else name


def ordered(controls: Iterable[str]) -> tuple[str, ...]:
    """Return controls in alphabetical order, each once."""
    return tuple(sorted(set(controls), key=str.upper))


def wrong_countries(text: str) -> str:
    """Return what is wrong with the countries that a control lists, or ""."""
    name, codes = control_of(text), countries_of(text)
    bad = [code for code in codes if not _CODE.fullmatch(code)]
    if bad:
        return f"{bad[0]!r} is no country code of three or four letters."
    if name == REL_TO and _HOME not in codes:
        return "REL TO begins with USA and names at least one other country."
    if name == REL_TO and len(set(codes)) < 2:
        return "REL TO names no country but the United States: that is NOFORN."
    return ""


def strictest(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """Return the controls that hold where both sets of controls do.

    DL ONLY supersedes all. NOFORN supersedes REL TO and DISPLAY ONLY, and stands where two lists
    have no foreign country in common. FED ONLY supersedes FEDCON, and stands where FEDCON meets
    NOCON: federal employees are all that both allow.
    """
    first, second = tuple(one), tuple(other)
    names = {control_of(control) for control in (*first, *second)}
    if DL_ONLY in names:
        return (DL_ONLY,)
    if {FEDCON, NOCON} <= names:
        names.add(FED_ONLY)
    if FED_ONLY in names:
        names.discard(FEDCON)
    lists = {listing: _shared(listing, first, second) for listing in LISTING if listing in names}
    if NOFORN in names or None in lists.values():
        names = (names | {NOFORN}) - set(LISTING)
    return ordered(written(name, lists.get(name) or ()) for name in names)


def _shared(name: str, one: tuple[str, ...], other: tuple[str, ...]) -> frozenset[str] | None:
    """Return the countries that all lists of a control have; None where no foreign one is left.

    A control without a list leaves the others' lists as they are.
    """
    lists = [frozenset(countries_of(each)) for each in (*one, *other) if control_of(each) == name]
    told = [each for each in lists if each]
    if not told:
        return frozenset()
    shared = frozenset.intersection(*told)
    return shared if shared - {_HOME} else None
