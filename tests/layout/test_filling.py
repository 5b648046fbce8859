"""Text that goes on over many pages: as much on each as fits, for work that grows with the text."""

from __future__ import annotations

import pytest

from briefer import paths, pipeline
from briefer.geometry import Frame
from briefer.layout.boxes import Paragraph
from briefer.layout.cutting import most_fitting
from briefer.layout.text import TextSetter
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.reader import read_template

POINT = "Officials met in Geneva and agreed to share the names of chemical suppliers"


@pytest.mark.parametrize("total", [0, 1, 2, 7, 40])
def test_most_fitting_is_the_last_that_fits(total: int) -> None:
    """Whatever fits, the answer is that of asking of each; little beyond it is ever asked of."""
    counts = range(3, 3 + total)
    for answer in (None, *counts):
        asked: list[int] = []

        def room_for(count: int, most: int = answer or 0, asked: list[int] = asked) -> bool:
            asked.append(count)
            return count <= most

        assert most_fitting(counts, room_for) == answer
        assert all(count - 2 <= 2 * ((answer or 3) - 2) + 1 for count in asked)
        assert len(asked) <= 12


def sets(points: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Return how many pages a slide of so many points has, and how often a paragraph was set."""
    template = read_template(paths.bundled_templates() / HOUSE_TEMPLATES["light"].file)
    lines = "\n".join(f"{number}. {POINT}" for number in range(points))
    card = Card("talking-points", "What to say", (), (("points", lines),))
    briefing = Briefing("Long", sections=(Section("One", (card,)),))
    counted = [0]
    set_one = TextSetter.set

    def counting(
        setter: TextSetter, paragraph: Paragraph, frame: Frame, top: float, *, most: float
    ) -> tuple[Paragraph, float]:
        counted[0] += 1
        return set_one(setter, paragraph, frame, top, most=most)

    with monkeypatch.context() as patch:
        patch.setattr(TextSetter, "set", counting)
        built = pipeline.build(briefing, Gathered(()), template)
    return len([page for page in built.pages if page.kind == "talking-points"]), counted[0]


def test_work_grows_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the points are four times the pages, and no paragraph is set more often."""
    few, of_few = sets(100, monkeypatch)
    many, of_many = sets(400, monkeypatch)
    assert few > 5
    assert 3.5 * few < many < 4.5 * few
    assert of_many < 5 * of_few
    assert of_many < 400 * 20
