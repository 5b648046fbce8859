"""Checks of what can be seen: contrast, size of letters, colour as the only sign, sharpness.

In: a briefing and what was made of it. Out: findings, one for all pages that have the same flaw
from the same layout (design page "domain", section 3).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefer.geometry import EMU_PER_INCH, Color
from briefer.layout.boxes import ChartBox, Page, PictureBox, TableBox, TextBox
from briefer.layout.pictures import pixels_of
from briefer.preflight.base import Finding, Subject
from briefer.preflight.colors import flat, least, letterings, ratio

FLOOR, LISTED_FLOOR, TABLE_FLOOR = 12.0, 18.0, 14.0
"""The smallest sizes in pt: of any text, of the points of a list, of cells."""
COARSE = 96
"""Pixels an inch below which a picture looks coarse on a screen."""
_CHOOSE = "Choose another template, or mend its layout."


def contrast(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each pair of colours that is too alike, where it is first met."""
    template = subject.template
    if template is None:
        return
    looked_at: set[tuple[Color, Color, float]] = set()
    for page in subject.pages:
        for lettering in letterings(page):
            if lettering.ground is None:
                continue
            look = (lettering.run.color, lettering.ground, least(lettering.run))
            if look in looked_at:
                continue
            looked_at.add(look)
            pair = template.rgb(look[0]), template.rgb(look[1])
            if ratio(*pair) >= look[2]:
                continue
            yield Finding(
                "contrast",
                "warning",
                f"“{lettering.run.text.strip()[:30]}” has a contrast of {ratio(*pair):.1f} : 1"
                f" (#{pair[0]} on #{pair[1]}); {look[2]:g} : 1 is needed.",
                page.number,
                page.card,
                hint=_CHOOSE,
            )


def sizes(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each box of a layout whose text is set below the floor."""
    told: set[tuple[str, str]] = set()
    for page in subject.pages:
        for name, size, floor in _small(page):
            if (page.layout, name) in told:
                continue
            told.add((page.layout, name))
            yield Finding(
                "text-small",
                "warning",
                f"{name} is set in {size:g} pt; {floor:g} pt is the least that is read.",
                page.number,
                page.card,
                hint=_CHOOSE,
            )


def _small(page: Page) -> Iterator[tuple[str, float, float]]:
    """Yield name, size and floor of each box of a page that is set too small."""
    for box in flat(page.boxes):
        floor = FLOOR
        if isinstance(box, TextBox):
            listed = box.tag == "list"
            floor = LISTED_FLOOR if listed else FLOOR
            paragraphs = [p for p in box.paragraphs if not listed or p.style.bullet]
            found = [run.size for p in paragraphs for run in p.runs if run.text.strip()]
        elif isinstance(box, TableBox):
            floor = TABLE_FLOOR
            cells = (cell for row in box.rows for cell in row)
            paragraphs = [p for cell in cells for p in cell.paragraphs]
            found = [run.size for p in paragraphs for run in p.runs if run.text.strip()]
        else:
            found = [box.size] if isinstance(box, ChartBox) else []
        if found and min(found) < floor:
            yield box.name, min(found), floor


def colours(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each chart whose series only colour tells apart."""
    for page in subject.pages:
        for box in page.boxes:
            if not isinstance(box, ChartBox) or len(box.series) < 2:
                continue
            names = {series.name.strip().casefold() for series in box.series} - {""}
            explained = {index for row in box.legend for index in row}
            if len(names) < len(box.series) or explained != set(range(len(box.series))):
                yield Finding(
                    "colour-only",
                    "warning",
                    "Only colour tells the series of the chart apart.",
                    page.number,
                    page.card,
                    hint="Give each series a name of its own.",
                )


def sharpness(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each picture that has too few pixels for its size."""
    for page in subject.pages:
        for box in page.boxes:
            if not isinstance(box, PictureBox):
                continue
            wide, _ = pixels_of(box.data)
            inches = box.frame.w / EMU_PER_INCH
            if inches and 0 < wide / inches < COARSE:
                yield Finding(
                    "picture-coarse",
                    "warning",
                    f"The picture has {wide / inches:.0f} pixels an inch at its size;"
                    f" {COARSE} are needed.",
                    page.number,
                    page.card,
                    box.origin,
                    hint="Use a larger picture.",
                )
