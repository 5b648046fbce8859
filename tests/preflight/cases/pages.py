"""Cases of pages: what is seen and what a screen reader tells."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from briefer.geometry import Color
from briefer.layout.boxes import Box, ChartBox, Page, PictureBox, TableBox, TextBox
from briefer.pipeline import Built
from briefer.records.actor import Picture
from tests.builders import make_actor, make_briefing, make_card, make_event
from tests.layout.test_pictures import picture
from tests.preflight.cases.making import Case, Found, boxed, found, light, made, paged, worded

_EVENTS = tuple(make_event(f"event/{n}", title=f"Event {n}", date=f"2023-0{n}") for n in (1, 2, 7))
_TABLE = make_card("table", _EVENTS)
_POINTS = make_card("talking-points", _EVENTS)


def _table() -> Built:
    return made(_TABLE, *_EVENTS)


def _pictured(size: tuple[int, int], alt: str = "Jane Doe at a desk") -> Found:
    """Return the findings over a profile with a picture of a size in pixels."""
    actor = replace(make_actor(), picture=Picture("jane.png", alt))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "jane.png").write_bytes(picture(size=size))
        built = made(make_card("actor", [actor]), actor, pictures=Path(folder))
    assert any(isinstance(box, PictureBox) for page in built.pages for box in page.boxes)
    return built.findings


def _unshown(file: str) -> Found:
    actor = replace(make_actor(), picture=Picture(file, "Jane Doe")) if file else make_actor()
    return found(make_card("actor", [actor]), actor)


def _without_alt(box: Box) -> Box:
    return replace(box, alt="") if isinstance(box, TableBox) else box


def _title_last(page: Page) -> Page:
    titles = tuple(b for b in page.boxes if isinstance(b, TextBox) and b.tag == "heading")
    return replace(page, boxes=(*(b for b in page.boxes if b not in titles), *titles))


def _unheaded(box: Box) -> Box:
    if not isinstance(box, TableBox):
        return box
    first, *rest = box.rows[0]
    head = (replace(first, paragraphs=()), *rest)
    return replace(box, rows=(head, *box.rows[1:]))


def _linked(words: str, url: str) -> Found:
    """Return the findings where the words of each point are a link."""

    def change(box: TextBox) -> TextBox:
        if box.tag != "list":
            return box
        return replace(
            box,
            paragraphs=tuple(
                replace(p, runs=(replace(p.runs[0], text=words, url=url),)) for p in box.paragraphs
            ),
        )

    return paged(made(_POINTS, *_EVENTS), worded(change))


def _marked(lang: str) -> Found:
    """Return the findings where Chinese points are marked as a language."""

    def change(box: TextBox) -> TextBox:
        return replace(
            box,
            paragraphs=tuple(
                replace(p, runs=tuple(replace(r, text="禁毒", lang=lang) for r in p.runs))
                for p in box.paragraphs
            ),
        )

    return paged(made(_POINTS, *_EVENTS), worded(change))


def _colored(color: Color) -> Found:
    def change(box: TextBox) -> TextBox:
        return replace(
            box,
            paragraphs=tuple(
                replace(p, runs=tuple(replace(run, color=color) for run in p.runs))
                for p in box.paragraphs
            ),
        )

    return paged(made(_POINTS, *_EVENTS), worded(change))


def _sized(size: float) -> Found:
    def change(box: TextBox) -> TextBox:
        return replace(
            box,
            paragraphs=tuple(
                replace(p, runs=tuple(replace(run, size=size) for run in p.runs))
                for p in box.paragraphs
            ),
        )

    return paged(made(_POINTS, *_EVENTS), worded(change))


def _series(names: tuple[str, ...]) -> Found:
    """Return the findings over a chart of two series with these names."""

    def change(box: Box) -> Box:
        if not isinstance(box, ChartBox):
            return box
        first = box.series[0]
        series = tuple(replace(first, name=name) for name in names)
        return replace(box, series=series, legend=(tuple(range(len(names))),))

    return paged(made(make_card("chart", _EVENTS), *_EVENTS), boxed(change))


def _font(minor: str) -> Found:
    return made(_POINTS, *_EVENTS, template=replace(light(), minor_font=minor)).findings


def _styled(style: str) -> Found:
    return found(replace(make_briefing(_POINTS), style=style), *_EVENTS)


_WEB = "https://example.org/a-page"

CASES: dict[str, Case] = {
    "picture": Case("warning", lambda: _unshown("gone.png"), lambda: _unshown("")),
    "picture-coarse": Case("warning", lambda: _pictured((60, 60)), lambda: _pictured((900, 900))),
    "alt-missing": Case(
        "error", lambda: paged(_table(), boxed(_without_alt)), lambda: _table().findings
    ),
    "alt-long": Case(
        "warning",
        lambda: _pictured((900, 900), "Jane Doe stands at a desk. " * 12),
        lambda: _pictured((900, 900)),
    ),
    "alt-poor": Case(
        "warning", lambda: _pictured((900, 900), "DSC_0042.JPG"), lambda: _pictured((900, 900))
    ),
    "reading-order": Case(
        "warning", lambda: paged(_table(), _title_last), lambda: _table().findings
    ),
    "table-header": Case(
        "warning", lambda: paged(_table(), boxed(_unheaded)), lambda: _table().findings
    ),
    "link-bare": Case("note", lambda: _linked(_WEB, _WEB), lambda: _linked("A page", _WEB)),
    "link-vague": Case(
        "warning", lambda: _linked("Click here", _WEB), lambda: _linked("A page", _WEB)
    ),
    "link-scheme": Case(
        "warning", lambda: _linked("A page", "file:///etc/x"), lambda: _linked("A page", _WEB)
    ),
    "language": Case("note", lambda: _marked("en-US"), lambda: _marked("zh-CN")),
    "contrast": Case(
        "warning", lambda: _colored(Color(rgb="C8C8C8")), lambda: _colored(Color(rgb="1A1A1A"))
    ),
    "text-small": Case("warning", lambda: _sized(9.0), lambda: _sized(20.0)),
    "colour-only": Case(
        "warning", lambda: _series(("Actions", "Actions")), lambda: _series(("Actions", "Talks"))
    ),
    "font": Case("warning", lambda: _font("Nobody Sans"), lambda: _font("Carlito")),
    "style": Case("warning", lambda: _styled("nobody"), lambda: _styled("apa")),
}
