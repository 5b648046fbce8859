"""The words of PresentationML and DrawingML, over lxml elements.

In: values of `geometry`. Out: elements added to a parent, in the order the schema wants. Must not
know: pages, parts, relationships.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from lxml import etree

from briefer.geometry import Color, Frame, Insets, Outline
from briefer.template.model import Template
from briefer.writers.clean import one_line

SPACES: Mapping[str, str] = MappingProxyType(
    {
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
        "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    }
)
_ROOT_SPACES = {prefix: SPACES[prefix] for prefix in ("a", "p", "r")}

_DECORATIVE_EXT = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SCHEME_SLOTS = frozenset(
    ("bg1", "tx1", "bg2", "tx2", "hlink", "folHlink", "dk1", "lt1", "dk2", "lt2")
) | {f"accent{number}" for number in range(1, 7)}


@cache
def name(tag: str) -> str:
    """Return the full name of a prefixed one: `a:p` becomes `{...drawingml...}p`."""
    prefix, local = tag.split(":")
    return f"{{{SPACES[prefix]}}}{local}"


def root(tag: str) -> etree._Element:
    """Return a new root element that declares the prefixes a, p and r."""
    return etree.Element(name(tag), nsmap=_ROOT_SPACES)


def add(parent: etree._Element, tag: str, /, **attributes: str | int) -> etree._Element:
    """Append an element with these attributes to the parent and return it."""
    values = {key: str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, name(tag), values)


def add_extension(parent: etree._Element, uri: str, tag: str) -> etree._Element:
    """Append an `a:extLst` with one extension and return the element in it, its prefix declared."""
    extension = add(add(parent, "a:extLst"), "a:ext", uri=uri)
    prefix = tag.split(":")[0]
    return etree.SubElement(extension, name(tag), nsmap={prefix: SPACES[prefix]})


def relate(element: etree._Element, attribute: str, relationship: str) -> None:
    """Set a relationship id, e.g. attribute `id` or `embed`."""
    element.set(name(f"r:{attribute}"), relationship)


def to_bytes(element: etree._Element) -> bytes:
    """Return the element as the bytes of a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def add_identity(
    parent: etree._Element, number: int, title: str, *, alt: str = "", decorative: bool = False
) -> None:
    """Append `p:cNvPr`: id, name, alternative text, and the mark of a decorative object."""
    identity = add(parent, "p:cNvPr", id=number, name=one_line(title) or f"Object {number}")
    text = one_line(alt).strip()
    if text:
        identity.set("descr", text)
    elif decorative:
        add_extension(identity, _DECORATIVE_EXT, "adec:decorative").set("val", "1")


def add_xfrm(parent: etree._Element, frame: Frame, *, tag: str = "a:xfrm") -> etree._Element:
    """Append the frame as offset and extent (EMU); sizes below zero become zero."""
    xfrm = add(parent, tag)
    add(xfrm, "a:off", x=frame.x, y=frame.y)
    add(xfrm, "a:ext", cx=max(frame.w, 0), cy=max(frame.h, 0))
    return xfrm


def add_geometry(parent: etree._Element, preset: str) -> None:
    """Append a preset geometry without adjustments."""
    add(add(parent, "a:prstGeom", prst=preset), "a:avLst")


def add_color(parent: etree._Element, color: Color, template: Template) -> None:
    """Append a colour: the theme slot with its luminance, or RGB where the theme has no slot."""
    if color.slot not in _SCHEME_SLOTS:
        add(parent, "a:srgbClr", val=template.rgb(color))
        return
    scheme = add(parent, "a:schemeClr", val=color.slot)
    if color.lum_mod != 100:
        add(scheme, "a:lumMod", val=color.lum_mod * 1000)
    if color.lum_off:
        add(scheme, "a:lumOff", val=color.lum_off * 1000)


def add_fill(parent: etree._Element, color: Color | None, template: Template) -> None:
    """Append a solid fill, or `a:noFill` for None."""
    if color is None:
        add(parent, "a:noFill")
    else:
        add_color(add(parent, "a:solidFill"), color, template)


def add_line(
    parent: etree._Element,
    outline: Outline | None,
    template: Template,
    *,
    tag: str = "a:ln",
    arrow: bool = False,
) -> None:
    """Append a line, with a triangle at its end if `arrow`; an unseen one for None."""
    if outline is None:
        add(add(parent, tag), "a:noFill")
        return
    line = add(parent, tag, w=outline.width)
    add_fill(line, outline.color, template)
    if outline.dash != "solid":
        add(line, "a:prstDash", val=outline.dash)
    if arrow:
        add(line, "a:tailEnd", type="triangle")


def set_insets(body: etree._Element, insets: Insets) -> None:
    """Set the four insets (EMU) of an `a:bodyPr`."""
    for side, value in (
        ("lIns", insets.left),
        ("tIns", insets.top),
        ("rIns", insets.right),
        ("bIns", insets.bottom),
    ):
        body.set(side, str(value))
