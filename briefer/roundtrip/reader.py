"""A deck read back: its manifest, if Briefer left one, and its slides as they stand now.

In: a path. Out: a `FoundDeck`. Reads with zipfile and lxml only, so that a deck which PowerPoint
or LibreOffice rewrote is read as well as our own. Must not know: the store, layouts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from briefer.provenance.digests import text_digest
from briefer.provenance.form import from_xml, is_manifest
from briefer.provenance.manifest import Manifest
from briefer.roundtrip.package import DeckPackage, open_deck
from briefer.roundtrip.shapes import A, FoundShape, P, R, number_told, paragraph_words, shapes_of

_TITLES = ("title", "ctrTitle")


@dataclass(frozen=True, slots=True)
class FoundSlide:
    """A slide in a deck: its number, the presentation's id for it, title, shapes, notes' digest."""

    number: int
    id: int
    title: str
    shapes: tuple[FoundShape, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class FoundDeck:
    """A deck as it stands. `manifest` is None where there is none (any more)."""

    name: str
    manifest: Manifest | None
    slides: tuple[FoundSlide, ...]

    @property
    def tagged(self) -> bool:
        """Whether any shape carries tags of ours."""
        return any(shape.tagged for slide in self.slides for shape in slide.shapes)

    @property
    def ours(self) -> bool:
        """Whether Briefer made the deck or a part of it."""
        return self.manifest is not None or self.tagged


def read_deck(path: Path) -> FoundDeck:
    """Return a deck as it stands.

    Raises DeckError where the file is no presentation, is damaged, unpacks to too much, or carries
    provenance of a newer Briefer.
    """
    with open_deck(path) as package:
        main = next(iter(package.related("", "officeDocument")), "")
        root = package.xml(main) if main else None
        if root is None or root.tag != f"{P}presentation":
            raise package.damaged("it holds no presentation")
        manifest = _manifest(package, main)
        return FoundDeck(package.name, manifest, tuple(_slides(package, main, root)))


def _manifest(package: DeckPackage, main: str) -> Manifest | None:
    """Return the manifest among the custom XML parts, wherever a program has put them."""
    linked = [*package.related(main, "customXml"), *package.related("", "customXml")]
    loose = (name for name in package.archive.names if name.startswith("customXml/item"))
    for part in dict.fromkeys((*linked, *loose)):
        if part.endswith(".xml") and "Props" not in part:
            root = package.xml(part)
            if is_manifest(root):
                return from_xml(root, name=package.name)
    return None


def _slides(package: DeckPackage, main: str, root: etree._Element) -> Iterator[FoundSlide]:
    targets = {relation.id: relation.part for relation in package.relations(main)}
    for number, entry in enumerate(root.iterfind(f"{P}sldIdLst/{P}sldId"), start=1):
        part = targets.get(entry.get(f"{R}id", ""), "")
        slide = package.xml(part)
        yield FoundSlide(
            number=number,
            id=number_told(entry.get("id")) or 0,
            title=_title(slide),
            shapes=tuple(shapes_of(slide, _Behind(package, part))),
            notes=_notes(package, part),
        )


@dataclass(frozen=True, slots=True)
class _Behind:
    """Gives the part behind a relationship of a slide; None where it is missing."""

    package: DeckPackage
    part: str

    def __call__(self, kind: str, link: str) -> etree._Element | None:
        for relation in self.package.relations(self.part):
            if (relation.id, relation.kind) == (link, kind) and self.package.holds(relation.part):
                return self.package.xml(relation.part)
        return None


def _title(slide: etree._Element) -> str:
    for shape in slide.iter(f"{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if mark is not None and mark.get("type") in _TITLES:
            return " ".join(" ".join(map(paragraph_words, shape.iter(f"{A}p"))).split())
    return ""


def _notes(package: DeckPackage, part: str) -> str:
    """Return the digest of a slide's speaker notes, "" without any."""
    for notes in package.related(part, "notesSlide"):
        for shape in package.xml(notes).iter(f"{P}sp"):
            mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if mark is not None and mark.get("type") == "body":
                words = "\n".join(map(paragraph_words, shape.iter(f"{A}p")))
                return text_digest(words) if words.strip() else ""
    return ""
