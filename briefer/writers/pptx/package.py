"""The package around the slides: the template's parts to start from, the finished zip at the end.

In: a template file; parts. Out: a package without the template's slides; the bytes of a deck, the
same for the same parts. Must not know: pages, boxes.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO

from lxml import etree
from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

from briefer.errors import TemplateError
from briefer.template.model import Template
from briefer.writers.pptx.elements import filling, name
from briefer.writers.pptx.inert import make_inert
from briefer.writers.pptx.markup import element, marked, part_bytes
from briefer.writers.pptx.parts import NewPart, Related, rels_bytes, rels_name
from briefer.writers.pptx.slide import Filled, LayoutPart
from briefer.writers.pptx.sound import sound_copy

_LEVEL = 6
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_SECTIONS_EXT = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PROPERTIES = (RELATIONSHIP_TYPE.CORE_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
_IMPLICIT = frozenset(
    (
        RELATIONSHIP_TYPE.PRES_PROPS,
        RELATIONSHIP_TYPE.VIEW_PROPS,
        RELATIONSHIP_TYPE.THEME,
        RELATIONSHIP_TYPE.TABLE_STYLES,
        RELATIONSHIP_TYPE.NOTES_MASTER,
    )
)
"""Relationships of the presentation that stand for themselves; all others need an rId in it."""

_NAMES_SLIDES = ("p:sldIdLst", "p:custShowLst", "p:custDataLst")


def open_template(template: Template) -> Package:
    """Return the template's package without its slides and what speaks of them, acts or is outside.

    A .potx opens as well: the content type is given anew when the deck is written. Raises
    TemplateError if the file cannot be read or is no presentation.
    """
    path = template.path
    try:
        package = Package.open(io.BytesIO(sound_copy(path)))
        main = package.main_document_part
    except OSError as error:
        raise TemplateError(
            f"The template {path} cannot be read: {error.strerror or error}.",
            hint="Choose another template.",
        ) from error
    except (PythonPptxError, zipfile.BadZipFile, etree.LxmlError, KeyError, ValueError) as error:
        raise TemplateError(
            f"The template {path} is damaged or no PowerPoint file.",
            hint="Choose another template.",
            details=str(error),
        ) from error
    if not isinstance(main, PresentationPart):
        raise TemplateError(f"{path} is no presentation.", hint="Choose a .pptx or .potx file.")
    _drop_slides(main)
    make_inert(reachable(main))
    return package


def presentation_part(package: Package) -> PresentationPart:
    """Return the main part of an opened template."""
    main = package.main_document_part
    if not isinstance(main, PresentationPart):
        raise TypeError("the main part is no presentation")
    return main


def layout_parts(presentation: PresentationPart) -> dict[str, LayoutPart]:
    """Return the layouts of all masters by name; the first of a name is kept."""
    found: dict[str, LayoutPart] = {}
    for master in presentation.presentation.slide_masters:
        for layout in master.slide_layouts:
            if layout.name not in found:
                placeholders = {
                    int(mark.get("idx", "0")): Filled(
                        mark.get("type", ""), marked("p:ph", filling(mark))
                    )
                    for mark in layout.element.iter(name("p:ph"))
                }
                found[layout.name] = LayoutPart(str(layout.part.partname), placeholders)
    return found


def reachable(start: Part) -> list[Part]:
    """Return all parts that can be reached from one, itself first, in a stable order.

    Not recursive, so that a thousand slides in a chain of links are no trouble.
    """
    parts, seen = [start], {start.partname}
    for part in parts:
        for relationship in part.rels.values():
            if not relationship.is_external and relationship.target_part.partname not in seen:
                seen.add(relationship.target_part.partname)
                parts.append(relationship.target_part)
    return parts


def write_package(
    stream: IO[bytes],
    main: Part,
    related: Related,
    parts: Sequence[NewPart],
    *,
    properties: Sequence[NewPart],
    check: Callable[[], None],
) -> None:
    """Write the main part, all that it reaches, the new parts and the properties as a zip.

    `related` are the main part's new relationships. Times and order are fixed and every member is
    deflated at one level, so the same parts give the same bytes. `check` is called before each
    member and may raise to stop.
    """
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for member, data in _members(main, related, parts, properties):
            check()
            info = zipfile.ZipInfo(member[1:], _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data, compresslevel=_LEVEL)


def _members(
    main: Part, related: Related, parts: Sequence[NewPart], properties: Sequence[NewPart]
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every member, a slash before each name."""
    kept = reachable(main)
    yield "/[Content_Types].xml", _content_types(kept, [*parts, *properties], main)
    root = Related("/")
    root.to(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, str(main.partname))
    for kind, document in zip(_PROPERTIES, properties, strict=True):
        root.to(kind, document.name)
    yield "/_rels/.rels", rels_bytes(root.markup())
    for part in kept:
        yield str(part.partname), part.blob
        if part is main:
            yield rels_name(str(main.partname)), _with(main.rels.xml, related)
        elif len(part.rels):
            yield rels_name(str(part.partname)), part.rels.xml
    for new in (*parts, *properties):
        yield new.name, new.data
        if rels := new.rels:
            yield rels_name(new.name), rels


def _with(rels: bytes, related: Related) -> bytes:
    """Return relationships with new ones after them."""
    end = b"</Relationships>"
    if not rels.endswith(end):
        return rels_bytes(related.markup())
    return rels.removesuffix(end) + related.markup().encode() + end


def _content_types(kept: Iterable[Part], new: Iterable[NewPart], main: Part) -> bytes:
    """Return [Content_Types].xml: a default for each picture extension, else one per part."""
    defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    overrides = {}
    types = [(str(part.partname), part.content_type) for part in kept if part is not main]
    types.append((str(main.partname), CONTENT_TYPE.PML_PRESENTATION_MAIN))
    types.extend((part.name, part.content_type) for part in new)
    for partname, content_type in types:
        extension = posixpath.splitext(partname)[1][1:].lower()
        plain_xml = extension == "xml" and content_type == CONTENT_TYPE.XML
        other = extension != "xml" and defaults.setdefault(extension, content_type) == content_type
        if not (plain_xml or other):
            overrides[partname] = content_type
    listed = [
        *(
            element("Default", Extension=extension, ContentType=content_type)
            for extension, content_type in sorted(defaults.items())
        ),
        *(
            element("Override", PartName=partname, ContentType=content_type)
            for partname, content_type in sorted(overrides.items())
        ),
    ]
    return part_bytes(f'<Types xmlns="{_TYPES}">{"".join(listed)}</Types>')


def _drop_slides(main: PresentationPart) -> None:
    """Take slides, custom shows, sections and customer data out, and the parts only they need."""
    element = main.presentation.element
    for tag in _NAMES_SLIDES:
        for found in element.findall(name(tag)):
            element.remove(found)
    extensions = element.find(name("p:extLst"))
    if extensions is not None:
        for extension in list(extensions):
            if extension.get("uri") == _SECTIONS_EXT:
                extensions.remove(extension)
        if not len(extensions):
            element.remove(extensions)
    used = {value for node in element.iter() for value in node.attrib.values()}
    for identifier, relationship in list(main.rels.items()):
        implicit = relationship.reltype in _IMPLICIT
        unwanted = relationship.is_external or not (implicit or identifier in used)
        if unwanted or (implicit and _names_slides(relationship.target_part)):
            main.rels.pop(identifier)
    for master in main.presentation.slide_masters:
        for holder in (master, *master.slide_layouts):
            _unlink_slides(holder.part, holder.element)


def _names_slides(part: Part) -> bool:
    """Return whether presentation or view properties point at slides or custom shows."""
    kinds = {relationship.reltype for relationship in part.rels.values()}
    return RELATIONSHIP_TYPE.SLIDE in kinds or any(
        word in part.blob for word in (b":custShow ", b":sldRg ")
    )


def _unlink_slides(part: Part, element: etree._Element) -> None:
    """Take the links to slides out of a master or layout."""
    for identifier, relationship in list(part.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.SLIDE:
            for link in list(element.iter()):
                parent = link.getparent()
                if parent is not None and link.get(name("r:id")) == identifier:
                    parent.remove(link)
            part.rels.pop(identifier)
