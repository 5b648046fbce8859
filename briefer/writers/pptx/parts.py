"""The parts that a deck adds to its template's: names, bytes, relationships.

In: markup and bytes. Out: new parts, in the order in which they were made. Must not know: pages,
boxes, the zip.

WORKAROUND for python-pptx's `Part`, which goes through all relationships of a part for each new
one, and through the whole package for each new name: time grew with the square of the slides.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefer.records.text import xml_value
from briefer.writers.pptx.markup import part_bytes

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass
class Related:
    """The relationships of a part: ids by kind and target, which is a part's name or an address."""

    name: str
    taken: set[str] = field(default_factory=set)
    _ids: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the id of the relationship to a target, a new one if there is none yet."""
        key = (kind, target, outside)
        known = self._ids.get(key)
        return known if known is not None else self._new(key)

    def _new(self, key: tuple[str, str, bool]) -> str:
        number = len(self.taken) + 1
        while f"rId{number}" in self.taken:
            number -= 1
        self._ids[key] = identifier = f"rId{number}"
        self.taken.add(identifier)
        return identifier

    def __len__(self) -> int:
        return len(self._ids)

    def markup(self) -> str:
        """Return a `Relationship` for each, in the order in which they were made."""
        folder = posixpath.dirname(self.name)
        return "".join(
            [
                f'<Relationship Id="{identifier}" Type="{kind}" Target="{xml_value(target)}"'
                ' TargetMode="External"/>'
                if outside
                else f'<Relationship Id="{identifier}" Type="{kind}"'
                f' Target="{xml_value(relative(target, folder))}"/>'
                for (kind, target, outside), identifier in self._ids.items()
            ]
        )


@dataclass
class NewPart:
    """A part made by us; `name` begins with a slash."""

    name: str
    content_type: str
    data: bytes = b""
    related: Related = field(init=False)

    def __post_init__(self) -> None:
        self.related = Related(self.name)

    @property
    def rels(self) -> bytes:
        """The bytes of its relationships, b"" if it has none."""
        return rels_bytes(self.related.markup()) if len(self.related) else b""


class NewParts:
    """The new parts of a deck; names that the template uses, in any case, are left alone."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {name.lower() for name in taken}
        self._counts: dict[str, int] = {}
        self._parts: list[NewPart] = []

    def __iter__(self) -> Iterator[NewPart]:
        return iter(self._parts)

    def add(self, name: str, content_type: str, data: bytes = b"") -> NewPart:
        """Return a new part; its bytes may be set later."""
        part = NewPart(name, content_type, data)
        self._parts.append(part)
        return part

    def free(self, *patterns: str) -> tuple[str, ...]:
        """Return names with the next number that leaves all of them free; `{}` stands for it."""
        while True:
            number = self._counts[patterns[0]] = self._counts.get(patterns[0], 0) + 1
            names = tuple(pattern.format(number) for pattern in patterns)
            if self._taken.isdisjoint(name.lower() for name in names):
                return names


def rels_bytes(markup: str) -> bytes:
    """Return relationships as the bytes of a part."""
    return part_bytes(f'<Relationships xmlns="{RELATIONSHIPS}">{markup}</Relationships>')


def rels_name(name: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def relative(target: str, folder: str) -> str:
    """Return a part's name as it is told from a folder of the package."""
    parent, _, file = target.rpartition("/")
    if parent == folder:
        return file
    above, _, last = parent.rpartition("/")
    if above and above == posixpath.dirname(folder):
        return f"../{last}/{file}"
    return posixpath.relpath(target, folder) if folder != "/" else target[1:]
