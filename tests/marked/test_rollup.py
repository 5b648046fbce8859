"""What slides hold, what a briefing needs, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefer import paths, publish
from briefer.errors import BrieferError, ExportError
from briefer.marked import is_lower, lower_marking, raise_marking, require_marked, roll_up
from briefer.markings import Marking, read
from briefer.pipeline import Built, check_marking
from briefer.records.gathered import Gathered
from briefer.storyboard.briefing import Card, Decision
from briefer.template.reader import read_template
from tests.builders import make_actor, make_event, make_source
from tests.marked.decks import RAID, TALKS, briefing, built, exported, records

_SUB, _LEI = "CUI//SP-SUB", "CUI//LEI//FED ONLY"
_BOTH = "CUI//SP-SUB/LEI//FED ONLY"


def _needed(made: Built) -> Marking | None:
    return roll_up(made.briefing, made.deck.slides, made.records).needed


def test_a_briefing_needs_what_its_records_carry() -> None:
    """Categories are united over slides, and the strictest control holds."""
    made = built(briefing(profile="nara"), records(_SUB, _LEI))
    assert _needed(made) == read(_BOTH).marking


def test_a_slide_holds_what_it_shows_and_cites() -> None:
    """A slide without a marked record holds nothing; the source of a citation counts."""
    cards = (Card("table", records=(TALKS,)), Card("table", records=(RAID,)))
    made = built(briefing(*cards, profile="nara"), records(talks=_SUB))
    held = roll_up(made.briefing, made.deck.slides, made.records).slides
    assert held[0] == read(_SUB).marking
    assert held[1] == Marking()
    cited = built(briefing(*cards, profile="nara"), records(note=_SUB))
    rolled = roll_up(cited.briefing, cited.deck.slides, cited.records)
    assert rolled.slides == (read(_SUB).marking,) * 3, "both events cite it, and it is listed"


def test_a_marked_record_that_is_not_shown_adds_nothing() -> None:
    """What is held in the library only is no matter of this briefing."""
    made = built(briefing(Card("table", records=(TALKS,)), profile="nara"), records(raid=_SUB))
    assert _needed(made) == Marking()


def test_a_marked_actor_whom_a_record_names_counts() -> None:
    """Its name stands in the table beside the event, wherever the kind of slide prints it."""
    who = replace(make_actor("actor/who", name="Operation Raven"), marking=_SUB)
    talks = make_event(TALKS, title="Talks were held", actors=((who.id, "host"),))
    made = built(
        briefing(Card("timeline", records=(TALKS,)), profile="nara"),
        Gathered((who, talks, make_source())),
    )
    assert _needed(made) == read(_SUB).marking
    with pytest.raises(ExportError, match="slides hold CUI//SP-SUB"):
        check_marking(made)


def test_a_marked_record_that_only_the_notes_cite_counts() -> None:
    """Speaker notes are part of the deck; their citations print no number."""
    card = Card("event", records=(TALKS,), text=(("notes", f"More [@{RAID}]."),))
    assert _needed(built(briefing(card, profile="nara"), records(raid=_SUB))) == read(_SUB).marking


def test_a_card_has_a_marking_of_its_own() -> None:
    """Staff's own words are marked by their card."""
    card = Card("text", title="Our view", options=(("marking", "CUI//PRIVILEGE"),))
    made = built(briefing(card, profile="nara"), records())
    assert _needed(made) == read("CUI//PRIVILEGE").marking


@pytest.mark.parametrize(
    ("settings", "marks"),
    [
        ({"profile": "nara"}, (_SUB, None)),
        ({"profile": "nara", "marking": "CUI"}, (_SUB, None)),
        ({"profile": "nara", "marking": _SUB}, (_SUB, _LEI)),
        ({"profile": "tlp", "marking": "TLP:GREEN"}, ("TLP:AMBER", None)),
        ({"profile": "custom", "marking": "Staff only"}, ("SBU", None)),
        ({}, ("TLP:RED", None)),
        ({"marking": "CUI"}, ("SBU", None)),
    ],
)
def test_an_under_marked_export_is_refused(
    settings: dict[str, str], marks: tuple[str, str | None], tmp_path: Path
) -> None:
    """Nothing is written, the message names what is held, and no override lifts it."""
    made = built(briefing(**settings), records(*marks))
    overridden = replace(
        made.briefing, decisions=(Decision("override", "under-marked", "I want to"),)
    )
    made = replace(made, briefing=overridden)
    with pytest.raises(ExportError, match="Raise the marking to"):
        exported(made, tmp_path / "deck.pptx")
    assert not (tmp_path / "deck.pptx").exists()


def test_raising_is_one_edit_that_lets_it_go(tmp_path: Path) -> None:
    """After the edit the deck is written."""
    held = records(_SUB, _LEI)
    filled = (("controlled-by", "ONDCP"),)
    low = replace(briefing(profile="nara", marking="CUI"), designation=filled)
    made = built(low, held)
    edit = raise_marking(low, roll_up(low, made.deck.slides, held))
    assert edit is not None
    assert edit.briefing.marking == _BOTH
    assert exported(built(edit.briefing, held), tmp_path / "deck.pptx").exists()
    again = built(edit.briefing, held)
    assert raise_marking(edit.briefing, roll_up(edit.briefing, again.deck.slides, held)) is None


def test_a_marking_that_is_not_understood_is_refused(tmp_path: Path) -> None:
    """Nobody can tell whether a banner covers it, so nothing is written."""
    made = built(briefing(profile="nara", marking=_BOTH), records("CUI//LEI/SP-SUB"))
    with pytest.raises(ExportError, match=r"event/talks is not understood.*CUI//SP-SUB/LEI"):
        exported(made, tmp_path / "deck.pptx")


@pytest.mark.parametrize("where", ["briefing", "card", "record"])
def test_a_classification_is_refused_wherever_it_stands(where: str) -> None:
    """Classified words stop an export on briefing, card and record."""
    word = "SECRET"
    option = (("marking", word),) if where == "card" else ()
    card = Card("table", title="Events", records=(TALKS,), options=option)
    of = briefing(card, marking=word if where == "briefing" else "")
    made = built(of, records(talks=word if where == "record" else None))
    rolled = roll_up(made.briefing, made.deck.slides, made.records)
    with pytest.raises(ExportError, match="SECRET"):
        require_marked(made.briefing, rolled)


def test_lowering_asks_for_a_reason_and_keeps_it() -> None:
    """Who lowered it, when and why is kept in the briefing."""
    high = briefing(profile="nara", marking=_BOTH)
    assert is_lower(high, "CUI")
    assert is_lower(high, "")
    assert not is_lower(high, "CUI//SP-CHRI/SP-SUB/LEI//FED ONLY")
    with pytest.raises(BrieferError, match="reason"):
        lower_marking(high, "CUI", reason=" ", by="A. Staff", at="2026-03-01T10:00-05:00")
    with pytest.raises(BrieferError, match="SP-SUB/LEI"):
        lower_marking(high, "CUI//LEI/SP-SUB", reason="x", by="", at="")
    edit = lower_marking(
        high, "CUI", reason="Tables were taken out", by="A. Staff", at="2026-03-01T10:00-05:00"
    )
    assert edit.briefing.marking == "CUI"
    assert edit.briefing.decisions == (
        Decision(
            "lower",
            f"{_BOTH} to CUI",
            "Tables were taken out",
            "A. Staff",
            "2026-03-01T10:00-05:00",
        ),
    )


def test_no_form_of_export_gets_by(tmp_path: Path) -> None:
    """PDF, handout and pictures are held to the same, before anything is painted."""
    made = built(briefing(profile="nara"), records(_SUB))
    template = read_template(paths.bundled_templates() / "light.pptx")
    for export in (publish.export_pdf, publish.export_handout, publish.export_pictures):
        with pytest.raises(ExportError, match="Raise the marking to CUI//SP-SUB"):
            export(made, template, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
