"""Small helpers that write DrawingML and PresentationML as text."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from template_build.layouts import Shape, Spot
from template_build.tokens import Level, Theme, emu, levels_of

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
BULLET_INDENT = 0.23
MIXES = {"muted": (75, 25), "hair": (25, 75)}


def color(word: str, theme: Theme) -> str:
    """Return the XML of a colour word: a slot, a word of the theme, gold, muted, hair, #RGB."""
    word = theme.words.get(word, word)
    if word == "surface":
        word = theme.surface
    if word == "gold":
        word = f"#{theme.gold}"
    if word.startswith("#"):
        return f'<a:srgbClr val="{word[1:]}"/>'
    if word in MIXES:
        mod, off = MIXES[word]
        change = f'<a:lumMod val="{mod}000"/><a:lumOff val="{off}000"/>'
        return f'<a:schemeClr val="tx1">{change}</a:schemeClr>'
    return f'<a:schemeClr val="{word}"/>'


def fill(word: str, theme: Theme) -> str:
    """Return a solid fill, or none."""
    return f"<a:solidFill>{color(word, theme)}</a:solidFill>" if word else "<a:noFill/>"


def line(words: str, theme: Theme) -> str:
    """Return an outline ("gold 1.25": colour and points), or none."""
    if not words:
        return "<a:ln><a:noFill/></a:ln>"
    name, width = words.split()
    return f'<a:ln w="{round(float(width) * 12700)}">{fill(name, theme)}</a:ln>'


def look_of(spot: Spot, theme: Theme) -> str:
    """Return fill and outline of a placeholder's look."""
    if not spot.look:
        return ""
    if spot.look == "boxed":
        return fill("", theme) + line("tx1 1", theme)
    pairs = {"inverse": theme.inverse, "panel": theme.panel, "band": (theme.band, "")}
    inside, outline = pairs.get(spot.look, (spot.look, ""))
    return fill(inside, theme) + (line(outline, theme) if outline else "")


def frame(box: tuple[float, float, float, float]) -> str:
    """Return a transform for a frame in inches."""
    x, y, w, h = (emu(value) for value in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def level(number: int, style: Level, spot: Spot, theme: Theme) -> str:
    """Return one `a:lvlNpPr` of a list style."""
    margin = round(BULLET_INDENT * 914400) if style.bullet else emu(spot.hang)
    if style.bullet == "1.":
        margin = round(0.3 * 914400)
    bullet = "<a:buNone/>"
    if style.bullet == "1.":
        bullet = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    elif style.bullet:
        bullet = (
            f'<a:buClr>{color("accent1", theme)}</a:buClr><a:buSzPct val="60000"/>'
            f'<a:buFont typeface="Arial"/><a:buChar char="{style.bullet}"/>'
        )
    tabs = ""
    if spot.hang:
        tabs = f'<a:tabLst><a:tab pos="{margin}" algn="l"/></a:tabLst>'
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{-margin}" algn="{spot.align}">'
        f'<a:lnSpc><a:spcPct val="{style.leading}000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(style.after * 100)}"/></a:spcAft>'
        f"{bullet}{tabs}{run_properties('defRPr', style, theme)}</a:lvl{number}pPr>"
    )


def run_properties(tag: str, style: Level, theme: Theme) -> str:
    """Return run properties: size, weight, capitals, colour and font of a level."""
    font = "+mj" if style.serif else "+mn"
    caps = ' cap="all" spc="60"' if style.caps else ' cap="none" spc="0"'
    size = f'lang="en-US" sz="{round(style.size * 100)}" b="{int(style.bold)}" i="0"{caps}'
    return (
        f"<a:{tag} {size}>{fill(style.color, theme)}"
        f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/>'
        f"</a:{tag}>"
    )


def list_style(spot: Spot, theme: Theme) -> str:
    """Return the list style of a placeholder; levels beyond the design's repeat its last."""
    levels = levels_of(spot.levels)
    full = [*levels, *[levels[-1]] * (9 - len(levels))]
    return "".join(level(n, style, spot, theme) for n, style in enumerate(full, 1))


PROMPTS = {"title": "Title: one finding as a sentence", "ctrTitle": "Title of the briefing"}


def placeholder(shape_id: int, spot: Spot, theme: Theme) -> str:
    """Return a layout's placeholder shape."""
    left, top, right, bottom = (emu(value) for value in spot.insets)
    plain = spot.type in ("title", "ctrTitle")
    index = "" if plain else f' idx="{spot.idx}"'
    small = ' sz="quarter"' if spot.type not in ("title", "ctrTitle", "subTitle") else ""
    body = (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" '
        f'bIns="{bottom}" rtlCol="0" anchor="{spot.anchor}"><a:noAutofit/></a:bodyPr>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={quoteattr(spot.name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{spot.type}"{small}{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{frame(spot.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{look_of(spot, theme)}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{list_style(spot, theme)}</a:lstStyle>"
        f"{_prompt(spot)}</p:txBody></p:sp>"
    )


def _prompt(spot: Spot) -> str:
    """Return the words shown in a layout's placeholder while it is empty."""
    if spot.type == "sldNum":
        return (
            '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
        )
    words = PROMPTS.get(spot.type, spot.name)
    return f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{escape(words)}</a:t></a:r></a:p>'


def art(shape_id: int, shape: Shape, theme: Theme) -> str:
    """Return a decorative shape of a layout."""
    lines = {"side": theme.inverse[1], "route": f"{theme.words['S.mut']} 1"}
    outline = line(lines.get(shape.line, shape.line), theme)
    names = f'<p:cNvPr id="{shape_id}" name={quoteattr(shape.name)}>{DECORATIVE}</p:cNvPr>'
    geometry = f'{frame(shape.frame)}<a:prstGeom prst="{shape.geometry}"><a:avLst/></a:prstGeom>'
    if shape.geometry == "line":
        return (
            f'<p:cxnSp><p:nvCxnSpPr>{names}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
            f"<p:spPr>{geometry}{outline}</p:spPr></p:cxnSp>"
        )
    inside = fill("" if shape.text else shape.fill, theme)
    return (
        f'<p:sp><p:nvSpPr>{names}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{geometry}{inside}{outline}</p:spPr>{_art_text(shape, theme)}</p:sp>"
    )


def _art_text(shape: Shape, theme: Theme) -> str:
    """Return the text body of a decorative shape."""
    body = (
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        "<a:noAutofit/></a:bodyPr><a:lstStyle/>"
    )
    if not shape.text:
        return f'<p:txBody>{body}<a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'
    style = levels_of(shape.level)[0]
    spacing = f'<a:lnSpc><a:spcPct val="{style.leading}000"/></a:lnSpc>'
    run = f"{run_properties('rPr', style, theme)}<a:t>{escape(shape.text)}</a:t>"
    return f"<p:txBody>{body}<a:p><a:pPr>{spacing}</a:pPr><a:r>{run}</a:r></a:p></p:txBody>"
