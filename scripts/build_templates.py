"""Build the house templates: the same tokens always give the same bytes."""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

from template_build.layouts import LAYOUTS
from template_build.parts import (
    layout_xml,
    master_xml,
    notes_master_xml,
    presentation_xml,
    table_styles_xml,
    theme_xml,
)
from template_build.tokens import THEMES, Theme
from template_build.xml import HEAD

TARGET = Path(__file__).parent.parent / "templates"
EPOCH = (1980, 1, 1, 0, 0, 0)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PML = "application/vnd.openxmlformats-officedocument.presentationml"
P_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def relationships(*pairs: tuple[str, str]) -> str:
    """Return a relationships part: (kind, target) pairs numbered from rId1."""
    made = []
    for number, (kind, target) in enumerate(pairs, 1):
        base = f"{PACKAGE}/relationships/metadata" if kind == "core-properties" else OFFICE
        made.append(f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(made)}</Relationships>'


def content_types(count: int) -> str:
    """Return the content types of all parts."""
    overrides = {
        "/ppt/presentation.xml": f"{PML}.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{PML}.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{PML}.notesMaster+xml",
        "/ppt/presProps.xml": f"{PML}.presProps+xml",
        "/ppt/viewProps.xml": f"{PML}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{PML}.tableStyles+xml",
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/ppt/theme/theme2.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
    }
    for number in range(1, count + 1):
        overrides[f"/ppt/slideLayouts/slideLayout{number}.xml"] = f"{PML}.slideLayout+xml"
    parts = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def properties(theme: Theme) -> dict[str, str]:
    """Return the document properties and the two small view parts."""
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{theme.label}</dc:title><dc:creator>Briefer</dc:creator>"
        "<dc:language>en-US</dc:language></cp:coreProperties>"
    )
    app = (
        f"{HEAD}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Briefer</Application></Properties>"
    )
    view = (
        f'{HEAD}<p:viewPr {P_NS}><p:normalViewPr><p:restoredLeft sz="15620"/>'
        '<p:restoredTop sz="80000"/></p:normalViewPr></p:viewPr>'
    )
    return {
        "docProps/core.xml": core,
        "docProps/app.xml": app,
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {P_NS}/>",
        "ppt/viewProps.xml": view,
    }


def parts_of(theme: Theme) -> dict[str, str]:
    """Return every part of a template by its name, in the order they are written."""
    count = len(LAYOUTS)
    layouts = [(f"ppt/slideLayouts/slideLayout{n}.xml", x) for n, x in enumerate(LAYOUTS, 1)]
    parts = {
        "[Content_Types].xml": content_types(count),
        "_rels/.rels": relationships(
            ("officeDocument", "ppt/presentation.xml"),
            ("core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        **properties(theme),
        "ppt/presentation.xml": presentation_xml(theme),
        "ppt/_rels/presentation.xml.rels": relationships(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/theme/theme1.xml": theme_xml(theme, theme.label),
        "ppt/theme/theme2.xml": theme_xml(THEMES[0], "Briefer Notes"),
        "ppt/tableStyles.xml": table_styles_xml(theme),
        "ppt/slideMasters/slideMaster1.xml": master_xml(theme, count),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, count + 1)),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(THEMES[0]),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships(
            ("theme", "../theme/theme2.xml")
        ),
    }
    for name, layout in layouts:
        folder, base = name.rsplit("/", 1)
        parts[name] = layout_xml(layout, theme)
        parts[f"{folder}/_rels/{base}.rels"] = relationships(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return parts


def write(theme: Theme, folder: Path) -> Path:
    """Write one template and return its path."""
    path = folder / f"{theme.name}.pptx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts_of(theme).items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            archive.writestr(info, text.encode("utf-8"))
    return path


def main() -> None:
    """Write all house templates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=TARGET)
    folder: Path = parser.parse_args().target
    folder.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        write(theme, folder)


if __name__ == "__main__":
    main()
