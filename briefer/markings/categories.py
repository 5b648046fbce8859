"""The CUI categories that a briefing on drug policy meets, and how each may be written.

The government's registry has over a hundred categories; those not listed here are well-formed
words that Briefer does not know, which is no error. Rules: design page "domain", section 4.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefer.registry import Registry

SPECIFIED = "SP-"
_FORM = re.compile(r"[A-Z][A-Z0-9]{1,11}")


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the registry: its marking, its title, and where it is Basic or Specified."""

    name: str
    title: str
    basic: bool = True
    specified: bool = True


CATEGORIES: Registry[Category] = Registry(
    "category",
    (
        Category("CHRI", "Criminal history records", basic=False),
        Category("EXPT", "Export controlled"),
        Category("FSEC", "Bank secrecy"),
        Category("INF", "Informant"),
        Category("INTL", "International agreement information", basic=False),
        Category("INV", "Investigation"),
        Category("JURY", "Federal grand jury"),
        Category("JUV", "Juvenile"),
        Category("LCOMM", "Communications"),
        Category("LEI", "General law enforcement", specified=False),
        Category("LFNC", "Law enforcement financial records", basic=False),
        Category("LMI", "Legislative materials", specified=False),
        Category("LNSL", "National security letter"),
        Category("PRE", "Presentence report"),
        Category("PRIVILEGE", "Legal privilege", specified=False),
        Category("RWRD", "Reward", specified=False),
        Category("SUB", "Controlled substances", basic=False),
        Category("TRACE", "Pen register, trap and trace"),
        Category("WIT", "Witness protection"),
    ),
)


def well_formed(name: str) -> bool:
    """Return whether a word has the form of a category: capitals and digits, no prefix."""
    return _FORM.fullmatch(name) is not None


def title_of(name: str) -> str:
    """Return the title of a category, or its marking where it is not known."""
    return CATEGORIES[name].title if name in CATEGORIES else name
