"""Networks and chains of the bundled library, as exported: glued lines, names, one alt text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from briefer import paths, pipeline
from briefer.storyboard.briefing import Card
from briefer.template.reader import read_template
from tests.end_to_end.exports import briefing_of, built_from, card, deck_problems, page_problems
from tests.overriding import overriding
from tests.package_rules import A, P

_CHARGES = "relation/department-of-justice-charges-chinese-entities-october"
_SANCTIONS = "relation/department-of-the-treasury-sanctions-sanctioned-mexican-participants"
_LAUNCHED = "relation/united-states-launched-global-coalition"
_SUPPLY = "relation/chinese-precursor-producers-supplies-mexican-drug-cartels"
_ONWARD = "relation/mexican-drug-cartels-supplies-united-states"
_CARDS = (
    card("network", [_CHARGES, _SANCTIONS, _LAUNCHED]),
    card("network", [_SUPPLY, _ONWARD], text={"form": "chain", "return": f"Money[@{_ONWARD}]"}),
    card("network", ["actor/china"], title="Who deals with China"),
    card("network", ["actor/department-of-justice", "actor/ofac"], title="No ties"),
)


def _built(cards: tuple[Card, ...], template: str) -> pipeline.Built:
    return built_from(paths.bundled_store(), briefing_of(cards), template=template)


@pytest.mark.parametrize("template", ["light", "sans", "high-contrast"])
def test_the_deck_is_sound(template: str, tmp_path: Path) -> None:
    """No rule of packages or pages is broken on any house template."""
    built = _built(_CARDS, template)
    assert page_problems(built) == []
    assert not [f for f in built.findings if f.severity == "error"]
    assert deck_problems(built, tmp_path / "deck.pptx", template=template) == []


def test_lines_are_glued_to_the_shapes_of_their_actors(tmp_path: Path) -> None:
    """In PowerPoint a line follows its actors: it names their shape ids, inside the group too."""
    built = _built(_CARDS[:2], "light")
    look = read_template(paths.bundled_templates() / "light.pptx")
    pipeline.export_deck(overriding(built), look, tmp_path / "deck.pptx")
    deck = Presentation(str(tmp_path / "deck.pptx"))
    network, chain = list(deck.slides)[:2]
    assert _glued(network.element) == [
        ("Node: Department of Justice", "Node: Chinese entities indicted in October 2023"),
        (
            "Node: Department of the Treasury",
            "Node: Participants in the drug supply chain, in Mexico",
        ),
        (
            "Node: United States",
            "Node: Global Coalition to Address Synthetic Drug Threats",
        ),
    ]
    assert _glued(chain.element) == [
        (
            "Node: Producers and exporters of precursors in China",
            "Node: Mexican drug cartels",
        ),
        ("Node: Mexican drug cartels", "Node: United States"),
    ]


def test_one_alternative_text_tells_the_whole_diagram(tmp_path: Path) -> None:
    """The group is told in sentences; what is inside it is named and needs no text of its own."""
    built = _built(_CARDS[:1], "light")
    look = read_template(paths.bundled_templates() / "light.pptx")
    pipeline.export_deck(overriding(built), look, tmp_path / "deck.pptx")
    slide = Presentation(str(tmp_path / "deck.pptx")).slides[0]
    (group,) = slide.element.iter(f"{P}grpSp")
    told = group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr")
    assert told.startswith("Network diagram. The Department of Justice charges ")
    assert told.endswith("Full description in the speaker notes.")
    assert "Synthetic Drug Threats (July 2023)." in slide.notes_slide.notes_text_frame.text
    inner = [e for e in group.iter(f"{P}cNvPr") if e.getparent().tag != f"{P}nvGrpSpPr"]
    assert all(element.get("name") for element in inner)
    assert not any(element.get("descr") for element in inner)
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    assert "The Department of Justice charges" in notes.text


def _glued(slide: etree._Element) -> list[tuple[str, ...]]:
    """Return the names of the shapes that each line with two ends is glued to."""
    names = {item.get("id", ""): item.get("name", "") for item in slide.iter(f"{P}cNvPr")}
    found = []
    for line in slide.iter(f"{P}cxnSp"):
        glue = line.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr")
        ends = [] if glue is None else [end for end in glue if end.tag != f"{A}cxnSpLocks"]
        if len(ends) == 2:
            found.append(tuple(names[end.get("id", "")] for end in ends))
    return found
