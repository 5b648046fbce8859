"""What an exported file refers to outside itself, and what in it acts, read off its bytes.

In: a deck, or a PDF. Out: addresses, and words for what may not be there. Every part is looked at,
those that came with a template too, and those of the workbooks behind charts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
)

_EXTERNAL = "http://schemas.openxmlformats.org/package/2006/relationships"
_HYPERLINK = "/hyperlink"
_STEPS = ("", "ppaction://hlinksldjump", "ppaction://hlinkshowjump", "ppaction://noaction")
_ACTIVE = re.compile(
    r"vbaProject|oleObject|activeX|externalLink|/control$|attachedToolbars|customUI|webextension"
)
_FIELDS = ("slidenum",)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_ACTIVE_DRAWING = re.compile(rb"href\s*=\s*[\"'](?!#|data:)|<script|@import|<!ENTITY")
_PDF_ACTS = frozenset(
    (
        *("/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/OpenAction", "/AA"),
        *("/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMedia", "/Movie", "/Sound"),
        *("/Rendition", "/XFA", "/AcroForm", "/Collection", "/Hide", "/Named"),
    )
)
_ZIP = b"PK\x03\x04"


def links_of(deck: Path) -> list[str]:
    """Return the targets of all relationships that lead out of a deck."""
    with zipfile.ZipFile(deck) as archive:
        return [target for _, target in _outside(archive)]


def faults_of_deck(deck: Path) -> list[str]:
    """Return what in a deck leads or acts where it may not, in words."""
    return list(_faults(deck.read_bytes(), deck.name))


def uris_of(pdf: Path) -> list[str]:
    """Return the addresses that a PDF's links lead to; raise AssertionError where it would act."""
    reader = PdfReader(pdf)
    found: list[str] = []
    for page in reader.pages:
        for entry in page.get("/Annots", ()):
            action = entry.get_object().get("/A", DictionaryObject())
            kind = action.get("/S", "/GoTo")
            assert kind in ("/URI", "/GoTo"), kind
            if kind == "/URI":
                found.append(str(action["/URI"]))
    names = {name for one in _objects(reader) for name in _names(one)}
    assert not names & _PDF_ACTS, names & _PDF_ACTS
    hidden = {uri for one in _objects(reader) for uri in _uris(one)} - set(found)
    assert not hidden, hidden
    return found


def _objects(reader: PdfReader) -> Iterator[PdfObject]:
    """Yield all objects of a PDF, those in compressed streams and those nothing leads to too."""
    numbers = {number: generation for generation, all_ in reader.xref.items() for number in all_}
    numbers |= dict.fromkeys(reader.xref_objStm, 0)
    for number, generation in numbers.items():
        if number and (found := reader.get_object(IndirectObject(number, generation, reader))):
            yield found
    yield reader.trailer


def _names(value: PdfObject) -> Iterator[str]:
    """Yield the keys and the names in an object, however deep."""
    if isinstance(value, NameObject):
        yield value
    for inner in _inside(value):
        yield from _names(inner)


def _uris(value: PdfObject) -> Iterator[str]:
    if isinstance(value, DictionaryObject) and "/URI" in value:
        yield str(value["/URI"])
    for inner in _inside(value):
        yield from _uris(inner)


def _inside(value: PdfObject) -> Iterator[PdfObject]:
    """Yield what lies directly in an object; what it refers to is an object of its own."""
    if isinstance(value, DictionaryObject):
        for key, one in value.items():
            yield from (key, one)
    elif isinstance(value, ArrayObject):
        yield from value


def wrong_address(address: str) -> str:
    """Return what is wrong with an address of a link, "" where it may stand in an export."""
    scheme = address.split(":", 1)[0]
    if scheme not in ("http", "https", "mailto"):
        return f"scheme of {address!r}"
    if re.search(r"[^!-~]", address) or re.search(r"[\x00-\x1f\x7f]", unquote(address)):
        return f"characters of {address!r}"
    parts = urlsplit(address)
    if scheme == "mailto":
        return f"attachment of {address!r}" if "attach" in unquote(parts.query).lower() else ""
    if "@" in parts.netloc or not parts.hostname:
        return f"host of {address!r}"
    return ""


def _faults(data: bytes, name: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for kind, target in _outside(archive):
            if not kind.endswith(_HYPERLINK):
                yield f"{name}: {kind} to {target!r}"
            elif wrong := wrong_address(target):
                yield f"{name}: {wrong}"
        for member in archive.namelist():
            content = archive.read(member)
            if _ACTIVE.search(member):
                yield f"{name}: {member}"
            if content.startswith(_ZIP):  # a workbook, or whatever it is called
                yield from _faults(content, f"{name}/{member}")
            elif zipfile.is_zipfile(io.BytesIO(content)):
                yield f"{name}: {member} has a zip behind it"
            elif member.endswith(".svg") and _ACTIVE_DRAWING.search(content):
                yield f"{name}: {member} is not only a drawing"
            elif member.endswith((".xml", ".rels")):
                yield from _acts(etree.fromstring(content), f"{name}: {member}")
                if "/worksheets/" in member and _FORMULA.search(content):
                    yield f"{name}: {member} holds a formula"


def _acts(root: etree._Element, name: str) -> Iterator[str]:
    """Yield the actions, the fields and the active kinds of relationships of a part."""
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname
        action = element.get("action", "")
        if tag.startswith("hlink") and action.split("?")[0] not in _STEPS:
            yield f"{name}: action {action}"
        if tag == "fld" and "/slides/" in name and element.get("type") not in _FIELDS:
            yield f"{name}: field {element.get('type')}"
        if tag in ("oleObj", "control", "cmd", "externalBook", "ddeLink", "oleLink"):
            yield f"{name}: {tag}"
        if tag == "Relationship" and _ACTIVE.search(element.get("Type", "")):
            yield f"{name}: {element.get('Type')}"


def _outside(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield type and target of each relationship that leads outside, or to no part of the file."""
    for member in archive.namelist():
        if member.endswith(".rels"):
            for one in etree.fromstring(archive.read(member)).iter(f"{{{_EXTERNAL}}}Relationship"):
                target = one.get("Target", "")
                if one.get("TargetMode", "Internal") != "Internal" or urlsplit(target).scheme:
                    yield one.get("Type", ""), target
