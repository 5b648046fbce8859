"""Exported decks, and what may happen to a deck before it is read back."""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from pptx import Presentation

from briefer import paths, pipeline
from briefer.compose import SLIDE_KINDS
from briefer.store import Store
from briefer.storyboard.files import load_briefing
from briefer.template.model import Template
from briefer.template.reader import read_template

MANIFEST = "customXml/item1.xml"


def built_sample(template: str = "light") -> pipeline.Built:
    """Return the bundled sample briefing, built on a house template."""
    briefing, snapshot = load_briefing(paths.sample_briefing(), kinds=SLIDE_KINDS)
    with Store.open(paths.bundled_store(), read_only=True) as store:
        records = pipeline.gather(store, briefing, snapshot)
    return pipeline.build(briefing, records, house(template))


def house(name: str = "light") -> Template:
    """Return a house template."""
    return read_template(paths.bundled_templates() / f"{name}.pptx")


def export_sample(target: Path, template: str = "light") -> pipeline.Built:
    """Export the sample briefing to a deck and return what it was made from."""
    built = built_sample(template)
    pipeline.export_deck(built, house(template), target)
    return built


def parts_of(deck: Path) -> dict[str, bytes]:
    """Return the parts of a deck by name."""
    with zipfile.ZipFile(deck) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(deck: Path, target: Path, changes: Mapping[str, bytes | None]) -> Path:
    """Return a copy of a deck with parts replaced, added, or (None) taken out."""
    parts = {**parts_of(deck), **changes}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if data is not None:
                archive.writestr(name, data)
    return target


def without_manifest(deck: Path, target: Path) -> Path:
    """Return a copy of a deck from which the custom XML was removed, as "inspect document" does."""
    rels = parts_of(deck)["ppt/_rels/presentation.xml.rels"]
    kept = b"".join(
        piece for piece in rels.replace(b"/>", b"/>\0").split(b"\0") if b"customXml" not in piece
    )
    gone = {name: None for name in parts_of(deck) if name.startswith("customXml/")}
    return rewritten(deck, target, {**gone, "ppt/_rels/presentation.xml.rels": kept})


def plain_deck(target: Path) -> Path:
    """Return a deck that Briefer had no part in."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Of another program"
    deck.save(str(target))
    return target


def saved_by_libreoffice(deck: Path, folder: Path) -> Path:
    """Return the deck as LibreOffice saves it, in a folder of its own."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            "pptx:Impress MS PowerPoint 2007 XML",
            "--outdir",
            str(folder),
            str(deck),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    saved = folder / deck.name
    assert saved != deck
    assert saved.is_file()
    return saved
