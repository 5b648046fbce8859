"""The template's own parts, which are changed as lxml elements.

In: elements of the template. Out: names, and elements added to them. Must not know: pages.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from briefer.writers.pptx.markup import SPACES


@cache
def name(tag: str) -> str:
    """Return the full name of a prefixed one: `a:p` becomes `{...drawingml...}p`."""
    prefix, local = tag.split(":")
    return f"{{{SPACES[prefix]}}}{local}"


def add(parent: etree._Element, tag: str, /, **attributes: str | int) -> etree._Element:
    """Append an element with these attributes to the parent and return it."""
    values = {key: str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, name(tag), values)


def relate(element: etree._Element, relationship: str) -> None:
    """Set a relationship id."""
    element.set(name("r:id"), relationship)


def filling(placeholder: etree._Element) -> dict[str, str]:
    """Return the attributes of a `p:ph` by which a shape fills this placeholder."""
    known = ("type", "orient", "sz", "idx")  # in the order of the schema
    return {key: placeholder.get(key, "") for key in known if key in placeholder.attrib}
