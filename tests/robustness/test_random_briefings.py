"""Whatever a briefing says, its deck keeps every rule and PowerPoint has nothing to repair."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer import paths, pipeline
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.end_to_end.exports import deck_problems
from tests.overriding import overriding
from tests.rendering import needs_libreoffice, page_texts, render_pdf
from tests.robustness.briefings import KINDS, Drawn, briefings
from tests.robustness.rules import Judged, breaches

TEMPLATES = {
    name: read_template(paths.bundled_templates() / house.file)
    for name, house in HOUSE_TEMPLATES.items()
}
NAMES = st.sampled_from(sorted(TEMPLATES))

# The same briefings every time: a build must not depend on luck; `benchmarks.robustness` explores.
ANY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def built(drawn: Drawn, template: Template) -> pipeline.Built:
    """Return a drawn briefing with its pages."""
    return pipeline.build(drawn.briefing, drawn.records, template)


@settings(ANY, max_examples=25)
@given(drawn=briefings(), name=NAMES)
def test_any_briefing_keeps_every_rule(drawn: Drawn, name: str) -> None:
    """In place, legible, cited, titled and whole."""
    assert breaches(Judged(built(drawn, TEMPLATES[name]), TEMPLATES[name])) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
@settings(ANY, max_examples=12)
@given(data=st.data(), name=NAMES)
def test_any_briefing_of_a_kind_keeps_every_rule(
    kind: object, data: st.DataObject, name: str
) -> None:
    """Each kind by itself, a new one as soon as it is registered."""
    drawn = data.draw(briefings([known for known in KINDS if known is kind]))
    assert breaches(Judged(built(drawn, TEMPLATES[name]), TEMPLATES[name])) == []


@settings(ANY, max_examples=8)
@given(drawn=briefings(), name=NAMES)
def test_any_briefing_makes_a_sound_deck(
    tmp_path_factory: pytest.TempPathFactory, drawn: Drawn, name: str
) -> None:
    """The package rules, the validator and python-pptx have nothing to say."""
    target = tmp_path_factory.mktemp("deck") / "deck.pptx"
    assert deck_problems(built(drawn, TEMPLATES[name]), target, template=name) == []


@pytest.mark.slow
@settings(ANY, max_examples=20)
@given(drawn=briefings(), name=NAMES)
def test_many_briefings_make_sound_decks(
    tmp_path_factory: pytest.TempPathFactory, drawn: Drawn, name: str
) -> None:
    """The same over more; `python -m benchmarks.robustness` tries hundreds."""
    made = built(drawn, TEMPLATES[name])
    assert breaches(Judged(made, TEMPLATES[name])) == []
    target = tmp_path_factory.mktemp("deck") / "deck.pptx"
    assert deck_problems(made, target, template=name) == []


@needs_libreoffice
@settings(ANY, max_examples=3)
@given(drawn=briefings(), name=NAMES)
def test_any_briefing_renders_every_page(
    tmp_path_factory: pytest.TempPathFactory, drawn: Drawn, name: str
) -> None:
    """LibreOffice opens the deck, and every page shows its slide's number or words."""
    folder: Path = tmp_path_factory.mktemp("deck")
    made = built(drawn, TEMPLATES[name])
    pipeline.export_deck(overriding(made), TEMPLATES[name], folder / "deck.pptx")
    texts = page_texts(render_pdf(folder / "deck.pptx", folder))
    assert len(texts) == len(made.pages)
    assert all(text.strip() for text in texts)
