"""The measure of the preview is sound: same is 1, other is less, moved words are found out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.likeness import similarity
from benchmarks.lines import Word, compared
from briefer.geometry import Color, Frame, inches
from briefer.layout.boxes import Line, Page, Paragraph, Piece, Run, TextBox
from briefer.template.model import LevelStyle


def page(*words: str) -> Page:
    """Return a page with one line of 18 pt for each text, an inch apart."""
    lines = tuple(
        Line(inches(number), (Piece(inches(1), inches(2), Run(text, "minor", 18, Color("tx1"))),))
        for number, text in enumerate(words, start=1)
    )
    box = TextBox("Text", Frame.of_inches(1, 1, 3, 3), (Paragraph((), LevelStyle(), lines=lines),))
    return Page(1, "one", "text", "Text", "Title", (box,), Color("bg1"))


def word(text: str, line: int, left: float = 72.0) -> Word:
    """Return a word that stands on a line."""
    return Word(text, left, left + 40, 72.0 * line - 6)


def test_likeness_is_one_for_the_same_and_less_for_others() -> None:
    """Noise, a shift and the negative are less and less alike."""
    noise = np.random.default_rng(1).uniform(0, 255, (60, 80))
    smooth = np.add.outer(np.arange(60.0), np.arange(80.0))
    assert similarity(smooth, smooth) == pytest.approx(1.0)
    assert similarity(noise, noise) == pytest.approx(1.0)
    slightly = similarity(smooth, smooth + noise / 50)
    assert 0.5 < slightly < 0.9999
    assert similarity(noise, np.roll(noise, 3)) < 0.2
    assert similarity(noise, 255 - noise) < 0


def test_lines_with_the_same_words_are_the_same() -> None:
    """Blanks do not matter, nor a small distance, which is told."""
    subject = page("two words", "next line")
    ours = [word("two", 1), word("words", 1, 115), word("next", 2), word("line", 2, 115)]
    theirs = [replace(each, middle=each.middle + 1.5) for each in ours]
    found = list(compared(subject, ours, theirs))
    assert [line.same for line in found] == [True, True]
    assert [line.apart for line in found] == pytest.approx([1.5, 1.5])


def test_a_word_on_another_line_is_found_out() -> None:
    """A word that another program takes to the next line makes both lines differ."""
    subject = page("two words", "next line")
    ours = [word("two", 1), word("words", 1, 115), word("next", 2), word("line", 2, 115)]
    theirs = [word("two", 1), word("words", 2), word("next", 2, 90), word("line", 2, 115)]
    found = list(compared(subject, ours, theirs))
    assert [line.same for line in found] == [False, False]
    assert found[1].theirs == "words next line"
