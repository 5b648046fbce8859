"""Build the house templates from tokens: the same tokens always give the same parts.

Run it after a change of colours, grid or layouts, and commit the templates with the change.
"""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

from template_build.layouts import house_layouts
from template_build.sheets import layout_xml, master_xml, notes_master_xml, presentation_xml
from template_build.theme import small_parts, theme_xml
from template_build.tokens import Tokens, house_tokens
from template_build.xml import HEAD, R_NS

TARGET = Path(__file__).parent.parent / "templates"
EPOCH = (1980, 1, 1, 0, 0, 0)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument"
PML = f"{OFFICE}.presentationml"
TYPES = {
    "ppt/presentation.xml": f"{PML}.presentation.main+xml",
    "ppt/presProps.xml": f"{PML}.presProps+xml",
    "ppt/viewProps.xml": f"{PML}.viewProps+xml",
    "ppt/tableStyles.xml": f"{PML}.tableStyles+xml",
    "ppt/slideMasters/": f"{PML}.slideMaster+xml",
    "ppt/slideLayouts/": f"{PML}.slideLayout+xml",
    "ppt/notesMasters/": f"{PML}.notesMaster+xml",
    "ppt/theme/": f"{OFFICE}.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{OFFICE}.extended-properties+xml",
}


def relationships(*pairs: tuple[str, str]) -> str:
    """Return a relationships part: (kind, target) pairs numbered from rId1."""
    made = []
    for number, (kind, target) in enumerate(pairs, 1):
        base = f"{PACKAGE}/relationships/metadata" if kind == "core-properties" else R_NS
        made.append(f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(made)}</Relationships>'


def content_types(names: list[str]) -> str:
    """Return the content types of the parts of these names."""
    kinds = {
        name: next(kind for start, kind in TYPES.items() if name.startswith(start))
        for name in names
        if not name.endswith(".rels")
    }
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def slide_parts(tokens: Tokens) -> dict[str, str]:
    """Return master, layouts and notes master with their themes and relationships."""
    layouts = house_layouts(tokens)
    names = [f"slideLayout{number}.xml" for number in range(1, len(layouts) + 1)]
    paper = house_tokens()[0]
    parts = {
        "ppt/slideMasters/slideMaster1.xml": master_xml(tokens, len(layouts)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
            *(("slideLayout", f"../slideLayouts/{name}") for name in names),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/theme/theme1.xml": theme_xml(tokens, tokens.label),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(paper),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships(
            ("theme", "../theme/theme2.xml")
        ),
        "ppt/theme/theme2.xml": theme_xml(paper, "Briefer Notes"),
    }
    for name, layout in zip(names, layouts, strict=True):
        parts[f"ppt/slideLayouts/{name}"] = layout_xml(layout, tokens)
        parts[f"ppt/slideLayouts/_rels/{name}.rels"] = relationships(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return parts


def parts_of(tokens: Tokens) -> dict[str, str]:
    """Return every part of a template by its name, in the order they are written."""
    parts = {
        "_rels/.rels": relationships(
            ("officeDocument", "ppt/presentation.xml"),
            ("core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "ppt/presentation.xml": presentation_xml(tokens),
        "ppt/_rels/presentation.xml.rels": relationships(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        **slide_parts(tokens),
        **small_parts(tokens),
    }
    return {"[Content_Types].xml": content_types(list(parts)), **parts}


def write(tokens: Tokens, folder: Path) -> Path:
    """Write one template and return its path."""
    path = folder / f"{tokens.file}.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts_of(tokens).items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            archive.writestr(info, text.encode("utf-8"))
    return path


def main() -> None:
    """Write every house template."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    for tokens in house_tokens():
        write(tokens, options.target)


if __name__ == "__main__":
    main()
