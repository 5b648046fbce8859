"""The slides of a deck as rules see them.

In: an opened package. Out: `Slide`s. Must not know: rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefer.accessibility.colors import Palette, Tint
from briefer.accessibility.design import Design, Designs, Sheet
from briefer.accessibility.links import Targets
from briefer.accessibility.model import Slide
from briefer.accessibility.painting import NOTHING, Canvas, Paint, background_paint, fill_in
from briefer.accessibility.shapes import Budget, ShapeReader, elements_of
from briefer.accessibility.table_styles import TableStyles
from briefer.accessibility.transforms import Moved, frame_in
from briefer.accessibility.xml import A, P, flag
from briefer.geometry import Frame
from briefer.roundtrip.package import DeckPackage

_EFFECTS = tuple(
    f"{P}{name}"
    for name in ("anim", "animClr", "animEffect", "animMotion", "animRot", "animScale", "set")
)
_WORDY = (f"{P}sp", f"{P}grpSp")


@dataclass(frozen=True, slots=True)
class _Backdrop:
    """What layout and master show on a slide: what is painted, words, a picture that fills it."""

    painted: tuple[tuple[Frame | None, Paint], ...]
    words: tuple[str, ...]
    covered: bool


@dataclass
class SlideReader:
    """Reads the slides of one deck."""

    package: DeckPackage
    designs: Designs
    styles: TableStyles
    defaults: etree._Element | None
    budget: Budget
    size: tuple[int, int]
    _counted: set[int] = field(default_factory=set)
    _backdrops: dict[tuple[int, bool, bytes], _Backdrop] = field(default_factory=dict)

    def slide(self, part: str, number: int, id_: int) -> Slide:
        """Return a slide."""
        root = self.package.xml(part)
        design = self._design(part)
        backdrop = self._backdrop(root, design)
        canvas = self._canvas(root, design, backdrop)
        reader = ShapeReader(
            design=design,
            palette=design.palette(root),
            targets=Targets.of(self.package, part),
            styles=self.styles,
            defaults=self.defaults,
            canvas=canvas,
            budget=self.budget,
        )
        return Slide(
            number=number,
            id=id_,
            shapes=reader.tree(root.find(f"{P}cSld/{P}spTree")),
            hidden=not flag(root, "show", default=True),
            layout=design.layout.name,
            master_text=backdrop.words,
            background_picture=canvas.background.picture or backdrop.covered,
            animated=any(
                True for timing in root.iter(f"{P}timing") for _ in timing.iter(*_EFFECTS)
            ),
            repeats=any(one.get("repeatCount") == "indefinite" for one in _effects(root)),
            transition=_transition(root),
            advances=any(one.get("advTm") is not None for one in root.iter(f"{P}transition")),
            comments=self._comments(part),
            notes=self._notes(part),
        )

    def _design(self, part: str) -> Design:
        """Return a slide's design; the first time, all shapes behind it count."""
        design = self.designs.of(part)
        if id(design) not in self._counted:
            self._counted.add(id(design))
            for sheet in (design.layout, design.master):
                self.budget.spend(sum(1 for _ in sheet.placeholders()))
        return design

    def _canvas(self, root: etree._Element, design: Design, backdrop: _Backdrop) -> Canvas:
        """Return what is painted under the slide's own shapes."""
        background = None
        palette = design.palette_behind(root)
        for sheet in (Sheet(root), design.layout, design.master):
            background = background or background_paint(sheet.background, palette, design.fills)
        white = palette.slot("bg1") or "FFFFFF"
        canvas = Canvas(background or Paint((Tint(white),)), self.size)
        for frame, paint in backdrop.painted:
            canvas.add(frame, paint)
        return canvas

    def _backdrop(self, root: etree._Element, design: Design) -> _Backdrop:
        """Return what layout and master show on a slide, read once for all that show the same."""
        maps = b"".join(etree.tostring(one) for one in root.iterchildren(f"{P}clrMapOvr"))
        key = id(design), flag(root, "showMasterSp", default=True), maps
        if key not in self._backdrops:
            self._backdrops[key] = self._read_backdrop(root, design)
        return self._backdrops[key]

    def _read_backdrop(self, root: etree._Element, design: Design) -> _Backdrop:
        palette = design.palette_behind(root)
        shapes = [shape for sheet in _shown(root, design) for shape in _art(sheet)]
        self.budget.spend(len(shapes))
        painted = [(frame_in(one, (), Moved()), _art_paint(one, palette)) for one in shapes]
        page = Canvas(NOTHING, self.size)
        return _Backdrop(
            painted=tuple((frame, paint) for frame, paint in painted if paint.any),
            words=tuple(_words(shapes)),
            covered=any(paint.picture and page.covers(frame) for frame, paint in painted),
        )

    def _comments(self, part: str) -> int:
        """Return how many comments a slide carries, old ones and threads."""
        return sum(
            sum(1 for _ in self.package.xml(listing).iterchildren("{*}cm"))
            for listing in self.package.related(part, "comments")
        )

    def _notes(self, part: str) -> str:
        """Return the speaker notes' words."""
        for notes in self.package.related(part, "notesSlide"):
            for shape in self.package.xml(notes).iter(f"{P}sp"):
                mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
                if mark is not None and mark.get("type") == "body":
                    return "\n".join(node.text or "" for node in shape.iter(f"{A}t")).strip()
        return ""


def _shown(root: etree._Element, design: Design) -> Iterator[Sheet]:
    """Yield master and layout, the lower first, where the slide shows their shapes."""
    if flag(root, "showMasterSp", default=True):
        if design.shows_master:
            yield design.master
        yield design.layout


def _art(sheet: Sheet) -> Iterator[etree._Element]:
    """Yield the shapes that a layout or master shows on every slide: not the placeholders."""
    for shape in () if sheet.tree is None else elements_of(sheet.tree):
        if shape.find(f"*/{P}nvPr/{P}ph") is None:
            yield shape


def _art_paint(shape: etree._Element, palette: Palette) -> Paint:
    if shape.tag == f"{P}pic":
        return Paint(picture=True)
    return fill_in(shape.find(f"{P}spPr"), palette) or Paint()


def _words(shapes: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the words of shapes of layout and master, a shape at a time."""
    for shape in shapes:
        if shape.tag in _WORDY:
            words = " ".join("".join(node.text or "" for node in shape.iter(f"{A}t")).split())
            if words:
                yield words


def _effects(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the time nodes of a slide's animations."""
    for timing in root.iter(f"{P}timing"):
        yield from timing.iter(f"{P}cTn")


def _transition(root: etree._Element) -> str:
    """Return the name of a slide's transition, "" where it only tells when to go on."""
    for transition in root.iter(f"{P}transition"):
        for kind in transition.iterchildren("*"):
            name = etree.QName(kind).localname
            if name not in ("sndAc", "extLst"):
                return name
    return ""
