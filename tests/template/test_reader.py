"""Tests of reading templates: what a placeholder inherits, art, colours, other files than ours."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pptx import Presentation

from briefer.geometry import Color, Frame, Insets, Outline
from briefer.paths import bundled_templates
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.template.builders import MASTER, PRESENTATION, TYPES, changed_template, swap


@pytest.fixture(scope="module")
def light() -> Template:
    """Return the light template."""
    return read_template(bundled_templates() / "light.pptx")


def test_page_fonts_and_colours(light: Template) -> None:
    """Size in EMU, the theme's fonts, colours seen through the colour map, the custom gold."""
    assert (light.name, light.width, light.height) == ("light", 12192000, 6858000)
    assert (light.major_font, light.minor_font) == ("Cambria", "Calibri")
    assert light.colors["bg1"] == "FFFFFF"
    assert light.colors["tx2"] == "162E51"
    assert light.colors["Signature gold"] == "FFBE2E"


def test_event_date_panel(light: Template) -> None:
    """The event's date: 60 pt headings font, bold, page colour on navy, its own insets."""
    place = light.layout("Event").placeholder(20)
    assert place is not None
    value = place.level(2)
    assert (value.size, value.font, value.bold) == (60.0, "major", True)
    assert value.color == Color("bg1")
    assert value.line_spacing == pytest.approx(0.9)
    assert place.fill == Color("tx2")
    assert place.insets == Insets(228600, 137160, 182880, 137160)
    assert place.anchor == "ctr"


def test_points_hang_from_a_square(light: Template) -> None:
    """A list's bullet, its size and colour, and the hanging indent of its lines."""
    place = light.layout("Bottom line").placeholder(21)
    assert place is not None
    point = place.level(1)
    assert (point.bullet, point.bullet_size, point.bullet_color) == ("■", 0.6, Color("accent1"))
    assert point.margin == -point.indent == 246888


def test_steps_are_numbered(light: Template) -> None:
    """Numbered paragraphs are told by "1."; the level below stands under their words."""
    place = light.layout("Watch and next steps").placeholder(21)
    assert place is not None
    assert place.level(2).bullet == "1."
    assert (place.level(3).bullet, place.level(3).margin) == ("", 274320)


def test_art_comes_from_master_and_layout(light: Template) -> None:
    """A content layout shows the master's tag and its own rule; the title hides the master's."""
    quote = {art.name: art for art in light.layout("Quote").art}
    assert list(quote) == ["Tag", "Quote mark", "Attribution rule"]
    assert quote["Tag"].frame == Frame(609600, 342900, 548640, 54864)
    mark = quote["Quote mark"]
    assert (mark.text, mark.fill) == ("“", None)
    assert mark.style is not None
    assert (mark.style.size, mark.style.font, mark.style.bold) == (150.0, "major", True)
    assert mark.style.color == Color(rgb="FFBE2E")
    rule = quote["Attribution rule"]
    assert (rule.geometry, rule.frame.h) == ("line", 0)
    assert rule.outline == Outline(Color("tx1", lum_mod=25, lum_off=75), 9525)
    title = [art.frame for art in light.layout("Title").art if art.name == "Tag"]
    assert title == [Frame(609600, 822960, 822960, 82296)]


def test_backgrounds(light: Template) -> None:
    """Full-bleed layouts are navy; the others have the master's page."""
    assert light.layout("Section").background == Color("tx2")
    assert light.layout("Table").background == Color("bg1")


def test_master_gives_what_a_layout_leaves_out(tmp_path: Path) -> None:
    """Frame, insets, anchor and levels come from the master's placeholder, then its styles."""

    def strip(data: bytes) -> bytes:
        head, place = data.split(b'name="Text"/>', 1)
        end = place.index(b"</p:sp>")
        kept = place[: place.index(b"<p:spPr>")]
        bare = b"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>"
        return head + b'name="Text"/>' + kept + bare + place[end:]

    layout = next(
        f"ppt/slideLayouts/slideLayout{n}.xml"
        for n, found in enumerate(
            read_template(bundled_templates() / "light.pptx").layouts, start=1
        )
        if found.name == "Text"
    )
    template = read_template(changed_template(tmp_path / "bare.pptx", {layout: strip}))
    place = template.layout("Text").placeholder(20)
    assert place is not None
    assert place.frame == Frame(609600, 1714500, 10972800, 4046220)
    assert (place.insets, place.anchor) == (Insets(), "t")
    assert (place.level(1).size, place.level(1).bullet) == (20.0, "■")
    assert place.level(2).margin == 452628


def test_default_text_is_the_last_resort(tmp_path: Path) -> None:
    """What neither layout nor master sets comes from the presentation's default text style."""

    def edit(data: bytes) -> bytes:
        start = data.index(b"<a:lvl1pPr")
        end = data.index(b"</p:defaultTextStyle>")
        return data[:start] + b'<a:lvl1pPr><a:defRPr i="1"/></a:lvl1pPr>' + data[end:]

    template = read_template(changed_template(tmp_path / "italic.pptx", {PRESENTATION: edit}))
    place = template.layout("Table").placeholder(0)
    assert place is not None
    assert place.level(1).italic
    assert not place.level(2).italic


def test_colour_map_decides_what_a_slot_is(tmp_path: Path) -> None:
    """Swapping the map swaps page and words without a change of any layout."""
    edit = swap('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
    template = read_template(changed_template(tmp_path / "dark.pptx", {MASTER: edit}))
    assert (template.colors["bg1"], template.colors["tx1"]) == ("1B1B1B", "FFFFFF")


def test_potx_is_read(tmp_path: Path) -> None:
    """A template file reads like a presentation."""
    edit = swap("presentation.main+xml", "template.main+xml")
    path = changed_template(tmp_path / "house.potx", {TYPES: edit})
    assert len(read_template(path).layouts) == 27


def test_a_foreign_template_is_read(tmp_path: Path) -> None:
    """PowerPoint's classic layouts: inherited frames, bullets, and the defaults of insets."""
    path = tmp_path / "foreign.pptx"
    Presentation().save(str(path))
    template = read_template(path)
    assert (template.width, template.height) == (9144000, 6858000)
    assert len(template.layouts) == 11
    content = template.layout("Title and Content")
    place = content.placeholder(1)
    assert place is not None
    assert place.frame == Frame(457200, 1600200, 8229600, 4525963)
    assert place.insets == Insets(91440, 45720, 91440, 45720)
    assert [place.level(n).size for n in (1, 2, 3)] == [32.0, 28.0, 24.0]
    assert [place.level(n).bullet for n in (1, 2)] == ["•", "–"]
    title = content.of_type("title")
    assert title is not None
    assert (title.level(1).align, title.anchor) == ("ctr", "ctr")


def test_reading_is_quick(light: Template) -> None:
    """Opening a template is not felt: the fastest of five readings, with room for slow machines."""
    spent = []
    for _ in range(5):
        start = time.process_time()
        read_template(light.path)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.3
