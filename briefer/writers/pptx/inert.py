"""A template's parts without what acts or lies outside the file.

In: the parts of an opened template. Out: the same parts, from which a deck can be made that fetches
nothing and starts nothing. What staff's own links are is decided elsewhere. Must not know: pages.

Only known kinds of relationships are kept. Pictures that are linked instead of embedded are fetched
when a deck is opened; programs, macros, controls and embedded objects are run from it; workbooks
behind the charts of a layout may link to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart, _Relationship
from pptx.oxml import parse_xml

from briefer.records.addresses import link_of
from briefer.writers.pptx.elements import name
from briefer.writers.pptx.markup import SPACES

_KEPT = frozenset(
    (
        *("slideMaster", "slideLayout", "slide", "theme", "themeOverride", "notesMaster"),
        *("image", "hdphoto", "hyperlink", "tags", "font", "presProps", "viewProps", "tableStyles"),
        *("chart", "chartEx", "chartUserShapes", "chartStyle", "chartColorStyle"),
        *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
    )
)
"""The last words of the types of relationships inside the file that a deck may have."""

_STEPS = ("ppaction://hlinkshowjump", "ppaction://hlinksldjump", "ppaction://noaction")
"""What a click may do beside following a link: go on in the show, or nothing."""

_LINKS = tuple(name(f"a:{tag}") for tag in ("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_COMMAND, _BLIP = name("p:cmd"), name("a:blip")
_REFERENCE = f"{{{SPACES['r']}}}"
_HOLDERS = frozenset(("spTree", "grpSp", "cSld"))
_OUTER = {"media": "ext", "svgBlip": "ext", "snd": "sndAc", "sndTgt": "timing"}
"""What goes with an element whose relationship went, because it is nothing without it."""

_VECTOR = "image/svg+xml"
_ACTIVE_VECTOR = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|<\s*(?:\w+:)?(?:script|foreignObject)\b|\son\w+\s*=|"
    rb"href\s*=\s*[\"'](?!#|data:image/)|@import|url\(\s*[\"']?(?!#)|[\\\0]|\A(?!\s*(?:\xef\xbb\xbf)?\s*<)",
    re.IGNORECASE,
)
"""What lets a drawing run or fetch something, or hides that it does; a picture stands in for it."""


def make_inert(parts: Iterable[Part]) -> None:
    """Take out of parts what acts, or is fetched from outside; the rest stays as it was."""
    for part in parts:
        unwanted = frozenset(key for key, one in part.rels.items() if not _may_stay(one))
        if isinstance(part, XmlPart):
            _clear(part._element, unwanted)
        elif part.content_type.endswith("xml") and part.content_type != _VECTOR:
            element = parse_xml(part.blob)
            if _clear(element, unwanted):
                part.blob = etree.tostring(
                    element, xml_declaration=True, encoding="UTF-8", standalone=True
                )
        for key in unwanted:
            part.rels.pop(key)


def _may_stay(relationship: _Relationship) -> bool:
    """Return whether a relationship leads to what a deck may hold, or is a link of the web."""
    if relationship.is_external:
        is_link = relationship.reltype == RELATIONSHIP_TYPE.HYPERLINK
        return is_link and bool(link_of(relationship.target_ref))
    if relationship.reltype.rsplit("/", 1)[-1] not in _KEPT:
        return False
    target = relationship.target_part
    return target.content_type != _VECTOR or not _ACTIVE_VECTOR.search(target.blob)


def _clear(root: etree._Element, unwanted: frozenset[str]) -> bool:
    """Take actions and what needs the unwanted relationships out; return whether there was any."""
    changed = False
    for link in list(root.iter(*_LINKS)):
        if link.get("invalidUrl") is not None:
            del link.attrib["invalidUrl"]
            changed = True
        action = link.get("action", "")
        if action and not action.lower().startswith(_STEPS):
            changed |= _remove(link)
    for command in list(root.iter(_COMMAND)):
        changed |= _remove(_around(command, "timing"))
    if unwanted:
        for element in list(root.iter(etree.Element)):
            for key in [key for key in element.attrib if str(key).startswith(_REFERENCE)]:
                if element.get(key) in unwanted:
                    del element.attrib[key]
                    changed = True
                    if element.tag != _BLIP:
                        _remove(_outermost(element))
    return changed


def _outermost(element: etree._Element) -> etree._Element:
    """Return what goes where an element loses its relationship."""
    tag = etree.QName(element).localname
    if tag not in ("oleObj", "control"):
        return _around(element, _OUTER.get(tag, ""))
    for outer in (element, *element.iterancestors()):
        parent = outer.getparent()
        if parent is None or etree.QName(parent).localname in _HOLDERS:
            return outer
    return element


def _around(element: etree._Element, tag: str) -> etree._Element:
    """Return the nearest element of this local name around another, else the other itself."""
    found = (outer for outer in element.iterancestors() if etree.QName(outer).localname == tag)
    return next(found, element)


def _remove(element: etree._Element) -> bool:
    """Take an element out of its parent, and return that; a root stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    return parent is not None
