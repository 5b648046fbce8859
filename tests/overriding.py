"""Briefings whose errors are overridden by name, for tests of how decks with flaws are written."""

from __future__ import annotations

from dataclasses import replace

from briefer.pipeline import Built
from briefer.preflight.blocking import blocking, check_of, override


def overriding(built: Built) -> Built:
    """Return a built briefing after a person has overridden each check that holds it back."""
    briefing = built.briefing
    for name in dict.fromkeys(check_of(f) for f in blocking(built.findings, briefing)):
        edit = override(briefing, name, reason="Known", by="Staff", at="2024-01-02T09:00:00Z")
        briefing = edit.briefing
    return replace(built, briefing=briefing)
