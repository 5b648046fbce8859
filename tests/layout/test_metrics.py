"""Tests of the width tables: against the fonts they were made from, and beyond their characters."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefer.geometry import FontRole
from briefer.layout.metrics import Metrics, family_of, load_metrics
from briefer.layout.text import run_of, setter_of
from briefer.paths import bundled_templates
from briefer.template.model import LevelStyle
from briefer.template.reader import read_template

FAMILIES: tuple[tuple[FontRole, str], ...] = (("minor", "Carlito"), ("major", "Caladea"))
STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "Bold Italic",
}
SAMPLES = (
    "Cutting supply depends on China and Mexico; 2023 brought pressure",
    "“[t]his is a malicious smear . . .”—78,000 × $1.5",
    "Guzmán López, 10–12 µg/kg, ½ of 100 %",
    "WAVE To. fi ffl",
)
TITLE = SAMPLES[0]


@pytest.fixture(scope="module")
def metrics() -> Metrics:
    """Return the tables of the house fonts."""
    return load_metrics()


def installed(family: str, style: str) -> Path | None:
    """Return the font file of a face, or None where it is not installed."""
    if not shutil.which("fc-match"):
        return None
    command = ["fc-match", "-f", "%{family}|%{file}", f"{family}:style={style}"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found, file = answer.split("|")
    return Path(file) if found == family else None


def measured(font: TTFont, text: str) -> float:
    """Return the width of a text in ems, by the font's own advances."""
    widths, names = font["hmtx"].metrics, font.getBestCmap()
    units: int = font["head"].unitsPerEm
    return sum(float(widths[names[ord(char)]][0]) for char in text) / units


@pytest.mark.parametrize(("role", "family"), FAMILIES)
@pytest.mark.parametrize(("bold", "italic"), list(STYLES))
def test_widths_are_the_fonts_own(
    metrics: Metrics,
    role: FontRole,
    family: str,
    bold: bool,
    italic: bool,
    warnings_logged: list[str],
) -> None:
    """Texts measure the same by the tables and by the installed metric-compatible fonts."""
    file = installed(family, STYLES[bold, italic])
    if file is None:
        pytest.skip(f"{family} {STYLES[bold, italic]} is not installed")
    font = TTFont(file)
    for text in SAMPLES:
        found = metrics.text_width(text, font=role, size=18.0, bold=bold, italic=italic)
        assert found == pytest.approx(measured(font, text) * 18.0, abs=1e-6), text
    assert all("timestamp seems very low" in message for message in warnings_logged)
    warnings_logged.clear()  # fontTools doubts Carlito's date of making


def test_a_title_is_as_wide_as_known(metrics: Metrics) -> None:
    """Figures measured once with the fonts hold on laptops without them."""
    bold = metrics.text_width(TITLE, font="major", size=28.0, bold=True)
    plain = metrics.text_width(TITLE, font="minor", size=18.0)
    assert (round(bold, 2), round(plain, 2)) == (858.84, 504.8)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("芬太尼", 3.0),
        ("Ａ", 1.0),
        ("\U0001f600", 1.0),
        ("e\u0301", 0.4975586),
        ("\u200b", 0.0),
        ("\u05d0", 0.58),
        ("", 0.0),
    ],
)
def test_characters_the_fonts_lack(metrics: Metrics, text: str, ems: float) -> None:
    """Full-width ones take an em, joined marks nothing, others six tenths: never an error."""
    assert metrics.text_width(text, font="minor", size=10.0) == pytest.approx(ems * 10, abs=1e-4)


def test_lines_are_as_high_as_the_design_says(metrics: Metrics) -> None:
    """Calibri and Cambria lines, and where their baselines lie."""
    assert (metrics.line_height("minor"), metrics.line_height("major")) == (1.2207, 1.1719)
    assert metrics.descent("minor") == pytest.approx(0.269, abs=0.001)
    assert metrics.descent("major") == pytest.approx(0.222, abs=0.001)


def test_measuring_a_whole_deck_is_not_felt(metrics: Metrics) -> None:
    """A hundred thousand characters, some hundred slides, take a fraction of a second."""
    text = TITLE * 16
    start = time.process_time()
    for _ in range(100):
        metrics.text_width(text, font="minor", size=18.0)
    assert time.process_time() - start < 0.5


def test_a_template_of_one_family_is_measured_in_it() -> None:
    """Headings in Calibri are as wide as its bold letters are, not as Cambria's."""
    sans = read_template(bundled_templates() / "sans.pptx")
    light = read_template(bundled_templates() / "light.pptx")
    level = LevelStyle(font="major", size=28, bold=True)
    text = LevelStyle(font="minor", size=28, bold=True)
    words = "Sanctions, charges and a coalition"
    width = setter_of(sans).natural_width([run_of(words, level)])
    assert width == setter_of(light).natural_width([run_of(words, text)])
    assert width != setter_of(light).natural_width([run_of(words, level)])
    assert setter_of(sans).line_height((), level) == setter_of(light).line_height((), text)


def test_an_unknown_font_is_measured_as_the_house_font_of_its_role() -> None:
    """A template with fonts of its own can be laid out all the same."""
    assert family_of("Agency Serif", "major") == "Cambria"
    assert family_of("Agency Sans", "minor") == "Calibri"
    assert family_of("Carlito", "major") == "Calibri"
