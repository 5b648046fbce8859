"""What a deck shows of its marking: banners, portions, block, notice, colours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide

from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import TextBox
from briefer.pipeline import Built
from briefer.storyboard.briefing import Card
from tests.marked.decks import RAID, TALKS, briefing, built, exported, records

_FULL = "CUI//SP-SUB/LEI//FED ONLY"
_BLOCK = (
    ("contact", "A. Staff, 202-555-0100"),
    ("controlled-by", "ONDCP"),
    ("office", "Supply Reduction"),
)


def _marked(profile: str, marking: str, talks: str | None = None, **settings: str) -> Built:
    of = briefing(profile=profile, marking=marking, **settings)
    return built(replace(of, designation=_BLOCK), records(talks))


def _slides(made: Built, tmp_path: Path) -> list[Slide]:
    return list(Presentation(str(exported(made, tmp_path / "deck.pptx"))).slides)


def _texts(made: Built) -> list[str]:
    return [p.text for page in made.pages for p in paragraphs_of(page.boxes) if p.text]


@pytest.mark.parametrize(
    ("profile", "marking", "banner"),
    [
        ("nara", _FULL, _FULL),
        ("dod", _FULL, "CUI"),
        ("tlp", "TLP:AMBER", "TLP:AMBER"),
        ("custom", "Staff only", "Staff only"),
    ],
)
def test_the_banner_is_a_placeholder_on_every_slide(
    profile: str, marking: str, banner: str, tmp_path: Path
) -> None:
    """Top and bottom of each slide hold it as real text of their own."""
    for slide in _slides(_marked(profile, marking), tmp_path):
        words = {
            shape.placeholder_format.idx: shape.text_frame.text
            for shape in slide.placeholders
            if shape.placeholder_format.idx in (12, 13)
        }
        assert words == {12: banner, 13: banner}
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        assert f"MARKING: {banner}" in notes.text


def test_a_tlp_label_stands_in_its_colour_on_black(tmp_path: Path) -> None:
    """The band is black and the label as its rules colour it, at 12 pt or more."""
    slide = _slides(_marked("tlp", "TLP:AMBER", talks="TLP:GREEN"), tmp_path)[1]
    for idx in (12, 13):
        band = next(s for s in slide.placeholders if s.placeholder_format.idx == idx)
        run = band.text_frame.paragraphs[0].runs[0]
        assert str(run.font.color.rgb) == "FFC000"
        assert str(band.fill.fore_color.rgb) == "000000"
        assert run.font.size is None or run.font.size.pt >= 12


def test_further_restrictions_stand_beside_a_tlp_label() -> None:
    """TLP wants them in header and footer."""
    of = briefing(profile="tlp", marking="TLP:AMBER")
    of = replace(of, designation=(("restrictions", "Members of the working group"),))
    assert built(of, records()).deck.marking == "TLP:AMBER | Members of the working group"


def test_portions_are_marked_throughout_where_one_is() -> None:
    """Title, rows and subtitle carry their marks, what is public says so."""
    made = _marked("nara", _FULL, talks="CUI//SP-SUB", subtitle="What happened")
    texts = _texts(made)
    assert "(U) Drugs" in texts
    assert "(U) What happened" in texts
    assert "(CUI//SP-SUB) Two events" in texts
    rows = [text for text in texts if "held" in text or "raided" in text]
    assert sorted(rows) == ["(CUI//SP-SUB) Talks were held", "(U) A laboratory was raided"]
    assert [page.title for page in made.pages][1] == "(CUI//SP-SUB) Two events"


@pytest.mark.parametrize(
    ("profile", "marking", "talks"),
    [("nara", _FULL, None), ("tlp", "TLP:AMBER", "TLP:AMBER"), ("", "CUI", "CUI")],
)
def test_without_marked_records_or_portions_no_portion_is_marked(
    profile: str, marking: str, talks: str | None
) -> None:
    """A banner alone marks no portions, nor do profiles that have none."""
    texts = _texts(_marked(profile, marking, talks))
    assert "Two events" in texts
    assert not [text for text in texts if text.startswith(("(U)", "(CUI", "(TLP"))]


def test_a_dod_portion_tells_no_category() -> None:
    """It says CUI or U."""
    texts = _texts(_marked("dod", _FULL, talks="CUI//SP-SUB"))
    assert "(CUI) Talks were held" in texts


def test_a_cards_marking_marks_staffs_own_words() -> None:
    """Own words and reworded records carry it, records in their own words do not."""
    card = Card(
        "table",
        title="Two events",
        records=(TALKS, RAID),
        text=((TALKS, "We were told of talks"),),
        options=(("marking", "CUI//PRIVILEGE"),),
    )
    texts = _texts(built(briefing(card, profile="nara", marking="CUI//PRIVILEGE"), records()))
    assert "(CUI//PRIVILEGE) Two events" in texts
    assert "(CUI//PRIVILEGE) We were told of talks" in texts
    assert "(U) A laboratory was raided" in texts


def test_the_block_stands_on_the_title_slide(tmp_path: Path) -> None:
    """All lines are real text, in order, in the placeholder of the layout."""
    for profile, expected in (
        ("nara", ["Controlled by: ONDCP", "Office: Supply Reduction", "Category: SP-SUB, LEI"]),
        ("dod", ["Controlled by: ONDCP", "Controlled by: Supply Reduction"]),
    ):
        folder = tmp_path / profile
        folder.mkdir()
        first = _slides(_marked(profile, _FULL), folder)[0]
        place = next(s for s in first.placeholders if s.placeholder_format.idx == 21)
        lines = [paragraph.text for paragraph in place.text_frame.paragraphs]
        assert lines[: len(expected)] == expected
        assert lines[-1].endswith("202-555-0100")


def test_without_a_title_slide_the_first_slide_has_the_block(tmp_path: Path) -> None:
    """It is one line of real text under the title of the first slide, and of no other."""
    cards = (Card("table", records=(TALKS,)), Card("table", records=(RAID,)))
    of = briefing(*cards, profile="nara", marking="CUI", legend="Draft")
    of = replace(of, designation=(("controlled_by", "ONDCP"),))
    notices = [
        [s.text_frame.text for s in slide.shapes if isinstance(s, Shape) and s.name == "Notice"]
        for slide in _slides(built(of, records()), tmp_path)
    ]
    assert notices[0] == ["Draft | Controlled by: ONDCP"]
    assert notices[1] == ["Draft"]


def test_a_long_block_takes_the_room_of_the_column() -> None:
    """It grows upward over the free part of its column, and stays on the slide."""
    of = briefing(profile="dod", marking=_FULL)
    lines = (*_BLOCK, *((f"Note {n}", "words " * 12) for n in range(3)))
    made = built(replace(of, designation=tuple(sorted(lines))), records())
    assert len([page for page in made.pages if page.kind == "title"]) == 1
    assert not made.pages[0].shortened


def test_legend_and_embargo_have_a_line_of_their_own() -> None:
    """They are on every page, and never in the banner."""
    made = _marked("custom", "SBU", legend="Draft", embargo="2026-12-01T10:00-05:00")
    assert made.deck.marking == "SBU"
    line = "Draft | Embargoed until 10:00 a.m. EST, December 1, 2026"
    for page in made.pages:
        notices = [box for box in page.boxes if box.name == "Notice"]
        assert [p.text for p in paragraphs_of(notices)] == [line]


def test_an_unmarked_deck_is_as_it_was() -> None:
    """No band, no notice, no portion, and slides that are the very same objects."""
    made = built(briefing(), records())
    names = {box.name for page in made.pages for box in page.boxes}
    assert not {name for name in names if name.startswith(("Marking", "Notice", "Designation"))}
    assert all(slide.mark == "" for slide in made.deck.slides)


def test_the_caption_of_a_chart_carries_its_mark() -> None:
    """It adds up what its records carry, though the caption names none of them."""
    card = Card("chart", records=(TALKS, RAID), options=(("by", "month"),))
    of = briefing(Card("title"), card, profile="nara", marking="CUI//LEI")
    made = built(of, records(raid="CUI//LEI"))
    captions = [
        paragraph.text
        for box in made.pages[1].boxes
        if isinstance(box, TextBox) and box.place == "heading"
        for paragraph in box.paragraphs
    ]
    assert captions[0].startswith("(CUI//LEI) ")
