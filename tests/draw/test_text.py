"""Text stands where layout measured it: on its baseline, in its width, in its colour."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetricsF, QImage

from briefer.draw.fonts import UNITS_PER_PT, Fonts
from briefer.draw.image import render_page
from briefer.geometry import Align, Color, Frame, inches
from briefer.layout.boxes import Paragraph, Piece, Run, TextBox
from briefer.template.levels import AUTO_NUMBER
from briefer.template.model import LevelStyle
from tests.draw.pages import (
    PX_PER_INCH,
    TEMPLATE,
    WIDTH_PX,
    color_at,
    ink,
    page,
    paint,
    paragraph,
    run,
)

FRAME = Frame.of_inches(1, 1, 6, 2)


def text(*paragraphs: Paragraph) -> TextBox:
    """Return a box of paragraphs."""
    return TextBox("Text", FRAME, paragraphs)


def paint_piece(words: Run, *, x: float = 2, width: float = 1, baseline: float = 2) -> QImage:
    """Return a page with one piece; places in inches."""
    piece = Piece(inches(x), inches(width), words)
    return paint(text(paragraph(piece, baseline=baseline)))


def bounds(image: QImage) -> tuple[int, int, int, int]:
    """Return the bounds of the ink on a page that has some."""
    found = ink(image)
    assert found
    return found


def test_words_stand_on_their_baseline_at_their_x() -> None:
    """Capitals begin at the piece's x and end on the baseline."""
    left, top, right, bottom = bounds(paint_piece(run("HEH", size=36), width=0.9))
    assert left == pytest.approx(2 * PX_PER_INCH + 3, abs=2)
    assert bottom == pytest.approx(2 * PX_PER_INCH, abs=1)
    assert top == pytest.approx(2 * PX_PER_INCH - 0.63 * 36, abs=2)
    assert right < (2 + 0.9) * PX_PER_INCH


@pytest.mark.parametrize("width", [0.5, 1.0, 2.0])
def test_a_face_of_other_widths_is_set_in_the_measured_width(width: float) -> None:
    """Whatever font is installed, words take the room that layout gave them."""
    left, _, right, _ = bounds(paint_piece(run("Medetomidine"), width=width))
    assert (right - left) == pytest.approx(width * PX_PER_INCH, rel=0.05)


def kerned(text: str, size: float) -> tuple[Run, float, float]:
    """Return words, their measured width and the width that they have kerned, in inches."""
    natural = QFontMetricsF(Fonts(TEMPLATE).font("minor", size)).horizontalAdvance(text)
    width = natural / (UNITS_PER_PT * PX_PER_INCH)
    return run(text, size=size), width * 1.015, width


def test_words_are_kerned_and_what_follows_moves_up() -> None:
    """Words narrower than measured are not spread, and no gap is left before the next ones."""
    words, measured, natural = kerned("Tokyo Avenue Today Vote Wave", 36)
    first = Piece(inches(1), inches(measured), words)
    second = Piece(inches(1 + measured), inches(0.3), run("█", size=36))
    _, _, right, _ = bounds(paint(text(paragraph(first, baseline=2))))
    assert right == pytest.approx((1 + natural) * PX_PER_INCH, abs=2)
    image = paint(text(paragraph(first, second, baseline=2)))
    block = run("█", size=36)
    alone = bounds(paint_piece(block, x=1 + natural, width=0.3))
    assert bounds(image)[2] == pytest.approx(alone[2], abs=2)


@pytest.mark.parametrize(("align", "share"), [("l", 0.0), ("ctr", 0.5), ("r", 1.0)])
def test_a_kerned_line_keeps_its_alignment(align: Align, share: float) -> None:
    """What kerning saves is left at the right, on both sides, or at the left."""
    words, measured, natural = kerned("Hello World", 36)
    piece = Piece(inches(1), inches(measured * 1.03), words)
    line = paragraph(piece, baseline=2, style=LevelStyle(align=align))
    left, _, _, _ = bounds(paint(text(line)))
    saved = (measured * 1.03 - natural) * PX_PER_INCH
    assert left == pytest.approx(1 * PX_PER_INCH + 3 + saved * share, abs=2)


def test_a_face_of_other_widths_is_spaced() -> None:
    """Words in a face that was not measured take their measured width, though nearly as wide."""
    template = replace(TEMPLATE, minor_font="Liberation Sans")
    words = run("Tokyo Avenue Today", size=36)
    natural = QFontMetricsF(Fonts(template).font("minor", 36)).horizontalAdvance(words.text)
    width = natural * 1.015 / (UNITS_PER_PT * PX_PER_INCH)
    piece = Piece(inches(1), inches(width), words)
    image = render_page(page(text(paragraph(piece, baseline=2))), template, WIDTH_PX)
    assert bounds(image)[2] == pytest.approx((1 + width) * PX_PER_INCH, abs=2.5)


def test_a_superscript_is_smaller_and_higher() -> None:
    """A citation marker is two thirds of the size and stands above the baseline."""
    _, top, _, bottom = bounds(paint_piece(run("1", size=36), width=0.25))
    marker = replace(run("1", size=36), superscript=True)
    _, raised_top, _, raised_bottom = bounds(paint_piece(marker, width=0.17))
    assert (raised_bottom - raised_top) == pytest.approx((bottom - top) * 0.66, abs=1.5)
    assert bottom - raised_bottom == pytest.approx(0.3 * 36, abs=1.5)
    assert raised_top < top


def test_colour_is_the_templates() -> None:
    """Theme colours, changed in luminance as the run says, reach the letters."""
    for color, expected in (
        (Color("accent2"), "B50909"),
        (Color(rgb="00AA00"), "00AA00"),
        (Color("tx1", lum_mod=75, lum_off=25), TEMPLATE.rgb(Color("tx1", lum_mod=75, lum_off=25))),
    ):
        image = paint_piece(replace(run("█████", size=40), color=color), width=2)
        left, top, right, bottom = bounds(image)
        middle = ((left + right) / 2 / PX_PER_INCH, (top + bottom) / 2 / PX_PER_INCH)
        assert color_at(image, *middle) == expected


def test_caps_are_capitals() -> None:
    """Mixed case with `caps` is painted as the same words in capitals."""
    capitals = paint_piece(replace(run("Scale"), caps=True))
    assert capitals == paint_piece(run("SCALE"))
    assert capitals != paint_piece(run("Scale"))


def test_bold_and_underline_show() -> None:
    """Bold words are other ink, underlined ones have ink under the baseline."""
    plain = paint_piece(run("HEH", size=36))
    assert paint_piece(replace(run("HEH", size=36), bold=True)) != plain
    underlined = paint_piece(replace(run("HEH", size=36), underline=True))
    assert bounds(underlined)[3] > bounds(plain)[3] + 1


def test_a_bullet_hangs_before_its_line() -> None:
    """The bullet stands at its own x in its own colour and size; later lines have none."""
    style = LevelStyle(bullet="■", bullet_color=Color("accent2"), bullet_size=0.6)
    point = paragraph(Piece(inches(3), inches(1), run("Point")), baseline=2, style=style)
    without = paint(text(point))
    assert bounds(without)[0] >= 3 * PX_PER_INCH
    line = replace(point.lines[0], bullet_x=inches(2))
    image = paint(text(replace(point, lines=(line,))))
    left, top, right, bottom = ink(image, Frame.of_inches(1.9, 1, 1, 2)) or (0, 0, 0, 0)
    assert left == pytest.approx(2 * PX_PER_INCH, abs=2)
    assert 3 <= right - left <= 0.6 * 18
    middle = ((left + right) / 2 / PX_PER_INCH, (top + bottom) / 2 / PX_PER_INCH)
    assert color_at(image, *middle) == "B50909"


def test_numbered_paragraphs_show_what_they_count_as() -> None:
    """Each number is ink of its own, as wide as its digits."""
    style = LevelStyle(bullet=AUTO_NUMBER)
    point = paragraph(Piece(inches(3), inches(1), run("Step")), baseline=2, style=style)
    line = replace(point.lines[0], bullet_x=inches(2))
    column = Frame.of_inches(1.9, 1, 1, 2)
    inks = []
    for number in (1, 4, 12):
        image = paint(text(replace(point, lines=(line,), number=number)))
        left, _, right, _ = ink(image, column) or (0, 0, 0, 0)
        inks.append((right - left, [color_at(image, 2 + x / 72, 1.95) for x in range(12)]))
    assert inks[2][0] > inks[0][0] + 4
    assert inks[0][1] != inks[1][1]


@pytest.mark.parametrize("words", ["", " ", "\t", "\u200b"])
def test_what_has_no_ink_leaves_none(words: str) -> None:
    """Spaces, tabs and nothing paint nothing and break nothing."""
    assert ink(paint_piece(run(words))) is None


@pytest.mark.parametrize("words", ["芬太尼", "الفنتانيل", "e\u0301", "👩‍🔬", "\u202eabc", "\ud800"])
def test_any_script_is_painted(words: str) -> None:
    """No writing system and no broken character stops the painting."""
    assert ink(paint_piece(run(words, size=28), width=1.5)) is not None


def test_a_line_of_many_pieces_keeps_each_in_place() -> None:
    """Pieces stand at their own x, whatever came before."""
    pieces = [Piece(inches(x), inches(0.2), run("H", size=24)) for x in (2, 3, 4)]
    image = paint(text(paragraph(*pieces, baseline=2)))
    for x in (2, 3, 4):
        found = ink(image, Frame(inches(x - 0.1), inches(1), inches(0.9), inches(2)))
        assert found
        assert found[0] == pytest.approx(x * PX_PER_INCH + 2, abs=2)


def test_a_thumbnail_shows_the_same_lines_smaller() -> None:
    """Words keep their place on the page at any size of the picture."""
    piece = Piece(inches(2), inches(2), run("Fentanyl", size=36))
    subject = page(text(paragraph(piece, baseline=2)))
    large = bounds(render_page(subject, TEMPLATE, WIDTH_PX))
    small = bounds(render_page(subject, TEMPLATE, WIDTH_PX // 4).scaledToWidth(WIDTH_PX))
    assert small == pytest.approx(large, abs=5)


def test_joined_letters_are_not_spread_and_start_at_the_right() -> None:
    """Words that are read from the right and narrower than measured end where reading starts."""
    words = run("שלום", size=20)
    left, _, right, _ = bounds(paint_piece(words, x=2, width=3))
    assert right == pytest.approx(5 * PX_PER_INCH, abs=4)
    assert right - left < PX_PER_INCH
    marked = run("שלום.", size=20)
    dot = paint_piece(marked, x=2, width=3)
    assert bounds(dot)[0] < left
