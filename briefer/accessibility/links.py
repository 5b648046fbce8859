"""What the relationships of a slide lead to, outside the file too.

In: an opened package. Out: addresses, `Link`s. Nothing is followed. Must not know: shapes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from briefer.accessibility.model import Link
from briefer.accessibility.xml import R
from briefer.roundtrip.package import DeckPackage

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LONGEST_ADDRESS = 2000
"""Characters of an address that are looked at."""
_JUMP = "ppaction://hlinkshowjump"


@dataclass(frozen=True)
class Targets:
    """What a part's relationships lead to, by id: parts inside and addresses outside."""

    inside: Mapping[str, str]
    outside: Mapping[str, str]
    package: DeckPackage

    @classmethod
    def of(cls, package: DeckPackage, part: str) -> Targets:
        """Return where the relationships of a part lead."""
        inside = {one.id: one.part for one in package.relations(part)}
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        found = package.xml(rels).iter(_RELATIONSHIP) if package.holds(rels) else ()
        outside = {
            one.get("Id", ""): one.get("Target", "")
            for one in found
            if one.get("TargetMode") == "External"
        }
        return cls(inside, outside, package)

    def part(self, id_: str) -> str:
        """Return the part that an id leads to, "" where it is not there."""
        part = self.inside.get(id_, "")
        return part if part and self.package.holds(part) else ""

    def link(self, click: etree._Element | None) -> Link | None:
        """Return the link of an `a:hlinkClick`, None where there is none."""
        if click is None:
            return None
        id_, action, tip = (
            click.get(f"{R}id", ""),
            click.get("action", ""),
            click.get("tooltip", ""),
        )
        if id_ in self.outside:
            return Link("address", self.outside[id_].strip()[:LONGEST_ADDRESS], tip)
        if id_:
            part = self.part(id_)
            return Link("slide", part, tip) if part else Link("broken", "", tip)
        if action and action != "ppaction://noaction":
            return Link("slide" if action.startswith(_JUMP) else "action", action, tip)
        return None if action else Link("broken", "", tip)
