"""Packages as somebody who means harm makes them, each from a valid one.

In: the bytes of a valid presentation. Out: bytes by what is wrong in them. Must not know: readers.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.fuzz.spoiling_zip import parts_in, zipped

PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
RELS = "ppt/_rels/presentation.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Build = Callable[[bytes], bytes]

_MEGABYTE = 1 << 20
_SPACES = b" " * _MEGABYTE


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with some of its parts replaced, or added at its end."""
    held = dict(parts_in(data))
    return zipped(list({**held, **parts}.items()))


def part_of(data: bytes, name: str) -> bytes:
    """Return a part of a package."""
    return dict(parts_in(data))[name]


def layout_of(data: bytes) -> str:
    """Return the name of a layout of a package."""
    return next(name for name, _ in parts_in(data) if name.startswith("ppt/slideLayouts/slide"))


def swelling(data: bytes, part: str = MASTER, *, megabytes: int = 400) -> bytes:
    """Return a package in which a part is followed by so many megabytes of blanks."""
    return _with_swollen(data, part, megabytes)


def _with_swollen(data: bytes, part: str, megabytes: int, *, told: int | None = None) -> bytes:
    """Return a package with a part swollen; `told` is what the zip says of its size instead."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    start = part_of(data, part)
    whole = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    # What is packed after a full flush is the same bytes each time.
    whole += (packer.compress(_SPACES) + packer.flush(zlib.Z_FULL_FLUSH)) * megabytes
    whole += packer.flush()
    rest = zipped([(name, content) for name, content in parts_in(data) if name != part])
    size = told if told is not None else len(start) + megabytes * _MEGABYTE
    return _appended(rest, part, whole, size=size, check=0)


def _appended(
    archive: bytes, name: str, packed: bytes, *, size: int, check: int, method: int = 8
) -> bytes:
    """Return a zip with a member at its end that is what we say it is."""
    place = archive.rfind(b"PK\x05\x06")
    count, length, start = struct.unpack_from("<HII", archive, place + 10)
    told = name.encode()
    common = struct.pack("<HHHHHIII", 20, 0, method, 0, 33, check, len(packed), size)
    local = b"PK\x03\x04" + common + struct.pack("<HH", len(told), 0) + told + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common
    entry += struct.pack("<HHHHHII", len(told), 0, 0, 0, 0, 0, start) + told
    listed = archive[start : start + length] + entry
    end = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(listed), start + len(local), 0)
    return archive[:start] + local + listed + b"PK\x05\x06" + end


def size_that_lies(data: bytes, part: str = MASTER) -> bytes:
    """Return a package with a part that unpacks to 400 MB and claims a kilobyte."""
    return _with_swollen(data, part, 400, told=1000)


def packed_as(method: int, part: str = MASTER) -> Build:
    """Return what makes a package with a part packed in a way whose unpacking has no bound."""

    def build(data: bytes) -> bytes:
        start = part_of(data, part)
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method, compresslevel=1) as archive:
            archive.writestr(part, start + _SPACES * 30)
        with zipfile.ZipFile(file) as archive:
            info = archive.getinfo(part)
            at = info.header_offset + 30 + len(part)
            packed = file.getvalue()[at : at + info.compress_size]
        rest = zipped([(name, content) for name, content in parts_in(data) if name != part])
        return _appended(rest, part, packed, size=len(start) + 100, check=info.CRC, method=method)

    return build


def many_members(data: bytes) -> bytes:
    """Return a package that lists 200,000 members, all of them the same bytes."""
    place = data.rfind(b"PK\x05\x06")
    _, length, start = struct.unpack_from("<HII", data, place + 10)
    listed = data[start : start + length]
    first = listed[: 46 + struct.unpack_from("<H", listed, 28)[0]]
    end = struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, len(first) * 200_000, start, 0)
    return data[:start] + first * 200_000 + b"PK\x05\x06" + end


def overlapping(data: bytes) -> bytes:
    """Return a package in which all members are the bytes of one."""
    listed = bytearray(data)
    place = data.find(b"PK\x01\x02")
    offset = data[place + 42 : place + 46]
    while place >= 0:
        listed[place + 42 : place + 46] = offset
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(listed)


def end_record(**told: int) -> Build:
    """Return what makes a package whose end record tells other numbers."""
    places = {"count": (10, "<H"), "length": (12, "<I"), "start": (16, "<I"), "comment": (20, "<H")}

    def build(data: bytes) -> bytes:
        turned, place = bytearray(data), data.rfind(b"PK\x05\x06")
        for name, number in told.items():
            offset, form = places[name]
            struct.pack_into(form, turned, place + offset, number)
        return bytes(turned)

    return build


def zip64_end(length: int, start: int) -> Build:
    """Return what makes a package with a zip64 end record that tells these numbers."""

    def build(data: bytes) -> bytes:
        place = data.rfind(b"PK\x05\x06")
        record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 9, 9, length, start)
        locator = b"PK\x06\x07" + struct.pack("<IQI", 0, place, 1)
        return data[:place] + record + locator + data[place:]

    return build


def with_member(name: str, content: bytes = b"<a/>") -> Build:
    """Return what makes a package with one member more."""
    return lambda data: zipped([*parts_in(data), (name, content)])


def without(*names: str) -> Build:
    """Return what makes a package without parts whose names begin so."""
    return lambda data: zipped([p for p in parts_in(data) if not p[0].startswith(names)])


def edited(name: str, *swaps: tuple[str, str]) -> Build:
    """Return what makes a package with words in a part swapped; "layout" stands for a layout."""

    def build(data: bytes) -> bytes:
        part = layout_of(data) if name == "layout" else name
        content = before = part_of(data, part)
        for old, new in swaps:
            content = content.replace(old.encode(), new.encode())
        if content == before:
            raise ValueError(f"nothing is changed in {part}")
        return changed(data, {part: content})

    return build


def related(
    part: str, kind: str, target: str, *, outside: bool = False, key: str = "rId77"
) -> Build:
    """Return what makes a package in which the presentation or a master relates to a target."""
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return edited(part, ("</Relationships>", f"{one}</Relationships>"))


def nested(data: bytes) -> bytes:
    """Return a package in a package in a package, the inner ones in place of the presentation."""
    for _ in range(3):
        data = zipped([(name, data if name == PRESENTATION else c) for name, c in parts_in(data)])
    return data


def quine_like(data: bytes) -> bytes:
    """Return a package with itself, twenty times, as parts."""
    return zipped([*parts_in(data), *((f"ppt/embeddings/{n}.pptx", data) for n in range(20))])
