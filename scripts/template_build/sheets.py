"""Presentation, slide master, layouts and notes master as text."""

from __future__ import annotations

from dataclasses import replace

from template_build.grid import PAGE_HEIGHT, PAGE_WIDTH, Box, box, emu
from template_build.pieces import footers, title
from template_build.specs import BULLET, Art, Layout, Level, Place
from template_build.tokens import Paint, Tokens
from template_build.xml import HEAD, NAMESPACES, art_xml, fill, geometry, levels_xml, placeholder

TAG = Art("Tag", "rect", box(0.667, 0.375, 0.6, 0.06), color="gold")
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MASTER_ID = 2147483648
MASTER_IDX = {"title": None, "body": 1, "dt": 2, "ftr": 3, "sldNum": 4}
BODY_LEVELS = (
    Level(20, bullet=BULLET, after=10, hang=0.27),
    Level(18, bullet=BULLET, after=6, hang=0.225, inset=0.27),
    Level(18, bullet=BULLET, after=6, hang=0.225, inset=0.495),
)
NOTES_SIZE = (6858000, 9144000)


def color_map_xml(tokens: Tokens) -> str:
    """Return a colour map."""
    pairs = " ".join(f'{key}="{value}"' for key, value in tokens.color_map.items())
    return f"<p:clrMap {pairs}/>"


def background(paint: Paint) -> str:
    """Return a plain background."""
    return f"<p:bg><p:bgPr>{fill(paint)}<a:effectLst/></p:bgPr></p:bg>"


def master_places() -> tuple[Place, ...]:
    """Return the master's placeholders, from which layouts inherit by type."""
    content = Place(1, "body", "Text", box(0.667, 1.875, 12.0, 4.425), BODY_LEVELS)
    places = (title(), content, *footers())
    return tuple(
        replace(
            place,
            idx=MASTER_IDX[place.type],
            size="quarter" if place.type in ("dt", "ftr", "sldNum") else "",
        )
        for place in places
    )


def master_xml(tokens: Tokens, count: int) -> str:
    """Return the slide master: its placeholders, the tag, text styles, the list of layouts."""
    shapes = [placeholder(n, place, tokens) for n, place in enumerate(master_places(), 3)]
    ids = "".join(
        f'<p:sldLayoutId id="{MASTER_ID + n}" r:id="rId{n}"/>' for n in range(1, count + 1)
    )
    other = levels_xml((Level(18),), "page", tokens)
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{background(tokens.page.fill)}<p:spTree>{TREE}"
        f"{art_xml(2, TAG, tokens)}{''.join(shapes)}</p:spTree></p:cSld>{color_map_xml(tokens)}"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0"/><p:txStyles>'
        f"<p:titleStyle>{levels_xml(title().levels, 'page', tokens)}</p:titleStyle>"
        f"<p:bodyStyle>{levels_xml(BODY_LEVELS, 'page', tokens)}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout_xml(layout: Layout, tokens: Tokens) -> str:
    """Return a slide layout: art below, placeholders above in reading order."""
    shapes = [art_xml(n, art, tokens) for n, art in enumerate(layout.art, 2)]
    first = 2 + len(shapes)
    shapes += [placeholder(n, place, tokens) for n, place in enumerate(layout.places, first)]
    ground = ""
    if layout.ground != "page":
        ground = background(tokens.surface(layout.ground).fill)
    art = "" if layout.master_art else ' showMasterSp="0"'
    kind = f' type="{layout.type}"' if layout.type else ""
    footer = "" if layout.footers else '<p:hf sldNum="0" hdr="0" ftr="0" dt="0"/>'
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES}{art}{kind} preserve="1" userDrawn="1">'
        f'<p:cSld name="{layout.name}">{ground}<p:spTree>{TREE}{"".join(shapes)}</p:spTree>'
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        f"{footer}</p:sldLayout>"
    )


def notes_master_xml(tokens: Tokens) -> str:
    """Return the notes master: slide image, notes, number; dark words on white paper."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{geometry(Box(685800, 685800, 5486400, 3086100))}<a:noFill/>"
        '<a:ln w="9525"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    notes = Level(12, after=3)
    number = Level(12, align="r")
    words = Place(3, "body", "Speaker notes", Box(685800, 4023360, 5486400, 4434840), (notes,))
    field = Place(
        5,
        "sldNum",
        "Slide number",
        Box(685800, 8622792, 5486400, emu(0.3)),
        (number,),
        anchor="b",
    )
    shapes = image + "".join(
        placeholder(n, replace(place, size="quarter"), tokens)
        for n, place in enumerate((words, field), 3)
    )
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld>{background(tokens.page.fill)}<p:spTree>{TREE}"
        f'{shapes}</p:spTree></p:cSld>{color_map_xml(tokens)}<p:hf hdr="0" ftr="0" dt="0"/>'
        f"<p:notesStyle>{levels_xml((notes,), 'page', tokens)}</p:notesStyle></p:notesMaster>"
    )


def presentation_xml(tokens: Tokens) -> str:
    """Return the presentation: master, notes master, page sizes, default text style."""
    width, height = NOTES_SIZE
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{PAGE_WIDTH}" cy="{PAGE_HEIGHT}"/><p:notesSz cx="{width}" cy="{height}"/>'
        '<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr>'
        f"{levels_xml((Level(18),), 'page', tokens)}</p:defaultTextStyle></p:presentation>"
    )
