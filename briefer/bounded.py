"""Zip files that anybody may have made, read within bounds that are set before anything is read.

In: a file, and what it may hold at most. Out: the bytes of members. Raises `TooMuchError` for what
is more, and one of `UNREADABLE` for what is damaged. Must not know: what members mean.

What a zip says of itself is not believed: the list of members is counted before it is read, and a
member is unpacked up to the size that it claims and no further. Only the two ways of packing that
ISO/IEC 29500-2 allows are unpacked; the others of `zipfile` swell a few bytes to gigabytes at once.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO

UNREADABLE = (
    KeyError,  # no such member
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,  # zipfile: the member has a password
    NotImplementedError,  # zipfile: an unknown way of packing, a zip of several files
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
)
"""What `zipfile` raises for damage of one kind or another."""

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_END, _END_64, _LOCATOR, _ENTRY = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x01\x02"
_END_BYTES, _LOCATOR_BYTES, _END_64_BYTES, _LONGEST_COMMENT = 22, 20, 56, 0xFFFF
_BYTES_A_MEMBER = 1000
"""Of the list of members, with a long name and notes on its owner."""


class TooMuchError(Exception):
    """A zip holds more than it may; the message says of what."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a zip may hold: how many members, bytes unpacked of one, bytes of all that are read.

    `marks` are the tags and attributes of one member and `all_marks` those of all that are read as
    XML; a parsed tree takes a hundred bytes and more for each.
    """

    members: int
    member: int
    total: int
    marks: int = 3_000_000
    all_marks: int = 100_000_000


class BoundedZip:
    """An opened zip; `names` are those of its members as listed, doubles too."""

    def __init__(self, file: Path | IO[bytes], bounds: Bounds) -> None:
        self._bounds = bounds
        self._read = self._marks = 0
        _check_list(file, bounds)
        self._archive = zipfile.ZipFile(file)
        self.names = tuple(self._archive.namelist())

    def __enter__(self) -> BoundedZip:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._archive.close()

    def holds(self, name: str) -> bool:
        """Return whether a member is there."""
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """Return a member's bytes; of several of one name the last, which is what Office reads."""
        info = self._archive.getinfo(name)
        if info.compress_type not in _PACKED:
            raise zipfile.BadZipFile(f"{name} is packed in a way that no Office packs")
        self._read += info.file_size
        if info.file_size > self._bounds.member:
            raise TooMuchError(f"{name} has {info.file_size:,} bytes")
        if self._read > self._bounds.total:
            raise TooMuchError(f"with {name} it has over {self._bounds.total:,} bytes")
        with self._archive.open(info) as member:
            # Not read(): that would unpack two gigabytes at once and only then cut off what is
            # more than the size that was claimed.
            return member.read(info.file_size + 1)

    def read_xml(self, name: str) -> bytes:
        """Return a member's bytes, fit to be parsed: `read`, and not too many tags in it."""
        data = self.read(name)
        marks = marks_in(data)
        self._marks += marks
        if marks > self._bounds.marks or self._marks > self._bounds.all_marks:
            raise TooMuchError(f"with {name} it has {self._marks:,} tags and attributes")
        return data


def marks_in(data: bytes) -> int:
    """Return how many tags and attributes XML has at most, in UTF-8 or UTF-16, unparsed."""
    return data.count(b"<") + data.count(b"=")


def _check_list(file: Path | IO[bytes], bounds: Bounds) -> None:
    """Raise TooMuchError where the list of members is longer than it may be."""
    if isinstance(file, Path):
        with file.open("rb") as stream:
            _check_list(stream, bounds)
        return
    size = _bytes_of_list(file)
    if size > bounds.members * _BYTES_A_MEMBER:
        raise TooMuchError(f"its list of parts has {size:,} bytes")
    file.seek(max(0, file.seek(0, 2) - size - _LONGEST_COMMENT - 200))
    count = file.read().count(_ENTRY)
    file.seek(0)
    if count > bounds.members:
        raise TooMuchError(f"it has {count:,} parts")


def _bytes_of_list(stream: IO[bytes]) -> int:
    """Return how long the list of members says it is, 0 where none is found: as zipfile looks."""
    length = stream.seek(0, 2)
    stream.seek(max(0, length - _END_BYTES - _LONGEST_COMMENT - _LOCATOR_BYTES - _END_64_BYTES))
    tail = stream.read()
    place = len(tail) - _END_BYTES
    if not (tail[place:].startswith(_END) and tail.endswith(b"\0\0")):
        place = tail.rfind(_END)
    if place < 0 or len(tail) < place + _END_BYTES:
        return 0
    (size,) = struct.unpack_from("<I", tail, place + 12)
    locator = place - _LOCATOR_BYTES
    record = locator - _END_64_BYTES
    if record >= 0 and tail[locator:].startswith(_LOCATOR) and tail[record:].startswith(_END_64):
        (size,) = struct.unpack_from("<Q", tail, record + 40)
    return int(size)
