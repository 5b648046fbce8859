"""Read the shapes of a master or layout: placeholders with what they inherit, and static art."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from briefer.geometry import Anchor, Color, Frame, Insets, Outline
from briefer.template.levels import LevelReader, changed, paragraph_changes, run_changes
from briefer.template.model import Art, LevelStyle, Placeholder
from briefer.template.numbers import coordinate, length, whole
from briefer.template.theme import A, P, color_of

DEFAULT_INSETS = Insets(91440, 45720, 91440, 45720)
TITLES = ("title", "ctrTitle")
FURNITURE = ("ftr", "dt", "sldNum")
PH = f"{P}nvSpPr/{P}nvPr/{P}ph"
NAME = f"{P}nvSpPr/{P}cNvPr"
NO_FRAME = Frame(0, 0, 0, 0)
ANCHORS: dict[str, Anchor] = {"t": "t", "ctr": "ctr", "b": "b"}
Node = etree._Element


class SheetReader:
    """Reads shapes of layouts against their master and the presentation's default text."""

    def __init__(
        self, master: Node, mapping: dict[str, str], *, default_text: Node | None = None
    ) -> None:
        self._master = master
        self._mapping = mapping
        self._default_text = [] if default_text is None else [default_text]
        self._levels = LevelReader(mapping)
        self._masters: dict[str, Node] = {}
        self._art_of: dict[Node, tuple[Art, ...]] = {}
        for shape in master.iter(f"{P}sp"):
            ph = shape.find(PH)
            if ph is not None:
                self._masters.setdefault(ph.get("type", "obj"), shape)

    def placeholder(self, shape: Node) -> Placeholder:
        """Return a layout's placeholder with everything it inherits."""
        ph = next(shape.iter(f"{P}ph"))
        kind = ph.get("type", "obj")
        chain = [shape, *self._master_shapes(kind)]
        name = shape.find(NAME)
        return Placeholder(
            idx=whole(ph.get("idx", "0"), 0, 0xFFFFFFFF),
            type=kind,
            name=name.get("name", "") if name is not None else "",
            frame=self._frame(chain),
            insets=self._insets(chain),
            anchor=self._anchor(chain),
            levels=self._levels.styles(self._list_styles(chain, kind)),
            fill=self._fill(chain),
            outline=self._outline(chain),
        )

    def _master_shapes(self, kind: str) -> list[Node]:
        """Return the master's placeholder of a type, if any."""
        wanted = "title" if kind in TITLES else kind if kind in FURNITURE else "body"
        return [self._masters[wanted]] if wanted in self._masters else []

    def _list_styles(self, chain: Sequence[Node], kind: str) -> list[Node]:
        """Return the list styles that apply to a placeholder, strongest first."""
        found = [
            style for shape in chain if (style := shape.find(f"{P}txBody/{A}lstStyle")) is not None
        ]
        name = "titleStyle" if kind in TITLES else "bodyStyle"
        if kind in FURNITURE:
            name = "otherStyle"
        style = self._master.find(f"{P}txStyles/{P}{name}")
        return [*found, *([] if style is None else [style]), *self._default_text]

    def _frame(self, chain: Sequence[Node]) -> Frame:
        """Return the first frame given in the chain."""
        for shape in chain:
            frame = frame_of(shape)
            if frame is not None:
                return frame
        return NO_FRAME

    def _insets(self, chain: Sequence[Node]) -> Insets:
        """Return insets, each side from the first shape that gives it."""
        sides = {"lIns": "left", "tIns": "top", "rIns": "right", "bIns": "bottom"}
        given: dict[str, int] = {}
        for shape in reversed(chain):
            body = shape.find(f"{P}txBody/{A}bodyPr")
            if body is not None:
                given.update({sides[k]: coordinate(body.get(k, "0")) for k in sides if body.get(k)})
        return replace(DEFAULT_INSETS, **given)

    def _anchor(self, chain: Sequence[Node]) -> Anchor:
        """Return the first anchor given in the chain."""
        for shape in chain:
            body = shape.find(f"{P}txBody/{A}bodyPr")
            if body is not None and body.get("anchor"):
                return ANCHORS.get(body.get("anchor", "t"), "t")
        return "t"

    def _fill(self, chain: Sequence[Node]) -> Color | None:
        """Return the first fill given in the chain; an explicit noFill ends the search."""
        for shape in chain:
            properties = shape.find(f"{P}spPr")
            if properties is None or properties.find(f"{A}noFill") is not None:
                if properties is not None:
                    return None
                continue
            fill = properties.find(f"{A}solidFill")
            if fill is not None:
                return color_of(fill, self._mapping)
        return None

    def _outline(self, chain: Sequence[Node]) -> Outline | None:
        """Return the first outline given in the chain."""
        for shape in chain:
            line = shape.find(f"{P}spPr/{A}ln")
            if line is not None:
                return outline_of(line, self._mapping)
        return None

    def art(self, root: Node) -> tuple[Art, ...]:
        """Return the static shapes of a sheet in z-order; those of a master are read once."""
        if root not in self._art_of:
            tree = root.find(f"{P}cSld/{P}spTree")
            self._art_of[root] = tuple(
                self._art(shape, frame)
                for shape in (tree if tree is not None else ())
                if shape.tag in (f"{P}sp", f"{P}cxnSp")
                and shape.find(f".//{P}ph") is None
                and (frame := frame_of(shape)) is not None
            )
        return self._art_of[root]

    def _art(self, shape: Node, frame: Frame) -> Art:
        """Return one static shape."""
        name = shape.find(f".//{P}cNvPr")
        geometry = shape.find(f"{P}spPr/{A}prstGeom")
        fill = shape.find(f"{P}spPr/{A}solidFill")
        line = shape.find(f"{P}spPr/{A}ln")
        text, style = self._art_text(shape)
        return Art(
            name=name.get("name", "") if name is not None else "",
            geometry=geometry.get("prst", "rect") if geometry is not None else "rect",
            frame=frame,
            fill=color_of(fill, self._mapping) if fill is not None else None,
            outline=outline_of(line, self._mapping) if line is not None else None,
            text=text,
            style=style,
        )

    def _art_text(self, shape: Node) -> tuple[str, LevelStyle | None]:
        """Return a static shape's words and how they are set, or "" and None."""
        words = "".join(node.text or "" for node in shape.iter(f"{A}t"))
        if not words:
            return "", None
        base = LevelStyle()
        for path in (f"{A}lstStyle/{A}lvl1pPr", f"{A}p/{A}pPr"):
            node = shape.find(f"{P}txBody/{path}")
            if node is not None:
                base = changed(base, paragraph_changes(node, self._mapping))
        run = shape.find(f"{P}txBody/{A}p/{A}r/{A}rPr")
        if run is not None:
            base = changed(base, run_changes(run, self._mapping))
        return words, base


def frame_of(shape: Node) -> Frame | None:
    """Return a shape's own frame in EMU, or None where it inherits it."""
    offset, extent = shape.find(f"{P}spPr/{A}xfrm/{A}off"), shape.find(f"{P}spPr/{A}xfrm/{A}ext")
    if offset is None or extent is None:
        return None
    return Frame(
        coordinate(offset.get("x", "0")),
        coordinate(offset.get("y", "0")),
        length(extent.get("cx", "0")),
        length(extent.get("cy", "0")),
    )


def outline_of(line: Node, mapping: dict[str, str]) -> Outline | None:
    """Return a line's colour, width and dash, or None where it is not drawn."""
    fill = line.find(f"{A}solidFill")
    color = color_of(fill, mapping) if fill is not None else None
    if color is None:
        return None
    dash = line.find(f"{A}prstDash")
    solid = dash is None or dash.get("val", "solid") == "solid"
    return Outline(color, whole(line.get("w", "9525"), 0, 20_116_800), "solid" if solid else "dash")
