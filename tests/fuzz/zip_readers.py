"""The readers of zip and XML, of briefings and of documents, for fuzzing.

In: nothing. Out: `READERS`. A reader does all that a command or a window does with the file, so
that what is read lazily is read too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from briefer import paths
from briefer.accessibility import findings_of, read_deck_for_rules, report_json, report_of
from briefer.compose import SLIDE_KINDS
from briefer.documents import read_document
from briefer.errors import BriefingFileError, DeckError, DocumentError, TemplateError
from briefer.roundtrip import compare, copied, read_deck
from briefer.storyboard.files import load_briefing
from briefer.storyboard.form import format_briefing, parse_briefing
from briefer.template.reader import read_template
from tests.documents.making import pdf, small_word
from tests.fuzz.reader import Reader


def template(path: Path) -> None:
    """Read a template, and ask it for all its colours."""
    found = read_template(path)
    for layout in found.layouts:
        found.rgb(layout.background)


def deck(path: Path) -> None:
    """Read a deck back and compare it with its manifest."""
    found = read_deck(path)
    copied(found)
    if found.manifest:
        compare(found, found.manifest)


def rules(path: Path) -> None:
    """Check a deck by all rules and write the report of it."""
    opened = read_deck_for_rules(path)
    findings_of(opened)
    json.dumps(report_json(report_of(opened)))


def document(path: Path) -> None:
    """Read a document as text."""
    assert isinstance(read_document(path).text, str)


def briefing(path: Path) -> None:
    """Load a briefing; written and read again it is the same."""
    file = load_briefing(path, kinds=SLIDE_KINDS)
    assert parse_briefing(format_briefing(file), name="again", kinds=SLIDE_KINDS) == file


def _template_seeds() -> Mapping[str, bytes]:
    folder = paths.bundled_templates()
    return {name: (folder / name).read_bytes() for name in ("light.pptx", "high-contrast.pptx")}


def _document_seeds() -> Mapping[str, bytes]:
    page = b"<html><head><title>a</title></head><body><p>b <sup><a href='#1'>1</a></sup></p></body>"
    return {"letter.docx": small_word(), "paper.pdf": pdf(["One line"]), "page.html": page}


def _briefing_seeds() -> Mapping[str, bytes]:
    return {"sample.briefing": paths.sample_briefing().read_bytes()}


READERS = (
    Reader("template", template, _template_seeds, "zip", ".pptx", (TemplateError,)),
    Reader("deck", deck, _template_seeds, "zip", ".pptx", (DeckError,)),
    Reader("rules", rules, _template_seeds, "zip", ".pptx", (DeckError,)),
    Reader("document", document, _document_seeds, "bytes", ".bin", (DocumentError,)),
    Reader("briefing", briefing, _briefing_seeds, "json", ".briefing", (BriefingFileError,)),
)
