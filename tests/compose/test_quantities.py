"""Tests of numbers: no qualifier, unit or date is lost."""

from __future__ import annotations

import pytest

from briefer.compose.quantities import number_inlines, number_words, scope_of, sentence_of
from briefer.content import Text
from briefer.records import Statistic
from tests.builders import make_actor, make_card, make_context, make_statistic


@pytest.mark.parametrize(
    ("statistic", "big", "small", "words"),
    [
        (make_statistic(qualifier="about"), "78,000", "", "about 78,000 people"),
        (make_statistic(value=1.5e12, unit="USD"), "$1.5", " trillion", "$1.5 trillion"),
        (make_statistic(value=1, unit="USD", qualifier="less than"), "<$1", "", "less than $1"),
        (make_statistic(value=50, unit="times", qualifier="nearly"), "50×", "", "nearly 50 times"),
        (make_statistic(value=12.5, unit="percent"), "12.5%", "", "12.5%"),
        (make_statistic(value=0.00125, unit="USD"), "$0.00125", "", "$0.00125"),
        (make_statistic(value=-2, unit="percent"), "−2%", "", "−2%"),
        (make_statistic(value=1234567890), "1,234,567,890", "", "1,234,567,890 people"),
        (make_statistic(value=1230000000), "1.23", " billion", "1.23 billion people"),
        (
            make_statistic(value=80, unit="countries", qualifier="more than"),
            "80+",
            " countries",
            "more than 80 countries",
        ),
        (
            make_statistic(value=None, low=12, high=18, unit="months"),
            "12–18",
            " months",
            "12–18 months",
        ),
        (make_statistic(value=2_000_000, unit=None), "2", " million", "2 million"),
        (make_statistic(value=5, unit="USD", qualifier="at most"), "≤$5", "", "at most $5"),
    ],
)
def test_numbers_keep_qualifier_and_unit(
    statistic: Statistic, big: str, small: str, words: str
) -> None:
    """The number at full size, the unit small beside it, and both in a sentence."""
    texts = [inline for inline in number_inlines(statistic, "") if isinstance(inline, Text)]
    assert texts[0] == Text(big)
    assert "".join(text.text for text in texts[1:] if text.small) == small
    assert number_words(statistic) == words


def test_a_unit_that_the_meaning_names_is_not_repeated() -> None:
    """Over "states in the coalition" the number stands alone."""
    statistic = make_statistic(value=120, unit="states")
    assert number_inlines(statistic, "States in the coalition") == (Text("120"),)


def test_the_scope_says_when_who_and_in_which_words() -> None:
    """Date, asserter by acronym, and the source's hedge in quotation marks."""
    office = make_actor("actor/cdc", name="Centers", actor_type="agency", aliases=("CDC",))
    context = make_context(make_card("figures"), office)
    hedged = make_statistic(
        qualifier="about", wording="around 78,000 people", asserted_by="actor/cdc"
    )
    assert scope_of(context, hedged) == "2023, per CDC; “around 78,000 people” in the source"


def test_a_number_without_a_date_says_so() -> None:
    """The record's reason stands, or that the source gives none; the source is not its asserter."""
    context = make_context(make_card("figures"))
    undated = make_statistic(as_of=None, asserted_by_label="Note (unsigned)")
    assert scope_of(context, undated) == "No date in the source"
    reason = make_statistic(as_of=None, as_of_note="A property of the drug.")
    assert scope_of(context, reason) == "A property of the drug"


def test_a_statistic_reads_as_a_sentence() -> None:
    """What is counted, the number, as of when."""
    assert sentence_of(make_statistic(qualifier="about")) == (
        "Deaths from overdose in one year: about 78,000 people (2023)."
    )
