"""The parts of a house template's package, as text."""

from __future__ import annotations

from dataclasses import replace

from template_build.layouts import FURNITURE, LAYOUTS, SURFACE_NUMBER, Layout, Shape, Spot
from template_build.tokens import PAGE, Theme, levels_of
from template_build.xml import HEAD, NS, art, color, fill, level, list_style, placeholder

TABLE_STYLE = "{6F2D9B1C-52F4-4C5B-9C0A-3B7B7C2E8A11}"
TAG = Shape("Tag", "rect", (0.667, 0.375, 0.6, 0.06), "gold")
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
KEPT = {
    "content": {12, 10, 0, 11, 17, 16, 18, 13},
    "plain": {12, 10, 0, 17, 16, 18, 13},
    "number": {12, 18, 13},
    "bare": {12, 13},
}


def theme_xml(theme: Theme, name: str) -> str:
    """Return the theme: colours, fonts, a plain format scheme, and the gold as custom colour."""
    slots = "".join(f'<a:{s}><a:srgbClr val="{rgb}"/></a:{s}>' for s, rgb in theme.slots.items())
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{solid}<a:prstDash val="solid"/></a:ln>'
        for w in (9525, 19050, 28575)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    others = '<a:ea typeface=""/><a:cs typeface=""/>'
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/>{others}</a:{kind}Font>'
        for kind, face in (("major", "Cambria"), ("minor", "Calibri"))
    )
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="{name}"><a:themeElements><a:clrScheme name="{name}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Briefer">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Briefer"><a:fillStyleLst>{solid * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        f"<a:objectDefaults/><a:extraClrSchemeLst/><a:custClrLst>"
        f'<a:custClr name="Signature gold"><a:srgbClr val="{theme.gold}"/></a:custClr>'
        f"</a:custClrLst></a:theme>"
    )


def color_map_xml(theme: Theme) -> str:
    """Return the master's colour map."""
    pairs = {**theme.mapping, **{s: s for s in theme.slots if s.startswith(("accent", "h", "f"))}}
    return "<p:clrMap " + " ".join(f'{key}="{value}"' for key, value in pairs.items()) + "/>"


def background(word: str, theme: Theme) -> str:
    """Return a plain background."""
    return f"<p:bg><p:bgPr>{fill(word, theme)}<a:effectLst/></p:bgPr></p:bg>"


def master_xml(theme: Theme, count: int) -> str:
    """Return the slide master: furniture, a body, the tag, text styles, the list of layouts."""
    body = Spot(
        1, "body", "Text", (0.667, 1.875, 12.0, 4.425), "L1 18 sans tx1 / L2 18 sans tx1 bullet ■"
    )
    spots = [s for s in FURNITURE if s.type in ("title", "dt", "ftr", "sldNum")]
    spots.insert(1, body)
    indexes = {"dt": 2, "ftr": 3, "sldNum": 4}
    shapes = [
        placeholder(n, replace(s, idx=indexes.get(s.type, s.idx)), theme)
        for n, s in enumerate(spots, 2)
    ]
    shapes.append(art(len(spots) + 2, TAG, theme))
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(count))
    title = next(s for s in FURNITURE if s.type == "title")
    heading = level(1, levels_of(title.levels)[0], title, theme)
    other = Spot(0, "body", "", (0, 0, 1, 1), "L1 18 sans tx1")
    return (
        f"{HEAD}<p:sldMaster {NS}><p:cSld>{background('bg1', theme)}<p:spTree>{TREE}"
        f"{''.join(shapes)}</p:spTree></p:cSld>{color_map_xml(theme)}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0"/><p:txStyles><p:titleStyle>{heading}'
        f"</p:titleStyle><p:bodyStyle>{list_style(body, theme)}</p:bodyStyle>"
        f"<p:otherStyle>{list_style(other, theme)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def spots_of(layout: Layout) -> list[Spot]:
    """Return a layout's placeholders in reading order: furniture around its own."""
    own = {s.idx for s in layout.spots}
    kept = [s for s in FURNITURE if s.idx in KEPT[layout.furniture] and s.idx not in own]
    if layout.surface:
        kept = [SURFACE_NUMBER if s.idx == 18 else s for s in kept]
    width = layout.kicker_width
    kept = [replace(s, frame=(*s.frame[:2], width, s.frame[3])) if s.idx == 10 else s for s in kept]
    before = [s for s in kept if s.idx in (12, 10, 0)]
    return [*before, *layout.spots, *(s for s in kept if s not in before)]


def layout_xml(layout: Layout, theme: Theme) -> str:
    """Return one slide layout."""
    shapes = [art(n, shape, theme) for n, shape in enumerate(layout.art, 2)]
    first = 2 + len(shapes)
    shapes += [placeholder(n, spot, theme) for n, spot in enumerate(spots_of(layout), first)]
    surface = background("surface", theme) if layout.surface else ""
    shown = ' showMasterSp="0"' if layout.surface else ""
    kind = ' type="title"' if layout.name == "Title" else ""
    return (
        f'{HEAD}<p:sldLayout {NS}{shown}{kind} preserve="1" userDrawn="1">'
        f'<p:cSld name="{layout.name}">{surface}<p:spTree>{TREE}{"".join(shapes)}</p:spTree>'
        f"</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master_xml(theme: Theme) -> str:
    """Return the notes master: slide image, notes, slide number; always dark on white."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700">'
        '<a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    words = Spot(3, "body", "Speaker notes", (0.75, 4.4, 6.0, 4.9), "L1 12 sans tx1 aft2")
    number = Spot(4, "sldNum", "Slide number", (4.4, 9.45, 2.35, 0.4), "L1 12 sans tx1", align="r")
    shapes = image + placeholder(3, words, theme) + placeholder(4, number, theme)
    styles = list_style(words, theme)
    return (
        f"{HEAD}<p:notesMaster {NS}><p:cSld>{background('bg1', theme)}<p:spTree>{TREE}{shapes}"
        f"</p:spTree></p:cSld>{color_map_xml(theme)}<p:notesStyle>{styles}</p:notesStyle>"
        f"</p:notesMaster>"
    )


def presentation_xml(theme: Theme) -> str:
    """Return the presentation part."""
    spot = Spot(0, "body", "", (0, 0, 1, 1), "L1 18 sans tx1")
    return (
        f'{HEAD}<p:presentation {NS} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{PAGE[0]}" cy="{PAGE[1]}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr>'
        f"{list_style(spot, theme)}</p:defaultTextStyle></p:presentation>"
    )


def table_styles_xml(theme: Theme) -> str:
    """Return the table styles: rules only, header and first column bold navy."""

    def rule(side: str, width: float, word: str) -> str:
        inside = f'<a:ln w="{round(width * 12700)}" cmpd="sng">{fill(word, theme)}</a:ln>'
        return f"<a:{side}>{inside}</a:{side}>"

    def none(*sides: str) -> str:
        return "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in sides)

    whole = none("left", "right") + rule("top", 1.5, "tx2") + rule("bottom", 1, "tx2")
    whole += rule("insideH", 0.75, "hair") + none("insideV")
    font = '<a:fontRef idx="minor"/>'
    strong = f'<a:tcTxStyle b="on">{font}{color("tx2", theme)}</a:tcTxStyle>'
    header = none("left", "right") + rule("top", 1.5, "tx2") + rule("bottom", 1.5, "tx2")
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" styleName="Briefer rules">'
        f"<a:wholeTbl><a:tcTxStyle>{font}{color('tx1', theme)}</a:tcTxStyle>"
        f"<a:tcStyle><a:tcBdr>{whole}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:firstCol>{strong}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{strong}<a:tcStyle><a:tcBdr>{header}</a:tcBdr></a:tcStyle></a:firstRow>"
        f"</a:tblStyle></a:tblStyleLst>"
    )


LAYOUT_COUNT = len(LAYOUTS)
