"""The readers of libraries, pictures, bibliographies, styles, packs and the window's own files.

In: nothing. Out: `READERS`. A reader does all that a command or a window does with the file, so
that what is read lazily is read too.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData

from briefer.bibliography.plan import plan_import
from briefer.bibliography.reading import read_bibliography
from briefer.bibliography.writing import WRITERS
from briefer.citations.csl import Shelf
from briefer.cli.handed_in import new_record, read_records
from briefer.errors import BibliographyError, BrieferError, PackError, StyleFileError
from briefer.layout.pictures import PictureError, cropped, pixels_of
from briefer.packs import check_records, read_pack
from briefer.records import RECORD_TYPES, Locator, Source
from briefer.settings import load_settings, save_settings
from briefer.store import Store
from briefer.store.doctor import examine_library, repair
from briefer.store.facets import FACETS
from briefer.ui.aftermath import Aftermath
from briefer.ui.again import Exports
from briefer.ui.instance import Instance
from briefer.ui.layout_memory import LayoutMemory
from briefer.ui.library.model import RECORDS_MIME, dragged_refs
from briefer.ui.network.moved import MovedActors
from briefer.ui.shortcuts.keymap import keys_of
from briefer.ui.storyboard.carry import CARDS_MIME, SLIDES_MIME, carried, own_cards
from tests.builders import make_source
from tests.fuzz.limits import Limits
from tests.fuzz.other_seeds import (
    bibliographies,
    packs,
    pictures,
    stores,
    styles,
    window_files,
)
from tests.fuzz.reader import Reader

_SIDE = 2_600_000
"""Of a portrait's frame, in EMU."""


def store(path: Path) -> None:
    """Open a library for reading and ask it for all that it can tell."""
    with Store.open(path, read_only=True) as opened:
        _asked(opened)


def _asked(opened: Store) -> None:
    opened.count()
    for query in ("", "talks", "wor", 'china "a note" -us', "type:event date:2020..2024"):
        opened.search(query, facets=FACETS)
    records = opened.all()
    opened.gather(record.id for record in records)
    opened.quotations(records)
    opened.ties()
    opened.bin()
    for record in records:
        for one in opened.history(record.id):
            str(one)
        opened.related(record.id)
        opened.duplicates(record)
        opened.naming(record.id)
        if isinstance(record, Source):
            opened.text_of(record.id)
            opened.misquoting(record.id)


def store_changed(path: Path) -> None:
    """Open a copy of a library for changes, as a window does, and change it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "store.sqlite"
        shutil.copyfile(path, copy)
        with Store.open(copy) as opened:
            ref = opened.new_id("source", "A new one")
            opened.add(make_source(ref))
            for record in opened.all():
                with contextlib.suppress(BrieferError):
                    opened.save(record, by="Staff")
                    opened.delete(record.id, force=True)
                    opened.restore(record.id)
            opened.reindex()
            _asked(opened)


def store_examined(path: Path) -> None:
    """Have the doctor look at a library, and mend a copy of it."""
    examine_library(path)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "store.sqlite"
        shutil.copyfile(path, copy)
        repair(copy)


def picture(path: Path) -> None:
    """Make a picture fit for a portrait and for a map."""
    data = path.read_bytes()
    cropped.cache_clear()
    pixels_of.cache_clear()
    pixels_of(data)
    for size in ((_SIDE, _SIDE), (4 * _SIDE, _SIDE // 2)):
        made = cropped(data, *size)
        assert made[:3] in (b"\xff\xd8\xff", b"\x89PN")


def bibliography(path: Path) -> None:
    """Read sources, plan their import and write them in every format, which reads again."""
    found = read_bibliography(path.read_bytes(), path.name)
    plan_import(found, [make_source()])
    sources = [item.source for item in found.items if item.source is not None]
    for write in WRITERS.values():
        text = write(sources, notes=True)
        if sources:
            again = read_bibliography(text.encode("utf-8"), "again")
            assert len(again.items) == len(sources)


def style(path: Path) -> None:
    """Put a style on the shelf and word sources in it."""
    source = make_source()
    assert isinstance(source, Source)
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        listed, _ = shelf.add(path, replace=True)
        made = shelf[listed.name]
        made.work(source, ("Note",))
        made.full(source, Locator("page", "7"))
        made.remark(source)


def pack(path: Path) -> None:
    """Read records as they are handed in, then as a folder of a library."""
    records = [new_record(one)[0] for one in read_records(path)]
    check_records(records)
    with tempfile.TemporaryDirectory() as folder:
        for type_ in RECORD_TYPES:
            shutil.copyfile(path, Path(folder) / f"{type_}s.json")
            with contextlib.suppress(PackError):
                read_pack(Path(folder))


def window_file(path: Path) -> None:
    """Read all files that the window keeps, and what is dragged and pasted; none of them fails."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    data = path.read_bytes()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = load_settings(path)
        keys_of(settings.keys)
        save_settings(settings.with_recent(path), folder / "settings.json")
        layout = LayoutMemory(path)
        layout.width("wide", "library", 1)
        layout.choice("view", ("list",), "list")
        Exports(path).last("A briefing")
        MovedActors(path, path)._all()
        (folder / "window.open").write_bytes(data)
        (folder / "inbox").mkdir()
        (folder / "inbox" / "1.open").write_bytes(data)
        instance = Instance(folder)
        instance.wanted.connect(lambda wanted: wanted is None or wanted.is_file())
        instance.holder()
        instance.look()
        (folder / "mark").write_bytes(data)
        Aftermath(folder / "mark").begin()
    for mime in (RECORDS_MIME, CARDS_MIME, SLIDES_MIME):
        given = QMimeData()
        given.setData(mime, QByteArray(data))
        dragged_refs(given)
        own_cards(given, window="token")
        carried(given)


_ANY = (BrieferError,)
READERS = (
    Reader("store", store, stores, "sqlite", ".sqlite", _ANY, Limits(10, 600)),
    Reader("store changed", store_changed, stores, "sqlite", ".sqlite", _ANY, Limits(10, 600)),
    Reader("store examined", store_examined, stores, "sqlite", ".sqlite", _ANY, Limits(10, 600)),
    Reader("picture", picture, pictures, "bytes", ".png", (PictureError,), Limits(10, 900)),
    Reader("bibliography", bibliography, bibliographies, "text", ".bib", (BibliographyError,)),
    Reader("style", style, styles, "xml", ".csl", (StyleFileError,)),
    Reader("pack", pack, packs, "json", ".json", (PackError,)),
    Reader("window file", window_file, window_files, "json", ".json", ()),
)
