"""Tests of the whole chain on the bundled library: the sample briefing, from store to file."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.slide import Slide

from briefer import paths, pipeline
from briefer.compose import SLIDE_KINDS
from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import Page
from briefer.records import Actor, Event, PartialDate
from briefer.records.gathered import Gathered
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Card, Section
from briefer.storyboard.files import load_briefing
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.model import Template
from briefer.template.reader import read_template
from tests.package_rules import package_problems
from tests.rendering import needs_libreoffice, page_count, page_texts, render_pdf

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def light() -> Template:
    """Return the light house template."""
    return read_template(paths.bundled_templates() / "light.pptx")


def built_sample(template: Template) -> pipeline.Built:
    """Return the bundled sample briefing, built on a template."""
    briefing, snapshot = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        records = pipeline.gather(store, briefing, snapshot)
    return pipeline.build(briefing, records, template)


@pytest.fixture(scope="module")
def sample(light: Template) -> pipeline.Built:
    """Return the sample on the light template."""
    return built_sample(light)


@pytest.fixture(scope="module")
def deck(sample: pipeline.Built, light: Template, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the exported sample."""
    target = tmp_path_factory.mktemp("deck") / "sample.pptx"
    pipeline.export_deck(sample, light, target, author="Staff")
    return target


def superscripts(slide: Slide) -> Iterator[str]:
    """Yield the superscript texts of a slide, in groups and tables too."""
    for run in slide.element.iter(f"{DRAWING}r"):
        properties, text = run.find(f"{DRAWING}rPr"), run.find(f"{DRAWING}t")
        if properties is not None and text is not None and properties.get("baseline") == "30000":
            yield str(text.text).replace("\N{WORD JOINER}", "")


def numbers_in(marker: str) -> set[int]:
    """Return the numbers a marker shows, ranges spelt out."""
    found: set[int] = set()
    for part in marker.split(","):
        first, _, last = part.partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_the_sample_uses_every_kind_on_some_two_dozen_slides(sample: pipeline.Built) -> None:
    """The bundled briefing shows what Briefer can do."""
    assert {page.kind for page in sample.pages} == set(SLIDE_KINDS)
    assert 20 <= len(sample.pages) <= 28
    assert not [finding for finding in sample.findings if finding.severity != "note"]


@pytest.mark.parametrize("name", list(HOUSE_TEMPLATES))
def test_the_deck_is_sound_on_every_house_template(name: str, tmp_path: Path) -> None:
    """No duplicate part or shape id, nothing dangling, nothing a validator refuses."""
    template = read_template(paths.bundled_templates() / HOUSE_TEMPLATES[name].file)
    target = tmp_path / "deck.pptx"
    pipeline.export_deck(built_sample(template), template, target)
    assert package_problems(target) == []
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    assert [str(error) for error in result.errors] == []


def test_the_deck_opens_with_titles_in_their_placeholders(
    deck: Path, sample: pipeline.Built
) -> None:
    """Each slide has its own title where readers and screen readers look for it."""
    slides = Presentation(str(deck)).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title]
    assert titles == [page.title for page in sample.pages]
    assert len(set(titles)) == len(titles)


def test_every_number_on_a_slide_is_in_the_sources_and_the_notes(deck: Path) -> None:
    """A marker leads to a source line, a sources slide and a full citation in the notes."""
    slides = list(Presentation(str(deck)).slides)
    listed = {
        int(match)
        for slide in slides
        for shape in slide.placeholders
        if shape.name.startswith("Notes column")
        for match in re.findall(r"^(\d+)\t", shape.text_frame.text, flags=re.MULTILINE)
    }
    shown: set[int] = set()
    for slide in slides:
        here = {number for marker in superscripts(slide) for number in numbers_in(marker)}
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        for number in here:
            assert f"[{number}] " in notes.text
        lines = [s.text_frame.text for s in slide.placeholders if s.name == "Source line"]
        assert not here or all(f"{number}" in lines[0] for number in here)
        shown |= here
    assert shown <= listed
    assert listed == set(range(1, len(listed) + 1))


def test_properties_name_title_author_and_topics(deck: Path, sample: pipeline.Built) -> None:
    """The file's properties are the briefing's own, topics in words."""
    properties = Presentation(str(deck)).core_properties
    assert properties.title == sample.briefing.title
    assert properties.author == "Staff"
    assert properties.language == "en-US"
    assert "United States and China" in properties.keywords.split(", ")


def test_two_exports_are_the_same_bytes(
    deck: Path, sample: pipeline.Built, light: Template, tmp_path: Path
) -> None:
    """The same briefing and library give the same file."""
    again = tmp_path / "again.pptx"
    pipeline.export_deck(sample, light, again, author="Staff")
    assert again.read_bytes() == deck.read_bytes()


def test_the_report_counts_what_was_written(
    sample: pipeline.Built, light: Template, tmp_path: Path
) -> None:
    """Slides, citations, sources and findings are those of the deck."""
    report = pipeline.export_deck(sample, light, tmp_path / "deck.pptx")
    slides = Presentation(str(report.path)).slides
    assert report.slides == len(slides)
    assert report.sources == 2
    assert report.citations == len(sample.deck.references)
    assert report.findings == sample.findings


@needs_libreoffice
def test_the_deck_renders_with_as_many_pages_as_slides(
    deck: Path, sample: pipeline.Built, tmp_path: Path
) -> None:
    """LibreOffice shows every slide, and every title on its own page."""
    pdf = render_pdf(deck, tmp_path)
    assert page_count(pdf) == len(sample.pages)
    for page, words in zip(sample.pages, page_texts(pdf), strict=True):
        assert set(page.title.split()) <= set(words.split())


def test_an_uncited_record_is_marked_on_its_slide(light: Template) -> None:
    """A claim without a source is shown as such and found, whatever kind it is put on."""
    for kind in ("event", "bluf", "table", "timeline"):
        event = Event(
            id="event/mine",
            title="Something nobody can source",
            event_type="legislative.hearing",
            date=PartialDate.parse("2023-05"),
        )
        card = Card(kind, records=(event.id,))
        briefing = Briefing("Mine", sections=(Section("One", (card,)),))
        built = pipeline.build(briefing, Gathered((event,)), light)
        shown = " ".join(words for page in built.pages for words in page_words(page))
        assert "[uncited]" in shown, kind
        assert [f.record for f in built.findings if f.check == "uncited"] == [event.id]


def page_words(page: Page) -> Iterator[str]:
    """Yield the words of a page's paragraphs."""
    for paragraph in paragraphs_of(page.boxes):
        yield "".join(run.text for run in paragraph.runs)


def test_a_snapshot_stands_in_for_records_the_store_lacks(light: Template) -> None:
    """A briefing opens on a laptop whose library lacks its records; the library's own win."""
    carried = Actor(id="actor/new", name="A New Office", actor_type="office")
    changed = Actor(id="actor/rahul-gupta", name="Somebody Else", actor_type="person")
    cards = tuple(Card("actor", records=(ref,)) for ref in ("actor/new", "actor/rahul-gupta"))
    briefing = Briefing("Carried", sections=(Section("One", cards),))
    with Store.open(paths.bundled_store(), read_only=True) as store:
        records = pipeline.gather(store, briefing, (carried, changed))
    assert records["actor/new"] == carried
    assert records["actor/rahul-gupta"].label == "Rahul Gupta"
    built = pipeline.build(briefing, records, light)
    assert not [finding for finding in built.findings if finding.check == "missing-record"]


def test_a_record_nobody_holds_is_a_finding_and_not_an_error(light: Template) -> None:
    """A card whose record is gone still makes a slide that says so."""
    card = Card("event", records=("event/gone",))
    briefing = Briefing("Gone", sections=(Section("One", (card,)),))
    built = pipeline.build(briefing, Gathered(), light)
    assert len(built.pages) == 1
    assert "event/gone" in " ".join(page_words(built.pages[0]))
    assert [finding.check for finding in built.findings] == ["missing-record"]


def test_an_unknown_style_gives_way_to_the_house_style(light: Template) -> None:
    """A briefing made by a Briefer with more styles is still shown, and says so."""
    briefing = Briefing("Styled", style="elsewhere")
    built = pipeline.build(briefing, Gathered(), light)
    assert [(f.check, f.severity) for f in built.findings] == [("style", "warning")]


def test_a_template_with_other_fonts_is_told(sample: pipeline.Built) -> None:
    """Fonts without a table of widths are measured as the house's, which is a finding."""
    light = read_template(paths.bundled_templates() / HOUSE_TEMPLATES["light"].file)
    other = dataclasses.replace(light, minor_font="Comic Neue")
    built = pipeline.build(sample.briefing, sample.records, other)
    (found,) = (finding for finding in built.findings if finding.check == "font")
    assert found.severity == "warning"
    assert "Comic Neue" in found.message


def test_pages_that_did_not_change_stay_the_same_objects(light: Template) -> None:
    """A word on one slide leaves the others' pages as they were, so that their pictures stand."""
    cards = (Card("title"), Card("section", title="One"), Card("section", title="Two"))
    other = (*cards[:2], Card("section", title="Two changed"))
    before, built = (
        pipeline.build(Briefing("A", sections=(Section("S", c),)), Gathered(()), light)
        for c in (cards, other)
    )
    kept = pipeline.keeping(built, before)
    same = [page is old for page, old in zip(kept.pages, before.pages, strict=True)]
    assert kept == built
    assert same == [True, True, False]
    assert pipeline.keeping(built, None) is built
