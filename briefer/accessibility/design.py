"""What lies behind a slide: its layout, master and theme, and which shapes there it fills.

In: an opened package. Out: `Design`s, each read once. Must not know: rules, text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefer.accessibility.colors import Palette, color_map, theme_slots
from briefer.accessibility.xml import A, P, flag, number
from briefer.roundtrip.package import DeckPackage

_ALIKE = {"ctrTitle": "title", "subTitle": "body"}
_OWN = ("title", "dt", "ftr", "sldNum", "hdr")


@dataclass(frozen=True)
class Sheet:
    """A layout or a master: its XML (None where it is missing) and its placeholders."""

    root: etree._Element | None

    @property
    def name(self) -> str:
        """The name that PowerPoint shows for a layout."""
        common = None if self.root is None else self.root.find(f"{P}cSld")
        return "" if common is None else common.get("name", "")

    def placeholders(self) -> Iterator[tuple[etree._Element, etree._Element]]:
        """Yield each placeholder: its mark and the shape."""
        for shape in () if self.root is None else self.root.iter(f"{P}sp", f"{P}pic"):
            mark = shape.find(f"*/{P}nvPr/{P}ph")
            if mark is not None:
                yield mark, shape

    @property
    def tree(self) -> etree._Element | None:
        """Its shapes."""
        return None if self.root is None else self.root.find(f"{P}cSld/{P}spTree")

    @property
    def background(self) -> etree._Element | None:
        """Its background, None where it tells none."""
        return None if self.root is None else self.root.find(f"{P}cSld/{P}bg")


@dataclass(frozen=True)
class Design:
    """A layout with its master and theme. `fills` are the theme's fills by reference number."""

    layout: Sheet
    master: Sheet
    theme: etree._Element | None
    slots: Mapping[str, str]
    fonts: Mapping[str, str]
    fills: Mapping[int, etree._Element]
    _of_layout: Mapping[str, etree._Element] = field(default_factory=dict)
    _of_master: Mapping[str, etree._Element] = field(default_factory=dict)

    def palette(self, slide: etree._Element) -> Palette:
        """Return the colours of a slide's own shapes: its colour map, else the master's."""
        return self._palette(slide)

    def palette_behind(self, slide: etree._Element) -> Palette:
        """Return the colours of what a slide shows of layout and master: a slide's map turns it."""
        return self._palette(slide, self.layout.root)

    def _palette(self, *roots: etree._Element | None) -> Palette:
        """Return the colours by the first map that overrides the master's (`p:clrMapOvr`)."""
        master = self.master.root
        usual = color_map(None if master is None else master.find(f"{P}clrMap"), {})
        found = (r.find(f"{P}clrMapOvr/{A}overrideClrMapping") for r in roots if r is not None)
        over = next((one for one in found if one is not None), None)
        return Palette(self.slots, color_map(over, usual or Palette({}).mapping))

    def behind(self, mark: etree._Element | None) -> tuple[etree._Element, ...]:
        """Return the shapes of layout and master that a placeholder takes its look from."""
        if mark is None:
            return ()
        kind = mark.get("type", "obj")
        found = []
        layout = self._of_layout.get(f"#{number(mark, 'idx')}") if mark.get("idx") else None
        if layout is None:
            layout = self._of_layout.get(_ALIKE.get(kind, kind))
        if layout is not None:
            found.append(layout)
            told = layout.find(f"*/{P}nvPr/{P}ph")
            kind = "obj" if told is None else told.get("type", "obj")
        kind = _ALIKE.get(kind, kind)
        master = self._of_master.get(kind if kind in _OWN else "body")
        return (*found, master) if master is not None else tuple(found)

    def style(self, kind: str) -> etree._Element | None:
        """Return the master's text style for a type of placeholder."""
        name = "otherStyle"
        if _ALIKE.get(kind, kind) == "title":
            name = "titleStyle"
        elif kind and kind not in _OWN:
            name = "bodyStyle"
        master = self.master.root
        return None if master is None else master.find(f"{P}txStyles/{P}{name}")

    @property
    def shows_master(self) -> bool:
        """Whether the layout shows the shapes of the master."""
        return flag(self.layout.root, "showMasterSp", default=True)


@dataclass
class Designs:
    """The designs of a package, each read when a slide first asks for it."""

    package: DeckPackage
    _designs: dict[str, Design] = field(default_factory=dict)

    def of(self, slide: str) -> Design:
        """Return the design of a slide part; what is missing is empty."""
        layout = next(iter(self.package.related(slide, "slideLayout")), "")
        if layout not in self._designs:
            self._designs[layout] = self._read(layout)
        return self._designs[layout]

    def _read(self, layout: str) -> Design:
        package = self.package
        master = next(iter(package.related(layout, "slideMaster")), "") if layout else ""
        themes = package.related(master, "theme") if master else []
        theme = package.xml(themes[0]) if themes else None
        sheets = [Sheet(package.xml(part) if part else None) for part in (layout, master)]
        return Design(
            layout=sheets[0],
            master=sheets[1],
            theme=theme,
            slots=theme_slots(theme),
            fonts=_fonts(theme),
            fills=dict(_fills(theme)),
            _of_layout=dict(_keyed(sheets[0])),
            _of_master=dict(_keyed(sheets[1])),
        )


def _keyed(sheet: Sheet) -> Iterator[tuple[str, etree._Element]]:
    """Yield placeholders by number ("#12") and by type; of several the first counts."""
    for mark, shape in reversed(list(sheet.placeholders())):
        kind = mark.get("type", "obj")
        yield f"#{number(mark, 'idx')}", shape
        yield _ALIKE.get(kind, kind), shape


def _fonts(theme: etree._Element | None) -> dict[str, str]:
    """Return the latin typefaces by the names that runs refer to them with."""
    fonts = {}
    for name, key in (("majorFont", "+mj-lt"), ("minorFont", "+mn-lt")):
        latin = None if theme is None else theme.find(f".//{A}{name}/{A}latin")
        fonts[key] = "" if latin is None else latin.get("typeface", "")
    return fonts


def _fills(theme: etree._Element | None) -> Iterator[tuple[int, etree._Element]]:
    """Yield the theme's fills by the number of a reference: from 1, backgrounds from 1001."""
    for name, first in (("fillStyleLst", 1), ("bgFillStyleLst", 1001)):
        styles = None if theme is None else theme.find(f".//{A}fmtScheme/{A}{name}")
        yield from enumerate(() if styles is None else styles.iterchildren("*"), start=first)
