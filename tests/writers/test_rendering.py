"""What LibreOffice shows of a deck: as many pages as slides, with their words and fields."""

from __future__ import annotations

from pathlib import Path

from briefer.writers.pptx import write_deck
from tests.rendering import needs_libreoffice, page_count, page_texts, render_pdf
from tests.writers.builders import PROPERTIES, every_kind_of_page, small_template


@needs_libreoffice
def test_every_page_is_rendered(tmp_path: Path) -> None:
    """No page is lost and each shows its title, its text and its table."""
    template = small_template(tmp_path / "small.pptx")
    target = tmp_path / "deck.pptx"
    write_deck(every_kind_of_page(), template, target, properties=PROPERTIES)
    pdf = render_pdf(target, tmp_path)
    assert page_count(pdf) == 5
    texts = page_texts(pdf)
    assert all(f"Finding {number}" in text for number, text in enumerate(texts, start=1))
    assert "A claim." in texts[0]
    assert "March" in texts[2]
