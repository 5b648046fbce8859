"""The readers of zip and XML, of briefings and of documents, for fuzzing.

In: nothing. Out: `READERS`. A reader does all that a command or a window does with the file, so
that what is read lazily is read too.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

from briefer import pipeline
from briefer.accessibility import findings_of, read_deck_for_rules, report_json, report_of
from briefer.cli.inspect import inspect_command
from briefer.compose import SLIDE_KINDS
from briefer.documents import read_document
from briefer.errors import (
    BriefingFileError,
    DeckError,
    DocumentError,
    ExportError,
    TemplateError,
)
from briefer.roundtrip import copied, read_deck
from briefer.storyboard.files import load_briefing
from briefer.storyboard.form import format_briefing, parse_briefing
from briefer.storyboard.journal import first_line, format_journal, parse_journal
from briefer.template.reader import read_template
from tests.fuzz.limits import Limits
from tests.fuzz.outward import outward
from tests.fuzz.reader import Reader
from tests.fuzz.zip_seeds import (
    briefings,
    decks,
    documents,
    journals,
    small_briefing,
    templates,
)


def template(path: Path) -> None:
    """Read a template, and ask it for the colours of its levels."""
    found = read_template(path)
    for layout in found.layouts:
        found.rgb(layout.background)
        for placeholder in layout.placeholders:
            found.rgb(placeholder.level(1).color)


def export(path: Path) -> None:
    """Export a small briefing on a template; the deck refers to nothing outside."""
    look = read_template(path)
    built = pipeline.build(*small_briefing(), look)
    target = path.with_name("exported.pptx")
    pipeline.export_deck(replace(built, findings=()), look, target, overwrite=True)
    found = outward(target)
    assert not found, found


def preview(path: Path) -> None:
    """Paint the pages of a small briefing on a template."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from briefer.draw.application import painting_application
    from briefer.draw.image import render_page

    look = read_template(path)
    built = pipeline.build(*small_briefing(), look)
    application = painting_application()
    for page in built.pages:
        assert not render_page(page, look, width_px=160).isNull(), application


def deck(path: Path) -> None:
    """Read a deck back, compare it with its manifest and print all of it."""
    found = read_deck(path)
    copied(found)
    for options in ([], ["--json"]) if found.ours else ():
        inspect_command.main([str(path), *options], standalone_mode=False)


def rules(path: Path) -> None:
    """Check a deck by all rules and make the report of it."""
    opened = read_deck_for_rules(path)
    findings_of(opened)
    json.dumps(report_json(report_of(opened)))


def document(path: Path) -> None:
    """Read a document as text."""
    read_document(path).text.encode("utf-8")


def briefing(path: Path) -> None:
    """Load a briefing; written and read again it is the same."""
    file = load_briefing(path, kinds=SLIDE_KINDS)
    assert parse_briefing(format_briefing(file), name="again", kinds=SLIDE_KINDS) == file


def journal(path: Path) -> None:
    """Read the steps of a journal whose checksum is right, and go all of them back and forth."""
    text = path.read_bytes().decode("utf-8", "replace")
    found = parse_journal(f"{first_line(text)}\n{text}", name=path.name, kinds=SLIDE_KINDS)
    history = found.history
    for _ in range(3):
        for _ in found.history.past + found.history.future:
            history = history.undo()
        for _ in found.history.past + found.history.future:
            history = history.redo()
    format_journal(replace(found, history=history))


READERS = (
    Reader("template", template, templates, "zip", ".pptx", (TemplateError,)),
    Reader("export", export, templates, "zip", ".pptx", (TemplateError, ExportError)),
    Reader("preview", preview, templates, "zip", ".pptx", (TemplateError,)),
    Reader("deck", deck, decks, "zip", ".pptx", (DeckError,)),
    Reader("rules", rules, decks, "zip", ".pptx", (DeckError,), Limits(20, 800)),
    Reader("document", document, documents, "bytes", ".html", (DocumentError,)),
    Reader("briefing", briefing, briefings, "json", ".briefing", (BriefingFileError,)),
    Reader("journal", journal, journals, "json", ".undo", (BriefingFileError,)),
)
