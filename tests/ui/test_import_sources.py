"""Sources imported from files and exported to them in the window, as a person does it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from benchmarks.soundness import nameless
from briefer.bibliography.plan import Status
from briefer.bibliography.reading import read_bibliography
from briefer.records import Source
from briefer.ui.main_window import MainWindow
from briefer.ui.sources.exporting import ExportSourcesDialog
from briefer.ui.sources.importing import ImportDialog
from tests.ui.driving import Key, press, wait_for
from tests.ui.test_record_editor import in_store

_FILE = """
@article{doe2023,
  author = {Doe, Jane and Roe, Richard},
  title = {How Precursors Move},
  journal = {Journal of Examples},
  year = {2023},
  abstract = {How the trade moved.},
}
@online{again,
  title = {%(title)s},
  url = {%(url)s},
  publisher = {Another publisher},
}
@book{doe2024, author = {Doe, Jane}, title = {States and Drugs}, year = {2024}}
@misc{nothing, year = {2020}}
"""


@pytest.fixture
def known(window: MainWindow) -> Source:
    """Return a source of the library that has an address."""
    sources = in_store(window, lambda store: store.all("source"))
    return next(one for one in sources if isinstance(one, Source) and one.url)


@pytest.fixture
def file(known: Source, tmp_path: Path) -> Path:
    """Return a file with two new sources, one like a source of the library, and one to fix."""
    path = tmp_path / "zotero.bib"
    path.write_text(_FILE % {"title": known.title, "url": known.url}, encoding="utf-8")
    return path


@pytest.fixture
def read(window: MainWindow) -> Callable[[Path], ImportDialog]:
    """Return what chooses a file through the menu and waits for what is shown of it."""

    def choose(path: Path) -> ImportDialog:
        window.actions_by_name["import-sources"].trigger()
        asking = window.findChild(QFileDialog)
        assert asking is not None
        asking.fileSelected.emit(str(path))
        asking.reject()
        dialog = window.findChild(ImportDialog)
        assert isinstance(dialog, ImportDialog)
        wait_for(lambda: dialog.review is not None or dialog.notice.isVisible())
        return dialog

    return choose


def titles(window: MainWindow) -> set[str]:
    """Return the titles of the sources of the library."""
    sources = in_store(window, lambda store: store.all("source"))
    return {one.title for one in sources if isinstance(one, Source)}


def row_of(dialog: ImportDialog, status: Status) -> int:
    """Return the first row with a status."""
    return next(row for row, one in enumerate(dialog.table.items.items) if one.status == status)


def test_a_file_is_looked_through_imported_and_undone_by_keys(
    window: MainWindow, known: Source, file: Path, read: Callable[[Path], ImportDialog]
) -> None:
    """Status, reasons and both sources are shown; Enter imports, one undo takes all back."""
    before = titles(window)
    publisher = known.publisher
    dialog = read(file)
    assert nameless(dialog) == []
    assert dialog.subtitle.words == "zotero.bib  ·  4 sources  ·  BibTeX  ·  UTF-8"
    said = [button.text() for button in dialog.filter.buttons.values() if button.isVisible()]
    assert said == ["All 4", "New 2", "Possible duplicate 1", "To fix 1"]
    assert dialog.table.hasFocus()
    assert "Kept in the note" in dialog.detail.remarks.text()
    assert dialog.take.text() == "Import 2 sources"
    press(dialog.table, Key.Key_Down)
    assert "the same address as one in the library" in dialog.detail.remarks.text()
    assert dialog.detail.beside.isVisible()
    assert any("Another publisher" in line.other for line in dialog.detail.beside.lines)
    press(dialog.table, Key.Key_U)
    assert dialog.take.text() == "Import 3 sources"
    press(dialog.table, Key.Key_Down)
    press(dialog.table, Key.Key_Space)
    assert dialog.take.text() == "Import 2 sources"
    press(dialog.table, Key.Key_Down)
    assert "no title" in dialog.detail.remarks.text()
    press(dialog.table, Key.Key_A)
    assert dialog.take.text() == "Import 2 sources", "what is to be fixed cannot be added"
    assert titles(window) == before, "nothing is written before"
    press(dialog.table, Key.Key_Return)
    wait_for(lambda: "One undo takes all of it back" in dialog.notice.words)
    assert "1 source added and 1 source changed" in dialog.notice.words
    assert titles(window) == before | {"How Precursors Move"}
    press(dialog.cancel, Key.Key_Return)
    assert window.session.history.undo_label == "Import 2 sources"
    changed = in_store(window, lambda store: store.get(known.id))
    assert isinstance(changed, Source)
    assert changed.publisher == "Another publisher"
    window.actions_by_name["undo"].trigger()
    wait_for(lambda: titles(window) == before)
    back = in_store(window, lambda store: store.get(known.id))
    assert isinstance(back, Source)
    assert back.publisher == publisher
    window.session.redo()
    wait_for(lambda: titles(window) == before | {"How Precursors Move"})


def test_a_choice_for_all_shown(file: Path, read: Callable[[Path], ImportDialog]) -> None:
    """Of those with one status only these are chosen for; what cannot be is left as it was."""
    dialog = read(file)
    dialog.filter.buttons["new"].click()
    assert dialog.table.items.rowCount() == 2
    row = [dialog.for_all.itemText(n) for n in range(dialog.for_all.count())].index("Skip")
    dialog.for_all.activated.emit(row)
    assert dialog.take.text() == "Import"
    assert not dialog.take.isEnabled()
    dialog.filter.buttons["all"].click()
    row = [dialog.for_all.itemText(n) for n in range(dialog.for_all.count())].index("Keep both")
    dialog.for_all.activated.emit(row)
    assert dialog.take.text() == "Import 1 source"
    assert dialog.table.items.choice(row_of(dialog, "to-fix")) == "skip"
    dialog.table.set_row(row_of(dialog, "possible-duplicate"))
    offered = [name for name, b in dialog.detail.choices.buttons.items() if b.isVisible()]
    assert offered == ["skip", "replace", "merge", "keep-both"]
    assert dialog.detail.choices.value == "keep-both"
    dialog.detail.choices.buttons["skip"].click()
    assert not dialog.take.isEnabled()


def test_a_broken_file_is_told_and_another_one_read(
    window: MainWindow, tmp_path: Path, file: Path, read: Callable[[Path], ImportDialog]
) -> None:
    """The line is named in the dialog, nothing is written; read again it is as if never broken."""
    broken = tmp_path / "broken.ris"
    broken.write_text("TY  - BOOK\nTI  - A book\nTY  - JOUR\n", encoding="utf-8")
    before = titles(window)
    dialog = read(broken)
    assert "broken.ris, line" in dialog.notice.words
    assert not dialog.take.isEnabled()
    assert not dialog.table.isVisible()
    assert [button.text() for button in dialog.notice.buttons] == ["Read it again"]
    shutil.copy(file, broken)
    dialog.notice.buttons[0].click()
    wait_for(lambda: dialog.review is not None)
    assert dialog.take.text() == "Import 2 sources"
    assert titles(window) == before


def test_another_encoding_is_told(tmp_path: Path, read: Callable[[Path], ImportDialog]) -> None:
    """A file in Windows-1252 is read as one, and asks to be looked at."""
    path = tmp_path / "old.ris"
    path.write_bytes("TY  - BOOK\nTI  - Précurseurs\nER  - \n".encode("cp1252"))
    dialog = read(path)
    assert "Windows-1252" in dialog.subtitle.words
    assert "Look at the accents" in dialog.notice.words
    assert dialog.take.text() == "Import 1 source"


def test_the_reading_of_a_large_file_is_cancelled(
    window: MainWindow, tmp_path: Path, read: Callable[[Path], ImportDialog]
) -> None:
    """The window answers while it is read; the cross stops it, and nothing was written."""
    path = tmp_path / "large.ris"
    items = (f"TY  - BOOK\nTI  - Book {n}\nER  - \n" for n in range(3000))
    path.write_text("".join(items), encoding="utf-8")
    window.desk.sources.read(path)
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    wait_for(dialog.job.isVisible)
    dialog.job.stop.click()
    wait_for(lambda: bool(dialog.notice.words) or dialog.review is not None)
    assert dialog.review is None, "it was stopped"
    assert "Nothing was imported" in dialog.notice.words
    dialog.notice.buttons[0].click()
    wait_for(lambda: dialog.review is not None)
    assert dialog.take.text() == "Import 3,000 sources"


def test_what_was_changed_meanwhile_is_not_overwritten(
    window: MainWindow, known: Source, file: Path, read: Callable[[Path], ImportDialog]
) -> None:
    """A source that somebody changed while the file was looked through stays; nothing is added."""
    dialog = read(file)
    dialog.table.set_row(row_of(dialog, "possible-duplicate"))
    press(dialog.table, Key.Key_M)
    in_store(window, lambda store: store.save(replace(known, short="Mine")))
    before = titles(window)
    press(dialog.table, Key.Key_Return)
    wait_for(lambda: "was changed meanwhile" in dialog.notice.words)
    assert titles(window) == before
    dialog.notice.buttons[0].click()
    wait_for(lambda: dialog.take.isEnabled())


def test_sources_are_exported_and_come_back(window: MainWindow, tmp_path: Path) -> None:
    """All, or those of the briefing, in a format; the file holds them and is told of."""
    window.actions_by_name["export-sources"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportSourcesDialog)
    assert nameless(dialog) == []
    wait_for(dialog.save.isEnabled)
    count = in_store(window, lambda store: store.count()["source"])
    assert dialog.which.itemText(0) == f"All of the library ({count} sources)"
    built = window.session.built
    assert built is not None
    cited = list(dict.fromkeys(one.source for one in built.deck.references))
    dialog.which.setCurrentIndex(1)
    assert dialog.which.currentText() == f"Those of this briefing ({len(cited)} sources)"
    dialog.format.setCurrentIndex(2)
    assert "EndNote" in dialog.hint.text()
    target = tmp_path / "cited.ris"
    dialog.write(target)
    wait_for(lambda: dialog.notice.words == f"Wrote cited.ris: {len(cited)} sources.")
    whole = read_bibliography(target.read_bytes(), target.name)
    assert [one.source.id for one in whole.items if one.source] == cited
    dialog.write(tmp_path / "none" / "cited.ris")
    wait_for(lambda: "There is no folder" in dialog.notice.words)
    dialog.write(window.session.places.store)
    assert "is your library" in dialog.notice.words
    QTest.keyClick(dialog, Key.Key_Escape)
