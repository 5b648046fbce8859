"""The presentation part: the list of slides, the notes master, the sections.

In: slide parts and pages in order. Out: the elements that name them. Must not know: boxes.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.parts.presentation import PresentationPart

from briefer.layout.boxes import Page
from briefer.writers.clean import one_line
from briefer.writers.pptx.elements import add, name, relate
from briefer.writers.pptx.markup import SPACES
from briefer.writers.pptx.parts import NewPart, Related

_FIRST_SLIDE_ID = 256
"""The smallest slide id (ECMA-376, ST_SlideId)."""

_SECTIONS_EXT = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_SECTION_IDS = uuid.uuid5(uuid.NAMESPACE_OID, "briefer.section")


def list_slides(
    presentation: PresentationPart, related: Related, slides: Sequence[NewPart]
) -> list[int]:
    """Write `p:sldIdLst` in its place and return the slide ids; `related` gets the slides."""
    element = presentation.presentation.element
    listing = etree.Element(name("p:sldIdLst"))
    _size(element).addprevious(listing)
    ids = [_FIRST_SLIDE_ID + index for index in range(len(slides))]
    for number, slide in zip(ids, slides, strict=True):
        relationship = related.to(RELATIONSHIP_TYPE.SLIDE, slide.name)
        relate(add(listing, "p:sldId", id=number), relationship)
    return ids


def list_notes_master(presentation: PresentationPart, notes_master: Part) -> None:
    """Write `p:notesMasterIdLst` after the slide masters unless it is there.

    WORKAROUND for https://github.com/scanny/python-pptx/pull/1128: python-pptx leaves it out, and
    Keynote then loses the notes.
    """
    element = presentation.presentation.element
    if element.find(name("p:notesMasterIdLst")) is not None:
        return
    listing = etree.Element(name("p:notesMasterIdLst"))
    element.find(name("p:sldMasterIdLst")).addnext(listing)
    relationship = presentation.relate_to(notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
    relate(add(listing, "p:notesMasterId"), relationship)


def list_sections(
    presentation: PresentationPart, pages: Sequence[Page], *, slide_ids: Sequence[int]
) -> None:
    """Write the section list ([MS-PPTX] sectionLst) if any page names a section.

    PowerPoint puts slides without a section into one called "Default Section", which its
    accessibility checker rejects; here such slides form a section named by the first one's title.
    """
    if not any(page.section for page in pages):
        return
    element = presentation.presentation.element
    extensions = element.find(name("p:extLst"))
    if extensions is None:
        extensions = add(element, "p:extLst")
    extension = add(extensions, "p:ext", uri=_SECTIONS_EXT)
    listing = etree.SubElement(extension, name("p14:sectionLst"), nsmap={"p14": SPACES["p14"]})
    used: Counter[str] = Counter()
    current: str | None = None
    for page, slide_id in zip(pages, slide_ids, strict=True):
        if page.section != current:
            current = page.section
            title = one_line(current or page.title).strip() or f"Slide {page.number}"
            used[title] += 1
            title = title if used[title] == 1 else f"{title} ({used[title]})"
            identifier = uuid.uuid5(_SECTION_IDS, f"{len(listing)} {title}")
            section = add(
                listing, "p14:section", name=title, id="{" + str(identifier).upper() + "}"
            )
            slides = add(section, "p14:sldIdLst")
        add(slides, "p14:sldId", id=slide_id)


def _size(element: etree._Element) -> etree._Element:
    """Return what follows the slide list in the schema's order."""
    for tag in ("p:sldSz", "p:notesSz"):
        found = element.find(name(tag))
        if found is not None:
            return found
    raise ValueError("the presentation has no notes size")
