"""Errors hold an export back until their check is overridden by name; the briefing remembers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation

from briefer.errors import ExportError
from briefer.pipeline import Built, export_deck
from briefer.preflight.blocking import blocking, overridden, override, overrides
from briefer.preflight.fixes import fixes_of
from briefer.roundtrip import read_deck
from briefer.storyboard import edits
from briefer.storyboard.form import BriefingFile, format_briefing, parse_briefing
from briefer.storyboard.history import History
from tests.builders import make_briefing, make_card, make_event
from tests.preflight.cases.making import light, made

_BARE = make_event("event/bare", title="Uncited talks", note=None)
_CARD = make_card("event", [_BARE])


def _built() -> Built:
    return made(_CARD, _BARE)


def _let(built: Built, *checks: str) -> Built:
    """Return a built briefing that overrides checks."""
    briefing = built.briefing
    for check in checks:
        edit = override(briefing, check, reason="Agreed", by="Ann", at="2024-01-02T09:00:00Z")
        briefing = edit.briefing
    return replace(built, briefing=briefing)


def test_an_error_holds_the_export_back_and_nothing_is_written(tmp_path: Path) -> None:
    """The message names check, slide and the way out."""
    with pytest.raises(ExportError, match=r"\(uncited\).*Slide 1: .*no citation") as raised:
        export_deck(_built(), light(), tmp_path / "deck.pptx")
    assert "override" in raised.value.hint
    assert list(tmp_path.iterdir()) == []


def test_an_overridden_error_lets_it_go_and_the_deck_tells(tmp_path: Path) -> None:
    """The manifest names the check, and neither the reason nor who."""
    target = tmp_path / "deck.pptx"
    built = _let(_built(), "uncited", "titles")
    export_deck(built, light(), target)
    assert len(Presentation(str(target)).slides)
    manifest = read_deck(target).manifest
    assert manifest is not None
    assert manifest.briefing.overrides == ("uncited",)
    assert [d.name for d in overridden(built.findings, built.briefing)] == ["uncited"]


def test_another_override_lets_nothing_go() -> None:
    """Only the check that reports the error counts."""
    built = _let(_built(), "titles")
    assert [finding.check for finding in blocking(built.findings, built.briefing)] == ["uncited"]


def test_a_later_decision_takes_the_earlier_ones_place() -> None:
    """One reason stands for a check."""
    briefing = _let(_built(), "uncited", "uncited").briefing
    assert len(briefing.decisions) == 1
    again = override(briefing, "uncited", reason="New", by="", at="").briefing
    assert overrides(again)["uncited"].reason == "New"
    assert len(again.decisions) == 1


def test_a_decision_is_kept_in_the_file_and_can_be_undone() -> None:
    """The file reads back as it was; undo takes the decision away."""
    briefing = _let(_built(), "uncited").briefing
    text = format_briefing(BriefingFile(briefing))
    assert parse_briefing(text, name="a.briefing", kinds=["event"]).briefing == briefing
    edit = override(make_briefing(_CARD), "uncited", reason="Agreed", by="Ann", at="")
    history = History(make_briefing(_CARD)).do(edit)
    assert history.briefing.decisions
    assert history.undo().briefing.decisions == ()


def test_findings_are_the_same_after_undo_and_redo() -> None:
    """They follow from the briefing alone."""
    first = _built()
    (finding,) = [f for f in first.findings if f.check == "uncited"]
    (fix,) = fixes_of(finding, first.briefing, first.records)
    history = History(first.briefing).do(fix.edit)
    mended = made(history.briefing, _BARE).findings
    assert finding not in mended
    undone = history.undo()
    assert made(undone.briefing, _BARE).findings == first.findings
    assert made(undone.redo().briefing, _BARE).findings == mended
    titled = History(first.briefing).do(edits.set_title(first.briefing, 0, "Long " * 40))
    assert made(titled.undo().briefing, _BARE).findings == first.findings
