"""Tests of breaking and placing text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.geometry import EMU_PER_PT, Align, Color, Frame
from briefer.layout.boxes import Paragraph, Run
from briefer.layout.text import break_positions, house_setter
from briefer.template.model import LevelStyle

SETTER = house_setter()
INK = Color("tx1")


def run(text: str, size: float = 18, *, bold: bool = False) -> Run:
    """Return a run of the sans face."""
    return Run(text, "minor", size, INK, bold=bold)


def lines_of(text: str, width: float) -> list[str]:
    """Return the lines of a text as words."""
    return ["".join(p.run.text for p in line) for line in SETTER.broken([run(text)], width, width)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("two words", ["two ", "words"]),
        ("launderers . . . obtain", ["launderers . . . ", "obtain"]),
        ("chemicals—largely from", ["chemicals—", "largely ", "from"]),
        ("action-forcing event", ["action-", "forcing ", "event"]),
        ("a -5 drop", ["a ", "-5 ", "drop"]),
        ("no\u00a0break here", ["no\u00a0break ", "here"]),
        ("毒品问题。好", ["毒", "品", "问", "题。", "好"]),
    ],
)
def test_lines_may_begin_only_where_readers_expect(text: str, starts: list[str]) -> None:
    """A spaced ellipsis clings to its word; dashes and hyphens let a line end after them."""
    cuts = [0, *break_positions(text), len(text)]
    assert [text[a:b] for a, b in zip(cuts, cuts[1:], strict=False)] == starts


def test_spaces_at_a_line_end_take_no_room() -> None:
    """A line as wide as its words holds them although a space follows."""
    width = SETTER.width(run("one two"), "one two")
    assert lines_of("one two three", width) == ["one two", "three"]


def test_a_word_wider_than_its_line_is_broken_and_kept() -> None:
    """A very long word loses no letter."""
    word = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    lines = lines_of(f"see {word} here", 120)
    assert "".join(lines).replace(" ", "") == f"see{word}here"
    assert len(lines) > 5


@given(st.text(max_size=300), st.floats(20, 700))
def test_no_letter_is_lost_in_breaking(text: str, width: float) -> None:
    """Breaking moves spaces only."""
    kept = "".join(
        "".join(p.run.text for p in line) for line in SETTER.broken([run(text)], width, width)
    )
    assert kept.replace("\t", "").split() is not None
    assert "".join(kept.split()) == "".join(text.replace("\t", "").split())


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=300))
def test_no_line_is_wider_than_its_frame(text: str) -> None:
    """Every line fits its width, whatever the words."""
    for line in SETTER.broken([run(text)], 200, 200):
        assert sum(SETTER.width(piece.run, piece.run.text) for piece in line) <= 201


def test_markers_are_measured_at_the_size_viewers_draw_them() -> None:
    """A superscript takes about two thirds of the width of its size."""
    plain = run("12")
    raised = Run("12", "minor", 18, INK, superscript=True)
    assert SETTER.width(raised, "12") == pytest.approx(0.66 * SETTER.width(plain, "12"))


def test_a_marker_stays_with_the_word_it_marks() -> None:
    """A line never begins with a marker."""
    marker = Run("21", "minor", 18, INK, superscript=True)
    runs = [run("alpha beta gamma delta"), marker]
    width = SETTER.width(run(""), "alpha beta gamma delta") + 2
    last = SETTER.broken(runs, width, width)[-1]
    assert [piece.run.text for piece in last] == ["delta", "21"]


def test_alignment_moves_lines_to_their_side() -> None:
    """Right-aligned lines end at the right edge, centred ones stand in the middle."""
    frame = Frame(1000, 0, 200 * EMU_PER_PT, EMU_PER_PT)
    ends = []
    aligns: tuple[Align, ...] = ("l", "ctr", "r")
    for align in aligns:
        style = LevelStyle(align=align)
        done, _ = SETTER.set(Paragraph((run("Dec 18"),), style), frame, 0)
        piece = done.lines[0].pieces[0]
        ends.append((piece.x, piece.x + piece.width))
    assert ends[0][0] == 1000
    assert ends[2][1] == pytest.approx(frame.right, abs=2)
    assert ends[1][0] - 1000 == pytest.approx(frame.right - ends[1][1], abs=4)


def test_bullets_hang_and_tabs_reach_the_margin() -> None:
    """Bulleted text starts at its margin; a number and a tab end there too."""
    hang = LevelStyle(margin=300000, indent=-300000, bullet="■")
    frame = Frame(0, 0, 5000000, 100)
    bulleted, _ = SETTER.set(Paragraph((run("point"),), hang), frame, 0)
    assert bulleted.lines[0].bullet_x == 0
    assert bulleted.lines[0].pieces[0].x == 300000
    plain = LevelStyle(margin=300000, indent=-300000)
    tabbed, _ = SETTER.set(Paragraph((run("12\tA, n. 8"),), plain), frame, 0)
    assert [piece.run.text for piece in tabbed.lines[0].pieces] == ["12", "A, n. 8"]
    assert tabbed.lines[0].pieces[1].x == pytest.approx(300000, abs=3)


def test_balancing_keeps_the_line_count_and_narrows() -> None:
    """A two-line title is set as narrow as two lines allow."""
    words = "Cutting supply depends on China and Mexico; 2023 brought pressure, then a deal"
    title = Paragraph((Run(words, "major", 28, INK, bold=True),), LevelStyle(font="major"))
    full = 10972800
    narrow = SETTER.balanced_width(title, full)
    room = narrow / EMU_PER_PT
    assert narrow < full * 0.75
    assert len(SETTER.broken(title.runs, room, room)) == 2


@pytest.mark.parametrize("word", ["a", "ab ", "a\u0301", "\u0301", "a-", "\u4e2d", "a. B "])
def test_of_a_million_letters_only_those_that_fit_are_set(word: str) -> None:
    """Whether a text is too much for a place is told by its first lines."""
    made = Paragraph((run(word * (1_000_000 // len(word))),), LevelStyle())
    done, height = SETTER.set(made, Frame(0, 0, 9_000_000, 5_000_000), 0.0, most=400.0)
    assert 0 < len(done.lines) < 40
    assert 400 < height < 450 or word == "\u0301"


@settings(max_examples=12)
@given(st.text(alphabet="ab -.\t\u4e2d\u2014", min_size=0, max_size=60), st.integers(20, 300))
def test_long_texts_break_where_short_ones_do(text: str, width: int) -> None:
    """A text that is cut piece by piece has the lines of one that is cut at once."""
    words = ["".join(p.run.text for p in line) for line in SETTER.broken([run(text)], width, width)]
    long = [run(text), run("\n" + "word " * 4100)]
    lines = ["".join(p.run.text for p in line) for line in SETTER.broken(long, width, width)]
    assert "".join(lines[: len(words) - 1]) == "".join(words[:-1])
