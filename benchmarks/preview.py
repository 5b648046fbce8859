"""Does the preview show what the exported deck looks like? Ours beside LibreOffice's.

    python -m benchmarks.preview [--folder FOLDER] [--template NAME]... [--pictures] [--lines]

The sample briefing is exported on each house template, rendered by LibreOffice and painted by
Briefer, both 960 pixels wide. Prints the table of `docs/preview.md`: the structural similarity of
the pictures, how many lines have the same words in the same place, and how far in pt the farthest
line stands from ours. `--pictures` keeps both pictures with what differs, `--lines` names the lines
that differ.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.likeness import Plane, luminance, similarity, similarity_map
from benchmarks.lines import Compared, compared, words_of
from briefer import paths
from briefer.compose.kinds import SLIDE_KINDS
from briefer.pipeline import Built, build, export_deck, gather, picture_names
from briefer.publish import export_pdf, export_pictures, painting
from briefer.store import Store
from briefer.storyboard.files import load_briefing
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.reader import read_template
from tests.rendering import render_pdf

WIDTH = 960
AIM = 0.95


@dataclass(frozen=True, slots=True)
class Row:
    """What was found on one slide."""

    template: str
    name: str
    likeness: float
    ceiling: float
    """How alike our picture and our own PDF are, drawn as theirs was: only the drawing differs."""
    lines: tuple[Compared, ...]

    @property
    def same(self) -> int:
        """How many lines have the same words at the same place."""
        return sum(line.same for line in self.lines)

    @property
    def apart(self) -> float:
        """How far in pt the farthest line stands from ours."""
        return max((line.apart for line in self.lines), default=0.0)


def main() -> None:
    """Render, compare, print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--folder", type=Path, default=Path("out/preview"))
    parser.add_argument("--template", action="append", choices=list(HOUSE_TEMPLATES))
    parser.add_argument(
        "--pictures", action="store_true", help="keep ours, theirs and the difference"
    )
    parser.add_argument("--lines", action="store_true", help="print the lines that differ")
    options = parser.parse_args()
    rows: list[Row] = []
    with painting():
        for name in options.template or HOUSE_TEMPLATES:
            rows += compare(name, options.folder / name, keep=options.pictures)
    for line in table(rows):
        sys.stdout.write(f"{line}\n")
    if options.lines:
        for row in rows:
            for told in row.lines:
                if not told.same:
                    sys.stdout.write(
                        f"{row.template} {row.name}: {told.ours!r} / {told.theirs!r}\n"
                    )


def compare(name: str, folder: Path, *, keep: bool) -> Iterator[Row]:
    """Yield a row for each slide of the sample on a template."""
    folder.mkdir(parents=True, exist_ok=True)
    built, pdf = _exported(name, folder)
    theirs, again = _drawn(pdf, "theirs"), _drawn(folder / "ours.pdf", "again")
    theirs_words, our_words = words_of(pdf), words_of(folder / "ours.pdf")
    for number, file in enumerate(picture_names(built.pages)):
        one, other = luminance(folder / "ours" / file), luminance(theirs[number])
        likeness = similarity_map(one, other)
        if keep:
            _side_by_side(folder / "ours" / file, theirs[number], likeness, folder / file)
        lines = tuple(compared(built.pages[number], our_words[number], theirs_words[number]))
        ceiling = similarity(one, luminance(again[number]))
        yield Row(name, file.removesuffix(".png"), float(likeness.mean()), ceiling, lines)


def _exported(name: str, folder: Path) -> tuple[Built, Path]:
    """Export deck and pictures into a folder; return what was built and LibreOffice's PDF."""
    for old in folder.glob("*.p*"):
        old.unlink()
    for old in folder.glob("ours/*.png"):
        old.unlink()
    template = read_template(paths.bundled_templates() / f"{name}.pptx")
    file = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        built = build(file.briefing, gather(store, file.briefing, file.snapshot), template)
    deck = folder / "deck.pptx"
    export_deck(built, template, deck, overwrite=True)
    export_pdf(built, template, folder / "ours.pdf", overwrite=True)
    export_pictures(built, template, folder / "ours", width_px=WIDTH, overwrite=True)
    return built, render_pdf(deck, folder)


def _drawn(pdf: Path, stem: str) -> list[Path]:
    """Return a picture of each page of a PDF, beside it, drawn by Poppler."""
    command = ["pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", str(pdf)]
    subprocess.run([*command, str(pdf.parent / stem)], check=True, capture_output=True)
    return sorted(pdf.parent.glob(f"{stem}-*.png"))


def _side_by_side(ours: Path, theirs: Path, likeness: Plane, target: Path) -> None:
    """Keep both pictures, and under them where they differ, dark."""
    with Image.open(ours) as one, Image.open(theirs) as other:
        whole = Image.new("RGB", (2 * one.width, 2 * one.height), "white")
        whole.paste(one, (0, 0))
        whole.paste(other, (one.width, 0))
        shown = np.clip(likeness * 255, 0, 255).astype(np.uint8)
        whole.paste(Image.fromarray(shown), (one.width // 2, one.height))
        whole.save(target)


def table(rows: list[Row]) -> Iterator[str]:
    """Yield the lines of a table in Markdown: a row a slide, a column a template."""
    templates = list(dict.fromkeys(row.template for row in rows))
    found = {(row.template, row.name): row for row in rows}
    yield f"| slide | {' | '.join(templates)} |"
    yield f"|---|{'---|' * len(templates)}"
    for name in dict.fromkeys(row.name for row in rows):
        cells = [_cell(found.get((template, name))) for template in templates]
        yield f"| {name} | {' | '.join(cells)} |"
    totals = [_total([row for row in rows if row.template == template]) for template in templates]
    yield f"| all: mean, sum, farthest | {' | '.join(totals)} |"
    ceilings = [[row.ceiling for row in rows if row.template == name] for name in templates]
    told = [f"{sum(each) / len(each):.3f}, {min(each):.3f}" for each in ceilings]
    yield f"| our own PDF, drawn as theirs: mean, least | {' | '.join(told)} |"


def _cell(row: Row | None) -> str:
    if row is None:
        return ""
    likeness = f"{row.likeness:.3f}"
    told = f"**{likeness}**" if row.likeness >= AIM else likeness
    return f"{told}, {row.same}/{len(row.lines)}, {row.apart:.1f}"


def _total(rows: list[Row]) -> str:
    mean = sum(row.likeness for row in rows) / len(rows)
    same, lines = sum(row.same for row in rows), sum(len(row.lines) for row in rows)
    return f"{mean:.3f}, {same}/{lines}, {max(row.apart for row in rows):.1f}"


if __name__ == "__main__":
    main()
