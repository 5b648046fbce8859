"""Read the parts of a deck that anybody may have sent: bounded, and without entities or network.

In: a path. Out: parsed parts and their relationships. Raises DeckError for whatever is no
presentation, is damaged or unpacks to too much. Must not know: what the parts mean.
"""

from __future__ import annotations

import contextlib
import posixpath
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from briefer.bounded import UNREADABLE, BoundedZip, Bounds, TooMuchError
from briefer.errors import DeckError

BOUNDS = Bounds(members=100_000, member=20_000_000, total=300_000_000)
"""A slide takes some ten thousand bytes, and four parts: it, its notes, what they relate to."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_STRICT = b"http://purl.oclc.org/ooxml/"
_ORDINARY = b"http://schemas.openxmlformats.org/"
_NAMESPACES = tuple(
    (_STRICT + strict, _ORDINARY + ordinary)
    for strict, ordinary in (
        (b"presentationml/main", b"presentationml/2006/main"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    )
)
_CHOOSE = "Choose a .pptx file."


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship inside the package: id, last word of its type, the part it leads to."""

    id: str
    kind: str
    part: str


@dataclass
class DeckPackage:
    """An opened deck. `name` is the file's, for messages."""

    name: str
    archive: BoundedZip
    _relations: dict[str, tuple[Relation, ...]] = field(default_factory=dict)

    def xml(self, part: str) -> etree._Element:
        """Return the root of a part; raise DeckError where it is missing, damaged or too large."""
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.fromstring(_transitional(self.archive.read_xml(part)), parser)
        except TooMuchError as error:
            raise DeckError(
                f"{self.name} unpacks to more than a deck holds ({part}).",
                hint=_CHOOSE,
                details=str(error),
            ) from error
        except (*UNREADABLE, etree.XMLSyntaxError) as error:
            raise self.damaged(f"part {part} cannot be read", error) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.damaged(f"part {part} declares a document type")
        return root

    def holds(self, part: str) -> bool:
        """Return whether a part is there."""
        return self.archive.holds(part)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return the relationships of a part ("" for the package), those that lead outside not."""
        if part not in self._relations:
            folder, base = posixpath.split(part)
            rels = posixpath.join(folder, "_rels", f"{base}.rels")
            found = self.xml(rels).iter(_RELATIONSHIP) if self.holds(rels) else ()
            self._relations[part] = tuple(
                Relation(rel.get("Id", ""), _kind(rel), _target(rel, folder))
                for rel in found
                if rel.get("TargetMode") != "External"
            )
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts of one relationship kind of a part that are there, in order."""
        return [
            relation.part
            for relation in self.relations(part)
            if relation.kind == kind and self.holds(relation.part)
        ]

    def damaged(self, what: str, error: Exception | None = None) -> DeckError:
        """Return the error that this deck is damaged."""
        return DeckError(
            f"{self.name} is damaged: {what}.",
            hint="Ask for it again, or open and save it in PowerPoint.",
            details=str(error or ""),
        )


@contextlib.contextmanager
def open_deck(path: Path) -> Iterator[DeckPackage]:
    """Yield an opened deck; raise DeckError where the file is no zip or cannot be read."""
    with _archive(path) as archive:
        yield DeckPackage(path.name, archive)


def _archive(path: Path) -> BoundedZip:
    """Return the zip at a path, its list of members read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DeckError(f"{path} is no file.", hint=_CHOOSE)
        with path.open("rb") as stream:
            if stream.read(4) == _OLE_MAGIC:
                raise DeckError(
                    f"{path.name} is encrypted or an old .ppt file.",
                    hint="Remove its password, or save it as .pptx, in PowerPoint.",
                )
        return BoundedZip(path, BOUNDS)
    except FileNotFoundError as error:
        raise DeckError(f"There is no file {path}.", hint="Check its name.") from error
    except TooMuchError as error:
        raise DeckError(f"{path.name} has more parts than a deck has.", hint=_CHOOSE) from error
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise DeckError(f"{path} cannot be read: {reason}.", hint=_CHOOSE) from error
    except UNREADABLE as error:
        raise DeckError(f"{path.name} is no presentation.", hint=_CHOOSE) from error


def _transitional(data: bytes) -> bytes:
    """Return a part with the namespaces of Strict Open XML in the ordinary form."""
    if _STRICT not in data:
        return data
    for strict, ordinary in _NAMESPACES:
        data = data.replace(strict, ordinary)
    return data


def _kind(relation: etree._Element) -> str:
    return relation.get("Type", "").rsplit("/", 1)[-1]


def _target(relation: etree._Element, folder: str) -> str:
    target = posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", ""))))
    return target.lstrip("/")
