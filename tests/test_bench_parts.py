"""What the benchmark concludes is sound: goals, growth, costs, peers handed the same slides."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from benchmarks import decks
from benchmarks.chain import chained
from benchmarks.peers import markdown, plain
from benchmarks.processes import BEGAN, Command, Cost, Costs, WorkError, growth, in_turns, run
from benchmarks.results import Goal, number, table
from briefer.layout.boxes import TextBox


def test_a_goal_is_reached_at_most_missed_above_and_unknown_unmeasured() -> None:
    """Ratios have to be small enough, truths true; what was not measured is neither."""
    assert Goal("ratio", 0.35, 0.35).reached is True
    assert Goal("ratio", 0.35, 0.351).reached is False
    assert Goal("ratio", 0.35, math.nan).reached is None
    assert Goal("truth", True, False).reached is False
    assert Goal("truth", True, math.nan).reached is None
    row = Goal("stall", 50, 61.2, "ms").row
    assert list(row.values()) == ["stall", "at most 50.0 ms", "61.2 ms", "**not reached**"]


def test_growth_is_the_exponent() -> None:
    """Twice the time for twice the slides is 1, four times is 2."""
    assert growth(1.0, 2.0, sizes=(1000, 2000)) == pytest.approx(1)
    assert growth(1.0, 9.0, sizes=(1000, 3000)) == pytest.approx(2)
    assert math.isnan(growth(math.nan, 1.0, sizes=(1, 2)))


def test_costs_are_the_middle_of_the_runs_and_know_whether_bytes_agree() -> None:
    """One slow run does not count; one run alone cannot tell whether bytes repeat."""
    runs = tuple(Cost(seconds, 1.0, 10.0, digest="a") for seconds in (1.0, 9.0, 2.0))
    assert Costs(runs).seconds == 2.0
    assert Costs(runs).identical is True
    assert Costs((*runs, Cost(1.0, 1.0, 1.0, digest="b"))).identical is False
    assert Costs(runs[:1]).identical is None
    assert math.isnan(Costs().seconds)


def test_commands_take_turns_and_one_that_fails_is_told(tmp_path: Path) -> None:
    """Costs are of whole processes; a command that ends badly has a reason, not a time."""
    target = tmp_path / "made"
    words = f"open({str(target)!r}, 'w').write('made'); print('done')"
    commands = {
        "makes": Command.python("-c", words, target=target),
        "fails": Command.python("-c", "raise SystemExit('no such thing')"),
    }
    told: list[str] = []
    costs = in_turns(commands, 2, tell=told.append)
    assert [text.split(",")[0] for text in told] == ["makes", "fails", "makes"]
    assert costs["makes"].identical is True
    assert (costs["makes"].bytes, costs["makes"].told) == (4, "done\n")
    assert costs["makes"].seconds > 0
    assert costs["fails"].runs == ()
    assert costs["fails"].failure == "exit status 1: no such thing"
    with pytest.raises(WorkError, match="no such thing"):
        run(commands["fails"])


def test_a_process_is_told_when_it_began() -> None:
    """The time is of the clock that all processes share, taken right before the start."""
    words = "import sys, time; print(time.monotonic() - float(sys.argv[1]))"
    took = float(run(Command.python("-c", words, BEGAN)).told)
    assert 0 < took < 30


def test_a_table_shows_numbers_at_the_right() -> None:
    """Three digits count; what was not measured is a dash."""
    shown = table(
        "T", ({"who": "a", "s": 1234.5, "ok": True}, {"who": "b", "s": math.nan, "ok": None})
    )
    assert shown.markdown.splitlines()[1:] == [
        "| --- | --: | --- |",
        "| a | 1,234 | yes |",
        "| b | – | – |",
    ]
    assert [number(value) for value in (0.0501, 0.35, 2.5, 16.04)] == [
        "0.050",
        "0.35",
        "2.50",
        "16.0",
    ]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small deck: its briefing, its pages for peers."""
    folder = tmp_path_factory.mktemp("deck")
    assert 5 <= decks.keep(10, folder) <= 10
    return folder


def test_python_pptx_writes_the_same_slides(deck: Path, tmp_path: Path) -> None:
    """Every text, table, chart and note of the pages is in the peer's deck."""
    pages = json.loads((deck / decks.PAGES).read_text(encoding="utf-8"))["pages"]
    target = tmp_path / "plain.pptx"
    assert plain.write(deck / decks.PAGES, target) == len(pages)
    slides = list(Presentation(str(target)).slides)
    for slide, page in zip(slides, pages, strict=True):
        kinds = [box["type"] for box in page["boxes"]]
        assert sum(shape.has_chart for shape in slide.shapes) == kinds.count("chart")
        assert sum(shape.has_table for shape in slide.shapes) == kinds.count("table")
        assert len(list(slide.shapes)) >= len(kinds)
        assert slide.notes_slide.notes_text_frame is not None
        assert slide.notes_slide.notes_text_frame.text == page["notes"]
        said = "\n".join(plain.texts(slide))
        for paragraph in _paragraphs(page["boxes"]):
            assert paragraph in said
    assert plain.read(target) == sum(len(text) for slide in slides for text in plain.texts(slide))


def _paragraphs(boxes: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the words of every paragraph of boxes, of their cells and children."""
    for box in boxes:
        cells = (cell for row in box.get("rows", ()) for cell in row)
        for holder in (box, *cells):
            for paragraph in holder.get("paragraphs", ()):
                yield "".join(run["text"] for run in paragraph["runs"])
        yield from _paragraphs(box.get("children", []))


def test_markdown_has_a_heading_for_every_slide(deck: Path) -> None:
    """Titles become headings, tables become tables, notes become notes."""
    pages = json.loads((deck / decks.PAGES).read_text(encoding="utf-8"))
    words = markdown.document(pages)
    assert words.count("\n## ") + words.startswith("## ") == len(pages["pages"])
    assert words.count("::: notes") == sum(1 for page in pages["pages"] if page["notes"])
    assert "| --- |" in words


def test_the_chained_deck_links_every_slide_to_the_next() -> None:
    """The first words of each page lead to the page after it, those of the last to the first."""
    pages = chained(decks.built(10).pages)
    targets = [
        next(
            run.page
            for box in page.boxes
            if isinstance(box, TextBox)
            for paragraph in box.paragraphs[:1]
            for run in paragraph.runs[:1]
        )
        for page in pages
    ]
    assert targets == [*range(2, len(pages) + 1), 1]
