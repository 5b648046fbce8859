"""How results are printed: whole records as JSON, or plain text in columns.

In: plain values. Out: standard output. Must not know: the store, or what a record means.
"""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

import click

from briefer.cli.failures import plain

GAP = "  "


def print_json(value: object) -> None:
    """Print a value as JSON, in UTF-8 whatever the terminal's encoding.

    A lone surrogate, which UTF-8 cannot hold, becomes the JSON escape that means it.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1)
    click.echo(text.encode("utf-8", errors="backslashreplace"))


def print_line(text: str = "") -> None:
    """Print one line; characters that the terminal's encoding lacks become `?`."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, errors="replace").decode(encoding))


def width() -> int | None:
    """Return the terminal's width in columns, or None where output goes to a file or a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else None


def print_table(rows: Iterable[Sequence[str]], *, heads: Sequence[str], wide: int) -> None:
    """Print rows in aligned columns under their heads.

    On a terminal the column number `wide` is shortened so that a row stays on one line; in a
    file nothing is shortened.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    room = width()
    if room is not None:
        others = sum(widths) - widths[wide] + len(GAP) * (len(widths) - 1)
        widths[wide] = min(widths[wide], max(room - others, 24))
    for row in (heads, *cells):
        parts = (_fitted(cell, size).ljust(size) for cell, size in zip(row, widths, strict=True))
        print_line(GAP.join(parts).rstrip())


def _fitted(cell: str, size: int) -> str:
    """Return the cell, shortened with an ellipsis if it is longer than the column."""
    return cell if len(cell) <= size else cell[: size - 1].rstrip() + "…"


def print_fields(fields: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Print named fields, each with one or more paragraphs, the names in a column of their own."""
    shown = [(name, [plain(line) for line in lines]) for name, lines in fields]
    indent = max((len(name) for name, _ in shown), default=0) + len(GAP)
    room = max((width() or 100) - indent, 30)
    for name, lines in shown:
        head = name.ljust(indent)
        for line in lines:
            for piece in textwrap.wrap(line, room, break_on_hyphens=False) or [""]:
                print_line((head + piece).rstrip())
                head = " " * indent
