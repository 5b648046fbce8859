"""Slides in staff's own words in the window: inserted, asked for, typed, previewed."""

from __future__ import annotations

import pytest

from briefer.layout.body import paragraphs_of
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from tests.ui.driving import cards, settle


def _shown(window: MainWindow) -> list[str]:
    """Return the paragraphs of the page looked at."""
    page = window.session.page
    assert page is not None
    return [paragraph.text for paragraph in paragraphs_of(page.boxes)]


@pytest.mark.parametrize(
    ("kind", "field", "typed", "seen"),
    [
        ("options", "option-1", "Wait\nFor: It is cheap", ["A. Wait", "It is cheap"]),
        ("watch", "steps", "Call | Staff, Monday\nWrite", ["Call (Staff, Monday)", "Write"]),
        ("talking-points", "points", "Aim | To act", ["Aim. To act (staff judgement)"]),
        ("questions", "questions", "Who? | They did.", ["Who?", "They did.", "Staff judgement"]),
    ],
)
def test_a_slide_asks_for_words_and_shows_them(
    window: MainWindow, kind: str, field: str, typed: str, seen: list[str]
) -> None:
    """Inserted empty it shows what to write, as a finding too; what is typed takes its place."""
    window.session.go(Spot(1))
    window.actions_by_name[f"insert-{kind}"].trigger()
    settle(window)
    index = window.session.spot.card
    assert index is not None
    assert any(words.startswith("[write ") for words in _shown(window))
    assert "unwritten" in {finding.check for finding in window.session.findings_here()}
    window.inspector.fields.heading.click()
    window.inspector.fields.fields[field].setPlainText(typed)
    settle(window)
    assert cards(window)[index].words(field) == typed
    assert set(seen) <= set(_shown(window))
    assert "unwritten" not in {finding.check for finding in window.session.findings_here()}
