"""No text, however strange, yields a deck that PowerPoint would repair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from briefer.geometry import Frame
from briefer.layout.boxes import Page, PictureBox, Properties
from briefer.writers.clean import one_line, run_text
from briefer.writers.pptx import write_deck
from tests.package_rules import package_problems
from tests.writers.builders import CONTENT, page, small_template, table, text, title

WORDS = st.one_of(
    st.text(max_size=30),
    st.text(st.characters(), max_size=30),
    st.text("\x00\x01\x0b\x0c\x1f\x7f\x85\u2028\ud800\udfff\ufffe\uffff<>&\"' ", max_size=12),
    st.sampled_from(["العربية", "芬太尼前体", "👩‍⚖️🇲🇽", "_x0001_", "]]>", "\u202eabc", "a\tb\nc"]),
)


Write = Callable[[Page, Properties], Path]


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Write:
    """Return what writes one page on the small template and returns the file."""
    folder = tmp_path_factory.mktemp("any")
    template = small_template(folder / "small.pptx")

    def write_page(content: Page, properties: Properties) -> Path:
        target = folder / "any.pptx"
        write_deck([content], template, target, properties=properties, overwrite=True)
        return target

    return write_page


@settings(max_examples=40, deadline=None)
@given(words=WORDS, other=WORDS, notes=WORDS)
def test_any_text_yields_a_sound_package(write: Write, words: str, other: str, notes: str) -> None:
    """Titles, bodies, cells, names, alternative texts, notes, sections and properties alike."""
    boxes = (
        text(other, idx=1, name=words),
        text(words, name=other),
        replace(table((words, other), (other, words)), alt=f"Table. {words}"),
    )
    content = page(1, *boxes, layout=CONTENT, notes=notes, section=words)
    content = replace(content, title=words, boxes=(title(words), *boxes))
    target = write(content, Properties(words, other, words, notes))
    assert package_problems(target) == []
    slide = Presentation(str(target)).slides[0]
    assert slide.placeholders[1].text_frame.text == run_text(other)


def test_line_breaks_and_tabs_become_spaces() -> None:
    """Layout measured words with spaces between them; a break would move the lines."""
    assert run_text("12\tA, n. 8\nnext") == "12\tA, n. 8 next"
    assert one_line("one\r\ntwo\tthree\u2028four\x00") == "one two three four"


def test_picture_of_another_kind_is_a_bug(write: Write) -> None:
    """Only PNG and JPEG leave layout."""
    box = PictureBox("Map", Frame(0, 0, 1, 1), b"GIF89a", "A map.")
    with pytest.raises(ValueError, match="neither PNG nor JPEG"):
        write(page(1, box), Properties("x"))


def test_what_reads_from_the_right_is_told_so(write: Write) -> None:
    """Its paragraph has a direction and stands at the right; the others are told theirs."""
    arabic, english = "يجب على الجميع", "All must act"
    box = text(arabic, idx=1, name="Body")
    both = replace(box, paragraphs=(*box.paragraphs, *text(english, idx=1).paragraphs))
    content = page(1, title("Title"), both, layout=CONTENT)
    slide = Presentation(str(write(content, Properties("T")))).slides[0]
    first, second = slide.placeholders[1].text_frame.paragraphs
    found = [
        (p._p.xpath("string(a:pPr/@rtl)"), p._p.xpath("string(a:pPr/@algn)"))
        for p in (first, second)
    ]
    assert found == [("1", "r"), ("0", "l")]
    assert not slide.shapes.title.text_frame.paragraphs[0]._p.xpath("a:pPr/@rtl")


def test_a_range_of_numbers_is_not_broken_by_viewers(write: Write) -> None:
    """A raised dash holds its two numbers together; a dash in a sentence is left alone."""
    box = text("from 1–5", idx=1)
    (paragraph,) = box.paragraphs
    (run,) = paragraph.runs
    marker = replace(run, text="1–5", superscript=True)
    box = replace(box, paragraphs=(replace(paragraph, runs=(run, marker)),))
    content = page(1, title("Title"), box, layout=CONTENT)
    slide = Presentation(str(write(content, Properties("T")))).slides[0]
    runs = slide.placeholders[1].text_frame.paragraphs[0].runs
    assert [run.text for run in runs] == ["from 1–5", "1–\u20605"]


def test_words_in_two_scripts_are_marked_as_two_languages(write: Write) -> None:
    """In table headings as elsewhere; together they are still the same words."""
    content = page(1, title("T"), table(("Law 芬太尼 (b)", "x"), ("1", "2")), layout=CONTENT)
    slide = Presentation(str(write(content, Properties("T")))).slides[0]
    (shape,) = (one for one in slide.shapes if one.has_table)
    cell = shape.table.cell(0, 0)
    runs = cell.text_frame.paragraphs[0].runs
    languages = [run._r.rPr.get("lang") for run in runs]
    assert languages == ["en-US", "zh-CN", "en-US"]
    assert cell.text_frame.text == "Law 芬太尼 (b)"
