"""Tests of options side by side."""

from __future__ import annotations

from briefer.content import Slide, Table
from tests.builders import composed, lines, make_card, make_event, make_statement, shown

_EVENT = make_event(note="7")
_FIRST = (
    "Talk first\n"
    "What it means: Hold them to it[@event/talks]\n"
    "For: They talked[@event/talks]\n"
    "Against: It is slow\n"
    "Cost: little\n"
    "Staff view: Support"
)
_SECOND = (
    "Act first\n"
    "What it means: Do it alone[@event/talks]\n"
    "For: It is quick\n"
    "Against: It is dear\n"
    "Staff view: Lead"
)


def _table(slide: Slide) -> Table:
    (table,) = [block for block in slide.blocks if isinstance(block, Table)]
    return table


def _cells(slide: Slide) -> list[list[str]]:
    return [[shown(cell) for cell in row.cells] for row in _table(slide).rows]


def _slide(recommended: str = "", **text: str) -> Slide:
    words = {"option-1": _FIRST, "option-2": _SECOND, **text}
    options = {"recommended": recommended} if recommended else None
    return composed(make_card("options", text=words, options=options), _EVENT)


def test_options_are_columns_held_to_the_same_criteria() -> None:
    """The usual criteria come first, staff's own after them, staff's view last."""
    slide = _slide()
    assert [column.heading for column in _table(slide).columns] == [
        "Criterion",
        "A. Talk first",
        "B. Act first",
    ]
    assert _cells(slide) == [
        ["What it means", "Hold them to it{7}", "Do it alone{7}"],
        ["For", "They talked{7}", "It is quick"],
        ["Against", "It is slow", "It is dear"],
        ["Cost", "little", "\N{EN DASH}"],
        ["Staff view", "Support", "Lead"],
    ]


def test_the_recommended_option_stands_out_by_place_and_by_words() -> None:
    """The option of the card and the field of the window say the same."""
    for slide in (_slide("2"), _slide(recommended="2"), _slide(**{"recommended": "b"})):
        assert _table(slide).chosen == 2
        assert _cells(slide)[-1] == ["Staff view", "Support", "**Lead (recommended)**"]
        assert slide.title == "Two options are open; staff recommend Act first"


def test_a_recommendation_needs_no_view_of_staff() -> None:
    """The row comes by itself; an option nobody wrote is not recommended."""
    slide = _slide("2", **{"option-1": "Wait", "option-2": "Act"})
    assert _cells(slide) == [["Staff view", "\N{EN DASH}", "**Recommended**"]]
    lost = _slide("4")
    assert _table(lost).chosen is None
    assert lost.title == "Two options are open"


def test_what_cites_nothing_is_named_as_staff_judgement() -> None:
    """Where all of a row is staff's, where a part is; a row wholly cited says nothing."""
    below = [shown(row.below[0]) if row.below else "" for row in _table(_slide()).rows]
    assert below == ["", "Uncited: staff view", "Staff judgement", "Staff judgement", ""]


def test_the_decision_sought_says_whose_judgement_it_is() -> None:
    """The strip leads in bold; it is not told twice. Without a decision there is no strip."""
    slide = _slide(decision="take B.")
    assert slide.pattern == "options"
    assert lines(slide, "decision") == [
        "body: **Decision sought: **take B. This is staff judgement, not a finding of the sources."
    ]
    assert "Decision sought: take B." in slide.say
    told = _slide(decision="Take B; it is our judgment")
    assert lines(told, "decision") == ["body: **Decision sought: **Take B; it is our judgment."]
    assert _slide().pattern == "table"


def test_letters_follow_the_options_that_are_written() -> None:
    """An empty field leaves no gap; the recommended one is still that of its field."""
    slide = composed(
        make_card(
            "options", text={"option-1": "Wait", "option-3": "Act"}, options={"recommended": "3"}
        )
    )
    assert [column.heading for column in _table(slide).columns][1:] == ["A. Wait", "B. Act"]
    assert _table(slide).chosen == 2


def test_records_that_no_option_cites_follow_as_text() -> None:
    """Nothing picked is lost, a quotation is told in full in the notes."""
    said = make_statement()
    card = make_card("options", [_EVENT, said, "event/gone"], text={"option-1": _FIRST})
    slide = composed(card, _EVENT, said)
    assert lines(slide, "text") == [
        "lead: What bears on the choice",
        "point: Speaker not named in the source: “we will act on [the] threat.”{3}",
        "point: [unknown record event/gone]",
    ]
    assert slide.missing == ("event/gone",)
    assert [item.text for item in slide.quotations] == [said.text]


def test_without_options_staff_are_asked_for_one() -> None:
    """No option is made up from records."""
    slide = composed(make_card("options", [_EVENT]), _EVENT)
    assert lines(slide, "text") == [
        "lead: [write option 1]",
        "point: June 2023: Talks were held.{7}",
    ]


def test_a_name_shows_neither_stars_nor_citations() -> None:
    """A heading is plain words; a nameless option goes by its letter."""
    text = {"option-1": "**Wait**[@event/talks] now", "option-2": "For: it is cheap"}
    slide = composed(make_card("options", text=text), _EVENT)
    headings = [column.heading for column in _table(slide).columns]
    assert headings[2] == "B. Option B"
    assert "*" not in headings[1]
    assert "@" not in headings[1]
