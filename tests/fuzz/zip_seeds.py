"""Valid files for fuzzing: small, for they are read thousands of times, and of many kinds of parts.

In: nothing. Out: bytes by file name. Must not know: readers.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
from lxml import etree
from pypdf import PdfReader, PdfWriter

from briefer import paths, pipeline
from briefer.compose import SLIDE_KINDS
from briefer.records.gathered import Gathered
from briefer.store import Store
from briefer.storyboard import edits
from briefer.storyboard.briefing import Briefing
from briefer.storyboard.files import BriefingFile, load_briefing
from briefer.storyboard.form import format_briefing
from briefer.storyboard.history import History
from briefer.storyboard.journal import Journal, format_journal
from briefer.template.reader import read_template
from tests.accessibility.decks import clean_deck
from tests.documents.making import pdf, small_word, word
from tests.fuzz.spoiling_zip import parts_in, zipped

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
_LAYOUTS = "ppt/slideLayouts/"
_KINDS = ("title", "figures", "table", "chart")
_NEEDED = (
    "Title", "Figure 1", "Figures 3", "Table", "Chart", "Sources", "Sources continued",
)  # fmt: skip


@cache
def small_briefing() -> tuple[Briefing, Gathered]:
    """Return a briefing of a few cards of the sample, and their records."""
    whole, snapshot = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    chosen = {card.kind: card for card in reversed(whole.cards) if card.kind in _KINDS}
    cards = tuple(replace(chosen[kind], records=chosen[kind].records[:3]) for kind in _KINDS)
    briefing = replace(whole, sections=(replace(whole.sections[0], cards=cards),), decisions=())
    with Store.open(paths.bundled_store(), read_only=True) as store:
        return briefing, pipeline.gather(store, briefing, snapshot)


@cache
def templates() -> Mapping[str, bytes]:
    """Return a template with few layouts, and a whole one."""
    house = (paths.bundled_templates() / "light.pptx").read_bytes()
    return {"small.pptx": with_layouts(house, _NEEDED), "light.pptx": house}


@cache
def decks() -> Mapping[str, bytes]:
    """Return a deck of Briefer on few layouts, and one of another program."""
    with tempfile.TemporaryDirectory() as folder:
        look, target = Path(folder) / "small.pptx", Path(folder) / "deck.pptx"
        look.write_bytes(templates()["small.pptx"])
        template = read_template(look)
        built = pipeline.build(*small_briefing(), template)
        pipeline.export_deck(replace(built, findings=()), template, target)
        ours = target.read_bytes()
    other = io.BytesIO()
    clean_deck().save(other)
    used = ("Title Slide", "Two Content", "Title Only")
    return {"ours.pptx": ours, "other.pptx": with_layouts(other.getvalue(), used)}


def with_layouts(data: bytes, names: Iterable[str]) -> bytes:
    """Return a package with the layouts of these names only, and without pictures of itself."""
    parts = dict(parts_in(data))
    kept = set(names)
    layouts = [name for name in parts if name.startswith(f"{_LAYOUTS}slideLayout")]
    gone = {part for part in layouts if _name(parts[part]) not in kept}
    rels, master = etree.fromstring(parts[_RELS]), etree.fromstring(parts[_MASTER])
    for relation in list(rels):
        if _LAYOUTS + relation.get("Target", "").rpartition("/")[2] in gone:
            for entry in list(master.iter(f"{_P}sldLayoutId")):
                holder = entry.getparent()
                if holder is not None and entry.get(f"{_R}id") == relation.get("Id"):
                    holder.remove(entry)
            rels.remove(relation)
    types = etree.fromstring(parts["[Content_Types].xml"])
    for override in list(types):
        if override.get("PartName", "").lstrip("/") in gone:
            types.remove(override)
    changed = {_RELS: rels, _MASTER: master, "[Content_Types].xml": types}
    return zipped(
        [
            (name, etree.tostring(changed[name]) if name in changed else content)
            for name, content in parts.items()
            if name not in gone and f"{name.rpartition('/_rels/')[2][:-5]}" not in _bare(gone)
        ]
    )


def _bare(parts: Iterable[str]) -> set[str]:
    return {part.rpartition("/")[2] for part in parts}


def _name(layout: bytes) -> str:
    sheet = etree.fromstring(layout).find(f"{_P}cSld")
    return "" if sheet is None else sheet.get("name", "")


@cache
def documents() -> Mapping[str, bytes]:
    """Return a document of each form, and some with all that a form has."""
    page = (
        b"<!DOCTYPE html><html><head><meta charset=utf-8><title>a</title></head><body><nav>n</nav>"
        b"<h1>Title</h1><p>One &amp; two<sup><a href='#1'>1</a></sup> <q>said</q><br>there</p>"
        b"<table><tr><td>a</td><td><p>b</p></td></tr></table><ul><li>c</ul><div hidden>d</div>"
    )
    return {
        "letter.docx": _thin(small_word()),
        "report.docx": _thin(_report()),
        "paper.pdf": pdf(["One line", "of a broken sen-", "tence"], ["Another page"]),
        "locked.pdf": _locked(pdf(["A line"])),
        "page.html": page,
        "note.txt": "A note, of two lines\nand a sign: \u00e9.".encode(),
        "old.txt": "\ufeffA note".encode("utf-16-le"),
    }


def _report() -> bytes:
    document = docx.Document()
    document.add_heading("A report", 1)
    document.add_paragraph("Words, and more words.").add_run(" bold").bold = True
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "a"
    table.cell(1, 1).text = "b"
    return word(document)


def _thin(data: bytes) -> bytes:
    """Return a Word document without the parts that nobody reads."""
    parts = [part for part in parts_in(data) if "theme" not in part[0] and "styles" not in part[0]]
    return zipped(parts)


def _locked(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("", "owner", algorithm="RC4-40")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@cache
def briefings() -> Mapping[str, bytes]:
    """Return a briefing of few cards with its records, and the sample."""
    briefing, records = small_briefing()
    carried = BriefingFile(briefing, tuple(records.values())[:3])
    sample = paths.sample_briefing().read_bytes()
    return {"small.briefing": format_briefing(carried).encode(), "sample.briefing": sample}


@cache
def journals() -> Mapping[str, bytes]:
    """Return the body of an undo journal of some steps, one of them undone."""
    briefing, records = small_briefing()
    history = History(briefing)
    for number in range(3):
        history = history.do(edits.set_title(history.briefing, 0, f"Title {number}"))
    journal = Journal(history.undo(), briefing, "library", tuple(records.values())[:2])
    return {"steps.undo": format_journal(journal).partition("\n")[2].encode()}
