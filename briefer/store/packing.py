"""Sets of record numbers as bytes and back.

In: a set, or bytes of ours. Out: the other one; a DatabaseError that says "damaged" where bytes
hold no set. There are two forms. `packed` is the portable form of roaring bitmaps
(https://github.com/RoaringBitmap/RoaringFormatSpec). `squeezed` is the same compressed, for sets
of very many records: half the size and less, and quickly read. Must not know: SQL.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable

from pyroaring import BitMap

_MOST_BYTES = 1 << 26
"""More than a set of five hundred million records has; nobody's bytes fill the memory."""


def packed(numbers: BitMap) -> bytes:
    """Return a set as bytes, in the portable form of roaring bitmaps."""
    fresh = BitMap(numbers)
    fresh.run_optimize()
    fresh.shrink_to_fit()
    return fresh.serialize()


def unpacked(data: bytes) -> BitMap:
    """Return the set that bytes of `packed` hold; raise DatabaseError where they hold none."""
    try:
        return BitMap.deserialize(data)
    except (IndexError, TypeError, ValueError) as error:
        raise damage("a set of records cannot be read") from error


def squeezed(numbers: BitMap) -> bytes:
    """Return a set as few bytes.

    Numbers stand in order as two bytes each: the higher ones, taken together, hardly change.
    """
    data = packed(numbers)
    return zlib.compress(data[0::2] + data[1::2])


def unsqueezed(data: bytes) -> BitMap:
    """Return the set that bytes of `squeezed` hold; raise DatabaseError where they hold none."""
    stream = zlib.decompressobj()
    try:
        halves = stream.decompress(data, _MOST_BYTES)
    except (TypeError, zlib.error) as error:
        raise damage("a set of records cannot be read") from error
    if not stream.eof:
        raise damage("a set of records cannot be read")
    plain = bytearray(len(halves))
    plain[0::2] = halves[: (len(halves) + 1) // 2]
    plain[1::2] = halves[(len(halves) + 1) // 2 :]
    return unpacked(bytes(plain))


def set_of(numbers: Iterable[int]) -> BitMap:
    """Return numbers of records as a set; raise DatabaseError where they cannot be any."""
    try:
        return BitMap(numbers)
    except (OverflowError, TypeError, ValueError) as error:
        raise damage("records have numbers that are none") from error


def damage(words: str) -> sqlite3.DatabaseError:
    """Return the error that SQLite raises of a damaged file, in these words."""
    error = sqlite3.DatabaseError(words)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error
