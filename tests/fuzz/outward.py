"""What in an exported deck leads outside of it or is no words and pictures.

In: the path of a deck. Out: what was found, a line each. Must not know: how decks are made.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

SCHEMES = ("http", "https", "mailto")
ACTIVE = (
    "vbaproject", "activex", "oleobject", "control", "attachedtemplate", "package", "frame",
    "externallink", "macro", "webextension", "subdocument", "ctrlprop",
)  # fmt: skip
"""Words of relationship types and content types, in small letters, that a deck may not hold."""


def outward(path: Path) -> list[str]:
    """Return what leads outside a deck, or is active content, or lies where nobody looks."""
    found: list[str] = []
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        found += [f"twice: {name}" for name in set(names) if names.count(name) > 1]
        folded = [name.casefold() for name in names]
        found += [f"twice but for case: {name}" for name in folded if folded.count(name) > 1]
        found += [f"outside: {name}" for name in names if _strays(name)]
        for name in names:
            if name.endswith(".rels"):
                found += (f"{name}: {what}" for what in _relations(archive.read(name), name))
        types = archive.read("[Content_Types].xml").lower()
        found += [f"content type: {word}" for word in ACTIVE[:3] if word.encode() in types]
    return found


def _strays(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or "\\" in name or ".." in name.split("/")


def _relations(data: bytes, name: str) -> Iterator[str]:
    for relation in etree.fromstring(data):
        kind = relation.get("Type", "").rsplit("/", 1)[-1].lower()
        target = relation.get("Target", "")
        outside = relation.get("TargetMode") == "External"
        if outside and (kind != "hyperlink" or urlsplit(target).scheme not in SCHEMES):
            yield f"{kind} leads to {target}"
        # A chart's own numbers lie beside it as a workbook, which is a package.
        own = kind == "package" and "ppt/charts/" in name
        if not own and any(word in kind for word in ACTIVE):
            yield f"{kind} is active"
