"""Pieces of parts as markup: strings of well-formed XML in which every value is escaped.

In: tags, attributes, words. Out: markup. Must not know: pages, parts, what the tags mean.

Strings, because a deck of a thousand slides has half a million elements, and an object for each
took most of the time of an export (docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefer.records.text import xml_value

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
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def element(tag: str, /, *inner: str, **attributes: str | int) -> str:
    """Return an element; `inner` is markup already."""
    return marked(tag, attributes, *inner)


def marked(tag: str, attributes: Mapping[str, str | int], /, *inner: str) -> str:
    """Return an element whose attributes have any names, prefixed ones too."""
    given = "".join([f' {key}="{xml_value(str(value))}"' for key, value in attributes.items()])
    held = "".join(inner)
    return f"<{tag}{given}>{held}</{tag}>" if held else f"<{tag}{given}/>"


def declared(tag: str, *prefixes: str) -> str:
    """Return a tag with the spaces of these prefixes, its own first: to begin an element with."""
    return tag + "".join([f' xmlns:{prefix}="{SPACES[prefix]}"' for prefix in prefixes])


def extension(uri: str, tag: str, value: str | int) -> str:
    """Return an `a:extLst` with one extension: an element with a value, its prefix declared."""
    prefix = tag.split(":")[0]
    inner = f'<{declared(tag, prefix)} val="{xml_value(str(value))}"/>'
    return element("a:extLst", element("a:ext", inner, uri=uri))


def part_bytes(markup: str) -> bytes:
    """Return a root element's markup as the bytes of a part."""
    return (_DECLARATION + markup).encode("utf-8")
