"""Bytes spoiled at random: turned, cut, doubled, moved, and put in what readers stumble over.

In: valid bytes and a source of chance. Out: other bytes. Must not know: what they mean.
"""

from __future__ import annotations

import random
import struct

LARGEST = 4_000_000
"""Bytes that spoiled data may have at most: what is large on purpose is made by hand."""

NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_KINDS = ("<B", "<H", "<I", "<Q", ">H", ">I", ">Q")
TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r", b"\t", b"'",
    b'"', b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&a;", b"]]>", b"<!--", b"<?", b"<![CDATA[",
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"-1", b"1e999", b"NaN", b"9"*400, b"9"*5000, b"{", b"[",
    b"}", b"]", b":", b",", b"null", b"true", b"\\ud800", b"../", b"/", b"\\", b"%00", b"%s",
    b"{0}", b"PK\x03\x04", b"PK\x05\x06", b"PK\x01\x02", b"endobj", b"stream", b"1 0 R", b"/Kids",
    b"<<",
)  # fmt: skip


def spoiled(data: bytes, chance: random.Random, *, others: tuple[bytes, ...] = ()) -> bytes:
    """Return bytes with one to eight things done to them; `others` are what is spliced in."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        data = (
            chance.choice(_WAYS)(data, chance)
            if chance.random() < 0.93 or not others
            else (_spliced(data, chance.choice(others), chance))
        )
    return data[:LARGEST]


def _at(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = _at(data, chance)
    return start, min(len(data), start + int(chance.paretovariate(0.7)))


def _turned(data: bytes, chance: random.Random) -> bytes:
    """Turn a bit, or a whole byte."""
    if not data:
        return data
    place, mask = chance.randrange(len(data)), chance.choice((1 << chance.randrange(8), 0xFF, 0x20))
    return data[:place] + bytes([data[place] ^ mask]) + data[place + 1 :]


def _numbered(data: bytes, chance: random.Random) -> bytes:
    """Write a number at the limit of its kind over what is there."""
    number = chance.choice(NUMBERS)
    kind = chance.choice(_KINDS)
    told = struct.pack(kind, number & (256 ** struct.calcsize(kind) - 1))
    place = _at(data, chance)
    return data[:place] + told + data[place + len(told) :]


def _put_in(data: bytes, chance: random.Random) -> bytes:
    place = _at(data, chance)
    return data[:place] + chance.choice(TOKENS) + data[place:]


def _put_over(data: bytes, chance: random.Random) -> bytes:
    (start, end), token = _span(data, chance), chance.choice(TOKENS)
    return data[:start] + token + data[end:]


def _taken_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    times = chance.choice((1, 1, 2, 10, 200))
    return (data[:end] + data[start:end] * times + data[end:])[:LARGEST]


def _moved(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    rest = data[:start] + data[end:]
    place = _at(rest, chance)
    return rest[:place] + data[start:end] + rest[place:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _at(data, chance)]


def _spliced(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = _span(other, chance)
    end = min(len(other), end + chance.choice((0, 16, 256, 4096)))
    place = _at(data, chance)
    return data[:place] + other[start:end] + data[place + chance.choice((0, end - start)) :]


_WAYS = (
    *(_turned,) * 4,
    *(_numbered,) * 2,
    *(_put_in,) * 2,
    _put_over,
    _taken_out,
    _doubled,
    _moved,
    _cut,
)
