"""The rules that every page keeps, whatever it says: one function a rule, each yields its breaches.

They look at boxes as a reader would at slides; none asks the code under test whether it is right.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from briefer.content import Slide, Text
from briefer.geometry import EMU_PER_PT, Frame
from briefer.layout.boxes import (
    Box,
    ChartBox,
    GroupBox,
    LineBox,
    Page,
    Paragraph,
    PictureBox,
    TableBox,
    TextBox,
)
from briefer.layout.text import TextSetter, setter_of
from briefer.pipeline import Built
from briefer.template.model import Template

TITLE, SOURCE_LINE = 0, 11
FURNITURE = frozenset((10, 11, 12, 13, 16, 17, 18))
SLACK = EMU_PER_PT
INTO_INSET = 4 * EMU_PER_PT
LEAST, LEAST_LISTED, LEAST_IN_TABLES = 12.0, 18.0, 14.0


@dataclass(frozen=True)
class Judged:
    """A built briefing on the template it was built for."""

    built: Built
    template: Template

    @property
    def setter(self) -> TextSetter:
        """What measures the template's fonts."""
        return setter_of(self.template)


_BREAKS = 40
"""Characters from which on a word may be broken over two lines, and so over two pages."""

_DASHES = "-‐–—"

_GRAPHICS = (TableBox, ChartBox, PictureBox, GroupBox)

Rule = Callable[[Judged], Iterator[str]]


def flat(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes and the children of groups."""
    for box in boxes:
        yield box
        if isinstance(box, GroupBox):
            yield from flat(box.children)


def text_boxes(page: Page) -> list[TextBox]:
    """Return the text boxes of a page, those in groups included."""
    return [box for box in flat(page.boxes) if isinstance(box, TextBox)]


def bodies(page: Page) -> list[Box]:
    """Return the boxes of a page that are neither title nor furniture."""
    return [
        box
        for box in page.boxes
        if not (isinstance(box, TextBox) and (box.idx in FURNITURE or box.tag == "heading"))
    ]


def on_the_slide(judged: Judged) -> Iterator[str]:
    """Every box lies on the slide."""
    width, height = judged.template.width, judged.template.height
    for page in judged.built.pages:
        for box in flat(page.boxes):
            if isinstance(box, GroupBox):
                continue
            if isinstance(box, LineBox):
                xs, ys = (box.x1, box.x2), (box.y1, box.y2)
            else:
                xs, ys = (box.frame.x, box.frame.right), (box.frame.y, box.frame.bottom)
            if min(*xs, *ys) < 0 or max(xs) > width or max(ys) > height:
                yield f"page {page.number} ({page.kind}): {box.name} leaves the slide"


def text_in_its_box(judged: Judged) -> Iterator[str]:
    """Lines lie in their box with all their ink; only a filled panel's inset is reached into."""
    for page in judged.built.pages:
        for box in text_boxes(page):
            reach = min(box.insets.bottom // 2, INTO_INSET)
            low = box.frame.bottom - box.insets.bottom + reach + SLACK
            for ink in ink_of(box.paragraphs, judged.setter):
                sideways = ink.x < box.frame.x - SLACK or ink.right > box.frame.right + SLACK
                if sideways or ink.y < box.frame.y - SLACK or ink.bottom > low:
                    yield f"page {page.number} ({page.kind}): text leaves {box.name}"
                    break


def text_in_its_cell(judged: Judged) -> Iterator[str]:
    """Cells hold all their ink, in their row and column."""
    for page in judged.built.pages:
        for box in flat(page.boxes):
            if isinstance(box, TableBox):
                bad = sum(_leaves(cell, inks) for cell, inks in _cells(box, judged.setter))
                if bad:
                    yield f"page {page.number} ({page.kind}): {bad} cells run over"


def _cells(box: TableBox, setter: TextSetter) -> Iterator[tuple[Frame, list[Frame]]]:
    y = box.frame.y
    for row, height in zip(box.rows, box.heights, strict=True):
        x = box.frame.x
        for cell, width in zip(row, box.widths, strict=True):
            yield Frame(x, y, width, height), list(ink_of(cell.paragraphs, setter))
            x += width
        y += height


def _leaves(cell: Frame, inks: Iterable[Frame]) -> bool:
    return any(
        ink.x < cell.x - SLACK
        or ink.right > cell.right + SLACK
        or ink.y < cell.y - SLACK
        or ink.bottom > cell.bottom + SLACK
        for ink in inks
    )


def ink_of(paragraphs: Iterable[Paragraph], setter: TextSetter) -> Iterator[Frame]:
    """Yield what each line covers: its pieces' width, from capitals' top to descenders' end."""
    for paragraph in paragraphs:
        for line in paragraph.lines:
            if not line.pieces:
                continue
            runs = [piece.run for piece in line.pieces]
            size = max(run.size for run in runs)
            down = setter.descent(runs, paragraph.style) * EMU_PER_PT
            left = min(piece.x for piece in line.pieces)
            right = max(piece.x + piece.width for piece in line.pieces)
            top = line.baseline - round(0.65 * size * EMU_PER_PT)
            yield Frame(left, top, right - left, round(line.baseline + 0.8 * down) - top)


def nothing_overlaps(judged: Judged) -> Iterator[str]:
    """No words lie on other words, on a table, a chart or a picture."""
    for page in judged.built.pages:
        taken: list[tuple[str, Frame]] = []
        for box in flat(page.boxes):
            if isinstance(box, TextBox):
                inks = list(ink_of(box.paragraphs, judged.setter))
            elif isinstance(box, TableBox | ChartBox | PictureBox):
                inks = [box.frame]
            else:
                continue
            for name, other in taken:
                if any(_overlap(ink, other) for ink in inks):
                    yield f"page {page.number} ({page.kind}): {box.name} lies on {name}"
                    break
            taken += [(box.name, ink) for ink in inks]


def _overlap(one: Frame, other: Frame) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > SLACK and high > SLACK


def sizes_above_floors(judged: Judged) -> Iterator[str]:
    """Nothing is set smaller than 12 pt, points of a list not below 18, cells not below 14."""
    for page in judged.built.pages:
        for box in flat(page.boxes):
            if isinstance(box, TextBox):
                floor = LEAST_LISTED if box.tag == "list" else LEAST
                paragraphs = [p for p in box.paragraphs if box.tag != "list" or p.style.bullet]
            elif isinstance(box, TableBox):
                floor = LEAST_IN_TABLES
                paragraphs = [p for row in box.rows for cell in row for p in cell.paragraphs]
            else:
                continue
            sizes = [run.size for p in paragraphs for run in p.runs if run.text.strip()]
            if sizes and min(sizes) < floor:
                yield f"page {page.number} ({page.kind}): {box.name} is set in {min(sizes)} pt"


def numbers_at_the_foot(judged: Judged) -> Iterator[str]:
    """Every number on a page is in its source line and in the list of sources."""
    listed = {
        int(first)
        for page in judged.built.pages
        if page.kind == "sources"
        for box in text_boxes(page)
        for paragraph in box.paragraphs
        if (first := paragraph.text.split("\t")[0]).isdecimal()
    }
    for page in judged.built.pages:
        inside = {n for p in _paragraphs(bodies(page)) for run in p.runs for n in run.numbers}
        if page.kind == "sources":
            continue
        foot = [box for box in text_boxes(page) if box.idx == SOURCE_LINE]
        shown = {n for box in foot for p in box.paragraphs for n in _told(p)}
        if inside - shown:
            yield f"page {page.number} ({page.kind}): {sorted(inside - shown)} not at the foot"
        if inside - listed:
            yield f"page {page.number} ({page.kind}): {sorted(inside - listed)} in no list"


def _told(paragraph: Paragraph) -> Iterator[int]:
    """Yield the numbers in the bold runs of a source line."""
    for run in paragraph.runs:
        if run.bold:
            for part in run.text.replace(",", " ").split():
                first, _, last = part.partition("–")
                yield from range(int(first), int(last or first) + 1)


def _paragraphs(boxes: Iterable[Box]) -> Iterator[Paragraph]:
    for box in flat(boxes):
        if isinstance(box, TextBox):
            yield from box.paragraphs
        elif isinstance(box, TableBox):
            yield from (p for row in box.rows for cell in row for p in cell.paragraphs)


def titles_differ(judged: Judged) -> Iterator[str]:
    """No two pages have one title, unless two slides were given the same, which is a finding."""
    counts = Counter(page.title for page in judged.built.pages)
    told = {finding.check for finding in judged.built.findings}
    for title, times in counts.items():
        if times > 1 and "title-duplicate" not in told:
            yield f"{times} pages are titled {title[:40]!r}"


def titles_are_shown(judged: Judged) -> Iterator[str]:
    """Titles are shown whole, unless the page says that words were cut."""
    for page in judged.built.pages:
        shown = [
            "".join(p.text for p in b.paragraphs) for b in text_boxes(page) if b.tag == "heading"
        ]
        if not page.shortened and page.title and _bare(page.title) not in map(_bare, shown):
            yield f"page {page.number} ({page.kind}): the title is cut and nobody is told"


def _bare(text: str) -> str:
    return "".join(text.split())


def labels_are_shown(judged: Judged) -> Iterator[str]:
    """Kickers, footers, dates and markings stand whole, or somebody is told."""
    told = {finding.check for finding in judged.built.findings}
    deck = judged.built.deck
    kickers = {slide.key: slide.kicker for slide in deck.slides}
    for page in judged.built.pages:
        meant = {10: kickers[page.slide], 17: deck.footer, 16: deck.date}
        for box in text_boxes(page):
            words = _bare(meant.get(box.idx or 0, ""))
            shown = _bare("".join(paragraph.text for paragraph in box.paragraphs))
            if not shown.startswith(words) and "label" not in told:
                yield f"page {page.number} ({page.kind}): {box.name} is cut and nobody is told"


def cuts_are_findings(judged: Judged) -> Iterator[str]:
    """Pages whose words had to be cut are findings."""
    told = {f.page for f in judged.built.findings if f.check == "shortened"}
    for page in judged.built.pages:
        if page.shortened and page.number not in told:
            yield f"page {page.number} ({page.kind}): words are cut and nobody is told"


def no_word_is_lost(judged: Judged) -> Iterator[str]:
    """Every word of a slide stands on one of its pages, unless one says that words were cut."""
    by_slide: dict[str, list[Page]] = {}
    for page in judged.built.pages:
        by_slide.setdefault(page.slide, []).append(page)
    for slide in judged.built.deck.slides:
        pages = by_slide[slide.key]
        if any(page.shortened for page in pages):
            continue
        shown = [p.text for page in pages for p in _paragraphs(bodies(page))]
        yield from _lost(slide, shown)


def _lost(slide: Slide, shown: list[str]) -> Iterator[str]:
    """Yield what of a slide is not shown: words, or letters of words that may be broken."""
    meant = [words for block in slide.blocks for words in _words(block)]
    whole = _bare("".join(shown))
    words = Counter(word for text in meant for word in text.split())
    found = Counter(word for text in shown for word in text.split())
    lost = [word for word in words - found if word not in whole and not _may_be_parted(word)]
    if lost:
        yield f"{slide.key} ({slide.kind}): lost {lost[:3]}"
        return
    letters = Counter(_bare("".join(meant))) - Counter(whole)
    if letters.total() > 0:
        yield f"{slide.key} ({slide.kind}): lost letters {dict(letters.most_common(3))}"


def _may_be_parted(word: str) -> bool:
    """Return whether a word may begin on one page and end on the next, other words between.

    Scripts without spaces break anywhere, and every word does after a dash.
    """
    wide = any(unicodedata.east_asian_width(char) in "WF" for char in word)
    return wide or len(word) >= _BREAKS or any(dash in word for dash in _DASHES)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.text
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _words(getattr(value, field.name))


def graphics_are_told(judged: Judged) -> Iterator[str]:
    """Tables, charts, pictures and groups have alternative text, every shape a name."""
    for page in judged.built.pages:
        for box in flat(page.boxes):
            if not box.name.strip():
                yield f"page {page.number} ({page.kind}): a shape has no name"
            if isinstance(box, _GRAPHICS) and not box.alt.strip():
                yield f"page {page.number} ({page.kind}): {box.name} has no alternative text"


def placeholders_look_as_laid_out(judged: Judged) -> Iterator[str]:
    """Text in a placeholder has its level's style, as writers leave that to the template."""
    for page in judged.built.pages:
        layout = judged.template.layout(page.layout)
        for box in text_boxes(page):
            place = None if box.idx is None else layout.placeholder(box.idx)
            if box.idx is not None and place is None:
                yield f"page {page.number} ({page.kind}): {layout.name} has no {box.name}"
            if place and any(p.style != place.level(p.level) for p in box.paragraphs):
                yield f"page {page.number} ({page.kind}): {box.name} is not set in its levels"


def every_page_has_content(judged: Judged) -> Iterator[str]:
    """No page continues with nothing."""
    for page in judged.built.pages:
        if page.part > 1 and not [b for b in bodies(page) if not isinstance(b, LineBox)]:
            yield f"page {page.number} ({page.kind}): an empty continuation"


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        on_the_slide,
        text_in_its_box,
        text_in_its_cell,
        nothing_overlaps,
        sizes_above_floors,
        numbers_at_the_foot,
        titles_differ,
        titles_are_shown,
        labels_are_shown,
        cuts_are_findings,
        no_word_is_lost,
        graphics_are_told,
        placeholders_look_as_laid_out,
        every_page_has_content,
    )
}


def breaches(judged: Judged) -> list[str]:
    """Return every breach of every rule, each named after its rule."""
    return [f"{name}: {what}" for name, rule in RULES.items() for what in rule(judged)]
