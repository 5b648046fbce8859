"""Read a template file into a `Template`: colours, fonts, layouts with resolved placeholders.

In: a .pptx or .potx file. Out: frozen values (`briefer.template.model`). Reads with lxml only, so
that a preview needs no python-pptx. Inheritance follows ECMA-376 part 1, section 19.3.1.36: a
layout's placeholder inherits from the master's of its type, then from the master's text styles.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from briefer.errors import TemplateError
from briefer.geometry import Color
from briefer.template.model import Art, Placeholder, Template, TemplateLayout
from briefer.template.numbers import whole
from briefer.template.package import ANOTHER, PRESENTATION, Package, damaged, open_package
from briefer.template.shapes import SheetReader
from briefer.template.theme import A, P, color_map, color_of, custom_colors, fonts, theme_colors

WIDTH, HEIGHT = 9144000, 6858000
"""The size of a page, in EMU, where the file names none (ECMA-376 part 1, 19.2.1.39)."""
SMALLEST, LARGEST = 914_400, 51_206_400
"""The sizes that a page may have, in EMU: one inch to fifty-six."""
MOST_LAYOUTS = 1000
MOST_SHAPES = 5000
"""What a template may have: layouts, and shapes of one layout or master. A house template has
twenty-seven layouts with some twenty shapes each; every page is painted over those of its own."""
DEFAULT_BACKGROUND = Color("bg1")


def read_template(path: Path) -> Template:
    """Return the template in a file; raise TemplateError naming the file and the next step."""
    package = open_package(path)
    with package.archive:
        try:
            return _template(package, path)
        except ValueError as error:
            raise damaged(path.name, "a number in it cannot be read", error) from error


def _template(package: Package, path: Path) -> Template:
    """Return the template in a package."""
    root = package.xml(PRESENTATION)
    if root.tag != f"{P}presentation":
        raise TemplateError(
            f"{path.name} is no presentation Briefer can read.",
            hint="Save it in PowerPoint as an ordinary .pptx, not as Strict Open XML.",
        )
    master_part = _only(package, PRESENTATION, "slideMaster", "slide master")
    master = package.xml(master_part)
    theme = package.xml(_only(package, master_part, "theme", "theme"))
    mapping = color_map(master)
    reader = SheetReader(master, mapping, default_text=root.find(f"{P}defaultTextStyle"))
    roots = [package.xml(part) for part in _layout_parts(package, master_part, master)]
    _check_shapes(package, [master, *roots])
    layouts = tuple(_layout(sheet, master, reader, mapping) for sheet in roots)
    if not layouts:
        raise TemplateError(f"{path.name} has no layouts.", hint=ANOTHER)
    width, height = _size(root)
    major, minor = fonts(theme)
    return Template(
        name=path.stem,
        path=path,
        width=width,
        height=height,
        colors={**theme_colors(theme, mapping), **custom_colors(theme)},
        major_font=major,
        minor_font=minor,
        layouts=layouts,
    )


def _size(root: etree._Element) -> tuple[int, int]:
    """Return width and height of a page; ECMA-376 part 1, 19.7.11 bounds them."""
    size = root.find(f"{P}sldSz")
    if size is None:
        return WIDTH, HEIGHT
    told = size.get("cx", str(WIDTH)), size.get("cy", str(HEIGHT))
    width, height = (whole(side, SMALLEST, LARGEST) for side in told)
    return width, height


def _only(package: Package, part: str, kind: str, words: str) -> str:
    """Return the first part of a kind related to a part; raise TemplateError without one."""
    found = package.related(part, kind)
    if not found:
        raise TemplateError(f"{package.name} has no {words}.", hint=ANOTHER)
    return found[0]


def _layout_parts(package: Package, master_part: str, master: etree._Element) -> list[str]:
    """Return the layout parts in the master's order."""
    by_id = dict(package.relationships(master_part, "slideLayout"))
    wanted = [
        node.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "")
        for node in master.iter(f"{P}sldLayoutId")
    ]
    parts = list(dict.fromkeys(by_id[rel] for rel in wanted if rel in by_id))
    if len(parts) > MOST_LAYOUTS:
        raise TemplateError(
            f"{package.name} has {len(parts):,} layouts; {MOST_LAYOUTS:,} are the most.",
            hint=ANOTHER,
        )
    return parts


def _check_shapes(package: Package, sheets: list[etree._Element]) -> None:
    """Raise TemplateError where a layout or master has so many shapes that pages take minutes."""
    for sheet in sheets:
        count = sum(1 for _ in sheet.iter(f"{P}sp", f"{P}cxnSp", f"{P}pic", f"{P}ph"))
        if count > MOST_SHAPES:
            raise TemplateError(
                f"{package.name} has a layout with {count:,} shapes; {MOST_SHAPES:,} are the most.",
                hint=ANOTHER,
            )


def _layout(
    root: etree._Element, master: etree._Element, reader: SheetReader, mapping: dict[str, str]
) -> TemplateLayout:
    """Return one layout: placeholders resolved, art of master and layout, background."""
    sheet = root.find(f"{P}cSld")
    name = sheet.get("name", "") if sheet is not None else ""
    placeholders: list[Placeholder] = []
    for shape in root.iter(f"{P}sp"):
        if shape.find(f".//{P}ph") is not None:
            placeholders.append(reader.placeholder(shape))
    art: list[Art] = []
    if root.get("showMasterSp", "1") not in ("0", "false"):
        art.extend(reader.art(master))
    art.extend(reader.art(root))
    return TemplateLayout(
        name=name,
        placeholders=tuple(placeholders),
        art=tuple(art),
        background=_background(root, mapping) or _background(master, mapping) or DEFAULT_BACKGROUND,
    )


def _background(root: etree._Element, mapping: dict[str, str]) -> Color | None:
    """Return the solid background of a sheet, or None where it inherits or is no plain colour."""
    fill = root.find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill")
    if fill is None:
        fill = root.find(f"{P}cSld/{P}bg/{P}bgRef")
    return color_of(fill, mapping) if fill is not None else None
