"""The package around the slides: the template's parts to start from, the finished zip at the end.

In: a template file; parts. Out: a package without the template's slides; the bytes of a deck, the
same for the same parts. Must not know: pages, boxes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO

from lxml import etree
from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.oxml import CT_Relationships, CT_Types
from pptx.opc.package import Part
from pptx.opc.packuri import PACKAGE_URI
from pptx.oxml import parse_xml
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

from briefer.errors import TemplateError
from briefer.template.model import Template
from briefer.writers.pptx.slide import LayoutPart
from briefer.writers.pptx.xml import name

_LEVEL = 6
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_SECTIONS_EXT = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
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
    """Return the template's package, its slides and whatever speaks of them taken out.

    A .potx opens as well: the content type is given anew when the deck is written. Raises
    TemplateError if the file cannot be read or is no presentation.
    """
    path = template.path
    try:
        package = Package.open(io.BytesIO(path.read_bytes()))
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
                marks = layout.element.iter(name("p:ph"))
                placeholders = {
                    int(mark.get("idx", "0")): {
                        key: value
                        for key, value in mark.attrib.items()
                        if key in ("type", "orient", "sz", "idx")
                    }
                    for mark in marks
                }
                found[layout.name] = LayoutPart(layout.part, placeholders)
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


def relate_all(part: Part, targets: Sequence[Part], kind: str) -> list[str]:
    """Relate a part to others that are new to it, with one relationship each; return their ids.

    WORKAROUND for python-pptx's `Part.relate_to`, which goes through all relationships of the part
    for each new one: a thousand slides took a second, five thousand half a minute.
    """
    relationships = part.rels
    inside = [item.target_part for item in relationships.values() if not item.is_external]
    known = {target.partname: target for target in (*inside, *targets)}
    listed, taken = parse_xml(relationships.xml), set(relationships)
    ids = []
    for target in targets:
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number -= 1
        ids.append(f"rId{number}")
        taken.add(ids[-1])
        listed.add_rel(ids[-1], kind, target.partname.relative_ref(part.partname.baseURI))
    relationships.load_from_xml(part.partname.baseURI, listed, known)
    return ids


def write_package(
    stream: IO[bytes], main: Part, *, properties: Iterable[Part], check: Callable[[], None]
) -> None:
    """Write the main part, the document properties and all they reach as a zip.

    Times and order are fixed and every member is deflated at one level, so the same parts give the
    same bytes. `check` is called before each member and may raise to stop.
    """
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for member, data in _members(main, list(properties)):
            check()
            info = zipfile.ZipInfo(member, _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data, compresslevel=_LEVEL)


def _members(main: Part, properties: list[Part]) -> Iterator[tuple[str, bytes]]:
    parts = [*reachable(main), *properties]
    yield "[Content_Types].xml", _content_types(parts, main)
    root = CT_Relationships.new()
    types = (
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    )
    for number, (kind, part) in enumerate(zip(types, (main, *properties), strict=True), start=1):
        root.add_rel(f"rId{number}", kind, part.partname.relative_ref(PACKAGE_URI.baseURI))
    yield PACKAGE_URI.rels_uri.membername, root.xml_file_bytes
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: Iterable[Part], main: Part) -> bytes:
    """Return [Content_Types].xml: a default for each picture extension, else one per part."""
    types = CT_Types.new()
    defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    overrides = {}
    for part in parts:
        content_type = CONTENT_TYPE.PML_PRESENTATION_MAIN if part is main else part.content_type
        extension = part.partname.ext.lower()
        plain_xml = extension == "xml" and content_type == CONTENT_TYPE.XML
        other = extension != "xml" and defaults.setdefault(extension, content_type) == content_type
        if plain_xml or other:
            continue
        overrides[part.partname] = content_type
    for extension, content_type in sorted(defaults.items()):
        types.add_default(extension, content_type)
    for partname, content_type in sorted(overrides.items()):
        types.add_override(partname, content_type)
    return etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)


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
