"""Finished pages as Markdown for pandoc, and pandoc started on it.

    python -m benchmarks.peers.markdown PAGES.json DECK.md

In: pages as `peers/pages.py` tells them. Out: titles, paragraphs, lists, tables, notes and links.
Places, shapes and charts have no words in Markdown: shapes go, charts become tables.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#^~|$@])")


def document(deck: dict[str, Any]) -> str:
    """Return a deck as a Markdown document, a heading of the second level to each slide."""
    return "\n\n".join(block for page in deck["pages"] for block in _page(page)) + "\n"


def _page(page: dict[str, Any]) -> Iterator[str]:
    yield f"## {_plain(page['title'])}"
    for box in page["boxes"]:
        if not box.get("title"):
            yield from _box(box)
    if page["notes"]:
        words = "\n\n".join(_plain(part) for part in page["notes"].splitlines() if part.strip())
        yield f"::: notes\n{words}\n:::"


def _box(box: dict[str, Any]) -> Iterator[str]:
    match box["type"]:
        case "text":
            yield from filter(None, map(_paragraph, box["paragraphs"]))
        case "table":
            rows = [
                [" ".join(map(_inline, cell["paragraphs"])) for cell in row] for row in box["rows"]
            ]
            yield _table(rows)
        case "chart":
            heads = ["", *(_plain(series["name"]) for series in box["series"])]
            values = zip(*(series["values"] for series in box["series"]), strict=True)
            cells = (
                [_plain(category), *(str(value) for value in row)]
                for category, row in zip(box["categories"], values, strict=True)
            )
            yield _table([heads, *cells])
        case "group":
            for child in box["children"]:
                yield from _box(child)


def _paragraph(paragraph: dict[str, Any]) -> str:
    words = _inline(paragraph).strip()
    return f"- {words}" if words and paragraph["bullet"] else words


def _inline(paragraph: dict[str, Any]) -> str:
    return "".join(map(_run, paragraph["runs"]))


def _run(run: dict[str, Any]) -> str:
    words = _plain(run["text"])
    if not words.strip():
        return words
    if run.get("raised"):
        return f"^{words.strip()}^"
    if run.get("bold"):
        words = f"**{words.strip()}** "
    return f"[{words}]({run['url']})" if run.get("url") else words


def _table(rows: list[list[str]]) -> str:
    heads, *others = rows
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *others))


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split("\n")))


if __name__ == "__main__":
    told = document(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    Path(sys.argv[2]).write_text(told, encoding="utf-8")
