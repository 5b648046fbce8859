"""Hostile presentations, by what is wrong with them: for templates and for decks read back.

In: nothing. Out: `PACKAGES`, builders by name. Must not know: readers.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from tests.fuzz import zip_hostile as zips
from tests.fuzz import zip_hostile_xml as xml
from tests.fuzz.zip_hostile import MASTER, MASTER_RELS, PRESENTATION, RELS, Build

_TYPES = "[Content_Types].xml"
_HUGE = "9" * 5000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 20
_EMPTY_RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)

ZIPS: Mapping[str, Build] = {
    "nothing": lambda data: b"",
    "text": lambda data: b"Dear reader",
    "encrypted OLE container": lambda data: _OLE,
    "a part of 400 MB": zips.swelling,
    "a part of 400 MB that claims a kilobyte": zips.size_that_lies,
    "a part packed with bzip2": zips.packed_as(zipfile.ZIP_BZIP2),
    "a part packed with LZMA": zips.packed_as(zipfile.ZIP_LZMA),
    "200,000 members": zips.many_members,
    "members that overlap": zips.overlapping,
    "zip in zip in zip": zips.nested,
    "itself as parts": zips.quine_like,
    "a list longer than the file": zips.end_record(length=0xFFFFFFF0),
    "a list before the file": zips.end_record(start=0xFFFFFFF0),
    "more members than listed": zips.end_record(count=0xFFFF),
    "no members": zips.end_record(count=0, length=0),
    "a comment that is not there": zips.end_record(comment=0xFFFF),
    "zip64: a list of exabytes": zips.zip64_end(2**63, 0),
    "zip64: a list nowhere": zips.zip64_end(100, 2**64 - 1),
    "zip64: nothing": zips.zip64_end(0, 0),
    "cut short": lambda data: data[: len(data) * 2 // 3],
    "data before it": lambda data: b"MZ" * 5000 + data,
    "data behind it": lambda data: data + b"\0" * 5000,
    "a part above the folder": zips.with_member("../../../evil.xml"),
    "a part at the root of the disk": zips.with_member("/etc/passwd"),
    "a part on drive C": zips.with_member("C:\\Windows\\evil.xml"),
    "a part with a null in its name": zips.with_member("ppt/a\0b.xml"),
    "a part with a very long name": zips.with_member("ppt/" + "a" * 60_000),
    "a part twice": zips.with_member(PRESENTATION),
    "a part twice but for case": zips.with_member(PRESENTATION.upper()),
    "a part beside a folder of its name": zips.with_member(f"{PRESENTATION}/a"),
    "no content types": zips.without(_TYPES),
    "no relationships": zips.without("_rels/", "ppt/_rels/"),
    "no presentation": zips.without(PRESENTATION),
    "no master": zips.without("ppt/slideMasters/"),
    "no layouts": zips.without("ppt/slideLayouts/"),
    "no theme": zips.without("ppt/theme/"),
}
"""What is wrong with the zip, or with which parts are in it."""

PARTS: Mapping[str, Build] = {
    **{
        f"{what} in the presentation": xml.declaring(PRESENTATION, d)
        for what, d in xml.DOCTYPES.items()
    },
    **{
        f"entity bomb in {part}": xml.declaring(part, xml.DOCTYPES["entity bomb"])
        for part in (
            MASTER,
            MASTER_RELS,
            RELS,
            "_rels/.rels",
            _TYPES,
            "ppt/theme/theme1.xml",
            "ppt/tableStyles.xml",
        )
    },
    "8,000 shapes on a layout": xml.inside("layout", xml.shapes(8000)),
    "8,000 shapes on the master": xml.inside(MASTER, xml.shapes(8000)),
    "ten million elements": xml.inside(MASTER, xml.empties(10_000_000)),
    "200,000 attributes": xml.inside(MASTER, xml.attributes(200_000)),
    "elements 100,000 deep": xml.inside(MASTER, xml.deep(b"a", 100_000)),
    "elements 250 deep": xml.inside("layout", xml.deep(b"p:sp", 240)),
    "groups 80 deep": xml.inside("layout", xml.groups(80)),
    "a name of nine megabytes": xml.inside("layout", xml.attribute(9_000_000)),
    "a name of twelve megabytes": xml.inside("layout", xml.attribute(12_000_000)),
    "5,000 layouts that are one": xml.layouts(5000),
    "5,000 masters that are one": xml.masters(5000),
    "a master that is text": xml.replaced(MASTER, b"not XML"),
    "a master that is a theme": xml.replaced(MASTER, b'<a:theme xmlns:a="urn:a"/>'),
    "a layout that is empty": xml.replaced("layout", b""),
    "UTF-16 that says UTF-8": xml.recoded(MASTER, "utf-16"),
    "UTF-32": xml.recoded(MASTER, "utf-32"),
    "Latin-1 that says UTF-8": xml.replaced(MASTER, b'<?xml version="1.0"?><a b="\xe9"/>'),
    "an unknown encoding": xml.replaced(MASTER, b'<?xml version="1.0" encoding="x-evil"?><a/>'),
    "relationships in a circle": zips.edited(
        MASTER_RELS, ("../slideLayouts/", "../slideMasters/../slideLayouts/")
    ),
    "a master that is its own theme": zips.edited(
        MASTER_RELS, ("../theme/theme1.xml", "slideMaster1.xml")
    ),
    "a presentation that is its own master": zips.edited(
        RELS, ("slideMasters/slideMaster1.xml", "presentation.xml")
    ),
    "relationships without ids": zips.edited(MASTER_RELS, ('Id="', 'Ix="')),
    "relationships of one id": zips.edited(RELS, ('Id="rId2"', 'Id="rId1"')),
    "relationships that lead upwards": zips.edited(RELS, ("slideMasters/", "../../../../etc/")),
    "a master without layouts": zips.edited(MASTER, ("sldLayoutIdLst", "sldLayoutIdLsX")),
    "no relationships of the master": xml.replaced(MASTER_RELS, _EMPTY_RELS),
    "wrong content types": zips.edited(_TYPES, ("slideMaster+xml", "slideLayout+xml")),
    "all parts as pictures": zips.edited(_TYPES, ("application/vnd.", "image/png+")),
    "a slide of no size": zips.edited(PRESENTATION, ('cx="12192000"', 'cx="0"')),
    "a slide of negative size": zips.edited(PRESENTATION, ('cx="12192000"', 'cx="-12192000"')),
    "a slide of light years": zips.edited(PRESENTATION, ('cx="12192000"', f'cx="{"9" * 18}"')),
    "a slide of 5,000 digits": zips.edited(PRESENTATION, ('cx="12192000"', f'cx="{_HUGE}"')),
    "a slide whose size is no number": zips.edited(PRESENTATION, ('cx="12192000"', 'cx="NaN"')),
    "frames of 400 digits": zips.edited("layout", ('<a:off x="', f'<a:off x="{"9" * 400}')),
    "negative frames": zips.edited("layout", ('<a:ext cx="', '<a:ext cx="-')),
    "type of giant size": zips.edited(MASTER, (' sz="', f' sz="{"9" * 300}')),
    "type of negative size": zips.edited(MASTER, (' sz="', ' sz="-')),
    "spacing of NaN per cent": zips.edited(MASTER, ('<a:spcPct val="', '<a:spcPct val="NaN%" x="')),
    "colours that are none": zips.edited("ppt/theme/theme1.xml", ('val="', 'val="GG')),
    "slots that are none": zips.edited(MASTER, ("accent1", "accent99")),
    "a colour map to itself": zips.edited(MASTER, ('bg1="lt1"', 'bg1="bg1"')),
}
"""What is wrong in a part of it."""

OUTWARD: Mapping[str, Build] = {
    f"{kind} {target[:24]}": zips.related(part, kind, target, outside=outside)
    for part, kind, target, outside in (
        (MASTER_RELS, "image", "file:///etc/passwd", True),
        (MASTER_RELS, "image", "\\\\host\\share\\a.png", True),
        (MASTER_RELS, "image", "http://localhost:9/a.png", True),
        (MASTER_RELS, "oleObject", "file:///C:/evil.doc", True),
        (RELS, "attachedTemplate", "http://localhost:9/t.potx", True),
        (RELS, "slideMaster", "http://localhost:9/master.xml", True),
        (MASTER_RELS, "slideLayout", "http://localhost:9/layout.xml", True),
        (RELS, "vbaProject", "vbaProject.bin", False),
        (MASTER_RELS, "control", "../activeX/activeX1.xml", False),
        (MASTER_RELS, "oleObject", "../embeddings/oleObject1.bin", False),
        (MASTER_RELS, "package", "../embeddings/book.xlsx", False),
        (MASTER_RELS, "hyperlink", "javascript:alert(1)", True),
        (MASTER_RELS, "hyperlink", "file:///etc/passwd", True),
    )
}
"""What leads out of it, or acts."""

PACKAGES: Mapping[str, Build] = {**ZIPS, **PARTS, **OUTWARD}
