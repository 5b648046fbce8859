"""DrawingML as text: colours, lines, frames, list styles, shapes. Lengths in EMU."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from template_build.grid import Box, emu
from template_build.specs import AUTO_NUMBER, Art, Level, Place
from template_build.tokens import HAIR, MUTED, Line, Paint, Tokens

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P_NS = "http://schemas.openxmlformats.org/presentationml/2006/main"
NAMESPACES = f'xmlns:a="{A_NS}" xmlns:r="{R_NS}" xmlns:p="{P_NS}"'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
NUMBERS = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
OFFERED_LEVELS = 5
KERNED_FROM = 12
"""The size in pt from which on letters are kerned, as in Office's own templates: all of the design.

Said outright, so that nothing depends on what a program does where it is not.
"""
NO_LINE = "<a:ln><a:noFill/></a:ln>"
PROMPTS = {
    "title": "One finding as a sentence",
    "ctrTitle": "Title of the briefing",
    "ftr": "Footer",
    "dt": "Date",
}
NUMBER_FIELD = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
)


def paint_of(word: str, surface: str, tokens: Tokens) -> Paint:
    """Return the paint a colour word means: a surface's colour, gold, hair or a scheme slot."""
    ground = tokens.surface(surface)
    words = {
        "words": ground.words,
        "muted": ground.muted,
        "label": ground.label,
        "fill": ground.fill,
        "gold": Paint(rgb=tokens.gold),
        "hair": HAIR,
        "motif": tokens.motif,
    }
    if surface == "page" and word == "muted":
        return MUTED
    return words.get(word) or Paint(word)


def color(paint: Paint) -> str:
    """Return a colour element."""
    if paint.rgb:
        return f'<a:srgbClr val="{paint.rgb}"/>'
    changes = ""
    if paint.lum_mod:
        changes += f'<a:lumMod val="{paint.lum_mod * 1000}"/>'
    if paint.lum_off:
        changes += f'<a:lumOff val="{paint.lum_off * 1000}"/>'
    return f'<a:schemeClr val="{paint.slot}">{changes}</a:schemeClr>'


def fill(paint: Paint | None) -> str:
    """Return a solid fill, or none."""
    return f"<a:solidFill>{color(paint)}</a:solidFill>" if paint else "<a:noFill/>"


def line(pen: Line | None) -> str:
    """Return a line, or none."""
    if pen is None:
        return NO_LINE
    return f'<a:ln w="{round(pen.points * 12700)}">{fill(pen.paint)}</a:ln>'


def geometry(frame: Box, shape: str = "rect") -> str:
    """Return a shape's transform and its preset geometry."""
    return (
        f'<a:xfrm><a:off x="{frame.x}" y="{frame.y}"/><a:ext cx="{frame.w}" cy="{frame.h}"/>'
        f'</a:xfrm><a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
    )


def run_look(tag: str, level: Level, paint: Paint) -> str:
    """Return run properties; what is the same everywhere comes from the default text style."""
    font = "+mj" if level.major else "+mn"
    caps = 'cap="all" spc="60"' if level.caps else 'cap="none" spc="0"'
    return (
        f'<a:{tag} lang="en-US" sz="{round(level.size * 100)}" b="{int(level.bold)}" '
        f'kern="{KERNED_FROM * 100}" {caps}>'
        f'{fill(paint)}<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/>'
        f'<a:cs typeface="{font}-cs"/></a:{tag}>'
    )


def _bullet(level: Level, paint: Paint) -> str:
    """Return the bullet of a level."""
    if not level.bullet:
        return "<a:buNone/>"
    tint = f"<a:buClr>{color(paint)}</a:buClr>"
    if level.bullet == AUTO_NUMBER:
        return f'{tint}<a:buSzPct val="100000"/>{NUMBERS}'
    return (
        f'{tint}<a:buSzPct val="60000"/><a:buFont typeface="Arial"/>'
        f'<a:buChar char="{level.bullet}"/>'
    )


def level_xml(number: int, level: Level, surface: str, tokens: Tokens) -> str:
    """Return one level of a list style."""
    margin = emu(abs(level.hang) + level.inset)
    indent = -emu(level.hang) if level.hang > 0 else 0
    bullet = _bullet(level, paint_of("label", surface, tokens))
    tabs = f'<a:tabLst><a:tab pos="{margin}" algn="l"/></a:tabLst>' if level.hang > 0 else ""
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{indent}" algn="{level.align}">'
        f'<a:lnSpc><a:spcPct val="{level.leading * 1000}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(level.after * 100)}"/></a:spcAft>'
        f"{bullet}{tabs}{run_look('defRPr', level, paint_of(level.color, surface, tokens))}"
        f"</a:lvl{number}pPr>"
    )


def levels_xml(levels: tuple[Level, ...], surface: str, tokens: Tokens) -> str:
    """Return the levels that PowerPoint offers; those beyond the design's are set as its last."""
    full = (*levels, *(levels[-1],) * (OFFERED_LEVELS - len(levels)))
    return "".join(level_xml(n, level, surface, tokens) for n, level in enumerate(full, 1))


def _look(place: Place, tokens: Tokens) -> str:
    """Return the fill and outline of a placeholder, nothing where it has neither."""
    ground = tokens.surface(place.surface)
    if place.fill:
        return fill(Paint(place.fill))
    if not place.own_fill:
        return ""
    if place.line:
        return fill(ground.fill) + line(Line(paint_of(place.line, place.surface, tokens), 1.0))
    return fill(ground.fill) + (line(ground.line) if ground.line else "")


def _prompt(place: Place) -> str:
    """Return what a placeholder shows while it is empty, one paragraph a level."""
    if place.type == "sldNum":
        return NUMBER_FIELD
    words = [PROMPTS.get(place.type, place.name)]
    if place.type == "body":
        words += [f"{place.name}, level {n}" for n in range(2, len(place.levels) + 1)]
    return "".join(
        f'<a:p><a:pPr lvl="{n}"/><a:r><a:rPr lang="en-US"/><a:t>{escape(text)}</a:t></a:r></a:p>'
        for n, text in enumerate(words)
    )


def placeholder(shape_id: int, place: Place, tokens: Tokens) -> str:
    """Return a placeholder of a layout or master."""
    left, top, right, bottom = (emu(inset) for inset in place.insets)
    index = "" if place.idx is None else f' idx="{place.idx}"'
    size = f' sz="{place.size}"' if place.size else ""
    prompt = ' hasCustomPrompt="1"' if place.size and place.type in ("body", "subTitle") else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(place.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.type}"{size}{index}{prompt}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{geometry(place.box)}{_look(place, tokens)}</p:spPr><p:txBody>"
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" '
        f'bIns="{bottom}" rtlCol="0" anchor="{place.anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels_xml(place.levels, place.surface, tokens)}</a:lstStyle>"
        f"{_prompt(place)}</p:txBody></p:sp>"
    )


def _art_line(art: Art, tokens: Tokens) -> str:
    """Return the line of a static shape."""
    if art.outline == "side_line":
        return line(tokens.side_line)
    pen = Line(paint_of(art.outline, art.surface, tokens), art.points) if art.outline else None
    return line(pen)


def art_xml(shape_id: int, art: Art, tokens: Tokens) -> str:
    """Return a static shape, marked as decorative."""
    names = f'<p:cNvPr id="{shape_id}" name={quoteattr(art.name)}>{DECORATIVE}</p:cNvPr>'
    pen = _art_line(art, tokens)
    if art.kind == "line":
        return (
            f'<p:cxnSp><p:nvCxnSpPr>{names}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
            f"<p:spPr>{geometry(art.box, 'line')}{pen}</p:spPr></p:cxnSp>"
        )
    shape = "rect" if art.kind == "text" else art.kind
    paint = paint_of(art.color, art.surface, tokens)
    body = '<a:p><a:endParaRPr lang="en-US"/></a:p>'
    if art.text:
        look = run_look("rPr", Level(art.size, major=True, bold=True), paint)
        body = f"<a:p><a:r>{look}<a:t>{escape(art.text)}</a:t></a:r></a:p>"
    return (
        f'<p:sp><p:nvSpPr>{names}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{geometry(art.box, shape)}{fill(None if art.text else paint)}{pen}</p:spPr>"
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>{body}</p:txBody></p:sp>'
    )
