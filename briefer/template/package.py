"""Read the parts of a presentation package: names, XML, relationships. No PowerPoint meaning."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from briefer.bounded import UNREADABLE, BoundedZip, Bounds, TooMuchError
from briefer.errors import TemplateError

BOUNDS = Bounds(members=100_000, member=50_000_000, total=300_000_000, all_marks=5_000_000)
"""Any deck can be a template, so as many parts as a deck of five thousand slides has."""
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
OLE_MAGIC = b"\xd0\xcf\x11\xe0"
PRESENTATION = "ppt/presentation.xml"
ANOTHER = "Choose another template."


def damaged(name: str, what: str, error: Exception | None = None) -> TemplateError:
    """Return the error that a file of this name is damaged."""
    return TemplateError(
        f"{name} is damaged: {what}.",
        hint="Open and save it in PowerPoint, or choose another template.",
        details=str(error or ""),
    )


def too_much(name: str, error: TooMuchError) -> TemplateError:
    """Return the error that a file of this name holds more than any template."""
    return TemplateError(f"{name} is too large to be a template: {error}.", hint=ANOTHER)


@dataclass
class Package:
    """An opened presentation file. `name` is the file's, for messages."""

    name: str
    archive: BoundedZip
    _parsed: dict[str, etree._Element] = field(default_factory=dict)
    _names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = frozenset(self.archive.names)

    def xml(self, part: str) -> etree._Element:
        """Return the root of an XML part; raise TemplateError where it is missing or damaged."""
        if part not in self._parsed:
            self._parsed[part] = self.whole(part)[1]
        return self._parsed[part]

    def whole(self, part: str) -> tuple[bytes, etree._Element]:
        """Return the bytes and the root of an XML part, parsed without entities or network."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            data = self.archive.read_xml(part)
            root = etree.fromstring(data, parser)
        except TooMuchError as error:
            raise too_much(self.name, error) from error
        except (*UNREADABLE, etree.XMLSyntaxError) as error:
            raise damaged(self.name, f"part {part} cannot be read", error) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise damaged(self.name, f"part {part} declares a document type")
        return data, root

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts of one relationship kind (its last word) of a part, in order."""
        return [target for _, target in self.relationships(part, kind)]

    def relationships(self, part: str, kind: str) -> list[tuple[str, str]]:
        """Return (relationship id, target part) of one kind of a part."""
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self._names:
            return []
        found = []
        for rel in self.xml(rels).iter(RELS):
            if (
                rel.get("Type", "").rsplit("/", 1)[-1] == kind
                and rel.get("TargetMode") != "External"
            ):
                target = posixpath.normpath(posixpath.join("/", folder, rel.get("Target", "")))
                found.append((rel.get("Id", ""), target.lstrip("/")))
        return found


def open_package(path: Path) -> Package:
    """Return an opened package; raise TemplateError where the file is no presentation."""
    hint = "Choose a .pptx or .potx file."
    try:
        with path.open("rb") as stream:
            head = stream.read(4)
        if head == OLE_MAGIC:
            raise TemplateError(
                f"{path.name} is encrypted or an old .ppt file.",
                hint="Remove its password, or save it as .pptx, in PowerPoint.",
            )
        archive = BoundedZip(path, BOUNDS)
    except FileNotFoundError as error:
        raise TemplateError(f"Template {path} does not exist.", hint=hint) from error
    except TooMuchError as error:
        raise too_much(path.name, error) from error
    except OSError as error:
        raise TemplateError(
            f"Template {path} cannot be read: {error.strerror or error}.", hint=hint
        ) from error
    except UNREADABLE as error:
        raise TemplateError(f"{path.name} is no presentation.", hint=hint) from error
    if not archive.holds(PRESENTATION):
        archive.close()
        raise TemplateError(f"{path.name} is no presentation.", hint=hint)
    return Package(path.name, archive)
