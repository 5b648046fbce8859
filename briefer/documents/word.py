"""A Word document (.docx) to text: paragraphs, tables, text boxes, then foot- and endnotes.

In: bytes. Out: the text as it stands with all tracked changes accepted. The parts that hold text
are read from the package with lxml, each up to a limit, so that a package which swells when it is
unpacked does no harm; nothing outside it is read. Namespaces are told by local names, because the
strict form of the format has others (ISO/IEC 29500).
"""

from __future__ import annotations

import io
import posixpath

from lxml import etree

from briefer.bounded import UNREADABLE, BoundedZip, Bounds, TooMuchError
from briefer.documents.model import Document, counted, too_long
from briefer.documents.writing import Paper
from briefer.errors import DocumentError

BOUNDS = Bounds(members=10_000, member=40_000_000, total=100_000_000)

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DROPPED = frozenset(
    ("del", "moveFrom", "instrText", "delInstrText", "delText", "Fallback", "pPr", "rPr")
)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(data: bytes, name: str) -> Document:
    """Return the text of a Word document; raise DocumentError where it is none."""
    try:
        package = BoundedZip(io.BytesIO(data), BOUNDS)
    except TooMuchError as error:
        raise _unfit(name, str(error)) from error
    except UNREADABLE as error:
        raise _unfit(name, "its package is damaged") from error
    with package:
        return _read(package, name)


def _read(package: BoundedZip, name: str) -> Document:
    main = _related(package, "", "officeDocument", name)
    if not main:
        raise _unfit(name, "there is no document in it")
    paper, notes = Paper(), []
    _write(_part(package, main, name), paper)
    for relation, tag in _NOTES:
        part = _related(package, main, relation, name)
        if part:
            number = _write_notes(_part(package, part, name), tag, paper)
            notes.append(f"{counted(number, tag)} at the end of the text." if number else "")
    if paper.full:
        raise too_long(name)
    return Document(paper.text(), "docx", notes=tuple(note for note in notes if note))


def _related(package: BoundedZip, part: str, relation: str, name: str) -> str:
    """Return the name of the part that a part names in a relation, "" where there is none."""
    folder, file = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    if not package.holds(relations):
        return ""
    for element in _part(package, relations, name).iter(_RELATIONS):
        outside = element.get("TargetMode") == "External"
        if element.get("Type", "").endswith(f"/{relation}") and not outside:
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            found = target.lstrip("/")
            return found if package.holds(found) else ""
    return ""


def _part(package: BoundedZip, part: str, name: str) -> etree._Element:
    try:
        data = package.read_xml(part)
    except TooMuchError as error:
        raise _unfit(name, str(error)) from error
    except UNREADABLE as error:
        # zipfile's ways to say that a part is encrypted, cut off, or packed in a way of its own.
        raise _unfit(name, f"its part {part} cannot be unpacked") from error
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unfit(name, f"its part {part} is damaged (line {error.lineno})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unfit(name, f"its part {part} declares a document type")
    return root


def _write(root: etree._Element, paper: Paper) -> None:
    """Write what stands in an element, in the order of the file."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = _local(element)
        if event == "start":
            if tag in _DROPPED:
                walk.skip_subtree()
            else:
                _open(element, tag, paper)
        elif tag == "p":
            paper.end_line()
        elif tag == "tc":
            paper.end_cell()
        elif tag == "tr":
            paper.end_line()
        if paper.full:
            break


def _open(element: etree._Element, tag: str, paper: Paper) -> None:
    if tag == "t":
        paper.exact(element.text or "")
    elif tag == "tab":
        paper.tab()
    elif tag in ("br", "cr"):
        paper.end_line()
    elif tag == "noBreakHyphen":
        paper.exact("-")
    elif tag == "txbxContent":
        paper.end_line()


def _write_notes(root: etree._Element, tag: str, paper: Paper) -> int:
    """Write foot- or endnotes, each on lines of its own; return how many there are."""
    number = 0
    for note in root:
        kinds = [value for key, value in note.attrib.items() if str(key).endswith("}type")]
        if _local(note) == tag and not set(kinds) & set(_NO_NOTES):
            paper.end_line()
            _write(note, paper)
            number += 1
    return number


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _unfit(name: str, why: str) -> DocumentError:
    return DocumentError(
        f"{name}: this is no Word document that can be read: {why}.",
        hint="Open it in Word, save it again as .docx, or save it as plain text.",
    )
