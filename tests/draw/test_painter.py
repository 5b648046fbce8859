"""Boxes are painted where and as they say, in order, and nothing else is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from briefer.draw.image import page_size, render_page
from briefer.draw.painter import paint_page
from briefer.geometry import Color, Frame, Insets, Outline, inches, points
from briefer.layout.boxes import (
    Cell,
    GroupBox,
    LineBox,
    PictureBox,
    Piece,
    ShapeBox,
    TableBox,
    TextBox,
)
from briefer.template.model import Art, LevelStyle
from tests.draw.pages import TEMPLATE, color_at, ink, page, paint, paragraph, run

FRAME = Frame.of_inches(2, 2, 2, 1)
NAVY = Color("tx2")


def test_a_page_is_its_background() -> None:
    """Without boxes the page is filled to its last pixel."""
    image = render_page(page(background=NAVY), TEMPLATE, 320)
    assert (image.width(), image.height()) == (320, 180)
    corners = [(0, 0), (319, 0), (0, 179), (319, 179)]
    assert {image.pixelColor(x, y).name() for x, y in corners} == {"#162e51"}


def test_a_panel_is_filled_where_its_frame_is() -> None:
    """A text box with a fill is dark inside and leaves the page white outside."""
    image = paint(TextBox("Panel", FRAME, (), fill=NAVY))
    assert color_at(image, 3, 2.5) == "162E51"
    assert ink(image) == (144, 144, 288, 216)


def test_an_outline_is_painted_along_the_frame() -> None:
    """The outline has its colour and width and leaves the inside as it was."""
    image = paint(TextBox("Panel", FRAME, (), outline=Outline(Color("accent2"), points(4))))
    assert color_at(image, 2, 2.5) == "B50909"
    assert color_at(image, 3, 2.5) == "FFFFFF"
    assert ink(image) == (142, 142, 290, 218)


def test_a_dashed_outline_has_gaps() -> None:
    """Dashes alternate with the page along the line."""
    outline = Outline(NAVY, points(2), "dash")
    image = paint(LineBox("Line", inches(1), inches(1), inches(5), inches(1), outline))
    colors = {color_at(image, 1 + step / 72, 1) for step in range(288)}
    assert {"162E51", "FFFFFF"} <= colors


@pytest.mark.parametrize(
    ("geometry", "corner", "middle_of_side"),
    [
        ("rect", "162E51", "162E51"),
        ("ellipse", "FFFFFF", "162E51"),
        ("diamond", "FFFFFF", "162E51"),
    ],
)
def test_shapes(geometry: str, corner: str, middle_of_side: str) -> None:
    """A rectangle fills its corners, an ellipse and a diamond do not."""
    image = paint(ShapeBox("Shape", FRAME, geometry, fill=NAVY))
    assert color_at(image, 2.05, 2.05) == corner
    assert color_at(image, 2.06, 2.5) == middle_of_side
    assert color_at(image, 3, 2.5) == "162E51"


def test_a_diamond_is_thinner_than_an_ellipse() -> None:
    """Between corner and middle the ellipse has ink where the diamond has none."""
    for geometry, expected in (("ellipse", "162E51"), ("diamond", "FFFFFF")):
        image = paint(ShapeBox("Shape", FRAME, geometry, fill=NAVY))
        assert color_at(image, 2.4, 2.2) == expected


def test_a_line_and_its_arrow() -> None:
    """The arrow's head is wider than the line and its tip is the line's end."""
    line = LineBox("Link", inches(1), inches(1), inches(3), inches(1), Outline(NAVY, points(4)))
    assert ink(paint(line)) == (72, 70, 216, 74)
    left, top, right, bottom = ink(paint(replace(line, arrow=True))) or (0, 0, 0, 0)
    assert left == 72
    assert right == pytest.approx(216, abs=1)
    assert bottom - top == pytest.approx(12, abs=1)


def test_a_line_without_length_is_no_trouble() -> None:
    """A connector from a point to itself paints no head and raises nothing."""
    line = LineBox("Dot", inches(1), inches(1), inches(1), inches(1), Outline(NAVY), arrow=True)
    assert paint(line).isNull() is False


def table() -> TableBox:
    """Return a table of a header and two rows, two columns."""
    rows = []
    for number in range(3):
        cells = []
        for column in range(2):
            piece = Piece(inches(2.1 + column), inches(0.2), run("H"))
            words = paragraph(piece, baseline=2.4 + number / 2)
            cells.append(Cell((words,), Insets()))
        rows.append(tuple(cells))
    half = inches(0.5)
    return TableBox(
        "Table",
        Frame.of_inches(2, 2, 2, 1.5),
        widths=(inches(1), inches(1)),
        heights=(half, half, half),
        rows=tuple(rows),
        alt="",
    )


def test_a_table_has_the_rules_of_its_style() -> None:
    """Strong rules above and below the header, a hair between rows, a dark one at the end."""
    image = paint(table())
    strong, hair = QColor("#162E51").lightness(), QColor("#C6C6C6").lightness()
    # A rule lies across two pixels, so that none has its full colour.
    for y in (2, 2.5, 3.5):
        assert darkest(image, x=3.5, y=y) < strong + 110
    assert strong + 110 < hair <= darkest(image, x=3.5, y=3) < 245
    assert darkest(image, x=3.5, y=2.75) == 255


def test_a_cell_s_fill_lies_under_its_words_and_rules() -> None:
    """Only that cell is filled, to its edges; the rule below it is still seen."""
    plain = table()
    rows = [list(row) for row in plain.rows]
    rows[0][1] = replace(rows[0][1], fill=Color("bg2"))
    image = paint(replace(plain, rows=tuple(tuple(row) for row in rows)))
    assert color_at(image, 3.95, 2.4) == "EEF3F9"
    assert color_at(image, 2.9, 2.4) == "FFFFFF"
    assert color_at(image, 3.95, 2.6) == "FFFFFF"
    assert darkest(image, x=3.5, y=2.5) < QColor("#162E51").lightness() + 110


def darkest(image: QImage, *, x: float, y: float) -> int:
    """Return the lowest lightness within two pixels above and below a place in inches."""
    places = (y + step / 72 for step in (-2, -1, 0, 1))
    return min(QColor(f"#{color_at(image, x, place)}").lightness() for place in places)


def test_a_table_s_words_stand_in_its_cells() -> None:
    """Each cell's text is painted at its own place."""
    image = paint(table())
    for column in (2, 3):
        for row in (2, 2.5, 3):
            cell = Frame.of_inches(column + 0.05, row + 0.05, 0.9, 0.4)
            assert ink(image, cell) is not None


def picture(folder: Path, width: int, height: int) -> bytes:
    """Return a PNG whose left half is red and right half green, as large as said."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("#FF0000"))
    path = folder / "picture.png"
    assert image.save(str(path))
    return path.read_bytes()


@pytest.mark.parametrize("size", [(80, 40), (80, 80), (160, 40)])
def test_a_picture_covers_its_frame(tmp_path: Path, size: tuple[int, int]) -> None:
    """Pictures of any shape fill the frame and no more, cut evenly on both sides."""
    image = paint(PictureBox("Portrait", FRAME, picture(tmp_path, *size), "Portrait"))
    assert ink(image) == (144, 144, 288, 216)
    assert color_at(image, 2.2, 2.5) == "FF0000"
    assert color_at(image, 3.8, 2.5) == "00FF00"


def test_a_damaged_picture_leaves_its_place_empty() -> None:
    """Bytes that are no picture paint nothing."""
    assert ink(paint(PictureBox("Portrait", FRAME, b"no picture", "Portrait"))) is None


def test_a_group_paints_its_children() -> None:
    """The children of a group are painted as if they stood alone."""
    child = ShapeBox("Dot", FRAME, "ellipse", fill=NAVY)
    assert paint(GroupBox("Group", (child,), "A dot")) == paint(child)


def test_later_boxes_lie_over_earlier_ones_and_art_under_all() -> None:
    """Reading order is the order of painting."""
    red = Art("Panel", "rect", FRAME, fill=Color("accent2"))
    blue = ShapeBox("Blue", FRAME, fill=Color("accent1"))
    navy = ShapeBox("Navy", Frame.of_inches(2, 2, 1, 1), fill=NAVY)
    image = paint(blue, navy, art=(red,))
    assert color_at(image, 2.5, 2.5) == "162E51"
    assert color_at(image, 3.5, 2.5) == "005EA2"
    assert color_at(paint(art=(red,)), 3, 2.5) == "B50909"


def test_the_words_of_art_stand_in_its_frame() -> None:
    """A quote mark that the layout draws is painted, aligned as its style says."""
    style = LevelStyle(font="major", size=40, color=NAVY)
    frame = Frame.of_inches(2, 2, 4, 1)
    mark = Art("Mark", "rect", frame, text="MM", style=style)
    left, top, _, bottom = ink(paint(art=(mark,))) or (0, 0, 0, 0)
    assert left == pytest.approx(144, abs=3)
    assert 144 <= top < bottom <= 216
    _, _, right, _ = ink(paint(art=(replace(mark, style=replace(style, align="r")),))) or (0,) * 4
    assert right == pytest.approx(432, abs=3)


def test_a_page_is_painted_into_any_rectangle_and_leaves_the_painter_as_it_was() -> None:
    """Nothing is painted outside the rectangle, and the painter keeps its state."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        before = painter.transform(), painter.pen(), painter.renderHints()
        over = ShapeBox("Wide", Frame.of_inches(-9, -9, 99, 99), fill=NAVY)
        paint_page(painter, page(over), TEMPLATE, QRectF(50, 60, 100, 50))
        assert (painter.transform(), painter.pen(), painter.renderHints()) == before
        assert not painter.hasClipping()
    finally:
        painter.end()
    assert image.pixelColor(49, 80).name() == "#ffffff"
    assert image.pixelColor(100, 111).name() == "#ffffff"
    assert image.pixelColor(52, 62).name() == "#162e51"
    assert image.pixelColor(147, 107).name() == "#162e51"


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0])
def test_dense_screens_get_more_pixels(dpr: float) -> None:
    """The image is as many times larger as the screen is denser, and painted to its edges."""
    image = render_page(page(background=NAVY), TEMPLATE, 124, dpr=dpr)
    assert image.devicePixelRatio() == dpr
    assert image.width() == round(124 * dpr)
    assert image.height() == round(page_size(TEMPLATE, 124).height() * dpr)
    last = image.pixelColor(image.width() - 1, image.height() - 1)
    assert last.name() == "#162e51"


def test_pages_are_painted_in_worker_threads() -> None:
    """Two threads paint the same as one."""
    words = paragraph(Piece(inches(2), inches(1), run("Fentanyl")), baseline=2)
    subject = page(TextBox("Text", FRAME, (words,)), table())
    expected = render_page(subject, TEMPLATE, 480)
    with ThreadPoolExecutor(2) as pool:
        painted = list(pool.map(lambda _: render_page(subject, TEMPLATE, 480), range(8)))
    assert all(image == expected for image in painted)
