"""The house templates: the design's layouts, legible colours, sound files, as the script builds."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from briefer.geometry import EMU_PER_INCH, Color
from briefer.paths import bundled_templates
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.model import Placeholder, Template
from briefer.template.reader import read_template
from tests.package_rules import A, P, package_problems
from tests.template.design import LAYOUTS, SPOTS, Spot, furniture_of

SCRIPT = Path(__file__).parent.parent / "scripts" / "build_templates.py"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
FILES = [template.file for template in HOUSE_TEMPLATES.values()]
NEAR = 0.0011 * EMU_PER_INCH
GOLD = "Signature gold"


@pytest.fixture(scope="module")
def light() -> Template:
    """Return the light template."""
    return read_template(bundled_templates() / "light.pptx")


@pytest.fixture(scope="module")
def contrast() -> Template:
    """Return the high-contrast template."""
    return read_template(bundled_templates() / "high-contrast.pptx")


@pytest.fixture(scope="module", params=FILES)
def template(request: pytest.FixtureRequest) -> Template:
    """Return each house template."""
    return read_template(bundled_templates() / str(request.param))


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with freshly built templates."""
    folder = tmp_path_factory.mktemp("templates")
    build(folder)
    return folder


def build(folder: Path) -> None:
    """Run the script that builds the templates."""
    subprocess.run([sys.executable, str(SCRIPT), "--target", str(folder)], check=True)


def members(path: Path) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def luminance(rgb: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    channels = [int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", HOUSE_TEMPLATES)
def test_template_is_what_the_script_builds(rebuilt: Path, name: str) -> None:
    """The committed template has the parts of a fresh build; to renew it, run the script."""
    file = f"{name}.pptx"
    assert members(bundled_templates() / file) == members(rebuilt / file)


def test_build_gives_the_same_bytes_twice(rebuilt: Path, tmp_path: Path) -> None:
    """No clock and no order of a set is in a template."""
    build(tmp_path)
    for file in FILES:
        assert (tmp_path / file).read_bytes() == (rebuilt / file).read_bytes()


@pytest.mark.parametrize("file", FILES)
def test_template_is_a_sound_package(file: str) -> None:
    """It follows the schemas and the package rules, and python-pptx opens it."""
    path = bundled_templates() / file
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    assert result.is_valid, [str(error) for error in result.errors]
    assert package_problems(path) == []
    deck = Presentation(str(path))
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert len(deck.slides) == 0


@pytest.mark.parametrize("file", FILES)
def test_template_carries_no_leftovers(file: str) -> None:
    """There is no thumbnail, printer setting or author; view and presentation parts are there."""
    parts = members(bundled_templates() / file)
    assert {"ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml"} <= set(parts)
    assert not [name for name in parts if not name.endswith((".xml", ".rels"))]
    properties = Presentation(str(bundled_templates() / file)).core_properties
    assert properties.author == "Briefer"
    assert properties.last_modified_by == ""


@pytest.mark.parametrize("file", FILES)
def test_every_level_is_kerned_at_every_size_of_the_design(file: str) -> None:
    """Viewers set lines alike, and never wider than they were measured."""
    looks = [
        look
        for name, data in members(bundled_templates() / file).items()
        if name.endswith(".xml")
        for look in etree.fromstring(data).iter(f"{A}defRPr")
        if look.get("sz")
    ]
    assert looks
    assert {look.get("kern") for look in looks} == {"1200"}
    assert min(int(look.get("sz", "0")) for look in looks) >= 1200


def test_sub_points_begin_where_the_words_of_points_do(template: Template) -> None:
    """A point under another is seen to be under it."""
    place = place_of(template, "Text", 20)
    point, under = place.level(2), place.level(3)
    assert under.margin + under.indent == point.margin
    assert under.size < point.size


def test_layouts_are_those_of_the_design(template: Template) -> None:
    """Each layout is there by its exact name, and no other."""
    assert {layout.name for layout in template.layouts} == set(LAYOUTS)
    assert len(template.layouts) == len(LAYOUTS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_has_its_placeholders_and_no_others(template: Template, name: str) -> None:
    """Own placeholders and furniture, each index once."""
    own = [spot.idx for spot in SPOTS if spot.layout == name]
    wanted = own + [spot.idx for spot in furniture_of(name)]
    found = [place.idx for place in template.layout(name).placeholders]
    assert sorted(found) == sorted(wanted)


def spots(layout: str) -> tuple[Spot, ...]:
    """Return what the design asks of a layout."""
    return (*(spot for spot in SPOTS if spot.layout == layout), *furniture_of(layout))


def place_of(template: Template, layout: str, idx: int) -> Placeholder:
    """Return a placeholder that must be there."""
    place = template.layout(layout).placeholder(idx)
    assert place is not None
    return place


@pytest.mark.parametrize("name", LAYOUTS)
def test_placeholders_stand_where_the_design_says(light: Template, name: str) -> None:
    """Type, name, frame, insets and anchor are the design's, to a thousandth of an inch."""
    for spot in spots(name):
        place = place_of(light, name, spot.idx)
        assert (place.type, place.name, place.anchor) == (spot.type, spot.name, spot.anchor)
        frame = place.frame
        for found, wanted in zip((frame.x, frame.y, frame.w, frame.h), spot.frame, strict=True):
            assert found == pytest.approx(wanted * EMU_PER_INCH, abs=NEAR), str(spot)
        inset = place.insets
        found_insets = (inset.left, inset.top, inset.right, inset.bottom)
        for found, wanted in zip(found_insets, spot.insets, strict=True):
            assert found == pytest.approx(wanted * EMU_PER_INCH, abs=NEAR), str(spot)


@pytest.mark.parametrize("name", LAYOUTS)
def test_levels_are_set_as_the_design_says(light: Template, name: str) -> None:
    """Font, size, weight, capitals, spacing, bullet and colour of each level."""
    for spot in spots(name):
        place = place_of(light, name, spot.idx)
        for level in spot.levels:
            style = place.level(level.number)
            found = (style.size, style.font, style.bold, style.caps, style.bullet)
            font = "major" if level.serif else "minor"
            wanted = (level.size, font, level.bold, level.caps, level.bullet)
            assert found == wanted, f"{spot} L{level.number}"
            assert style.space_after == level.after, f"{spot} L{level.number}"
            assert style.line_spacing == pytest.approx(level.leading / 100)
            assert light.rgb(style.color) == light.rgb(meant(level.color, light)), str(spot)


def meant(word: str, template: Template) -> Color:
    """Return the colour that a word of the design means in the light template."""
    words = {
        "gold": Color(rgb=template.colors[GOLD]),
        "muted": Color("tx1", lum_mod=75, lum_off=25),
        "M.fg": Color("tx1"),
        "I.fg": Color("bg1"),
        "S.fg": Color("bg1"),
        "I.mut": Color("bg2", lum_mod=85),
        "S.mut": Color("bg2", lum_mod=85),
    }
    return words.get(word) or Color(word)


def test_grid_edges_are_whole(template: Template) -> None:
    """Frames that touch the grid do so exactly: the content is 12 columns wide."""
    title = place_of(template, "Text", 0).frame
    assert (title.x, title.w) == (609600, 10972800)
    numbers = [place_of(template, "Figures 4", idx).frame for idx in (20, 21, 22, 23)]
    assert [frame.x for frame in numbers] == [609600 + 3 * n * 929640 for n in range(4)]
    assert {frame.w for frame in numbers} == {3 * 929640 - 182880}


@pytest.mark.parametrize("name", LAYOUTS)
def test_words_are_legible_on_their_ground(template: Template, name: str) -> None:
    """Every level of every placeholder is AA on its fill or page; 7:1 in high contrast."""
    floor = 7.0 if template.name == "high-contrast" else 4.5
    layout = template.layout(name)
    for place in layout.placeholders:
        ground = template.rgb(place.fill or layout.background)
        for style in place.levels[:5]:
            found = ratio(template.rgb(style.color), ground)
            assert found >= floor, f"{name} {place.name}: {found:.2f}"


@pytest.mark.parametrize("slot", [*(f"accent{n}" for n in range(1, 7)), "tx1", "tx2", "hlink"])
def test_theme_colours_are_legible_both_ways(template: Template, slot: str) -> None:
    """Accents serve as text on page and panel, and as a fill under the page colour."""
    color = template.colors[slot]
    assert ratio(color, template.colors["bg1"]) >= 4.5
    assert ratio(color, template.colors["bg2"]) >= 4.5


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (Color("tx1"), Color("bg1"), 17.22),
        (Color("tx2"), Color("bg2"), 12.19),
        (Color("tx1", lum_mod=75, lum_off=25), Color("bg1"), 7.57),
        (Color("accent1"), Color("bg1"), 6.72),
        (Color("accent4"), Color("bg2"), 5.98),
        (Color("folHlink"), Color("bg1"), 10.18),
        (Color(rgb="FFBE2E"), Color("tx2"), 8.20),
        (Color("bg2", lum_mod=85), Color("tx2"), 8.26),
    ],
)
def test_contrast_is_what_the_design_computed(
    light: Template, one: Color, other: Color, wanted: float
) -> None:
    """The light template's pairs have the design's contrast."""
    assert ratio(light.rgb(one), light.rgb(other)) == pytest.approx(wanted, abs=0.12)


def test_high_contrast_turns_the_page_black(contrast: Template) -> None:
    """Page black, words white, greys and edges white too; inverse panels outlined in gold."""
    assert (contrast.colors["bg1"], contrast.colors["tx1"]) == ("000000", "FFFFFF")
    for derived in (Color("tx1", lum_mod=25, lum_off=75), Color("tx2", lum_mod=10, lum_off=90)):
        assert contrast.rgb(derived) == "FFFFFF"
    panel = place_of(contrast, "Bottom line", 20)
    assert panel.outline is not None
    assert contrast.rgb(panel.outline.color) == contrast.colors[GOLD] == "FFD54A"
    below = place_of(contrast, "Bottom line", 22)
    assert below.frame.y - panel.frame.bottom == pytest.approx(0.075 * EMU_PER_INCH, abs=NEAR)


@pytest.mark.parametrize(
    ("layout", "idx", "number"), [("Section", 20, 1), ("Figure 1", 20, 1), ("Event", 20, 2)]
)
def test_big_numerals_fit_their_boxes(
    template: Template, layout: str, idx: int, number: int
) -> None:
    """A numeral's line, even without its tight leading, is no higher than its box."""
    place = place_of(template, layout, idx)
    style = place.level(number)
    room = (place.frame.h - place.insets.top - place.insets.bottom) / 12700
    assert style.size * 1.1719 * style.line_spacing + 12 <= room


def shapes_of(path: Path) -> Iterator[tuple[str, etree._Element]]:
    """Yield (part, shape) for the shapes of master and layouts."""
    for name, data in members(path).items():
        if name.startswith(("ppt/slideLayouts/slide", "ppt/slideMasters/slide")):
            root = etree.fromstring(data)
            for tag in ("sp", "cxnSp"):
                for shape in root.iter(f"{P}{tag}"):
                    yield name, shape


@pytest.mark.parametrize("file", FILES)
def test_art_is_decorative_and_text_never_shrinks(file: str) -> None:
    """Static shapes are marked as decoration; every placeholder says `noAutofit`."""
    for name, shape in shapes_of(bundled_templates() / file):
        if shape.find(f".//{P}ph") is None:
            assert shape.find(f".//{ADEC}[@val='1']") is not None, name
        else:
            assert shape.find(f"{P}txBody/{A}bodyPr/{A}noAutofit") is not None, name


@pytest.mark.parametrize("file", FILES)
def test_text_names_no_font_but_the_themes(file: str) -> None:
    """Runs and levels use the theme's heading and body fonts, in American English."""
    for name, shape in shapes_of(bundled_templates() / file):
        faces = {node.get("typeface") for node in shape.iter(f"{A}latin")}
        assert faces <= {"+mj-lt", "+mn-lt"}, name
        languages = {node.get("lang") for node in shape.iter(f"{A}defRPr", f"{A}rPr")}
        assert languages <= {"en-US"}, name


@pytest.mark.parametrize("file", FILES)
def test_new_tables_get_the_house_rules(file: str) -> None:
    """The default table style is "Briefer rules": rules, a bold header, no fills."""
    styles = etree.fromstring(members(bundled_templates() / file)["ppt/tableStyles.xml"])
    style = next(styles.iter(f"{A}tblStyle"))
    assert style.get("styleName") == "Briefer rules"
    assert style.get("styleId") == styles.get("def")
    widths = [int(line.get("w", "0")) / 12700 for line in style.iter(f"{A}ln") if line.get("w")]
    assert widths == [1.5, 1.0, 0.75, 1.5, 1.5]
    assert [node.get("b") for node in style.iter(f"{A}tcTxStyle")] == [None, "on", "on"]
    assert not list(style.iter(f"{A}fillRef"))
