"""The page on citation styles says what the styles do."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefer
from briefer.citations import STYLES
from briefer.content import Text
from tests.citations.styles.samples import SAMPLES

_DOCS = Path(briefer.__file__).resolve().parents[1] / "docs"


@pytest.mark.parametrize("style", list(STYLES))
def test_style_is_described_with_an_example_of_every_kind(style: str) -> None:
    """Each style has its row, and each kind its entry as the style words it."""
    page = (_DOCS / "citations.md").read_text(encoding="utf-8")
    assert f"| `{style}` | {STYLES[style].label} |" in page
    for source in SAMPLES.values():
        runs = [run for run in STYLES[style].work(source, ()) if isinstance(run, Text)]
        words = "".join(f"*{run.text}*" if run.italic else run.text for run in runs)
        assert f"| `{style}` | {words} |" in page


@pytest.mark.parametrize("page", ["command-line.md", "briefing-file.md"])
def test_styles_are_listed_where_one_is_named(page: str) -> None:
    """The command line's page and the file's page list every style."""
    text = (_DOCS / page).read_text(encoding="utf-8")
    assert not [style for style in STYLES if f"`{style}`" not in text]
