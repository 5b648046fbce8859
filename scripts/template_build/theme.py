"""The theme, the table style, and the small parts beside the slides."""

from __future__ import annotations

from template_build.tokens import GOLD_NAME, HAIR, TX1, TX2, Line, Tokens
from template_build.xml import A_NS, HEAD, NAMESPACES, NO_LINE, color, line

TABLE_STYLE = "{6F2D9B1C-52F4-4C5B-9C0A-3B7B7C2E8A11}"
CORE_NS = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
MADE = "2024-01-01T00:00:00Z"
"""A fixed date, so that the same tokens give the same bytes."""


def theme_xml(tokens: Tokens, name: str) -> str:
    """Return a theme: colours, fonts, a plain format scheme, and the gold as a custom colour."""
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{rgb}"/></a:{slot}>' for slot, rgb in tokens.scheme.items()
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind, face in zip(("major", "minor"), tokens.fonts, strict=True)
    )
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{solid}<a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
        for width in (9525, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="{A_NS}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Briefer">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Briefer"><a:fillStyleLst>{solid * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/>"
        f'<a:custClrLst><a:custClr name="{GOLD_NAME}"><a:srgbClr val="{tokens.gold}"/></a:custClr>'
        "</a:custClrLst></a:theme>"
    )


def _borders(**sides: Line | None) -> str:
    """Return the borders of a part of a table, in the schema's order."""
    order = ("left", "right", "top", "bottom", "insideH", "insideV")
    drawn = [side for side in order if side in sides]
    edges = "".join(f"<a:{side}>{_table_line(sides[side])}</a:{side}>" for side in drawn)
    return f"<a:tcBdr>{edges}</a:tcBdr>"


def _table_line(pen: Line | None) -> str:
    """Return a line of a table."""
    return line(pen).replace("<a:ln w=", '<a:ln cmpd="sng" w=') if pen else NO_LINE


def table_styles_xml() -> str:
    """Return the table styles: "Briefer rules", the default, draws rules and no fills."""
    strong, thin, last = Line(TX2, 1.5), Line(HAIR, 0.75), Line(TX2, 1.0)
    whole = _borders(left=None, right=None, top=strong, bottom=last, insideH=thin, insideV=None)
    header = _borders(top=strong, bottom=strong)
    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    plain = f"<a:tcTxStyle>{font}{color(TX1)}</a:tcTxStyle>"
    bold = f'<a:tcTxStyle b="on">{font}{color(TX2)}</a:tcTxStyle>'
    none = "<a:fill><a:noFill/></a:fill>"
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="{A_NS}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Briefer rules">'
        f"<a:wholeTbl>{plain}<a:tcStyle>{whole}{none}</a:tcStyle></a:wholeTbl>"
        f"<a:firstCol>{bold}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{bold}<a:tcStyle>{header}</a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )


def small_parts(tokens: Tokens) -> dict[str, str]:
    """Return document properties, presentation properties and view properties by part name."""
    core = (
        f"{HEAD}<cp:coreProperties {CORE_NS}><dc:title>{tokens.label}</dc:title>"
        "<dc:creator>Briefer</dc:creator><dc:language>en-US</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{MADE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{MADE}</dcterms:modified>'
        "</cp:coreProperties>"
    )
    app = (
        f"{HEAD}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Briefer</Application></Properties>"
    )
    view = (
        f'{HEAD}<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/>'
        '<p:restoredTop sz="80000"/></p:normalViewPr></p:viewPr>'
    )
    return {
        "docProps/core.xml": core,
        "docProps/app.xml": app,
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": view,
        "ppt/tableStyles.xml": table_styles_xml(),
    }
