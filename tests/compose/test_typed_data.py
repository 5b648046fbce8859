"""Tests of data that a person types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.compose.typed_data import typed_data


@pytest.mark.parametrize(
    ("line", "label", "values"),
    [
        ("Mexico: 3", "Mexico", (3.0,)),
        ("Ratio 1:2: 0.5", "Ratio 1:2", (0.5,)),
        ("A: 1,234,567.5", "A", (1234567.5,)),
        ("A: 1,200, 1,300", "A", (1200.0, 1300.0)),
        ("A: 1,2,3", "A", (1.0, 2.0, 3.0)),
        ("A: 1; -; 3", "A", (1.0, None, 3.0)),
        ("A: −4", "A", (-4.0,)),
        ("A: -$2.50", "A", (-2.5,)),
        ("A: .5%", "A", (0.5,)),
        ("A: 7 [@event/x]", "A", (7.0,)),
    ],
)
def test_lines_are_read(line: str, label: str, values: tuple[float | None, ...]) -> None:
    """Label before the last colon, values after it."""
    (row,) = typed_data(line).rows
    assert (row.label, row.values) == (label, values)


@pytest.mark.parametrize("line", ["A", ": 3", "A:", "A: many", "A: -", "A: 1e5", "A: 1.2.3"])
def test_lines_without_a_number_are_unread(line: str) -> None:
    """They are kept as they are."""
    typed = typed_data(line)
    assert (typed.rows, typed.unread) == ((), (line,))


def test_rows_are_as_long_as_the_longest() -> None:
    """Values not given are empty; a sign counts where all values carry it."""
    typed = typed_data("A: $1\nB: $2; $3")
    assert [row.values for row in typed.rows] == [(1.0, None), (2.0, 3.0)]
    assert (typed.prefix, typed.suffix, typed.width) == ("$", "", 2)
    assert typed_data("A: 1\nB: 2%").suffix == ""


@given(st.text())
def test_no_words_break_it_and_none_are_lost(words: str) -> None:
    """Every line is a row or unread."""
    typed = typed_data(words)
    lines = [line for line in words.splitlines() if line.strip()]
    assert len(typed.rows) + len(typed.unread) == len(lines)
    assert len({len(row.values) for row in typed.rows}) <= 1
