"""CUI markings: what stands, what does not, which element is named and what is to be written."""

from __future__ import annotations

import pytest

from briefer.markings import Marking, format_marking, read

_GOOD = [
    "CUI",
    "CONTROLLED",
    "CUI//SP-SUB/LEI//FED ONLY",
    "CUI//SP-CHRI/SP-SUB/INV/LEI",
    "CUI//FED ONLY",
    "CUI//PRIVILEGE//Attorney-Client/Attorney-WP",
    "CUI//LEI//REL TO USA, CAN, GBR, FVEY",
    "CUI//LEI//DISPLAY ONLY GBR",
    "CUI//INTELX",
    "UNCLASSIFIED",
]

_WRONG = [
    ("CUI//LEI/SP-SUB", "categories", "CUI//SP-SUB/LEI"),
    ("CUI//LEI/INV", "categories", "CUI//INV/LEI"),
    ("CUI//SUB", "categories", "CUI//SP-SUB"),
    ("CUI//SP-LEI", "categories", "CUI//LEI"),
    ("CUI//LEI/LEI", "categories", "CUI//LEI"),
    ("CUI//DEA SENSITIVE", "categories", ""),
    ("CUI/SP-SUB", "elements", "CUI//SP-SUB"),
    ("CUI//SP-SUB//", "elements", "CUI//SP-SUB"),
    ("CUI////FED ONLY", "elements", "CUI//FED ONLY"),
    ("CUI//FED ONLY//SP-SUB", "order", "CUI//SP-SUB//FED ONLY"),
    ("CUI//SP-SUB/FED ONLY", "order", "CUI//SP-SUB//FED ONLY"),
    ("CUI//SP-SUB//NOFORM", "dissemination", "CUI//SP-SUB//NOFORN"),
    ("CUI//SP-SUB//WHATEVER", "dissemination", ""),
    ("CUI//NOFORN/FED ONLY", "dissemination", "CUI//FED ONLY/NOFORN"),
    ("CUI//NOFORN/REL TO USA, GBR", "dissemination", "CUI//NOFORN"),
    ("CUI//DISPLAY ONLY/NOFORN", "dissemination", "CUI//NOFORN"),
    ("CUI//FED ONLY/FEDCON", "dissemination", "CUI//FED ONLY"),
    ("CUI//FEDCON/NOCON", "dissemination", "CUI//FED ONLY/NOCON"),
    ("CUI//DL ONLY/NOFORN", "dissemination", "CUI//DL ONLY"),
    ("CUI//Attorney-Client", "dissemination", "CUI//PRIVILEGE//Attorney-Client"),
    ("CUI//AWP", "dissemination", "CUI//PRIVILEGE//Attorney-WP"),
    ("CUI//REL TO GBR, USA", "dissemination", "CUI//REL TO USA, GBR"),
    ("CUI//REL TO USA, NATO, GBR", "dissemination", "CUI//REL TO USA, GBR, NATO"),
    ("CUI//REL TO GBR", "dissemination", "CUI//REL TO USA, GBR"),
    ("CUI//REL TO USA", "dissemination", "CUI//NOFORN"),
    ("CUI//REL TO USA, BRITAIN", "dissemination", ""),
    ("cui//sp-sub", "spelling", "CUI//SP-SUB"),
    ("CUI // LEI", "spelling", "CUI//LEI"),
    ("FOUO", "control word", "CUI"),
    ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "control word", "CUI"),
    ("U//LEI", "control word", ""),
    ("SENSITIVE", "control word", ""),
    ("//LEI", "control word", ""),
]


@pytest.mark.parametrize("text", _GOOD)
def test_a_right_marking_stands_as_written(text: str) -> None:
    """What follows the rules is accepted and printed unchanged."""
    reading = read(text, "nara")
    assert reading.ok, reading.problems
    assert reading.marking is not None
    assert format_marking(reading.marking) == text
    assert not reading.suggestion


@pytest.mark.parametrize(("text", "element", "suggestion"), _WRONG)
def test_a_wrong_marking_names_its_element(text: str, element: str, suggestion: str) -> None:
    """Each fault names the element, and one click mends it where that can be known."""
    reading = read(text, "nara")
    assert reading.marking is None
    assert element in {problem.element for problem in reading.problems}
    assert reading.suggestion == suggestion


def test_parts_are_told_apart() -> None:
    """Control word, Specified, Basic and dissemination are what they are."""
    assert read("CUI//SP-SUB/LEI//FED ONLY").marking == Marking(
        control="CUI", specified=("SUB",), basic=("LEI",), dissemination=("FED ONLY",)
    )


def test_a_category_that_is_not_known_is_a_warning() -> None:
    """The registry is longer than the list, so an unknown category is accepted and told."""
    reading = read("CUI//NNPI", "nara")
    assert reading.ok
    assert [(p.element, p.severity) for p in reading.problems] == [("categories", "warning")]
    assert "NNPI" in reading.problems[0].message


@pytest.mark.parametrize("text", ["(CUI//SP-SUB)", " CUI//SP-SUB "])
def test_the_form_of_a_portion_is_understood(text: str) -> None:
    """Parentheses and blanks around a marking say nothing else."""
    assert read(text).marking == Marking(control="CUI", specified=("SUB",))


@pytest.mark.parametrize("text", ["U", "(U)", "UNCLASSIFIED"])
def test_uncontrolled_is_a_marking(text: str) -> None:
    """What is expressly uncontrolled says so and is no limit."""
    assert read(text).marking == Marking(control="UNCLASSIFIED")
