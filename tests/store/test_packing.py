"""Tests of sets as bytes: back as they were, small, and damage told in bounded memory."""

from __future__ import annotations

import sqlite3
from zlib import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from briefer.store.packing import packed, squeezed, unpacked, unsqueezed

NUMBERS = st.one_of(
    st.frozensets(st.integers(0, 2**32 - 1), max_size=200),
    st.builds(range, st.integers(0, 200_000), st.integers(0, 200_000), st.integers(1, 40)),
)


@given(NUMBERS)
def test_a_set_comes_back(numbers: frozenset[int] | range) -> None:
    """Few numbers, many, in a row or far apart."""
    wanted = BitMap(numbers)
    assert unpacked(packed(wanted)) == wanted
    assert unsqueezed(squeezed(wanted)) == wanted


def test_a_large_set_takes_half_the_room() -> None:
    """Every twentieth of a hundred thousand records, here and there."""
    numbers = BitMap(number for number in range(100_000) if number * 7919 % 104_729 % 20 == 0)
    assert len(squeezed(numbers)) < 0.6 * len(packed(numbers))


@given(st.binary(max_size=200))
def test_other_bytes_are_damage(data: bytes) -> None:
    """Nothing but a damaged store comes of them, or a set."""
    for read, given_bytes in ((unpacked, data), (unsqueezed, data), (unsqueezed, compress(data))):
        found, code = BitMap(), sqlite3.SQLITE_CORRUPT
        try:
            found = read(given_bytes)
        except sqlite3.DatabaseError as error:
            code = error.sqlite_errorcode
        assert code == sqlite3.SQLITE_CORRUPT
        assert list(found) == sorted(set(found))


def test_bytes_that_swell_are_refused() -> None:
    """A hundred megabytes of nothing in a hundred thousand bytes do not fill the memory."""
    swelling = compress(bytes(100 << 20))
    with pytest.raises(sqlite3.DatabaseError):
        unsqueezed(swelling)
