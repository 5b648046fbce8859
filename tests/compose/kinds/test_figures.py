"""Tests of the key figures."""

from __future__ import annotations

from tests.builders import (
    composed,
    make_card,
    make_event,
    make_statistic,
    only_figures,
    shown,
)

_DEATHS = make_statistic(qualifier="about", wording="around 78,000 people")
_PRICE = make_statistic(
    "statistic/price", value=1, unit="USD", qualifier="less than", counts="Price of a pill"
)


def test_numbers_meaning_and_scope_stand_in_the_users_order() -> None:
    """Each figure has its mark after the meaning and its hedge in the scope."""
    block = only_figures(composed(make_card("figures", [_PRICE, _DEATHS]), _DEATHS, _PRICE))
    assert [(shown(f.number), shown(f.meaning), f.scope) for f in block.figures] == [
        ("<$1", "Price of a pill{4}", "2023"),
        (
            "78,000",
            "Deaths from overdose in one year{4}",
            "2023; “around 78,000 people” in the source",
        ),
    ]


def test_meaning_scope_so_what_and_context_can_be_the_users() -> None:
    """Own words keep the figure's mark and may cite other records."""
    event = make_event()
    text = {
        _DEATHS.id: "lives lost",
        "scopes": "“Around” in the source",
        "so_what": "talks followed.[@event/talks]",
        "context": "They met.[@event/talks]\nMore to come.",
    }
    block = only_figures(composed(make_card("figures", [_DEATHS], text=text), _DEATHS, event))
    assert shown(block.figures[0].meaning) == "lives lost{4}"
    assert block.figures[0].scope == "“Around” in the source"
    assert shown(block.so_what) == "**So what: **talks followed.{1}"
    assert [shown(para.inlines) for para in block.context] == [
        "In context",
        "They met.{1}",
        "More to come.{}",
    ]


def test_a_blank_line_keeps_the_proposed_scope() -> None:
    """Lines of scopes stand for figures by their order."""
    card = make_card("figures", [_PRICE, _DEATHS], text={"scopes": "\nin my words"})
    block = only_figures(composed(card, _DEATHS, _PRICE))
    assert [figure.scope for figure in block.figures] == ["2023", "in my words"]


def test_the_proposed_title_is_a_figure_and_how_many_more() -> None:
    """No finding is made up."""
    assert composed(make_card("figures", [_DEATHS]), _DEATHS).title == (
        "Deaths from overdose in one year: about 78,000 people"
    )
    assert composed(make_card("figures", [_PRICE, _DEATHS]), _DEATHS, _PRICE).title == (
        "Price of a pill: less than $1, and 1 more figure"
    )


def test_a_missing_figure_is_visible() -> None:
    """A hole among the figures is named, not closed."""
    slide = composed(make_card("figures", [_DEATHS, "statistic/gone"]), _DEATHS)
    figure = only_figures(slide).figures[1]
    assert (shown(figure.number), shown(figure.meaning)) == (
        "—",
        "[unknown record statistic/gone]",
    )
    assert slide.missing == ("statistic/gone",)


def test_an_uncited_figure_is_marked() -> None:
    """A number nobody sources carries an empty mark."""
    bare = make_statistic(note=None)
    assert shown(only_figures(composed(make_card("figures", [bare]), bare)).figures[0].meaning) == (
        "Deaths from overdose in one year{}"
    )
