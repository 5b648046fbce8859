"""The settings: each counts at once, is there at the next start, and does what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from pptx import Presentation
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QSplitter

from briefer.settings import TEXT_SCALES, load_settings
from briefer.storyboard import edits
from briefer.ui.actions import COMMANDS
from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.dialogs.library_care import LibraryCarePage
from briefer.ui.dialogs.settings import SettingsDialog
from briefer.ui.dialogs.shortcuts import KeysPage, ShortcutsDialog
from briefer.ui.dialogs.writing import WritingDialog
from briefer.ui.errors import ErrorDialog
from briefer.ui.layout_memory import LayoutMemory, fitting
from briefer.ui.main_window import MainWindow
from briefer.ui.places import Places
from tests.ui.conftest import Opener
from tests.ui.driving import CTRL, Key, press, search, settle, wait_for


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    """Return the settings, opened by their key."""
    window.activateWindow()
    press(window, Key.Key_Comma, CTRL)
    found = QApplication.activeModalWidget()
    assert isinstance(found, SettingsDialog)
    return found


def test_each_page_is_reached_and_shown_alone(dialog: SettingsDialog) -> None:
    """Six pages; the arrows move between their buttons."""
    assert list(dialog.pages) == ["general", "look", "export", "library", "keyboard", "privacy"]
    button = dialog.buttons["general"]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(button, Key.Key_Down)
    assert [name for name, page in dialog.pages.items() if page.isVisible()] == ["look"]


def test_what_is_chosen_counts_at_once_and_is_kept(
    dialog: SettingsDialog, window: MainWindow, places: Places
) -> None:
    """Look, size, density, motion, author, office and start are in the file without an OK."""
    dialog.theme.setCurrentIndex(2)
    dialog.text_size.setCurrentIndex(TEXT_SCALES.index(125))
    dialog.density.setCurrentIndex(1)
    dialog.still.click()
    dialog.start_with.setCurrentIndex(1)
    QTest.keyClicks(dialog.author, "Jane Doe")
    QTest.keyClicks(dialog.office, "Policy staff")
    assert (window.look.theme, window.look.scale) == ("dark", 125)
    assert (window.look.density, window.look.still) == ("compact", True)
    kept = load_settings(places.settings)
    assert (kept.theme, kept.text_scale, kept.density) == ("dark", 125, "compact")
    assert (kept.reduce_motion, kept.start_with) == (True, "sample")
    assert kept.byline == "Jane Doe, Policy staff"
    dialog.still.click()
    assert not window.look.still


def test_the_checks_go_by_the_age_that_is_chosen(
    dialog: SettingsDialog, window: MainWindow, places: Places
) -> None:
    """A number of 2020 is too old for a briefing of 2023 where one year is the limit."""
    session = window.session
    assert session.built is not None
    assert "old-statistic" not in {finding.check for finding in session.built.findings}
    dialog.ages.setCurrentIndex(0)
    wait_for(
        lambda: (
            session.built is not None
            and "old-statistic" in {finding.check for finding in session.built.findings}
        )
    )
    assert load_settings(places.settings).statistic_years == 1


def test_compact_cards_are_lower_and_show_the_same_records(window: MainWindow) -> None:
    """About twice as many records are seen; one line each below the lead."""
    search(window, "coalition")
    view = window.library.view
    index = window.library.model.index(0)
    high = view.visualRect(index).height()
    window.preferences.keep(replace(window.preferences.settings, density="compact"))
    QApplication.processEvents()
    low = view.visualRect(index).height()
    assert low <= window.look.px(52) < high
    assert not view.grab().isNull()
    window.preferences.keep(replace(window.preferences.settings, density="comfortable"))
    QApplication.processEvents()
    assert view.visualRect(index).height() == high


def test_reduced_motion_stops_what_moves(window: MainWindow) -> None:
    """Menus do not fade and the cursor does not blink; afterwards it is as it was."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    effect = Qt.UIEffect.UI_General
    before = application.isEffectEnabled(effect)
    application.setEffectEnabled(effect, True)
    try:
        window.preferences.keep(replace(window.preferences.settings, reduce_motion=True))
        assert not application.isEffectEnabled(effect)
        assert application.styleHints().cursorFlashTime() == 0
        window.preferences.keep(replace(window.preferences.settings, reduce_motion=False))
        assert application.isEffectEnabled(effect)
        assert application.styleHints().cursorFlashTime() > 0
    finally:
        application.setEffectEnabled(effect, before)


def test_the_author_is_in_the_exported_deck(window: MainWindow, tmp_path: Path) -> None:
    """Author and office are named in the deck's properties; the folder is that of the settings."""
    settings = replace(
        window.preferences.settings,
        author="Jane Doe",
        office="Policy staff",
        export_folder=str(tmp_path),
        open_after_export=False,
    )
    window.preferences.keep(settings)
    window.commands.export()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.path.parent == tmp_path
    dialog.export()
    wait_for(lambda: dialog.path.is_file() and dialog.done_button.isVisible())
    dialog.close()
    deck = Presentation(str(dialog.path))
    assert deck.core_properties.author == "Jane Doe, Policy staff"


D = TypeVar("D", bound=QDialog)


def waited(window: MainWindow, kind: type[D]) -> D:
    """Return a dialog of a kind once it is shown."""
    found: list[D] = []

    def seen() -> bool:
        found[:] = [
            d for d in window.findChildren(QDialog) if isinstance(d, kind) and d.isVisible()
        ]
        return bool(found)

    wait_for(seen)
    return found[0]


def test_export_again_goes_to_the_same_file(window: MainWindow, tmp_path: Path) -> None:
    """After a change the deck is written anew without a question, but never over others' work."""
    target = tmp_path / "deck.pptx"
    window.commands.export()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(target))
    dialog.export()
    wait_for(lambda: dialog.done_button.isVisible())
    dialog.close()
    first = target.read_bytes()
    edit = edits.set_briefing(window.session.briefing, subtitle="Second edition")
    window.session.do(edit)
    window.actions_by_name["export-again"].trigger()
    writing = waited(window, WritingDialog)
    wait_for(lambda: writing.done_button.isVisible())
    writing.close()
    assert target.read_bytes() != first
    settle(window)
    target.write_bytes(b"edited by somebody else")
    window.actions_by_name["export-again"].trigger()
    told = waited(window, ErrorDialog)
    assert "deck.pptx was changed since" in told.message.text()
    assert target.read_bytes() == b"edited by somebody else"


def test_a_briefing_never_exported_is_asked_about(window: MainWindow) -> None:
    """Export again opens the export dialog then."""
    window.actions_by_name["export-again"].trigger()
    assert isinstance(QApplication.activeModalWidget(), ExportDialog)


@pytest.mark.parametrize(("start", "title"), [("sample", "Fentanyl"), ("new", "Untitled")])
def test_start_with(opened: Opener, places: Places, start: str, title: str) -> None:
    """The window starts as chosen; what was left is kept before it is saved over."""
    first = opened()
    first.session.do(edits.set_briefing(first.session.briefing, title="Mine"))
    first.preferences.keep(replace(first.preferences.settings, start_with=start))
    first.close()
    second = opened()
    assert second.session.briefing.title.startswith(title)
    second.session.do(edits.set_briefing(second.session.briefing, title="Other"))
    second.close()
    kept = places.user_folder / "earlier" / "Last briefing.briefing"
    assert '"Mine"' in kept.read_text(encoding="utf-8")


def test_the_library_is_counted_backed_up_and_checked(
    dialog: SettingsDialog, places: Places
) -> None:
    """Path, numbers, a backup that is there, the doctor's word."""
    dialog.buttons["library"].click()
    page = dialog.pages["library"]
    assert isinstance(page, LibraryCarePage)
    assert page.place.text() == str(places.store)
    wait_for(lambda: "records" in page.counts.text() and "Counting" not in page.counts.text())
    assert "events" in page.counts.text()
    page.back_up.click()
    wait_for(lambda: page.outcome.text().startswith("Backed up"))
    (backup,) = (places.user_folder / "backups").iterdir()
    assert str(backup) in page.outcome.text()
    assert page.backups.text().startswith("1 backup in ")
    page.check.click()
    wait_for(lambda: page.check.isEnabled())
    assert "sound" in page.outcome.text()


def test_a_backup_that_cannot_be_made_is_told(dialog: SettingsDialog, places: Places) -> None:
    """A file in the place of the folder: the page says so, in its place, and can be tried again."""
    (places.user_folder / "backups").touch()
    dialog.buttons["library"].click()
    page = dialog.pages["library"]
    assert isinstance(page, LibraryCarePage)
    page.back_up.click()
    wait_for(lambda: "backups" in page.outcome.text())
    assert page.back_up.isEnabled()


@pytest.mark.parametrize("scale", [100, 200])
def test_no_page_is_wider_than_the_dialog(window: MainWindow, scale: int) -> None:
    """In the smallest window, at any text size, all pages fit across; what is too long scrolls."""
    window.resize(7 * scale, 5 * scale)
    window.commands.set_scale(scale)
    window.actions_by_name["settings"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    for name in dialog.pages:
        dialog.show_page(name)
        QApplication.processEvents()
        assert dialog.body.width() <= dialog.width(), name


def test_the_keys_can_be_searched(window: MainWindow) -> None:
    """Every command with keys is listed; words and keys leave those that match."""
    window.actions_by_name["shortcuts"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortcutsDialog)
    page: KeysPage = dialog.page
    all_shown = page.shown()
    assert len(all_shown) >= sum(bool(command.keys) for command in COMMANDS)
    QTest.keyClicks(page.field, "export")
    assert page.shown() == ("Export", "Export again", "Export handout")
    page.field.setText("Ctrl+Shift+E")
    assert page.shown() == ("Export again",)
    page.field.setText("qqqq")
    assert page.none.isVisible()
    page.field.clear()
    assert page.shown() == all_shown


def splitter_of(window: MainWindow) -> QSplitter:
    """Return the splitter beside the library."""
    splitter = window.library.parentWidget()
    assert isinstance(splitter, QSplitter)
    return splitter


def move(splitter: QSplitter, by: int) -> None:
    """Drag a splitter, as the mouse does."""
    handle = splitter.handle(1)
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(by, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    QApplication.processEvents()


def test_widths_and_size_are_remembered_per_step(opened: Opener) -> None:
    """The next window has the library as wide as it was made, in that step only."""
    first = opened()
    first.resize(1440, 900)
    QApplication.processEvents()
    usual = first.library.width()
    move(splitter_of(first), 60)
    wide = first.library.width()
    assert wide > usual + 20
    first.resize(1200, 800)
    QApplication.processEvents()
    assert first.library.width() <= 320
    first.resize(1440, 900)
    QApplication.processEvents()
    assert first.library.width() == wide
    first.close()
    second = opened()
    second.desk.show_as_left()
    second.resize(1440, 900)
    QApplication.processEvents()
    assert second.library.width() == wide
    second.actions_by_name["reset-layout"].trigger()
    second.resize(1440, 900)
    QApplication.processEvents()
    assert second.library.width() == usual


@pytest.mark.parametrize("text", ["", "[]", '{"size": [0, "x"], "widths": {"full/library": true}}'])
def test_a_damaged_memory_gives_defaults(tmp_path: Path, text: str) -> None:
    """What is no size and no width is not taken."""
    path = tmp_path / "layout.json"
    path.write_text(text, encoding="utf-8")
    memory = LayoutMemory(path)
    assert memory.size is None
    assert memory.width("full", "library", 366) == 366


def test_a_window_is_never_larger_than_its_screen() -> None:
    """The title bar has room too; below the least size a part is seen."""
    least = QSize(700, 440)
    assert fitting(QSize(1440, 900), QSize(1366, 768), least) == QSize(1366, 728)
    assert fitting(QSize(900, 600), QSize(1366, 768), least) == QSize(900, 600)
    assert fitting(QSize(900, 600), QSize(640, 400), least) == least
