"""The package test of decks: rules whose breach makes PowerPoint offer to repair the file.

Each rule comes from a thread on a broken deck (design page "pptx"); a schema validator does not
know them. `package_problems` reads the zip with the standard library and lxml only, so that it
judges what was written and not what python-pptx makes of it.
"""

from __future__ import annotations

import math
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_PML = "application/vnd.openxmlformats-officedocument.presentationml."

_TYPE_OF_RELATIONSHIP = {
    "slide": f"{_PML}slide+xml",
    "slideLayout": f"{_PML}slideLayout+xml",
    "slideMaster": f"{_PML}slideMaster+xml",
    "notesSlide": f"{_PML}notesSlide+xml",
    "notesMaster": f"{_PML}notesMaster+xml",
    "presProps": f"{_PML}presProps+xml",
    "viewProps": f"{_PML}viewProps+xml",
    "tableStyles": f"{_PML}tableStyles+xml",
    "tags": f"{_PML}tags+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
}
_MAGIC = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
}
_NEEDED = {
    "slide": ("slideLayout",),
    "notesSlide": ("notesMaster", "slide"),
    "chart": ("package",),
}


class _Relation:
    """One relationship: its id, the last word of its type, its target, whether it is outside."""

    def __init__(self, element: etree._Element, folder: str) -> None:
        self.id = element.get("Id", "")
        self.kind = element.get("Type", "").rsplit("/", 1)[-1]
        self.outside = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        self.target = target if self.outside else _resolve(folder, target)


class _Deck:
    """A zip read whole: members, parsed XML, content types, relationships of each part."""

    def __init__(self, path: Path) -> None:
        self.problems: list[str] = []
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.data = {name: archive.read(name) for name in self.names}
        self.xml: dict[str, etree._Element] = {}
        for name, data in self.data.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.xml[name] = etree.fromstring(data)
                except etree.XMLSyntaxError as error:
                    self.problems.append(f"{name} is no well-formed XML: {error}")
        self.parts = [
            name
            for name in self.data
            if name != _TYPES and not name.endswith(".rels") and not name.endswith("/")
        ]
        self.defaults, self.overrides = self._read_types()
        self.relations = {name: self._read_relations(name) for name in ("", *self.parts)}

    def _read_types(self) -> tuple[dict[str, str], dict[str, str]]:
        types = self.xml.get(_TYPES)
        if types is None:
            self.problems.append(f"{_TYPES} is missing")
            return {}, {}
        defaults, overrides = {}, {}
        for entry in types:
            kind = entry.get("ContentType", "")
            if entry.tag.endswith("Default"):
                defaults[entry.get("Extension", "").lower()] = kind
            else:
                name = entry.get("PartName", "").lstrip("/")
                if name in overrides:
                    self.problems.append(f"{name} has two content types")
                overrides[name] = kind
        return defaults, overrides

    def _read_relations(self, name: str) -> list[_Relation]:
        element = self.xml.get(_rels_name(name))
        if element is None:
            return []
        return [_Relation(entry, posixpath.dirname(name)) for entry in element]

    def type_of(self, name: str) -> str:
        """Return the content type of a part, "" if it has none."""
        extension = name.rsplit(".", 1)[-1].lower()
        return self.overrides.get(name) or self.defaults.get(extension, "")

    def targets(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part has relationships of one kind to."""
        return [relation.target for relation in self.relations[name] if relation.kind == kind]

    def of_kind(self, kind: str) -> list[str]:
        """Return the parts of one content type, by the word for its relationship."""
        return [name for name in self.parts if self.type_of(name) == _TYPE_OF_RELATIONSHIP[kind]]


def package_problems(path: Path) -> list[str]:
    """Return what is wrong with a deck, one sentence each; an empty list if nothing is."""
    deck = _Deck(path)
    main = next(iter(deck.targets("", "officeDocument")), "")
    if main not in deck.xml:
        return [*deck.problems, "the package has no presentation"]
    checks = (_zip, _types, _relationships, _orphans, _pictures, _needed)
    found = [problem for check in checks for problem in check(deck)]
    found += _presentation(deck, main)
    for kind in ("slide", "notesSlide", "slideLayout", "slideMaster"):
        for name in deck.of_kind(kind):
            if name in deck.xml:
                found += (f"{name}: {problem}" for problem in _shapes(deck.xml[name]))
                found += (f"{name}: {problem}" for problem in _tables(deck.xml[name]))
    for name in deck.of_kind("chart"):
        if name in deck.xml:
            found += (f"{name}: {problem}" for problem in _charts(deck.xml[name]))
    for name in (*deck.of_kind("slide"), *deck.of_kind("notesSlide")):
        if name in deck.xml:
            found += (f"{name}: {problem}" for problem in _languages(deck.xml[name]))
    for name in deck.of_kind("slide"):
        if name in deck.xml:
            found += (f"{name}: {problem}" for problem in _alternatives(deck.xml[name]))
    return [*deck.problems, *found]


def _zip(deck: _Deck) -> Iterator[str]:
    for name, times in Counter(name.lower() for name in deck.names).items():
        if times > 1:
            yield f"{name} is in the zip {times} times"
    if deck.names[0] != _TYPES:
        yield f"{_TYPES} is not the first member"


def _types(deck: _Deck) -> Iterator[str]:
    for name in deck.overrides:
        if name not in deck.data:
            yield f"{name} has a content type but is not in the zip"
    data = {target for name in deck.parts for target in deck.targets(name, "customXml")}
    for name in deck.parts:
        if not deck.type_of(name):
            yield f"{name} has no content type"
        elif deck.type_of(name) == "application/xml" and name not in data:
            yield f"{name} has no content type of its own"
    for relation in deck.relations[""]:
        if relation.kind == "officeDocument" and deck.type_of(relation.target) != _MAIN:
            yield f"{relation.target} is not of the type of a presentation"
    for source, relations in deck.relations.items():
        for relation in relations:
            wanted = _TYPE_OF_RELATIONSHIP.get(relation.kind)
            if wanted and relation.target in deck.data and deck.type_of(relation.target) != wanted:
                yield f"{source}: {relation.id} is a {relation.kind} of another content type"


def _relationships(deck: _Deck) -> Iterator[str]:
    for source, relations in deck.relations.items():
        for identifier, times in Counter(relation.id for relation in relations).items():
            if times > 1:
                yield f"{source}: relationship {identifier} is there {times} times"
        for relation in relations:
            if relation.outside:
                if urlsplit(relation.target).scheme.lower() not in ("http", "https", "mailto"):
                    yield f"{source}: {relation.id} leads outside to {relation.target}"
            elif relation.target not in deck.data:
                yield f"{source}: {relation.id} leads to {relation.target}, which is missing"
        known = {relation.id for relation in relations}
        for node in deck.xml[source].iter() if source in deck.xml else ():
            for key, value in node.attrib.items():
                if str(key).startswith(R) and value not in known:
                    yield f"{source}: {node.tag} names {value or 'an empty relationship'!r}"
    for name in deck.data:
        if name.endswith(".rels") and name != _rels_name("") and _owner(name) not in deck.data:
            yield f"{name} belongs to no part"


def _orphans(deck: _Deck) -> Iterator[str]:
    seen, todo = {""}, [""]
    while todo:
        for relation in deck.relations.get(todo.pop(), []):
            if not relation.outside and relation.target not in seen:
                seen.add(relation.target)
                todo.append(relation.target)
    for name in deck.parts:
        if name not in seen:
            yield f"{name} is reached by no relationship"


def _pictures(deck: _Deck) -> Iterator[str]:
    for name in deck.parts:
        kind = deck.type_of(name)
        if kind == "image/jpg":
            yield f"{name} is called image/jpg, which is no type"
        if kind in _MAGIC and not deck.data[name].startswith(_MAGIC[kind]):
            yield f"{name} is not what its type {kind} says"


def _needed(deck: _Deck) -> Iterator[str]:
    for kind, needs in _NEEDED.items():
        for name in deck.of_kind(kind):
            for need in needs:
                if len(deck.targets(name, need)) < 1:
                    yield f"{name} has no {need}"
    for name in deck.of_kind("slide"):
        if len(deck.targets(name, "slideLayout")) > 1:
            yield f"{name} has two layouts"


def _presentation(deck: _Deck, main: str) -> Iterator[str]:
    root = deck.xml[main]
    entries = root.findall(f"{P}sldIdLst/{P}sldId")
    ids = [entry.get("id", "") for entry in entries]
    for identifier, times in Counter(ids).items():
        if times > 1:
            yield f"slide id {identifier} is there {times} times"
        if not 256 <= int(identifier) < 2**31:
            yield f"slide id {identifier} is out of range"
    if len(ids) != len(deck.of_kind("slide")):
        yield f"{len(ids)} slides are listed, {len(deck.of_kind('slide'))} are there"
    listed = [slide.get("id") for slide in root.iter(f"{P14}sldId")]
    if any(identifier not in ids for identifier in listed):
        yield "the section list names a slide that is not there"
    if listed and sorted(map(str, listed)) != sorted(ids):
        yield "the section list does not name each slide once"
    masters = deck.targets(main, "notesMaster")
    if bool(masters) != (root.find(f"{P}notesMasterIdLst") is not None):
        yield "the notes master is not listed"
    if deck.of_kind("notesSlide") and not masters:
        yield "there are notes but no notes master"
    order = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst"]
    order += ["sldSz", "notesSz", "defaultTextStyle", "extLst"]
    places = [order.index(etree.QName(child).localname) for child in root if _in(child, order)]
    if places != sorted(places):
        yield "the lists of the presentation are out of order"


def _shapes(root: etree._Element) -> Iterator[str]:
    ids = [node.get("id", "") for node in root.iter(f"{P}cNvPr")]
    for identifier, times in Counter(ids).items():
        if times > 1:
            yield f"shape id {identifier} is there {times} times"
    for tag in ("stCxn", "endCxn"):
        for node in root.iter(f"{A}{tag}"):
            if node.get("id") not in ids:
                yield f"a connector is glued to shape {node.get('id')}, which is not there"
    for tag in (f"{P}txBody", f"{A}txBody"):
        for body in root.iter(tag):
            if body.find(f"{A}p") is None:
                yield "a text body has no paragraph"
    for shape in root.iter(f"{P}sp"):
        properties = shape.find(f"{P}nvSpPr/{P}cNvSpPr")
        boxed = properties is not None and properties.get("txBox") == "1"
        if boxed and shape.find(f"{P}txBody") is None:
            yield "a text box has no text body"
    for size in root.iter(f"{A}ext"):
        for key in ("cx", "cy"):
            if size.get(key, "0").startswith("-"):
                yield f"a size is negative: {size.get(key)}"
    for node in root.iter(f"{A}srgbClr"):
        if len(node.get("val", "")) != 6:
            yield f"a colour is {node.get('val')!r}"
    for node in root.iter(f"{A}rPr"):
        if abs(int(node.get("baseline", "0").rstrip("%"))) > 100000:
            yield f"a baseline is {node.get('baseline')}"


def _tables(root: etree._Element) -> Iterator[str]:
    for table in root.iter(f"{A}tbl"):
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        for number, row in enumerate(table.findall(f"{A}tr"), start=1):
            cells = len(row.findall(f"{A}tc"))
            if cells != columns:
                yield f"row {number} of a table has {cells} cells in {columns} columns"
        for cell in table.iter(f"{A}tc"):
            if cell.find(f"{A}txBody") is None:
                yield "a table cell has no text body"


def _charts(root: etree._Element) -> Iterator[str]:
    axes = [node.get("val", "") for node in root.iter(f"{C}axId")]
    crossed = [node.get("val", "") for node in root.iter(f"{C}crossAx")]
    for value in (*axes, *crossed):
        if not 0 <= int(value) < 2**31:
            yield f"an axis id is {value}"
    own = [node.get("val", "") for axis in _axes(root) for node in axis.findall(f"{C}axId")]
    plotted = [
        node.get("val", "")
        for plot in root.findall(f"{C}chart/{C}plotArea/*")
        if etree.QName(plot).localname.endswith("Chart")
        for node in plot.findall(f"{C}axId")
    ]
    if sorted(set(plotted)) != sorted(own) or not set(crossed) <= set(own):
        yield "the axes of the plot are not the axes that are there"
    date = root.find(f"{C}date1904")
    if date is None or date.get("val") != "0":
        yield "dates do not count from 1900"
    if root.find(f"{C}chart/{C}autoTitleDeleted") is None:
        yield "a title would come by itself"
    if root.find(f"{C}externalData") is None:
        yield "the chart has no workbook"
    yield from _chart_data(root)


def _chart_data(root: etree._Element) -> Iterator[str]:
    for bars in root.iter(f"{C}barChart"):
        for series in bars.findall(f"{C}ser"):
            negative = series.find(f"{C}invertIfNegative")
            if negative is None or negative.get("val") != "0":
                yield "negative values would lose their colour"
    for cache in (*root.iter(f"{C}strCache"), *root.iter(f"{C}numCache")):
        count = cache.find(f"{C}ptCount")
        indexes = [int(point.get("idx", "-1")) for point in cache.findall(f"{C}pt")]
        if count is None or any(not 0 <= n < int(count.get("val", "0")) for n in indexes):
            yield "a chart has a value outside its count"
    for cache in root.iter(f"{C}numCache"):
        for number in cache.iter(f"{C}v"):
            if not _is_number(number.text):
                yield f"a value of a chart is {number.text!r}"


def _axes(root: etree._Element) -> list[etree._Element]:
    return [
        node for tag in ("catAx", "valAx", "dateAx", "serAx") for node in root.iter(f"{C}{tag}")
    ]


def _is_number(text: str | None) -> bool:
    try:
        return math.isfinite(float(text or ""))
    except ValueError:
        return False


def _languages(root: etree._Element) -> Iterator[str]:
    for tag in ("r", "fld", "br"):
        for run in root.iter(f"{A}{tag}"):
            properties = run.find(f"{A}rPr")
            if properties is None or not properties.get("lang"):
                text = run.findtext(f"{A}t", "")
                yield f"a run has no language: {text[:30]!r}"


def _alternatives(root: etree._Element) -> Iterator[str]:
    for node in root.iter():
        if _needs_words(node):
            identity = node.find(f"*/{P}cNvPr")
            described = identity is not None and identity.get("descr", "").strip()
            decorative = identity is not None and any(
                mark.get("val") == "1" for mark in identity.iter(_DECORATIVE)
            )
            if not described and not decorative:
                name = "" if identity is None else identity.get("name")
                yield f"{name!r} has no alternative text and is not marked decorative"


def _needs_words(node: etree._Element) -> bool:
    """Return whether a shape shows something that is no text."""
    if node.tag in (f"{P}pic", f"{P}graphicFrame", f"{P}grpSp", f"{P}cxnSp"):
        return True
    if node.tag != f"{P}sp" or next(node.iter(f"{P}ph"), None) is not None:
        return False
    return not "".join(text.text or "" for text in node.iter(f"{A}t")).strip()


def _in(node: etree._Element, names: list[str]) -> bool:
    return isinstance(node.tag, str) and etree.QName(node).localname in names


def _rels_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _owner(rels: str) -> str:
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _resolve(folder: str, target: str) -> str:
    path = target if target.startswith("/") else posixpath.join("/", folder, target)
    return unquote(posixpath.normpath(path)).lstrip("/")
