"""Nothing in an export leads out of it but links of the web and mailboxes, and nothing in it acts.

Every slide kind is exported in every form, with hostile words in every field that a person or an
imported file can fill; then all parts of what was written are looked through.
`python -m benchmarks.hostile_exports` does it hundreds of times.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefer import paths, pipeline
from briefer.compose.names import known_as
from briefer.layout.body import runs_in
from briefer.records.gathered import Gathered
from briefer.template.reader import read_template
from tests.builders import make_actor, make_event, make_source
from tests.end_to_end.exports import briefing_of, card
from tests.fuzz.other_exports import links_of
from tests.fuzz.other_forms import tried
from tests.fuzz.other_poison import poisoned
from tests.overriding import overriding

TEMPLATE = read_template(paths.bundled_templates() / "light.pptx")


def test_no_export_leads_elsewhere_or_does_anything(tmp_path: Path) -> None:
    """Deck, its report, PDF, handout: relationships, actions, fields, formulas, scripts."""
    spoiled = poisoned(2, cards=8)
    built = overriding(pipeline.build(spoiled.briefing, spoiled.records, TEMPLATE))
    found, counts = tried(built, TEMPLATE, tmp_path)
    assert found == []
    assert counts["links of decks"] > 2
    assert counts["links of PDFs"] > 10


def test_an_address_that_is_not_linked_is_printed_and_told(tmp_path: Path) -> None:
    """Of a source's URL, its DOI and what staff write: the words stay, and a check says so."""
    hostile = "http://user:secret@example.org/a"
    source = replace(make_source(), url=hostile, doi="10.1/\u202ea")
    records = Gathered([make_event(), source])
    claim = card("event", [make_event().id])
    desk = card("contact", text={"contacts": f"Desk\n{hostile} mailto:desk@example.org"})
    built = pipeline.build(briefing_of([claim, desk]), records, TEMPLATE)
    told = [finding for finding in built.findings if finding.check == "link-scheme"]
    assert [finding.record for finding in told].count(source.id) == 2
    assert any(hostile in finding.message for finding in told if finding.record is None)
    printed = [run for page in built.pages for run in runs_in(page.boxes) if hostile in run.text]
    assert printed
    assert not any(run.underline for run in printed)
    target = tmp_path / "deck.pptx"
    pipeline.export_deck(overriding(built), TEMPLATE, target)
    assert links_of(target) == ["mailto:desk@example.org"]


def test_a_name_that_begins_with_a_comma_has_no_last_name() -> None:
    """It was sought before the comma, where there is none."""
    assert known_as(make_actor(name=", Jr.")) == (", Jr.",)
