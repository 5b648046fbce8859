"""Tables: real, with a header row, without merged or blank cells.

In: an opened deck. Out: faults. Must not know: XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.accessibility.base import DeckRule, Fault
from briefer.accessibility.model import OpenedDeck, Shape, Slide, Table

LEAST_LINES = 3
"""Lines with gaps from which text looks like a table."""
LONGEST_LEAD = 4
"""Characters before a gap that may number the items of a list."""
_GAP = re.compile(r"\t+| {4,}")


def _tables(deck: OpenedDeck) -> Iterator[tuple[Slide, Shape, Table]]:
    for slide in deck.slides:
        for shape in slide.walk():
            if shape.table is not None:
                yield slide, shape, shape.table


def no_header(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield tables without a header row, or with an empty one."""
    for slide, shape, table in _tables(deck):
        if not table.header:
            yield Fault(
                "The table has no header row.",
                slide,
                shape,
                "Tick Header Row in Table Design, and name each column.",
            )
        elif table.rows and not any(cell.text.strip() for cell in table.rows[0]):
            yield Fault("The header row is empty.", slide, shape, "Name each column.")


def merged(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield tables with merged or split cells."""
    for slide, shape, table in _tables(deck):
        count = sum(cell.merged for row in table.rows for cell in row)
        if count:
            yield Fault(
                f"{count} cells of the table are merged.",
                slide,
                shape,
                "Split them, and repeat what they say in each row.",
            )


def blank(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield tables with blank cells; of a header row the first cell may be blank."""
    for slide, shape, table in _tables(deck):
        places = [
            (row, column)
            for row, line in enumerate(table.rows, start=1)
            for column, cell in enumerate(line, start=1)
            if not cell.text.strip() and not cell.merged and (row, column) != (1, 1)
        ]
        if places:
            row, column = places[0]
            more = f" and {len(places) - 1} more are" if len(places) > 1 else " is"
            yield Fault(
                f"Row {row}, column {column}{more} blank.",
                slide,
                shape,
                "Write “none”, “not known” or a dash.",
            )


def typed(deck: OpenedDeck) -> Iterator[Fault]:
    """Yield text that is set as a table with tabs or spaces."""
    for slide in deck.slides:
        for shape in slide.spoken():
            lines = [line for one in shape.paragraphs for line in one.text.split("\n")]
            if sum(map(_has_columns, lines)) >= LEAST_LINES:
                yield Fault(
                    "The text looks like a table made of tabs or spaces.",
                    slide,
                    shape,
                    "Insert a table, so that its rows and columns can be heard.",
                )


def _has_columns(line: str) -> bool:
    """Return whether gaps part a line as columns; one gap behind a number or a letter does not."""
    parts = _GAP.split(line.strip())
    return len(parts) > 2 or (len(parts) == 2 and len(parts[0]) > LONGEST_LEAD)


RULES = (
    DeckRule(
        "table-header",
        "Every table has a header row",
        "error",
        "Screen readers say the column's name before each cell; without a header row they cannot.",
        "WCAG 1.3.1; MS; AED 8",
        (7,),
        ("1.3.1",),
        no_header,
    ),
    DeckRule(
        "table-merged",
        "No cells are merged",
        "warning",
        "In a table with merged cells the keyboard goes astray and columns are named wrongly.",
        "WCAG 1.3.1; MS; HHS 3; PE",
        (8,),
        ("1.3.1", "1.3.2"),
        merged,
    ),
    DeckRule(
        "table-blank",
        "No cell is blank",
        "warning",
        "A blank cell sounds like the end of the table, or like something that was forgotten.",
        "HHS 3; PE",
        (8,),
        ("1.3.1",),
        blank,
    ),
    DeckRule(
        "table-typed",
        "No table is made of tabs or spaces",
        "warning",
        "It is read line by line, so that columns run into one another.",
        "WCAG 1.3.1, 1.3.2; AED 8; PE",
        (7, 8),
        ("1.3.1", "1.3.2"),
        typed,
    ),
)
