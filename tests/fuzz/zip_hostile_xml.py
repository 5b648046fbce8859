"""Parts of packages as somebody who means harm writes them.

In: the bytes of a valid presentation. Out: bytes by what is wrong in them. Must not know: readers.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.zip_hostile import MASTER, PRESENTATION, RELS, Build, changed, layout_of, part_of

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (number, b"&l%d;" % (number - 1) * 10 if number else b"lol")
    for number in range(12)
)
DOCTYPES = {
    "entity bomb": b"<!DOCTYPE a [" + _LAUGHS + b"]>",
    "quadratic entity": b'<!DOCTYPE a [<!ENTITY l11 "' + b"x" * 200_000 + b'">]>',
    "external entity": b'<!DOCTYPE a [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
    "entity of the net": b'<!DOCTYPE a [<!ENTITY l11 SYSTEM "http://localhost:9/">]>',
    "external DTD": b'<!DOCTYPE a SYSTEM "http://localhost:9/a.dtd">',
    "parameter entity": b'<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "recursive entity": b'<!DOCTYPE a [<!ENTITY l11 "&l12;"><!ENTITY l12 "&l11;">]>',
}
"""Document types: none has a place in a presentation."""


def declaring(part: str, doctype: bytes) -> Build:
    """Return what makes a package in which a part declares a document type and uses its entity."""

    def build(data: bytes) -> bytes:
        content = part_of(data, part)
        body = content[content.index(b"?>") + 2 :] if content.startswith(b"<?xml") else content
        head, tail = body.rsplit(b"</", 1)
        used = b"&l11;" * 1000 if b"l11" in doctype else b""
        return changed(data, {part: _DECLARATION + doctype + head + used + b"</" + tail})

    return build


def inside(part: str, make: Callable[[bytes], bytes]) -> Build:
    """Return what makes a package with more at the end of a part ("layout": of its shapes)."""

    def build(data: bytes) -> bytes:
        name = layout_of(data) if part == "layout" else part
        content = part_of(data, name)
        end = b"</p:spTree>" if b"</p:spTree>" in content else b"</"
        head, tail = content.rsplit(end, 1)
        return changed(data, {name: head + make(content) + end + tail})

    return build


def shapes(count: int) -> Callable[[bytes], bytes]:
    """Return what makes so many shapes."""
    one = (
        b'<p:sp><p:nvSpPr><p:cNvPr id="9" name="a"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr></p:sp>'
    )
    return lambda _: one * count


def deep(tag: bytes, depth: int) -> Callable[[bytes], bytes]:
    """Return what makes elements so deep in each other."""
    return lambda _: b"<%s>" % tag * depth + b"</%s>" % tag * depth


def groups(depth: int) -> Callable[[bytes], bytes]:
    """Return what makes groups so deep in each other."""
    start = (
        b'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="5" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        b"<p:grpSpPr/>"
    )
    return lambda _: start * depth + b"</p:grpSp>" * depth


def attribute(length: int) -> Callable[[bytes], bytes]:
    """Return what makes a shape with a name of so many letters."""
    return lambda _: (
        b'<p:sp><p:nvSpPr><p:cNvPr id="9" name="' + b"n" * length + b'"/><p:cNvSpPr/><p:nvPr/>'
        b"</p:nvSpPr><p:spPr/></p:sp>"
    )


def attributes(count: int) -> Callable[[bytes], bytes]:
    """Return what makes an element with so many attributes."""
    return lambda _: b"<p:sp " + b" ".join(b'a%d=""' % n for n in range(count)) + b"/>"


def empties(count: int) -> Callable[[bytes], bytes]:
    """Return what makes so many of the smallest elements there are."""
    return lambda _: b"<a/>" * count


def replaced(part: str, content: bytes) -> Build:
    """Return what makes a package in which a part is something else."""
    return lambda data: changed(data, {layout_of(data) if part == "layout" else part: content})


def recoded(part: str, encoding: str) -> Build:
    """Return what makes a package in which a part is in another encoding than it says."""
    return lambda data: changed(data, {part: part_of(data, part).decode().encode(encoding)})


def layouts(count: int) -> Build:
    """Return what makes a package whose master lists one layout so many times."""

    def build(data: bytes) -> bytes:
        master = part_of(data, MASTER)
        start = master.index(b"<p:sldLayoutId ")
        entry = master[start : master.index(b"/>", start) + 2]
        return changed(data, {MASTER: master.replace(entry, entry * count, 1)})

    return build


def masters(count: int) -> Build:
    """Return what makes a package that relates to one master so many times, each with its theme."""

    def build(data: bytes) -> bytes:
        rels, main = part_of(data, RELS), part_of(data, PRESENTATION)
        start = main.index(b"<p:sldMasterId ")
        entry = main[start : main.index(b"/>", start) + 2]
        return changed(data, {PRESENTATION: main.replace(entry, entry * count, 1), RELS: rels})

    return build
