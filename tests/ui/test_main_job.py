"""The main job, end to end: pick, order, word, undo, export, open the deck."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation

from briefer.ui.dialogs.export import ExportDialog
from briefer.ui.main_window import MainWindow
from tests.ui.driving import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    cards,
    kinds,
    labels,
    press,
    search,
    settle,
    wait_for,
)


def export_to(window: MainWindow, target: Path) -> ExportDialog:
    """Export through the dialog and return it, done."""
    window.actions_by_name["export"].trigger()
    wait_for(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(target))
    press(dialog, Key.Key_Return)
    wait_for(lambda: dialog.done_button.isVisible() or dialog.notice.isVisible())
    return dialog


def titles(path: Path) -> list[str]:
    """Return the titles of a deck's slides."""
    return [
        slide.shapes.title.text_frame.text.replace("\v", " ") if slide.shapes.title else ""
        for slide in Presentation(str(path)).slides
    ]


def test_from_library_to_deck(empty: MainWindow, tmp_path: Path) -> None:
    """Records picked by keyboard, ordered and titled come out as slides of a deck, cited."""
    search(empty, "extradit")
    press(empty.library.field, Key.Key_Down)
    press(empty.library.view, Key.Key_Return)
    settle(empty)
    search(empty, "deaths")
    press(empty.library.field, Key.Key_Return)
    press(empty.library.view, Key.Key_Return)
    settle(empty)
    assert len(cards(empty)) == 2
    first, second = cards(empty)

    press(empty, Key.Key_Left, ALT)
    settle(empty)
    assert cards(empty) == (second, first)
    press(empty, Key.Key_Z, CTRL)
    settle(empty)
    assert cards(empty) == (first, second)
    press(empty, Key.Key_Y, CTRL)
    settle(empty)
    assert cards(empty) == (second, first)

    press(empty, Key.Key_F2)
    empty.inspector.wording.title.selectAll()
    press(empty.inspector.wording.title, Key.Key_Delete)
    empty.inspector.wording.title.insertPlainText("A title of my own")
    settle(empty)
    target = tmp_path / "deck.pptx"
    dialog = export_to(empty, target)
    assert dialog.done_button.isVisible()
    found = titles(target)
    assert found[0] == "A title of my own"
    assert found[-1].startswith("The claims in this deck cite")
    assert len(found) == 3


def test_shift_enter_adds_to_the_slide(empty: MainWindow) -> None:
    """Shift Enter adds the record to the slide looked at and makes no new one."""
    search(empty, "2023")
    press(empty.library.field, Key.Key_Down)
    press(empty.library.view, Key.Key_Return)
    press(empty.library.view, Key.Key_Down)
    press(empty.library.view, Key.Key_Return, SHIFT)
    settle(empty)
    (card,) = cards(empty)
    assert len(card.records) == 2
    assert len(set(card.records)) == 2


def test_an_existing_file_is_announced_and_replaced(window: MainWindow, tmp_path: Path) -> None:
    """The dialog says before it replaces a file."""
    target = tmp_path / "deck.pptx"
    target.write_bytes(b"old")
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(target))
    assert "replaces" in dialog.notice.text()
    assert dialog.start.text() == "Replace file"
    dialog.start.click()
    wait_for(dialog.done_button.isVisible)
    assert len(titles(target)) == len(window.storyboard.model.rows)


def test_an_unwritable_target_is_told_under_the_field(window: MainWindow, tmp_path: Path) -> None:
    """A folder that does not exist is named in the dialog, which stays as it was."""
    dialog = export_to(window, tmp_path / "none" / "deck.pptx")
    assert not dialog.done_button.isVisible()
    assert "none" in dialog.notice.text()
    assert dialog.target.accessibleDescription() == dialog.notice.text()
    assert dialog.start.isVisible()
    assert not (tmp_path / "none").exists()


def test_cancelled_export_leaves_nothing(window: MainWindow, tmp_path: Path) -> None:
    """Escape during an export stops it; no file is left."""
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.target.setText(str(tmp_path / "deck.pptx"))
    dialog.start.click()
    dialog.reject()
    wait_for(dialog.notice.isVisible)
    assert "cancelled" in dialog.notice.text()
    assert list(tmp_path.iterdir()) == []


def test_the_sample_has_every_kind(window: MainWindow) -> None:
    """At the first start the sample is open, under a banner, and the library is listed."""
    assert window.stage.banner.isVisible()
    assert {"title", "bluf", "timeline", "event", "actor", "quote"} <= set(kinds(window))
    assert len(labels(window)) > 100
    window.stage.own_wanted.emit()
    settle(window)
    assert cards(window) == ()
    assert not window.stage.banner.isVisible()
    press(window.stage.empty.ways[0], Key.Key_6)
    settle(window)
    assert kinds(window) == ["title"]
    press(window, Key.Key_Z, CTRL)
    press(window, Key.Key_Z, CTRL)
    settle(window)
    assert len(cards(window)) > 10
