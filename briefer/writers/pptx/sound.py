"""A copy of a template's package that holds only what can be relied on.

In: the file of a template, from whoever. Out: the bytes of a package: the parts that a deck takes
from a template, each whole, of the kind that it is related as, and read within bounds. Raises
TemplateError. Must not know: pages; what acts or fetches (`inert.py`).

python-pptx believes a package: it reads every part that any other leads to, whatever it unpacks to,
and takes a part for what the list of content types says. So it is given a copy. A relationship
that leads nowhere, to slides or to a part of another kind is turned to `GONE`, outside the file,
and goes with all that leads outside.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from briefer.bounded import UNREADABLE, TooMuchError
from briefer.errors import TemplateError
from briefer.template.numbers import whole
from briefer.template.package import PRESENTATION, RELS, Package, damaged, open_package, too_much
from briefer.writers.pptx.elements import name

GONE = "about:blank"

_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml."
_MICROSOFT = "application/vnd.ms-office."
_MAIN = "officeDocument"
_ROOTS = {
    _MAIN: "p:presentation",
    "slideMaster": "p:sldMaster",
    "slideLayout": "p:sldLayout",
    "notesMaster": "p:notesMaster",
    "theme": "a:theme",
    "tableStyles": "a:tblStyleLst",
    "presProps": "p:presentationPr",
    "viewProps": "p:viewPr",
    "tags": "p:tagLst",
}
"""The root elements of parts that are read or written on; of others any will do."""
_TYPES = {
    _MAIN: CONTENT_TYPE.PML_PRESENTATION_MAIN,
    "slideMaster": CONTENT_TYPE.PML_SLIDE_MASTER,
    "slideLayout": CONTENT_TYPE.PML_SLIDE_LAYOUT,
    "notesMaster": CONTENT_TYPE.PML_NOTES_MASTER,
    "theme": CONTENT_TYPE.OFC_THEME,
    "themeOverride": CONTENT_TYPE.OFC_THEME_OVERRIDE,
    "tableStyles": CONTENT_TYPE.PML_TABLE_STYLES,
    "presProps": CONTENT_TYPE.PML_PRES_PROPS,
    "viewProps": CONTENT_TYPE.PML_VIEW_PROPS,
    "tags": CONTENT_TYPE.PML_TAGS,
    "chart": CONTENT_TYPE.DML_CHART,
    "chartUserShapes": CONTENT_TYPE.DML_CHARTSHAPES,
    "chartEx": f"{_MICROSOFT}chartex+xml",
    "chartStyle": f"{_MICROSOFT}chartstyle+xml",
    "chartColorStyle": f"{_MICROSOFT}chartcolorstyle+xml",
    "diagramData": f"{_DRAWING}diagramData+xml",
    "diagramLayout": f"{_DRAWING}diagramLayout+xml",
    "diagramQuickStyle": f"{_DRAWING}diagramStyle+xml",
    "diagramColors": f"{_DRAWING}diagramColors+xml",
    "diagramDrawing": f"{_MICROSOFT}drawingml.diagramDrawing+xml",
    "font": "application/x-fontdata",
}
"""Content types by the last word of the relationship that leads to a part."""
_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "wdp": "image/vnd.ms-photo",
}
_PRESENTATIONS = ("presentationml", "ms-powerpoint")
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_NO_TYPES = f'<Types xmlns="{_TYPE[1:-1]}"/>'
_NO_RELATIONSHIPS = f'<Relationships xmlns="{RELS[1:].partition("}")[0]}"/>'
_NEEDED = {"slideLayout": "slideMaster", "slideMaster": "theme"}
"""What a part is nothing without: PowerPoint refuses a deck in which it is missing."""
_LISTED = {"sldMasterId": "slideMaster", "sldLayoutId": "slideLayout"}
_REFERENCE = name("r:id")
_NAME = re.compile(r"(?!.*//)(?!.*\.\.)ppt/[^\\:*?\"<>|\x00-\x1f]{1,200}(?<![/.])")
"""Names of parts that are names of files on every system and lie in the package."""


def sound_copy(path: Path) -> bytes:
    """Return the package of a template as far as it is sound; raise TemplateError where it is not.

    Sound are the presentation, and from there all parts that can be read and are what they are
    related as.
    """
    package = open_package(path)
    with package.archive:
        try:
            return _Copy(package).made()
        except TooMuchError as error:
            raise too_much(package.name, error) from error
        except UNREADABLE as error:
            raise damaged(package.name, "a part cannot be read", error) from error


@dataclass
class _Copy:
    """A copy in the making: the parts taken so far, each with its kind, in the order met."""

    package: Package
    _kinds: dict[str, str] = field(default_factory=dict)
    _folded: set[str] = field(default_factory=set)
    _parts: dict[str, bytes] = field(default_factory=dict)
    _types: list[tuple[str, str]] = field(default_factory=list)

    def made(self) -> bytes:
        """Return the bytes of the copy."""
        if not self._is_presentation() or not self._take(PRESENTATION, _MAIN):
            raise TemplateError(
                f"{self.package.name} is no presentation.", hint="Choose a .pptx or .potx file."
            )
        for part in (waiting := [PRESENTATION]):
            waiting.extend(self._follow(part))
        root = etree.fromstring(_NO_RELATIONSHIPS)
        attributes = {"Id": "rId1", "Type": RELATIONSHIP_TYPE.OFFICE_DOCUMENT}
        etree.SubElement(root, RELS, {**attributes, "Target": PRESENTATION})
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("[Content_Types].xml", self._content_types())
            archive.writestr("_rels/.rels", etree.tostring(root))
            for part, data in self._parts.items():
                archive.writestr(part, data)
        return file.getvalue()

    def _is_presentation(self) -> bool:
        """Return whether the package says of its main part that it is one, with macros or not."""
        return any(
            entry.get("PartName", "").lower() == f"/{PRESENTATION}"
            and any(word in entry.get("ContentType", "") for word in _PRESENTATIONS)
            for entry in self.package.xml("[Content_Types].xml").iter(f"{_TYPE}Override")
        )

    def _take(self, part: str, kind: str) -> bool:
        """Take a part as one of a kind; return whether it is one and was not taken as another."""
        if part in self._kinds or part.casefold() in self._folded:
            return self._kinds.get(part) == kind
        content_type = _content_type(part, kind)
        if not content_type or not _NAME.fullmatch(part) or not self.package.archive.holds(part):
            return False
        if content_type.endswith("+xml") and kind != "image":
            data, root = self.package.whole(part)
            if name(_ROOTS[kind]) != root.tag if kind in _ROOTS else False:
                return False
            if root.tag in (name("p:sldMaster"), name("p:sldLayout")):
                for mark in root.iter(name("p:ph")):
                    whole(mark.get("idx", "0"), 0, 0xFFFFFFFF)
        else:
            data = self.package.archive.read(part)
        self._kinds[part], self._parts[part] = kind, data
        self._folded.add(part.casefold())
        self._types.append((part, content_type))
        return True

    def _follow(self, part: str) -> Iterator[str]:
        """Write the relationships of a part, and yield the parts that they lead to newly."""
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        root = etree.fromstring(_NO_RELATIONSHIPS)
        kinds: dict[str, str] = {}
        for found in self.package.xml(rels).iter(RELS) if self.package.archive.holds(rels) else ():
            key, kind = found.get("Id", ""), found.get("Type", "").rsplit("/", 1)[-1]
            if not key or key in kinds:
                continue
            made = etree.SubElement(root, RELS, {"Id": key, "Type": found.get("Type", "")})
            target, kinds[key] = found.get("Target", ""), ""
            if found.get("TargetMode") == "External":
                made.attrib.update({"Target": target, "TargetMode": "External"})
                continue
            inner = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            new = inner not in self._kinds
            if not self._take(inner, kind):
                made.attrib.update({"Target": GONE, "TargetMode": "External"})
                continue
            kinds[key] = kind
            made.set("Target", f"/{inner}")
            if new:
                yield inner
        needed = _NEEDED.get(self._kinds[part])
        if needed and needed not in kinds.values():
            raise damaged(self.package.name, f"{part} has no {needed}")
        if len(root):
            self._parts[rels] = etree.tostring(root)
        self._unlist(part, kinds)

    def _unlist(self, part: str, kinds: dict[str, str]) -> None:
        """Take masters and layouts out of a part's lists that are not there, or listed twice."""
        if self._kinds[part] not in (_MAIN, "slideMaster"):
            return
        root = self.package.xml(part)
        seen: set[str] = set()
        unlisted = False
        for tag, kind in _LISTED.items():
            for entry in list(root.iter(name(f"p:{tag}"))):
                key, holder = entry.get(_REFERENCE, ""), entry.getparent()
                if holder is not None and (kinds.get(key) != kind or key in seen):
                    holder.remove(entry)
                    unlisted = True
                seen.add(key)
        if unlisted:
            self._parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    def _content_types(self) -> bytes:
        """Return the list of content types: one for each part, by what it was taken as."""
        root = etree.fromstring(_NO_TYPES)
        rels = {"Extension": "rels", "ContentType": CONTENT_TYPE.OPC_RELATIONSHIPS}
        etree.SubElement(root, f"{_TYPE}Default", rels)
        for part, content_type in self._types:
            named = {"PartName": f"/{part}", "ContentType": content_type}
            etree.SubElement(root, f"{_TYPE}Override", named)
        return etree.tostring(root)


def _content_type(part: str, kind: str) -> str:
    """Return the content type of a part that is related as a kind, "" for what no deck takes."""
    if kind in ("image", "hdphoto"):
        return _PICTURES.get(part.rpartition(".")[2].lower(), "")
    return _TYPES.get(kind, "")
