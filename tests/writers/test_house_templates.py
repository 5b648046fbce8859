"""Decks on the house templates: every layout, every placeholder filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from briefer.geometry import Color
from briefer.layout.boxes import Box, Page, Paragraph, Run, TableBox, TextBox
from briefer.paths import bundled_templates
from briefer.template.house import HOUSE_TEMPLATES
from briefer.template.model import LevelStyle, Placeholder, Template, TemplateLayout
from briefer.template.reader import read_template
from briefer.writers.pptx import write_deck
from tests.package_rules import A, P, package_problems
from tests.rendering import needs_libreoffice, page_count, page_texts, render_pdf
from tests.writers.builders import PROPERTIES, table

TEXT = ("title", "ctrTitle", "subTitle", "body", "ftr", "dt", "sldNum")


@pytest.fixture(params=list(HOUSE_TEMPLATES))
def template(request: pytest.FixtureRequest) -> Template:
    """Return each house template."""
    return read_template(bundled_templates() / f"{request.param}.pptx")


def filled(template: Template) -> list[Page]:
    """Return a page for every layout, with words in all its placeholders."""
    return [
        Page(
            number,
            f"slide-{number}",
            "text",
            layout.name,
            layout.name,
            tuple(_boxes(layout)),
            Color("bg1"),
            notes=f"SAY {layout.name}",
            section=layout.name,
        )
        for number, layout in enumerate(template.layouts, start=1)
    ]


def _boxes(layout: TemplateLayout) -> Iterator[Box]:
    for place in layout.placeholders:
        if place.type == "tbl":
            yield table(("Date", "Action"), ("March", "A call"), idx=place.idx)
        elif place.type in TEXT:
            yield _words(place, layout.name)


def _words(place: Placeholder, words: str) -> TextBox:
    text = words if place.type in ("title", "ctrTitle") else place.name
    paragraphs = tuple(
        Paragraph((_run(f"{text} {level}", style),), style, level)
        for level, style in enumerate(place.levels[:2], start=1)
    )
    return TextBox(
        place.name,
        place.frame,
        paragraphs[: 1 if "itle" in place.type else 2],
        place.idx,
        place.type,
        place.anchor,
        place.insets,
        fill=place.fill,
        outline=place.outline,
    )


def _run(text: str, style: LevelStyle) -> Run:
    return Run(
        text,
        style.font,
        style.size,
        style.color,
        bold=style.bold,
        italic=style.italic,
        caps=style.caps,
        tracking=style.tracking,
    )


def test_every_layout_makes_a_sound_slide(template: Template, tmp_path: Path) -> None:
    """The package test and the schema validator find nothing on any layout."""
    target = tmp_path / "all.pptx"
    write_deck(filled(template), template, target, properties=PROPERTIES)
    assert package_problems(target) == []
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(target)
    assert [str(error) for error in result.errors] == []
    titles = [slide.shapes.title.text for slide in Presentation(str(target)).slides]
    assert titles == [f"{layout.name} 1" for layout in template.layouts]


def test_text_in_its_level_s_style_carries_no_formatting(
    template: Template, tmp_path: Path
) -> None:
    """A slide whose words look as the layout says follows the template when it changes."""
    target = tmp_path / "plain.pptx"
    write_deck(filled(template), template, target, properties=PROPERTIES)
    for slide in Presentation(str(target)).slides:
        for shape in slide.element.iter(f"{P}sp"):
            mark = next(shape.iter(f"{P}ph"))
            if mark.get("type") not in ("ftr", "dt", "sldNum"):
                assert len(shape.find(f"{P}spPr")) == 0
                assert {len(run) for run in shape.iter(f"{A}rPr")} <= {0}
                assert {tuple(run.attrib) for run in shape.iter(f"{A}rPr")} <= {("lang",)}


def test_house_table_style_rules_the_tables(template: Template, tmp_path: Path) -> None:
    """Tables take the template's rules; nothing is drawn on their cells."""
    target = tmp_path / "tables.pptx"
    write_deck(filled(template), template, target, properties=PROPERTIES)
    tables = [
        node for slide in Presentation(str(target)).slides for node in slide.element.iter(f"{A}tbl")
    ]
    assert tables
    for node in tables:
        assert all(len(cell) == 0 for cell in node.iter(f"{A}tcPr"))


@needs_libreoffice
def test_house_slides_render_with_their_words(tmp_path: Path) -> None:
    """LibreOffice shows each layout's title and, where it has one, footer and table."""
    template = read_template(bundled_templates() / "light.pptx")
    target = tmp_path / "light.pptx"
    pages = filled(template)
    write_deck(pages, template, target, properties=PROPERTIES)
    pdf = render_pdf(target, tmp_path)
    assert page_count(pdf) == len(pages)
    for page, words in zip(pages, page_texts(pdf), strict=True):
        for box in page.boxes:
            if isinstance(box, TableBox):
                assert "March" in words
            elif isinstance(box, TextBox) and box.ph_type == "ftr":
                assert box.paragraphs[0].text in words
        assert page.title.split()[0].casefold() in words.casefold()
