"""What lies under text: own fill, groups, tables, layouts, masters, backgrounds, colour maps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx.util import Inches

from briefer.accessibility import DeckFinding
from tests.accessibility.decks import (
    TABLE,
    TEXT,
    Deck,
    P,
    add_text,
    clean_deck,
    element,
    findings,
    opened,
    tell_language,
)


def fill(rgb: str, alpha: int = 100_000) -> Deck:
    """Return a fill of one colour that covers so many thousandths of a per cent."""
    return element(
        f'<a:solidFill ><a:srgbClr val="{rgb}"><a:alpha val="{alpha}"/></a:srgbClr></a:solidFill>'
    )


def paint(shape: Deck, rgb: str, alpha: int = 100_000) -> None:
    """Fill a shape."""
    properties = shape._element.spPr
    for old in properties.xpath("./a:solidFill|./a:noFill"):
        properties.remove(old)
    properties.append(fill(rgb, alpha))


def color(shape: Deck, rgb: str) -> None:
    """Colour all text of a shape."""
    for run in shape._element.xpath(".//a:rPr"):
        run.insert(0, fill(rgb))


def block(slide: Deck, rgb: str, alpha: int = 100_000) -> Deck:
    """Paint a rectangle over most of a slide."""
    box = slide.shapes.add_textbox(0, Inches(1.5), Inches(10), Inches(6))
    paint(box, rgb, alpha)
    return box


def contrasts(deck: Deck, folder: Path) -> list[DeckFinding]:
    """Return what is found about contrast."""
    return [one for one in findings(deck, folder) if one.rule.startswith("contrast")]


def own_fill(deck: Deck) -> None:
    """White on a light fill of its own."""
    box = add_text(deck.slides[TABLE], "Lake", top=5)
    color(box, "FFFFFF")
    paint(box, "DDDDDD")


def on_shape(deck: Deck) -> None:
    """Black on a dark rectangle below it."""
    block(deck.slides[TABLE], "222222")
    color(add_text(deck.slides[TABLE], "Lake", top=5), "000000")


def through_shape(deck: Deck) -> None:
    """Grey on a white veil over a dark rectangle."""
    block(deck.slides[TABLE], "000000")
    block(deck.slides[TABLE], "FFFFFF", 50_000)
    color(add_text(deck.slides[TABLE], "Lake", top=5), "888888")


def in_group(deck: Deck) -> None:
    """White in a moved group over the white slide."""
    group = deck.slides[TABLE].shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(1), Inches(5), Inches(2), Inches(1))
    box.text_frame.text = "Lake"
    tell_language(deck.slides[TABLE])
    color(box, "FFFFFF")


def group_fill(deck: Deck) -> None:
    """White text, filled as its group is: light."""
    in_group(deck)
    group = deck.slides[TABLE].shapes[-1]
    group._element.grpSpPr.append(fill("EEEEEE"))
    properties = group.shapes[0]._element.spPr
    for old in properties.xpath("./a:noFill"):
        properties.remove(old)
    properties.append(element("<a:grpFill/>"))


def gradient(deck: Deck) -> None:
    """Black on a gradient that ends in black."""
    box = add_text(deck.slides[TABLE], "Lake", top=5)
    color(box, "000000")
    properties = box._element.spPr
    properties.remove(properties.xpath("./a:noFill")[0])
    properties.append(
        element(
            '<a:gradFill ><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs>'
            '<a:gs pos="100000"><a:srgbClr val="000000"/></a:gs></a:gsLst></a:gradFill>'
        )
    )


def slide_background(deck: Deck) -> None:
    """Black titles on a black background of the slide."""
    common = deck.slides[TEXT]._element.find(f"{P}cSld")
    background = element("<p:bg ><p:bgPr><a:effectLst/></p:bgPr></p:bg>")
    background[0].insert(0, fill("000000"))
    common.insert(0, background)


def layout_background(deck: Deck) -> None:
    """Black titles on a dark background of the layout."""
    common = deck.slides[TABLE].slide_layout._element.find(f"{P}cSld")
    background = element("<p:bg ><p:bgPr><a:effectLst/></p:bgPr></p:bg>")
    background[0].insert(0, fill("102030"))
    common.insert(0, background)


def master_shape(deck: Deck) -> None:
    """Black titles on a dark shape of the master."""
    box = block(deck.slides[TABLE], "101010")
    box._element.spPr.xfrm.off.y = 0
    deck.slide_masters[0].shapes._spTree.append(box._element)


def colour_map(deck: Deck) -> None:
    """Turn a slide's text light and put a white rectangle under it."""
    slide = deck.slides[TEXT]
    over = slide._element.find(f"{P}clrMapOvr")
    over.clear()
    over.append(
        element(
            '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1"'
            ' accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5"'
            ' accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        )
    )
    box = block(slide, "FFFFFF")
    slide.shapes._spTree.insert(2, box._element)


def master_style(deck: Deck) -> None:
    """Titles that the master's text style makes pale."""
    style = deck.slide_masters[0]._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")[0]
    style.remove(style.xpath("./a:solidFill")[0])
    style.insert(0, fill("E0E0E0"))


def layout_style(deck: Deck) -> None:
    """Titles that the layout's list style makes pale."""
    for layout in deck.slide_layouts:
        for style in layout._element.xpath('.//p:sp[.//p:ph[@type="title"]]//a:lstStyle'):
            style.clear()
            level = element("<a:lvl1pPr ><a:defRPr/></a:lvl1pPr>")
            level[0].append(fill("E0E0E0"))
            style.append(level)


def cell_fill(deck: Deck) -> None:
    """Fill a cell as dark as its text."""
    cell = deck.slides[TABLE].shapes[-1].table.cell(1, 1)
    cell._tc.get_or_add_tcPr().append(fill("202020"))


def cell_style(deck: Deck) -> None:
    """Light words in a body cell that the table's style fills pale."""
    cell = deck.slides[TABLE].shapes[-1].table.cell(1, 1)
    cell._tc.xpath(".//a:rPr")[0].insert(0, fill("FFFFFF"))


def link_color(deck: Deck) -> None:
    """Put a link on the colour that the theme gives it."""
    box = add_text(deck.slides[TABLE], "The lake", top=5)
    run = box.text_frame.paragraphs[0].runs[0]
    run.hyperlink.address = "https://example.org/lake"
    paint(box, "0000FF")


FAULTS: tuple[Callable[[Deck], None], ...] = (
    own_fill,
    on_shape,
    through_shape,
    in_group,
    group_fill,
    gradient,
    slide_background,
    layout_background,
    master_shape,
    colour_map,
    master_style,
    layout_style,
    cell_fill,
    cell_style,
    link_color,
)


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda one: one.__name__)
def test_low_contrast_is_found(tmp_path: Path, spoil: Callable[[Deck], None]) -> None:
    """Wherever the colours of text and ground come from, the ratio is told."""
    deck = clean_deck()
    spoil(deck)
    found = [one for one in contrasts(deck, tmp_path) if one.severity == "error"]
    assert found
    assert ":1" in found[0].message


def light_on_own_fill(deck: Deck) -> None:
    """White on a dark fill of its own."""
    box = add_text(deck.slides[TABLE], "Lake", top=5)
    color(box, "FFFFFF")
    paint(box, "222222")


def light_on_shape(deck: Deck) -> None:
    """White on a dark rectangle below it."""
    block(deck.slides[TABLE], "222222")
    color(add_text(deck.slides[TABLE], "Lake", top=5.2), "FFFFFF")


def large_grey(deck: Deck) -> None:
    """Grey of 3.5:1, large."""
    color(add_text(deck.slides[TABLE], "Lake", top=5, size=20), "888888")


def theme_shape(deck: Deck) -> None:
    """Add a shape of the usual style: light words on the theme's accent."""
    shape = deck.slides[TABLE].shapes.add_shape(1, Inches(1), Inches(5), Inches(3), Inches(1))
    shape.text_frame.text = "Lake"
    tell_language(deck.slides[TABLE])


def turned_slide(deck: Deck) -> None:
    """Turn text and background of a slide alike."""
    colour_map(deck)
    tree = deck.slides[TEXT].shapes._spTree
    tree.remove(tree[2])


@pytest.mark.parametrize(
    "change",
    [light_on_own_fill, light_on_shape, large_grey, turned_slide],
    ids=lambda one: one.__name__,
)
def test_good_contrast_is_left_alone(tmp_path: Path, change: Callable[[Deck], None]) -> None:
    """Light text on dark, large grey text, a dark slide: nothing is found."""
    deck = clean_deck()
    change(deck)
    assert not contrasts(deck, tmp_path)


def test_theme_style_is_followed(tmp_path: Path) -> None:
    """A shape without colours of its own has those of the theme that its style refers to."""
    deck = clean_deck()
    theme_shape(deck)
    shape = list(opened(deck, tmp_path).slides[TABLE].walk())[-1]
    assert [run.color for one in shape.paragraphs for run in one.runs] == ["FFFFFF"]
    assert shape.ground.colors
    assert all(one != "FFFFFF" for one in shape.ground.colors)


@pytest.mark.parametrize(
    ("size", "bold", "found"), [(17, False, True), (18, False, False), (14, True, False)]
)
def test_large_text_needs_less(tmp_path: Path, size: int, bold: bool, found: bool) -> None:
    """From 18 pt, or 14 pt bold, 3:1 are enough."""
    deck = clean_deck()
    box = add_text(deck.slides[TABLE], "Lake", top=5, size=size)
    color(box, "888888")
    box.text_frame.paragraphs[0].runs[0].font.bold = bold
    assert bool(contrasts(deck, tmp_path)) is found


def test_part_of_a_text_over_a_shape_needs_eyes(tmp_path: Path) -> None:
    """Where a dark shape lies under a part of a text, a person has to look."""
    deck = clean_deck()
    slide = deck.slides[TABLE]
    box = slide.shapes.add_textbox(Inches(2), Inches(5), Inches(1), Inches(2))
    paint(box, "111111")
    color(add_text(slide, "Lake", top=5.2), "000000")
    found = contrasts(deck, tmp_path)
    assert [(one.rule, one.severity) for one in found] == [("contrast-unknown", "note")]
    assert "a part of the text" in found[0].message


def test_unknown_table_style_needs_eyes(tmp_path: Path) -> None:
    """Of a table style that is not in the file nothing is claimed."""
    deck = clean_deck()
    name = deck.slides[TABLE].shapes[-1]._element.xpath(".//a:tableStyleId")[0]
    name.text = "{00000000-1111-2222-3333-444444444444}"
    found = contrasts(deck, tmp_path)
    assert [(one.rule, one.severity) for one in found] == [("contrast-unknown", "note")]
