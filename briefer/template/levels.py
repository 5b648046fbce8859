"""Read paragraph levels: list styles laid over one another, strongest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from briefer.geometry import Align, FontRole
from briefer.template.model import LevelStyle
from briefer.template.theme import A, color_of

LEVELS = 9
ALIGNS: dict[str, Align] = {"l": "l", "ctr": "ctr", "r": "r"}
Node = etree._Element


def level_styles(styles: Sequence[Node], mapping: dict[str, str]) -> tuple[LevelStyle, ...]:
    """Return the nine level styles that a chain of list styles (strongest first) adds up to."""
    made = []
    for number in range(1, LEVELS + 1):
        style = LevelStyle()
        for sheet in reversed(styles):
            node = sheet.find(f"{A}lvl{number}pPr")
            if node is not None:
                style = level_style(node, style, mapping)
        made.append(style)
    return tuple(made)


def level_style(
    node: Node | None, base: LevelStyle, mapping: dict[str, str], *, run: Node | None = None
) -> LevelStyle:
    """Return `base` with what a paragraph's properties (or a run's) change of it."""
    style = base
    if node is not None:
        style = _paragraph(node, style, mapping)
        run = node.find(f"{A}defRPr") if run is None else run
    return _run(run, style, mapping) if run is not None else style


def _paragraph(node: Node, style: LevelStyle, mapping: dict[str, str]) -> LevelStyle:
    """Return a style with paragraph properties applied."""
    if node.get("algn"):
        style = replace(style, align=ALIGNS.get(node.get("algn", "l"), "l"))
    if node.get("marL"):
        style = replace(style, margin=int(node.get("marL", "0")))
    if node.get("indent"):
        style = replace(style, indent=int(node.get("indent", "0")))
    percent = node.find(f"{A}lnSpc/{A}spcPct")
    if percent is not None:
        style = replace(style, line_spacing=_percent(percent.get("val", "100000")))
    before, after = (node.find(f"{A}{name}/{A}spcPts") for name in ("spcBef", "spcAft"))
    if before is not None:
        style = replace(style, space_before=int(before.get("val", "0")) / 100)
    if after is not None:
        style = replace(style, space_after=int(after.get("val", "0")) / 100)
    return _bullet(node, style, mapping)


def _bullet(node: Node, style: LevelStyle, mapping: dict[str, str]) -> LevelStyle:
    """Return a style with bullet properties applied."""
    if node.find(f"{A}buNone") is not None:
        return replace(style, bullet="")
    char, color, size = (node.find(f"{A}{name}") for name in ("buChar", "buClr", "buSzPct"))
    if char is not None:
        style = replace(style, bullet=char.get("char", "•"))
    if color is not None:
        style = replace(style, bullet_color=color_of(color, mapping))
    if size is not None:
        style = replace(style, bullet_size=_percent(size.get("val", "100000")))
    return style


def _run(node: Node, style: LevelStyle, mapping: dict[str, str]) -> LevelStyle:
    """Return a style with run properties applied."""
    if node.get("sz"):
        style = replace(style, size=int(node.get("sz", "1800")) / 100)
    if node.get("b"):
        style = replace(style, bold=node.get("b") in ("1", "true"))
    if node.get("i"):
        style = replace(style, italic=node.get("i") in ("1", "true"))
    if node.get("cap"):
        style = replace(style, caps=node.get("cap") == "all")
    if node.get("spc"):
        style = replace(style, tracking=int(node.get("spc", "0")) / 100)
    fill = node.find(f"{A}solidFill")
    color = color_of(fill, mapping) if fill is not None else None
    if color is not None:
        style = replace(style, color=color)
    latin = node.find(f"{A}latin")
    if latin is not None:
        font: FontRole = "major" if latin.get("typeface", "").startswith("+mj") else "minor"
        style = replace(style, font=font)
    return style


def _percent(value: str) -> float:
    """Return a share for a percentage: "92000" (transitional) or "92%" (strict)."""
    return float(value.rstrip("%")) / 100 if value.endswith("%") else int(value) / 100000
