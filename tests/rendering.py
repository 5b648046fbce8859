"""Rendering decks with LibreOffice, for tests that look at what a reader would see."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

_SECONDS = 240
_Test = TypeVar("_Test", bound=Callable[..., object])


def needs_libreoffice(test: _Test) -> _Test:
    """Return the test marked as a rendering one, skipped where the programs are not installed."""
    missing = [program for program in ("soffice", "pdftoppm") if not shutil.which(program)]
    skip = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")
    marked: _Test = pytest.mark.rendering(skip(test))
    return marked


def render_pdf(deck: Path, folder: Path) -> Path:
    """Return the deck as a PDF in the folder, made by LibreOffice with a profile of its own.

    A profile of its own, because a second LibreOffice on the same one does nothing and says so
    only by its exit.
    """
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(deck),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    pdf = folder / f"{deck.stem}.pdf"
    if not pdf.is_file():
        raise AssertionError(f"LibreOffice made no PDF of {deck.name}")
    return pdf


def render_pngs(deck: Path, folder: Path, *, dpi: int = 60) -> list[Path]:
    """Return one PNG a page, in order."""
    pdf = render_pdf(deck, folder)
    stem = folder / f"{deck.stem}-page"
    command = ["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(stem)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return sorted(folder.glob(f"{stem.name}-*.png"))


def page_count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    done = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True)
    return int(done.stdout.split("Pages:")[1].split()[0])


def page_texts(pdf: Path) -> list[str]:
    """Return the text of each page."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout.split("\f")[:-1]
