"""The speaker notes of a page, as text: what to say, its claims and their sources.

Form: design page "slides", section 8. One page's notes hold the claims and numbers of that page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.content import Block, Chart, Picture, Reference, Slide
from briefer.layout.blocks.table_rows import BLANK
from briefer.layout.body import numbers_in, paragraphs_of
from briefer.layout.boxes import Box, Paragraph, PictureBox, TableBox, TextBox


def speaker_notes(
    slide: Slide, boxes: Sequence[Box], references: Sequence[Reference], marking: str
) -> str:
    """Return the notes of a page, sections parted by blank lines."""
    parts = [
        "\n".join((heading, *lines)) for heading, lines in note_sections(slide, boxes, references)
    ]
    return "\n\n".join((*parts, *((f"MARKING: {marking}",) if marking else ())))


def note_sections(
    slide: Slide, boxes: Sequence[Box], references: Sequence[Reference]
) -> list[tuple[str, list[str]]]:
    """Return the sections of a page's notes that are not empty: heading and lines of each."""
    shown = numbers_in(boxes)
    by_number = {reference.number: reference for reference in references}
    sections = [
        ("SAY", [slide.say] if slide.say else []),
        ("CLAIMS ON THIS SLIDE", list(_claims(boxes))),
        (
            "SOURCES ON THIS SLIDE",
            [f"[{n}] {by_number[n].full}" for n in shown if n in by_number],
        ),
        ("QUOTATIONS", _quotations(slide, shown)),
        ("PICTURES", _pictures(slide, boxes)),
        ("DATA", [line for block in slide.blocks for line in _data(block)]),
        ("RECORDS", [", ".join(slide.records)] if slide.records else []),
        ("NOT IN THE LIBRARY", [", ".join(slide.missing)] if slide.missing else []),
    ]
    return [(heading, lines) for heading, lines in sections if lines]


def _claims(boxes: Sequence[Box]) -> Iterator[str]:
    """Yield each claim with its numbers in brackets: a paragraph, a table's row, a key figure."""
    figure = ""
    for box in boxes:
        if isinstance(box, TableBox):
            yield from _row_claims(box)
            continue
        for paragraph in paragraphs_of((box,)):
            words = " ".join(paragraph.text.split())
            if words and (paragraph.said or _numbers(paragraph)):
                yield f"{figure}{_with_numbers(paragraph)}"
            figure = f"{words}: " if _is_figure(box) else ""


def _with_numbers(paragraph: Paragraph) -> str:
    """Return a paragraph's words with its numbers in brackets where its markers stand."""
    if paragraph.said:
        return f"{' '.join(paragraph.said.split())}{_listed(_numbers(paragraph))}"
    told = (_listed(run.numbers) if run.numbers else run.text for run in paragraph.runs)
    return " ".join("".join(told).split())


def _listed(numbers: Sequence[int]) -> str:
    """Return numbers in brackets, a space before them, "" for none."""
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _is_figure(box: Box) -> bool:
    """Return whether a box holds the number of a key figure, whose meaning is the next box."""
    return isinstance(box, TextBox) and box.name.startswith("Number")


def _row_claims(table: TableBox) -> Iterator[str]:
    """Yield each row under the header as a claim; the cells are parted by semicolons."""
    for row in table.rows[1:]:
        paragraphs = [p for cell in row for p in cell.paragraphs if p.role != BLANK]
        numbers = sorted({number for paragraph in paragraphs for number in _numbers(paragraph)})
        told = ("".join(run.text for run in p.runs if not run.numbers) for p in paragraphs)
        words = "; ".join(" ".join(text.split()) for text in told if text.strip())
        if numbers and words:
            yield f"{words}{_listed(numbers)}"


def _numbers(paragraph: Paragraph) -> tuple[int, ...]:
    """Return the cite numbers of a paragraph, ascending."""
    return tuple(sorted({n for run in paragraph.runs for n in run.numbers}))


def _pictures(slide: Slide, boxes: Sequence[Box]) -> list[str]:
    """Return the licences of the slide's pictures, which their owners ask to be told."""
    shown = {box.alt for box in boxes if isinstance(box, PictureBox)}
    pictures = [block for block in slide.blocks if isinstance(block, Picture)]
    words = [(" ".join(block.alt.split()), " ".join(block.licence.split())) for block in pictures]
    return [f"{alt}: {licence}" for alt, licence in words if alt in shown and licence]


def _quotations(slide: Slide, shown: Sequence[int]) -> list[str]:
    """Return the slide's quotations in full whose numbers stand on this page."""
    lines = []
    for quotation in slide.quotations:
        if set(quotation.mark.numbers) & set(shown) or not quotation.mark.numbers:
            numbers = ", ".join(map(str, quotation.mark.numbers)) or "uncited"
            lines.append(f"“{quotation.text}” {quotation.attribution} [{numbers}]")
    return lines


def _data(block: Block) -> Iterator[str]:
    """Yield the data of a chart as text, one series a line, no value rounded or left out."""
    if not isinstance(block, Chart):
        return
    yield f"{block.heading} ({block.unit})" if block.unit else block.heading
    for series in block.series:
        told = (
            f"{category} {'no value' if value is None else _exact(value)}"
            for category, value in zip(block.categories, series.values, strict=True)
        )
        yield f"{series.name or 'Values'}: {'; '.join(told)}"


def _exact(value: float) -> str:
    """Return every digit of a value."""
    digits = f"{value:,.15g}"
    return digits.replace("-", "\N{MINUS SIGN}", 1) if value < 0 else digits
