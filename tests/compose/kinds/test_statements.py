"""Tests of the two sides."""

from __future__ import annotations

from tests.builders import composed, lines, make_actor, make_card, make_event, make_statement

_DOE = make_actor()
_LI = make_actor("actor/li", name="Li", role="Spokesperson", country="CN")
_CHARGE = make_statement("statement/charge", text="a major source of drugs.", note="43")
_REPLY = make_statement(
    "statement/reply",
    text="[t]his is a smear.",
    speaker="actor/li",
    responds_to="statement/charge",
    date=None,
    note="44",
)
_ALL = (_CHARGE, _REPLY, _DOE, _LI)


def test_each_side_has_party_words_and_attribution() -> None:
    """Words stand in curly marks, under the party they speak for."""
    slide = composed(make_card("statements", [_CHARGE, _REPLY]), *_ALL)
    assert slide.pattern == "sides"
    assert slide.title == "China answers the United States"
    assert lines(slide, "left-party") == ["body: United States"]
    assert lines(slide, "left-words") == ["quote: “a major source of drugs.”{43}"]
    assert lines(slide, "left-attribution") == ["value: Jane Q. Doe", "note: June 2023"]
    assert lines(slide, "right-party") == ["body: China"]
    assert lines(slide, "right-words") == ["quote: “[t]his is a smear.”{44}"]
    assert lines(slide, "right-attribution") == ["value: Li", "note: No date in the source"]
    assert lines(slide, "differ") == ["body: China spoke in reply to the United States.{44}"]
    assert len(slide.quotations) == 2


def test_where_they_differ_is_the_users_and_can_cite() -> None:
    """The judgement has a bold label and the marks the user set."""
    event = make_event()
    text = {"differ": "which comes first.[@event/talks]", "left_lead": "China is"}
    slide = composed(make_card("statements", [_CHARGE, _REPLY], text=text), *_ALL, event)
    assert lines(slide, "differ") == ["body: **Where they differ: **which comes first.{1}"]
    assert lines(slide, "left-words") == ["quote: China is “a major source of drugs.”{43}"]


def test_a_position_stands_without_marks() -> None:
    """A paraphrase is not made a quotation."""
    view = make_statement("statement/view", text="It should stop.", statement_type="position")
    slide = composed(make_card("statements", [_CHARGE, view]), *_ALL, view)
    assert lines(slide, "right-words") == ["quote: It should stop.{3}"]
    assert lines(slide, "right-attribution")[1] == "note: June 2023; paraphrased"
    assert lines(slide, "differ") == [
        "body: Words in quotation marks are verbatim; a position is paraphrased."
    ]


def test_two_of_one_party_are_told_apart_by_speaker() -> None:
    """A heading that says the same twice would tell nobody who speaks."""
    roe = make_actor("actor/roe", name="Roe")
    other = make_statement("statement/other", text="we disagree.", speaker="actor/roe")
    slide = composed(make_card("statements", [_CHARGE, other]), *_ALL, other, roe)
    assert slide.title == "Statements of Jane Q. Doe and Roe"
    assert lines(slide, "right-party") == ["body: Roe"]
    same = make_statement("statement/same", text="we agree.")
    slide = composed(make_card("statements", [_CHARGE, same]), *_ALL, same)
    assert slide.title == "Two statements of Jane Q. Doe"


def test_a_paraphrase_is_not_said_to_be_in_own_words() -> None:
    """A title promises no quotation where a side is paraphrased; a fellow speaks for nobody."""
    house = make_actor("actor/institute", name="Institute", actor_type="institute", country=None)
    fellow = make_actor("actor/fellow", name="Fay", country=None, affiliation="actor/institute")
    view = make_statement(
        "statement/view", text="It should stop.", statement_type="position", speaker="actor/fellow"
    )
    slide = composed(make_card("statements", [_CHARGE, view]), *_ALL, view, house, fellow)
    assert slide.title == "Positions of the United States and Fay"


def test_one_side_alone_is_a_quote() -> None:
    """A comparison needs two."""
    assert composed(make_card("statements", [_CHARGE]), *_ALL).pattern == "quote"


def test_a_missing_side_is_visible() -> None:
    """The remaining side does not stand alone as if nobody had answered."""
    slide = composed(make_card("statements", [_CHARGE, "statement/gone"]), *_ALL)
    assert slide.pattern == "text"
    assert lines(slide, "text") == [
        "point: Jane Q. Doe: “a major source of drugs.”{43}",
        "point: [unknown record statement/gone]",
    ]


def test_three_statements_are_all_shown() -> None:
    """What two sides cannot hold is listed; nothing is dropped."""
    third = make_statement("statement/third", text="we agree.")
    slide = composed(make_card("statements", [_CHARGE, _REPLY, third]), *_ALL, third)
    assert len(lines(slide, "text")) == 3
