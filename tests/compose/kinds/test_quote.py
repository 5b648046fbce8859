"""Tests of the quote slide."""

from __future__ import annotations

from tests.builders import composed, lines, make_actor, make_card, make_statement, places

_DOE = make_actor()


def test_words_are_verbatim_and_without_marks() -> None:
    """Block style: brackets, ellipses and small first letter stay as the source has them."""
    text = "[b]etween us . . . the work[] goes on—“as is”."
    remark = make_statement(text=text)
    slide = composed(make_card("quote", [remark]), remark, _DOE)
    assert lines(slide, "quotation") == [f"quote: {text}{{3}}"]
    assert lines(slide, "monogram") == ["body: JD"]
    assert lines(slide, "attribution") == ["value: Jane Q. Doe", "note: Director of the Office"]
    assert slide.title == "Statement of Jane Q. Doe, Director of the Office"


def test_words_cannot_be_reworded() -> None:
    """A wording for a quotation is not put into the speaker's mouth."""
    remark = make_statement()
    card = make_card("quote", [remark], text={remark.id: "we will do more."})
    slide = composed(card, remark, _DOE)
    assert lines(slide, "quotation") == ["quote: we will act on [the] threat.{3}"]


def test_the_context_says_where_when_and_whose_the_brackets_are() -> None:
    """What the source does not give is said."""
    remark = make_statement(venue="the UN")
    slide = composed(make_card("quote", [remark]), remark, _DOE)
    assert lines(slide, "context") == ["body: The UN, June 2023. Bracketed words are the source’s."]
    undated = make_statement(date=None, text="we will act.")
    slide = composed(make_card("quote", [undated]), undated, _DOE)
    assert lines(slide, "context") == ["body: The source gives no date for the remark."]


def test_a_position_is_called_one() -> None:
    """A paraphrase is no quotation in title, context or notes."""
    view = make_statement(text="It should stop.", statement_type="position")
    slide = composed(make_card("quote", [view]), view, _DOE)
    assert slide.title == "Position of Jane Q. Doe, Director of the Office"
    assert slide.pattern == "text"
    assert lines(slide, "text") == [
        "lead: It should stop.{3}",
        "body: Jane Q. Doe; June 2023. Paraphrased; not a quotation.",
    ]
    assert slide.quotations == ()


def test_a_speaker_nobody_names_is_not_named() -> None:
    """The source's label stands for the speaker."""
    remark = make_statement(speaker=None, speaker_label="Foreign Ministry spokesperson")
    slide = composed(make_card("quote", [remark]), remark)
    assert lines(slide, "attribution") == ["value: Foreign Ministry spokesperson"]
    assert "monogram" not in places(slide)
    assert slide.title == "Foreign Ministry spokesperson"


def test_a_quote_card_whose_statement_is_gone_says_so() -> None:
    """No exception, no empty slide: the hole is named."""
    slide = composed(make_card("quote", ["statement/gone"]))
    assert slide.pattern == "text"
    assert lines(slide, "text") == ["point: [unknown record statement/gone]"]
    assert slide.missing == ("statement/gone",)
