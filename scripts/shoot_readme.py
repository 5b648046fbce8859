"""Make the pictures of README and tour, and all slides of the sample on each house template.

Usage: python scripts/shoot_readme.py. The slides are shown as LibreOffice draws the exported deck,
so LibreOffice and poppler's pdftoppm must be installed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from briefer.template.house import HOUSE_TEMPLATES

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "images"
COLUMNS, WIDTH, GAP = 4, 480, 12
TIMELINE = 10
"""The slide of the sample that is shown alone."""

VIEWS = {
    "main-light": "window",
    "empty": "tour-begin",
    "timeline": "tour-timeline",
    "network": "tour-network",
    "grid": "tour-grid",
    "checks": "tour-checks",
    "checks-panel": "checks",
    "record-editor": "tour-record",
    "command-palette-light": "tour-commands",
    "export": "tour-export",
    "release": "tour-release",
}
"""The views of the window that pages show, and the pictures they become."""


def rendered(folder: Path, template: str) -> list[Image.Image]:
    """Return the slides of the sample exported on a template as pictures."""
    folder.mkdir()
    deck = folder / "sample.pptx"
    profile = (folder / "profile").as_uri()
    commands = (
        [
            sys.executable,
            "-m",
            "briefer",
            "export",
            "--sample",
            "--template",
            template,
            "-o",
            str(deck),
        ],
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)),
        ],
        ["pdftoppm", "-r", "96", "-png", str(folder / "sample.pdf"), str(folder / "slide")],
    )
    for command in commands:
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob("slide-*.png"))]


def sheet(slides: list[Image.Image]) -> Image.Image:
    """Return all slides on one sheet."""
    height = round(WIDTH * slides[0].height / slides[0].width)
    rows = -(-len(slides) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
    made = Image.new("RGB", size, "#8a93a3")
    for index, slide in enumerate(slides):
        small = slide.resize((WIDTH, height), Image.Resampling.LANCZOS)
        row, column = divmod(index, COLUMNS)
        made.paste(small, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    return made


def save(picture: Image.Image, name: str) -> None:
    """Save a picture, small enough for a page."""
    # The slides use few colours; a palette of 256 shows no difference and is a third of the size.
    few = picture.quantize(256, kmeans=4, dither=Image.Dither.NONE)
    few.save(TARGET / f"{name}.png", optimize=True)


def main() -> None:
    """Write the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for template in HOUSE_TEMPLATES:
            slides = rendered(folder / template, template)
            first = template == next(iter(HOUSE_TEMPLATES))
            save(sheet(slides), "deck" if first else f"deck-{template}")
            if first:
                save(slides[TIMELINE - 1], "slide")
        shoot = [sys.executable, str(ROOT / "scripts" / "shoot_window.py"), name, *VIEWS]
        subprocess.run(shoot, check=True, capture_output=True, cwd=ROOT)
        for shot, target in VIEWS.items():
            save(Image.open(folder / f"{shot}.png").convert("RGB"), target)


if __name__ == "__main__":
    main()
