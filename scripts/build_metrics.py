"""Build the advance-width tables of the house fonts from the installed metric-compatible fonts.

Run it where Carlito and Caladea are installed; the tables it writes are committed, so that text is
measured alike on every laptop, whether the fonts are there or not.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILIES = {"minor": "Carlito", "major": "Caladea"}
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
TARGET = Path(__file__).parent.parent / "briefer" / "data" / "metrics"


def advances(font: TTFont) -> list[list[object]]:
    """Return the advances of all mapped characters as runs: first code point, then widths."""
    widths = font["hmtx"].metrics
    table = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}
    runs: list[list[object]] = []
    previous = -2
    for code in sorted(table):
        if code == previous + 1:
            last = runs[-1][1]
            assert isinstance(last, list)
            last.append(table[code])
        else:
            runs.append([code, [table[code]]])
        previous = code
    return runs


def face_table(path: Path) -> dict[str, object]:
    """Return one face: units per em, and advances."""
    font = TTFont(path)
    return {
        "units": font["head"].unitsPerEm,
        "advances": advances(font),
    }


def main() -> None:
    """Write one table a family."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fonts", type=Path, help="the folder under which the fonts are installed")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    for role, family in FAMILIES.items():
        faces = {
            name: face_table(next(options.fonts.rglob(f"{family}-{suffix}.ttf")))
            for name, suffix in FACES.items()
        }
        text = json.dumps({"family": family, "faces": faces}, separators=(",", ":"))
        (options.target / f"{role}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
