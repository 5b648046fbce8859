"""From agenda to contact, as exported: live links, named sections, honest provenance."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from briefer import pipeline
from briefer.records import Citation, Locator, Source, Statement
from briefer.store import Store
from briefer.storyboard.briefing import Briefing, Section
from tests.end_to_end.exports import built_from, card, deck_problems, page_problems, words_of
from tests.package_rules import P14, A, R

_QUOTES = tuple(
    Statement(
        id=f"statement/{name}",
        text=words,
        statement_type="quotation",
        speaker_label="An official",
        citations=(Citation("source/note", Locator("note", str(number))),),
    )
    for number, (name, words) in enumerate(
        (("first", "We will act on every link."), ("second", "Demand comes first.")), 1
    )
)
_BRIEFING = Briefing(
    "Deck",
    date="May 2024",
    sections=(
        Section(
            "Summary", (card("title"), card("agenda", text={"decision": "Which?", "time": "1 h"}))
        ),
        Section(
            "Supply",
            (
                card("section", title="Supply begins abroad", text={"summary": "In short."}),
                card("quote", ["statement/first"], title="An official says they will act"),
            ),
        ),
        Section("Demand", (card("quote", ["statement/second"], title="An official names demand"),)),
        Section(
            "Contact",
            (
                card(
                    "contact", text={"contacts": "The Office\nask@example.gov, https://example.gov"}
                ),
            ),
        ),
    ),
)


def _built(folder: Path, text: str = "", template: str = "light") -> pipeline.Built:
    """Return the briefing built on a library of two quotations; `text` is their source's."""
    store = folder / "store.sqlite"
    with Store.create(store) as opened:
        opened.add_all((Source(id="source/note", csl_type="report", title="A note"), *_QUOTES))
        if text:
            opened.attach_text("source/note", text, name="note.txt")
    return built_from(store, _BRIEFING, template=template)


def _links(slide: Slide) -> dict[str, str]:
    """Return what each linked run of a slide leads to: an address, or a slide's part."""
    found = {}
    for run in slide.element.iter(f"{A}r"):
        for click in run.iter(f"{A}hlinkClick"):
            part = slide.part.rels[click.get(f"{R}id", "")]
            target = part.target_ref if part.is_external else str(part.target_part.partname)
            found[str(run.findtext(f"{A}t"))] = target
    return found


@pytest.mark.parametrize("template", ["light", "high-contrast"])
def test_the_deck_is_sound_and_its_links_live(tmp_path: Path, template: str) -> None:
    """Agenda numbers lead to their sections, addresses to web and mailbox; no page spills."""
    built = _built(tmp_path, template=template)
    target = tmp_path / "deck.pptx"
    assert page_problems(built) == []
    assert deck_problems(built, target, template=template) == []
    deck = Presentation(str(target))
    assert [page.kind for page in built.pages][1:6] == [
        "agenda",
        "section",
        "quote",
        "quote",
        "contact",
    ]
    agenda, contact = deck.slides[1], deck.slides[5]
    assert _links(agenda) == {"3–4": "/ppt/slides/slide3.xml", "5": "/ppt/slides/slide5.xml"}
    assert _links(contact) == {
        "ask@example.gov": "mailto:ask@example.gov",
        "https://example.gov": "https://example.gov",
    }
    assert [shape.name for shape in agenda.shapes if shape.has_table] == ["Agenda table"]
    assert _sections(deck) == ["Summary", "Supply", "Demand", "Contact", "Sources"]


def _sections(deck: Deck) -> list[str]:
    """Return the names of PowerPoint's sections."""
    return [str(section.get("name")) for section in deck.element.iter(f"{P14}section")]


def test_provenance_tells_what_was_compared(tmp_path: Path) -> None:
    """Without a text nothing is checked; with one, each quotation is found in it or not."""
    folders = [tmp_path / name for name in ("none", "one", "both")]
    for folder in folders:
        folder.mkdir()
    first, second = (quote.text for quote in _QUOTES)
    texts = ("", f"He said: {first}", f"{first} Then: {second}")
    told = [
        words_of(next(page for page in _built(folder, text).pages if page.kind == "contact"))
        for folder, text in zip(folders, texts, strict=True)
    ]
    assert "Quotations 2, word for word as the library holds them" in told[0]
    assert "Quotations checked 1 of 2 found in the text of their source" in told[1]
    assert "Quotations checked 2 of 2 found in the text of their source" in told[2]
    assert all("1 work, 2 pinpoints" in words for words in told)
    # The texts are compared with, they are not in the deck: its fingerprint is the same.
    marks = {words.split("Deck fingerprint ")[1][:12] for words in told}
    assert len(marks) == 1
