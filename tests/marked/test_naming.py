"""Names of files, and properties inside them, tell how they are to be handled."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from briefer.marked import marked_name
from briefer.pipeline import properties_of
from tests.marked.decks import briefing, built, exported, records


@pytest.mark.parametrize(
    ("title", "profile", "marking", "name"),
    [
        ("Fentanyl: what changed", "nara", "CUI//SP-SUB", "CUI_Fentanyl-what-changed.pptx"),
        ("Opioïdes à l’été", "dod", "CUI//SP-SUB", "CUI_Opioides-a-lete.pptx"),
        ("Fentanyl now", "tlp", "TLP:AMBER+STRICT", "TLP-AMBER-STRICT_Fentanyl.pptx"),
        ("Supercalifragilistic", "tlp", "TLP:AMBER+STRICT", "TLP-AMBER-STRICT_Supercal.pptx"),
        ("芬太尼", "nara", "CUI", "CUI_Briefing.pptx"),
        ("Talks", "custom", "Staff only; SBU", "SBU_Talks.pptx"),
        ("Talks", "nara", "CUI//LEI/SP-SUB", ""),
        ("Talks", "nara", "UNCLASSIFIED", ""),
        ("Talks", "", "", ""),
    ],
)
def test_a_file_is_named_by_marking_and_title(
    title: str, profile: str, marking: str, name: str
) -> None:
    """At most 30 characters, without blanks; unmarked briefings keep their own name."""
    told = marked_name(briefing(title=title, profile=profile, marking=marking))
    assert told == name
    assert len(told) <= 30


def test_the_properties_of_a_file_tell_its_marking(tmp_path: Path) -> None:
    """Category and keywords hold it, the status holds legend and embargo."""
    of = briefing(profile="custom", marking="SBU", legend="Draft")
    core = Presentation(str(exported(built(of, records()), tmp_path / "deck.pptx"))).core_properties
    assert (core.category, core.content_status) == ("SBU", "Draft")
    assert core.keywords.split(", ")[0] == "SBU"


def test_an_unmarked_file_has_neither() -> None:
    """Nothing is said of a marking that is not there."""
    told = properties_of(built(briefing(), records()))
    assert (told.category, told.status) == ("", "")
