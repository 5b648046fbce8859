"""Open any deck for rules: bounded, without network, and never executed.

In: a path. Out: an `OpenedDeck`. Raises DeckError. Must not know: rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from briefer.accessibility.design import Designs
from briefer.accessibility.model import OpenedDeck, Section, Slide
from briefer.accessibility.origin import origin_of
from briefer.accessibility.shapes import Budget
from briefer.accessibility.slides import SlideReader
from briefer.accessibility.table_styles import TableStyles
from briefer.accessibility.xml import P14, P, R, number
from briefer.errors import DeckError
from briefer.roundtrip.package import DeckPackage, open_deck

SUFFIXES = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")
"""The suffixes of files that hold slides."""
MOST_SLIDES = 5000
"""Slides of a deck; the same part listed twice counts twice."""


def read_deck_for_rules(path: Path) -> OpenedDeck:
    """Return a deck as rules see it, whoever made it.

    Raises DeckError where the file is no presentation, is encrypted or damaged, or holds more than
    a deck does. Nothing outside the file is looked at.
    """
    with open_deck(path) as package:
        main = next(iter(package.related("", "officeDocument")), "")
        root = package.xml(main) if main else None
        if root is None or root.tag != f"{P}presentation":
            raise package.damaged("it holds no presentation")
        slides = tuple(_slides(package, main, root))
        return OpenedDeck(
            name=package.name,
            slides=slides,
            size=_size(root),
            properties=_properties(package),
            sections=tuple(_sections(root)),
            double=_double(package.archive.names),
            locked=root.find(f"{P}modifyVerifier") is not None,
            origin=origin_of(path, _property_part(package, "extended-properties")),
        )


def _slides(package: DeckPackage, main: str, root: etree._Element) -> Iterator[Slide]:
    entries = list(root.iterfind(f"{P}sldIdLst/{P}sldId"))
    if len(entries) > MOST_SLIDES:
        raise DeckError(f"{package.name} has more slides than a deck has.", hint="Split it.")
    targets = {relation.id: relation.part for relation in package.relations(main)}
    styles = next(iter(package.related(main, "tableStyles")), "")
    reader = SlideReader(
        package=package,
        designs=Designs(package),
        styles=TableStyles.of(package.xml(styles) if styles else None),
        defaults=root.find(f"{P}defaultTextStyle"),
        budget=Budget(package.name),
        size=_size(root),
    )
    for place, entry in enumerate(entries, start=1):
        part = targets.get(entry.get(f"{R}id", ""), "")
        yield reader.slide(part, place, number(entry, "id"))


def _size(root: etree._Element) -> tuple[int, int]:
    """Return width and height of a slide, EMU."""
    size = root.find(f"{P}sldSz")
    return number(size, "cx", 9_144_000), number(size, "cy", 6_858_000)


def _property_part(package: DeckPackage, kind: str) -> etree._Element | None:
    """Return a part of properties, None where there is none."""
    part = next(iter(package.related("", kind)), "")
    return package.xml(part) if part else None


def _properties(package: DeckPackage) -> dict[str, str]:
    """Return the core properties that are told, by name."""
    root = _property_part(package, "core-properties")
    found = {
        etree.QName(one).localname: " ".join((one.text or "").split())
        for one in (() if root is None else root.iterchildren("*"))
    }
    return {name: value for name, value in found.items() if value}


def _sections(root: etree._Element) -> Iterator[Section]:
    for section in root.iterfind(f"{P}extLst/{P}ext/{P14}sectionLst/{P14}section"):
        slides = section.findall(f"{P14}sldIdLst/{P14}sldId")
        yield Section(section.get("name", ""), len(slides))


def _double(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of parts that the file holds more than once."""
    return tuple(name for name, count in Counter(names).items() if count > 1)
