"""The style files that the tests bring, and styles made of them."""

from __future__ import annotations

from pathlib import Path

from briefer.citations import Style
from briefer.citations.csl.checking import checked_style
from briefer.citations.csl.style import style_of
from briefer.content import Text
from briefer.records import Source

DATA = Path(__file__).parent / "data"
NOTES = DATA / "notes.csl"
AUTHOR_DATE = DATA / "author-date.csl"


def loaded(file: Path, *changes: tuple[str, str]) -> Style:
    """Return the style of a file, some of its text replaced."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return style_of(f"csl:{file.stem}", checked_style(text.encode(), file.name))


def entry(style: Style, source: Source) -> str:
    """Return the entry of a source, italics between _, bold between *."""
    runs = [run for run in style.work(source, ()) if isinstance(run, Text)]
    return "".join(
        f"_{run.text}_" if run.italic else f"*{run.text}*" if run.bold else run.text for run in runs
    )
