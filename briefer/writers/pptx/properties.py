"""The document properties: what a deck says of itself.

In: `Properties`. Out: the core and extended property parts. No time is written: the time of export
would make two exports of the same briefing differ, and any other would be untrue.
"""

from __future__ import annotations

from pptx.opc.constants import CONTENT_TYPE

from briefer.layout.boxes import Properties
from briefer.records.text import xml_text
from briefer.writers.clean import one_line
from briefer.writers.pptx.markup import element, part_bytes
from briefer.writers.pptx.parts import NewPart

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/elements/1.1/"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def property_parts(properties: Properties, *, slides: int, notes: int) -> tuple[NewPart, NewPart]:
    """Return the core and the extended properties; fields without a value are left out."""
    core = "".join(
        element(tag, xml_text(text))
        for tag, value in (
            ("dc:title", properties.title),
            ("dc:subject", properties.subject),
            ("dc:creator", properties.author),
            ("cp:keywords", properties.keywords),
            ("cp:category", properties.category),
            ("cp:contentStatus", properties.status),
            ("dc:language", properties.language),
            ("cp:lastModifiedBy", properties.author),
            ("cp:revision", "1"),
        )
        if (text := one_line(value).strip())
    )
    extended = "".join(
        element(tag, str(value))
        for tag, value in (
            ("Application", "Briefer"),
            ("Slides", slides),
            ("Notes", notes),
            ("HiddenSlides", 0),
        )
    )
    return (
        NewPart(
            "/docProps/core.xml",
            CONTENT_TYPE.OPC_CORE_PROPERTIES,
            part_bytes(
                f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_TERMS}">{core}'
                "</cp:coreProperties>"
            ),
        ),
        NewPart(
            "/docProps/app.xml",
            CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
            part_bytes(f'<Properties xmlns="{_EXTENDED}">{extended}</Properties>'),
        ),
    )
