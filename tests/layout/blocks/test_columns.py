"""Tests of places that share a column: each takes the height that the other does not need."""

from __future__ import annotations

import pytest

from briefer.layout.boxes import TextBox
from briefer.layout.paginate import lay_out
from briefer.layout.text import TextSetter
from briefer.template.model import Template
from tests.layout.decks import boxes_named, deck, overflows, panel, para, slide

ASK = "Choose the lead track for the next twelve months. "
STATEMENT = "Pressure abroad rose in 2023. Lasting results depend on enforcement. "


def column(
    template: Template, setter: TextSetter, statement: str, ask: str
) -> list[dict[str, TextBox]]:
    """Return for each page the statement's and the ask's box by name."""
    panels = []
    if statement:
        panels.append(panel("statement", para("Bottom line", "heading"), para(statement)))
    if ask:
        panels.append(panel("ask", para("The ask", "heading"), para(ask)))
    pages = lay_out(deck(slide(*panels, pattern="bluf")), template, setter)
    assert not any(overflows(page) for page in pages)
    return [
        {
            box.name: box
            for name in ("Bottom line", "The ask")
            for box in boxes_named(page, name)
            if isinstance(box, TextBox)
        }
        for page in pages
    ]


def test_what_fits_stands_where_the_layout_has_it(light: Template, setter: TextSetter) -> None:
    """Nothing moves while both fit."""
    (page,) = column(light, setter, STATEMENT, ASK)
    assert not any(box.moved for box in page.values())


def test_a_long_ask_takes_what_a_short_statement_leaves(
    light: Template, setter: TextSetter
) -> None:
    """The ask grows upward, its foot and the gap stay, and no further slide is needed."""
    (usual,) = column(light, setter, STATEMENT, ASK)
    (page,) = column(light, setter, STATEMENT, ASK * 3)
    upper, lower = page["Bottom line"], page["The ask"]
    assert upper.moved
    assert lower.moved
    assert lower.frame.bottom == usual["The ask"].frame.bottom
    assert upper.frame.y == usual["Bottom line"].frame.y
    gap = usual["The ask"].frame.y - usual["Bottom line"].frame.bottom
    assert lower.frame.y - upper.frame.bottom == gap
    assert {run.size for p in lower.paragraphs[1:] for run in p.runs} == {18.0}


def test_a_statement_alone_takes_the_whole_column(light: Template, setter: TextSetter) -> None:
    """Without an ask the statement keeps its size and grows downward."""
    (usual,) = column(light, setter, STATEMENT, ASK)
    (page,) = column(light, setter, STATEMENT * 3, "")
    assert page["Bottom line"].frame.h > usual["Bottom line"].frame.h
    assert page["Bottom line"].frame.bottom <= usual["The ask"].frame.bottom
    assert {run.size for run in page["Bottom line"].paragraphs[1].runs} == {24.0}


def test_a_long_statement_takes_what_a_short_ask_leaves(
    light: Template, setter: TextSetter
) -> None:
    """The statement grows downward, the ask keeps its foot and all of its words."""
    (usual,) = column(light, setter, STATEMENT, ASK)
    first, *_ = column(light, setter, STATEMENT * 3, "Choose.")
    assert first["Bottom line"].frame.h > usual["Bottom line"].frame.h
    assert first["The ask"].frame.bottom == usual["The ask"].frame.bottom
    assert first["The ask"].paragraphs[1].text == "Choose."


def test_an_ask_alone_begins_at_the_top(light: Template, setter: TextSetter) -> None:
    """Without a statement the whole column is the ask's."""
    (usual,) = column(light, setter, STATEMENT, ASK)
    (page,) = column(light, setter, "", ASK * 7)
    assert page["The ask"].frame.y == usual["Bottom line"].frame.y
    assert page["The ask"].frame.bottom <= usual["The ask"].frame.bottom


@pytest.mark.parametrize(("statement", "ask"), [(STATEMENT * 6, ASK * 9), ("", ASK * 20)])
def test_what_is_too_long_for_the_column_continues(
    statement: str, ask: str, light: Template, setter: TextSetter
) -> None:
    """Every word stands on some page, those of the ask in order."""
    pages = column(light, setter, statement, ask)
    assert len(pages) > 1
    shown = [p.text for page in pages if "The ask" in page for p in page["The ask"].paragraphs[1:]]
    assert " ".join(shown).split() == ask.split()
