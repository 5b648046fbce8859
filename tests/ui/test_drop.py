"""Bad input and a bad disk: what is dropped, what vanished, what is full; nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.soundness import nameless
from briefer.compose.kinds import SLIDE_KINDS
from briefer.storyboard import edits
from briefer.storyboard.files import load_briefing
from briefer.template.house import find_template
from briefer.ui.dialogs.deck_offer import DeckOffer
from briefer.ui.dialogs.templates import TemplatesDialog
from briefer.ui.dropping import urls_of
from briefer.ui.errors import ErrorDialog
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from briefer.ui.sources.importing import ImportDialog
from tests.ui.conftest import Opener
from tests.ui.driving import NONE, Key, press, search, settle, wait_for


def briefing(folder: Path, title: str = "Talks") -> Path:
    """Return a briefing file with one slide."""
    path = folder / f"{title.lower()}.briefing"
    sections = [{"title": "", "cards": [{"kind": "title"}]}]
    data = {"format": 1, "title": title, "sections": sections}
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def drop_on(widget: QWidget, data: QMimeData) -> bool:
    """Drag from another program onto a widget; return whether the drag was taken."""
    at, left = QPoint(5, 5), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, NONE)
    QApplication.sendEvent(widget, enter)
    taken = enter.isAccepted()
    if taken:
        drop = QDropEvent(at.toPointF(), Qt.DropAction.CopyAction, data, left, NONE)
        QApplication.sendEvent(widget, drop)
    QApplication.processEvents()
    return taken


def told(window: MainWindow) -> str:
    """Return what the error dialog says, and close it."""
    wait_for(lambda: bool(shown_errors(window)))
    (dialog,) = shown_errors(window)
    words = f"{dialog.message.text()} {dialog.hint.text()}"
    dialog.close()
    wait_for(lambda: not shown_errors(window))
    return words


def shown_errors(window: MainWindow) -> list[ErrorDialog]:
    """Return the error dialogs that stand open."""
    return [dialog for dialog in window.findChildren(ErrorDialog) if dialog.isVisible()]


def test_a_briefing_dropped_anywhere_opens(window: MainWindow, tmp_path: Path) -> None:
    """On the window and on a text field, which would write the name; undo brings the old back."""
    before = window.session.briefing
    assert drop_on(window, urls_of([briefing(tmp_path)]))
    assert window.session.briefing.title == "Talks"
    assert drop_on(window.library.field, urls_of([briefing(tmp_path, "Second")]))
    assert window.session.briefing.title == "Second"
    assert window.library.field.text() == ""
    window.session.undo()
    window.session.undo()
    assert window.session.briefing == before
    recent = [Path(name).name for name in window.preferences.settings.recent]
    assert recent == ["second.briefing", "talks.briefing"]


def test_other_drags_are_left_alone(window: MainWindow) -> None:
    """Text is no file: the window does not take it."""
    data = QMimeData()
    data.setText("some words")
    assert not drop_on(window, data)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("other.sqlite", b"SQLite format 3\0" + b"\0" * 4096, "is a library or another database"),
        ("renamed.briefing", b"SQLite format 3\0" + b"\0" * 99, "is a library or another database"),
        ("deck.ppt", b"PK\3\4", "Save it as .pptx or .potx"),
        ("records.csv", b"a,b\n", "Library > New record"),
        ("notes.txt", b"words", "drop it on the source whose text it is"),
        ("article.pdf", b"%PDF-1.7", "drop it on the source whose text it is"),
        ("song.mp3", b"ID3", "is of a kind that Briefer does not open"),
        ("no-suffix", b"words", "is of a kind that Briefer does not open"),
        ("damaged.briefing", b'{"format": 1, "title"', "damaged.briefing"),
        ("empty.briefing", b"", "empty.briefing"),
        ("noise.briefing", bytes(range(256)) * 9, "not UTF-8"),
        ("deep.briefing", b"[" * 100_000, "deep.briefing"),
    ],
)
def test_what_is_no_briefing_is_told(
    window: MainWindow, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """Each says what it is and what to do; the briefing stays as it is, the file too."""
    path = tmp_path / name
    path.write_bytes(content)
    before = window.session.history
    drop_on(window, urls_of([path]))
    said = told(window)
    assert name in said
    assert words in said
    assert window.session.history == before
    assert path.read_bytes() == content
    assert window.preferences.settings.recent == ()


def test_sources_go_to_who_imports_them(window: MainWindow, tmp_path: Path) -> None:
    """A file of sources opens the dialog that imports them; one that is gone is told."""
    path = tmp_path / "sources.ris"
    path.write_text("TY  - BOOK\nTI  - A book\nER  -\n", encoding="utf-8")
    drop_on(window, urls_of([path]))
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    wait_for(lambda: dialog.review is not None)
    assert dialog.subtitle.words == "sources.ris  ·  1 source  ·  RIS  ·  UTF-8"
    assert shown_errors(window) == []
    dialog.reject()
    missing = tmp_path / "none.bib"
    drop_on(window, urls_of([missing]))
    assert "none.bib is not there any more" in told(window)


def offered(window: MainWindow) -> DeckOffer:
    """Return the dialog that says what can be done with a presentation."""
    wait_for(lambda: isinstance(QApplication.activeModalWidget(), DeckOffer))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DeckOffer)
    assert nameless(dialog) == []
    return dialog


def test_a_presentation_may_serve_as_template(
    window: MainWindow, places: Places, tmp_path: Path
) -> None:
    """Its layouts are matched in the chooser, used when that is confirmed; undo takes it back."""
    path = tmp_path / "agency.pptx"
    shutil.copy(find_template("sans", folder=places.templates), path)
    before = window.session.briefing
    drop_on(window, urls_of([path]))
    dialog = offered(window)
    assert "agency.pptx is a presentation" in dialog.message.text()
    press(dialog, Key.Key_Return)
    wait_for(lambda: isinstance(QApplication.activeModalWidget(), TemplatesDialog))
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, TemplatesDialog)
    wait_for(lambda: chooser.chosen == str(path))
    assert window.session.briefing == before
    chooser.use.click()
    assert window.session.briefing.template == str(path)
    settle(window)
    window.session.undo()
    assert window.session.briefing == before


def test_a_template_is_tried_at_once(window: MainWindow, places: Places, tmp_path: Path) -> None:
    """A .potx can be nothing else: the chooser opens with it, and Escape leaves all as it was."""
    path, before = tmp_path / "agency.potx", window.session.history
    shutil.copy(find_template("sans", folder=places.templates), path)
    drop_on(window, urls_of([path]))
    wait_for(lambda: isinstance(QApplication.activeModalWidget(), TemplatesDialog))
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, TemplatesDialog)
    wait_for(lambda: chooser.chosen == str(path))
    press(chooser, Key.Key_Escape)
    assert window.session.history == before


def test_a_presentation_that_is_not_wanted_or_damaged_changes_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    """Escape closes the offer; a damaged file is told in the chooser, not instead of it."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"PK\3\4")
    before = window.session.history
    drop_on(window, urls_of([path]))
    press(offered(window), Key.Key_Escape)
    wait_for(lambda: QApplication.activeModalWidget() is None)
    drop_on(window, urls_of([path]))
    offered(window).use.click()
    wait_for(lambda: isinstance(QApplication.activeModalWidget(), TemplatesDialog))
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, TemplatesDialog)
    wait_for(lambda: "Reading" not in chooser.own.told.text())
    assert "deck.pptx" in chooser.own.told.text()
    chooser.reject()
    assert window.session.history == before
    assert path.read_bytes() == b"PK\3\4"


def test_a_presentation_without_a_slide_to_try_it_on_is_told(
    empty: MainWindow, tmp_path: Path
) -> None:
    """The chooser shows the user's slides: there must be one."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"PK\3\4")
    drop_on(empty, urls_of([path]))
    offered(empty).use.click()
    assert "no slide yet" in told(empty)


def test_folders_links_and_several_files_are_told(window: MainWindow, tmp_path: Path) -> None:
    """A folder, a file that vanished, a place on the web, two files at once."""
    before = window.session.briefing
    drop_on(window, urls_of([tmp_path]))
    assert "is a folder" in told(window)
    drop_on(window, urls_of([tmp_path / "gone.briefing"]))
    assert "gone.briefing is not there any more" in told(window)
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/talks.briefing")])
    drop_on(window, web)
    assert "opens no network connection" in told(window)
    drop_on(window, urls_of([briefing(tmp_path), briefing(tmp_path, "Second")]))
    assert "2 files were dropped" in told(window)
    assert window.session.briefing == before


def test_a_recent_briefing_that_is_gone_is_told_and_forgotten(
    window: MainWindow, tmp_path: Path
) -> None:
    """File > Open recent lists what was opened and saved; the list is mended."""
    first, copy = briefing(tmp_path), tmp_path / "copy.briefing"
    window.commands.open(first)
    window.session.do(edits.set_briefing(window.session.briefing, title="Copied"))
    window.commands.save_copy(copy)
    window.session.undo()
    menu = window.desk.recent.menu
    names = [action.text().replace("&", "")[3:] for action in menu.actions()[:2]]
    assert names == ["copy", "talks"]
    first.unlink()
    menu.actions()[1].trigger()
    said = told(window)
    assert "talks.briefing is not there any more" in said
    assert [Path(name).name for name in window.preferences.settings.recent] == ["copy.briefing"]
    menu.actions()[0].trigger()
    assert window.session.history.undo_label == "Open copy"
    menu.actions()[-1].trigger()
    assert window.preferences.settings.recent == ()
    assert not menu.actions()[0].isEnabled()


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as a full disk would."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_tried_again(window: MainWindow, places: Places) -> None:
    """What was saved last stands, the status says so, Retry saves once there is room."""
    window.session.do(edits.set_briefing(window.session.briefing, title="First"))
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    with file_size_limit(2000):
        window.session.do(edits.set_briefing(window.session.briefing, title="Second"))
        wait_for(lambda: window.session.autosave.saved.state == "failed")
    assert window.status.saving.words == "Cannot save"
    assert "too large" in window.status.saving.toolTip()
    assert window.status.retry.isVisible()
    assert load_briefing(places.autosave, kinds=SLIDE_KINDS).briefing.title == "First"
    assert [path for path in places.user_folder.iterdir() if path.suffix == ".tmp"] == []
    window.status.retry.click()
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    assert load_briefing(places.autosave, kinds=SLIDE_KINDS).briefing.title == "Second"


def test_a_copy_on_a_full_disk_is_told(window: MainWindow, tmp_path: Path) -> None:
    """The dialog names the file; nothing half written is left, nothing is called recent."""
    with file_size_limit(2000):
        window.commands.save_copy(tmp_path / "copy.briefing")
    assert "copy.briefing" in told(window)
    assert list(tmp_path.iterdir()) == []
    assert window.preferences.settings.recent == ()


def test_settings_that_cannot_be_kept_count_all_the_same(
    window: MainWindow, places: Places
) -> None:
    """A folder stands in the file's place: the theme changes, and what is wrong is told."""
    places.settings.mkdir()
    window.commands.set_theme("dark")
    assert "settings cannot be written" in told(window)
    assert window.look.theme == "dark"


@contextmanager
def write_protected(folder: Path) -> Iterator[None]:
    """Take away the right to write into a folder."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(mode)


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may write everywhere")
def test_a_write_protected_folder_is_told(window: MainWindow, places: Places) -> None:
    """The same for a folder that lost its rights while the window is open."""
    with write_protected(places.user_folder):
        window.session.do(edits.set_briefing(window.session.briefing, title="Second"))
        wait_for(lambda: window.session.autosave.saved.state == "failed")
    window.status.retry.click()
    wait_for(lambda: window.session.autosave.saved.state == "saved")


def test_a_vanished_library_is_told_and_comes_back(opened: Opener, places: Places) -> None:
    """The drive of the library goes: the briefing can be edited and saved, search goes on later."""
    window = opened()
    kept = places.store.with_name("kept.sqlite")
    shutil.copy(places.store, kept)
    os.truncate(places.store, 0)
    title = window.session.briefing.title
    window.library.field.setText("coalition")
    wait_for(lambda: window.library.strong.text() == "No records")
    window.session.do(edits.set_briefing(window.session.briefing, subtitle="Still here"))
    wait_for(lambda: window.session.autosave.saved.state == "saved")
    for dialog in shown_errors(window):
        dialog.close()
    assert window.session.briefing.title == title
    assert window.session.page is not None
    places.store.unlink()
    shutil.copy(kept, places.store)
    search(window, "Milgram")
    wait_for(lambda: window.library.model.rowCount() > 0)
    settle(window)
