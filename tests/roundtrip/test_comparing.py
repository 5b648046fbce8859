"""What became of shapes since the export: edited, moved, renamed, deleted, copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.util import Inches

from briefer.roundtrip import Compared, compare, copied, read_deck
from briefer.roundtrip.comparing import ComparedShape, ComparedSlide
from tests.roundtrip.decks import MANIFEST, parts_of, rewritten


@pytest.fixture
def deck(sample: Path) -> Deck:
    """Return the sample, opened to be edited as a person would in PowerPoint."""
    return Presentation(str(sample))


def after(deck: Deck, target: Path) -> Compared:
    """Return what became of a deck that was edited and saved."""
    deck.save(str(target))
    found = read_deck(target)
    assert found.manifest is not None
    return compare(found, found.manifest)


def points(deck: Deck) -> Shape:
    """Return the key points of the bottom-line slide."""
    shapes = (shape for slide in deck.slides for shape in slide.shapes)
    return next(s for s in shapes if isinstance(s, Shape) and s.name == "Key points")


def result(compared: Compared) -> ComparedShape:
    """Return what became of the key points."""
    shapes = (shape for slide in compared.slides for shape in slide.shapes)
    return next(shape for shape in shapes if shape.facts.name == "Key points")


def states(slide: ComparedSlide) -> set[str]:
    """Return the states of all shapes of a slide."""
    return {shape.state for shape in slide.shapes}


def changed(compared: Compared) -> list[str]:
    """Return the names of the shapes that do not stand as exported."""
    return [s.facts.name for x in compared.slides for s in x.shapes if s.state != "as exported"]


def test_untouched_deck_is_as_exported(deck: Deck, tmp_path: Path) -> None:
    """Opening and saving changes nothing."""
    compared = after(deck, tmp_path / "deck.pptx")
    assert changed(compared) == []
    assert compared.added == ()
    assert all(slide.found and slide.found.notes == slide.facts.notes for slide in compared.slides)


def test_one_changed_word_is_one_changed_claim(deck: Deck, tmp_path: Path) -> None:
    """The other paragraphs of the shape stand as exported."""
    run = points(deck).text_frame.paragraphs[1].runs[0]
    run.text = run.text + " Perhaps."
    compared = after(deck, tmp_path / "deck.pptx")
    assert changed(compared) == ["Key points"]
    claims = [(claim.at, state) for claim, state in result(compared).claims]
    assert [at for at, state in claims if state == "changed"] == ["2"]


def test_new_look_is_no_change(deck: Deck, tmp_path: Path) -> None:
    """Runs split and coloured, the box moved, a paragraph of one's own added: the claims stand."""
    frame = points(deck).text_frame
    run = frame.paragraphs[0].runs[0]
    words, run.text = run.text, run.text[:9]
    run.font.bold = True
    rest = frame.paragraphs[0].add_run()
    rest.text = words[9:]
    run._r.addnext(rest._r)
    frame.add_paragraph().text = "A point of one's own"
    points(deck).left = Inches(1)
    compared = after(deck, tmp_path / "deck.pptx")
    assert changed(compared) == []


def test_renamed_shape_is_known_by_its_tags(deck: Deck, tmp_path: Path) -> None:
    """A person may name shapes as they like."""
    points(deck).name = "Meine Punkte"
    assert changed(after(deck, tmp_path / "deck.pptx")) == []


def test_deleted_shape_is_gone(deck: Deck, tmp_path: Path) -> None:
    """What was deleted is told, and nothing else."""
    element = points(deck).element
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    compared = after(deck, tmp_path / "deck.pptx")
    assert changed(compared) == ["Key points"]
    assert {state for _, state in result(compared).claims} == {"gone"}


def test_moved_slides_are_known_again(deck: Deck, tmp_path: Path) -> None:
    """The last slide put first, everything stands, elsewhere."""
    listing = deck.element.sldIdLst
    listing.insert(0, listing[-1])
    compared = after(deck, tmp_path / "deck.pptx")
    assert changed(compared) == []
    last = compared.slides[-1]
    assert last.found
    assert last.found.number == 1
    assert {shape.slide for shape in last.shapes} == {1}


def test_deleted_and_added_slides_are_told(deck: Deck, tmp_path: Path) -> None:
    """A slide that is gone takes its claims along; a new one is no export of ours."""
    listing = deck.element.sldIdLst
    deck.part.drop_rel(listing[2].rId)
    listing.remove(listing[2])
    deck.part.rename_slide_parts([entry.rId for entry in listing])
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Our own view"
    compared = after(deck, tmp_path / "deck.pptx")
    assert [slide.facts.number for slide in compared.slides if "gone" in states(slide)] == [3]
    assert [slide.title for slide in compared.added] == ["Our own view"]


def test_slides_with_new_ids_are_known_by_their_words(sample: Path, tmp_path: Path) -> None:
    """Two slides that have swapped ids and lost their tags are still told apart."""
    parts = parts_of(sample)
    main = parts["ppt/presentation.xml"]
    swapped = main.replace(b'id="257"', b'id="x"').replace(b'id="258"', b'id="257"')
    tags: dict[str, bytes | None] = {name: None for name in parts if name.startswith("ppt/tags/")}
    path = rewritten(
        sample,
        tmp_path / "deck.pptx",
        {**tags, "ppt/presentation.xml": swapped.replace(b'id="x"', b'id="258"')},
    )
    found = read_deck(path)
    assert found.manifest is not None
    assert not found.tagged
    compared = compare(found, found.manifest)
    assert changed(compared) == []
    assert [slide.found.number for slide in compared.slides[:4] if slide.found] == [1, 2, 3, 4]


def test_shape_of_another_briefing_is_told(sample: Path, tmp_path: Path) -> None:
    """A shape pasted from another deck of ours is told by its tags, not taken for one of this."""
    manifest = read_deck(sample).manifest
    assert manifest is not None
    own = manifest.briefing.digest.encode()
    parts = parts_of(sample)
    foreign = parts["ppt/tags/tag1.xml"].replace(own, b"0123456789abcdef")
    path = rewritten(sample, tmp_path / "deck.pptx", {"ppt/tags/tag1.xml": foreign})
    (one,) = copied(read_deck(path))
    assert one.tagged.briefing == "0123456789abcdef"
    assert one.claims[0][1] == "as exported"
    assert MANIFEST in parts
