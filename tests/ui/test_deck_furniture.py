"""Agenda, section and contact slides in the window: inserted from the menu, worded, previewed."""

from __future__ import annotations

import pytest

from briefer.layout.body import paragraphs_of
from briefer.ui.main_window import MainWindow
from briefer.ui.spots import Spot
from tests.ui.driving import cards, settle


def _inserted(window: MainWindow, kind: str) -> int:
    """Insert a slide of a kind behind the second and return where it stands."""
    window.session.go(Spot(1))
    window.actions_by_name[f"insert-{kind}"].trigger()
    settle(window)
    index = window.session.spot.card
    assert index is not None
    assert cards(window)[index].kind == kind
    return index


@pytest.mark.parametrize(
    ("kind", "field", "typed", "seen"),
    [
        (
            "agenda",
            "parts",
            "How large?\N{EM DASH}Deaths\nWhence?",
            ["How large?", "Deaths", "Whence?"],
        ),
        ("agenda", "decision", "Which track?", ["Decision sought", "Which track?"]),
        ("section", "summary", "What it is about.", ["What it is about."]),
        ("contact", "contacts", "The Office\nask@example.gov", ["The Office", "ask@example.gov"]),
    ],
)
def test_a_slide_of_the_deck_itself_is_inserted_and_worded(
    window: MainWindow, kind: str, field: str, typed: str, seen: list[str]
) -> None:
    """The Insert menu makes it, its fields take lines, and the slide shows them."""
    index = _inserted(window, kind)
    window.inspector.fields.heading.click()
    window.inspector.fields.fields[field].setPlainText(typed)
    settle(window)
    assert cards(window)[index].words(field) == typed
    page = window.session.page
    assert page is not None
    assert page.kind == kind
    words = [paragraph.text for paragraph in paragraphs_of(page.boxes)]
    assert set(seen) <= set(words)
