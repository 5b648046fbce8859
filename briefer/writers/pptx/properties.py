"""The document properties: what a deck says of itself.

In: `Properties`. Out: the core and extended property parts. No time is written: the time of export
would make two exports of the same briefing differ, and any other would be untrue.
"""

from __future__ import annotations

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from briefer.layout.boxes import Properties
from briefer.writers.clean import one_line
from briefer.writers.pptx.xml import to_bytes

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/elements/1.1/"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def property_parts(
    package: Package, properties: Properties, *, slides: int, notes: int
) -> tuple[Part, Part]:
    """Return the core and the extended properties; fields without a value are left out."""
    core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _TERMS})
    for space, field, value in (
        (_TERMS, "title", properties.title),
        (_TERMS, "subject", properties.subject),
        (_TERMS, "creator", properties.author),
        (_CORE, "keywords", properties.keywords),
        (_CORE, "category", properties.category),
        (_CORE, "contentStatus", properties.status),
        (_TERMS, "language", properties.language),
        (_CORE, "lastModifiedBy", properties.author),
        (_CORE, "revision", "1"),
    ):
        text = one_line(value).strip()
        if text:
            etree.SubElement(core, f"{{{space}}}{field}").text = text
    extended = etree.fromstring(f'<Properties xmlns="{_EXTENDED}"/>')
    for field, value in (
        ("Application", "Briefer"),
        ("Slides", str(slides)),
        ("Notes", str(notes)),
        ("HiddenSlides", "0"),
    ):
        etree.SubElement(extended, f"{{{_EXTENDED}}}{field}").text = value
    return (
        _part(package, "core", CONTENT_TYPE.OPC_CORE_PROPERTIES, core),
        _part(package, "app", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, extended),
    )


def _part(package: Package, name: str, content_type: str, element: etree._Element) -> Part:
    return Part(PackURI(f"/docProps/{name}.xml"), content_type, package, to_bytes(element))
