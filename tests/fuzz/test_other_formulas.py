"""What looks like a formula stays words: in the workbooks behind charts, and in what reads them."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from briefer.writers.clean import one_line
from briefer.writers.pptx.workbook import workbook_of
from tests.fuzz.other_words import FORMULAS
from tests.rendering import needs_libreoffice

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NAMES = ("=2+3", "+SUM(B2:B9)", "-1+1", "@A1")
"""Series' names; the categories are all the others."""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return the workbook of a chart the categories and series of which are formulas."""
    path = tmp_path / "book.xlsx"
    values = [float(number) for number in range(len(FORMULAS))]
    path.write_bytes(workbook_of(FORMULAS, [(name, values) for name in NAMES]))
    return path


def test_cells_hold_words_and_no_formula(workbook: Path) -> None:
    """Words are inline strings; those that begin as a formula are marked to stay so when edited."""
    with zipfile.ZipFile(workbook) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        styles = etree.fromstring(archive.read("xl/styles.xml"))
    assert list(sheet.iter(f"{MAIN}f")) == []
    formats = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")
    worded = [cell for cell in sheet.iter(f"{MAIN}c") if cell.get("t") == "inlineStr"]
    assert len(worded) == len(FORMULAS) + len(NAMES)
    for cell in worded:
        words = (cell.findtext(f"{MAIN}is/{MAIN}t") or "").lstrip()
        quoted = formats[int(cell.get("s", "0"))].get("quotePrefix") == "1"
        assert quoted == words.startswith(("=", "+", "-", "@", "\uff1d")), words


def _has_calc() -> bool:
    """Return whether LibreOffice is installed with its spreadsheet program."""
    found = shutil.which("soffice")
    return bool(found) and (Path(found or "").resolve().parent / "libsclo.so").exists()


@pytest.mark.skipif(not _has_calc(), reason="not installed: LibreOffice Calc")
@needs_libreoffice
def test_a_spreadsheet_program_shows_the_words(workbook: Path, tmp_path: Path) -> None:
    """LibreOffice, asked for the cells as text, gives every word back and computes nothing."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir"),
            *(str(tmp_path), str(workbook)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    text = (tmp_path / "book.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][1:] == list(NAMES)
    assert [row[0] for row in rows[1:]] == [one_line(words) for words in FORMULAS]
    assert [row[1] for row in rows[1:]] == [str(number) for number in range(len(FORMULAS))]
