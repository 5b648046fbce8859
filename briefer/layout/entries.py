"""On which page each cite number is resolved. In: pages. Out: page numbers by cite number."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.layout.body import paragraphs_of
from briefer.layout.boxes import Page, Paragraph, TextBox


def entry_pages(pages: Iterable[Page]) -> dict[int, int]:
    """Return for each cite number the page on which its entry in the list of sources stands."""
    found: dict[int, int] = {}
    for page in pages:
        lists = [box for box in page.boxes if isinstance(box, TextBox) and box.tag == "list"]
        for paragraph in paragraphs_of(lists):
            number = _entry_number(paragraph)
            if number is not None:
                found.setdefault(number, page.number)
    return found


def _entry_number(paragraph: Paragraph) -> int | None:
    """Return the number that a paragraph of the list of sources hangs from, None for others."""
    if len(paragraph.runs) < 2:
        return None
    first, second = paragraph.runs[:2]
    hangs = second.text.startswith("\t") and first.text.isdecimal() and not first.superscript
    return int(first.text) if hangs else None
